/** Lets the page come up without a network, follows new versions of the product, and fetches again what did not come while away. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import { askSession } from '../api/ask-session.ts'
import { api } from '../api/client.ts'
import { keptSession } from '../api/kept-session.ts'
import { useConnection } from '../api/live.tsx'
import { showToast } from '../ui/toast.tsx'
import { keepPage, isOutdated, type Scope } from './keep-page.ts'

/** Long enough to finish a sentence first, in milliseconds. */
const NEWS_LASTS_MS = 120_000

/** Stands where somebody is signed in: the door needs no page that comes up without a network. */
export function PageKeeper({ scope }: { scope: Scope }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const connection = useConnection()
  const { data, dataUpdatedAt } = useQuery({
    ...api.session.get.queryOptions(),
    queryFn: askSession,
    staleTime: Infinity,
  })
  const wasAway = useRef(false)

  useEffect(() => {
    // A device that keeps nothing shows the door when it has no connection.
    if (data) void keptSession.keep(data, dataUpdatedAt).catch(() => {})
  }, [data, dataUpdatedAt])

  useEffect(() => {
    if (connection === 'offline') wasAway.current = true
    if (connection !== 'online') return
    void keepPage(scope)
    void isOutdated(scope).then((isSo) => {
      if (!isSo) return
      showToast({
        id: 'new-version',
        text: intl.formatMessage({ id: 'ui.new-version' }),
        action: { label: intl.formatMessage({ id: 'ui.new-version.load' }), run: () => location.reload() },
        lastsMs: NEWS_LASTS_MS,
      })
    })
    if (!wasAway.current) return
    wasAway.current = false
    const session = JSON.stringify(api.session.get.queryKey())
    void queries.invalidateQueries({
      predicate: ({ state, queryKey }) => state.status === 'error' || JSON.stringify(queryKey) === session,
    })
    // The words of a language are no reason to ask again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [connection, scope, queries])

  return null
}

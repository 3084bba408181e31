/** What the parts of saved views share: the shapes, and who has one in words. */
import { useQueryClient } from '@tanstack/react-query'
import { useIntl, type IntlShape } from 'react-intl'
import type { Sharing } from '#engines/saved-view/saved-view.ts'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { showToast } from '../../ui/toast.tsx'

export type SavedViews = Awaited<ReturnType<typeof client.savedView.list>>
export type SavedView = SavedViews['items'][number]
export type Choices = Awaited<ReturnType<typeof client.savedView.choices>>

/** The address of a view in the inbox. */
export const viewLink = (id: string) => ({ to: '/inbox/$view' as never, params: { view: id } as never })

export function describeSharing(intl: IntlShape, sharing: Sharing, choices: Choices | undefined): string {
  const named = (list: Choices['queues'] = [], wanted: string) => list.find(({ id }) => id === wanted)?.name ?? '–'
  if (sharing.with === 'queue') {
    const queues = [...(choices?.queues ?? []), ...(choices?.retiredQueues ?? [])]
    return intl.formatMessage({ id: 'saved-view.sharing.queue' }, { name: named(queues, sharing.queueId) })
  }
  if (sharing.with === 'site')
    return intl.formatMessage({ id: 'saved-view.sharing.site' }, { name: named(choices?.sites, sharing.siteId) })
  return intl.formatMessage({ id: `saved-view.sharing.${sharing.with}` })
}

/** Does a change and keeps the list as the server has it then. @returns whether it was done. */
export function useViewChange() {
  const intl = useIntl()
  const queries = useQueryClient()
  return async (change: () => Promise<SavedViews>): Promise<boolean> => {
    try {
      queries.setQueryData(api.savedView.list.queryKey(), await change())
      await queries.invalidateQueries({ queryKey: api.savedView.counts.key() })
      return true
    } catch (error) {
      showToast({ text: describeProblem(intl, problemOf(error)) })
      await queries.invalidateQueries({ queryKey: api.savedView.list.key() })
      return false
    }
  }
}

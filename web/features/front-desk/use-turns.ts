/** The line of a site: fetched, kept up to date by news, and kept on this device for when there is no network (desk.md section 4). */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useIntl } from 'react-intl'
import type { client } from '../../api/client.ts'
import { api } from '../../api/client.ts'
import { deviceStore } from '../../api/device-store.ts'
import { useChanges } from '../../api/live.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { showToast } from '../../ui/toast.tsx'

export type Turn = Awaited<ReturnType<typeof client.frontDesk.turns>>['items'][number]
export type Overview = Awaited<ReturnType<typeof client.frontDesk.overview>>

/** A call from a kiosk is nobody's conversation, so no news tells of it: it is asked for this often, in milliseconds. */
const ASK_EVERY_MS = 5_000
/** Without news (a lost socket) the line is asked for this often, in milliseconds. */
const LINE_EVERY_MS = 30_000
const KEPT = 'front-desk'

const byPage = (siteId: string, show: 'open' | 'left', queueId?: string) =>
  api.frontDesk.turns.infiniteOptions({
    input: (cursor: string | undefined) => ({ siteId, show, queueId, cursor }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: LINE_EVERY_MS,
  })

/** `queueId`: of that queue alone; empty: of all. */
export function useTurns(siteId: string, queueId: string) {
  const queries = useQueryClient()
  const open = useInfiniteQuery(byPage(siteId, 'open', queueId || undefined))
  const left = useInfiniteQuery(byPage(siteId, 'left'))
  const overview = useQuery({
    ...api.frontDesk.overview.queryOptions({ input: { siteId } }),
    refetchInterval: ASK_EVERY_MS,
  })
  const refresh = () => queries.invalidateQueries({ queryKey: api.frontDesk.key() })
  useChanges((changes) => {
    if (!changes || changes.some(({ event }) => event.startsWith('front-desk.'))) void refresh()
  })

  const turns = open.data?.pages.flatMap((page) => page.items)
  const isOfAll = queueId === ''
  const isAll = open.data !== undefined && !open.hasNextPage
  const kept = useKept(siteId, turns && isOfAll && !open.isError ? { turns, isAll } : undefined, open.dataUpdatedAt)
  const isStale = open.isError || open.fetchStatus === 'paused'
  return {
    /** Undefined while nothing is known yet. */
    turns: turns ?? (isStale ? kept?.turns.filter((turn) => isOfAll || turn.queueId === queueId) : undefined),
    /** There are no more than these. */
    isAll: turns ? isAll : (kept?.isAll ?? false),
    /** Since when the shown list may be out of date; null while it is fresh. */
    staleSince: isStale ? open.dataUpdatedAt || kept?.at || null : null,
    error: turns || kept ? null : open.error,
    left: left.data?.pages.flatMap((page) => page.items) ?? [],
    more: open.hasNextPage ? () => void open.fetchNextPage() : null,
    moreLeft: left.hasNextPage ? () => void left.fetchNextPage() : null,
    overview: overview.data,
    refresh,
  }
}

type Shown = { turns: Turn[]; isAll: boolean }
type Kept = Shown & { at: number }

function useKept(siteId: string, shown: Shown | undefined, at: number): Kept | undefined {
  const [kept, setKept] = useState<Kept>()
  useEffect(() => {
    void deviceStore.get<Kept>(KEPT, siteId).then((found) => setKept(found?.value))
  }, [siteId])
  useEffect(() => {
    if (shown && at > 0) void deviceStore.put(KEPT, siteId, { ...shown, at } satisfies Kept)
    // A new list has a new time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [siteId, at])
  return kept
}

/** Does one thing with the line and shows it as it then is; what went wrong is said in words. */
export function useTurnChange(refresh: () => Promise<unknown>) {
  const intl = useIntl()
  const onError = (error: unknown) => {
    void refresh()
    showToast({ text: describeProblem(intl, problemOf(error)) })
  }
  const onSuccess = () => refresh()
  return {
    change: useMutation(api.frontDesk.change.mutationOptions({ onError, onSuccess })),
    settleCall: useMutation(api.frontDesk.settleCall.mutationOptions({ onError, onSuccess })),
    callNext: useMutation(
      api.frontDesk.callNext.mutationOptions({
        onError,
        onSuccess: async ({ number }) => {
          await refresh()
          showToast({
            text: number
              ? intl.formatMessage({ id: 'front-desk.called-now' }, { number })
              : intl.formatMessage({ id: 'front-desk.nobody-to-call' }),
          })
        },
      }),
    ),
  }
}

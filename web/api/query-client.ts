/** How answers of the server are kept on the page, and when they are asked for again. */
import { MutationCache, QueryCache, QueryClient, type Query } from '@tanstack/react-query'
import { askAgainAfterMs, problemOf } from './refusal.ts'
import { tellSignedOut } from './signed-out.ts'

/** News comes over the socket; this only bounds how old an answer may be when a screen is opened again. */
const FRESH_MS = 15_000
/** Tries again after a lost connection; a refusal is an answer and is not repeated. */
const TRIES = 2

export const newQueryClient = () =>
  new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        noticeEnd(error)
        askAgainLater(error, query)
      },
      onSuccess: (_answer, query) => void refusedInARow.delete(query),
    }),
    mutationCache: new MutationCache({ onError: noticeEnd }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // A browser that knows of no network needs no second try; the screens ask again when there is one.
        retry: (failures, error) => navigator.onLine && problemOf(error).isOffline && failures < TRIES,
        refetchOnWindowFocus: true,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })

const noticeEnd = (error: unknown) => {
  if (problemOf(error).code === 'NOT_SIGNED_IN') tellSignedOut()
}

const refusedInARow = new WeakMap<object, number>()
const willAskAgain = new WeakSet<object>()

/**
 * News of a change comes once, and a page is opened once: an answer that was refused at that moment would be missing until the next.
 * Without a connection and without an answer the screen says what it has meanwhile, and asks when the connection is back.
 */
function askAgainLater(error: unknown, query: Query<unknown, unknown, unknown>): void {
  const problem = problemOf(error)
  const hasAnswer = query.state.data !== undefined
  const before = refusedInARow.get(query) ?? 0
  const ms = askAgainAfterMs(problem, before)
  if (ms === undefined || (problem.isOffline && !hasAnswer) || willAskAgain.has(query)) return
  willAskAgain.add(query)
  refusedInARow.set(query, before + 1)
  setTimeout(() => {
    willAskAgain.delete(query)
    if (query.isActive() && query.state.status === 'error') void query.fetch().catch(() => {})
  }, ms)
}

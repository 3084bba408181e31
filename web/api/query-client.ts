/** How answers of the server are kept on the page, and when they are asked for again. */
import { MutationCache, QueryCache, QueryClient, type Query } from '@tanstack/react-query'
import { problemOf, type Problem } from './refusal.ts'
import { tellSignedOut } from './signed-out.ts'

/** News comes over the socket; this only bounds how old an answer may be when a screen is opened again. */
const FRESH_MS = 15_000
/** Tries again after a lost connection; a refusal is an answer and is not repeated. */
const TRIES = 2
/** Refusals that say nothing against the question: what is shown asks again by itself. */
const PASSING = new Set<Problem['code']>(['SLOW_DOWN', 'UNAVAILABLE', 'AUDIT_UNAVAILABLE'])
/** Where the server does not say when, in milliseconds: doubled with each error up to the longest. */
const AGAIN_FIRST_MS = 2_000
const AGAIN_LONGEST_MS = 60_000
/** Readers who were refused at one moment do not return as one, in milliseconds. */
const SPREAD_MS = 1_000

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
  if (!PASSING.has(problem.code) || (problem.isOffline && !hasAnswer) || willAskAgain.has(query)) return
  willAskAgain.add(query)
  const before = refusedInARow.get(query) ?? 0
  refusedInARow.set(query, before + 1)
  setTimeout(
    () => {
      willAskAgain.delete(query)
      if (query.isActive() && query.state.status === 'error') void query.fetch().catch(() => {})
    },
    againAfterMs(problem, before),
  )
}

function againAfterMs({ detail }: Problem, refusedBefore: number): number {
  const said = Number(detail?.retryAfterSeconds) * 1_000
  const own = AGAIN_FIRST_MS * 2 ** refusedBefore
  return Math.min(said > 0 ? said : own, AGAIN_LONGEST_MS) + Math.random() * SPREAD_MS
}

/** How answers of the server are kept on the page, and when they are asked for again. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { problemOf } from './refusal.ts'
import { tellSignedOut } from './signed-out.ts'

/** News comes over the socket; this only bounds how old an answer may be when a screen is opened again. */
const FRESH_MS = 15_000
/** Tries again after a lost connection; a refusal is an answer and is not repeated. */
const TRIES = 2

export const newQueryClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: noticeEnd }),
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

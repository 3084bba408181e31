/** Who is signed in here, and leaving without a trace. */
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { askSession } from '../../api/ask-session.ts'
import { api, client } from '../../api/client.ts'
import { deviceStore } from '../../api/device-store.ts'
import { keptSession } from '../../api/kept-session.ts'
import { problemOf } from '../../api/refusal.ts'
import type { SessionState } from '../../api/types.ts'
import { keepLocale } from '../../i18n/locale.ts'
import { keepAppearance } from '../../theme/appearance.ts'

export type Me = NonNullable<SessionState['person']> & {
  organization: NonNullable<SessionState['organization']>
  /** Where the news stood when this was told. */
  feed: string | null
}

export const sessionOptions = () => ({ ...api.session.get.queryOptions({ staleTime: 30_000 }), queryFn: askSession })

export const useSession = () => useQuery(sessionOptions())

/** Who is here, by the server's word; without a connection, by what this device has kept of it (decision 0133). */
export async function sessionHere(queries: QueryClient): Promise<SessionState> {
  const options = sessionOptions()
  try {
    const state = await queries.ensureQueryData(options)
    const receivedAt = queries.getQueryState(options.queryKey)?.dataUpdatedAt ?? Date.now()
    // Before anything is shown: what another person left on this device goes first.
    await keptSession.keep(state, receivedAt).catch(() => {})
    return state
  } catch (error) {
    const kept = problemOf(error).isOffline ? await keptSession.find() : undefined
    if (!kept) throw error
    queries.setQueryData(options.queryKey, kept.state, { updatedAt: kept.receivedAt })
    return kept.state
  }
}

/** The signed-in member of staff; undefined while nobody is. */
export function staffOf(session: SessionState | undefined): Me | undefined {
  if (session?.level !== 'full' || session.person?.kind !== 'staff' || !session.organization) return undefined
  return { ...session.person, organization: session.organization, feed: session.feed }
}

/**
 * The session is over by the clock, or by what the server said: the page is empty first, also where the server can not be told now, and what
 * waits on the device is locked (decision 0141).
 */
export async function leaveAtEnd(queries: QueryClient) {
  queries.clear()
  await keptSession.end()
  const told = await client.session.signOut({ isTimedOut: true }).catch(() => undefined)
  if (told?.ended && told.ended !== 'timed-out') await deviceStore.wipe()
  keepWhatIsNobodys()
}

/** Nothing of a patient stays: neither in the page, nor on the device (desk-D72). */
export function useSignOut(then: () => void) {
  const queries = useQueryClient()
  return async () => {
    await client.session.signOut().catch(() => undefined)
    keepWhatIsNobodys()
    queries.clear()
    await deviceStore.wipe()
    then()
  }
}

/** With a session the server empties the browser's storage. How the screens look and speak is nobody's secret, and stays. */
function keepWhatIsNobodys() {
  keepAppearance()
  keepLocale()
}

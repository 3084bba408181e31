/**
 * Ends a session. Whatever was of a patient leaves this page and this device with it (trust-D21, desk-D72); after an end by the clock what
 * waits stays for its writer, locked (decision 0141).
 */
import type { QueryClient } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { deviceStore } from '../../api/device-store.ts'
import { keptSession } from '../../api/kept-session.ts'
import type { SessionState } from '../../api/types.ts'

export async function signOut(queries: QueryClient, scope: 'here' | 'everywhere'): Promise<void> {
  await (scope === 'here' ? client.session.signOut() : client.session.signOutEverywhere())
  await deviceStore.wipe()
  forget(queries)
  await queries.invalidateQueries({ queryKey: api.session.get.key() })
}

/** The session is over by the clock: the screen is empty at once, also where the server can not be told now. */
export async function leaveAtEnd(queries: QueryClient): Promise<void> {
  queries.setQueryData(api.session.get.queryKey(), (state: SessionState | undefined) => state && nobody(state))
  forget(queries)
  await keptSession.end()
  const told = await client.session.signOut({ isTimedOut: true }).catch(() => undefined)
  if (told?.ended && told.ended !== 'timed-out') await deviceStore.wipe()
  await queries.invalidateQueries({ queryKey: api.session.get.key() })
}

const nobody = (state: SessionState): SessionState => ({
  ...state,
  level: 'none',
  person: null,
  organization: null,
  patients: [],
  idleEndsAt: null,
  endsAt: null,
  stepUpUntil: null,
  deviceKey: null,
  feed: null,
})

/** Drops every answer of the server but the one on the session. */
function forget(queries: QueryClient): void {
  const session = JSON.stringify(api.session.get.queryKey())
  queries.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== session })
  queries.getMutationCache().clear()
}

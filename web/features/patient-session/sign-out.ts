/** Ends a session. Whatever was of a patient leaves this page and this device with it (trust-D21, desk-D72). */
import type { QueryClient } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { deviceStore } from '../../api/device-store.ts'
import type { SessionState } from '../../api/types.ts'

export async function signOut(queries: QueryClient, scope: 'here' | 'everywhere'): Promise<void> {
  await (scope === 'here' ? client.session.signOut() : client.session.signOutEverywhere())
  await forget(queries)
  await queries.invalidateQueries({ queryKey: api.session.get.key() })
}

/** The session is over by the clock: the screen is empty at once, also where the server can not be told now. */
export async function leaveAtEnd(queries: QueryClient): Promise<void> {
  queries.setQueryData(api.session.get.queryKey(), (state: SessionState | undefined) => state && nobody(state))
  await forget(queries)
  await client.session.signOut().catch(() => {})
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
  feed: null,
})

/** Wipes what was kept here, and drops every answer of the server but the one on the session. */
async function forget(queries: QueryClient): Promise<void> {
  await deviceStore.wipe()
  const session = JSON.stringify(api.session.get.queryKey())
  queries.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== session })
  queries.getMutationCache().clear()
}

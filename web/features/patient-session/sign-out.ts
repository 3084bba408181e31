/** Ends a session. Whatever was of a patient leaves this page and this device with it (trust-D21, desk-D72). */
import type { QueryClient } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import { deviceStore } from '../../api/device-store.ts'
import { keepLocale } from '../../i18n/locale.ts'
import { keepAppearance } from '../../theme/appearance.ts'

export async function signOut(queries: QueryClient, scope: 'here' | 'everywhere'): Promise<void> {
  await (scope === 'here' ? client.session.signOut() : client.session.signOutEverywhere())
  await leaveDevice(queries)
}

/** Wipes what was kept here, drops every answer of the server and asks who is signed in now. */
export async function leaveDevice(queries: QueryClient): Promise<void> {
  await deviceStore.wipe()
  keepAppearance()
  keepLocale()
  const session = JSON.stringify(api.session.get.queryKey())
  queries.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== session })
  queries.getMutationCache().clear()
  await queries.invalidateQueries({ queryKey: api.session.get.key() })
}

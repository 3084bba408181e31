/** The server's word on who is here, and what it means for what waits on this device: before anybody sees it (decision 0141). */
import { client } from './client.ts'
import type { SessionState } from './types.ts'

export async function askSession(): Promise<SessionState> {
  // Fetched while the server is asked.
  const keeping = import('./kept-session.ts')
  keeping.catch(() => {})
  const state = await client.session.get()
  const receivedAt = Date.now()
  // A device that keeps nothing shows the door when it has no connection.
  if (state.level === 'full' || state.ended)
    await keeping.then(({ keptSession }) => keptSession.keep(state, receivedAt)).catch(() => {})
  return state
}

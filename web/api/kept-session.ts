/**
 * Who was signed in here last, sealed in the device's own store: without a connection the page comes up for this person
 * (decision 0133).
 *
 * It counts until the session would have ended by the clock, and is wiped with all the rest. What the device keeps belongs to one
 * person: when somebody else signs in, it goes first.
 */
import { deviceStore, type DeviceStore } from './device-store.ts'
import { endsOf } from './session-clock.ts'
import type { SessionState } from './types.ts'

/** `receivedAt`: the reader's clock when the server said so, in milliseconds. */
export type KeptSession = { state: SessionState; receivedAt: number }

/** Whose device this is stays known when their session is over: what waits is theirs. */
type Kept = { personId: string; session: KeptSession | null }

const KIND = 'session'
const LAST = 'last'

export function sessionKeeper(store: DeviceStore) {
  const last = async () => (await store.get<Kept>(KIND, LAST))?.value

  return {
    /** What the server said of the session; that nobody is signed in, too. */
    async keep(state: SessionState, receivedAt: number): Promise<void> {
      const before = await last()
      if (state.level !== 'full' || !state.person) {
        if (before) await store.put<Kept>(KIND, LAST, { ...before, session: null })
        return
      }
      if (before?.session?.receivedAt === receivedAt) return
      const personId = state.person.id
      if (before && before.personId !== personId) await store.wipe()
      await store.put<Kept>(KIND, LAST, { personId, session: { state, receivedAt } })
    },
    /** Undefined: nobody, or the session is over meanwhile. */
    async find(now = Date.now()): Promise<KeptSession | undefined> {
      const kept = (await last())?.session
      if (!kept) return undefined
      const { idleEndsAt, endsAt } = endsOf(kept.state, kept.receivedAt)
      return now < Math.min(idleEndsAt ?? Infinity, endsAt ?? Infinity) ? kept : undefined
    },
  }
}

export const keptSession = sessionKeeper(deviceStore)

/**
 * Who was signed in here last, sealed in the device's own store: without a connection the page comes up for this person
 * (decision 0133).
 *
 * It counts until the session would have ended by the clock. What the device keeps belongs to one person: an end by the clock locks it
 * until that person signs in again, whatever else ended the session wipes it (decision 0141), and somebody else who signs in, too.
 */
import { deviceStore } from './device-store.ts'
import type { DeviceStore } from './memory-store.ts'
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

  /** By the clock, or without a word of how; no later than by the clock of what was kept. What cannot be locked is wiped. */
  const end = async (now = Date.now()): Promise<void> => {
    try {
      const session = (await last())?.session
      await store.lock(session ? Math.min(now, endOf(session)) : now)
    } catch {
      await store.wipe()
    }
  }

  return {
    end,
    /** What the server said of the session; that nobody is signed in, too. */
    async keep(state: SessionState, receivedAt: number): Promise<void> {
      if (state.ended === 'ended' || state.ended === 'replaced') return store.wipe()
      if (state.level !== 'full' || !state.person) return end()
      const before = await last()
      if (before?.session?.receivedAt === receivedAt) return
      const personId = state.person.id
      if (before && before.personId !== personId) await store.wipe()
      if (state.deviceKey) await store.unlock(state.deviceKey)
      // The key does not lie under its own seal.
      const session = { state: { ...state, deviceKey: null }, receivedAt }
      await store.put<Kept>(KIND, LAST, { personId, session })
    },
    /** Undefined: nobody, or the session is over meanwhile. */
    async find(now = Date.now()): Promise<KeptSession | undefined> {
      const session = (await last())?.session
      if (!session || now < endOf(session)) return session ?? undefined
      await end(now)
    },
  }
}

export const keptSession = sessionKeeper(deviceStore)

/** By the reader's clock. */
function endOf({ state, receivedAt }: KeptSession): number {
  const { idleEndsAt, endsAt } = endsOf(state, receivedAt)
  return Math.min(idleEndsAt ?? Infinity, endsAt ?? Infinity)
}

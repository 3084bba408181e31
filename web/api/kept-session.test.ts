import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { memoryStore, type DeviceStore } from './memory-store.ts'
import { sessionKeeper } from './kept-session.ts'
import type { SessionState } from './types.ts'

const NOON = Date.parse('2026-03-02T12:00:00Z')
const at = (ms: number) => new Date(ms).toISOString()
const MINUTE = 60_000

beforeEach(() => void vi.useFakeTimers({ now: NOON, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** Idle after 15 minutes, over in the evening, by the server's clock, which is a minute ahead of ours. */
const aSession = (personId: string): SessionState =>
  ({
    level: 'full',
    person: { id: personId, name: 'A Name', kind: 'staff', role: 'agent' },
    now: at(NOON + MINUTE),
    idleEndsAt: at(NOON + 16 * MINUTE),
    endsAt: at(NOON + 12 * 60 * MINUTE),
    ended: null,
    deviceKey: `key of ${personId}`,
  }) as unknown as SessionState

/** Sealed as the browser's store is, in what can be seen of it: what one key sealed another does not open. */
function aSealedStore(now: () => number) {
  const sealed = new Map<string, DeviceStore>()
  let lock: { key: string | null; id: string; lockedAt: number } = { key: null, id: '', lockedAt: 0 }
  const at = () => {
    const store = sealed.get(lock.key ?? '') ?? memoryStore(now)
    sealed.set(lock.key ?? '', store)
    return store
  }
  const steps: string[] = []
  const store: DeviceStore = {
    put: (kind, id, value) => at().put(kind, id, value),
    get: (kind, id) => at().get(kind, id),
    all: (kind) => at().all(kind),
    remove: (kind, id) => at().remove(kind, id),
    async unlock(key) {
      steps.push(`unlock ${key}`)
      lock = { key, id: key, lockedAt: 0 }
    },
    async lock(since) {
      steps.push(`lock ${since}`)
      lock = { key: null, id: lock.id, lockedAt: since }
    },
    async wipe() {
      steps.push('wipe')
      sealed.clear()
      lock = { key: null, id: '', lockedAt: 0 }
    },
  }
  return { store, steps }
}

const aKeeper = () => {
  const { store, steps } = aSealedStore(() => NOON)
  return { store, steps, keeper: sessionKeeper(store) }
}

const nobody = (ended: SessionState['ended']): SessionState => ({
  ...aSession('a'),
  level: 'none',
  person: null,
  deviceKey: null,
  ended,
})

test('desk-D72 without the server the device says who is here, until the session would have ended by the clock; then it is locked', async () => {
  const { keeper, steps } = aKeeper()
  await keeper.keep(aSession('a'), NOON)
  expect((await keeper.find(NOON + 15 * MINUTE - 1))?.state.person?.id).toBe('a')
  expect(await keeper.find(NOON + 15 * MINUTE)).toBeUndefined()
  expect(steps).toEqual(['unlock key of a', `lock ${NOON + 15 * MINUTE}`])
})

test('desk-D72 what waits goes when somebody else signs in, and stays for the one who wrote it', async () => {
  const { store, keeper } = aKeeper()
  await keeper.keep(aSession('a'), NOON)
  await store.put('reply', 'r', { text: 'to be sent by a' })
  await keeper.keep(aSession('a'), NOON + MINUTE)
  expect(await store.all('reply')).toHaveLength(1)
  await keeper.keep(aSession('b'), NOON + 2 * MINUTE)
  expect(await store.all('reply')).toEqual([])
  expect((await keeper.find(NOON + 3 * MINUTE))?.state.person?.id).toBe('b')
})

test('desk-D72 after an end by the clock what waits is locked from the end on, and open again to the same person', async () => {
  for (const ended of ['timed-out', null] as const) {
    const { store, keeper, steps } = aKeeper()
    await keeper.keep(aSession('a'), NOON)
    await store.put('reply', 'r', { text: 'to be sent by a' })
    // Heard an hour later: locked since the session was over.
    vi.setSystemTime(NOON + 60 * MINUTE)
    await keeper.keep(nobody(ended), NOON + 60 * MINUTE)
    expect(steps.at(-1)).toBe(`lock ${NOON + 15 * MINUTE}`)
    expect(await keeper.find(NOON)).toBeUndefined()
    expect(await store.all('reply')).toEqual([])
    await keeper.keep(aSession('a'), NOON + 61 * MINUTE)
    expect(await store.all('reply')).toHaveLength(1)
  }
})

test('desk-D72 an end that somebody brought about wipes what waits, before or after the clock', async () => {
  for (const ended of ['ended', 'replaced'] as const)
    for (const isLocked of [false, true]) {
      const { store, keeper } = aKeeper()
      await keeper.keep(aSession('a'), NOON)
      await store.put('reply', 'r', { text: 'to be sent by a' })
      if (isLocked) await keeper.end(NOON + 15 * MINUTE)
      await keeper.keep(nobody(ended), NOON + 16 * MINUTE)
      await keeper.keep(aSession('a'), NOON + 17 * MINUTE)
      expect(await store.all('reply'), ended).toEqual([])
    }
})

test('desk-D72 the key does not lie under its own seal', async () => {
  const { store, keeper } = aKeeper()
  await keeper.keep(aSession('a'), NOON)
  expect(JSON.stringify(await store.all('session'))).not.toContain('key of a')
})

test('desk-D72 what cannot be locked is wiped', async () => {
  const { store, steps } = aSealedStore(() => NOON)
  const keeper = sessionKeeper({ ...store, lock: () => Promise.reject(new Error('the browser refuses')) })
  await keeper.keep(aSession('a'), NOON)
  await store.put('reply', 'r', { text: 'to be sent by a' })
  await keeper.end(NOON + 15 * MINUTE)
  expect(steps.at(-1)).toBe('wipe')
  await keeper.keep(aSession('a'), NOON + 16 * MINUTE)
  expect(await store.all('reply')).toEqual([])
})

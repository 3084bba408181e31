import { expect, test } from 'vitest'
import { memoryStore } from './device-store.ts'
import { sessionKeeper } from './kept-session.ts'
import type { SessionState } from './types.ts'

const NOON = Date.parse('2026-03-02T12:00:00Z')
const at = (ms: number) => new Date(ms).toISOString()
const MINUTE = 60_000

/** Idle after 15 minutes, over in the evening, by the server's clock, which is a minute ahead of ours. */
const aSession = (personId: string): SessionState =>
  ({
    level: 'full',
    person: { id: personId, name: 'A Name', kind: 'staff', role: 'agent' },
    now: at(NOON + MINUTE),
    idleEndsAt: at(NOON + 16 * MINUTE),
    endsAt: at(NOON + 12 * 60 * MINUTE),
  }) as unknown as SessionState

const aKeeper = () => {
  const store = memoryStore(() => NOON)
  return { store, keeper: sessionKeeper(store) }
}

test('desk-D72 without the server the device says who is here, until the session would have ended by the clock', async () => {
  const { keeper } = aKeeper()
  await keeper.keep(aSession('a'), NOON)
  expect((await keeper.find(NOON + 15 * MINUTE - 1))?.state.person?.id).toBe('a')
  expect(await keeper.find(NOON + 15 * MINUTE)).toBeUndefined()
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

test('desk-D72 once the server says that nobody is signed in, the page comes up for nobody', async () => {
  const { store, keeper } = aKeeper()
  await keeper.keep(aSession('a'), NOON)
  await store.put('my-message', 'm', 1)
  await keeper.keep({ ...aSession('a'), level: 'none', person: null }, NOON)
  expect(await keeper.find(NOON)).toBeUndefined()
  expect(await store.all('my-message')).toHaveLength(1)
  // It is still theirs, and nobody else's.
  await keeper.keep(aSession('b'), NOON + MINUTE)
  expect(await store.all('my-message')).toEqual([])
})

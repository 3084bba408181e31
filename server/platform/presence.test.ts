import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { newId } from './id.ts'
import { openHub, type Frame } from './realtime.ts'
import { testDatabase } from './test-database.ts'

const { database, connections } = await testDatabase()
const facts = async (_tx: unknown, ids: readonly string[]) => ids.map((id) => ({ id }) as never)
const hub = await openHub(connections.app, database, facts, { info: () => undefined, error: () => undefined } as never)
afterAll(() => hub.stop())
afterEach(() => vi.restoreAllMocks())

/** Real time; the clock of the rule is set by the test. */
const WITHIN = { timeout: 15_000, interval: 100 }

test('desk-D14 who is viewing or typing is told to the others, and forgotten 10 s after the last beat', async () => {
  const [organizationId, conversationId, ada, ben] = [newId(), newId(), newId(), newId()]
  const told: Frame[] = []
  const reader = { organizationId, send: (frame: Frame) => void told.push(frame), canSee: () => true, eyes: () => '' }
  const leave = await hub.subscribe(reader, null)
  const here = () => hub.presence(organizationId, conversationId).staff
  const newest = () => told.findLast(({ type }) => type === 'presence') as { staff: object[] } | undefined

  // The clock stands still but where it is set: every beat of one step has the same moment.
  const began = Date.now()
  const clock = vi.spyOn(Date, 'now').mockReturnValue(began)
  // The line to the database may still be opening: a beat that was lost is followed by the next.
  await expect
    .poll(() => {
      hub.present(organizationId, conversationId, { kind: 'staff', id: ada }, 'typing')
      return here()
    }, WITHIN)
    .toEqual([{ id: ada, doing: 'typing' }])
  // Beats arrive in the order they were sent: when Ben's has come and gone, no beat of Ada is on its way.
  hub.present(organizationId, conversationId, { kind: 'staff', id: ben }, 'viewing')
  await expect.poll(here, WITHIN).toHaveLength(2)
  hub.present(organizationId, conversationId, { kind: 'staff', id: ben }, 'away')
  await expect.poll(() => newest()?.staff, WITHIN).toEqual([{ id: ada, doing: 'typing' }])

  clock.mockReturnValue(began + 9_900)
  expect(here()).toHaveLength(1)
  hub.present(organizationId, conversationId, { kind: 'staff', id: ben }, 'viewing')
  await expect.poll(here, WITHIN).toHaveLength(2)

  // Ada's last beat is 10 s ago, Ben's is not; nobody had to say that she left.
  clock.mockReturnValue(began + 10_100)
  expect(here()).toEqual([{ id: ben, doing: 'viewing' }])
  await expect.poll(() => newest()?.staff, WITHIN).toEqual([{ id: ben, doing: 'viewing' }])
  hub.present(organizationId, conversationId, { kind: 'staff', id: ben }, 'away')
  await expect.poll(here, WITHIN).toEqual([])
  leave()
})

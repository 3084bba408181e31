import { createRouterClient } from '@orpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aClinic } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { foresee, type Change, type ChangeFacts } from '#server/modules/conversation/index.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { bulkChangeRoutes } from '#server/modules/bulk-change/index.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const theirs = await aClinic(database)
const desk = aDesk(database, clinic)
const otherDesk = aDesk(database, theirs)
const bulkOf = (staffId: string) =>
  createRouterClient({ bulkChange: bulkChangeRoutes }, { context: desk.routeOf(staffId, 'agent', []) }).bulkChange
const ada = desk.as(clinic.agentId).conversation
const bulk = bulkOf(clinic.agentId)

async function someCases(count: number) {
  const items: { conversationId: string; version: number }[] = []
  for (let n = 0; n < count; n++) {
    const { conversationId } = await desk.receive(`I need to book a visit, number ${n}`)
    items.push({ conversationId, version: (await ada.get({ conversationId })).version })
  }
  return items
}
const stateOf = async (conversationId: string) => (await ada.get({ conversationId })).state
const outcomes = ({ items }: { items: { outcome: string; refusal: string | null }[] }) =>
  items.map(({ outcome, refusal }) => refusal ?? outcome)
const RESOLVE: Change = { do: 'state', to: { state: 'resolved' } }

const FACTS: ChangeFacts = {
  version: 3,
  state: 'open',
  waitingOn: null,
  assigneeId: null,
  assignment: 'unassigned',
  queueId: 'q',
  tags: ['a'],
  labels: [],
  patientId: null,
  openAlerts: [],
  unknownDeliveries: [],
}
const NOWHERE = { staff: null, queue: null }

test('desk-D20 a change is foreseen: it changes something, nothing, or is refused with its reason', () => {
  const now = new Date('2026-03-02T12:00:00Z')
  const say = (change: Change, over: Partial<ChangeFacts> = {}, version = 3) => {
    const { outcome, refusal } = foresee(change, version, { ...FACTS, ...over }, NOWHERE, now)
    return refusal ?? outcome
  }
  expect(say(RESOLVE)).toBe('changes')
  expect(say(RESOLVE, { state: 'resolved' })).toBe('same')
  expect(say(RESOLVE, {}, 2)).toBe('CHANGED_MEANWHILE')
  expect(say(RESOLVE, { openAlerts: ['x'] })).toBe('OPEN_SAFETY_QUESTION')
  expect(say(RESOLVE, { unknownDeliveries: ['x'] })).toBe('DELIVERY_UNKNOWN')
  expect(say(RESOLVE, { state: 'spam' })).toBe('STATE_NOT_ALLOWED')
  expect(say({ do: 'tags', add: ['b'], remove: [] }, {}, 1)).toBe('changes')
  expect(say({ do: 'tags', add: ['a'], remove: ['b'] })).toBe('same')
  expect(say({ do: 'assign', staffId: 'me' })).toBe('NOT_A_READER')
  expect(say({ do: 'queue', queueId: 'z' })).toBe('NOT_FOUND')
  expect(say({ do: 'state', to: { state: 'snoozed', until: '2026-03-01T12:00:00Z' } })).toBe('INVALID_INPUT')
  expect(foresee(RESOLVE, 3, undefined, NOWHERE, now)).toEqual({ outcome: 'refused', refusal: 'NOT_FOUND' })
})

test('desk-D20 whatever the tags are: what is foreseen as the same leaves them as they were', () => {
  const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })
  fc.assert(
    fc.property(tags, tags, tags, (has, add, remove) => {
      const { outcome } = foresee({ do: 'tags', add, remove }, 0, { ...FACTS, tags: has }, NOWHERE, new Date())
      const isSame =
        add.every((tag) => has.includes(tag) || remove.includes(tag)) && !remove.some((tag) => has.includes(tag))
      expect(outcome).toBe(isSame ? 'same' : 'changes')
    }),
  )
})

test('desk-D20 the preview changes nothing and says what the run then does, item by item; one refusal stops no other', async () => {
  const [open, done, flagged, stale] = await someCases(4)
  const foreign = await otherDesk.receive('Not yours')
  await ada.setState({ ...done!, to: { state: 'resolved' } })
  done!.version += 1
  await ada.tag({ conversationId: stale!.conversationId, add: ['meanwhile'] })
  const red = await desk.receive("my chest hurts and I can't breathe")
  const redVersion = (await ada.get({ conversationId: red.conversationId })).version
  const items = [
    open!,
    done!,
    { conversationId: red.conversationId, version: redVersion },
    stale!,
    { conversationId: foreign.conversationId, version: 1 },
    { conversationId: newId(), version: 1 },
    flagged!,
  ]
  const expected = ['same', 'OPEN_SAFETY_QUESTION', 'CHANGED_MEANWHILE', 'NOT_FOUND', 'NOT_FOUND']
  const preview = await bulk.preview({ change: RESOLVE, items })
  expect(outcomes(preview)).toEqual(['changes', ...expected, 'changes'])
  expect(await stateOf(open!.conversationId)).toBe('open')

  const run = await bulk.begin({ bulkId: newId(), change: RESOLVE, items })
  expect(outcomes(run)).toEqual(['done', ...expected, 'done'])
  expect(run.left).toBe(0)
  expect(await stateOf(open!.conversationId)).toBe('resolved')
  expect(await stateOf(red.conversationId)).toBe('open')
  expect(await otherDesk.as(theirs.agentId).conversation.get({ conversationId: foreign.conversationId })).toMatchObject(
    {
      state: 'open',
    },
  )
})

test('desk-D20 two clicks are one change, and what is left is gone on with, each item once', async () => {
  // Each of the two does 25 at most, and the second may begin when the first has done some.
  const items = await someCases(51)
  const bulkId = newId()
  const change = { do: 'tags' as const, add: ['flu'] }
  const both = await Promise.all([bulk.begin({ bulkId, change, items }), bulk.begin({ bulkId, change, items })])
  expect(Math.min(...both.map(({ left }) => left))).toBeGreaterThan(0)
  // Nobody else goes on with it or takes it back.
  const ben = bulkOf(clinic.otherAgentId)
  expect((await refusalOf(ben.goOn({ bulkId }))).code).toBe('NOT_FOUND')
  expect((await refusalOf(ben.undo({ bulkId }))).code).toBe('NOT_FOUND')
  await bulk.goOn({ bulkId })
  const end = await bulk.goOn({ bulkId })
  expect(outcomes(end)).toEqual(items.map(() => 'done'))
  const [{ count } = { count: 0 }] = await look<{ count: number }>(
    `select count(*)::int as count from journal where event = 'conversation.tagged' and detail->>'bulkId' = $1`,
    [bulkId],
  )
  expect(count).toBe(items.length)
})

test('desk-D20 undo gives back states, hands and tags, each journalled; what somebody changed since is kept and named', async () => {
  const items = await someCases(2)
  const [one, two] = items.map(({ conversationId }) => conversationId) as [string, string]
  const dueBefore = (await ada.get({ conversationId: one })).dueAt
  await ada.setState({ ...items[0]!, to: { state: 'waiting', waitingOn: 'payer' } })
  items[0]!.version += 1
  const bulkId = newId()
  await bulk.begin({ bulkId, change: RESOLVE, items })
  await ada.setState({ conversationId: two, version: items[1]!.version + 1, to: { state: 'open' } })
  expect(outcomes(await bulk.undo({ bulkId }))).toEqual(['undone', 'CHANGED_MEANWHILE'])
  // Again changes nothing: it is undone.
  expect(outcomes(await bulk.undo({ bulkId }))).toEqual(['undone', 'CHANGED_MEANWHILE'])
  expect(await ada.get({ conversationId: one })).toMatchObject({ state: 'waiting', waitingOn: 'payer' })
  const [undone] = await look<{ actor: string; parts: string[] }>(
    `select actor_id as actor, detail->'parts' as parts from journal where event = 'conversation.change-undone' and conversation_id = $1`,
    [one],
  )
  expect(undone).toEqual({ actor: clinic.agentId, parts: ['state'] })
  expect((await refusalOf(bulk.goOn({ bulkId }))).code).toBe('STATE_NOT_ALLOWED')

  // The promise to answer is what it was: a resolve that was taken back ended no clock.
  await ada.setState({
    conversationId: one,
    version: (await ada.get({ conversationId: one })).version,
    to: { state: 'open' },
  })
  expect((await ada.get({ conversationId: one })).dueAt).toBe(dueBefore)
})

test('desk-D20 hands and queue come back as they were, also to somebody; tags come back whatever else happened', async () => {
  const { conversationId } = (await someCases(1))[0]!
  const now = async () => ({ conversationId, version: (await ada.get({ conversationId })).version })
  await ada.assign({ ...(await now()), staffId: clinic.otherAgentId })
  const moved = newId()
  await bulk.begin({
    bulkId: moved,
    change: { do: 'queue', queueId: clinic.queueIds.billing },
    items: [await now()],
  })
  expect(await ada.get({ conversationId })).toMatchObject({ queue: { name: 'billing' }, assignee: null })
  await bulk.undo({ bulkId: moved })
  expect(await ada.get({ conversationId })).toMatchObject({
    queue: { name: 'service' },
    assignee: { name: 'Ben Test' },
  })

  const tagged = newId()
  await ada.tag({ conversationId, add: ['old'] })
  await bulk.begin({ bulkId: tagged, change: { do: 'tags', add: ['new'], remove: ['old'] }, items: [await now()] })
  await ada.tag({ conversationId, add: ['later'] })
  expect(outcomes(await bulk.undo({ bulkId: tagged }))).toEqual(['undone'])
  expect((await ada.get({ conversationId })).tags).toEqual(['later', 'old'])

  const given = newId()
  await bulk.begin({ bulkId: given, change: { do: 'assign', staffId: clinic.agentId }, items: [await now()] })
  await look(`update staff_member set state = 'ended' where id = $1`, [clinic.otherAgentId])
  expect(outcomes(await bulk.undo({ bulkId: given }))).toEqual(['NOT_A_READER'])
})

test('desk-D20 after ten minutes there is no undo', async () => {
  const items = await someCases(1)
  const bulkId = newId()
  await bulk.begin({ bulkId, change: RESOLVE, items })
  desk.clock.at = new Date(desk.clock.at.getTime() + 10 * 60_000 + 1)
  expect((await refusalOf(bulk.undo({ bulkId }))).code).toBe('STATE_NOT_ALLOWED')
  expect(await stateOf(items[0]!.conversationId)).toBe('resolved')
})

test('desk-D20 the same conversation twice, and more than 500, are refused', async () => {
  const [item] = await someCases(1)
  expect(await refusalOf(bulk.begin({ bulkId: newId(), change: RESOLVE, items: [item!, item!] }))).toEqual({
    code: 'INVALID_INPUT',
    field: 'items',
  })
  const many = Array.from({ length: 501 }, () => ({ conversationId: newId(), version: 1 }))
  await expect(bulk.preview({ change: RESOLVE, items: many })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

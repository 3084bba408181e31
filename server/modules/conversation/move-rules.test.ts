import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decideMerge,
  decideSplit,
  decideUndo,
  merged,
  mergeObstacle,
  reopened,
  restored,
  type Late,
  type Movable,
  type Standing,
} from './move-rules.ts'
import { isMoreUrgent, URGENCIES } from './rules.ts'

const NOON = new Date('2026-03-02T17:00:00Z')

const aMovable = (over: Partial<Movable> = {}): Movable => ({
  id: 'one',
  number: '0123456789',
  labels: [],
  privacy: null,
  visitorId: null,
  lastSeq: 3,
  version: 1,
  mergedInto: null,
  lastMessageAt: '2026-03-02T10:00:00.000000Z',
  state: 'open',
  waitingOn: null,
  snoozedUntil: null,
  snoozedFor: null,
  resolvedAt: null,
  dueAt: null,
  unreadSince: null,
  assigneeId: null,
  urgency: 'routine',
  urgencyReason: null,
  tags: [],
  patientId: 'pat',
  relatedPersonId: null,
  sender: 'patient:pat',
  ...over,
})
const other = (over: Partial<Movable> = {}) => aMovable({ id: 'two', number: '1123456789', ...over })

test('desk-D22 the same patient or an unlinked side may be merged; two patients never', () => {
  expect(decideMerge(aMovable(), other(), 3).ok).toBe(true)
  expect(decideMerge(aMovable({ patientId: null }), other(), 3).ok).toBe(true)
  expect(decideMerge(aMovable(), other({ patientId: null }), 3).ok).toBe(true)
  expect(decideMerge(aMovable(), other({ patientId: 'olga' }), 3)).toMatchObject({ refusal: 'DIFFERENT_PATIENTS' })
})

test.each([
  ['itself', {}, { id: 'one' }, 'same'],
  ['a closed one as the source', { state: 'closed' }, {}, 'source-state'],
  ['one that was merged before', { state: 'merged' }, {}, 'source-state'],
  ['into a closed one', {}, { state: 'closed' }, 'target-state'],
  ['into spam', {}, { state: 'spam' }, 'target-state'],
  ['into a merged one, so around in a circle', {}, { state: 'merged' }, 'target-state'],
  ['with other readers', { labels: ['PSY'] }, {}, 'labels'],
  ['with one reader', { privacy: { readerId: 'pat' } }, {}, 'labels'],
  ['a chat with what its visitor never read', { visitorId: 'v' }, {}, 'visitor'],
] as const)('desk-D22 %s is not merged', (_, source, target, obstacle) => {
  const pair = [aMovable(source as Partial<Movable>), other(target)] as const
  expect(mergeObstacle(...pair, 3)).toBe(obstacle)
  expect(decideMerge(...pair, 3).ok).toBe(false)
})

test('desk-D22 more messages than one merge may move are refused, not cut off', () => {
  expect(mergeObstacle(aMovable(), other(), 500)).toBeNull()
  expect(decideMerge(aMovable(), other(), 501)).toMatchObject({ refusal: 'TOO_LARGE' })
})

const standing = fc.record({
  state: fc.constantFrom('open', 'waiting', 'snoozed', 'resolved'),
  dueAt: fc.constantFrom(null, '2026-03-02T10:00:00.000000Z', '2026-03-03T10:00:00.000000Z'),
  unreadSince: fc.constantFrom(null, '2026-03-01T10:00:00.000000Z'),
  urgency: fc.constantFrom(...URGENCIES),
  tags: fc.uniqueArray(fc.constantFrom('bill', 'visit', 'hours')),
  assigneeId: fc.constantFrom(null, 'ada', 'ben'),
  patientId: fc.constantFrom(null, 'pat'),
}) as fc.Arbitrary<Partial<Movable>>

test('desk-D22 a merge lowers no urgency, loses no deadline, no tag and no open question', () => {
  fc.assert(
    fc.property(standing, standing, (one, two) => {
      const [source, target] = [aMovable(one), other(two)]
      const after = merged(source, target)
      for (const side of [source, target]) {
        expect(isMoreUrgent(side.urgency, after.urgency)).toBe(false)
        if (side.dueAt !== null) expect(after.dueAt !== null && after.dueAt <= side.dueAt).toBe(true)
        expect(after.tags).toEqual(expect.arrayContaining(side.tags))
        if (side.state === 'open') expect(after.state).toBe('open')
        if (side.patientId !== null) expect(after.patientId).toBe(side.patientId)
      }
    }),
  )
})

test('desk-D22 undo at once gives back exactly what was before', () => {
  fc.assert(
    fc.property(standing, standing, (one, two) => {
      const [source, target] = [aMovable(one), other(two)]
      const after = merged(source, target)
      const was = standingOnly(target)
      expect(restored(was, after, after, null, NOON)).toEqual({
        ...was,
        tags: after.tags.filter((tag) => was.tags.includes(tag)),
      })
      expect(reopened(standingOnly(source), null, NOON)).toEqual(standingOnly(source))
    }),
  )
})

test('desk-D22 undo never takes a later message below its own urgency, nor what somebody decided since', () => {
  const was = standingOnly(other({ state: 'resolved' }))
  const after: Standing = { ...was, state: 'open', urgency: 'stat', assigneeId: null }
  const late: Late = { urgency: 'asap', hasInbound: true }
  expect(restored(was, after, { ...after, assigneeId: 'ben' }, late, NOON)).toMatchObject({
    urgency: 'asap',
    assigneeId: 'ben',
    state: 'open',
  })
  expect(restored(was, after, { ...after, urgency: 'urgent' }, null, NOON).urgency).toBe('urgent')
  expect(reopened({ ...was, state: 'waiting', waitingOn: 'patient' }, late, NOON)).toMatchObject({
    state: 'open',
    waitingOn: null,
    urgency: 'asap',
    dueAt: NOON.toISOString(),
  })
})

test('desk-D22 undo is for 30 days, once, and a later merge is undone first', () => {
  const facts = {
    kind: 'merge',
    undoUntil: NOON,
    undoneAt: null,
    source: { state: 'merged', mergedInto: 'two', privacy: null, patientId: 'pat' },
    target: { id: 'two', state: 'open', privacy: null, patientId: 'pat' },
  } as const
  expect(decideUndo(facts, NOON).ok).toBe(true)
  const refused = (over: object, now = NOON) => decideUndo({ ...facts, ...over }, now)
  expect(refused({}, new Date(NOON.getTime() + 1))).toMatchObject({ detail: { obstacle: 'too-late' } })
  expect(refused({ undoneAt: NOON })).toMatchObject({ detail: { obstacle: 'undone' } })
  expect(refused({ target: { ...facts.target, state: 'merged' } })).toMatchObject({
    detail: { obstacle: 'target-state' },
  })
  expect(refused({ source: { ...facts.source, mergedInto: 'three' } })).toMatchObject({
    detail: { obstacle: 'source-state' },
  })
})

test('desk-D22 an undo does not bring what one alone reads to where another one does', () => {
  const undo = (source: Movable['privacy'], target: Movable['privacy']) =>
    decideUndo(
      {
        kind: 'merge',
        undoUntil: NOON,
        undoneAt: null,
        source: aMovable({ state: 'merged', mergedInto: 'two', privacy: source }),
        target: other({ privacy: target }),
      },
      NOON,
    ).ok
  expect(undo({ readerId: 'mother' }, { readerId: 'father' })).toBe(false)
  expect(undo({ readerId: null }, { readerId: 'pat' })).toBe(true)
  expect(undo(null, { readerId: 'father' })).toBe(true)
})

test('desk-D22 a split takes written messages only, all that were chosen, and leaves something', () => {
  const message = (id: string, over = {}) => ({ id, seq: 1, direction: 'in', isOnItsWay: false, ...over })
  expect(decideSplit({ state: 'open' }, [message('a')], 1, 1).ok).toBe(true)
  expect(decideSplit({ state: 'open' }, [message('a')], 2, 1)).toMatchObject({ refusal: 'NOT_FOUND' })
  expect(decideSplit({ state: 'open' }, [message('a')], 1, 0)).toMatchObject({ detail: { obstacle: 'nothing-stays' } })
  expect(decideSplit({ state: 'open' }, [message('a', { isOnItsWay: true })], 1, 1)).toMatchObject({
    detail: { obstacle: 'on-its-way' },
  })
  expect(decideSplit({ state: 'merged' }, [message('a')], 1, 1).ok).toBe(false)
})

function standingOnly(row: Movable): Standing {
  const {
    id: _,
    number: _n,
    labels: _l,
    privacy: _p,
    visitorId: _v,
    lastSeq: _s,
    version: _r,
    mergedInto: _m,
    lastMessageAt: _a,
    ...rest
  } = row
  return rest
}

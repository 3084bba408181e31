import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  firstWaits,
  isFirstContact,
  isOpenAt,
  liveEnds,
  nextWaits,
  resolutionsOf,
  type Course,
  type Step,
} from './course.ts'
import { ALL, cellKey, cellsOf, MEASURES, openTallies, type Period } from './measures.ts'
import { csvField, hiddenOf, SHOWN_FROM } from './small-cells.ts'

const MIN = 60_000
const DAY = 86_400_000
const contact = (min: number, channel = 'email'): Step => ({ at: min * MIN, does: 'contact', channel })
const answer = (min: number, by: 'person' | 'bot' | 'automatic' = 'person', channel = 'email'): Step => ({
  at: min * MIN,
  does: 'answer',
  by,
  staffId: null,
  channel,
})
const left = (min: number, channel: string): Step => ({ at: min * MIN, does: 'left', channel })
const state = (min: number, to: 'resolved' | 'open' | 'waiting' | 'spam'): Step => ({
  at: min * MIN,
  does: 'state',
  to,
})
const aCourse = (steps: Step[], over: Partial<Course> = {}): Course => ({
  channel: 'email',
  queueId: null,
  at: steps[0]?.at ?? 0,
  steps,
  clocks: [],
  ...over,
})

test('desk-D71 the first answer of a person, of the assistant and of software are timed apart', () => {
  const steps = [contact(0), answer(1, 'automatic'), answer(5, 'bot'), contact(6), answer(30)]
  expect(firstWaits(steps).map(({ by, to }) => [by, to / MIN])).toEqual([
    ['person', 30],
    ['bot', 5],
    ['automatic', 1],
  ])
  expect(nextWaits(steps)).toEqual([{ from: 6 * MIN, to: 30 * MIN, by: 'person' }])
})

test('desk-D71 a contact within 14 days opens a resolved conversation again, a later one does not', () => {
  const [end, soon, late] = [10, 10 + 13 * 1440, 10 + 15 * 1440]
  const base = [contact(0), answer(5), state(end, 'resolved')]
  expect(resolutionsOf([...base, contact(soon)])).toEqual({ resolved: [end * MIN], reopened: [soon * MIN] })
  expect(resolutionsOf([...base, contact(late)]).reopened).toEqual([])
  expect([9, 11, soon + 1].map((min) => isOpenAt([...base, contact(soon)], min * MIN))).toEqual([true, false, true])
  expect(isOpenAt([contact(0), state(1, 'spam')], 5 * MIN)).toBe(false)
})

test('desk-D71 resolved at the first contact: asked once, answered once, and not opened again', () => {
  const once = [contact(0), contact(1), answer(5), state(6, 'resolved')]
  expect(isFirstContact(once)).toBe(true)
  expect(isFirstContact([...once, contact(100)])).toBe(false)
  expect(isFirstContact([contact(0), answer(5), contact(6), answer(7), state(8, 'resolved')])).toBe(false)
  expect(isFirstContact([contact(0), answer(5, 'bot'), state(6, 'resolved')])).toBe(false)
})

test.each<[string, Step[], [string, string, number][]]>([
  ['a caller who hung up', [contact(0, 'voice'), left(2, 'voice')], [['voice', 'left', 2]]],
  ['a caller who was answered', [contact(0, 'voice'), answer(1, 'person', 'voice')], [['voice', 'answered', 1]]],
  ['a chat that nobody answered', [contact(0, 'widget'), contact(20, 'widget')], [['widget', 'left', 50]]],
  ['a ready text is no answer', [contact(0, 'widget'), answer(1, 'automatic', 'widget')], [['widget', 'left', 30]]],
  ['the assistant answered', [contact(0, 'widget'), answer(1, 'bot', 'widget')], []],
  ['the assistant answered, and then was asked again', [contact(0, 'widget'), answer(1, 'bot', 'widget'), contact(5, 'widget')], [['widget', 'left', 35]]], // prettier-ignore
  ['answered in time by mail', [contact(0, 'widget'), answer(30)], [['widget', 'answered', 30]]],
  ['answered the next morning', [contact(0, 'widget'), answer(900, 'person', 'widget')], [['widget', 'left', 30]]],
  ['resolved without words', [contact(0, 'widget'), state(9, 'resolved')], []],
  ['still there', [contact(80, 'widget')], []],
  ['mail waits for nobody', [contact(0), contact(1, 'portal-chat')], []],
])('desk-D71 abandonment: %s', (_, steps, ends) => {
  expect(liveEnds(steps, 100 * MIN).map(({ channel, end, at }) => [channel, end, at / MIN])).toEqual(ends)
})

test('desk-D71 middle and ninth of ten are by nearest rank, and the sum counts each conversation once', () => {
  const courses = Array.from({ length: 10 }, (_, n) =>
    aCourse([contact(0), answer(n + 1)], { channel: n < 5 ? 'email' : 'sms' }),
  )
  const cells = tally(courses, { from: 0, to: DAY, now: DAY })
  expect(cells.get(cellKey({ measure: 'first-answer', row: ALL, column: 'person' }))).toMatchObject({
    count: 10,
    medianMin: 5,
    p90Min: 9,
  })
  expect(cells.get(cellKey({ measure: 'first-answer', row: 'sms', column: 'person' }))).toMatchObject({
    count: 5,
    medianMin: 8,
  })
})

function tally(courses: readonly Course[], { from, to, now }: Period) {
  const tallies = openTallies({ present: { from, to }, past: { from: 0, to: from }, now })
  for (const course of courses) tallies.add(course)
  return tallies.close().present
}

const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.nat(2_000), fc.constantFrom('email', 'widget', 'voice')).map(([at, channel]) => contact(at, channel)),
  fc.nat(2_000).map((at) => left(at, 'voice')),
  fc.tuple(fc.nat(2_000), fc.constantFrom('person', 'bot', 'automatic')).map(([at, by]) => answer(at, by)),
  fc.tuple(fc.nat(2_000), fc.constantFrom('resolved', 'open', 'waiting', 'spam')).map(([at, to]) => state(at, to)),
  fc.nat(2_000).map((at): Step => ({ at: at * MIN, does: 'transfer', to: 'queue' })),
  fc.nat(2_000).map((at): Step => ({ at: at * MIN, does: 'delivery', channel: 'sms', outcome: 'failed' })),
)
const course = fc
  .tuple(fc.array(aStep, { maxLength: 12 }), fc.constantFrom('email', 'sms', 'widget'))
  .map(([steps, channel]) =>
    aCourse(
      steps.toSorted((a, b) => a.at - b.at),
      { channel },
    ),
  )

test('desk-D71 a number is as large as the list of those that say they are in it; later events change no cell of the past but by being known', () => {
  const period = { from: 200 * MIN, to: 1_500 * MIN, now: 1_800 * MIN }
  fc.assert(
    fc.property(fc.array(course, { maxLength: 20 }), (courses) => {
      for (const { measure, row, column, count } of tally(courses, period).values()) {
        const key = cellKey({ measure, row, column })
        expect(courses.filter((one) => cellsOf(one, period).some((cell) => cellKey(cell) === key))).toHaveLength(count)
        expect(MEASURES[measure] as readonly string[]).toContain(column)
      }
      const known = courses.map((one) => ({ ...one, steps: one.steps.filter(({ at }) => at <= period.now) }))
      expect(tally(known, period)).toEqual(tally(courses, period))
    }),
  )
})

test('desk-D71 what is shared shows no number of 1 to 10, and none that the others give away', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 8 }), (counts) => {
      const hidden = hiddenOf(counts)
      counts.forEach((count, at) => count > 0 && count < SHOWN_FROM && expect(hidden[at]).toBe(true))
      const isAlone = hidden.filter(Boolean).length === 1
      // Alone only where nothing else was counted: then the sum is as small, and hidden itself.
      if (isAlone) expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThan(SHOWN_FROM)
    }),
  )
})

test('desk-D71 nothing in a shared file is a formula', () => {
  expect(['=1+1', '+1', '-1', '@x', 'a,"b"', 'plain'].map(csvField)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@x",
    '"a,""b"""',
    'plain',
  ])
  expect([-1, null].map(csvField)).toEqual(['-1', ''])
})

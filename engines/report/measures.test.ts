import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  firstWaits,
  isFirstContact,
  liveEnds,
  nextLook,
  nextWaits,
  openSpans,
  resolutionsOf,
  type Course,
  type Step,
} from './course.ts'
import { instantOf, localDayOf } from '#engines/calendar/time-zone.ts'
import { cellsOf, isOpenAt, readDirectly } from './a-direct-reading.ts'
import { dayCountsOf, openDay, openTotals, partsOf, UNITS, type DaySum, type Unit } from './day-sums.ts'
import { ALL, cellKey, marksOf, MEASURES } from './measures.ts'
import { csvField, SHARED_STEP, tellsWaits, toSharedStep, toSharedSum } from './small-cells.ts'

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
  begunAt: over.at ?? steps[0]?.at ?? 0,
  steps,
  clocks: [],
  waits: [],
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

test('desk-D71 a minute that was begun is a minute of waiting', () => {
  const marks = marksOf(aCourse([contact(0), { ...answer(1), at: MIN + 1 }]), DAY)
  expect(marks.find(({ measure }) => measure === 'first-answer')?.waitMin).toBe(2)
})

test('desk-D71 nothing of a conversation counts before it began', () => {
  const marks = marksOf(aCourse([left(1, 'voice'), contact(5), answer(6)], { at: 5 * MIN }), DAY)
  expect(marks.map(({ measure, at }) => [measure, at / MIN])).toContainEqual(['abandoned', 5])
  expect(Math.min(...marks.map(({ at }) => at))).toBe(5 * MIN)
})

test('desk-D71 what the house told by itself is counted as sent, and as a conversation from the first word of somebody', () => {
  const sent: Step = { at: MIN, does: 'delivery', channel: 'sms', outcome: 'arrived' }
  const cellsOfAll = (steps: Step[], begunAt: number | null) =>
    marksOf(aCourse(steps, { at: MIN, begunAt }), 9 * DAY).map(({ measure, column, at }) => [measure, column, at / MIN])
  expect(cellsOfAll([sent], null)).toEqual([['deliveries', 'arrived', 1]])
  expect(openSpans({ begunAt: null, steps: [sent] })).toEqual([])
  expect(cellsOfAll([sent, contact(2880)], 2880 * MIN)).toEqual([
    ['volume', 'begun', 2880],
    ['volume', 'nobody', 2880],
    ['deliveries', 'arrived', 1],
  ])
})

test('desk-D71 a contact within 14 days opens a resolved conversation again, a later one does not', () => {
  const [end, soon, late] = [10, 10 + 13 * 1440, 10 + 15 * 1440]
  const base = [contact(0), answer(5), state(end, 'resolved')]
  expect(resolutionsOf([...base, contact(soon)])).toEqual({ resolved: [end * MIN], reopened: [soon * MIN] })
  expect(resolutionsOf([...base, contact(late)]).reopened).toEqual([])
  expect(openSpans({ begunAt: 0, steps: [...base, contact(soon)] })).toEqual([
    { from: 0, to: end * MIN },
    { from: soon * MIN, to: null },
  ])
  expect(openSpans({ begunAt: 0, steps: [contact(0), state(1, 'spam')] })).toEqual([{ from: 0, to: MIN }])
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
  const cells = readDirectly(courses, { from: 0, to: DAY, now: DAY })
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

test('desk-D26 a wait counts when it began, by whom it was for, in minutes that were begun, and waits are summed', () => {
  const waits = [
    { on: 'patient' as const, from: 5 * MIN, workedMin: 60.5 },
    { on: 'ourselves' as const, from: 90 * MIN, workedMin: 30 },
    { on: 'patient' as const, from: 200 * MIN, workedMin: 9 },
    { on: 'outside' as const, from: 300 * MIN, workedMin: 0 },
  ]
  const courses = [
    aCourse([contact(0)], { waits }),
    aCourse([contact(1, 'sms')], { channel: 'sms', waits: waits.slice(0, 1) }),
  ]
  const cellsOfTime = (from: number) => {
    const cells = readDirectly(courses, { from: from * MIN, to: DAY, now: DAY })
    return (row: string, column: string) => cells.get(cellKey({ measure: 'waits', row, column }))
  }
  const at = cellsOfTime(0)
  expect(at('email', 'patient')).toMatchObject({ count: 1, sumMin: 70, medianMin: 9 })
  expect(at('email', 'ourselves')).toMatchObject({ count: 1, sumMin: 30 })
  expect(at(ALL, 'patient')).toMatchObject({ count: 2, sumMin: 131 })
  expect(at('email', 'outside')).toBeUndefined()
  expect(cellsOfTime(60)(ALL, 'patient')).toMatchObject({ count: 1, sumMin: 9 })
})

const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.nat(2_000), fc.constantFrom('email', 'widget', 'voice')).map(([at, channel]) => contact(at, channel)),
  fc.nat(2_000).map((at) => left(at, 'voice')),
  fc.tuple(fc.nat(2_000), fc.constantFrom('person', 'bot', 'automatic')).map(([at, by]) => answer(at, by)),
  fc.tuple(fc.nat(2_000), fc.constantFrom('resolved', 'open', 'waiting', 'spam')).map(([at, to]) => state(at, to)),
  fc.nat(2_000).map((at): Step => ({ at: at * MIN, does: 'transfer', to: 'queue' })),
  fc
    .tuple(fc.nat(2_000), fc.constantFrom('sms', 'email'))
    .map(([at, channel]): Step => ({ at: at * MIN, does: 'delivery', channel, outcome: 'failed' })),
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
      for (const { measure, row, column, count } of readDirectly(courses, period).values()) {
        const key = cellKey({ measure, row, column })
        expect(courses.filter((one) => cellsOf(one, period).some((cell) => cellKey(cell) === key))).toHaveLength(count)
        expect(MEASURES[measure] as readonly string[]).toContain(column)
      }
      const known = courses.map((one) => ({ ...one, steps: one.steps.filter(({ at }) => at <= period.now) }))
      expect(readDirectly(known, period)).toEqual(readDirectly(courses, period))
    }),
    { numRuns: 40 },
  )
})

test('desk-D71 when a conversation is open is the same as asking at each instant', () => {
  fc.assert(
    fc.property(course, fc.nat(2_100), ({ at, begunAt, steps }, min) => {
      const asked = min * MIN
      const isIn = openSpans({ begunAt, steps }).some(({ from, to }) => from < asked && (to === null || asked <= to))
      expect(isIn).toBe(at < asked && isOpenAt(steps, asked))
    }),
  )
})

test('desk-D71 without an event a conversation counts otherwise only at the moment it says', () => {
  fc.assert(
    fc.property(course, fc.nat(2_100), fc.nat(2_100), (one, min, laterMin) => {
      const now = min * MIN
      const next = nextLook(one, now) ?? Infinity
      const later = now + laterMin * MIN
      if (later < next) expect(marksOf(one, later)).toEqual(marksOf(one, now))
    }),
  )
})

/** Weeks around both changes of the clocks in New York, and zones whose midnight is skipped or comes at a half hour. */
const START = Date.UTC(2025, 9, 20)
const aZone = fc.constantFrom('America/New_York', 'America/Havana', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC')
const aLongCourse = fc
  .tuple(fc.array(fc.tuple(aStep, fc.nat(160)), { maxLength: 12 }), fc.constantFrom('email', 'sms', 'widget'))
  .map(([steps, channel]) => {
    const inOrder = steps
      .map(([step, day]): Step => ({ ...step, at: START + step.at + day * DAY }))
      .toSorted((a, b) => a.at - b.at)
    const clocks = inOrder.slice(0, 3).map(({ at, does }) => ({
      kind: does === 'contact' ? 'first-response' : 'resolution',
      startedAt: at,
      state: 'met' as const,
      dueAt: null,
      breachedAt: null,
    }))
    const waits = inOrder
      .slice(0, 4)
      .map(({ at }, n) => ({ on: n < 2 ? ('ourselves' as const) : ('patient' as const), from: at + n * DAY, workedMin: n * 61.5 })) // prettier-ignore
    return aCourse(inOrder, { channel, queueId: channel === 'sms' ? 'q1' : null, clocks, waits })
  })

/** All conversations, each added to its days or months. */
function addUp(courses: readonly Course[], timeZone: string, now: number, unit: Unit): Map<number, DaySum> {
  const days = new Map<number, ReturnType<typeof openDay>>()
  const dayAt = (day: number) => days.get(day) ?? days.set(day, openDay()).get(day)
  for (const one of courses)
    for (const count of dayCountsOf(marksOf(one, now), timeZone))
      if (count.unit === unit) dayAt(count.day)?.add(count, 1)
  return new Map([...days].flatMap(([day, open]) => [[day, open.close()] as const]).filter(isFull))
}
const isFull = (entry: readonly [number, DaySum | null]): entry is readonly [number, DaySum] => entry[1] !== null

test('desk-D71 days that were added up say of any days the same as reading every conversation, over a change of the clocks too', () => {
  const now = START + 170 * DAY
  fc.assert(
    fc.property(
      fc.array(aLongCourse, { maxLength: 12 }),
      aZone,
      fc.nat(165),
      fc.nat(165),
      (courses, zone, one, other) => {
        const first = localDayOf(zone, START)
        const [from, to] = [first + Math.min(one, other), first + Math.max(one, other)]
        const totals = openTotals({ from, to })
        const sums = { day: addUp(courses, zone, now, 'day'), month: addUp(courses, zone, now, 'month') }
        for (const part of partsOf(from, to))
          for (const [day, sum] of sums[part.unit])
            if (day >= part.from && day <= part.to) totals.add(day, JSON.parse(JSON.stringify(sum)) as DaySum)
        const startOf = (day: number) => instantOf(zone, day * DAY, 'first')
        const directly = readDirectly(courses, { from: startOf(from), to: startOf(to + 1), now })
        for (const [key, { measure }] of directly) if (measure === 'backlog') directly.delete(key)
        expect(totals.close()).toEqual(directly)
      },
    ),
    { numRuns: 100 },
  )
})

test('desk-D71 the days of a time are read once each: whole months as months', () => {
  const day = (date: string) => Date.parse(date) / DAY
  const parts = (from: string, to: string) =>
    partsOf(day(from), day(to)).map((part) => [part.unit, ...[part.from, part.to].map((one) => new Date(one * DAY).toISOString().slice(0, 10))]) // prettier-ignore
  expect(parts('2025-11-26', '2026-02-03')).toEqual([
    ['day', '2025-11-26', '2025-11-30'],
    ['month', '2025-12-01', '2026-01-31'],
    ['day', '2026-02-01', '2026-02-03'],
  ])
  expect(parts('2026-02-01', '2026-02-28')).toEqual([['month', '2026-02-01', '2026-02-28']])
  expect(parts('2026-02-02', '2026-02-28')).toEqual([['day', '2026-02-02', '2026-02-28']])
  expect(parts('2026-02-05', '2026-02-05')).toEqual([['day', '2026-02-05', '2026-02-05']])
})

test('desk-D71 what is taken from a day again leaves it as it was', () => {
  const now = START + 170 * DAY
  fc.assert(
    fc.property(
      fc.array(aLongCourse, { maxLength: 6 }),
      aLongCourse,
      fc.constantFrom(...UNITS),
      (courses, other, unit) => {
        const before = addUp(courses, 'UTC', now, unit)
        for (const [day, sum] of addUp([...courses, other], 'UTC', now, unit)) {
          const open = openDay(sum)
          for (const count of dayCountsOf(marksOf(other, now), 'UTC'))
            if (count.unit === unit && count.day === day) open.add(count, -1)
          expect(sorted(open.close())).toEqual(sorted(before.get(day) ?? null))
        }
      },
    ),
  )
})

/** A day as texts: its rows may stand in another order. */
const sorted = (sum: DaySum | null): string[] | null =>
  sum &&
  [...sum.counts, ...sum.waits]
    .map(([measure, row, ...rest]) => `${measure} ${sum.rows[row ?? 0]} ${rest.join(' ')}`)
    .toSorted()

test('trust-D10, desk-D71 any two shared numbers differ by nothing or by eleven at least, whatever is taken from what', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(100_000), { minLength: 2, maxLength: 12 }),
      fc.array(fc.integer({ min: -3, max: 3 })),
      (counts, times) => {
        const sum = counts.reduce((all, count, at) => all + toSharedStep(count) * (times[at] ?? 1), 0)
        expect(sum === 0 || Math.abs(sum) >= SHARED_STEP).toBe(true)
        for (const count of counts) expect(Math.abs(toSharedStep(count) - count)).toBeLessThan(SHARED_STEP / 2)
      },
    ),
  )
  expect([0, 1, 5, 6, 10, 11, 16, 17].map(toSharedStep)).toEqual([0, 0, 0, 11, 11, 11, 11, 22])
})

/** What the numbers behind one file may be, for each file that some of these numbers give. */
function readersOf(possible: readonly number[][]): number[][][] {
  return [...Map.groupBy(possible, (counts) => JSON.stringify(counts.map(toSharedStep))).values()]
}
const numbers = Array.from({ length: 35 }, (_, n) => n)

test('trust-D10 two columns of one row, or two times that overlap, leave what lies between them open', () => {
  // All who began, and those of them who got no answer; or all of a week, and all of it but a day.
  const nested = numbers.flatMap((part) => numbers.map((rest) => [part + rest, part]))
  for (const behind of readersOf(nested)) {
    const between = new Set(behind.map(([whole = 0, part = 0]) => whole - part))
    // A group that was as large as 35 is where the table of this test ends.
    if (behind.every(([whole = 0, part = 0]) => whole - part < 20 && part < 20)) expect(between.size).toBeGreaterThan(5)
  }
})

test('trust-D10 whoever knows the sum of a column and how numbers are told can tell none of them', () => {
  const few = numbers.slice(0, 25)
  const triples = few.flatMap((a) => few.flatMap((b) => few.map((c) => [a, b, c, a + b + c])))
  for (const behind of readersOf(triples)) {
    if (behind.some((counts) => counts.some((count, at) => at < 3 && count > 16))) continue
    for (const at of [0, 1, 2]) expect(new Set(behind.map((counts) => counts[at])).size).toBeGreaterThan(2)
  }
})

test('trust-D10 waits are told of as many as tell nobody’s own, and whether they are tells nothing of the number', () => {
  expect([0, 11].map(tellsWaits)).toEqual([false, false])
  expect([22, 33].map(tellsWaits)).toEqual([true, true])
})

test('trust-D10 a sum of waits in a shared file is one of eleven long waits each, so that one more person is not told', () => {
  const of = (waits: number[]) => {
    const inOrder = waits.toSorted((a, b) => a - b)
    return {
      sumMin: waits.reduce((sum, one) => sum + one, 0),
      p90Min: inOrder[Math.ceil(inOrder.length * 0.9) - 1] ?? 0,
    }
  }
  const many = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 40, maxLength: 60 })
  fc.assert(
    fc.property(many, (waits) => {
      const asked = of(waits)
      const told = toSharedSum(asked) ?? 0
      expect(told % (SHARED_STEP * asked.p90Min)).toBe(0)
      expect(Math.abs(told - asked.sumMin)).toBeLessThanOrEqual((SHARED_STEP * asked.p90Min) / 2)
    }),
  )
  expect(toSharedSum({ sumMin: 700, p90Min: 10 })).toBe(toSharedSum({ sumMin: 709, p90Min: 10 }))
  expect(toSharedSum({ sumMin: null, p90Min: null })).toBeNull()
})

test('desk-D71, trust-D60 nothing in a shared file is a formula, and each field is one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...'=+-@\t\r\n＝＋－＠'), fc.string({ unit: 'binary' }), (first, rest) => {
      const field = csvField(first + rest)
      expect(field.replace(/^"/, '')[0]).toBe("'")
      expect(/[",\n\r]/.test(field.replace(/^"|"$/g, '').replaceAll('""', ''))).toBe(/[,\n\r]/.test(first + rest))
    }),
  )
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

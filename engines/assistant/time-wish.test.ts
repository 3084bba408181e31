import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS } from '#engines/calendar/time-zone.ts'
import { readTimeWish, type TimeWish } from './time-wish.ts'
import type { Spoken } from './texts.ts'

/** Thursday, 26 November 2026, 9:00. */
const TODAY = { day: Date.UTC(2026, 10, 26) / DAY_MS, minute: 540 }
const read = (text: string, language: Spoken = 'en') => readTimeWish(text, language, TODAY)
const days = (wish: TimeWish | null) => wish?.days.map((day) => new Date(day * DAY_MS).toISOString().slice(5, 10))
const hours = (wish: TimeWish | null) => wish && [wish.from / 60, wish.to / 60, wish.at === null ? null : wish.at / 60]

test.each([
  ['today', ['11-26']],
  ['tomorrow morning', ['11-27']],
  ['the day after tomorrow', ['11-28']],
  ['Monday or Tuesday', ['11-30', '12-01']],
  ['on Wed.', ['12-02']],
  ['December 3rd', ['12-03']],
  ['3 March', ['03-03']],
  ['12/15', ['12-15']],
  ['hoy', ['11-26']],
  ['mañana por la mañana', ['11-27']],
  ['pasado mañana', ['11-28']],
  ['el lunes', ['11-30']],
  ['el 3 de marzo', ['03-03']],
])('understanding-D64 the day of "%s"', (text, wanted) => {
  expect(days(read(text))).toEqual(wanted)
  expect(read(text)?.isAmbiguous).toBe(false)
})

test.each([
  ['next Friday', 'en', ['11-27', '12-04']],
  ['el próximo lunes', 'es', ['11-30', '12-07']],
  ['el viernes que viene', 'es', ['11-27', '12-04']],
  // Today is a Thursday.
  ['Thursday', 'en', ['11-26', '12-03']],
  ['3/12', 'en', ['03-12', '12-03']],
  ['3/12', 'es', ['12-03', '03-12']],
] as const)('understanding-D64 "%s" (%s) may be two days, and both are kept', (text, language, wanted) => {
  const wish = read(text, language)
  expect(wish?.isAmbiguous).toBe(true)
  expect(days(wish)).toEqual(wanted)
})

test.each([
  ['at 3', [15, 16, 15]],
  ['3:30 pm', [15.5, 16.5, 15.5]],
  ['10am', [10, 11, 10]],
  ['noon', [12, 13, 12]],
  ['after 3', [15, 24, null]],
  ['before 11', [0, 11, null]],
  ['between 2 and 4', [14, 16, null]],
  ['from 9 to 11 am', [9, 11, null]],
  ['in the afternoon', [12, 17, null]],
  // The half of the day may stand beside the hour in words.
  ['el jueves a las 7 de la mañana', [7, 8, 7]],
  ['mañana por la mañana a las 7', [7, 8, 7]],
  ['a las 8 de la noche', [20, 21, 20]],
  ['a las 12 de la noche', [0, 1, 0]],
  ['a las 12 de la mañana', [12, 13, 12]],
  ['a las 5 de la madrugada', [5, 6, 5]],
  ['a las 15:00 de la tarde', [15, 16, 15]],
  ['entre las 8 y las 10 de la noche', [20, 22, null]],
  ['at 7 in the morning', [7, 8, 7]],
  ['at 7 on Thursday morning', [7, 8, 7]],
  ['Thursday evening around 9', [21, 22, 21]],
  ['at 9 at night', [21, 22, 21]],
  ['after 8 in the evening', [20, 24, null]],
  ['from 9 to 1 in the afternoon', [9, 13, null]],
  ['I work mornings, call me at 3', [15, 16, 15]],
  ['in the morning or at 3', [15, 16, 15]],
  ['por la mañana', [8, 12, null]],
  ['a las 3', [15, 16, 15]],
  ['después de las 4', [16, 24, null]],
  ['entre las 2 y las 4', [14, 16, null]],
  ['as soon as possible', [0, 24, null]],
  ['cualquier día', [0, 24, null]],
])('understanding-D64 the hour of "%s"', (text, wanted) => {
  expect(hours(read(text))).toEqual(wanted)
})

test('what names no time is none: counts, numbers, names and words that begin like a day', () => {
  for (const text of [
    '2 days',
    '212 555 0134',
    'my bill',
    'May I ask something?',
    'sunny',
    '15',
    'I sat down',
    'marching band',
  ])
    expect(read(text), text).toBeNull()
})

test('any text is read: days lie ahead, hours in the day, places in the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('next friday', '31/2', '29 feb', 'at 25', 'mañana 3pm'),
      (noise, core) => {
        const text = `${noise} ${core} ${noise}`
        const wish = read(text)
        if (!wish) return
        for (const day of wish.days) expect(day).toBeGreaterThanOrEqual(TODAY.day)
        expect(wish.from).toBeLessThan(wish.to)
        expect(wish.to).toBeLessThanOrEqual(1440 + 60)
        for (const [start, end] of wish.spans) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      },
    ),
    { numRuns: 1_000 },
  )
  expect(read(`${'next friday '.repeat(100_000)}`)).not.toBeNull()
})

/**
 * Which day and hour somebody names: "Thursday after 3", "next Friday", "el 3 de marzo por la tarde". Pure (understanding-D64).
 *
 * Days are local day numbers (engines/calendar), hours are minutes of the day. What may be two days stays both, to be asked.
 */
import { DAY_MS } from '#engines/calendar/time-zone.ts'
import type { Spoken } from './texts.ts'

export type TimeWish = {
  /** Places of the words in the text. */
  spans: readonly (readonly [start: number, end: number])[]
  days: readonly number[]
  /** One day was named, and it may be any of these. */
  isAmbiguous: boolean
  /** Minutes of the day; all of it where nothing is said. */
  from: number
  to: number
  /** An hour was named as such. */
  at: number | null
  /** Whenever it can be. */
  isAny: boolean
}

/** Characters that are looked at: an answer is short. */
const READ_MAX = 1_000
const DAY_MIN = 24 * 60
const WEEKDAYS = [
  /\bsundays?\b|\bdomingos?\b/g,
  /\bmon(?:days?)?\b|\blunes\b/g,
  /\btue(?:s|sdays?)?\b|\bmartes\b/g,
  /\bwed(?:nesdays?)?\b|\bmiercoles\b/g,
  /\bthu(?:r|rs|rsdays?)?\b|\bjueves\b/g,
  /\bfri(?:days?)?\b|\bviernes\b/g,
  /\bsaturdays?\b|\bsabados?\b/g,
]
const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre'
const MONTH_FIRST = new RegExp(`\\b(${MONTHS})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b`, 'g')
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of |de )?(${MONTHS})\\b`, 'g')
const MONTH_NUMBER: Record<string, number> = { jan: 0, ene: 0, feb: 1, mar: 2, apr: 3, abr: 3, may: 4, jun: 5, jul: 6, aug: 7, ago: 7, sep: 8, oct: 9, nov: 10, dec: 11, dic: 11 } // prettier-ignore
const NUMERIC = /\b(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?\b/g
const ANY =
  /\b(?:as soon as (?:possible|you can)|asap|any ?time|any day|whenever|the (?:soonest|earliest)|lo antes posible|cuanto antes|cualquier (?:hora|dia|momento)|cuando sea)\b/g
const BETWEEN = /\b(?:between|entre las|from|de) (\d{1,2})(?::(\d{2}))? ?(am|pm)? (?:and|to|y las|a las?|a|y) (\d{1,2})(?::(\d{2}))? ?(am|pm)?\b/g // prettier-ignore
const CLOCK =
  /\b(?:(after|before|until|despues de las?|antes de las?|hasta las?|at|around|a las?|sobre las?) )?(\d{1,2})(?::(\d{2}))?(?: ?([ap])\.?m\b\.?)?(?= |$|[.,;!?)])/g
const PARTS: readonly (readonly [RegExp, number, number])[] = [
  [/\b(?:(?:por|en|de) la )?madrugada\b/g, 0, 6 * 60],
  [/\b(?:in the )?mornings?\b|\b(?:por|en|de) la manana\b/g, 8 * 60, 12 * 60],
  [/\b(?:in the )?afternoons?\b|\b(?:(?:por|en|de) la )?tardes?\b/g, 12 * 60, 17 * 60],
  [/\b(?:in the )?evenings?\b|\bat night\b|\b(?:(?:por|en|de) la )?noches?\b/g, 17 * 60, 21 * 60],
]
const NOON = /\bnoon\b|\bmediodia\b/g

/** @param today local day number and minute of the day. @returns null: it names no time. */
export function readTimeWish(
  original: string,
  language: Spoken,
  today: { day: number; minute: number },
): TimeWish | null {
  const text = flatWords(original.slice(0, READ_MAX))
  const spans: (readonly [number, number])[] = []
  const found: Find = (pattern, isMeant = () => true) =>
    [...text.matchAll(pattern)].filter((match) => {
      if (!isMeant(match)) return false
      const start = match.index
      const end = start + match[0].length
      if (spans.some(([from, to]) => start < to && end > from)) return false
      spans.push([start, end])
      return true
    })

  const isAny = found(ANY).length > 0
  // The part of a day before the day: "por la mañana" is no tomorrow.
  const parts: Part[] = PARTS.flatMap(([pattern, from, to]) =>
    found(pattern).map(({ index, 0: { length } }) => ({ from, to, start: index, end: index + length })),
  )
  const [part] = parts
  const { days, isAmbiguous } = readDays(text, found, language, today)
  const hours =
    readHours(found, halfBeside(text, parts)) ?? (found(NOON).length > 0 ? { from: 720, to: 780, at: 720 } : undefined)
  if (!isAny && !part && days.length === 0 && !hours) return null
  const { from, to, at } = hours ?? { ...(part ?? { from: 0, to: DAY_MIN }), at: null }
  return { spans, days, isAmbiguous, from, to, at, isAny }
}

/** Lower case without accents, each letter at its place. */
export const flatWords = (text: string): string =>
  [...text]
    .map((letter) => {
      const flat = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      return flat.length === letter.length ? flat : letter.length === 1 && flat.length > 1 ? flat.slice(0, 1) : letter
    })
    .join('')

type Find = (pattern: RegExp, isMeant?: (match: RegExpExecArray) => boolean) => RegExpExecArray[]

function readDays(
  text: string,
  found: Find,
  language: Spoken,
  { day: today }: { day: number },
): { days: number[]; isAmbiguous: boolean } {
  const days: number[] = []
  const one = (candidates: number[]) => ({ days: candidates, isAmbiguous: true })

  for (const match of found(MONTH_FIRST))
    days.push(nextDate(today, MONTH_NUMBER[match[1]!.slice(0, 3)]!, Number(match[2])))
  for (const match of found(DAY_FIRST))
    days.push(nextDate(today, MONTH_NUMBER[match[2]!.slice(0, 3)]!, Number(match[1])))
  for (const match of found(NUMERIC)) {
    const [a, b] = [Number(match[1]), Number(match[2])]
    const readings = [[a, b] as const, [b, a] as const]
      .filter(([month, day]) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
      .map(([month, day]) => nextDate(today, month - 1, day))
    const ordered = language === 'es' ? readings.toReversed() : readings
    if (new Set(ordered).size > 1) return one(ordered)
    days.push(...ordered.slice(0, 1))
  }
  for (const _ of found(/\bday after tomorrow\b|\bpasado manana\b/g)) days.push(today + 2)
  for (const _ of found(/\btomorrow\b|\bmanana\b/g)) days.push(today + 1)
  for (const _ of found(/\btoday\b|\bhoy\b/g)) days.push(today)
  for (const [weekday, pattern] of WEEKDAYS.entries())
    for (const match of found(pattern)) {
      // Day 0 was a Thursday.
      const ahead = (weekday - ((today + 4) % 7) + 7) % 7
      const before = text.slice(0, match.index)
      const after = text.slice(match.index + match[0].length)
      const isNext = /\b(?:next|proximo|otro) $/.test(before) || /^ (?:que viene|proximo)\b/.test(after)
      if (isNext || ahead === 0) return one([today + ahead, today + ahead + 7])
      days.push(today + ahead)
    }
  return { days: [...new Set(days)].slice(0, 5), isAmbiguous: false }
}

/** The day of the year that comes next; a day that a month does not have is the first of the following. */
function nextDate(today: number, month: number, day: number): number {
  const year = new Date(today * DAY_MS).getUTCFullYear()
  const here = Date.UTC(year, month, day) / DAY_MS
  return here >= today ? here : Date.UTC(year + 1, month, day) / DAY_MS
}

type Part = { from: number; to: number; start: number; end: number }

/** What stands between an hour and the part of the day that it is of: "at 7 on Thursday morning", and not "mornings, or at 3". */
const BESIDE = /^(?!.*\b(?:or|and|but|not|o|y|pero|sino|no)\b)[\p{L}\d ]{0,30}$/u

/** The half of the day that is named beside an hour. Twelve of the morning is noon, and twelve at night the beginning of a day. */
const halfBeside =
  (text: string, parts: readonly Part[]) =>
  ({ index, 0: { length } }: RegExpExecArray, hour: string | undefined): string | undefined => {
    const end = index + length
    const gap = ({ start, end: partEnd }: Part) => (start >= end ? start - end : index - partEnd)
    const [part] = parts
      .filter((one) => BESIDE.test(one.start >= end ? text.slice(end, one.start) : text.slice(one.end, index)))
      .toSorted((a, b) => gap(a) - gap(b))
    const said = Number(hour)
    if (!part || said < 1 || said > 12) return undefined
    if (said === 12) return part.from === 0 || part.from >= 17 * 60 ? 'a' : 'p'
    return part.from < 720 ? 'a' : 'p'
  }

function readHours(
  found: Find,
  halfOf: ReturnType<typeof halfBeside>,
): { from: number; to: number; at: number | null } | undefined {
  const [between] = found(BETWEEN)
  if (between) {
    const [, hour, minute, half, toHour, toMinute, toHalf] = between
    const to = minuteOf(toHour, toMinute, toHalf?.[0] ?? halfOf(between, toHour))
    const isEarly = to !== null && to < 720
    // "From 9 to 1 in the afternoon" begins in the morning.
    for (const ofDay of [half?.[0] ?? halfOf(between, hour) ?? (isEarly ? toHalf?.[0] : undefined), half?.[0]]) {
      const from = minuteOf(hour, minute, ofDay)
      if (from !== null && to !== null && from < to) return { from, to, at: null }
    }
  }
  // A bare number is no hour.
  const [clock] = found(CLOCK, (match) => (match[1] ?? match[3] ?? match[4]) !== undefined)
  const at = clock ? minuteOf(clock[2], clock[3], clock[4] ?? halfOf(clock, clock[2])) : null
  if (!clock || at === null) return undefined
  const word = clock[1] ?? ''
  if (/^(?:after|despues)/.test(word)) return { from: at, to: DAY_MIN, at: null }
  if (/^(?:before|until|antes|hasta)/.test(word)) return { from: 0, to: at, at: null }
  return { from: at, to: at + 60, at }
}

/** Nobody is called at three in the night: a small hour without its half of the day is one of the afternoon. */
function minuteOf(hour: string | undefined, minute: string | undefined, half: string | undefined): number | null {
  const said = Number(hour)
  const past = Number(minute ?? 0)
  if (said > 23 || past > 59 || (half && (said < 1 || said > 12))) return null
  const h = half === 'p' ? (said % 12) + 12 : half === 'a' ? said % 12 : said >= 1 && said <= 7 ? said + 12 : said
  return h * 60 + past
}

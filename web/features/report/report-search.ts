/** What a report is asked for, as it stands in the address. Pure. */

export const RANGES = ['7', '30', '90', '365'] as const
export type Range = (typeof RANGES)[number] | 'own'

export type ReportSearch = {
  range?: Range
  from?: string
  to?: string
  site?: string
  queue?: string
  channel?: string
}

const PARTS = ['range', 'from', 'to', 'site', 'queue', 'channel'] as const

/** Anything may stand in an address; what is not text is left out. */
export const readSearch = (search: Record<string, unknown>): ReportSearch =>
  Object.fromEntries(PARTS.flatMap((part) => (typeof search[part] === 'string' ? [[part, search[part]]] : [])))

const DAY_MS = 86_400_000
const isDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** Whole days up to yesterday; days of the reader's own choice where he chose both. */
export function daysOf({ range = '30', from, to }: ReportSearch, today: string): { from: string; to: string } {
  if (range === 'own' && isDate(from) && isDate(to)) return { from, to }
  const days = range === 'own' ? 30 : Number(range)
  const day = (back: number) => new Date(Date.parse(today) - back * DAY_MS).toISOString().slice(0, 10)
  return { from: day(days), to: day(1) }
}

/** The reader's own date, as the calendar on his wall shows it. */
export const localDate = (now: Date): string => new Intl.DateTimeFormat('en-CA').format(now)

/** A birth date as people type it, in the order of their country. Pure. */
export type DateWords = { year: string; month: string; day: string }
export type DatePart = keyof DateWords

export const EMPTY_DATE: DateWords = { year: '', month: '', day: '' }

/** Nobody older is expected; a year before this is a slip of the hand. */
const OLDEST_YEARS = 130

/** `1980-03-09`; null when there is no such day, or it lies ahead. `today` is an ISO date. */
export function isoDateOf({ year, month, day }: DateWords, today: string): string | null {
  const [y, m, d] = [year, month, day].map((part) => (/^\d{1,4}$/.test(part.trim()) ? Number(part) : NaN)) as [
    number,
    number,
    number,
  ]
  if (!(y >= Number(today.slice(0, 4)) - OLDEST_YEARS)) return null
  const date = new Date(Date.UTC(y, m - 1, d))
  if (date.getUTCFullYear() !== y || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null
  const iso = date.toISOString().slice(0, 10)
  return iso <= today ? iso : null
}

/** Month, day, year in the United States; day, month, year in most of the world. */
export function dateOrderOf(locale: string): DatePart[] {
  const parts = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    calendar: 'gregory',
  }).formatToParts(0)
  return parts
    .map(({ type }) => type)
    .filter((type): type is DatePart => type === 'year' || type === 'month' || type === 'day')
}

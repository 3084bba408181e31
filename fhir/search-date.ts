/** The search parameter type `date` of R4: a prefix and a moment as exact as it was written, which stands for all the time within it. */

/** From the first instant on, up to before the second. */
export type TimeRange = { from: Date | null; to: Date | null }

const DATE =
  /^(?<prefix>eq|ge|gt|sa|le|lt|eb)?(?<year>\d{4})(-(?<month>\d{2})(-(?<day>\d{2})(T(?<clock>\d{2}:\d{2}(:\d{2}(?<fraction>\.\d{1,9})?)?)(?<zone>Z|[+-]\d{2}:\d{2}))?)?)?$/

const MINUTE_MS = 60_000

/** @returns undefined for what is no date, or has a prefix that is not read here (`ne`, `ap`). A day without a time is one of UTC. */
export function readSearchDate(value: string): TimeRange | undefined {
  const { prefix = 'eq', year = '', month, day, clock, fraction, zone } = DATE.exec(value)?.groups ?? {}
  if (!year) return undefined
  const written = `${year}-${month ?? '01'}-${day ?? '01'}`
  const start = new Date(`${written}T${clock ?? '00:00'}${zone ?? 'Z'}`)
  // A day that its month does not have would be taken for one of the next.
  const isDay = new Date(`${written}T00:00Z`).getUTCDate() === Number(day ?? 1)
  if (Number.isNaN(start.getTime()) || !isDay) return undefined
  const end = endOf(start, { month, day, clock, fraction })
  if (prefix === 'eq') return { from: start, to: end }
  if (prefix === 'ge') return { from: start, to: null }
  if (prefix === 'le') return { from: null, to: end }
  return prefix === 'lt' || prefix === 'eb' ? { from: null, to: start } : { from: end, to: null }
}

type Parts = Partial<Record<'month' | 'day' | 'clock' | 'fraction', string | undefined>>

function endOf(start: Date, { month, day, clock, fraction }: Parts): Date {
  const end = new Date(start)
  if (fraction !== undefined) end.setTime(end.getTime() + 1)
  else if (clock !== undefined) end.setTime(end.getTime() + (clock.length > 5 ? 1_000 : MINUTE_MS))
  else if (day !== undefined) end.setUTCDate(end.getUTCDate() + 1)
  else if (month !== undefined) end.setUTCMonth(end.getUTCMonth() + 1)
  else end.setUTCFullYear(end.getUTCFullYear() + 1)
  return end
}

/** The time that both have. */
export const within = (one: TimeRange, other: TimeRange): TimeRange => ({
  from: !one.from || (other.from && other.from > one.from) ? other.from : one.from,
  to: !one.to || (other.to && other.to < one.to) ? other.to : one.to,
})

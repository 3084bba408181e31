/**
 * The local time of an IANA zone, by the zone data of the runtime (Intl). Instants are epoch milliseconds; a local time is written the
 * same way, as if it were UTC.
 */
export const DAY_MS = 86_400_000

/** A zone of the IANA list, as this machine knows it. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Z]/.test(name)
  } catch {
    return false
  }
}

/**
 * The instant at which clocks of the zone show `local`. A time that does not exist moves forward by the length of the gap (as in
 * RFC 5545, 3.3.5); of a time that is shown twice it is the occurrence that is asked for (desk-D28).
 */
export function instantOf(zone: string, local: number, occurrence: 'first' | 'second'): number {
  const before = offsetAt(zone, local - DAY_MS)
  const after = offsetAt(zone, local + DAY_MS)
  if (before === after) return local - before
  const earlier = local - before
  const later = local - after
  const isEarlier = offsetAt(zone, earlier) === before
  const isLater = offsetAt(zone, later) === after
  if (isEarlier && isLater) return occurrence === 'first' ? Math.min(earlier, later) : Math.max(earlier, later)
  return isLater ? later : earlier
}

/** When clocks of the zone show a local time: once, as nearly always; twice where they are put back; never where they are put forward. */
export type Shown =
  | { times: 'once'; at: number }
  | { times: 'twice'; at: readonly [first: number, second: number] }
  /** `near`: the same time by the clock of before the change and of after it, the earlier first. */
  | { times: 'never'; near: readonly [earlier: number, later: number] }

export function whenShown(zone: string, local: number): Shown {
  const [before, after] = [offsetAt(zone, local - DAY_MS), offsetAt(zone, local + DAY_MS)]
  const [earlier = 0, later = 0] = [local - before, local - after].toSorted((one, other) => one - other)
  const shown = [...new Set([earlier, later])].filter((at) => at + offsetAt(zone, at) === local)
  if (shown.length === 2) return { times: 'twice', at: [earlier, later] }
  const [at] = shown
  return at === undefined ? { times: 'never', near: [earlier, later] } : { times: 'once', at }
}

/** The number of the local day at an instant; 0 is 1 January 1970. */
export const localDayOf = (zone: string, at: number): number => Math.floor((at + offsetAt(zone, at)) / DAY_MS)

/** What clocks of the zone show at an instant, in minutes of the day. */
export const localMinuteOf = (zone: string, at: number): number =>
  Math.floor(((((at + offsetAt(zone, at)) % DAY_MS) + DAY_MS) % DAY_MS) / 60_000)

/** How far clocks of the zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, at: number): number {
  const known = zoneOf(zone)
  const day = Math.floor(at / DAY_MS)
  const before = offsetAtStart(known, day)
  const after = offsetAtStart(known, day + 1)
  // No zone changes its clocks twice within one day and back.
  return before === after || at < changeIn(known, day, before) ? before : after
}

/** `days`: the offset at the start of a day (UTC); `changes`: the instant at which it changes within a day. */
type Zone = { clock: Intl.DateTimeFormat; days: Map<number, number>; changes: Map<number, number> }

/** Reading the runtime's zone data is slow; what was read is kept up to these numbers, then read again. */
const ZONES_KEPT = 500
const DAYS_KEPT = 20_000
const zones = new Map<string, Zone>()

function zoneOf(name: string): Zone {
  const known = zones.get(name)
  if (known) return known
  if (zones.size >= ZONES_KEPT) zones.clear()
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const zone = { clock, days: new Map<number, number>(), changes: new Map<number, number>() }
  zones.set(name, zone)
  return zone
}

function offsetAtStart({ clock, days }: Zone, day: number): number {
  const known = days.get(day)
  if (known !== undefined) return known
  if (days.size >= DAYS_KEPT) days.clear()
  const offset = readOffset(clock, day * DAY_MS)
  days.set(day, offset)
  return offset
}

/** The first second of the day with another offset than `before`. */
function changeIn({ clock, changes }: Zone, day: number, before: number): number {
  const known = changes.get(day)
  if (known !== undefined) return known
  if (changes.size >= DAYS_KEPT) changes.clear()
  let [same, other] = [day * DAY_MS, (day + 1) * DAY_MS]
  while (other - same > 1000) {
    const middle = Math.floor((same + other) / 2000) * 1000
    if (readOffset(clock, middle) === before) same = middle
    else other = middle
  }
  changes.set(day, other)
  return other
}

function readOffset(clock: Intl.DateTimeFormat, at: number): number {
  const shown: Record<string, number> = {}
  for (const { type, value } of clock.formatToParts(at)) shown[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

/**
 * Quiet hours on the receiver's clock (desk-D41). Pure.
 *
 * Where somebody is, is not known for sure: a patient's own zone, else that of the site, else those of the number's region; an address that several
 * people share has the clocks of all of them. It is quiet while it is night on any of these.
 */
import { zonesOfNumber } from '#engines/number-region/zones-of-number.ts'
import type { SendingRules } from './sending-rules.ts'

/** Zones differ by quarters of an hour at the least. */
const STEP_MS = 15 * 60_000
/** Clocks all around the world leave no moment when it is day on all of them: then the longest wait is a day. */
const LONGEST_MS = 24 * 3_600_000

export type Receivers = {
  /** Of each person who has the address, the own zone, else that of the site; null: neither is known. None where nobody is known for it. */
  zones: readonly (string | null)[]
  /** Clocks of all our sites: for whom nothing tells where he is. */
  siteZones: readonly string[]
}

/** Clocks that may be those of whoever has the address. A number that moved with its owner is not known as such: a person's own zone goes before it. */
export function clocksOf(address: string | null, { zones, siteZones }: Receivers): string[] {
  const known = zones.flatMap((zone) => zone ?? [])
  const isSure = known.length > 0 && known.length === zones.length
  const clocks = isSure ? known : [...new Set([...known, ...zonesOfNumber(address ?? '')])]
  return clocks.length > 0 ? clocks : [...siteZones]
}

/** @returns the first moment at which it is day on every clock, or null when it is now. */
export function quietUntil(
  now: Date,
  zones: readonly string[],
  { quietFromHour, quietToHour }: Pick<SendingRules, 'quietFromHour' | 'quietToHour'>,
): Date | null {
  const clocks = zones.map(
    (timeZone) => new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' }),
  )
  const isNight = (at: Date): boolean =>
    clocks.some((clock) => {
      const hour = Number(clock.format(at))
      return hour >= quietFromHour || hour < quietToHour
    })
  if (!isNight(now)) return null
  const last = now.getTime() + LONGEST_MS
  let at = Math.ceil((now.getTime() + 1) / STEP_MS) * STEP_MS
  while (at < last && isNight(new Date(at))) at += STEP_MS
  return new Date(at)
}

/**
 * An instant, in words of the reader's language and zone.
 *
 * Where the place of the event has another clock than the reader, `zone` names it, and the shown time says so.
 */
import { useSyncExternalStore } from 'react'
import { useIntl, type IntlShape } from 'react-intl'

/** `short` is for what happened: of another day the day is enough. `exact` is for what is to happen: its hour counts on any day. */
export type TimeStyle = 'clock' | 'day' | 'short' | 'exact' | 'full' | 'age'

type TimestampProps = { at: string | Date; style?: TimeStyle; zone?: string; className?: string }

export function Timestamp({ at, style = 'short', zone, className }: TimestampProps) {
  const intl = useIntl()
  const moment = new Date(at)
  const now = notBefore(useNow(), moment)
  return (
    <time dateTime={moment.toISOString()} title={describeTime(intl, moment, now, 'full', zone)} className={className}>
      {describeTime(intl, moment, now, style, zone)}
    </time>
  )
}

export function describeTime(intl: IntlShape, moment: Date, now: Date, style: TimeStyle, zone?: string): string {
  const timeZone = zone ?? intl.timeZone
  const clock = (extra?: Intl.DateTimeFormatOptions) =>
    intl.formatDate(moment, { hour: 'numeric', minute: '2-digit', timeZone, ...zoneName(moment, zone), ...extra })
  if (style === 'clock') return clock()
  if (style === 'age') return describeAge(intl, moment, now)
  const day = { weekday: 'short', day: 'numeric', month: 'short', timeZone } as const
  if (style === 'full') return clock({ ...day, weekday: 'long', month: 'long', year: 'numeric' })
  if (style === 'day')
    return intl.formatDate(moment, { ...day, weekday: 'long', month: 'long', ...yearIfOther(moment, now) })
  if (sameDay(moment, now, timeZone)) return clock()
  const other = { ...day, ...yearIfOther(moment, now) }
  return style === 'exact' ? clock(other) : intl.formatDate(moment, other)
}

/** The shown present lags behind by up to one tick: what has just happened does not lie ahead of it. */
const notBefore = (now: Date, moment: Date): Date =>
  moment > now && moment.getTime() - now.getTime() < TICK_MS ? moment : now

/** How long ago or how soon, in the largest unit that fits. */
export function describeAge(intl: IntlShape, moment: Date, now: Date): string {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000)
  const [unit, length] = AGE_UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? AGE_UNITS.at(-1)!
  return intl.formatRelativeTime(Math.trunc(seconds / length), unit, { style: 'narrow', numeric: 'auto' })
}

const AGE_UNITS: [unit: 'day' | 'hour' | 'minute' | 'second', seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]

/** The zone is named only where the reader's clock shows something else. */
const zoneName = (moment: Date, zone: string | undefined): Intl.DateTimeFormatOptions =>
  isOtherClock(moment, zone) ? { timeZoneName: 'short' } : {}

/** Whether the clocks of this zone show something else at that moment than the reader's. */
export const isOtherClock = (moment: Date, zone: string | undefined): boolean =>
  zone !== undefined && offsetOf(moment, zone) !== offsetOf(moment, undefined)

const offsetOf = (moment: Date, timeZone: string | undefined) =>
  new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(moment)
    .find((part) => part.type === 'timeZoneName')?.value

const dayOf = (moment: Date, timeZone: string | undefined) =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment)

const sameDay = (one: Date, other: Date, timeZone: string | undefined) =>
  dayOf(one, timeZone) === dayOf(other, timeZone)

const yearIfOther = (moment: Date, now: Date): Intl.DateTimeFormatOptions =>
  moment.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }

/** How often shown ages are brought up to date. */
const TICK_MS = 15_000

/** The present, shared by all times on the screen so that they change together. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => present)
}

let present = new Date()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    present = new Date()
    for (const tell of listeners) tell()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** When things happen in the demonstration: staff answer in opening hours, patients write at any hour. */
const MINUTE = 60_000
export const DAY = 86_400_000

export const plusMinutes = (at: Date, minutes: number): Date => new Date(at.getTime() + Math.round(minutes * MINUTE))

const clocks = new Map<string, Intl.DateTimeFormat>()

function localHour(at: Date, timeZone: string): { weekday: string; hour: number } {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', hour: 'numeric', hourCycle: 'h23' })
  clocks.set(timeZone, clock)
  const parts = clock.formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return { weekday: part('weekday'), hour: Number(part('hour')) }
}

const isOpen = (at: Date, timeZone: string): boolean => {
  const { weekday, hour } = localHour(at, timeZone)
  if (weekday === 'Sun') return false
  return weekday === 'Sat' ? hour >= 9 && hour < 13 : hour >= 8 && hour < 18
}

/** The longest a clinic is closed in one go is from Saturday noon to Monday morning, in hours. */
const CLOSED_MAX_HOURS = 48

/** `at`, or some minutes into the next opening hour. */
export function whenOpen(at: Date, timeZone: string, minutesIn: number): Date {
  if (isOpen(at, timeZone)) return at
  const hour = new Date(Math.floor(at.getTime() / (60 * MINUTE)) * 60 * MINUTE)
  for (let ahead = 1; ahead <= CLOSED_MAX_HOURS; ahead++) {
    const then = plusMinutes(hour, 60 * ahead)
    if (isOpen(then, timeZone)) return plusMinutes(then, minutesIn)
  }
  return at
}

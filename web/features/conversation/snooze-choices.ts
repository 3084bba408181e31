/** When a snoozed conversation may come back. Pure: local wall time of the reader comes in as a Date. */
export type SnoozeChoice = { key: 'later-today' | 'this-evening' | 'tomorrow' | 'next-week'; until: Date }

/** Latest moment, in days from now (desk-D17). */
export const SNOOZE_DAYS_MAX = 14

const MORNING_HOUR = 8
const EVENING_HOUR = 17
const LATER_HOURS = 3

export function snoozeChoices(now: Date): SnoozeChoice[] {
  const later = new Date(now.getTime() + LATER_HOURS * 3_600_000)
  const evening = atHour(now, 0, EVENING_HOUR)
  const choices: (SnoozeChoice | false)[] = [
    isSameDay(later, now) && later.getHours() < EVENING_HOUR && { key: 'later-today', until: later },
    evening > now && { key: 'this-evening', until: evening },
    { key: 'tomorrow', until: atHour(now, 1, MORNING_HOUR) },
    { key: 'next-week', until: atHour(now, daysToMonday(now), MORNING_HOUR) },
  ]
  return choices.filter((choice) => choice !== false)
}

const atHour = (now: Date, days: number, hour: number) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour)

const daysToMonday = (now: Date) => (8 - now.getDay()) % 7 || 7

const isSameDay = (one: Date, other: Date) => one.toDateString() === other.toDateString()

/** For <input type="datetime-local">: the wall time, without a zone. */
export const wallTime = (moment: Date): string => {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}T${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** A moment as people are told it: weekday, date and time on the clock of a place. Pure. */
import { localMinuteOf, localDayOf, whenShown, DAY_MS } from './time-zone.ts'

/** Days of the common calendar, figures of the common kind; Spanish as it is written in the United States. */
const localeOf = (language: string): string => `${language === 'es' ? 'es-US' : language}-u-ca-gregory-nu-latn`

/** The short form, for text messages: "Tue, Mar 3, 9:40 AM". Of a time that the clock shows twice the zone is named. */
export function spokenTime(language: string, at: Date, timeZone: string): string {
  return format(language, at, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    ...zoneIfDoubtful(at, timeZone),
  })
}

/** The same in two parts, where several moments of one day are told. */
export const spokenDay = (language: string, at: Date, timeZone: string): string =>
  format(language, at, { weekday: 'short', month: 'short', day: 'numeric', timeZone })
export const spokenHour = (language: string, at: Date, timeZone: string): string =>
  format(language, at, { hour: 'numeric', minute: '2-digit', timeZone, ...zoneIfDoubtful(at, timeZone) })

/** With its full stop where a sentence ends: an hour of the Spanish clock ("4:00 p. m.") has one already. */
export const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

/** A language that the runtime does not know is told in English. */
function format(language: string, at: Date, options: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat([localeOf(language), localeOf('en')], options).format(at)
  // Spaces that do not break are of no alphabet of text messages: one of them would make three texts of one.
  return text.replaceAll(/[\u00a0\u202f]/g, ' ')
}

function zoneIfDoubtful(at: Date, timeZone: string): Intl.DateTimeFormatOptions {
  const local = localDayOf(timeZone, at.getTime()) * DAY_MS + localMinuteOf(timeZone, at.getTime()) * 60_000
  return whenShown(timeZone, local).times === 'twice' ? { timeZoneName: 'short' } : {}
}

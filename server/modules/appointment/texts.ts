/** The text that tells a visit (desk-D40, decision 0251): it names no person and nothing of what the visit is for. Letters of the plain alphabet where the language has them. */
import { ended, spokenDay, spokenHour, spokenTime } from '#engines/calendar/spoken-time.ts'
import { EXEMPT_SMS_MAX, fitting } from '#engines/sms/exempt-text.ts'
import { inPlainAlphabet } from '#engines/sms/segments.ts'

/** Visits of one day at clocks of one zone. */
/** `siteName`: null where it would say what the visit is for. */
type ToldVisit = { startAt: Date; timeZone: string; siteName: string | null }

type Texts = {
  one: (organization: string, when: string, site: string | null) => string
  several: (organization: string, count: number, day: string, times: string) => string
}

const TEXTS: Record<'en' | 'es', Texts> = {
  en: {
    one: (organization, when, site) =>
      `${organization}: a visit is planned for ${ended(site === null ? when : `${when}, ${site}`)} If you cannot come, write to us here. STOP ends texts.`,
    several: (organization, count, day, times) =>
      `${organization}: ${count} visits on ${day}: ${times}. If you cannot come, write to us here. STOP ends texts.`,
  },
  es: {
    one: (organization, when, site) =>
      `${organization}: hay una cita para el ${ended(site === null ? when : `${when}, ${site}`)} Si no puede venir, conteste este mensaje. STOP para no recibir textos.`,
    several: (organization, count, day, times) =>
      `${organization}: ${count} citas el ${ended(`${day}: ${times}`)} Si no puede venir, conteste. STOP para no recibir textos.`,
  },
}

/** Visits of one text, as many as fit into it; what lies beyond is told by the next one. */
export const TOLD_MAX = 4

export const languageOfReminder = (language: string): 'en' | 'es' => (language === 'es' ? 'es' : 'en')

/** `visits`: at least one, the earliest first. */
export const reminderText = (language: 'en' | 'es', organization: string, visits: readonly ToldVisit[]): string =>
  inPlainAlphabet(textOf(language, inPlainAlphabet(organization), visits))

function textOf(language: 'en' | 'es', organization: string, visits: readonly ToldVisit[]): string {
  const [first] = visits
  if (!first) throw new Error('a reminder tells a visit')
  const { one, several } = TEXTS[language]
  if (visits.length > 1) {
    const day = spokenDay(language, first.startAt, first.timeZone)
    const times = visits.map(({ startAt, timeZone }) => spokenHour(language, startAt, timeZone)).join(', ')
    return fitting(organization, (name) => several(name, visits.length, day, times))
  }
  const when = spokenTime(language, first.startAt, first.timeZone)
  const text = fitting(organization, (name) => one(name, when, first.siteName))
  // A site whose name fills the text is left out: whoever comes knows it.
  return text.length <= EXEMPT_SMS_MAX ? text : fitting(organization, (name) => one(name, when, null))
}

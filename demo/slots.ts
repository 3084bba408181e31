/** What the `{slots}` of a story become in one telling, written as its language writes it. */
import { DAY } from './calendar.ts'
import type { DemoLanguage, Site, Staff } from './clinic.ts'
import type { Patient } from './people.ts'
import type { Random } from './random.ts'
import type { Slots, Story } from './story.ts'

const LOCALE: Record<DemoLanguage, string> = {
  en: 'en-US',
  es: 'es-US',
  zh: 'zh-CN',
  vi: 'vi-VN',
  ar: 'ar-u-nu-latn',
  pt: 'pt-BR',
}

type Telling = {
  story: Story
  clinic: { staff: readonly Pick<Staff, 'role' | 'siteId' | 'family'>[] }
  patient: Pick<Patient, 'given'> | null
  writer: { name: string | null; site: Pick<Site, 'id' | 'name' | 'timeZone'> }
  staff: Pick<Staff, 'given'>
  startsAt: Date
  dice: Random
}

export function slotsFor({ story, clinic, patient, writer, staff, startsAt, dice }: Telling): Slots {
  const locale = LOCALE[story.language]
  const timeZone = writer.site.timeZone
  const weekday = (at: Date) => new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' }).format(at)
  const date = (at: Date) => new Intl.DateTimeFormat(locale, { timeZone, month: 'long', day: 'numeric' }).format(at)
  const clock = (hour: number, minute: number) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' }).format(
      new Date(Date.UTC(2026, 0, 1, hour, minute)),
    )
  const money = () => `$${dice.between(18, 240)}.${dice.pick(['00', '40', '75', '12'])}`
  const soon = workday(startsAt, dice.between(3, 6))
  const later = workday(soon, dice.between(2, 5))
  const doctors = clinic.staff.filter(({ role }) => role === 'clinician')
  return {
    given: writer.name?.split(' ')[0] ?? '',
    name: writer.name ?? '',
    patient: patient?.given ?? '',
    staff: staff.given,
    doctor: `Dr. ${(doctors.find(({ siteId }) => siteId === writer.site.id) ?? doctors[0])?.family ?? ''}`,
    site: writer.site.name,
    day: weekday(soon),
    date: date(soon),
    time: clock(dice.between(9, 11), dice.pick([0, 15, 30, 45])),
    day2: weekday(later),
    date2: date(later),
    time2: clock(dice.between(13, 16), dice.pick([0, 20, 40])),
    amount: money(),
    amount2: money(),
    n: String(dice.between(2, 6)),
  }
}

/** The day so many days on, or the Monday after when that is a weekend. */
function workday(from: Date, days: number): Date {
  const at = new Date(from.getTime() + days * DAY)
  const weekday = at.getUTCDay()
  return weekday === 6 ? new Date(at.getTime() + 2 * DAY) : weekday === 0 ? new Date(at.getTime() + DAY) : at
}

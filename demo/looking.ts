/** Who opened whose record in the last month, so that "who saw my record" has something to tell. */
import { plusMinutes, whenOpen } from './calendar.ts'
import type { Clinic, Staff } from './clinic.ts'
import { actorOf, type JournalBook } from './journal-book.ts'
import type { Patient } from './people.ts'
import type { Random } from './random.ts'
import type { Rows } from './rows.ts'

type Looking = {
  seed: string
  clinic: Clinic
  people: readonly Patient[]
  rows: Rows
  book: JournalBook
  now: Date
  dice: Random
}

/** Record openings and lists read in the month, and the people on one page of a list. */
const OPENINGS = 420
const LISTS = 60
const PAGE = 20

export function buildLooking({ clinic, people, book, now, dice }: Looking): void {
  const readers = clinic.staff.filter(({ state, role }) => state === 'active' && role !== 'administrator')
  for (let n = 0; n < OPENINGS; n++) {
    const patient = dice.pick(people)
    const staff = readerFor(readers, patient, dice)
    const at = atWork(now, patient.site.timeZone, dice)
    const actor = actorOf(staff)
    const about = { actor, resourceKind: 'patient', resourceId: patient.id, patientId: patient.id, at }
    book.write({ ...about, event: 'patient.opened', action: 'R', fieldClasses: ['identity', 'contact'] })
    if (dice.chance(0.3))
      book.write({
        ...about,
        event: 'consent.read',
        action: 'R',
        resourceKind: 'consent',
        resourceId: null,
        at: plusMinutes(at, 0.6),
        fieldClasses: ['contact'],
      })
  }
  for (let n = 0; n < LISTS; n++) {
    const staff = dice.pick(readers)
    const from = dice.between(0, Math.max(0, people.length - PAGE))
    const patientIds = people.slice(from, from + PAGE).map(({ id }) => id)
    const at = atWork(now, clinic.sites[0]?.timeZone ?? 'UTC', dice)
    book.write({
      event: 'patient.searched',
      action: 'R',
      actor: actorOf(staff),
      at,
      resourceKind: 'patient',
      patientIds,
      fieldClasses: ['identity'],
      detail: { rows: patientIds.length },
    })
  }
}

const readerFor = (readers: readonly Staff[], { site, language }: Patient, dice: Random): Staff => {
  const near = readers.filter(
    (one) => one.siteId === site.id || one.siteId === null || one.languages.includes(language),
  )
  return dice.pick(near.length > 0 ? near : readers)
}

/** A moment in opening hours of the last month, at least an hour ago. */
function atWork(now: Date, timeZone: string, dice: Random): Date {
  const at = whenOpen(plusMinutes(now, -dice.between(48 * 60, 29 * 1440)), timeZone, dice.between(0, 55))
  return at < plusMinutes(now, -60) ? at : plusMinutes(now, -dice.between(60, 2000))
}

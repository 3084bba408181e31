/** A patient who asked in the portal for a call tomorrow; the calls that came by telephone are made by the product when it starts. */
import { plusMinutes, whenOpen } from './calendar.ts'
import type { Clinic } from './clinic.ts'
import { demoId } from './demo-id.ts'
import type { JournalBook } from './journal-book.ts'
import type { Patient } from './people.ts'
import type { Rows } from './rows.ts'

type CallBacks = { seed: string; clinic: Clinic; people: readonly Patient[]; rows: Rows; book: JournalBook; now: Date }

/** The first of those who sign in by themselves, have a telephone, and wrote in the portal; asked so many minutes ago. */
const ASKED_MINUTES_AGO = 50
const AHEAD_MINUTES = 22 * 60
const QUARTER_MS = 15 * 60_000

export function buildCallBacks({ seed, clinic, people, rows, book, now }: CallBacks): void {
  const at = plusMinutes(now, -ASKED_MINUTES_AGO)
  const chosen = people.flatMap((patient) => {
    const number = rows.contact_point.find(
      (one) => one.patient_id === patient.id && one.system === 'sms' && one.state === 'active',
    )
    const conversation = rows.conversation.find(
      (one) =>
        one.patient_id === patient.id &&
        one.channel === 'portal-chat' &&
        (one.state === 'open' || one.state === 'waiting'),
    )
    return patient.portalAccountId && number && conversation ? [{ patient, number, conversation }] : []
  })
  const [first] = chosen
  if (!first) throw new Error('the demonstration has nobody who could ask for a call')
  const { patient, number, conversation } = first
  // In the middle of an opening hour: the same time is offered to nobody else.
  const open = whenOpen(plusMinutes(now, AHEAD_MINUTES), patient.site.timeZone, 30)
  const dueAt = new Date(Math.ceil(open.getTime() / QUARTER_MS) * QUARTER_MS)
  const id = demoId(`${seed}/call-back`, at)
  const conversationId = conversation.id as string
  rows.call_back.push({
    organization_id: clinic.organizationId,
    id,
    conversation_id: conversationId,
    address: number.value as string,
    language: patient.language,
    state: 'open',
    place_since: at,
    due_at: dueAt,
    is_booked: true,
    tries: 0,
    requests: 1,
    version: 1,
  })
  book.write({
    event: 'call-back.requested',
    action: 'C',
    actor: { kind: 'patient', id: patient.id, role: 'patient' },
    at,
    resourceKind: 'call-back',
    resourceId: id,
    conversationId,
    patientId: patient.id,
    fieldClasses: ['contact'],
    detail: { due: dueAt.toISOString() },
  })
}

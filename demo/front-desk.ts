/** The last two hours at the front desk of each site: some were served, somebody is called, some wait, one went away. */
import { siteDay } from '#server/modules/front-desk/site-day.ts'
import { letterOf, numberText, queueFor, urgencyOf, type TurnReason } from '#server/modules/front-desk/rules.ts'
import { walkInText } from '#server/modules/front-desk/texts.ts'
import { plusMinutes } from './calendar.ts'
import type { Site, Staff } from './clinic.ts'
import type { ConversationSetting } from './conversations.ts'
import { demoId } from './demo-id.ts'
import { actorOf, SYSTEM } from './journal-book.ts'
import type { Patient } from './people.ts'
import { openThread, type Writer } from './thread.ts'

type Arrived = {
  /** Minutes before now. */
  ago: number
  reason: TurnReason
  /** Nobody knows who it is. */
  isUnknown?: true
  language?: 'es'
  /** What became of it: served for so many minutes after a wait, or where it stands now. */
  then: { waited: number; served: number } | 'serving' | 'called' | 'waiting' | 'left'
}

const ARRIVED: readonly Arrived[] = [
  { ago: 118, reason: 'visit', then: { waited: 4, served: 6 } },
  { ago: 110, reason: 'visit', then: { waited: 5, served: 5 } },
  { ago: 103, reason: 'billing', then: { waited: 9, served: 8 } },
  { ago: 97, reason: 'visit', isUnknown: true, then: { waited: 7, served: 4 } },
  { ago: 90, reason: 'unwell', then: { waited: 2, served: 12 } },
  { ago: 81, reason: 'visit', language: 'es', then: { waited: 6, served: 7 } },
  { ago: 72, reason: 'other', then: { waited: 8, served: 5 } },
  { ago: 64, reason: 'visit', then: { waited: 11, served: 6 } },
  { ago: 52, reason: 'visit', isUnknown: true, then: 'left' },
  { ago: 40, reason: 'visit', then: { waited: 9, served: 9 } },
  { ago: 24, reason: 'visit', then: 'serving' },
  { ago: 17, reason: 'other', language: 'es', then: 'called' },
  { ago: 12, reason: 'visit', then: 'waiting' },
  { ago: 9, reason: 'billing', isUnknown: true, then: 'waiting' },
  { ago: 6, reason: 'visit', language: 'es', then: 'waiting' },
  { ago: 2, reason: 'unwell', then: 'waiting' },
]
const ROOM = 'Counter 1'

export function buildFrontDesk(setting: ConversationSetting): void {
  const { clinic, people } = setting
  for (const site of clinic.sites) {
    const staff = clinic.staff.find(
      (one) => one.role === 'front_desk' && one.siteId === site.id && one.state === 'active',
    )
    if (!staff) continue
    const here = people.filter((one) => one.site.id === site.id && one.age >= 18)
    const numbers = new Map<string, number>()
    for (const [n, arrived] of ARRIVED.entries()) {
      const ofLanguage = here.filter(({ language }) => language === (arrived.language ?? 'en'))
      const patient = arrived.isUnknown ? undefined : ofLanguage[(n * 11 + 5) % Math.max(ofLanguage.length, 1)]
      playTurn(setting, { site, staff, arrived, patient, n, numbers })
    }
    for (const [place, last_number] of numbers) {
      const [day = '', letter = ''] = place.split(' ')
      setting.rows.front_desk_count.push({
        organization_id: clinic.organizationId,
        site_id: site.id,
        day,
        letter,
        last_number,
      })
    }
  }
}

type Playing = {
  site: Site
  staff: Staff
  arrived: Arrived
  patient: Patient | undefined
  n: number
  numbers: Map<string, number>
}

function playTurn(setting: ConversationSetting, { site, staff, arrived, patient, n, numbers }: Playing): void {
  const { seed, clinic, rows, book, now } = setting
  const { reason, language = 'en', then } = arrived
  const takenAt = plusMinutes(now, -arrived.ago)
  const queue = queueFor(clinic.queues, { reason, siteId: site.id, language })
  if (!queue) return
  const key = `front-desk/${site.id}/${n}`
  const thread = openThread({ seed, key, clinic, rows, book, channel: 'front-desk', writer: writerOf(site, patient, language), subject: '', startsAt: takenAt }) // prettier-ignore
  const urgency = urgencyOf(reason, thread.receive({ text: walkInText(language, reason), at: takenAt }))
  const messageId = rows.message.at(-1)?.id as string

  const day = siteDay(site.timeZone, takenAt)
  const letter = letterOf(queue.kind)
  const number = (numbers.get(`${day} ${letter}`) ?? 0) + 1
  numbers.set(`${day} ${letter}`, number)
  const waiting = rows.front_desk_turn.filter(
    ({ site_id, queue_id, first_called_at }) =>
      site_id === site.id && queue_id === queue.id && (first_called_at === null || (first_called_at as Date) > takenAt),
  )

  const wasCalled = then !== 'waiting'
  const called = typeof then === 'object' ? plusMinutes(takenAt, then.waited) : then === 'serving' ? plusMinutes(now, -5) : then === 'called' ? plusMinutes(now, -0.5) : plusMinutes(takenAt, 6) // prettier-ignore
  const calledAt = wasCalled ? called : null
  const isServed = typeof then === 'object' || then === 'serving'
  const servingAt = isServed && calledAt ? plusMinutes(calledAt, 1) : null
  const endedAt = typeof then === 'object' && servingAt ? plusMinutes(servingAt, then.served) : then === 'left' && calledAt ? plusMinutes(calledAt, 5) : null // prettier-ignore
  const state = typeof then === 'object' ? 'done' : then
  const id = demoId(`${seed}/${key}/turn`, takenAt)
  rows.front_desk_turn.push({
    organization_id: clinic.organizationId,
    id,
    site_id: site.id,
    day,
    letter,
    number,
    queue_id: queue.id,
    conversation_id: thread.id,
    message_id: messageId,
    is_first: true,
    reason,
    urgency,
    language,
    state,
    ahead: waiting.length,
    calls: then === 'left' ? 3 : wasCalled ? 1 : 0,
    room: wasCalled ? ROOM : null,
    device_id: null,
    taken_by: staff.id,
    taken_at: takenAt,
    first_called_at: calledAt,
    called_at: calledAt,
    serving_at: servingAt,
    staff_id: wasCalled ? staff.id : null,
    ended_at: endedAt,
  })

  const tell = (event: string, at: Date, to: string) =>
    book.write({
      event: `front-desk.${event}`,
      action: event === 'taken' ? 'C' : 'U',
      actor: actorOf(staff),
      at,
      resourceKind: 'front-desk-turn',
      resourceId: id,
      conversationId: thread.id,
      patientId: patient?.id ?? null,
      fieldClasses: ['service'],
      detail: { number: numberText(letter, number), to },
    })
  tell('taken', takenAt, 'waiting')
  if (calledAt) tell('called', calledAt, 'called')
  if (servingAt) {
    tell('served', servingAt, 'serving')
    thread.change({ assignee_id: staff.id, assignment: 'assigned' })
    thread.tellChange('conversation.assigned', actorOf(staff), servingAt, { to: staff.id, from: null })
  }
  if (!endedAt) return
  tell(state, endedAt, state)
  if (state === 'left' && patient) return
  thread.change({ state: 'resolved', resolved_at: endedAt, unread_since: null })
  thread.tellChange('conversation.resolved', state === 'done' ? actorOf(staff) : SYSTEM, endedAt, { from: 'open' })
}

const writerOf = (site: Site, patient: Patient | undefined, language: string): Writer => ({
  kind: patient ? 'patient' : 'unknown',
  id: patient?.id ?? null,
  patientId: patient?.id ?? null,
  relatedPersonId: null,
  visitorId: null,
  address: null,
  contactPointId: null,
  name: null,
  level: 'none',
  proxyLinkId: null,
  language: patient?.language ?? language,
  site,
})

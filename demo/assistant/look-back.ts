/** What people said afterwards of what software decided: reviews of emergencies and of a sample, and what they would have read otherwise. */
import { DAY, plusMinutes, whenOpen } from '../calendar.ts'
import { demoId } from '../demo-id.ts'
import { actorOf } from '../journal-book.ts'
import type { Row } from '../rows.ts'
import type { Setting } from './build-assistant.ts'

/** Of what is to be reviewed, the newest days are left for whoever looks first. */
const LEFT_DAYS = 4
/** Of so many reviews one does not agree. */
const DISAGREES_EVERY = 9
const DISAGREEMENTS = [
  { wrong: ['meaning'], reason: 'She asks what the visit costs, not how to pay.' },
  { wrong: ['tone'], reason: 'He is worried, not angry.' },
  { wrong: ['urgency'], reason: 'A nurse should have looked the same day.' },
] as const

export function reviewSome({ clinic, rows, book, now, dice }: Setting): void {
  const [supervisor] = clinic.staff.filter(({ role, state }) => role === 'supervisor' && state === 'active')
  if (!supervisor) return
  const messages = new Map(rows.message.map((row) => [row.id, row]))
  const patients = new Map(rows.conversation.map((row) => [row.id, row.patient_id as string | null]))
  const down = new Set(rows.assistant_answer.flatMap(({ thumb, question_id: id }) => (thumb === 'down' ? [id] : [])))
  const old = rows.understanding.filter(({ at }) => now.getTime() - (at as Date).getTime() > LEFT_DAYS * DAY)
  const reviewed = old.flatMap((row): { row: Row; because: string }[] => {
    if (row.triage_urgency === 'emergency') return [{ row, because: 'emergency' }]
    return down.has(row.message_id) ? [{ row, because: 'thumbs-down' }] : []
  })
  for (const [n, { row, because }] of reviewed.entries()) {
    const message = messages.get(row.message_id)
    if (!message) continue
    const disagreement = n % DISAGREES_EVERY === 4 ? DISAGREEMENTS[Math.floor(n / DISAGREES_EVERY) % 3] : undefined
    const read = plusMinutes(row.at as Date, dice.between(300, 3_000))
    const at = whenOpen(read, clinic.sites[0]?.timeZone ?? 'UTC', dice.between(5, 50))
    rows.decision_review.push({
      organization_id: clinic.organizationId,
      message_id: row.message_id ?? null,
      because,
      agrees: !disagreement,
      wrong: [...(disagreement?.wrong ?? [])],
      reason: disagreement?.reason ?? null,
      reviewer_id: supervisor.id,
      reviewed_at: at,
    })
    book.write({
      event: 'decision.reviewed',
      action: 'C',
      actor: actorOf(supervisor),
      at,
      resourceKind: 'message',
      resourceId: row.message_id as string,
      conversationId: message.conversation_id as string,
      patientId: patients.get(message.conversation_id) ?? null,
      fieldClasses: ['service', 'clinical'],
      detail: { agrees: !disagreement, because, wrong: [...(disagreement?.wrong ?? [])] },
    })
  }
}

/** What staff would have read in the first message of a talk. */
const CORRECTIONS = [
  ['crutches', 'intent', 'accessibility_transport'],
  ['piercing', 'intent', 'out_of_scope'],
  ['complaint', 'tone', 'frustration'],
  ['results-late', 'tone', 'anxiety'],
] as const

/** The first message of a talk. */
export type Begun = { key: string; messageId: string; conversationId: string; patientId: string | null; at: Date }

export function correctSome({ seed, clinic, rows, book, now, dice }: Setting, begun: readonly Begun[]): void {
  const staff = clinic.staff.filter(({ role, state }) => role === 'agent' && state === 'active')
  for (const [key, what, value] of CORRECTIONS) {
    const first = begun.find((one) => one.key === key)
    if (!first) continue
    const by = dice.pick(staff)
    const wanted = plusMinutes(first.at, dice.between(200, 900))
    const at = wanted < now ? wanted : plusMinutes(now, -30)
    rows.understanding_label.push({
      organization_id: clinic.organizationId,
      id: demoId(`${seed}/label/${key}`, at),
      message_id: first.messageId,
      what,
      value,
      staff_id: by.id,
      at,
    })
    book.write({
      event: 'understanding.corrected',
      action: 'C',
      actor: actorOf(by),
      at,
      resourceKind: 'message',
      resourceId: first.messageId,
      conversationId: first.conversationId,
      patientId: first.patientId,
      fieldClasses: ['service'],
      detail: { what, value },
    })
  }
}

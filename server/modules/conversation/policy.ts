/** Who may do what with a conversation. Which rows can be reached at all is decided below by the scope and by row security. */
import type { Role } from '#contract/role.ts'
import { isMoreUrgent, type Urgency } from './rules.ts'

type Actor = { role: Role }

/** Anyone on the desk may raise an urgency; only a nurse or clinician may lower it. */
export const canSetUrgency = (actor: Actor, current: Urgency, next: Urgency): boolean =>
  isMoreUrgent(next, current) ? isOnDesk(actor) : actor.role === 'nurse' || actor.role === 'clinician'

/** A red flag is accepted by somebody who can act on it. */
export const canAcceptAlert = (actor: Actor): boolean => ['nurse', 'clinician', 'supervisor'].includes(actor.role)

export const isOnDesk = ({ role }: Actor): boolean =>
  ['agent', 'front_desk', 'nurse', 'clinician', 'billing', 'supervisor'].includes(role)

export type NoteReader = 'service' | 'clinical' | 'billing' | 'sensitive'

/** Reader classes of a note that a role may read (desk.md section 2). */
const READS: Partial<Record<Role, readonly NoteReader[]>> = {
  agent: ['service'],
  front_desk: ['service'],
  nurse: ['service', 'clinical'],
  clinician: ['service', 'clinical'],
  billing: ['service', 'billing'],
  supervisor: ['service', 'billing'],
}

export const noteReadersOf = ({ role }: Actor): readonly NoteReader[] => READS[role] ?? []

export const canReadNote = (actor: Actor, readers: readonly string[]): boolean =>
  readers.some((reader) => noteReadersOf(actor).some((own) => own === reader))

export type ConversationFacts = {
  id: string
  patientId: string | null
  visitorId: string | null
  labels: readonly string[]
}

type Reader = {
  scope: 'organization' | 'patient' | 'conversation'
  patientIds: readonly string[]
  visitorId: string | null
  labels: readonly string[]
  role: Role
}

/** The same decision as row security, in memory: for news to open screens (desk-D7). A test holds the two together. */
export function canSeeConversation(reader: Reader, { patientId, visitorId, labels }: ConversationFacts): boolean {
  if (!labels.every((label) => reader.labels.includes(label))) return false
  if (reader.scope === 'organization') return isOnDesk(reader) || reader.role === 'system'
  if (reader.scope === 'patient') return patientId !== null && reader.patientIds.includes(patientId)
  return visitorId !== null && reader.visitorId === visitorId
}

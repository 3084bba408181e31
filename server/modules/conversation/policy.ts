/** Who may do what with a conversation. Which rows can be reached at all is decided below by the scope and by row security. */
import type { Role } from '#contract/role.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
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

/** Who reads notes: a role, and the sensitivity labels that were opened to this person. */
export type NoteActor = { role: Role; labels: readonly string[]; staffId: string | null }

/** Reader classes of a note that a role may read (desk.md section 2). */
const READS: Partial<Record<Role, readonly NoteReader[]>> = {
  agent: ['service'],
  front_desk: ['service'],
  nurse: ['service', 'clinical'],
  clinician: ['service', 'clinical'],
  billing: ['service', 'billing'],
  supervisor: ['service', 'billing'],
}

/** Sensitive notes are for those to whom at least one sensitivity label is open. */
export const noteReadersOf = ({ role, labels }: Omit<NoteActor, 'staffId'>): readonly NoteReader[] => [
  ...((Object.hasOwn(READS, role) && READS[role]) || []),
  ...(labels.length > 0 && isOnDesk({ role }) ? (['sensitive'] as const) : []),
]

/** Anybody at the desk writes to any kind of colleague; sensitive notes are written by those who read them (decision 0093). */
export const noteReadersToWrite = (actor: Omit<NoteActor, 'staffId'>): readonly NoteReader[] =>
  NOTE_READERS.filter((reader) => isOnDesk(actor) && (reader !== 'sensitive' || noteReadersOf(actor).includes(reader)))

/** A note is read by its classes, and by who wrote it. */
export const canReadNote = (actor: NoteActor, note: { readers: readonly string[]; authorId: string | null }): boolean =>
  (actor.staffId !== null && note.authorId === actor.staffId) ||
  note.readers.some((reader) => noteReadersOf(actor).some((own) => own === reader))

export type Mentioned = { staffId: string; role: Role; labels: readonly string[]; isActive: boolean }

/** A mention calls somebody to words he can read; else the writer shares it differently or calls another (desk-D18). */
export function decideMentions(
  mentioned: readonly Mentioned[],
  readers: readonly string[],
  conversationLabels: readonly string[],
  /** Classes that the writer may share a note with. */
  mayWrite: readonly NoteReader[],
): Result<null, 'NOT_A_READER'> {
  const opens = ({ role, labels, isActive }: Mentioned): boolean =>
    isActive && isOnDesk({ role }) && conversationLabels.every((label) => labels.includes(label))
  const outside = mentioned.filter(
    (person) => !opens(person) || !noteReadersOf(person).some((reader) => readers.includes(reader)),
  )
  if (outside.length === 0) return ok(null)
  // A class that all of them read and the writer may write to, if they may open the conversation at all.
  const shareAs = outside.every(opens)
    ? mayWrite.filter((reader) => mentioned.every((person) => noteReadersOf(person).includes(reader)))
    : []
  return refuse('NOT_A_READER', { field: 'mentions', staffIds: outside.map(({ staffId }) => staffId), shareAs })
}

const NOTE_READERS: readonly NoteReader[] = ['service', 'clinical', 'billing', 'sensitive']

export type ConversationFacts = {
  id: string
  patientId: string | null
  visitorId: string | null
  labels: readonly string[]
  /** Of those on the patient's side one reads it: this person, or without one its patient (decision 0179). */
  privacy: { readerId: string | null } | null
}

type Reader = {
  scope: 'organization' | 'patient' | 'conversation'
  patientIds: readonly string[]
  selfIds: readonly string[]
  visitorId: string | null
  labels: readonly string[]
  role: Role
}

/** The same decision as row security, in memory: for news to open screens (desk-D7). A test holds the two together. */
export function canSeeConversation(
  reader: Reader,
  { patientId, visitorId, labels, privacy }: ConversationFacts,
): boolean {
  if (!labels.every((label) => reader.labels.includes(label))) return false
  if (reader.scope === 'organization') return isOnDesk(reader) || reader.role === 'system'
  if (reader.scope === 'patient') {
    const isOpen = privacy === null || reader.selfIds.includes(privacy.readerId ?? patientId ?? '')
    return patientId !== null && reader.patientIds.includes(patientId) && isOpen
  }
  return reader.scope === 'conversation' && visitorId !== null && reader.visitorId === visitorId
}

/** Who may do what with a conversation. Which rows can be reached at all says row-policies.ts, to the database and to what is decided here. */
import { ROLES, type Role } from '#contract/role.ts'
import { compile } from '#engines/access-policy/compile.ts'
import type { SqlSession } from '#engines/access-policy/in-sql.ts'
import type { Session } from '#engines/access-policy/policy.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { conversationPolicies, ON_DESK, openedPolicies, wordsPolicies } from './row-policies.ts'
import { isMoreUrgent, type Urgency } from './rules.ts'

type Actor = { role: Role }

/** Anyone on the desk may raise an urgency; only a nurse or clinician may lower it. */
export const canSetUrgency = (actor: Actor, current: Urgency, next: Urgency): boolean =>
  isMoreUrgent(next, current) ? isOnDesk(actor) : actor.role === 'nurse' || actor.role === 'clinician'

/** A red flag is accepted by somebody who can act on it. */
export const canAcceptAlert = (actor: Actor): boolean => ['nurse', 'clinician', 'supervisor'].includes(actor.role)

export const isOnDesk = ({ role }: Actor): boolean => ON_DESK.some((one) => one === role)

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

const words = compile(wordsPolicies, ROLES)

type Words = { direction: string; readers: readonly string[]; authorId: string | null }

/** Both are of one organization: the reader's transaction has found the message. */
export const canReadWords = ({ role, labels, staffId }: NoteActor, message: Words): boolean =>
  words.permits(
    'message',
    'select',
    { ...HERE, scope: 'organization', role, actorId: staffId, noteClasses: noteReadersOf({ role, labels }) },
    { ...HERE, ...message },
  )

/** The same in a statement, of the message `m` of the organization $1, for the member of staff $2. */
const READABLE_WORDS = words.where('message', 'select', {
  as: 'm',
  session: {
    organization: '$1',
    scope: { known: 'organization' },
    isActor: (column) => `${column} = $2`,
    sets: { noteClasses: '$classes::text[]' },
  },
})

export const readableWords = (noteReaders: string): string => READABLE_WORDS.replace('$classes', () => noteReaders)

/** Stands for the organization where only rows of one are at hand. */
const HERE = { organizationId: 'here' } as const

export type Mentioned = { staffId: string; role: Role; labels: readonly string[]; isActive: boolean }

/** A mention calls somebody to words he can read; else the writer shares it differently or calls another (desk-D18). */
export function decideMentions(
  mentioned: readonly Mentioned[],
  readers: readonly string[],
  conversationLabels: readonly string[],
  /** Classes that the writer may share a note with. */
  mayWrite: readonly NoteReader[],
): Result<null, 'NOT_A_READER'> {
  const opens = (person: Mentioned): boolean => person.isActive && canOpen(person, conversationLabels)
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
  organizationId: string
  patientId: string | null
  visitorId: string | null
  labels: readonly string[]
  /** Of those on the patient's side one reads it: this person, or without one its patient (decision 0179). */
  privacy: { readerId: string | null } | null
}

/**
 * `isOfChat`: whoever sits before its chat may know that somebody answers; they wrote last, or proved who they are. `shownInChat`: a mark of what a
 * chat shows that has proved nothing: while it stays the same nothing happened that its visitor may know of. Null: all may be known, or it is no chat.
 */
export type ToldFacts = ConversationFacts & { isOfChat: boolean; shownInChat: string | null }

const access = compile(openedPolicies, ROLES)

/** For news to open screens (desk-D7). */
export const canSeeConversation = (session: Session, facts: ConversationFacts): boolean =>
  access.permits('conversation', 'select', session, facts, facts.privacy ? closedTo(facts, facts.privacy) : OPEN)

const OPEN = { conversation_privacy: [] }
/** Its patient is the conversation's: a trigger keeps it so. */
const closedTo = (
  { organizationId, id: conversationId, patientId }: ConversationFacts,
  { readerId }: { readerId: string | null },
) => ({ conversation_privacy: [{ organizationId, conversationId, patientId, readerId, liftedAt: null }] })

/** Whether a member of staff may open a conversation of these labels. */
export const canOpen = (
  { role, labels }: { role: string; labels: readonly string[] },
  conversationLabels: readonly string[],
): boolean =>
  access.permits(
    'conversation',
    'select',
    { ...HERE, scope: 'organization', role, actorId: null, labels },
    { ...HERE, labels: conversationLabels },
  )

/** The same in a statement, of the conversation `c` and the member of staff `s`. */
export const STAFF_MAY_OPEN = access.where('conversation', 'select', {
  as: 'c',
  session: {
    organization: 's.organization_id',
    scope: { known: 'organization' },
    role: (role) => `s.role = '${role}'`,
    sets: { labels: 's.labels' },
  } satisfies SqlSession,
})

/** Whether the labels of a parameter open the conversation `c` of the organization $1. */
export const opensTo = (labels: string): string => OPENS_TO.replace('$labels', () => labels)

const OPENS_TO = compile(conversationPolicies, ROLES).where('conversation', 'select', {
  as: 'c',
  session: { organization: '$1', scope: { known: 'organization' }, sets: { labels: '$labels::text[]' } },
})

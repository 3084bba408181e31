/** For whom and why a transaction runs. It becomes the transaction's settings (row security) and the head of each journal row. */
import type { IdentityLevel, Purpose, Role } from '#contract/role.ts'
import { SENSITIVITY_LABELS } from '#contract/sensitivity.ts'
import type { Session } from '#engines/access-policy/policy.ts'

export type ActorKind = 'staff' | 'patient' | 'related-person' | 'visitor' | 'system' | 'client' | 'unknown'

/** Which rows of the organization can be reached at all; the database enforces it (server/db/migrations/0004). */
export type Scope =
  | { kind: 'organization' }
  /** `selfIds`: who the caller is himself, as patient and as related person; not those he speaks for. */
  | { kind: 'patient'; patientIds: readonly string[]; selfIds: readonly string[] }
  | { kind: 'conversation'; conversationIds: readonly string[] }

export type Context = {
  organizationId: string
  scope: Scope
  /** Sensitivity labels that may be read; unlabelled rows are always within. */
  labels: readonly string[]
  actor: { kind: ActorKind; id: string | null }
  onBehalfOf: string | null
  /** For whom the actor may speak, and who he is to each: what is about one of these is done in that part (journal.ts). */
  speaksFor?: readonly { patientId: string; relatedPersonId: string }[]
  role: Role
  purpose: Purpose
  identityLevel: IdentityLevel
  sessionId: string | null
  requestId: string
  sourceAddress: string | null
  /** Route template, never the filled path. */
  route: string | null
}

/** What a policy asks in memory; database.ts says the same to the database. */
export const sessionOf = ({
  organizationId,
  scope,
  labels,
  role,
  actorId,
}: Pick<Context, 'organizationId' | 'scope' | 'labels' | 'role'> & { actorId: string | null }): Session => ({
  organizationId,
  scope: scope.kind,
  role,
  actorId,
  labels,
  patients: scope.kind === 'patient' ? scope.patientIds : [],
  self: scope.kind === 'patient' ? scope.selfIds : [],
  conversations: scope.kind === 'conversation' ? scope.conversationIds : [],
})

/** The product acting by itself (a job, a channel): the whole organization, every label, since it must store whatever comes. */
export const systemContext = (organizationId: string, requestId: string, route: string): Context => ({
  organizationId,
  scope: { kind: 'organization' },
  labels: ALL_LABELS,
  actor: { kind: 'system', id: null },
  onBehalfOf: null,
  role: 'system',
  purpose: 'HOPERAT',
  identityLevel: 'none',
  sessionId: null,
  requestId,
  sourceAddress: null,
  route,
})

/** Every sensitivity label: of whoever must see the whole, such as a job or a patient. */
export const ALL_LABELS = SENSITIVITY_LABELS

/**
 * A policy as data: who reaches which rows of one table. A closed language, read by two compilers: in-sql.ts writes the predicate that row
 * security holds, in-memory.ts decides about a row that is at hand (trust-D4).
 *
 * There is no "not": what is not said is not permitted, what is null or unknown permits nothing, and so both decide alike. Columns are
 * written as the code writes them (`patientId`); the database has `patient_id`.
 */

/** Which rows of the organization a session can reach at all. */
export const SCOPES = ['organization', 'patient', 'conversation'] as const
export type ScopeWord = (typeof SCOPES)[number]

/** What a session has several of. `noteClasses`: the classes of notes that its role and its labels open. */
export const SESSION_SETS = ['patients', 'self', 'conversations', 'labels', 'noteClasses'] as const
export type SessionSet = (typeof SESSION_SETS)[number]

/** Who asks; a transaction has the same in its settings. */
export type Session = { organizationId: string; scope: string; role: string; actorId: string | null } & Readonly<
  Partial<Record<SessionSet, readonly string[]>>
>

/** `id` and `instant` are compared whole; `words`: several of a closed list or of labels; a list: one word of it. */
export type ColumnKind = 'id' | 'instant' | 'text' | 'words' | readonly string[]

export type Atom =
  | { scope: ScopeWord }
  | { role: readonly string[] }
  /** The column is of the session's organization, or names who asks. */
  | { column: string; is: 'organization' | 'actor' }
  /** The column is one of the session's set. `orOuter`: where it is null, that column of the row that asks. */
  | { column: string; in: SessionSet }
  | { column: string; orOuter: string; in: SessionSet }
  /** All of the column's words are in the session's set; or one of them is. */
  | { column: string; within: SessionSet }
  | { column: string; meets: SessionSet }
  | { column: string; of: readonly string[] }
  | { none: string }

/** Their column: the column of this row that must be the same. The organization always is. */
export type By = Readonly<Record<string, string>>

export type Condition =
  | Atom
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  /** A scope that is not named permits nothing. */
  | { byScope: Readonly<Partial<Record<ScopeWord, Condition | 'always'>>> }
  | { if: { none: string } | { column: string; of: readonly string[] }; then: Condition | 'always'; else: Condition }
  /** The session sees a row of that table, by that table's own policy; `some`: one of which `where` holds. */
  | { sees: string; by: By }
  | { some: string; by: By; where: Condition }
  /** Of each row of that table that the session sees and of which `where` holds, `permits` holds too. */
  | { every: string; by: By; where: Condition; permits: Condition }

export const RULE_NAMES = [
  'organization_isolation',
  'organization_scope',
  'patient_isolation',
  'label_isolation',
  'staff_isolation',
  'audience_isolation',
  'author_isolation',
  'author_isolation_of_new',
  'author_isolation_of_old',
] as const
export const RULE_COMMANDS = ['all', 'select', 'insert', 'update', 'delete'] as const

/** `using`: which rows are reached; `check`: what may be written. Each rule that is for a command must permit it. */
export type Rule = { name: (typeof RULE_NAMES)[number] } & (
  | { for: 'all' | 'update'; using: Condition; check: Condition }
  | { for: 'select' | 'delete'; using: Condition }
  | { for: 'insert'; check: Condition }
)

/** `rules` begins with `OF_ORGANIZATION` (shapes.ts). `columns`: those that a rule names, its own or another policy's. */
export type Policy = { columns: Readonly<Record<string, ColumnKind>>; rules: readonly Rule[] }
/** By table. */
export type Policies = Readonly<Record<string, Policy>>

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

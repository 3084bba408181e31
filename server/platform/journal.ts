/**
 * The main beam: each change of state and each read of a patient's data adds a row, in the transaction that did it.
 *
 * A row says when, who, on whose behalf, why, what, about whom: ids, codes and numbers, never a person's words (trust-D28).
 * If the row cannot be written the transaction fails, so nothing is answered unrecorded (trust-D29).
 */
import { randomUUID } from 'node:crypto'
import type { Context } from './context.ts'
import { newId } from './id.ts'
import type { DatabaseFailure, Transaction } from './database.ts'
import { sqlText } from './sql-text.ts'

export type JournalAction = 'C' | 'R' | 'U' | 'D' | 'E'

export type JournalEntry = {
  /** A closed name of the field, such as `message.received`. */
  event: string
  action: JournalAction
  resourceKind: string
  resourceId?: string | null
  conversationId?: string | null
  /** Whose data this is; several for a list. */
  patientIds?: readonly (string | null)[]
  fieldClasses?: readonly FieldClass[]
  /** Who did it, where the transaction itself found that out. */
  actor?: Context['actor']
  outcome?: 'success' | 'denied' | 'failed'
  refusal?: string | null
  detail?: JournalDetail | null
}

export type FieldClass = 'identity' | 'contact' | 'schedule' | 'service' | 'clinical' | 'billing' | 'labelled' | 'audit'

/** Codes, ids, instants and numbers. A string that could be somebody's words is refused when written. */
export type JournalDetail = { [key: string]: string | number | boolean | null | readonly string[] }

/** The entry could not be written; the answer is AUDIT_UNAVAILABLE and holds no health data. */
export class AuditUnavailable extends Error {}

/** One id per start of a process and a count of what it wrote: a shortfall against the table shows entries that vanished. */
const bootId = randomUUID()
let bootCount = 0

/** Patients named by one row at most; about more, each further so many have a row of their own. */
const PATIENTS_MAX = 500

/** An entry as it is written: the values of its row, and the patients when it is about several. Survives JSON. */
export type WrittenEntry = { organizationId: string; values: unknown[]; patientIds: string[] }

export async function journal(tx: Transaction, entry: JournalEntry, now: Date = new Date()): Promise<void> {
  if (entry.detail) assertNoWords(entry.detail)
  const collected = collecting.get(tx)
  for (const patientIds of groupsOf(entry.patientIds ?? [])) {
    const written = toWritten(tx.context, entry, patientIds, now)
    if (collected) collected.push(written)
    else writeEntry(tx, written)
  }
  if (listeners.size > 0) tx.afterCommit(() => listeners.forEach((hear) => hear(entry)))
}

/** Entries of transactions whose journal is the spool (server/platform/journal-spool.ts). */
const collecting = new WeakMap<Transaction, WrittenEntry[]>()

/** From here on the entries of `tx` are put into the returned list, for the spool to write down. */
export function collectEntries(tx: Transaction): WrittenEntry[] {
  const entries: WrittenEntry[] = []
  collecting.set(tx, entries)
  return entries
}

/** An entry that is there already stays as it is: nothing is written twice. */
export function writeEntry(tx: Transaction, { organizationId, values, patientIds }: WrittenEntry): void {
  const [, id, at] = values
  tx.pushRows(INSERT, [Object.fromEntries(COLUMNS.map(([name], place) => [name, values[place]]))], unavailable)
  if (patientIds.length > 1) tx.push(INSERT_PATIENTS, [organizationId, patientIds, at, id], unavailable)
}

/** Each patient once, so many in a row; one row also where there is none. */
function groupsOf(patientIds: readonly (string | null)[]): string[][] {
  const all = [...new Set(patientIds.filter((patientId) => patientId !== null))]
  const groups = [all.slice(0, PATIENTS_MAX)]
  for (let from = PATIENTS_MAX; from < all.length; from += PATIENTS_MAX)
    groups.push(all.slice(from, from + PATIENTS_MAX))
  return groups
}

function toWritten(context: Context, entry: JournalEntry, patientIds: string[], now: Date): WrittenEntry {
  const by = entry.actor ? { ...context, actor: entry.actor } : context
  const { actor, onBehalfOf, role, identityLevel } = partOf(by, patientIds)
  const values = [
    context.organizationId,
    newId(now.getTime()),
    now,
    bootId,
    ++bootCount,
    entry.event,
    entry.action,
    entry.outcome ?? 'success',
    entry.refusal ?? null,
    actor.kind,
    actor.id,
    onBehalfOf,
    role,
    context.purpose,
    identityLevel,
    context.sessionId,
    context.sourceAddress,
    context.requestId,
    context.route,
    entry.resourceKind,
    entry.resourceId ?? null,
    entry.conversationId ?? null,
    patientIds.length === 1 ? patientIds[0] : null,
    patientIds.length,
    entry.fieldClasses ?? [],
    entry.detail ? JSON.stringify(entry.detail) : null,
  ]
  return { organizationId: context.organizationId, values, patientIds }
}

/** Who is a patient here and speaks for others, or speaks for several, acts in an entry about one of them as who he is to that one. */
function partOf(
  context: Context,
  patientIds: readonly string[],
): Pick<Context, 'actor' | 'onBehalfOf' | 'role' | 'identityLevel'> {
  const { actor, speaksFor = [] } = context
  const [patientId, ...others] = patientIds
  if (others.length > 0 || actor.id === patientId || !['patient', 'related-person'].includes(actor.kind)) return context
  const grant = speaksFor.find((one) => one.patientId === patientId)
  if (!grant) return context
  return {
    actor: { kind: 'related-person', id: grant.relatedPersonId },
    onBehalfOf: grant.patientId,
    role: 'related_person',
    identityLevel: 'verified_for',
  }
}

/**
 * A missing right or table, a full or broken disk, a lock that is held, a statement that was cut off, a database that only reads: the
 * look cannot be recorded, so it does not happen (trust-D29).
 */
const unavailable = (failure: DatabaseFailure): Error =>
  /^(42501|42P01|53|55|57014|58|25006|XX)/.test(failure.sqlstate) ? new AuditUnavailable(failure.message) : failure

type Told = Pick<JournalEntry, 'event' | 'action' | 'detail'>
const listeners = new Set<(entry: Told) => void>()

/** Hears of each entry of this process after it was committed, for figures. @returns how to stop. */
export function onJournalled(hear: (entry: Told) => void): () => void {
  listeners.add(hear)
  return () => void listeners.delete(hear)
}

/** What a row holds, in the order of `WrittenEntry.values`. */
const COLUMNS = [
  ['organization_id', 'uuid'],
  ['id', 'uuid'],
  ['at', 'timestamptz'],
  ['boot_id', 'uuid'],
  ['boot_count', 'bigint'],
  ['event', 'text'],
  ['action', 'text'],
  ['outcome', 'text'],
  ['refusal', 'text'],
  ['actor_kind', 'text'],
  ['actor_id', 'text'],
  ['on_behalf_of', 'uuid'],
  ['role', 'text'],
  ['purpose', 'text'],
  ['identity_level', 'text'],
  ['session_id', 'uuid'],
  ['source_address', 'inet'],
  ['request_id', 'uuid'],
  ['route', 'text'],
  ['resource_kind', 'text'],
  ['resource_id', 'uuid'],
  ['conversation_id', 'uuid'],
  ['patient_id', 'uuid'],
  ['patient_count', 'integer'],
  ['field_classes', 'text[]'],
  // As text: it was written as JSON before.
  ['detail', 'text'],
] as const

const NAMES = COLUMNS.map(([name]) => name).join(', ')

const INSERT = `
  insert into journal (${NAMES})
  select ${NAMES.replace(/^organization_id/, '$1').replace(/detail$/, 'detail::jsonb')}
    from json_to_recordset($2::json) as entry(${COLUMNS.map((column) => column.join(' ')).join(', ')})
  on conflict do nothing`

const INSERT_PATIENTS = sqlText`
  insert into journal_patient (organization_id, patient_id, at, journal_id) select $1, unnest($2::uuid[]), $3, $4
  on conflict do nothing`

const CODE = /^[\w.:+@/-]{0,80}$/

function assertNoWords(detail: JournalDetail): void {
  for (const [key, value] of Object.entries(detail)) {
    for (const text of Array.isArray(value) ? value : [value]) {
      if (typeof text === 'string' && !CODE.test(text))
        throw new Error(`journal detail "${key}" holds words, not a code`)
    }
  }
}

/**
 * Who chats through the widget: a browser that holds a secret we gave it. Only the hash is kept here.
 *
 * The secret names its organization, so that it is looked up under row security: `<organization, 32 hex digits>.<43 characters>`.
 */
import { createHash, randomBytes } from 'node:crypto'
import { matchConversation } from '#server/modules/identity/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import type { Visitor } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** A visitor's secret is good this long after the last word, and in all, in minutes (desk-D9). */
export const VISITOR_IDLE_MIN = 30
export const VISITOR_MAX_HOURS = 12

export type FoundVisitor = Visitor & { organizationId: string }

const SECRET = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([\w-]{43})$/

const organizationOf = (secret: string): string | undefined => SECRET.exec(secret)?.slice(1, 6).join('-')

export async function openVisitor(
  tx: Transaction,
  {
    accountId,
    language,
    patientId,
    namedAs,
  }: { accountId: string; language: string | undefined; patientId: string | null; namedAs: Buffer | null },
  now: Date,
): Promise<{ id: string; secret: string }> {
  const { organizationId } = tx.context
  const id = newId(now.getTime())
  const secret = `${organizationId.replaceAll('-', '')}.${randomBytes(32).toString('base64url')}`
  await tx.run(INSERT, [organizationId, id, accountId, hashSecret(secret), language ?? null, now, patientId, namedAs])
  await journal(
    tx,
    { event: 'visitor.opened', action: 'C', resourceKind: 'visitor', resourceId: id, patientIds: [patientId] },
    now,
  )
  return { id, secret }
}

export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** What a visitor's words prove without the database: who it would be, and the hash of the secret. */
export type VisitorToken = { organizationId: string; id: string; secretHash: Buffer }

export function readVisitorToken(id: string, secret: string): VisitorToken | undefined {
  const organizationId = organizationOf(secret)
  if (!organizationId || !/^[0-9a-f-]{36}$/.test(id)) return undefined
  return { organizationId, id, secretHash: hashSecret(secret) }
}

/** @returns the visitor with the conversation he is in, or undefined for an unknown, wrong or expired secret alike. */
export async function resolveVisitor(
  db: Database,
  token: VisitorToken | undefined,
  requestId: string,
  now: Date,
): Promise<FoundVisitor | undefined> {
  if (!token) return undefined
  return db.transaction(systemContext(token.organizationId, requestId, 'visitor'), (tx) => findVisitor(tx, token, now))
}

export async function findVisitor(
  tx: Transaction,
  { id, secretHash }: Pick<VisitorToken, 'id' | 'secretHash'>,
  now: Date,
): Promise<FoundVisitor | undefined> {
  const { organizationId } = tx.context
  const [row] = await tx.run<Omit<FoundVisitor, 'organizationId'>>(FIND, [
    organizationId,
    id,
    secretHash,
    new Date(now.getTime() - VISITOR_IDLE_MIN * 60_000),
    new Date(now.getTime() - VISITOR_MAX_HOURS * 3_600_000),
    now,
  ])
  return row && { ...row, organizationId }
}

const FIND = sqlText`
  with v as (
    update visitor set last_seen_at = greatest(last_seen_at, $6)
     where organization_id = $1 and id = $2 and secret_hash = $3 and last_seen_at > $4 and created_at > $5
    returning id, patient_id, language, channel_account_id
  )
  select v.id, v.patient_id as "patientId", v.language, v.channel_account_id as "channelAccountId",
         (select c.id from conversation c where c.organization_id = $1 and c.visitor_id = v.id and c.state not in ('closed', 'spam', 'merged')
           order by c.last_message_at desc limit 1) as "conversationId"
    from v`

/** One message of a visitor at a time: two tabs that write their first words at once still have one conversation. */
export async function lockVisitor(
  tx: Transaction,
  visitorId: string,
): Promise<{ conversationId: string | null; patientId: string | null }> {
  const { organizationId } = tx.context
  await tx.run(LOCK, [organizationId, visitorId])
  // Asked after the lock was given, so that it shows what the other one has done.
  const [row] = await tx.run<{ conversationId: string | null; patientId: string | null }>(NOW_IN, [
    organizationId,
    visitorId,
  ])
  return row ?? { conversationId: null, patientId: null }
}

/** Whom a visitor was said or proved to be, also of one whose secret is over. */
export type VisitorSaid = { patientId: string | null; namedAs: Buffer | null }

export async function whoVisited(
  tx: Transaction,
  { id, secretHash }: Pick<VisitorToken, 'id' | 'secretHash'>,
): Promise<VisitorSaid | undefined> {
  const [row] = await tx.run<VisitorSaid>(WHO, [tx.context.organizationId, id, secretHash])
  return row
}

/** Keeps whom the host named first. */
export const keepNamed = async (tx: Transaction, visitorId: string, namedAs: Buffer): Promise<void> =>
  void (await tx.run(KEEP_NAMED, [tx.context.organizationId, visitorId, namedAs]))

/** The host says who a visitor is who wrote before it did: the visitor and the conversation are matched to that patient. */
export async function matchVisitor(
  tx: Transaction,
  { visitorId, conversationId, patientId }: { visitorId: string; conversationId: string | null; patientId: string },
  now: Date,
): Promise<void> {
  const { organizationId } = tx.context
  await tx.run(MATCH, [organizationId, visitorId, patientId])
  if (conversationId) await matchConversation(tx, { conversationId, patientId, method: 'host-site' }, now)
}

const INSERT = sqlText`
  insert into visitor (organization_id, id, channel_account_id, secret_hash, language, created_at, last_seen_at, patient_id, named_as)
  values ($1, $2, $3, $4, $5, $6, $6, $7, $8)`
const LOCK = sqlText`select from visitor where organization_id = $1 and id = $2 for update`
const NOW_IN = sqlText`
  select v.patient_id as "patientId",
         (select c.id from conversation c where c.organization_id = $1 and c.visitor_id = v.id and c.state not in ('closed', 'spam', 'merged')
           order by c.last_message_at desc limit 1) as "conversationId"
    from visitor v where v.organization_id = $1 and v.id = $2`
const WHO = sqlText`
  select patient_id as "patientId", named_as as "namedAs" from visitor where organization_id = $1 and id = $2 and secret_hash = $3`
const KEEP_NAMED = sqlText`
  update visitor set named_as = $3 where organization_id = $1 and id = $2 and named_as is null`
const MATCH = sqlText`update visitor set patient_id = $3 where organization_id = $1 and id = $2 and patient_id is null`

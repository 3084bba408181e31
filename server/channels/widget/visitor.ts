/**
 * Who chats through the widget: a browser that holds a secret we gave it. Only the hash is kept here.
 *
 * The secret names its organization, so that it is looked up under row security: `<organization, 32 hex digits>.<43 characters>`.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import type { Visitor } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** A visitor's secret is good this long after the last word, and in all, in minutes (desk-D9). */
export const VISITOR_IDLE_MIN = 30
export const VISITOR_MAX_HOURS = 12

export type FoundVisitor = Visitor & { organizationId: string }

const SECRET = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([\w-]{43})$/

export function organizationOf(key: string): string | undefined {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\./.exec(key)
  return parts?.slice(1, 6).join('-')
}

export function makeSecret(organizationId: string): { secret: string; hash: Buffer } {
  const secret = `${organizationId.replaceAll('-', '')}.${randomBytes(32).toString('base64url')}`
  return { secret, hash: hashSecret(secret) }
}

const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** The origins of the sites that may hold this widget; none for an unknown key. */
export async function hostOriginsOf(db: Database, widgetKey: string): Promise<readonly string[]> {
  const organizationId = organizationOf(widgetKey)
  const accountId = widgetKey.split('.')[1] ?? ''
  if (!organizationId || !/^[0-9a-f-]{36}$/.test(accountId)) return []
  const [row] = await db.transaction(systemContext(organizationId, randomUUID(), 'widget'), (tx) =>
    tx.run<{ origins: string[] }>(ORIGINS, [organizationId, accountId]),
  )
  return row?.origins ?? []
}

const ORIGINS = sqlText`
  select array(select jsonb_array_elements_text(case jsonb_typeof(settings -> 'origins') when 'array' then settings -> 'origins' else '[]' end)) as origins
    from channel_account where organization_id = $1 and id = $2 and channel = 'widget' and is_live`

/** @returns the visitor with the conversation he is in, or undefined for an unknown, wrong or expired secret alike. */
export async function resolveVisitor(
  db: Database,
  id: string,
  secret: string,
  requestId: string,
  now: Date,
): Promise<FoundVisitor | undefined> {
  const organizationId = SECRET.test(secret) ? organizationOf(secret) : undefined
  if (!organizationId || !/^[0-9a-f-]{36}$/.test(id)) return undefined
  return db.transaction(systemContext(organizationId, requestId, 'visitor'), (tx) => findVisitor(tx, id, secret, now))
}

export async function findVisitor(
  tx: Transaction,
  id: string,
  secret: string,
  now: Date,
): Promise<FoundVisitor | undefined> {
  const { organizationId } = tx.context
  const [row] = await tx.run<Omit<FoundVisitor, 'organizationId'>>(FIND, [
    organizationId,
    id,
    hashSecret(secret),
    new Date(now.getTime() - VISITOR_IDLE_MIN * 60_000),
    new Date(now.getTime() - VISITOR_MAX_HOURS * 3_600_000),
    now,
  ])
  return row && { ...row, organizationId }
}

const FIND = sqlText`
  with v as (
    update visitor set last_seen_at = $6
     where organization_id = $1 and id = $2 and secret_hash = $3 and last_seen_at > $4 and created_at > $5
    returning id, patient_id, language, channel_account_id
  )
  select v.id, v.patient_id as "patientId", v.language, v.channel_account_id as "channelAccountId",
         (select c.id from conversation c where c.organization_id = $1 and c.visitor_id = v.id and c.state not in ('closed', 'spam', 'merged')
           order by c.last_message_at desc limit 1) as "conversationId"
    from v`

export const INSERT_VISITOR = sqlText`
  insert into visitor (organization_id, id, channel_account_id, secret_hash, language, created_at, last_seen_at)
  values ($1, $2, $3, $4, $5, $6, $6)`

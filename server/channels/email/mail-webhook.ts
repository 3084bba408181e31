/**
 * The mail webhook of a mailbox: a provider pushes raw mail to an address of ours and signs each hand-over (trust-D55).
 *
 * The address names organization and webhook (`<organization, 32 hex digits>.<webhook id>`), so that it is found under row security
 * and nothing in a mail decides where it goes. Its secret is sealed like the seed of an authenticator.
 */
import { randomBytes } from 'node:crypto'
import { MAIL_WEBHOOK_DAYS } from '#contract/mail-webhook.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Outcome } from '../arrival.ts'
import { readEndpoint } from '../hook-endpoint.ts'
import type { Mailbox } from './mailbox.ts'
import { isSignedBy, SECRET_BYTES, secretText, type SignedHeaders } from './webhook-signature.ts'

/** Old rows taken away at each hand-over. */
const SWEPT_MAX = 100
const DAY_MS = 86_400_000

/** The mailbox that a signed hand-over is for. @returns undefined alike for a wrong address, a wrong signature and a closed mailbox. */
export async function mailboxOfHandOver(
  { db, keys, now }: Services,
  endpoint: string,
  signed: SignedHeaders,
  body: Buffer,
): Promise<{ mailbox: Mailbox; webhookId: string } | undefined> {
  const { organizationId, id: webhookId } = readEndpoint(endpoint)
  const [found] = await db.transaction(systemContext(organizationId, newId(), 'mail-webhook'), (tx) =>
    tx.run<Found>(FIND, [organizationId, webhookId, now()]),
  )
  const secrets = found ? secretsOf(keys, webhookId, found) : [NO_SECRET]
  if (!isSignedBy(secrets, signed, body) || !found) return undefined
  return { mailbox: mailboxOf(organizationId, found), webhookId }
}

/** Whether an address is one of ours at all. While the database does not answer any may be: what came decides then. */
export async function isMailEndpoint({ db, now }: Services, endpoint: string): Promise<boolean> {
  const { organizationId, id } = readEndpoint(endpoint)
  const context = systemContext(organizationId, newId(), 'mail-webhook')
  return db.read(context, FIND, [organizationId, id, now()]).then(
    ([found]) => found !== undefined,
    () => true,
  )
}

const mailboxOf = (organizationId: string, { accountId, address, siteId }: Found): Mailbox => ({
  organizationId,
  accountId,
  address,
  siteId,
})

export type KnownMailWebhook = { mailbox: Mailbox; webhookId: string; secrets: Buffer[] }

/** All webhooks of the organization, to be remembered for when the database does not answer (decision 0130). */
export async function knownMailWebhooks(tx: Transaction, keys: Keys, now: Date): Promise<KnownMailWebhook[]> {
  const { organizationId } = tx.context
  const rows = await tx.run<Found & { webhookId: string }>(FIND, [organizationId, null, now])
  return rows.map(({ webhookId, ...found }) => ({
    mailbox: mailboxOf(organizationId, found),
    webhookId,
    secrets: secretsOf(keys, webhookId, found),
  }))
}

type Found = {
  accountId: string
  address: string
  siteId: string | null
  secretSealed: Buffer
  oldSecretSealed: Buffer | null
}

const secretsOf = (keys: Keys, webhookId: string, { secretSealed, oldSecretSealed }: Found): Buffer[] =>
  [secretSealed, oldSecretSealed].flatMap((sealed) => (sealed ? [keys.open(sealed, placeOf(webhookId))] : []))

const placeOf = (webhookId: string): string => `mail_webhook/${webhookId}/secret`
/** What an address that leads nowhere is checked against; nobody knows it. */
const NO_SECRET = randomBytes(SECRET_BYTES)

export type HandOver = { webhookId: string; id: string }

/** Whether this id came before: with the same bytes, or with others. The row is kept with `keepHandOver` in the same transaction. */
export async function findHandOver(
  tx: Transaction,
  { webhookId, id }: HandOver,
  digest: Buffer,
  now: Date,
): Promise<'new' | 'repeated' | 'changed'> {
  const { organizationId } = tx.context
  // Two with one id at once would each find nothing.
  await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`hand-over ${webhookId} ${id}`])
  const before = await tx.run<{ digest: Buffer }>(BEFORE, [organizationId, webhookId, id, kept(now)])
  if (before.some((row) => row.digest.equals(digest))) return 'repeated'
  return before.length > 0 ? 'changed' : 'new'
}

export async function keepHandOver(
  tx: Transaction,
  { webhookId, id }: HandOver,
  digest: Buffer,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  const { organizationId } = tx.context
  await tx.run(SWEEP, [organizationId, webhookId, kept(now), SWEPT_MAX])
  await tx.run(KEEP, [organizationId, webhookId, id, digest, outcome, now])
}

const kept = (now: Date): Date => new Date(now.getTime() - MAIL_WEBHOOK_DAYS * DAY_MS)

export type MailWebhookRow = {
  id: string
  accountId: string
  mailbox: string
  createdAt: Date
  oldSecretUntil: Date | null
  lastSuccessAt: Date | null
  stored: number
  duplicate: number
  refused: number
  setAside: number
}

export const mailWebhooks = (tx: Transaction, now: Date): Promise<MailWebhookRow[]> =>
  tx.run<MailWebhookRow>(LIST, [tx.context.organizationId, kept(now), now])

/** @returns the secret, to be shown once; undefined when there is no such mailbox, or it has a webhook. */
export async function openMailWebhook(
  tx: Transaction,
  keys: Keys,
  accountId: string,
  now: Date,
): Promise<string | undefined> {
  const id = newId(now.getTime())
  const secret = randomBytes(SECRET_BYTES)
  const rows = await tx.run(OPEN, [tx.context.organizationId, id, accountId, keys.seal(secret, placeOf(id)), now])
  return rows.length > 0 ? secretText(secret) : undefined
}

/** @returns the new secret; undefined when there is no such webhook. With `keepsOld` the secret before it signs for a while as well. */
export async function rotateSecret(
  tx: Transaction,
  keys: Keys,
  { webhookId, keepsOld }: { webhookId: string; keepsOld: boolean },
  now: Date,
): Promise<string | undefined> {
  const secret = randomBytes(SECRET_BYTES)
  const until = keepsOld ? new Date(now.getTime() + MAIL_WEBHOOK_DAYS * DAY_MS) : null
  const sealed = keys.seal(secret, placeOf(webhookId))
  const rows = await tx.run(ROTATE, [tx.context.organizationId, webhookId, sealed, until, now])
  return rows.length > 0 ? secretText(secret) : undefined
}

export const closeMailWebhook = async (tx: Transaction, webhookId: string): Promise<boolean> =>
  (await tx.run(CLOSE, [tx.context.organizationId, webhookId])).length > 0

const FIND = sqlText`
  select w.id as "webhookId", a.id as "accountId", a.address, a.site_id as "siteId", w.secret_sealed as "secretSealed",
         case when w.old_secret_until > $3 then w.old_secret_sealed end as "oldSecretSealed"
    from mail_webhook w join channel_account a on a.organization_id = $1 and a.id = w.account_id
   where w.organization_id = $1 and ($2::uuid is null or w.id = $2) and a.channel = 'email' and a.is_live limit 50`

const BEFORE = sqlText`
  select content_digest as digest from mail_hand_over
   where organization_id = $1 and webhook_id = $2 and hand_over_id = $3 and received_at > $4 limit 1000`

const KEEP = sqlText`
  insert into mail_hand_over (organization_id, webhook_id, hand_over_id, content_digest, outcome, received_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (organization_id, webhook_id, hand_over_id, content_digest) do update set outcome = $5, received_at = $6`

const SWEEP = sqlText`
  delete from mail_hand_over where organization_id = $1 and webhook_id = $2 and (hand_over_id, content_digest) in (
    select hand_over_id, content_digest from mail_hand_over where organization_id = $1 and webhook_id = $2 and received_at <= $3 limit $4)`

const LIST = sqlText`
  select w.id, w.account_id as "accountId", a.address as mailbox, w.created_at as "createdAt",
         case when w.old_secret_until > $3 then w.old_secret_until end as "oldSecretUntil", h.*
    from mail_webhook w join channel_account a on a.organization_id = $1 and a.id = w.account_id
    cross join lateral (
      select max(received_at) as "lastSuccessAt",
             count(*) filter (where outcome = 'stored' and received_at > $2)::int as stored,
             count(*) filter (where outcome = 'duplicate' and received_at > $2)::int as duplicate,
             count(*) filter (where outcome = 'refused' and received_at > $2)::int as refused,
             count(*) filter (where outcome = 'set_aside' and received_at > $2)::int as "setAside"
        from mail_hand_over where organization_id = $1 and webhook_id = w.id) h
   where w.organization_id = $1 order by a.address limit 50`

const OPEN = sqlText`
  insert into mail_webhook (organization_id, id, account_id, secret_sealed, created_at)
  select $1, $2, id, $4, $5 from channel_account where organization_id = $1 and id = $3 and channel = 'email'
  on conflict do nothing returning id`

const ROTATE = sqlText`
  update mail_webhook set old_secret_sealed = case when $4::timestamptz is not null then secret_sealed end, old_secret_until = $4,
         secret_sealed = $3, rotated_at = $5
   where organization_id = $1 and id = $2 returning id`

const CLOSE = sqlText`delete from mail_webhook where organization_id = $1 and id = $2 returning id`

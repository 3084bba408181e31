/** Counts equal bodies of one sender within the hour; digests only (desk-D52). */
import { createHash } from 'node:crypto'
import type { Mail } from '#engines/mail/read-mail.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** Equal bodies within this time are a storm, in milliseconds; so long is one kept. */
const KEPT_MS = 3_600_000
/** Old bodies taken away at one look. */
const SWEPT_MAX = 10_000

/** Notes the body of this mail. @returns how often the same sender sent the same body within the hour before. */
export async function noteBody(tx: Transaction, mail: Mail, now: Date): Promise<number> {
  if (!mail.sender.address) return 0
  const { organizationId } = tx.context
  const address = mail.sender.address.toLowerCase().slice(0, 320)
  const digest = bodyDigest(mail)
  // One mail of a sender after the other: two at once would each see one too few.
  await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`mail ${organizationId} ${address}`])
  const [row] = await tx.run<{ count: number }>(COUNT, [organizationId, address, digest, keptSince(now)])
  await tx.run(NOTE, [organizationId, newId(now.getTime()), address, digest, now])
  return row?.count ?? 0
}

/** Whoever sent them, and whether they write again or not. */
export async function forgetOldBodies(tx: Transaction, now: Date): Promise<void> {
  await tx.run(FORGET, [tx.context.organizationId, keptSince(now), SWEPT_MAX])
}

const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_MS)

/** Files count as part of the body: a row of photos without words is no storm. */
function bodyDigest(mail: Mail): Buffer {
  const hash = createHash('sha256').update(mail.text.replace(/\s+/g, ' ').trim())
  for (const { bytes } of mail.attachments) hash.update('\0').update(createHash('sha256').update(bytes).digest())
  return hash.digest()
}

const COUNT = sqlText`
  select count(*)::int as count from mail_body where organization_id = $1 and address = $2 and body_digest = $3 and at > $4`

const NOTE = sqlText`
  insert into mail_body (organization_id, id, address, body_digest, at) values ($1, $2, $3, $4, $5)`

const FORGET = sqlText`
  delete from mail_body where organization_id = $1 and id in (
    select id from mail_body where organization_id = $1 and at <= $2 order by at limit $3)`

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

/** How often the same sender sent the same within the hour before. */
export type Equal = { body: number; whole: number }

/** Notes the body of this mail, and all of its words: some write theirs into the subject alone. */
export async function noteBody(tx: Transaction, mail: Mail, now: Date): Promise<Equal> {
  if (!mail.sender.address) return { body: 0, whole: 0 }
  const { organizationId } = tx.context
  const address = mail.sender.address.toLowerCase().slice(0, 320)
  const [body, whole] = [digestOf(mail, ''), digestOf(mail, mail.subject)]
  // One mail of a sender after the other: two at once would each see one too few.
  await tx.run(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`mail ${organizationId} ${address}`])
  const [row] = await tx.run<Equal>(COUNT, [organizationId, address, body, whole, keptSince(now)])
  const ids = [newId(now.getTime()), newId(now.getTime())]
  await tx.run(NOTE, [organizationId, ids, address, body.equals(whole) ? [body] : [body, whole], now])
  const equal = row ?? { body: 0, whole: 0 }
  // A body without new words is equal to any other such.
  return hasWords(mail) ? equal : { ...equal, body: equal.whole }
}

const hasWords = ({ trimmed, attachments }: Mail): boolean => trimmed.text.trim() !== '' || attachments.length > 0

/** Whoever sent them, and whether they write again or not. */
export async function forgetOldBodies(tx: Transaction, now: Date): Promise<void> {
  await tx.run(FORGET, [tx.context.organizationId, keptSince(now), SWEPT_MAX])
}

const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_MS)

/** Files count as part of the body: a row of photos without words is no storm. */
function digestOf(mail: Mail, subject: string): Buffer {
  const words = [mail.text, ...(subject === '' ? [] : [subject])]
  const hash = createHash('sha256').update(words.map((said) => said.replace(/\s+/g, ' ').trim()).join('\0'))
  for (const { bytes } of mail.attachments) hash.update('\0').update(createHash('sha256').update(bytes).digest())
  return hash.digest()
}

const COUNT = sqlText`
  select count(*) filter (where body_digest = $3)::int as body, count(*) filter (where body_digest = $4)::int as whole
    from mail_body where organization_id = $1 and address = $2 and body_digest in ($3, $4) and at > $5`

const NOTE = sqlText`
  insert into mail_body (organization_id, id, address, body_digest, at)
  select $1, noted.id, $3, noted.digest, $5 from unnest($2::uuid[], $4::bytea[]) noted (id, digest) where noted.digest is not null`

const FORGET = sqlText`
  delete from mail_body where organization_id = $1 and id in (
    select id from mail_body where organization_id = $1 and at <= $2 order by at limit $3)`

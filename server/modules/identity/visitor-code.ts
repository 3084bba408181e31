/**
 * A visitor of the chat proves who he is: a code to a contact on file for at least seven days, and the birth date (desk-D8, D10).
 * The answer is the same whether or not anybody was found.
 */
import { randomBytes } from 'node:crypto'
import type { IdentityLevel } from '#contract/role.ts'
import { ALL_LABELS, type Context } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { RouteContext, Visitor } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { sendNotice } from '#server/modules/notice/index.ts'
import { codesFrom, readContact, recognize } from '#server/modules/patient/index.ts'
import { identityLevelOf } from './level.ts'
import { CODE_MIN, CODE_PAUSE_MIN, CODE_TRIES, CODES_PER_HOUR, hashCode, isCode, writeCode } from './code.ts'

/** A verified chat falls back to none this long after the visitor's last word, in minutes, and in all, in hours (desk-D9). */
const VERIFIED_MIN = 30
const VERIFIED_MAX_HOURS = 12

const wide = (context: Context): Context => ({ ...context, scope: { kind: 'organization' }, labels: ALL_LABELS })

export async function requestVisitorCode(
  { db, jobs, keys, now, context }: RouteContext,
  { visitor, contact, birthDate }: { visitor: Visitor; contact: string; birthDate: string },
): Promise<void> {
  const { conversationId } = visitor
  const at = now()
  await db.transaction(wide(context), async (tx) => {
    const { organizationId } = tx.context
    const read = readContact(contact, 'US')
    const [sent] = await tx.run<{ hour: number; paused: boolean }>(SENT, [
      organizationId,
      visitor.id,
      new Date(at.getTime() - 3_600_000),
      CODE_TRIES,
      new Date(at.getTime() - CODE_PAUSE_MIN * 60_000),
    ])
    await journal(tx, { event: 'identity.code-asked', action: 'E', resourceKind: 'identity-check', conversationId }, at)
    if (!read || !sent || sent.hour >= CODES_PER_HOUR || sent.paused) return
    const person = (await recognize(tx, read)).find(
      (one) => one.kind === 'patient' && one.birthDate === birthDate && codesFrom(one.changedAt) <= at,
    )
    if (!person) return
    const id = newId(at.getTime())
    const code = writeCode(randomBytes(4))
    await tx.run(KEEP, [
      organizationId,
      id,
      conversationId,
      person.contactPointId,
      hashCode(keys, id, code),
      at,
      new Date(at.getTime() + CODE_MIN * 60_000),
      visitor.id,
    ])
    await sendNotice({ jobs, keys, now: at }, tx, {
      key: `conversation-code:${id}`,
      system: read.system,
      address: read.value,
      language: person.language,
      template: 'conversation-code',
      values: { code, minutes: CODE_MIN },
    })
  })
}

export async function checkVisitorCode(
  { db, keys, hub, now, context }: RouteContext,
  { visitor, code, birthDate }: { visitor: Visitor; code: string; birthDate: string },
): Promise<Result<IdentityLevel, 'WRONG_CODE' | 'SLOW_DOWN'>> {
  const { conversationId } = visitor
  const at = now()
  return db.transaction(wide(context), async (tx) => {
    const { organizationId } = tx.context
    const [kept] = await tx.run<{ id: string; hash: Buffer; tries: number; patientId: string; birthDate: string }>(
      TRY,
      [organizationId, visitor.id, at],
    )
    if (kept && kept.tries > CODE_TRIES) return refuse('SLOW_DOWN')
    const isRight = isCode(keys, kept?.id ?? visitor.id, code, kept?.hash ?? null) && kept?.birthDate === birthDate
    if (!kept || !isRight) {
      await journal(
        tx,
        {
          event: 'identity.refused',
          action: 'E',
          resourceKind: 'identity-check',
          conversationId,
          outcome: 'denied',
          refusal: 'WRONG_CODE',
        },
        at,
      )
      return refuse('WRONG_CODE')
    }
    const known = await tx.run(VERIFY_VISITOR, [organizationId, visitor.id, kept.id, kept.patientId, at])
    // The chat is matched to somebody else: a right code of another person does not take it over.
    if (known.length === 0) return refuse('WRONG_CODE')
    if (conversationId && !(await verifyConversation(tx, { visitorId: visitor.id, conversationId }, at)))
      return refuse('WRONG_CODE')
    await journal(
      tx,
      {
        event: 'identity.verified',
        action: 'U',
        resourceKind: 'identity-check',
        conversationId,
        patientIds: [kept.patientId],
        detail: { method: 'code' },
      },
      at,
    )
    tx.afterCommit(() => hub.wake(organizationId))
    return ok('verified')
  })
}

/**
 * What a visitor proved counts for his conversation, also one that begins after the proof.
 * @returns false when nothing was proved lately, or the conversation is another patient's.
 */
export async function verifyConversation(
  tx: Transaction,
  { visitorId, conversationId }: { visitorId: string; conversationId: string },
  now: Date,
): Promise<boolean> {
  const rows = await tx.run(VERIFY_CONVERSATION, [
    tx.context.organizationId,
    visitorId,
    conversationId,
    new Date(now.getTime() - VERIFIED_MIN * 60_000),
    new Date(now.getTime() + VERIFIED_MIN * 60_000),
    newId(now.getTime()),
  ])
  return rows.length > 0
}

/** How sure we are of a visitor: by his conversation, or before its first word by what he proved himself. */
export async function levelOfVisitor(
  tx: Transaction,
  { visitorId, conversationId }: { visitorId: string; conversationId: string | null },
  now: Date,
): Promise<IdentityLevel> {
  if (conversationId) return identityLevelOf(tx, conversationId, null, now)
  const [row] = await tx.run<{ level: IdentityLevel }>(LEVEL, [
    tx.context.organizationId,
    visitorId,
    new Date(now.getTime() - VERIFIED_MIN * 60_000),
  ])
  return row?.level ?? 'none'
}

/** The visitor is still here: a level that was proved in this chat lasts on, up to its longest. */
export async function keepVerified(tx: Transaction, conversationId: string, now: Date): Promise<void> {
  await tx.run(KEEP_VERIFIED, [
    tx.context.organizationId,
    conversationId,
    now,
    new Date(now.getTime() + VERIFIED_MIN * 60_000),
    `${VERIFIED_MAX_HOURS} hours`,
  ])
}

/** Whose conversation this probably is, by somebody else's word: `matched` and no more. A conversation of another patient stays as it is. */
export async function matchConversation(
  tx: Transaction,
  { conversationId, patientId, method }: { conversationId: string; patientId: string; method: 'host-token' },
  now: Date,
): Promise<void> {
  const rows = await tx.run(MATCH, [
    tx.context.organizationId,
    conversationId,
    patientId,
    method,
    now,
    newId(now.getTime()),
  ])
  if (rows.length === 0) return
  await journal(
    tx,
    {
      event: 'identity.matched',
      action: 'U',
      resourceKind: 'identity-check',
      conversationId,
      patientIds: [patientId],
      detail: { method },
    },
    now,
  )
}

const LEVEL = sqlText`
  select case when verified_at > $3 then 'verified' when patient_id is not null then 'matched' else 'none' end as level
    from visitor where organization_id = $1 and id = $2`

const SENT = sqlText`
  select count(*) filter (where sent_at > $3)::int as hour, coalesce(bool_or(tries >= $4 and sent_at > $5), false) as paused
    from verification_code where organization_id = $1 and visitor_id = $2`

const KEEP = sqlText`
  insert into verification_code (organization_id, id, conversation_id, contact_point_id, purpose, code_hash, sent_at, expires_at, visitor_id)
  values ($1, $2, $3, $4, 'conversation', $5, $6, $7, $8)`

// The try is counted before it is looked at, so that many at once cannot share one.
const TRY = sqlText`
  with newest as (
    select id from verification_code
     where organization_id = $1 and visitor_id = $2 and used_at is null and expires_at > $3 order by sent_at desc limit 1
  ), tried as (
    update verification_code v set tries = v.tries + 1 from newest where v.organization_id = $1 and v.id = newest.id
    returning v.id, v.code_hash, v.tries, v.contact_point_id
  )
  select tried.id, tried.code_hash as hash, tried.tries, p.id as "patientId", to_char(p.birth_date, 'YYYY-MM-DD') as "birthDate"
    from tried join contact_point c on c.organization_id = $1 and c.id = tried.contact_point_id
    join patient p on p.organization_id = $1 and p.id = c.patient_id`

const VERIFY_VISITOR = sqlText`
  with used as (
    update verification_code set used_at = $5 where organization_id = $1 and id = $3
  )
  update visitor set patient_id = $4, verified_at = $5
   where organization_id = $1 and id = $2 and (patient_id is null or patient_id = $4)
  returning id`

const VERIFY_CONVERSATION = sqlText`
  with v as (
    select id, patient_id, verified_at from visitor
     where organization_id = $1 and id = $2 and patient_id is not null and verified_at > $4
  ), linked as (
    update conversation c set patient_id = v.patient_id, version = c.version + 1
      from v where c.organization_id = $1 and c.id = $3 and c.visitor_id = v.id and (c.patient_id is null or c.patient_id = v.patient_id)
    returning c.id, v.patient_id, v.verified_at
  ), party as (
    update party p set patient_id = linked.patient_id, role = 'patient'
      from linked where p.organization_id = $1 and p.conversation_id = linked.id and p.visitor_id = $2
  )
  insert into identity_check (organization_id, id, conversation_id, level, method, for_patient_id, at, expires_at)
  select $1, $6, id, 'verified', 'code', patient_id, verified_at, $5 from linked
  returning id`

const KEEP_VERIFIED = sqlText`
  update identity_check set expires_at = least($4::timestamptz, at + $5::interval)
   where organization_id = $1 and conversation_id = $2 and method = 'code' and ended_at is null and expires_at > $3`

const MATCH = sqlText`
  with linked as (
    update conversation set patient_id = $3, version = version + 1
     where organization_id = $1 and id = $2 and patient_id is null
    returning id
  ), party as (
    update party set patient_id = $3, role = 'patient'
     where organization_id = $1 and conversation_id = $2 and visitor_id is not null and patient_id is null and exists (select from linked)
  )
  insert into identity_check (organization_id, id, conversation_id, level, method, for_patient_id, at)
  select $1, $6, id, 'matched', $4, $3, $5 from linked
  returning id`

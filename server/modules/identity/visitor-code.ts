/**
 * A visitor of the chat proves who he is: a code to a contact on file for at least seven days, and the birth date (desk-D8, D10).
 * The answer is the same whether or not anybody was found.
 */
import { randomBytes } from 'node:crypto'
import type { IdentityLevel } from '#contract/role.ts'
import { ALL_LABELS, type Context } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { RouteContext, Visitor } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { sendNotice } from '#server/modules/notice/index.ts'
import { codesFrom, readContact, recognize } from '#server/modules/patient/index.ts'
import { CODE_MIN, CODE_PAUSE_MIN, CODE_TRIES, CODES_PER_HOUR, hashCode, isCode, writeCode } from './code.ts'

/** A verified chat falls back to none after this time, in minutes (desk-D9). */
const VERIFIED_MIN = 30

const wide = (context: Context): Context => ({ ...context, scope: { kind: 'organization' }, labels: ALL_LABELS })

export async function requestVisitorCode(
  { db, jobs, keys, now, context }: RouteContext,
  { visitor, contact, birthDate }: { visitor: Visitor; contact: string; birthDate: string },
): Promise<void> {
  const { conversationId } = visitor
  if (!conversationId) return
  const at = now()
  await db.transaction(wide(context), async (tx) => {
    const { organizationId } = tx.context
    const read = readContact(contact, 'US')
    const [sent] = await tx.run<{ hour: number; paused: boolean }>(SENT, [
      organizationId,
      conversationId,
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
  if (!conversationId) return refuse('WRONG_CODE')
  const at = now()
  return db.transaction(wide(context), async (tx) => {
    const { organizationId } = tx.context
    const [kept] = await tx.run<{ id: string; hash: Buffer; tries: number; patientId: string; birthDate: string }>(
      TRY,
      [organizationId, conversationId, at],
    )
    if (kept && kept.tries > CODE_TRIES) return refuse('SLOW_DOWN')
    const isRight = isCode(keys, kept?.id ?? conversationId, code, kept?.hash ?? null) && kept?.birthDate === birthDate
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
    await tx.run(VERIFY, [
      organizationId,
      conversationId,
      kept.id,
      kept.patientId,
      at,
      new Date(at.getTime() + VERIFIED_MIN * 60_000),
      newId(at.getTime()),
      visitor.id,
    ])
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

const SENT = sqlText`
  select count(*) filter (where sent_at > $3)::int as hour, coalesce(bool_or(tries >= $4 and sent_at > $5), false) as paused
    from verification_code where organization_id = $1 and conversation_id = $2`

const KEEP = sqlText`
  insert into verification_code (organization_id, id, conversation_id, contact_point_id, purpose, code_hash, sent_at, expires_at)
  values ($1, $2, $3, $4, 'conversation', $5, $6, $7)`

// The try is counted before it is looked at, so that many at once cannot share one.
const TRY = sqlText`
  with newest as (
    select id from verification_code
     where organization_id = $1 and conversation_id = $2 and used_at is null and expires_at > $3 order by sent_at desc limit 1
  ), tried as (
    update verification_code v set tries = v.tries + 1 from newest where v.organization_id = $1 and v.id = newest.id
    returning v.id, v.code_hash, v.tries, v.contact_point_id
  )
  select tried.id, tried.code_hash as hash, tried.tries, p.id as "patientId", to_char(p.birth_date, 'YYYY-MM-DD') as "birthDate"
    from tried join contact_point c on c.organization_id = $1 and c.id = tried.contact_point_id
    join patient p on p.organization_id = $1 and p.id = c.patient_id`

const VERIFY = sqlText`
  with used as (
    update verification_code set used_at = $5 where organization_id = $1 and id = $3
  ), linked as (
    update conversation set patient_id = $4, version = version + 1
     where organization_id = $1 and id = $2 and (patient_id is null or patient_id = $4)
    returning id
  ), known as (
    update visitor set patient_id = $4 where organization_id = $1 and id = $8
  )
  insert into identity_check (organization_id, id, conversation_id, level, method, for_patient_id, at, expires_at)
  select $1, $7, id, 'verified', 'code', $4, $5, $6 from linked`

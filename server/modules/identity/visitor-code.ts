/**
 * A visitor of the chat proves who he is: a code to a contact on file for at least seven days, and the birth date (desk-D8, D10).
 * The answer is the same whether or not anybody was found.
 */
import { randomBytes } from 'node:crypto'
import type { IdentityLevel } from '#contract/role.ts'
import { ALL_LABELS, systemContext, type Context } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { RouteContext, Visitor } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { sendNotice } from '#server/modules/notice/index.ts'
import { codesFrom, readContact, recognize } from '#server/modules/patient/index.ts'
import { countTry, inMinutes, isPaused, NO_TRIES } from './level-rules.ts'
import { lockTries, mayGetCode, readTries, saveTries } from './level-store.ts'
import { identityLevelOfChat } from './level.ts'
import type { SendCodeDeps } from './sign-in-patient.ts'
import {
  CODE_MIN,
  CODE_PAUSE_MIN,
  CODE_TRIES,
  CODES_PER_HOUR,
  hashCode,
  isCode,
  writeCode,
} from '#server/platform/six-digit-code.ts'

/** A verified chat falls back to none this long after the visitor's last word, in minutes, and in all, in hours (desk-D9). */
const VERIFIED_MIN = 30
const VERIFIED_MAX_HOURS = 12

const wide = (context: Context): Context => ({ ...context, scope: { kind: 'organization' }, labels: ALL_LABELS })

export async function requestVisitorCode(
  { db, jobs, now, context }: RouteContext,
  { visitor, contact, birthDate }: { visitor: Visitor; contact: string; birthDate: string },
): Promise<void> {
  const { conversationId } = visitor
  const at = now()
  await db.transaction(wide(context), async (tx) => {
    const { organizationId } = tx.context
    const [sent] = await tx.run<{ hour: number; paused: boolean }>(SENT, [
      organizationId,
      visitor.id,
      new Date(at.getTime() - 3_600_000),
      CODE_TRIES,
      new Date(at.getTime() - CODE_PAUSE_MIN * 60_000),
    ])
    await journal(tx, { event: 'identity.code-asked', action: 'E', resourceKind: 'identity-check', conversationId }, at)
    const paused = conversationId !== null && isPaused(await readTries(tx, conversationId), at)
    if (!sent || sent.hour >= CODES_PER_HOUR || sent.paused || paused) return
    const id = newId(at.getTime())
    const until = inMinutes(at, CODE_MIN)
    await tx.run(ASK, [
      organizationId,
      id,
      conversationId,
      contact.slice(0, ASKED_MAX),
      birthDate,
      at,
      until,
      visitor.id,
    ])
    await jobs.send(tx, 'conversation-code', { organizationId, id })
  })
}

/** Characters of what a visitor typed as his address that are kept for the job. */
const ASKED_MAX = 400

/**
 * The job: makes and sends the code if exactly one patient has this address, for long enough, and this birth date. Whether anybody has
 * it is looked up after the answer left, so that neither words nor time tell who is a patient here. Twice is once.
 */
export async function sendVisitorCode(
  { db, jobs, keys, now }: SendCodeDeps,
  organizationId: string,
  id: string,
): Promise<void> {
  await db.transaction(systemContext(organizationId, newId(), 'job conversation-code'), async (tx) => {
    const at = now()
    const [asked] = await tx.run<Asked>(TAKE, [organizationId, id, at])
    const read = asked && readContact(asked.contact, asked.country)
    if (!read) return
    const people = (await recognize(tx, read)).filter(
      (one) => one.kind === 'patient' && one.birthDate === asked.birthDate && codesFrom(one.changedAt) <= at,
    )
    const [person] = people
    // Twins with one number: nobody is guessed.
    if (!person || people.length > 1 || !(await mayGetCode(tx, { conversationId: null, value: read.value, now: at })))
      return
    const code = writeCode(randomBytes(4))
    await tx.run(KEEP, [organizationId, id, person.contactPointId, hashCode(keys, id, code)])
    await sendNotice({ jobs, keys, now: at }, tx, {
      key: `conversation-code:${id}`,
      system: read.system,
      address: read.value,
      language: person.language,
      template: 'conversation-code',
      values: { code, minutes: CODE_MIN },
    })
    await journal(
      tx,
      {
        event: 'identity.code-sent',
        action: 'E',
        resourceKind: 'identity-check',
        conversationId: asked.conversationId,
        patientIds: [person.patientId],
        fieldClasses: ['contact'],
        detail: { contactPointId: person.contactPointId },
      },
      at,
    )
  })
}

type Asked = { conversationId: string | null; contact: string; birthDate: string; country: string }

export async function checkVisitorCode(
  { db, keys, hub, now, context }: RouteContext,
  { visitor, code, birthDate }: { visitor: Visitor; code: string; birthDate: string },
): Promise<Result<IdentityLevel, 'WRONG_CODE' | 'SLOW_DOWN'>> {
  const { conversationId } = visitor
  const at = now()
  return db.transaction(wide(context), async (tx) => {
    const { organizationId } = tx.context
    if (conversationId) {
      const counted = countTry(await lockTries(tx, conversationId, at), at)
      if (!counted.ok) return counted
      await saveTries(tx, conversationId, counted.value)
    }
    const [kept] = await tx.run<{
      id: string
      hash: Buffer | null
      tries: number
      patientId: string | null
      birthDate: string | null
    }>(TRY, [organizationId, visitor.id, at])
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
    if (conversationId) await saveTries(tx, conversationId, NO_TRIES)
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
  if (conversationId) return identityLevelOfChat(tx, conversationId, now)
  const [row] = await tx.run<{ level: IdentityLevel }>(LEVEL, [
    tx.context.organizationId,
    visitorId,
    new Date(now.getTime() - VERIFIED_MIN * 60_000),
  ])
  return row?.level ?? 'none'
}

/** The visitor is still here: a level that was proved in this chat lasts on, up to its longest. */
export async function keepVerified(
  tx: Transaction,
  { visitorId, conversationId }: { visitorId: string; conversationId: string },
  now: Date,
): Promise<void> {
  await tx.run(KEEP_VERIFIED, [
    tx.context.organizationId,
    conversationId,
    now,
    new Date(now.getTime() + VERIFIED_MIN * 60_000),
    `${VERIFIED_MAX_HOURS} hours`,
    visitorId,
  ])
}

/** Whose conversation this probably is, by somebody else's word: `matched` and no more. A conversation of another patient stays as it is. */
export async function matchConversation(
  tx: Transaction,
  { conversationId, patientId, method }: { conversationId: string; patientId: string; method: 'host-site' },
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

const ASK = sqlText`
  insert into verification_code (organization_id, id, conversation_id, purpose, asked_contact, asked_birth_date, sent_at, expires_at, visitor_id)
  values ($1, $2, $3, 'conversation', $4, $5, $6, $7, $8)`

// What was asked is taken away with the first look at it.
const TAKE = sqlText`
  with asked as (
    select id, asked_contact, asked_birth_date from verification_code
     where organization_id = $1 and id = $2 and asked_contact is not null for update
  )
  update verification_code v set asked_contact = null, asked_birth_date = null
    from asked, organization o
   where v.organization_id = $1 and v.id = asked.id and o.organization_id = $1 and v.expires_at > $3
  returning v.conversation_id as "conversationId", asked.asked_contact as contact,
    to_char(asked.asked_birth_date, 'YYYY-MM-DD') as "birthDate", o.country`

const KEEP = sqlText`
  update verification_code set contact_point_id = $3, code_hash = $4 where organization_id = $1 and id = $2`

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
    from tried left join contact_point c on c.organization_id = $1 and c.id = tried.contact_point_id
    left join patient p on p.organization_id = $1 and p.id = c.patient_id`

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
  insert into identity_check (organization_id, id, conversation_id, sender, level, method, for_patient_id, at, expires_at)
  select $1, $6, id, 'visitor:' || $2, 'verified', 'code', patient_id, verified_at, $5 from linked
  returning id`

const KEEP_VERIFIED = sqlText`
  update identity_check set expires_at = least($4::timestamptz, at + $5::interval)
   where organization_id = $1 and conversation_id = $2 and sender = 'visitor:' || $6 and method = 'code' and ended_at is null and expires_at > $3`

const MATCH = sqlText`
  with linked as (
    update conversation set patient_id = $3, version = version + 1
     where organization_id = $1 and id = $2 and patient_id is null
    returning id, sender
  ), party as (
    update party set patient_id = $3, role = 'patient'
     where organization_id = $1 and conversation_id = $2 and visitor_id is not null and patient_id is null and exists (select from linked)
  )
  insert into identity_check (organization_id, id, conversation_id, sender, level, method, for_patient_id, at)
  select $1, $6, id, sender, 'matched', $4, $3, $5 from linked
  returning id`

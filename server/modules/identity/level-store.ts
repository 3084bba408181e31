/** The SQL of the identity panel: checks, codes and tries of one conversation. */
import type { IdentityLevel } from '#contract/role.ts'
import { grantCovers } from '#server/modules/patient/index.ts'
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { mayCodeLeave } from '#server/modules/notice/index.ts'
import { CODES_PER_HOUR } from '#server/platform/six-digit-code.ts'
import { BEST_FIRST, checkCounts, identityLevelSql } from './level.ts'
import { NO_TRIES, type CallFacts, type Tries } from './level-rules.ts'

/** What is known of a conversation and of the person it is about. */
export type IdentityFacts = {
  conversationId: string
  sender: string | null
  patientId: string | null
  patientName: string | null
  birthDate: string | null
  /** Of the person who would read a code. */
  language: string
  /** Somebody near the patient who writes here. */
  relatedPersonId: string | null
  /** That person's grant for this patient, when it is live. */
  proxyLinkId: string | null
  proxyEndsAt: Date | null
  country: string
}

export type CurrentCheck = {
  level: IdentityLevel
  method: string
  at: Date
  expiresAt: Date | null
  forPatientId: string | null
}

export type FileContact = { id: string; system: 'email' | 'sms' | 'phone'; value: string; changedAt: Date }

/** Held until the end of the transaction: two of the staff who check one person go one after the other. */
export async function lockFacts(
  tx: Transaction,
  conversationId: string,
  now: Date,
): Promise<IdentityFacts | undefined> {
  const [row] = await tx.run<IdentityFacts>(`${FACTS} for no key update of c`, [
    tx.context.organizationId,
    conversationId,
    now,
  ])
  return row
}

export async function readFacts(
  tx: Transaction,
  conversationId: string,
  now: Date,
): Promise<IdentityFacts | undefined> {
  const [row] = await tx.run<IdentityFacts>(FACTS, [tx.context.organizationId, conversationId, now])
  return row
}

const FACTS = `
  select c.id as "conversationId", c.sender, c.patient_id as "patientId", p.given || ' ' || p.family as "patientName",
         to_char(p.birth_date, 'YYYY-MM-DD') as "birthDate", coalesce(r.language, p.language, 'en') as language,
         c.related_person_id as "relatedPersonId", l.id as "proxyLinkId", l.ends_at as "proxyEndsAt", o.country
    from conversation c
    join organization o on o.organization_id = $1
    left join patient p on p.organization_id = $1 and p.id = c.patient_id
    left join related_person r on r.organization_id = $1 and r.id = c.related_person_id
    left join lateral (
      select id, ends_at from proxy_link l
       where l.organization_id = $1 and l.related_person_id = c.related_person_id and l.patient_id = c.patient_id
         and ${grantCovers('$3')}
       order by l.starts_at desc limit 1) l on true
   where c.organization_id = $1 and c.id = $2`

export async function currentCheck(
  tx: Transaction,
  conversationId: string,
  now: Date,
): Promise<CurrentCheck | undefined> {
  const [row] = await tx.run<CurrentCheck>(CURRENT, [tx.context.organizationId, conversationId, now])
  return row
}

const CURRENT = `
  select i.level, i.method, i.at, i.expires_at as "expiresAt", i.for_patient_id as "forPatientId"
    from conversation c join identity_check i on i.organization_id = $1 and i.conversation_id = c.id and ${checkCounts('$3')}
   where c.organization_id = $1 and c.id = $2
   order by ${BEST_FIRST} limit 1`

/** Addresses in use of the person who writes, best first: of the related person where one writes, else of the patient. */
export const contactsOnFile = (
  tx: Transaction,
  facts: Pick<IdentityFacts, 'patientId' | 'relatedPersonId'>,
): Promise<FileContact[]> =>
  tx.run<FileContact>(
    sqlText`select id, system, value, changed_at as "changedAt" from contact_point
      where organization_id = $1 and state = 'active' and use <> 'old'
        and (($3::uuid is null and patient_id = $2::uuid) or related_person_id = $3::uuid)
      order by rank, id limit 20`,
    [tx.context.organizationId, facts.patientId, facts.relatedPersonId],
  )

export type FactsOfCall = Omit<CallFacts, 'usableFrom'> & {
  level: IdentityLevel
  relatedName: string | null
  language: string | null
  /** Since when the number is on file of the person who writes. */
  onFileSince: Date | null
}

/** One for each call, in the order given; a conversation that is hidden from the reader is left out, as the call is. */
export const factsOfCalls = (
  tx: Transaction,
  calls: readonly { conversationId: string; address: string }[],
  now: Date,
): Promise<FactsOfCall[]> =>
  tx.run<FactsOfCall>(FACTS_OF_CALLS, [
    tx.context.organizationId,
    calls.map(({ conversationId }) => conversationId),
    now,
    calls.map(({ address }) => address),
  ])

const FACTS_OF_CALLS = `
  select ${identityLevelSql('$3')} as level, c.patient_id is not null as "isLinked", c.related_person_id is not null as "isRelated",
         r.given || ' ' || r.family as "relatedName", coalesce(r.language, p.language) as language,
         exists (select from proxy_link l
           where l.organization_id = $1 and l.related_person_id = c.related_person_id and l.patient_id = c.patient_id
             and l.state = 'active' and l.starts_at <= $3 and (l.ends_at is null or l.ends_at > $3)) as "hasGrant",
         (select max(k.changed_at) from contact_point k
           where k.organization_id = $1 and k.value = w.address and k.system in ('sms', 'phone') and k.state = 'active' and k.use <> 'old'
             and ((c.related_person_id is null and k.patient_id = c.patient_id) or k.related_person_id = c.related_person_id)) as "onFileSince"
    from unnest($2::uuid[], $4::text[]) with ordinality w (conversation_id, address, place)
    join conversation c on c.organization_id = $1 and c.id = w.conversation_id
    left join patient p on p.organization_id = $1 and p.id = c.patient_id
    left join related_person r on r.organization_id = $1 and r.id = c.related_person_id
   order by w.place`

export type NewCheck = {
  facts: IdentityFacts
  level: IdentityLevel
  method: string
  contactPointId: string | null
  checkedBy: string | null
  now: Date
  expiresAt: Date
}

export async function insertCheck(tx: Transaction, check: NewCheck): Promise<string> {
  const id = newId(check.now.getTime())
  await tx.run(INSERT_CHECK, [
    tx.context.organizationId,
    id,
    check.facts.conversationId,
    check.facts.sender,
    check.level,
    check.method,
    check.facts.patientId,
    check.level === 'verified_for' ? check.facts.relatedPersonId : null,
    check.contactPointId,
    check.checkedBy,
    check.now,
    check.expiresAt,
  ])
  return id
}

const INSERT_CHECK = sqlText`
  insert into identity_check (organization_id, id, conversation_id, sender, level, method, for_patient_id, related_person_id,
    contact_point_id, checked_by, at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`

/** Every proof ends, a match of the address stays: it says what is on file, not who writes. */
export async function endProofs(tx: Transaction, conversationId: string, now: Date): Promise<number> {
  const ended = await tx.run(
    `update identity_check set ended_at = $3 where organization_id = $1 and conversation_id = $2 and ended_at is null and level <> 'matched' returning id`,
    [tx.context.organizationId, conversationId, now],
  )
  return ended.length
}

export async function readTries(tx: Transaction, conversationId: string): Promise<Tries> {
  const [row] = await tx.run<Tries>(
    `select tries, paused_until as "pausedUntil" from identity_tries where organization_id = $1 and conversation_id = $2`,
    [tx.context.organizationId, conversationId],
  )
  return row ?? NO_TRIES
}

/** As `readTries`, held until the end of the transaction, so that many tries at once are counted one after the other. */
export async function lockTries(tx: Transaction, conversationId: string, now: Date): Promise<Tries> {
  const [row] = await tx.run<Tries>(
    sqlText`insert into identity_tries (organization_id, conversation_id, tries, tried_at) values ($1, $2, 0, $3)
      on conflict (organization_id, conversation_id) do update set tried_at = $3
      returning tries, paused_until as "pausedUntil"`,
    [tx.context.organizationId, conversationId, now],
  )
  return row ?? NO_TRIES
}

export async function saveTries(tx: Transaction, conversationId: string, tries: Tries): Promise<void> {
  await tx.run(
    `update identity_tries set tries = $3, paused_until = $4 where organization_id = $1 and conversation_id = $2`,
    [tx.context.organizationId, conversationId, tries.tries, tries.pausedUntil],
  )
}

/** Whether one more code may go to this address, and for this conversation (trust-D57). */
export async function mayGetCode(
  tx: Transaction,
  { conversationId, value, now }: { conversationId: string | null; value: string; now: Date },
): Promise<boolean> {
  if (!(await mayCodeLeave(tx, value, now))) return false
  if (conversationId === null) return true
  const [sent] = await tx.run<{ count: number }>(SENT_HERE, [tx.context.organizationId, conversationId, now])
  return !sent || sent.count < CODES_PER_HOUR
}

const SENT_HERE = sqlText`
  select count(*)::int as count from verification_code
   where organization_id = $1 and conversation_id = $2 and sent_at > $3::timestamptz - interval '1 hour'`

export type NewCode = {
  id: string
  conversationId: string
  sender: string | null
  contactPointId: string
  hash: Buffer
  now: Date
  expiresAt: Date
}

export async function insertCode(tx: Transaction, code: NewCode): Promise<void> {
  await tx.run(
    sqlText`insert into verification_code (organization_id, id, conversation_id, sender, contact_point_id, purpose, code_hash, sent_at, expires_at)
      values ($1, $2, $3, $4, $5, 'conversation', $6, $7, $8)`,
    [
      tx.context.organizationId,
      code.id,
      code.conversationId,
      code.sender,
      code.contactPointId,
      code.hash,
      code.now,
      code.expiresAt,
    ],
  )
}

/** The newest code of a conversation that may still be used; `hash` is null for one that was asked for and never sent. */
export type OpenCode = {
  id: string
  hash: Buffer | null
  sentAt: Date
  expiresAt: Date
  /** Of the conversation's sender when it was sent. */
  sender: string | null
  contactPointId: string | null
  /** Whose address it went to, while that is still the same address. */
  patientId: string | null
  relatedPersonId: string | null
  birthDate: string | null
}

export async function openCode(tx: Transaction, conversationId: string, now: Date): Promise<OpenCode | undefined> {
  const [row] = await tx.run<OpenCode>(OPEN_CODE, [tx.context.organizationId, conversationId, now])
  return row
}

const OPEN_CODE = sqlText`
  select v.id, v.code_hash as hash, v.sent_at as "sentAt", v.expires_at as "expiresAt", v.sender, k.id as "contactPointId",
         k.patient_id as "patientId", k.related_person_id as "relatedPersonId", to_char(p.birth_date, 'YYYY-MM-DD') as "birthDate"
    from verification_code v
    left join contact_point k on k.organization_id = $1 and k.id = v.contact_point_id and k.changed_at < v.sent_at
      and k.state = 'active' and k.use <> 'old'
    left join related_person r on r.organization_id = $1 and r.id = k.related_person_id
    left join patient p on p.organization_id = $1 and p.id = coalesce(k.patient_id, r.patient_id) and p.is_active
   where v.organization_id = $1 and v.conversation_id = $2 and v.purpose = 'conversation' and v.used_at is null and v.expires_at > $3
   order by v.sent_at desc, v.id desc limit 1`

export async function useCode(tx: Transaction, codeId: string, now: Date): Promise<void> {
  await tx.run(`update verification_code set used_at = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    codeId,
    now,
  ])
}

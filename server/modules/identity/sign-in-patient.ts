/**
 * Patients and those who speak for them at the door: a code to an address on file and the birth date.
 *
 * Asking for a code does the same work for every address: one row and one job. Whether anybody has the address is looked up by the
 * job, after the answer left, so that neither words nor time tell who is a patient here (trust-D23).
 */
import { randomBytes } from 'node:crypto'
import { ok, refuse } from '#server/platform/result.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Result } from '#server/platform/result.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { sendNotice } from '#server/modules/notice/index.ts'
import { findDoor } from '#server/modules/organization/index.ts'
import { codesFrom, readContact, recognize, type Recognized } from '#server/modules/patient/index.ts'
import { createAccount } from './account.ts'
import { choosePerson } from './choose-person.ts'
import {
  CODE_MIN,
  CODE_PAUSE_MIN,
  CODE_TRIES,
  CODES_PER_DAY,
  CODES_PER_HOUR,
  hashCode,
  isCode,
  writeCode,
} from '#server/platform/six-digit-code.ts'
import type { Door } from './deps.ts'
import { forgive, type Guess } from './guess.ts'
import { mayGetCode } from './level-store.ts'
import { endSessionsOf, openSession, type OpenedSession } from './session.ts'
import { admitAll, inOrganization, type SignInResult } from './sign-in-staff.ts'

type Entrance = { organizationId: string; country: string; language: string }

export async function requestSignInCode(
  door: Door,
  input: { contact: string; organization?: string },
): Promise<Result<{ minutes: number }, 'SLOW_DOWN' | 'NOT_FOUND'>> {
  const opened = await openEntrance(door, input.organization)
  if (!opened.ok) return opened
  const entrance = opened.value
  const contact = readContact(input.contact, entrance.country)
  // What is no address gets the same answer as an address that nobody has.
  if (!contact) return ok({ minutes: CODE_MIN })

  return inOrganization(door, entrance.organizationId, async (tx) => {
    const wait = await waitOf(tx, contact.value, door.now)
    if (wait > 0) return refuse('SLOW_DOWN', { retryAfterSeconds: wait })
    const id = newId(door.now.getTime())
    await tx.run(ASK, [
      entrance.organizationId,
      id,
      contact.system,
      contact.value,
      entrance.language,
      door.now,
      inMinutes(door.now, CODE_MIN),
    ])
    await door.jobs.send(tx, 'sign-in-code', { organizationId: entrance.organizationId, id })
    return ok({ minutes: CODE_MIN })
  })
}

export type SendCodeDeps = { db: Database; jobs: Jobs; keys: Keys; now: () => Date }

/** The job: makes the code if somebody has the address for long enough, and sends it. Twice is once. */
export async function sendSignInCode(
  { db, jobs, keys, now }: SendCodeDeps,
  organizationId: string,
  id: string,
): Promise<void> {
  await db.transaction(systemContext(organizationId, newId(), 'job sign-in-code'), async (tx) => {
    const at = now()
    const [asked] = await tx.run<{ system: 'email' | 'sms'; value: string; language: string }>(OPEN_REQUEST, [
      organizationId,
      id,
      at,
    ])
    if (!asked) return
    const entitled = (await recognize(tx, asked)).filter(({ changedAt }) => codesFrom(changedAt) <= at)
    const [first] = entitled
    // Too many codes for other things: nothing is sent, and the door answers as it does to everybody.
    if (!first || !(await mayGetCode(tx, { conversationId: null, value: asked.value, now: at }))) return
    const code = writeCode(randomBytes(4))
    await tx.run(KEEP_CODE, [organizationId, id, hashCode(keys, id, code)])
    const language = entitled.every((person) => person.language === first.language) ? first.language : asked.language
    await sendNotice({ jobs, keys, now: at }, tx, {
      key: `sign-in-code:${id}`,
      system: asked.system,
      address: asked.value,
      language,
      template: 'sign-in-code',
      values: { code, minutes: CODE_MIN },
    })
    await journal(
      tx,
      {
        event: 'session.code-sent',
        action: 'E',
        resourceKind: 'session',
        patientIds: entitled.map(({ patientId }) => patientId),
        fieldClasses: ['contact'],
      },
      at,
    )
  })
}

export async function signInWithCode(
  door: Door,
  input: { contact: string; code: string; birthDate: string; given?: string; organization?: string },
): Promise<SignInResult> {
  const opened = await openEntrance(door, input.organization)
  if (!opened.ok) return opened.refusal === 'SLOW_DOWN' ? refuse('SLOW_DOWN', opened.detail) : refuse('WRONG_CODE')
  const { organizationId, country } = opened.value
  const contact = readContact(input.contact, country)
  if (!contact) return refuse('WRONG_CODE')

  return inOrganization(door, organizationId, async (tx) => {
    const tried = await tryCode(tx, door, { value: contact.value, sessionId: null, code: input.code })
    const sharing = (await recognize(tx, contact)).filter(({ changedAt }) => codesFrom(changedAt) <= door.now)
    if (tried.result === 'paused') return refuse('SLOW_DOWN', { retryAfterSeconds: tried.waitSeconds })
    const choice = choosePerson(sharing, input.birthDate, input.given || undefined)
    if (tried.result === 'wrong' || choice.who === 'nobody') {
      await tellPatient(tx, { event: 'session.refused', patientId: null, sessionId: null, now: door.now })
      return refuse('WRONG_CODE')
    }
    if (choice.who === 'name-needed') return refuse('INVALID_INPUT', { field: 'given' })

    const accountId = await accountOf(tx, choice.patient, choice.relatedPersons, door.now)
    if (accountId === undefined) return refuse('WRONG_CODE')
    await tx.run(USE_CODE, [organizationId, tried.id, door.now])
    await forgiveSource(tx, door)
    return ok({
      session: await openPatientSession(tx, door, accountId, 'code', choice.patient?.patientId ?? null),
      step: { next: 'done' },
    })
  })
}

export async function openPatientSession(
  tx: Transaction,
  door: Door,
  accountId: string,
  method: 'code' | 'passkey',
  patientId: string | null,
): Promise<OpenedSession> {
  const session = await openSession(tx, {
    accountId,
    staffId: null,
    level: 'full',
    method,
    device: door.device,
    now: door.now,
  })
  await tellPatient(tx, { event: 'session.opened', patientId, sessionId: session.sessionId, now: door.now })
  return session
}

/** For stepping up: a code to a contact point of one's own, bound to this session. The caller has checked whose it is. */
export async function sendStepUpCode(
  tx: Transaction,
  door: Door,
  to: { system: 'email' | 'sms'; value: string; language: string; sessionId: string },
): Promise<number> {
  const { organizationId } = tx.context
  const wait = await waitOf(tx, to.value, door.now)
  if (wait > 0) return wait
  if (!(await mayGetCode(tx, { conversationId: null, value: to.value, now: door.now }))) return HOUR_SECONDS
  const id = newId(door.now.getTime())
  const code = writeCode(randomBytes(4))
  await tx.run(ASK_FOR_SESSION, [
    organizationId,
    id,
    to.system,
    to.value,
    to.language,
    door.now,
    inMinutes(door.now, CODE_MIN),
    to.sessionId,
    hashCode(door.keys, id, code),
  ])
  await sendNotice(door, tx, {
    key: `step-up-code:${id}`,
    system: to.system,
    address: to.value,
    language: to.language,
    template: 'step-up-code',
    values: { code, minutes: CODE_MIN },
  })
  return 0
}

export async function provesStepUpCode(
  tx: Transaction,
  door: Door,
  sessionId: string,
  code: string,
): Promise<'right' | 'wrong' | 'paused'> {
  const tried = await tryCode(tx, door, { value: null, sessionId, code })
  if (tried.result === 'right') await tx.run(USE_CODE, [tx.context.organizationId, tried.id, door.now])
  return tried.result
}

type Tried = { result: 'right'; id: string } | { result: 'wrong' } | { result: 'paused'; waitSeconds: number }

/** A try is counted before it is compared, so that five at once are five. */
async function tryCode(
  tx: Transaction,
  { keys, now }: Door,
  asked: { value: string | null; sessionId: string | null; code: string },
): Promise<Tried> {
  const { organizationId } = tx.context
  const [row] = await tx.run<{ id: string; code_hash: Buffer | null; paused_until: Date | null }>(COUNT_TRY, [
    organizationId,
    asked.value,
    asked.sessionId,
    now,
    CODE_TRIES,
    inMinutes(now, CODE_PAUSE_MIN),
  ])
  const isRight = isCode(keys, row?.id ?? '', asked.code, row?.code_hash ?? null)
  if (row && isRight) return { result: 'right', id: row.id }
  const [paused] = await tx.run<{ until: Date | null }>(PAUSED, [organizationId, asked.value, asked.sessionId, now])
  if (!row && paused?.until) return { result: 'paused', waitSeconds: secondsUntil(paused.until, now) }
  return { result: 'wrong' }
}

const HOUR_SECONDS = 3_600

/** Seconds until this address may get a code again; unknown addresses are counted alike. */
async function waitOf(tx: Transaction, value: string, now: Date): Promise<number> {
  const [used] = await tx.run<{ hour: number; day: number; oldest_in_hour: Date | null; paused: Date | null }>(USED, [
    tx.context.organizationId,
    value,
    now,
  ])
  if (used?.paused) return secondsUntil(used.paused, now)
  if (used && used.day >= CODES_PER_DAY) return HOUR_SECONDS
  if (used?.oldest_in_hour && used.hour >= CODES_PER_HOUR) return secondsUntil(inMinutes(used.oldest_in_hour, 60), now)
  return 0
}

/** The account of these persons; made at the first sign-in. A related person's account that is also a patient's needs that patient's birth date. */
async function accountOf(
  tx: Transaction,
  patient: Recognized | null,
  relatedPersons: readonly Recognized[],
  now: Date,
): Promise<string | undefined> {
  const { organizationId } = tx.context
  const relatedIds = relatedPersons.map(({ relatedPersonId }) => relatedPersonId)
  const known = await tx.run<{ account_id: string; patient_id: string | null }>(ACCOUNTS, [
    organizationId,
    patient?.patientId ?? null,
    relatedIds,
  ])
  const own = patient && known.find(({ patient_id }) => patient_id === patient.patientId)
  // Who came in for a child before, and is a patient since, keeps that account, unless it is a patient's already.
  const spoken = known.find(({ patient_id }) => patient_id === null)
  const isPatients = !own && spoken && (await tx.run(IS_PATIENT, [organizationId, spoken.account_id])).length > 0
  if (!patient && isPatients) return undefined
  const found = own ?? (isPatients ? undefined : spoken)
  // What was opened as less does not go on as more.
  if (patient && found && !own) await endSessionsOf(tx, found.account_id, now, 'level-changed')
  const accountId = found?.account_id ?? (await createAccount(tx, { kind: 'patient' }, now))
  if (accountId === undefined) return undefined
  // Proved now to be the same: who came in for a child before has both from here on, unless it was as another patient.
  const left = await tx.run<{ account_id: string }>(MOVE, [organizationId, accountId, relatedIds])
  for (const id of new Set(left.map(({ account_id }) => account_id))) await endSessionsOf(tx, id, now, 'level-changed')
  await tx.run(BIND, [organizationId, accountId, patient?.patientId ?? null, relatedIds, now])
  return accountId
}

async function openEntrance(
  door: Door,
  slug: string | undefined,
): Promise<Result<Entrance, 'SLOW_DOWN' | 'NOT_FOUND'>> {
  const asked = await door.db.withoutOrganization(async (tx) => ({
    wait: await admitAll(tx, door, sourceGuess(door)),
    entrance: await findDoor(tx, slug),
  }))
  if (asked.wait > 0) return refuse('SLOW_DOWN', { retryAfterSeconds: asked.wait })
  if (!asked.entrance) return refuse('NOT_FOUND')
  const { organizationId } = asked.entrance
  const [row] = await inOrganization(door, organizationId, (tx) => tx.run<Entrance>(ENTRANCE, [organizationId]))
  return row ? ok(row) : refuse('NOT_FOUND')
}

const sourceGuess = ({ request }: Door): Guess[] =>
  request.sourceAddress ? [{ kind: 'source', name: `code:${request.sourceAddress}` }] : []

async function forgiveSource(tx: Transaction, door: Door): Promise<void> {
  for (const guess of sourceGuess(door)) await forgive(tx, door.keys, guess)
}

async function tellPatient(
  tx: Transaction,
  told: { event: 'session.opened' | 'session.refused'; patientId: string | null; sessionId: string | null; now: Date },
): Promise<void> {
  const isNo = told.event === 'session.refused'
  const actor = told.patientId
    ? ({ kind: 'patient', id: told.patientId } as const)
    : ({ kind: 'unknown', id: null } as const)
  await journal(
    {
      ...tx,
      context: {
        ...tx.context,
        actor,
        sessionId: told.sessionId,
        purpose: 'PATRQT',
        role: isNo ? 'anonymous' : 'patient',
      },
    },
    {
      event: told.event,
      action: 'E',
      resourceKind: 'session',
      resourceId: told.sessionId,
      patientIds: [told.patientId],
      outcome: isNo ? 'denied' : 'success',
      refusal: isNo ? 'WRONG_CODE' : null,
      detail: { method: 'code' },
    },
    told.now,
  )
}

/** Requests older than a day; part of the hourly cleaning. */
export const forgetOldCodes = async (tx: Transaction, now: Date): Promise<void> =>
  void (await tx.run(CLEAN, [tx.context.organizationId, now]))

const inMinutes = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000)
const secondsUntil = (moment: Date, now: Date) => Math.max(1, Math.ceil((moment.getTime() - now.getTime()) / 1000))

const ENTRANCE = sqlText`select organization_id as "organizationId", country, language from organization where organization_id = $1`
const ASK = sqlText`
  insert into sign_in_code (organization_id, id, system, value, language, requested_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`
const ASK_FOR_SESSION = sqlText`
  insert into sign_in_code (organization_id, id, system, value, language, requested_at, expires_at, session_id, code_hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
const OPEN_REQUEST = sqlText`
  select system, value, language from sign_in_code
  where organization_id = $1 and id = $2 and code_hash is null and session_id is null and used_at is null and expires_at > $3 for update`
const KEEP_CODE = sqlText`update sign_in_code set code_hash = $3 where organization_id = $1 and id = $2`
const USE_CODE = sqlText`update sign_in_code set used_at = $3 where organization_id = $1 and id = $2 and used_at is null`
const COUNT_TRY = sqlText`
  update sign_in_code set tries = tries + 1, paused_until = case when tries + 1 >= $5 then $6::timestamptz end
  where organization_id = $1 and id = (
      select id from sign_in_code where organization_id = $1 and ($2::text is null or value = $2) and session_id is not distinct from $3::uuid
        and used_at is null and expires_at > $4
      order by requested_at desc, id desc limit 1)
    and tries < $5
  returning id, code_hash, paused_until`
const PAUSED = sqlText`
  select max(paused_until) as until from sign_in_code
  where organization_id = $1 and ($2::text is null or value = $2) and session_id is not distinct from $3::uuid and paused_until > $4`
const USED = sqlText`
  select count(*) filter (where requested_at > $3::timestamptz - interval '1 hour')::int as hour, count(*)::int as day,
    min(requested_at) filter (where requested_at > $3::timestamptz - interval '1 hour') as oldest_in_hour,
    max(paused_until) filter (where paused_until > $3 and used_at is null) as paused
  from sign_in_code where organization_id = $1 and value = $2 and requested_at > $3::timestamptz - interval '1 day'`
const ACCOUNTS = sqlText`
  select account_id, patient_id from portal_account
  where organization_id = $1 and (patient_id = $2::uuid or related_person_id = any ($3::uuid[])) order by account_id`
const IS_PATIENT = sqlText`select from portal_account where organization_id = $1 and account_id = $2 and patient_id is not null`
const MOVE = sqlText`
  update portal_account a set account_id = $2
   where a.organization_id = $1 and a.related_person_id = any ($3::uuid[]) and a.account_id <> $2
     and not exists (select from portal_account o where o.organization_id = $1 and o.account_id = a.account_id and o.patient_id is not null)
  returning old.account_id`
const BIND = sqlText`
  insert into portal_account (organization_id, account_id, patient_id, related_person_id, created_at)
  select $1, $2, p, r, $5 from (
    select $3::uuid as p, null::uuid as r where $3::uuid is not null
    union all select null, unnest($4::uuid[])
  ) persons
  on conflict do nothing`
const CLEAN = sqlText`
  delete from sign_in_code where organization_id = $1 and id in (
    select id from sign_in_code where organization_id = $1 and requested_at < $2::timestamptz - interval '1 day' limit 1000)`

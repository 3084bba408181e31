/** The SQL of staff members and their queues. */
import type { StaffRole } from '#contract/role.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type StaffRow = {
  id: string
  email: string
  given: string
  family: string
  role: StaffRole
  duties: string[]
  languages: string[]
  siteId: string | null
  labels: string[]
  queueIds: string[]
  state: 'planned' | 'active' | 'ended'
  onDuty: boolean
  hasSecondFactor: boolean
  /** The invitation that is open. */
  invitationId: string | null
  invitedUntil: Date | null
  endedAt: Date | null
  version: number
}

export type Profile = Pick<
  StaffRow,
  'given' | 'family' | 'role' | 'duties' | 'languages' | 'siteId' | 'labels' | 'queueIds'
>

/** Rows of one organization at most; above it the list needs pages. */
const STAFF_MAX = 2_000

export const listStaff = (tx: Transaction, now: Date): Promise<StaffRow[]> =>
  tx.run<StaffRow>(LIST, [tx.context.organizationId, now, null, STAFF_MAX])

export const findStaff = async (tx: Transaction, staffId: string, now: Date): Promise<StaffRow | undefined> =>
  (await tx.run<StaffRow>(LIST, [tx.context.organizationId, now, staffId, 1]))[0]

/** @returns undefined when the e-mail belongs to a member already. */
export async function insertPlanned(
  tx: Transaction,
  email: string,
  profile: Profile,
  now: Date,
): Promise<string | undefined> {
  const id = newId(now.getTime())
  const rows = await tx.run(INSERT, [tx.context.organizationId, id, email, ...valuesOf(profile), now])
  if (rows.length === 0) return undefined
  await setQueues(tx, id, profile.queueIds)
  return id
}

export type FirstMember = {
  email: string
  given: string
  family: string
  role: StaffRole
  languages: string[]
  accountId: string
}

/** A member who is active from the start: the first administrator. */
export async function addStaffMember(tx: Transaction, member: FirstMember, now: Date): Promise<string> {
  const id = newId(now.getTime())
  const { email, given, family, role, languages, accountId } = member
  await tx.run(INSERT_ACTIVE, [tx.context.organizationId, id, accountId, email, given, family, role, languages, now])
  return id
}

/** @returns false when somebody changed it meanwhile, or it ended. */
export async function updateProfile(
  tx: Transaction,
  staffId: string,
  version: number,
  profile: Profile,
  now: Date,
): Promise<boolean> {
  const rows = await tx.run(UPDATE, [tx.context.organizationId, staffId, version, ...valuesOf(profile), now])
  if (rows.length === 0) return false
  await setQueues(tx, staffId, profile.queueIds)
  return true
}

export async function endMember(tx: Transaction, staffId: string, version: number, now: Date): Promise<boolean> {
  const rows = await tx.run(END, [tx.context.organizationId, staffId, version, now])
  return rows.length > 0
}

/** Of the live administrators besides this one. */
export async function otherAdministrators(tx: Transaction, staffId: string): Promise<number> {
  // Locked, so that the last two administrators cannot end each other at the same moment.
  const rows = await tx.run(OTHER_ADMINISTRATORS, [tx.context.organizationId, staffId])
  return rows.length
}

export type Settings = {
  undoSeconds: number
  isAccepting: boolean
  onDuty: boolean
  languages: string[]
  onCallNumber: string | null
}
export const settingsOf = async (tx: Transaction, staffId: string): Promise<Settings | undefined> =>
  (await tx.run<Settings>(SETTINGS, [tx.context.organizationId, staffId]))[0]
/** What is absent stays as it is. */
export const saveSettings = async (
  tx: Transaction,
  staffId: string,
  { undoSeconds, isAccepting, onDuty, languages, onCallNumber }: Partial<Settings>,
): Promise<Settings | undefined> =>
  (
    await tx.run<Settings>(SAVE_SETTINGS, [
      tx.context.organizationId,
      staffId,
      undoSeconds ?? null,
      isAccepting ?? null,
      onDuty ?? null,
      languages ?? null,
      onCallNumber ?? null,
      onCallNumber === undefined,
    ])
  )[0]

export const setAccepting = async (tx: Transaction, staffId: string, isAccepting: boolean): Promise<void> =>
  void (await tx.run(`update staff_member set is_accepting = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    staffId,
    isAccepting,
  ]))

async function setQueues(tx: Transaction, staffId: string, queueIds: readonly string[]): Promise<void> {
  await tx.run(LEAVE_QUEUES, [tx.context.organizationId, staffId, queueIds])
  await tx.run(JOIN_QUEUES, [tx.context.organizationId, staffId, queueIds])
}

const valuesOf = (profile: Profile) => [
  profile.given,
  profile.family,
  profile.role,
  profile.duties,
  profile.languages,
  profile.siteId,
  profile.labels,
]

const LIST = sqlText`
  select m.id, m.email, m.given, m.family, m.role, m.duties, m.languages, m.site_id as "siteId", m.labels, m.state, m.on_duty as "onDuty",
    m.ended_at as "endedAt", m.version,
    coalesce(a.totp_sealed is not null or exists (select from auth.passkey k where k.account_id = a.id), false) as "hasSecondFactor",
    array(select q.queue_id from queue_member q where q.organization_id = m.organization_id and q.staff_id = m.id order by q.queue_id) as "queueIds",
    i.id as "invitationId", i.expires_at as "invitedUntil"
  from staff_member m left join auth.account a on a.id = m.account_id
    left join lateral (
      select id, expires_at from staff_invitation where organization_id = m.organization_id and staff_id = m.id
         and used_at is null and withdrawn_at is null and expires_at > $2 order by expires_at desc limit 1
    ) i on true
  where m.organization_id = $1 and ($3::uuid is null or m.id = $3)
  order by m.state = 'ended', m.family, m.given, m.id limit $4`
const INSERT = sqlText`
  insert into staff_member (organization_id, id, email, given, family, role, duties, languages, site_id, labels, starts_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`
const INSERT_ACTIVE = sqlText`
  insert into staff_member (organization_id, id, account_id, email, given, family, role, languages, state, starts_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, 'active', $9)`
// Other rights end the member's sessions: what was opened under the old ones must not go on under the new.
const UPDATE = sqlText`
  update staff_member set given = $4, family = $5, role = $6, duties = $7, languages = $8, site_id = $9, labels = $10, version = version + 1,
    sessions_from = case when (role, duties, labels) is distinct from ($6, $7::text[], $10::text[]) then $11 else sessions_from end
  where organization_id = $1 and id = $2 and version = $3 and state <> 'ended' returning id`
// The e-mail may come back as a new member, so the ended row gives it up.
const END = sqlText`
  update staff_member set state = 'ended', ended_at = $4, on_duty = false, is_accepting = false, on_call_number = null, version = version + 1,
    email = id || '@ended.invalid'
  where organization_id = $1 and id = $2 and version = $3 and state <> 'ended' returning id`
const OTHER_ADMINISTRATORS = sqlText`
  select id from staff_member where organization_id = $1 and id <> $2 and role = 'administrator' and state = 'active' order by id for update`
const SETTINGS_OF = `
  undo_seconds as "undoSeconds", is_accepting as "isAccepting", on_duty as "onDuty", languages, on_call_number as "onCallNumber"`
const SETTINGS = `select ${SETTINGS_OF} from staff_member where organization_id = $1 and id = $2`
const SAVE_SETTINGS = `
  update staff_member
     set undo_seconds = coalesce($3, undo_seconds), is_accepting = coalesce($4, is_accepting), on_duty = coalesce($5, on_duty),
         languages = coalesce($6, languages), on_call_number = case when $8 then on_call_number else $7 end
   where organization_id = $1 and id = $2
  returning ${SETTINGS_OF}`
const LEAVE_QUEUES = sqlText`delete from queue_member where organization_id = $1 and staff_id = $2 and queue_id <> all ($3::uuid[])`
const JOIN_QUEUES = sqlText`
  insert into queue_member (organization_id, staff_id, queue_id)
  select $1, $2, q.id from queue q where q.organization_id = $1 and q.id = any ($3::uuid[]) and q.retired_at is null on conflict do nothing`

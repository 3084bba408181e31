/**
 * Who calls: read anew from the database at each request, so that an ended session, role or proxy grant holds at once (trust-D11).
 *
 * The cookie names its organization, so that one indexed statement under row security finds session, role and grants. A session
 * that is only half signed in resolves to a caller of level `half`, who may finish signing in and nothing else.
 */
import { createHash } from 'node:crypto'
import { SESSION_LIMITS } from '#contract/session.ts'
import type { Purpose, StaffRole } from '#contract/role.ts'
import { ALL_LABELS, systemContext, type Context, type Scope } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { askTogether } from '#server/platform/ask-together.ts'

export type Caller = {
  accountId: string
  sessionId: string
  organizationId: string
  level: 'half' | 'full'
  role: StaffRole | 'patient' | 'related_person'
  displayName: string
  languages: readonly string[]
  duties: readonly string[]
  staffMember: StaffMember | null
  person: Person | null
  signedInAt: Date
  idleEndsAt: Date
  endsAt: Date
  stepUpUntil: Date | null
}

export type StaffMember = {
  id: string
  email: string
  siteId: string | null
  labels: readonly string[]
  undoSeconds: number
}

/** A person of the portal: a patient, somebody who speaks for patients, or both at once. */
export type Person = {
  patientId: string | null
  relatedPersonId: string | null
  /** Own first, then those whose grants are live and cover messages. */
  patientIds: readonly string[]
  proxies: readonly Proxy[]
  language: string
  siteId: string | null
}

export type Proxy = {
  proxyLinkId: string
  patientId: string
  relatedPersonId: string
  scope: readonly string[]
  name: string
}

export type Request = { requestId: string; route: string | null; sourceAddress: string | null }

/** A session's last activity is written down this often at most, in seconds: one write for many requests. */
const ACTIVITY_STEP_SECONDS = 30

/** The rows a caller's transactions see, and the head of each of his journal rows. A half signed-in caller sees none. */
export function contextFor(caller: Caller, request: Request): Context {
  const { staffMember, person } = caller
  const isFull = caller.level === 'full'
  const head = {
    organizationId: caller.organizationId,
    role: caller.role,
    sessionId: caller.sessionId,
    requestId: request.requestId,
    sourceAddress: request.sourceAddress,
    route: request.route,
  }
  if (staffMember) {
    return {
      ...head,
      scope: isFull ? { kind: 'organization' } : { kind: 'conversation', conversationIds: [] },
      labels: isFull ? staffMember.labels : [],
      actor: { kind: 'staff', id: staffMember.id },
      onBehalfOf: null,
      purpose: purposeOf(caller.role),
      identityLevel: 'none',
    }
  }
  const isPatient = person?.patientId !== null && person !== null
  return {
    ...head,
    scope: isFull && person ? { kind: 'patient', patientIds: person.patientIds, selfIds: selfIdsOf(person) } : NOBODY,
    labels: isFull ? ALL_LABELS : [],
    actor: isPatient
      ? { kind: 'patient', id: person.patientId }
      : { kind: 'related-person', id: person?.relatedPersonId ?? null },
    onBehalfOf: isPatient || person?.patientIds.length !== 1 ? null : (person.patientIds[0] ?? null),
    speaksFor: person?.proxies ?? [],
    purpose: 'PATRQT',
    identityLevel: isPatient ? 'verified' : 'verified_for',
  }
}

const NOBODY: Scope = { kind: 'patient', patientIds: [], selfIds: [] }

/** The patient, and the related person that he is to each patient he speaks for. */
const selfIdsOf = ({ patientId, relatedPersonId, proxies }: Person): string[] => [
  ...new Set(
    [patientId, relatedPersonId, ...proxies.map((grant) => grant.relatedPersonId)].filter((id) => id !== null),
  ),
]

/** Role and purpose go together: a session acts under one of each. */
function purposeOf(role: Caller['role']): Purpose {
  if (role === 'nurse' || role === 'clinician') return 'TREAT'
  if (role === 'billing') return 'HPAYMT'
  return role === 'administrator' ? 'HSYSADMIN' : 'HOPERAT'
}

export type SessionToken = { organizationId: string; tokenHash: Buffer }

/** `<organization id, 32 hex digits>.<secret, 43 characters>`; anything else is no token. */
const TOKEN = /^(plain:)?([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([\w-]{43})$/

export function readSessionToken(token: string | null): SessionToken | null {
  const parts = TOKEN.exec(token ?? '')
  if (!parts) return null
  return { organizationId: parts.slice(2, 7).join('-'), tokenHash: hashToken(parts[7] ?? '', parts[1] === undefined) }
}

export const writeToken = (organizationId: string, secret: string): string =>
  `${organizationId.replaceAll('-', '')}.${secret}`

/**
 * A secret of 256 random bits needs no slow hash. A token is good only under the cookie name it was given for: a token of the
 * `__Host-` cookie, planted by a neighbour under the plain name, finds no session.
 */
export const hashToken = (secret: string, isSecure: boolean): Buffer =>
  createHash('sha256')
    .update(isSecure ? 'host:' : 'plain:')
    .update(secret)
    .digest()

export type Resolving = {
  now: Date
  requestId: string
  /** Polling, sockets and background work do not keep a session awake (header `x-background: 1`). */
  isBackground: boolean
}

/** @returns null when nobody is signed in here (any more). */
export const resolveCaller = (db: Database, token: string | null, resolving: Resolving): Promise<Caller | null> =>
  callerOf(db, readSessionToken(token), resolving)

export async function callerOf(db: Database, read: SessionToken | null, resolving: Resolving): Promise<Caller | null> {
  if (!read) return null
  const context = systemContext(read.organizationId, resolving.requestId, 'session')
  const { now, isBackground } = resolving
  const row = await findTogether(db, read.organizationId)({ tokenHash: read.tokenHash, now })
  const caller = row ? toCaller(read.organizationId, row) : null
  if (!row || !caller || caller.idleEndsAt <= now || caller.endsAt <= now) return null
  if (isBackground || caller.level === 'half' || now.getTime() - row.active_at.getTime() < ACTIVITY_STEP_SECONDS * 1000)
    return caller

  await db.transaction(context, (tx) => tx.run(TOUCH, [read.organizationId, row.session_id, now]))
  return { ...caller, idleEndsAt: idleEnd(row, now) }
}

/**
 * Who a session was at a moment that is past, whatever became of it since: for what was accepted then, and is stored later because a person
 * said so. Rights are those of today. It keeps nobody signed in.
 */
export async function callerThen(
  db: Database,
  { organizationId, tokenHash }: SessionToken,
  { at, requestId }: { at: Date; requestId: string },
): Promise<Caller | null> {
  const context = systemContext(organizationId, requestId, 'session')
  const [row] = await db.read<CallerRow>(context, FIND_CALLER_THEN, [organizationId, [tokenHash], at])
  return row && row.signed_in_at <= at ? toCaller(organizationId, row) : null
}

/** Sessions looked for by one statement at most, and how long one may wait for the statement before, in milliseconds. */
const TOGETHER = { atOnceMax: 50, waitMaxMs: 5 }

type Looking = { tokenHash: Buffer; now: Date }
type FindCaller = (looking: Looking) => Promise<CallerRow | undefined>

const finding = new WeakMap<Database, Map<string, FindCaller>>()

/** The requests of one moment find their callers by one statement: half of what a short request costs is this look. */
function findTogether(db: Database, organizationId: string): FindCaller {
  const byOrganization = finding.get(db) ?? new Map<string, FindCaller>()
  finding.set(db, byOrganization)
  const known = byOrganization.get(organizationId)
  if (known) return known
  // The id comes from a cookie that anybody may write: what was made up does not pile up.
  if (byOrganization.size >= ORGANIZATIONS_KEPT_MAX) byOrganization.clear()
  const find = askTogether(TOGETHER, async (all: readonly Looking[]) => {
    const context = systemContext(organizationId, '', 'session')
    const hashes = all.map(({ tokenHash }) => tokenHash)
    // Of the moments the latest: each row is held against its own request's moment once more.
    const now = new Date(Math.max(...all.map(({ now: at }) => at.getTime())))
    const rows = await db.read<CallerRow>(context, FIND_CALLERS, [organizationId, hashes, now])
    const byHash = new Map(rows.map((row) => [row.token_hash.toString('hex'), row]))
    return hashes.map((hash) => byHash.get(hash.toString('hex')))
  })
  byOrganization.set(organizationId, find)
  return find
}

const ORGANIZATIONS_KEPT_MAX = 1_000

type CallerRow = {
  token_hash: Buffer
  session_id: string
  account_id: string
  level: 'half' | 'full'
  signed_in_at: Date
  active_at: Date
  ends_at: Date
  step_up_until: Date | null
  is_staff: boolean
  staff_id: string | null
  email: string
  role: StaffRole
  duties: string[]
  labels: string[]
  languages: string[]
  undo_seconds: number
  staff_site_id: string | null
  staff_name: string
  patient_id: string | null
  patient_name: string | null
  patient_language: string | null
  patient_site_id: string | null
  persons: { id: string; name: string; language: string }[] | null
  proxies: Proxy[] | null
}

function toCaller(organizationId: string, row: CallerRow): Caller | null {
  const head = {
    accountId: row.account_id,
    sessionId: row.session_id,
    organizationId,
    level: row.level,
    signedInAt: row.signed_in_at,
    idleEndsAt: idleEnd(row, row.active_at),
    endsAt: row.ends_at,
    stepUpUntil: row.step_up_until,
  }
  if (row.is_staff) {
    // The membership ended, or the account was given to another: the session is nobody's.
    if (!row.staff_id) return null
    return {
      ...head,
      role: row.role,
      displayName: row.staff_name,
      languages: row.languages,
      duties: row.duties,
      staffMember: {
        id: row.staff_id,
        email: row.email,
        siteId: row.staff_site_id,
        labels: row.labels,
        undoSeconds: row.undo_seconds,
      },
      person: null,
    }
  }
  const [related] = row.persons ?? []
  const name = row.patient_name ?? related?.name
  if (name === undefined) return null
  const proxies = row.proxies ?? []
  const forMessages = proxies.filter(({ scope }) => scope.includes('messages')).map(({ patientId }) => patientId)
  const language = row.patient_language ?? related?.language ?? 'en'
  return {
    ...head,
    role: row.patient_id ? 'patient' : 'related_person',
    displayName: name,
    languages: [language],
    duties: [],
    staffMember: null,
    person: {
      patientId: row.patient_id,
      relatedPersonId: row.patient_id ? null : (related?.id ?? null),
      patientIds: [...new Set(row.patient_id ? [row.patient_id, ...forMessages] : forMessages)],
      proxies,
      language,
      siteId: row.patient_site_id,
    },
  }
}

export function idleEnd(row: Pick<CallerRow, 'level' | 'is_staff' | 'ends_at'>, activeAt: Date): Date {
  // A half session waits for its second factor as long as it lives; that is minutes (session.ts).
  if (row.level === 'half') return row.ends_at
  const { idleMin } = row.is_staff ? SESSION_LIMITS.staff : SESSION_LIMITS.patient
  return new Date(Math.min(activeAt.getTime() + idleMin * 60_000, row.ends_at.getTime()))
}

const CALLERS = sqlText`
  select s.token_hash, s.id as session_id, s.account_id, s.level, s.signed_in_at, s.active_at, s.ends_at, s.step_up_until,
    s.staff_id is not null as is_staff,
    m.id as staff_id, m.email, m.role, m.duties, m.labels, m.languages, m.undo_seconds, m.site_id as staff_site_id,
    m.given || ' ' || m.family as staff_name,
    p.id as patient_id, p.given || ' ' || p.family as patient_name, p.language as patient_language, p.site_id as patient_site_id,
    near.persons, near.proxies
  from session s
  join auth.account a on a.id = s.account_id and a.state = 'active'
  left join staff_member m on m.organization_id = s.organization_id and m.id = s.staff_id and m.account_id = s.account_id
    and m.state = 'active' and s.issued_at > m.sessions_from
  left join portal_account w on s.staff_id is null and w.organization_id = s.organization_id and w.account_id = s.account_id
    and w.patient_id is not null
  left join patient p on p.organization_id = w.organization_id and p.id = w.patient_id and p.is_active
  left join lateral (
    select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.given || ' ' || r.family, 'language', r.language) order by r.id) as persons,
      jsonb_agg(jsonb_build_object('proxyLinkId', l.id, 'patientId', l.patient_id, 'relatedPersonId', r.id, 'scope', l.scope,
        'name', q.given || ' ' || q.family) order by l.id) filter (where l.id is not null) as proxies
    from portal_account v
    join related_person r on r.organization_id = v.organization_id and r.id = v.related_person_id
    left join proxy_link l on l.organization_id = r.organization_id and l.related_person_id = r.id and l.patient_id = r.patient_id
      and l.state = 'active' and l.starts_at <= $3 and (l.ends_at is null or l.ends_at > $3)
    left join patient q on q.organization_id = l.organization_id and q.id = l.patient_id
    where s.staff_id is null and v.organization_id = s.organization_id and v.account_id = s.account_id
  ) near on true
  where s.organization_id = $1 and s.token_hash = any($2::bytea[]) and s.ends_at > $3`

const FIND_CALLERS = `${CALLERS} and s.ended_at is null and s.issued_at >= a.sessions_from`

const FIND_CALLER_THEN = `${CALLERS} and (s.ended_at is null or s.ended_at > $3) and (s.issued_at >= a.sessions_from or a.sessions_from > $3)`

// Only forward: of two requests at once the later activity stays.
const TOUCH = sqlText`
  update session set active_at = $3 where organization_id = $1 and id = $2 and ended_at is null and active_at < $3`

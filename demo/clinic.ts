/** The demonstration organization: sites, staff, queues and doors. All names are made up; addresses end in `.example`. */
import type { StaffRole } from '#contract/role.ts'
import type { Calendar } from '#engines/calendar/calendar.ts'
import type { Policy, WaitingOn } from '#engines/sla/policy.ts'
import { PROTOCOL_VERSION } from '#engines/triage/triage.ts'
import type { CalendarRow, PolicyRow } from '#server/modules/service-policy/index.ts'
import { demoId } from './demo-id.ts'
import { actorOf, type JournalBook } from './journal-book.ts'
import type { Row, Rows } from './rows.ts'

export const DEMO_SLUG = 'lindenbrook'
export const DEMO_DOMAIN = 'lindenbrook.example'
export const MAILBOX = `care@${DEMO_DOMAIN}`

/** The languages patients of the demonstration write in. */
export const DEMO_LANGUAGES = ['en', 'es', 'zh', 'vi', 'ar', 'pt'] as const
export type DemoLanguage = (typeof DEMO_LANGUAGES)[number]

export type Site = { id: string; key: string; name: string; timeZone: string; phone: string }
export type Staff = {
  id: string
  given: string
  family: string
  email: string
  role: StaffRole
  languages: readonly string[]
  siteId: string | null
  state: 'planned' | 'active' | 'ended'
}
export type Queue = {
  key: string
  id: string
  kind: 'service' | 'clinical' | 'billing'
  siteId: string | null
  languages: readonly string[]
  firstReplyMinutes: number
}

export type Clinic = {
  organizationId: string
  name: string
  sites: readonly Site[]
  staff: readonly Staff[]
  queues: readonly Queue[]
  calendars: readonly CalendarRow[]
  policies: readonly PolicyRow[]
  portalAccountId: string
  widgetAccountId: string
  mailboxAccountId: string
}

const SITES = [
  ['harbor', 'Harbor Street Clinic', 'America/New_York', '12 Harbor Street, Port Ellis', '+16175550100'],
  ['maple', 'Maple Grove Family Clinic', 'America/New_York', '480 Maple Grove Avenue, Ellis Mills', '+16175550101'],
  ['canyon', 'Canyon View Clinic', 'America/Denver', '77 Canyon View Road, Dry Fork', '+17205550100'],
] as const

type Duty = 'privacy_officer' | 'on_call' | 'trainer'
type StaffLine = [
  given: string,
  family: string,
  role: StaffRole,
  languages: string[],
  site: string | null,
  duties?: Duty[],
  more?: Partial<Row>,
]

const STAFF: readonly StaffLine[] = [
  ['Dana', 'Whitlock', 'administrator', ['en'], null, ['privacy_officer']],
  ['Marcus', 'Ellery', 'supervisor', ['en', 'es'], null, ['on_call', 'trainer']],
  ['Ines', 'Carranza', 'agent', ['en', 'es'], 'harbor'],
  ['Tobias', 'Renner', 'agent', ['en'], 'maple'],
  ['Samira', 'Haddad', 'agent', ['en', 'ar'], 'harbor'],
  ['An', 'Pham', 'agent', ['en', 'vi'], 'harbor'],
  ['Grace', 'Lo', 'agent', ['en', 'zh'], 'maple'],
  ['Wes', 'Calloway', 'front_desk', ['en'], 'harbor'],
  ['Beatriz', 'Nogueira', 'front_desk', ['en', 'pt', 'es'], 'maple'],
  ['Joy', 'Begaye', 'front_desk', ['en', 'es'], 'canyon'],
  ['Priya', 'Raman', 'nurse', ['en'], 'harbor', ['on_call'], { on_call_number: '+12025550188' }],
  ['Mateo', 'Rivas', 'nurse', ['en', 'es'], 'canyon', ['on_call']],
  ['Linh', 'Doan', 'nurse', ['en', 'vi'], 'harbor'],
  ['Colleen', 'Draper', 'nurse', ['en', 'pt'], 'maple', ['trainer']],
  ['Helen', 'Achterberg', 'clinician', ['en'], 'harbor'],
  ['Omar', 'Nasser', 'clinician', ['en', 'ar'], 'maple'],
  ['Wei-Lin', 'Chou', 'clinician', ['en', 'zh'], 'canyon'],
  ['Gloria', 'Petrakis', 'billing', ['en', 'es'], null],
  ['Neil', 'Huang', 'billing', ['en', 'zh'], null],
  ['Ruth', 'Okonjo', 'agent', ['en', 'fr'], 'canyon', [], { state: 'planned', on_duty: false, is_accepting: false }],
  ['Paul', 'Lindqvist', 'front_desk', ['en'], 'maple', [], { state: 'ended', on_duty: false, is_accepting: false }],
]

type QueueLine = [
  key: string,
  name: string,
  kind: Queue['kind'],
  site: string | null,
  languages: string[],
  minutes: number,
]

const QUEUES: readonly QueueLine[] = [
  ['front-office', 'Front office', 'service', null, ['en'], 240],
  ['front-office-es', 'Front office in Spanish', 'service', null, ['es'], 240],
  ['canyon-desk', 'Canyon View desk', 'service', 'canyon', ['en', 'es'], 360],
  ['nurse-line', 'Nurse line', 'clinical', null, ['en', 'vi', 'pt'], 120],
  ['canyon-nurses', 'Canyon View nurses', 'clinical', 'canyon', ['en', 'es'], 180],
  ['billing', 'Billing', 'billing', null, ['en', 'es', 'zh'], 480],
]

const MEMBERS: Record<string, (staff: Staff, site: string | null) => boolean> = {
  'front-office': ({ role }) => ['agent', 'front_desk', 'supervisor'].includes(role),
  'front-office-es': ({ role, languages }) =>
    ['agent', 'front_desk', 'supervisor'].includes(role) && languages.includes('es'),
  'canyon-desk': ({ role }, site) => role === 'supervisor' || (site === 'canyon' && role === 'front_desk'),
  'nurse-line': ({ role }) => role === 'nurse' || role === 'clinician',
  'canyon-nurses': ({ role }, site) => site === 'canyon' && (role === 'nurse' || role === 'clinician'),
  billing: ({ role }) => role === 'billing' || role === 'supervisor',
}

const week = (weekdays: string, saturday?: string): Calendar['weekly'] => ({
  ...Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, periods(weekdays)])),
  ...(saturday ? { sat: periods(saturday) } : {}),
})
const periods = (text: string) => text.split(' ').map((period) => ({ from: period.slice(0, 5), to: period.slice(6) }))

/** Maple Grove closes at noon; Canyon View is open late on the evening people come from work. */
const HOURS: Record<(typeof SITES)[number][0], Calendar['weekly']> = {
  harbor: week('08:00-18:00', '09:00-13:00'),
  maple: week('08:00-12:00 13:00-17:30', '09:00-13:00'),
  canyon: { ...week('08:30-17:00'), thu: periods('08:30-12:30 13:00-19:30') },
}

/** Closed on the days most clinics of the country are closed, this year and the next. */
const HOLIDAYS = [
  ['01-01', "New Year's Day"],
  ['07-04', 'Independence Day'],
  ['12-25', 'Christmas Day'],
] as const

const POLICIES: readonly {
  key: string
  name: string
  /** None: of every queue. */
  queues: string[]
  topics?: string[]
  targets: Policy['targets']
  pausesOn: WaitingOn[]
  /** What a later publication promises in place of it. */
  later?: Policy['targets']
}[] = [
  {
    key: 'complaints',
    name: 'Complaints',
    queues: [],
    topics: ['complaint'],
    // One business day: the hours of a day on which the sites are open.
    targets: {
      'first-response': { routine: 480, urgent: 240, asap: 60, stat: 5 },
      'next-response': { routine: 480, urgent: 240, asap: 60, stat: 5 },
    },
    pausesOn: ['patient'],
  },
  {
    key: 'nurses',
    name: 'Nurse lines',
    queues: ['nurse-line', 'canyon-nurses'],
    targets: {
      'first-response': { routine: 120, urgent: 60, asap: 30, stat: 5 },
      'next-response': { routine: 180, urgent: 60, asap: 30, stat: 5 },
    },
    pausesOn: ['patient'],
    later: {
      'first-response': { routine: 120, urgent: 45, asap: 20, stat: 5 },
      'next-response': { routine: 180, urgent: 60, asap: 30, stat: 5 },
    },
  },
  {
    key: 'billing',
    name: 'Billing',
    queues: ['billing'],
    targets: {
      'first-response': { routine: 480, urgent: 240, asap: 60, stat: 5 },
      'next-response': { routine: 480, urgent: 240, asap: 60, stat: 5 },
    },
    pausesOn: ['patient', 'payer'],
  },
]

/** The second publication of the policies: in the month of conversations, so that some were promised something by each. */
const SECOND_PUBLICATION_DAYS_AGO = 18

/** The organization is the same one whenever it is built, so that a second start finds it. */
const IDS_MADE_AT = new Date('2025-01-01T00:00:00Z')
/** How long before `now` the organization began: long before its oldest conversation, in days. */
const FOUNDED_DAYS_AGO = 400

const idOf = (seed: string, name: string): string => demoId(`${seed}/${name}`, IDS_MADE_AT)

export const organizationIdOf = (seed: string): string => idOf(seed, 'organization')

export function buildClinic(seed: string, now: Date, rows: Rows): Clinic {
  const founded = new Date(now.getTime() - FOUNDED_DAYS_AGO * 86_400_000)
  const changed = new Date(now.getTime() - SECOND_PUBLICATION_DAYS_AGO * 86_400_000)
  const id = (name: string) => idOf(seed, name)
  const organizationId = organizationIdOf(seed)

  const clinic: Clinic = {
    organizationId,
    name: 'Lindenbrook Community Health',
    sites: SITES.map(([key, name, timeZone, , phone]) => ({ id: id(`site/${key}`), key, name, timeZone, phone })),
    staff: STAFF.map(([given, family, role, languages, site, , more]) => ({
      id: id(`staff/${given}`),
      given,
      family,
      email: `${given}.${family}@${DEMO_DOMAIN}`.toLowerCase(),
      role,
      languages,
      siteId: site && id(`site/${site}`),
      state: (more?.state as Staff['state'] | undefined) ?? 'active',
    })),
    queues: QUEUES.map(([key, , kind, site, languages, firstReplyMinutes]) => ({
      key,
      id: id(`queue/${key}`),
      kind,
      siteId: site && id(`site/${site}`),
      languages,
      firstReplyMinutes,
    })),
    calendars: SITES.map(([key, , timeZone]) => ({
      id: id(`calendar/${key}`),
      version: 1,
      siteId: id(`site/${key}`),
      timeZone,
      weekly: HOURS[key],
      exceptions: [now.getUTCFullYear(), now.getUTCFullYear() + 1].flatMap((year) =>
        HOLIDAYS.map(([date, holiday]) => ({ date: `${year}-${date}`, periods: [], name: holiday })),
      ),
      effectiveAt: founded,
    })),
    policies: POLICIES.flatMap(({ key, name, queues, topics, targets, pausesOn, later }, place) => {
      const first = {
        publication: 1,
        id: id(`policy/${key}`),
        version: 1,
        place,
        name,
        conditions: {
          ...(queues.length > 0 ? { queue: queues.map((queue) => id(`queue/${queue}`)) } : {}),
          ...(topics ? { topic: topics } : {}),
        },
        targets,
        pausesOn,
        isAroundTheClock: false,
        assistantAnswers: false,
        effectiveAt: founded,
      }
      return later ? [first, { ...first, publication: 2, version: 2, targets: later, effectiveAt: changed }] : [first]
    }),
    portalAccountId: id('channel/portal'),
    widgetAccountId: id('channel/widget'),
    mailboxAccountId: id('channel/mailbox'),
  }
  addOrganization(clinic, founded, rows)
  addStaff(clinic, founded, now, rows)
  addQueues(clinic, rows)
  addService(clinic, rows)
  addSignature(clinic, rows, now)
  addDoors(clinic, rows)
  return clinic
}

function addOrganization({ organizationId, name, sites }: Clinic, founded: Date, rows: Rows): void {
  rows.organization.push({
    organization_id: organizationId,
    name,
    slug: DEMO_SLUG,
    country: 'US',
    language: 'en',
    languages: DEMO_LANGUAGES,
    is_demonstration: true,
    settings: {},
    // The built-in mail transport keeps what leaves in a local outbox, and every address ends in .example or .org's example.
    outbound_on: true,
    assistant_channels: ['portal-chat', 'widget'],
    created_at: founded,
  })
  for (const [n, [, siteName, timeZone, address, phone]] of SITES.entries()) {
    rows.site.push({
      organization_id: organizationId,
      id: sites[n]?.id ?? '',
      name: siteName,
      time_zone: timeZone,
      country: 'US',
      language: 'en',
      address,
      phone,
    })
  }
}

function addStaff({ organizationId, staff }: Clinic, founded: Date, now: Date, rows: Rows): void {
  for (const [n, member] of staff.entries()) {
    const line = STAFF[n] as StaffLine
    rows.staff_member.push({
      organization_id: organizationId,
      id: member.id,
      email: member.email,
      given: member.given,
      family: member.family,
      role: member.role,
      duties: line[5] ?? [],
      languages: member.languages,
      site_id: member.siteId,
      labels: ['nurse', 'clinician'].includes(member.role) ? ['PSY', 'SDV', 'SUD'] : [],
      undo_seconds: 10,
      on_call_number: null,
      is_accepting: true,
      on_duty: true,
      state: member.state,
      starts_at: member.state === 'planned' ? new Date(now.getTime() + 6 * 86_400_000) : founded,
      ended_at: member.state === 'ended' ? new Date(now.getTime() - 40 * 86_400_000) : null,
      version: 1,
      ...line[6],
    })
  }
}

function addQueues({ organizationId, queues, staff, sites }: Clinic, rows: Rows): void {
  const siteKey = (siteId: string | null) => sites.find(({ id }) => id === siteId)?.key ?? null
  for (const [n, queue] of queues.entries()) {
    const [key, name] = QUEUES[n] as QueueLine
    rows.queue.push({
      organization_id: organizationId,
      id: queue.id,
      name,
      kind: queue.kind,
      site_id: queue.siteId,
      languages: queue.languages,
      first_reply_minutes: queue.firstReplyMinutes,
    })
    for (const member of staff) {
      if (member.state !== 'active' || !MEMBERS[key]?.(member, siteKey(member.siteId))) continue
      rows.queue_member.push({ organization_id: organizationId, queue_id: queue.id, staff_id: member.id })
    }
  }
}

function addService({ organizationId, calendars, policies, staff }: Clinic, rows: Rows): void {
  const administrator = staff.find(({ role }) => role === 'administrator')
  for (const { id, version, siteId, timeZone, weekly, exceptions, effectiveAt } of calendars) {
    rows.calendar.push({
      organization_id: organizationId,
      id,
      version,
      site_id: siteId,
      time_zone: timeZone,
      weekly,
      exceptions: exceptions.map((exception) => ({ ...exception })),
      effective_at: effectiveAt,
      saved_by: null,
    })
  }
  for (const policy of policies) {
    rows.service_policy.push({
      organization_id: organizationId,
      id: policy.id,
      version: policy.version,
      place: policy.place,
      name: policy.name,
      conditions: policy.conditions,
      targets: policy.targets,
      pauses_on: policy.pausesOn,
      is_around_the_clock: policy.isAroundTheClock,
      assistant_answers: policy.assistantAnswers,
      effective_at: policy.effectiveAt,
      saved_by: administrator?.id ?? null,
      publication: policy.publication,
    })
  }
}

/** Long enough before the first message of the demonstration. */
const SIGNED_DAYS_AGO = 60

/** A clinician of the demonstration has read and signed the running protocol (understanding-D34). */
function addSignature({ organizationId, staff }: Clinic, rows: Rows, now: Date): void {
  const clinician = staff.find(({ role }) => role === 'clinician')
  if (!clinician) throw new Error('the demonstration has no clinician')
  rows.protocol_signature.push({
    organization_id: organizationId,
    version: PROTOCOL_VERSION,
    signed_by: clinician.id,
    signed_at: new Date(now.getTime() - SIGNED_DAYS_AGO * 86_400_000),
  })
}

function addDoors(clinic: Clinic, rows: Rows): void {
  const door = { organization_id: clinic.organizationId, site_id: null, is_live: true, settings: {} }
  rows.channel_account.push(
    { ...door, id: clinic.portalAccountId, channel: 'portal-chat', name: 'Patient portal', address: 'portal' },
    {
      ...door,
      id: clinic.widgetAccountId,
      channel: 'widget',
      name: 'Chat on our web site',
      address: `${DEMO_SLUG}-chat`,
    },
    { ...door, id: clinic.mailboxAccountId, channel: 'email', name: 'Care mailbox', address: MAILBOX },
  )
}

/** What the journal says of the second publication. */
export function buildPublication({ clinic, book, now }: { clinic: Clinic; book: JournalBook; now: Date }): void {
  const administrator = clinic.staff.find(({ role }) => role === 'administrator')
  if (!administrator) throw new Error('the demonstration has no administrator')
  const at = new Date(now.getTime() - SECOND_PUBLICATION_DAYS_AGO * 86_400_000)
  book.write({
    event: 'service-policy.published',
    action: 'U',
    actor: actorOf(administrator),
    at,
    resourceKind: 'service-policy',
    resourceId: clinic.organizationId,
    detail: { publication: 2, policies: POLICIES.length, effectiveAt: at.toISOString() },
  })
}

/**
 * The patients of the demonstration and who is near them, household by household: people alone, couples who share a telephone,
 * parents with children, and the old with a grown child who helps. Any number; the n-th household is the same at every size.
 */
import type { Clinic, DemoLanguage, Site } from './clinic.ts'
import { demoId } from './demo-id.ts'
import { NAMES } from './names.ts'
import { seededRandom, type Random } from './random.ts'
import type { Rows } from './rows.ts'

export type Helper = {
  id: string
  given: string
  family: string
  relationship: 'mother' | 'father' | 'daughter' | 'son' | 'spouse'
  /** Null while nobody granted the right to speak for the patient, or after it ended. */
  proxyLinkId: string | null
  email: string
  portalAccountId: string | null
}

export type Patient = {
  n: number
  id: string
  given: string
  family: string
  birthDate: string
  age: number
  gender: 'female' | 'male'
  language: DemoLanguage
  site: Site
  email: { id: string; value: string } | null
  /** The address is on file for somebody else too, so it links nobody by itself. */
  sharesEmail: boolean
  allowsPlainMail: boolean
  portalAccountId: string | null
  helper: Helper | null
}

/** What a patient's rows are made from; `people` grows by whole households until it holds `count`. */
export function buildPeople(
  seed: string,
  clinic: Clinic,
  now: Date,
  rows: Rows,
  { from, count }: { from: number; count: number },
): Patient[] {
  const people: Patient[] = []
  for (let n = from; n < from + count;) {
    const household = buildHousehold({ seed, clinic, now, rows }, n, from + count - n)
    people.push(...household)
    n += household.length
  }
  return people
}

type Build = { seed: string; clinic: Clinic; now: Date; rows: Rows }

/** Of each hundred households. English first: the patients at the front of the list are who a newcomer signs in as. */
const LANGUAGE_SHARES: readonly [DemoLanguage, number][] = [
  ['en', 52],
  ['es', 22],
  ['zh', 7],
  ['vi', 7],
  ['ar', 6],
  ['pt', 6],
]

/** The first households are always these, so that guides and journeys can name them. */
const FIRST_HOUSEHOLDS: Record<number, { kind: HouseholdKind; language: DemoLanguage; children?: number }> = {
  0: { kind: 'alone', language: 'en' },
  1: { kind: 'family', language: 'es', children: 2 },
  3: { kind: 'helped', language: 'en' },
  4: { kind: 'alone', language: 'vi' },
  5: { kind: 'alone', language: 'zh' },
  6: { kind: 'alone', language: 'ar' },
  7: { kind: 'alone', language: 'pt' },
  8: { kind: 'couple', language: 'en' },
}

type HouseholdKind = 'alone' | 'couple' | 'family' | 'helped'

function buildHousehold(build: Build, n: number, room: number): Patient[] {
  const dice = seededRandom(`${build.seed}/household/${n}`)
  const first = FIRST_HOUSEHOLDS[n]
  const language = first?.language ?? pickLanguage(dice)
  const site = build.clinic.sites[pickSite(dice)] as Site
  const family = dice.pick(NAMES[language].family)
  const home: Home = { build, dice, language, site, family }
  const kind = first?.kind ?? pickKind(dice)
  if (kind === 'couple' && room >= 2) return coupleOf(home, n)
  if (kind === 'family') return familyOf(home, n, Math.min(room, first?.children ?? dice.between(1, 2)))
  if (kind === 'helped') return [helpedBy(home, n)]
  return [addPatient(home, n, { age: dice.between(18, 79) })]
}

type Home = { build: Build; dice: Random; language: DemoLanguage; site: Site; family: string }

function pickLanguage(dice: Random): DemoLanguage {
  let left = dice.between(1, 100)
  for (const [language, share] of LANGUAGE_SHARES) {
    left -= share
    if (left <= 0) return language
  }
  return 'en'
}

const pickSite = (dice: Random): number => [0, 0, 1, 1, 2][dice.between(0, 4)] ?? 0

function pickKind(dice: Random): HouseholdKind {
  const share = dice.next()
  return share < 0.5 ? 'alone' : share < 0.62 ? 'couple' : share < 0.86 ? 'family' : 'helped'
}

function coupleOf(home: Home, n: number): Patient[] {
  const age = home.dice.between(30, 76)
  const email = addressOf(home.dice.pick(NAMES[home.language].female), home.family, n)
  const phone = phoneOf(n)
  const one = addPatient(home, n, { age, gender: 'female', email, phone, sharesEmail: true })
  return [
    one,
    addPatient(home, n + 1, { age: age + home.dice.between(-4, 6), gender: 'male', email, phone, sharesEmail: true }),
  ]
}

function familyOf(home: Home, n: number, children: number): Patient[] {
  const { dice } = home
  const relationship = n === 1 || dice.chance(0.8) ? 'mother' : 'father'
  const given = n === 1 ? 'Rosa' : dice.pick(NAMES[home.language][relationship === 'mother' ? 'female' : 'male'])
  const email = addressOf(given, home.family, n)
  const phone = phoneOf(n)
  const grant = n === 1 || dice.chance(0.75) ? 'active' : dice.pick(['proposed', 'revoked', 'expired'] as const)
  // The parent is a related person of each child, and signs in once for all of them.
  const account = grant === 'active' && (n === 1 || dice.chance(0.5)) ? accountOf(home.build.seed, n, 'parent') : null
  return Array.from({ length: children }, (_, k) => {
    const child = addPatient(home, n + k, {
      age: n === 1 ? 6 - 3 * k : dice.between(0, 16),
      email,
      phone,
      sharesEmail: true,
      isChild: true,
    })
    return {
      ...child,
      helper: addHelper(home, child, {
        given,
        relationship,
        email,
        grant,
        account,
        scope: ['schedule', 'messages', 'clinical'],
      }),
    }
  })
}

function helpedBy(home: Home, n: number): Patient {
  const { dice } = home
  const relationship = n === 3 || dice.chance(0.6) ? 'daughter' : 'son'
  const given = n === 3 ? 'Karen' : dice.pick(NAMES[home.language][relationship === 'daughter' ? 'female' : 'male'])
  const grant = n === 3 || dice.chance(0.7) ? 'active' : dice.pick(['proposed', 'expired'] as const)
  const old = addPatient(home, n, {
    age: dice.between(74, 93),
    gender: n === 3 ? 'male' : undefined,
    given: n === 3 ? 'Walter' : undefined,
  })
  const email = addressOf(given, home.family, n + 500)
  const account = grant === 'active' && (n === 3 || dice.chance(0.4)) ? accountOf(home.build.seed, n, 'helper') : null
  return {
    ...old,
    helper: addHelper(home, old, {
      given,
      relationship,
      email,
      grant,
      account,
      scope: ['schedule', 'messages', 'billing'],
    }),
  }
}

type NewPatient = {
  age: number
  gender?: 'female' | 'male'
  given?: string
  email?: string
  phone?: string | null
  sharesEmail?: boolean
  isChild?: boolean
}

function addPatient(home: Home, n: number, details: NewPatient): Patient {
  const { build, language, site, family } = home
  const { clinic, now, rows, seed } = build
  const dice = home.dice.fork(`patient/${n}`)
  const registered = new Date(now.getTime() - dice.between(35, 380) * 86_400_000)
  const organization_id = clinic.organizationId
  const id = demoId(`${seed}/patient/${n}`, registered)
  const gender = details.gender ?? (dice.chance(0.54) ? 'female' : 'male')
  const given = details.given ?? dice.pick(NAMES[language][gender])
  const birthDate = new Date(now.getTime() - (details.age * 365.25 + dice.between(3, 360)) * 86_400_000)
    .toISOString()
    .slice(0, 10)
  const reads = n < FIRST_ARE_REACHABLE || dice.chance(0.86)
  const value = details.email ?? (reads ? addressOf(given, family, n) : null)
  const hasPortal =
    !details.isChild && value !== null && !details.sharesEmail && (n < FIRST_ARE_REACHABLE || dice.chance(0.55))
  const portalAccountId = hasPortal ? accountOf(seed, n, 'patient') : null
  const allowsPlainMail = n >= FIRST_ARE_REACHABLE && dice.chance(0.35)

  rows.patient.push({
    organization_id,
    id,
    record_number: `LB-${100_001 + n}`,
    given,
    family,
    birth_date: birthDate,
    gender,
    language,
    reading_level: dice.chance(0.8) ? 'plain' : 'standard',
    site_id: site.id,
    time_zone: null,
    confidential_channel: n >= FIRST_ARE_REACHABLE && hasPortal && dice.chance(0.03) ? 'portal-chat' : null,
    is_active: n < FIRST_ARE_REACHABLE || !dice.chance(0.02),
    deceased_on: null,
    version: 1,
    created_at: registered,
  })
  const email =
    value === null
      ? null
      : addContactPoint(home, dice, {
          patientId: id,
          n,
          system: 'email',
          value,
          registered,
          allowsPlain: allowsPlainMail,
        })
  const phone = details.phone === undefined ? phoneOf(n) : details.phone
  if (phone !== null && dice.chance(0.95))
    addContactPoint(home, dice, { patientId: id, n, system: 'sms', value: phone, registered, allowsPlain: false })
  if (portalAccountId)
    rows.portal_account.push({
      organization_id,
      account_id: portalAccountId,
      patient_id: id,
      related_person_id: null,
      created_at: registered,
    })
  addConsents(home, dice, { patientId: id, n, registered, email, allowsPlainMail })

  return {
    n,
    id,
    given,
    family,
    birthDate,
    age: details.age,
    gender,
    language,
    site,
    email: email && { id: email.id, value: email.value },
    sharesEmail: details.sharesEmail ?? false,
    allowsPlainMail,
    portalAccountId,
    helper: null,
  }
}

/** The first patients can all be signed in as, and are plain cases. */
const FIRST_ARE_REACHABLE = 12

type NewHelper = {
  given: string
  relationship: Helper['relationship']
  email: string
  grant: 'active' | 'proposed' | 'revoked' | 'expired'
  account: string | null
  scope: readonly string[]
}

const BASIS: Record<Helper['relationship'], string> = {
  mother: 'parent-of-minor',
  father: 'parent-of-minor',
  daughter: 'signed-form',
  son: 'signed-form',
  spouse: 'signed-form',
}

function addHelper(
  home: Home,
  patient: Patient,
  { given, relationship, email, grant, account, scope }: NewHelper,
): Helper {
  const { clinic, now, rows, seed } = home.build
  const organization_id = clinic.organizationId
  const since = new Date(now.getTime() - home.dice.between(40, 300) * 86_400_000)
  const id = demoId(`${seed}/helper/${patient.n}`, since)
  const proxyLinkId = demoId(`${seed}/proxy/${patient.n}`, since)
  rows.related_person.push({
    organization_id,
    id,
    patient_id: patient.id,
    given,
    family: home.family,
    relationship,
    language: home.language,
    created_at: since,
  })
  rows.proxy_link.push({
    organization_id,
    id: proxyLinkId,
    patient_id: patient.id,
    related_person_id: id,
    scope,
    basis: BASIS[relationship],
    state: grant,
    starts_at: since,
    ends_at:
      grant === 'expired' || grant === 'revoked'
        ? new Date(now.getTime() - home.dice.between(2, 30) * 86_400_000)
        : null,
  })
  rows.contact_point.push(
    contactPoint(
      organization_id,
      demoId(`${seed}/contact/helper/${patient.n}`, since),
      { relatedPersonId: id },
      'email',
      email,
      since,
    ),
  )
  if (account)
    rows.portal_account.push({
      organization_id,
      account_id: account,
      patient_id: null,
      related_person_id: id,
      created_at: since,
    })
  return {
    id,
    given,
    family: home.family,
    relationship,
    proxyLinkId: grant === 'active' ? proxyLinkId : null,
    email,
    portalAccountId: account,
  }
}

type NewContactPoint = {
  patientId: string
  n: number
  system: 'email' | 'sms'
  value: string
  registered: Date
  allowsPlain: boolean
}

/** Contact points changed within the last days may not receive codes (desk-D9): some of the demonstration's are so new. */
function addContactPoint(
  home: Home,
  dice: Random,
  { patientId, n, system, value, registered, allowsPlain }: NewContactPoint,
) {
  const { clinic, now, rows, seed } = home.build
  const isNew = n >= FIRST_ARE_REACHABLE && dice.chance(0.05)
  const changedAt = isNew ? new Date(now.getTime() - dice.between(4, 150) * 3_600_000) : registered
  const id = demoId(`${seed}/contact/${system}/${n}`, changedAt)
  const state = n >= FIRST_ARE_REACHABLE && system === 'email' && dice.chance(0.02) ? 'bouncing' : 'active'
  rows.contact_point.push({
    ...contactPoint(clinic.organizationId, id, { patientId }, system, value, changedAt),
    state,
    verified_at: dice.chance(0.8) ? new Date(changedAt.getTime() + 180_000) : null,
    allows_plain: allowsPlain,
  })
  if (isNew) {
    const old = demoId(`${seed}/contact/${system}/old/${n}`, registered)
    const before = system === 'email' ? `old.${value}` : phoneOf(n + 1_700)
    if (before)
      rows.contact_point.push({
        ...contactPoint(clinic.organizationId, old, { patientId }, system, before, registered),
        use: 'old',
        rank: 2,
        state: 'detached',
      })
  }
  return { id, value }
}

const contactPoint = (
  organization_id: string,
  id: string,
  owner: { patientId: string } | { relatedPersonId: string },
  system: 'email' | 'sms',
  value: string,
  changedAt: Date,
) => ({
  organization_id,
  id,
  patient_id: 'patientId' in owner ? owner.patientId : null,
  related_person_id: 'relatedPersonId' in owner ? owner.relatedPersonId : null,
  system,
  value,
  use: system === 'sms' ? 'mobile' : 'home',
  rank: 1,
  state: 'active',
  verified_at: changedAt as Date | null,
  changed_at: changedAt,
  allows_plain: false,
  version: 1,
})

type Choice = readonly [kind: string, purpose: string, channel: string, permits: number]

/** What people were asked, and the share that agreed. */
const CHOICES: readonly Choice[] = [
  ['channel_purpose', 'care', 'email', 0.9],
  ['channel_purpose', 'care', 'sms', 0.8],
  ['channel_purpose', 'billing', 'email', 0.7],
  ['channel_purpose', 'feedback', 'email', 0.5],
]

type NewConsents = {
  patientId: string
  n: number
  registered: Date
  email: { id: string } | null
  allowsPlainMail: boolean
}

function addConsents(
  { build, language }: Home,
  dice: Random,
  { patientId, n, registered, email, allowsPlainMail }: NewConsents,
): void {
  const consent = (kind: string, purpose: string, channel: string, provision: 'permit' | 'deny') => ({
    organization_id: build.clinic.organizationId,
    id: demoId(`${build.seed}/consent/${kind}/${purpose}/${channel}/${n}`, registered),
    patient_id: patientId,
    contact_point_id: channel === 'email' ? (email?.id ?? null) : null,
    kind,
    purpose,
    channel,
    provision,
    state: 'active',
    text_version: CONSENT_TEXT_VERSION,
    language: ['en', 'es'].includes(language) ? language : 'en',
    given_at: registered,
    given_by: 'patient',
    ended_at: null,
  })
  for (const [kind, purpose, channel, share] of CHOICES) {
    if (channel === 'email' && !email) continue
    if (dice.chance(0.75))
      build.rows.consent.push(consent(kind, purpose, channel, dice.chance(share) ? 'permit' : 'deny'))
  }
  if (allowsPlainMail && email) build.rows.consent.push(consent('plain_mail', 'reply', 'email', 'permit'))
}

const CONSENT_TEXT_VERSION = '1'

const accountOf = (seed: string, n: number, who: string): string => demoId(`${seed}/account/${who}/${n}`, new Date(0))

const addressOf = (given: string, family: string, n: number): string =>
  `${given}.${family}${n}@example.org`
    .normalize('NFD')
    .replace(/[^\w.@-]/g, '')
    .toLowerCase()

/** Area codes whose 555-01xx numbers are nobody's; beyond them a patient is known without a telephone. */
const AREA_CODES = [617, 508, 781, 978, 413, 401, 603, 207, 802, 860, 720, 303, 970, 719, 505, 801, 406, 307, 208, 702]
const NUMBERS_PER_AREA = 100

export function phoneOf(n: number): string | null {
  const area = AREA_CODES[Math.floor(n / NUMBERS_PER_AREA)]
  return area === undefined ? null : `+1${area}55501${String(n % NUMBERS_PER_AREA).padStart(2, '0')}`
}

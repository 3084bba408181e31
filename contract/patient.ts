/** Patients, the persons near them, and how they are reached: for the desk, and for the portal ("my"). */
import * as z from 'zod'
import {
  cursor,
  DESK,
  givenDay,
  givenInstant,
  id,
  instant,
  languageTag,
  PAGE_MAX,
  PATIENT_SIDE,
  route,
  whole,
} from './route.ts'
import type { Role } from './role.ts'

/** Billing and supervisors read; these write (trust.md section 2, class identity and contact). */
const WRITERS: readonly Role[] = ['agent', 'front_desk', 'nurse', 'clinician']

export const ContactSystem = z.enum(['email', 'sms', 'phone'])
export const ContactUse = z.enum(['home', 'mobile', 'work', 'old'])
export const ProxyScope = z.enum(['schedule', 'messages', 'clinical', 'billing'])
/** What a grant rests on: the document that was seen, or the law. */
export const PROXY_BASES = ['signed-form', 'court-order', 'parent-of-minor', 'power-of-attorney'] as const
/** Why a grant is ended before its day. */
export const PROXY_END_REASONS = ['patient-asked', 'holder-asked', 'basis-over', 'safety'] as const
export const Gender = z.enum(['female', 'male', 'other', 'unknown'])

export const ContactPoint = z.object({
  id,
  system: ContactSystem,
  value: z.string(),
  use: ContactUse,
  rank: z.number().int(),
  state: z.enum(['active', 'bouncing', 'blocked', 'reassigned', 'detached']),
  verifiedAt: instant.nullable(),
  changedAt: instant,
  /** From then on a code may go here (7 days after a change). */
  codesFrom: instant,
  allowsPlain: z.boolean(),
  /** Other persons of the organization with the same address or number. */
  sharedWith: z.number().int(),
  version: whole,
})

const Grant = z.object({
  id,
  scope: z.array(ProxyScope),
  state: z.enum(['proposed', 'active', 'revoked', 'expired']),
  basis: z.string(),
  startsAt: instant,
  endsAt: instant.nullable(),
})

export const RelatedPerson = z.object({
  id,
  given: z.string(),
  family: z.string(),
  relationship: z.string(),
  language: z.string(),
  contactPoints: z.array(ContactPoint),
  /** What holds, else what did last. */
  proxy: Grant.nullable(),
  /** What begins on a later day. */
  nextProxy: Grant.nullable(),
})

export const Patient = z.object({
  id,
  recordNumber: z.string(),
  given: z.string(),
  family: z.string(),
  birthDate: z.iso.date(),
  gender: Gender,
  language: z.string(),
  readingLevel: z.enum(['plain', 'standard']),
  siteId: id.nullable(),
  siteName: z.string().nullable(),
  timeZone: z.string().nullable(),
  confidentialChannel: z.enum(['portal-chat', 'email', 'sms', 'voice']).nullable(),
  isActive: z.boolean(),
  deceasedOn: z.iso.date().nullable(),
  contactPoints: z.array(ContactPoint),
  relatedPersons: z.array(RelatedPerson),
  version: whole,
})

/**
 * The patient as the person pane of a conversation shows it. Below `verified` what is of the record is not there, addresses are
 * masked, and `locked` says what a check of the person unlocks (desk-D8).
 */
export const PersonPane = Patient.extend({
  birthDate: Patient.shape.birthDate.nullable(),
  recordNumber: z.string().nullable(),
  locked: z.array(
    z.enum(['birth-date', 'record-number', 'contact-points', 'related-persons', 'consents', 'conversations']),
  ),
})

/** One line of a search: enough to tell two persons apart, no more. */
export const PatientRow = z.object({
  id,
  name: z.string(),
  birthDate: z.iso.date(),
  recordNumber: z.string(),
  siteName: z.string().nullable(),
  isActive: z.boolean(),
})

const name = z.string().trim().min(1).max(200)
const profile = {
  given: name,
  family: name,
  birthDate: givenDay,
  gender: Gender,
  language: languageTag,
  readingLevel: z.enum(['plain', 'standard']),
  siteId: id.nullable(),
}
const target = z.object({ patientId: id })
const newContactPoint = z.object({
  system: ContactSystem,
  value: z.string().trim().min(3).max(320),
  use: ContactUse.default('home'),
})

export const patient = {
  /** By name (beginnings), birth date, record number, mail address or phone number. */
  search: route({ roles: DESK, resource: 'patient', patient: 'list', audit: 'R' })
    .route({ method: 'POST', path: '/patients/search', summary: 'Find a person', tags: ['Patient'] })
    .input(
      z.object({
        text: z.string().trim().min(2).max(200),
        cursor: cursor.optional(),
        limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(20),
      }),
    )
    .output(z.object({ items: z.array(PatientRow), next: cursor.nullable() })),

  get: route({ roles: DESK, resource: 'patient', patient: 'of-resource', audit: 'R' })
    .route({ method: 'GET', path: '/patients/{patientId}', summary: 'The person pane', tags: ['Patient'] })
    .input(
      target.extend({
        /** Looked at while answering this conversation: then its identity level decides what is shown. */
        conversationId: id.optional(),
      }),
    )
    .output(PersonPane),

  create: route({ roles: WRITERS, resource: 'patient', patient: 'of-resource', audit: 'C' })
    .route({ method: 'POST', path: '/patients', summary: 'Register a patient', tags: ['Patient'] })
    .input(
      z.object({
        ...profile,
        recordNumber: z.string().trim().min(1).max(60),
        contactPoints: z.array(newContactPoint).max(5).default([]),
      }),
    )
    .output(Patient),

  update: route({ roles: WRITERS, resource: 'patient', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/patients/{patientId}',
      summary: 'Correct name, birth date, language',
      tags: ['Patient'],
    })
    .input(target.extend({ version: whole, ...profile }))
    .output(Patient),

  /**
   * What waits to leave is decided again at once (desk-D46). Null: reached by any way; alive. Refusals: CHANGED_MEANWHILE, INVALID_INPUT,
   * field `deceasedOn` (not a day that has begun).
   */
  setReach: route({ roles: WRITERS, resource: 'patient', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/patients/{patientId}/reach',
      summary: 'By which way alone to reach a patient, and that a patient has died',
      tags: ['Patient'],
    })
    .input(
      target.extend({
        version: whole,
        confidentialChannel: Patient.shape.confidentialChannel,
        deceasedOn: Patient.shape.deceasedOn,
      }),
    )
    .output(Patient),

  /** Refusal: INVALID_INPUT (unreadable, or there already). Tells the other addresses on file; no code goes to the new one for 7 days (trust-D18). */
  addContactPoint: route({ roles: WRITERS, resource: 'contact-point', patient: 'of-resource', audit: 'C' })
    .route({
      method: 'POST',
      path: '/patients/{patientId}/contact-points',
      summary: 'Add an address or number',
      tags: ['Patient'],
    })
    .input(target.extend(newContactPoint.shape))
    .output(ContactPoint),

  /** Refusals: CHANGED_MEANWHILE, CONTACT_CHANGED_TODAY (two cannot both be changed in one session, trust-D18). */
  changeContactPoint: route({ roles: WRITERS, resource: 'contact-point', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/contact-points/{contactPointId}',
      summary: 'Replace an address; old and new are told',
      tags: ['Patient'],
    })
    .input(z.object({ contactPointId: id, version: whole, value: z.string().trim().min(3).max(320) }))
    .output(ContactPoint),

  removeContactPoint: route({ roles: WRITERS, resource: 'contact-point', patient: 'of-resource', audit: 'D' })
    .route({
      method: 'POST',
      path: '/contact-points/{contactPointId}/remove',
      summary: 'This address is not used any more',
      tags: ['Patient'],
    })
    .input(z.object({ contactPointId: id, version: whole }))
    .output(z.object({})),

  addRelatedPerson: route({ roles: WRITERS, resource: 'related-person', patient: 'of-resource', audit: 'C' })
    .route({
      method: 'POST',
      path: '/patients/{patientId}/related-persons',
      summary: 'Add somebody near the patient',
      tags: ['Patient'],
    })
    .input(
      target.extend({
        given: name,
        family: name,
        relationship: z.string().trim().min(1).max(60),
        language: languageTag,
        contactPoints: z.array(newContactPoint).max(5).default([]),
      }),
    )
    .output(RelatedPerson),

  /**
   * On paper or by law: `basis` says which document was seen. The patient is told. It begins at once, or with the day `startsAt` lies in where the
   * patient is, at most a year ahead: what held before goes on until then. Refusals: INVALID_INPUT, field `startsAt`, `endsAt` or `basis`.
   */
  grantProxy: route({ roles: WRITERS, resource: 'proxy-link', patient: 'of-resource', audit: 'C', stepUp: true })
    .route({
      method: 'POST',
      path: '/patients/{patientId}/proxies',
      summary: 'Let a related person act for the patient',
      tags: ['Patient'],
    })
    .input(
      target.extend({
        relatedPersonId: id,
        scope: z.array(ProxyScope).min(1),
        basis: z.enum(PROXY_BASES),
        startsAt: givenInstant.nullable().default(null),
        endsAt: givenInstant.nullable(),
      }),
    )
    .output(RelatedPerson),

  endProxy: route({ roles: WRITERS, resource: 'proxy-link', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/proxies/{proxyId}/end',
      summary: 'End a grant at once, and what was to follow it',
      tags: ['Patient'],
    })
    .input(z.object({ proxyId: id, /** Stands in the journal. */ reason: z.enum(PROXY_END_REASONS).optional() }))
    .output(z.object({})),
}

/** The portal's own profile. Everything here is about the session's person, or a patient the person speaks for. */
export const myProfile = {
  get: route({ roles: PATIENT_SIDE, resource: 'patient', patient: 'own', audit: 'R' })
    .route({ method: 'GET', path: '/my/profile', summary: 'My profile', tags: ['Portal'] })
    .input(z.object({ patientId: id.optional() }))
    .output(Patient),

  /** Name and birth date are corrected by the practice. */
  update: route({ roles: PATIENT_SIDE, resource: 'patient', patient: 'own', audit: 'U' })
    .route({ method: 'POST', path: '/my/profile', summary: 'Change language and reading level', tags: ['Portal'] })
    .input(
      z.object({
        patientId: id.optional(),
        version: whole,
        language: languageTag,
        readingLevel: z.enum(['plain', 'standard']),
      }),
    )
    .output(Patient),

  /** Sends a code to the new address, and word of it to the addresses on file. It counts once the code came back. */
  addContactPoint: route({ roles: PATIENT_SIDE, resource: 'contact-point', patient: 'own', audit: 'C', stepUp: true })
    .route({ method: 'POST', path: '/my/contact-points', summary: 'Add an address or number', tags: ['Portal'] })
    .input(
      newContactPoint.extend({
        patientId: id.optional(),
        /** Replaces this one when confirmed. */ replaces: id.optional(),
      }),
    )
    .output(z.object({ contactPointId: id, minutes: z.number().int() })),

  /** Refusals: WRONG_CODE, SLOW_DOWN. */
  confirmContactPoint: route({ roles: PATIENT_SIDE, resource: 'contact-point', patient: 'own', audit: 'U' })
    .route({
      method: 'POST',
      path: '/my/contact-points/{contactPointId}/confirm',
      summary: 'The code that came to the new address',
      tags: ['Portal'],
    })
    .input(z.object({ contactPointId: id, code: z.string().regex(/^\d{6}$/) }))
    .output(ContactPoint),

  removeContactPoint: route({
    roles: PATIENT_SIDE,
    resource: 'contact-point',
    patient: 'own',
    audit: 'D',
    stepUp: true,
  })
    .route({
      method: 'POST',
      path: '/my/contact-points/{contactPointId}/remove',
      summary: 'Do not use this address any more',
      tags: ['Portal'],
    })
    .input(z.object({ contactPointId: id }))
    .output(z.object({})),

  endProxy: route({ roles: PATIENT_SIDE, resource: 'proxy-link', patient: 'own', audit: 'U' })
    .route({
      method: 'POST',
      path: '/my/proxies/{proxyId}/end',
      summary: 'This person no longer acts for me',
      tags: ['Portal'],
    })
    .input(z.object({ proxyId: id }))
    .output(z.object({})),
}

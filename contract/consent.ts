/** What a patient agreed to: per purpose and channel, with the version and language of the text that was shown. */
import * as z from 'zod'
import { DESK, id, instant, languageTag, PATIENT_SIDE, route, whole } from './route.ts'
import type { Role } from './role.ts'

const WRITERS: readonly Role[] = ['agent', 'front_desk', 'nurse', 'clinician']

export const ConsentKind = z.enum(['channel_purpose', 'plain_mail', 'disclosure', 'research', 'recording'])
export const ConsentPurpose = z.enum(['reply', 'care', 'billing', 'feedback', 'outreach', 'security', 'emergency'])
export const ConsentChannel = z.enum(['portal-chat', 'widget', 'email', 'sms', 'voice'])

export const Consent = z.object({
  id,
  kind: ConsentKind,
  purpose: ConsentPurpose,
  channel: ConsentChannel,
  provision: z.enum(['permit', 'deny']),
  state: z.enum(['active', 'inactive', 'entered_in_error']),
  textVersion: z.string(),
  language: z.string(),
  givenAt: instant,
  /** Who recorded it. */
  givenBy: z.enum(['patient', 'related-person', 'staff', 'system']),
  endedAt: instant.nullable(),
})

/** One question the portal asks: `consent.<key>` of the catalogue at `textVersion` is its text. */
export const ConsentChoice = z.object({
  kind: ConsentKind,
  purpose: ConsentPurpose,
  channel: ConsentChannel,
  key: z.string(),
  textVersion: z.string(),
  /** What this organization asks beside the question, by language; null: the words of the house. */
  texts: z.record(z.string(), z.string()).nullable(),
  /** What holds while nobody has answered. */
  byDefault: z.enum(['permit', 'deny']),
  /** Null: not answered. */
  given: Consent.nullable(),
})

/** Of each question: the version that is asked now, and those before it. Version 0 is of the house. */
export const ConsentTexts = z.object({
  key: z.string(),
  kind: ConsentKind,
  purpose: ConsentPurpose,
  channel: ConsentChannel,
  version: whole.min(0),
  texts: z.record(z.string(), z.string()).nullable(),
  /** The newest first. */
  history: z.array(
    z.object({
      version: whole,
      at: instant,
      author: z.string().nullable(),
      texts: z.record(z.string(), z.string()).nullable(),
    }),
  ),
})

const oneText = z.string().trim().min(20).max(600)

const administrator = { roles: ['administrator'], resource: 'consent-text', patient: 'none' } as const

export const consentText = {
  list: route({ ...administrator, audit: 'none' })
    .route({
      method: 'GET',
      path: '/consent-texts',
      summary: 'What patients are asked, in versions',
      tags: ['Organization'],
    })
    .output(z.array(ConsentTexts)),

  /**
   * Asked from now on; who answered an earlier version keeps the answer, which names it. Null: the words of the house again. English and
   * Spanish are both needed. Refusals: INVALID_INPUT, field `texts.en` (with reason `too-hard`: above what patients read, with suggestions),
   * CHANGED_MEANWHILE when `version` is not the newest.
   */
  publish: route({ ...administrator, audit: 'C' })
    .route({
      method: 'POST',
      path: '/consent-texts/{key}',
      summary: 'Publish what patients are asked',
      tags: ['Organization'],
    })
    .input(
      z.object({
        key: z.string().max(40),
        version: whole.min(0),
        texts: z
          .record(z.string().regex(/^[a-z]{2,3}$/), oneText)
          .refine((texts) => texts['en'] !== undefined && texts['es'] !== undefined, 'English and Spanish')
          .refine((texts) => Object.keys(texts).length <= 20, 'at most 20 languages')
          .nullable(),
      }),
    )
    .output(z.array(ConsentTexts)),
}

const answer = {
  kind: ConsentKind,
  purpose: ConsentPurpose,
  channel: ConsentChannel,
  provision: z.enum(['permit', 'deny']),
  textVersion: z.string().max(40),
  language: languageTag,
}

export const consent = {
  list: route({ roles: DESK, resource: 'consent', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'GET',
      path: '/patients/{patientId}/consents',
      summary: 'What the patient agreed to, with history',
      tags: ['Consent'],
    })
    .input(
      z.object({
        patientId: id,
        /** Looked at while answering this conversation: refused with IDENTITY_TOO_LOW below `verified` (desk-D8). */
        conversationId: id.optional(),
      }),
    )
    .output(z.object({ choices: z.array(ConsentChoice), history: z.array(Consent) })),

  record: route({ roles: WRITERS, resource: 'consent', patient: 'of-resource', audit: 'C' })
    .route({
      method: 'POST',
      path: '/patients/{patientId}/consents',
      summary: 'Write down what the patient said',
      tags: ['Consent'],
    })
    .input(z.object({ patientId: id, ...answer }))
    .output(Consent),
}

export const myConsent = {
  list: route({ roles: PATIENT_SIDE, resource: 'consent', patient: 'own', audit: 'R' })
    .route({ method: 'GET', path: '/my/consents', summary: 'What I agreed to', tags: ['Portal'] })
    .input(z.object({ patientId: id.optional() }))
    .output(z.object({ choices: z.array(ConsentChoice), history: z.array(Consent) })),

  /** An answer replaces the one before it. `deny` is a withdrawal and holds from the next request on. */
  give: route({ roles: PATIENT_SIDE, resource: 'consent', patient: 'own', audit: 'C' })
    .route({ method: 'POST', path: '/my/consents', summary: 'Agree, or take it back', tags: ['Portal'] })
    .input(z.object({ patientId: id.optional(), ...answer }))
    .output(Consent),
}

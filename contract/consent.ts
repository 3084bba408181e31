/** What a patient agreed to: per purpose and channel, with the version and language of the text that was shown. */
import * as z from 'zod'
import { DESK, id, instant, languageTag, PATIENT_SIDE, route, whole } from './route.ts'
import type { Role } from './role.ts'

const WRITERS: readonly Role[] = ['agent', 'front_desk', 'nurse', 'clinician']

export const ConsentKind = z.enum(['channel_purpose', 'plain_mail', 'disclosure', 'research', 'recording'])
export const ConsentPurpose = z.enum(['reply', 'care', 'billing', 'feedback', 'outreach', 'security', 'emergency'])
export const ConsentChannel = z.enum(['portal-chat', 'widget', 'email', 'sms', 'voice'])
/** How staff were told what they wrote down. */
const Told = z.enum(['in-person', 'phone', 'paper'])

/** One of our numbers or mailboxes, from which messages leave. */
const SenderLine = z.object({ id, channel: ConsentChannel, name: z.string(), address: z.string() })

/** A message of the patient's side by which something was said. */
const SaidIn = z.object({ messageId: id, conversationId: id, at: instant })

export const Consent = z.object({
  id,
  kind: ConsentKind,
  purpose: ConsentPurpose,
  channel: ConsentChannel,
  /** For messages from this one alone; null: from all of ours. What was said for one goes before what holds for all. */
  line: SenderLine.nullable(),
  provision: z.enum(['permit', 'deny']),
  state: z.enum(['active', 'inactive', 'entered_in_error']),
  textVersion: z.string(),
  language: z.string(),
  givenAt: instant,
  /** Who recorded it. */
  givenBy: z.enum(['patient', 'related-person', 'staff', 'system']),
  /** By name: who wrote down what was said; null: nobody had to, or it was not kept. */
  recordedBy: z.string().nullable(),
  /** How they were told; null: nobody had to be, or it was not kept. */
  told: Told.nullable(),
  /** By name: who gave it or told it, speaking for the patient; null: the patient. */
  relatedPerson: z.string().nullable(),
  /** The message by which it was given; null: none, or not for this reader. */
  message: SaidIn.nullable(),
  endedAt: instant.nullable(),
  /** The STOP that ended it. */
  endedMessage: SaidIn.nullable(),
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
  /** For all our lines; null: not answered. */
  given: Consent.nullable(),
  /** For one line each. */
  ofLines: z.array(Consent),
})

const Consents = z.object({
  choices: z.array(ConsentChoice),
  history: z.array(Consent),
  /** Our open numbers and mailboxes. */
  lines: z.array(SenderLine),
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
  /** The number or mailbox for which alone it is said (`lines` of the list). Without it the answer counts for all, and replaces those for one. */
  lineId: id.optional(),
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
    .output(Consents),

  /**
   * Refusals: INVALID_INPUT with its field: `textVersion` (another text is asked today), `lineId` (no open line of this channel, or the question is of no
   * channel), `messageId` (nothing that the patient's side wrote, or not for this reader), `relatedPersonId` (nobody of this patient).
   */
  record: route({ roles: WRITERS, resource: 'consent', patient: 'of-resource', audit: 'C' })
    .route({
      method: 'POST',
      path: '/patients/{patientId}/consents',
      summary: 'Write down what the patient said',
      tags: ['Consent'],
    })
    .input(
      z.object({
        patientId: id,
        ...answer,
        /** Who told it: a person who speaks for the patient; without it the patient. */
        relatedPersonId: id.optional(),
        /** The message in which it was said. */
        messageId: id.optional(),
        /** Else how it was told; the text of this version was read out or shown. */
        told: Told.optional(),
      }),
    )
    .output(Consent),
}

export const myConsent = {
  list: route({ roles: PATIENT_SIDE, resource: 'consent', patient: 'own', audit: 'R' })
    .route({ method: 'GET', path: '/my/consents', summary: 'What I agreed to', tags: ['Portal'] })
    .input(z.object({ patientId: id.optional() }))
    .output(Consents),

  /** An answer replaces the one before it. `deny` is a withdrawal and holds from the next request on. */
  give: route({ roles: PATIENT_SIDE, resource: 'consent', patient: 'own', audit: 'C' })
    .route({ method: 'POST', path: '/my/consents', summary: 'Agree, or take it back', tags: ['Portal'] })
    .input(z.object({ patientId: id.optional(), ...answer }))
    .output(Consent),
}

/** Numbers that take calls. A number may take texts, calls or both; each use has its own health and counters (desk-D61, section 5). */
import * as z from 'zod'
import { SPOKEN } from '#engines/ivr/languages.ts'
import type { Role } from './role.ts'
import { CarrierAccount, NewNumber, OwnNumber } from './own-number.ts'
import { id, route } from './route.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']

/** `url`: where the carrier asks what a caller hears. */
export const VoiceLine = OwnNumber.extend({
  /** Where it tells how calls ended. */
  statusUrl: z.string(),
  /** The telephone that rings at the desk, E.164; null: nobody can pick up, and callers are offered a call-back or a voicemail. */
  deskNumber: z.string().nullable(),
  callsAtOnce: z.number().int(),
  isTranscribed: z.boolean(),
  /** What callers choose from, in this order after the language of the site. */
  languages: z.array(z.enum(SPOKEN)),
  /** Of the last 7 days: what the carrier told (seen = stored + duplicate + refused), and how the calls ended. */
  counts: z.object({
    seen: z.number().int(),
    stored: z.number().int(),
    duplicate: z.number().int(),
    refused: z.number().int(),
    calls: z.number().int(),
    talked: z.number().int(),
    voicemails: z.number().int(),
    callBacks: z.number().int(),
    abandoned: z.number().int(),
  }),
})

const desk = {
  deskNumber: z.string().max(40).nullable(),
  /** Calls that the telephone at the desk takes at the same time. */
  callsAtOnce: z.number().int().min(1).max(50),
  /** The carrier writes down what it understands of a voicemail. */
  isTranscribed: z.boolean(),
  /** What callers choose from, at most four. Left out: a new line speaks English and Spanish, another keeps what it speaks. */
  languages: z
    .array(z.enum(SPOKEN))
    .min(1)
    .max(4)
    .refine((languages) => new Set(languages).size === languages.length, 'each language once')
    .optional(),
}
const base = { roles: ADMINISTRATOR, resource: 'voice-line', patient: 'none' } as const
const tags = ['Organization']

export const voiceLine = {
  list: route({ ...base, audit: 'none' })
    .route({ method: 'GET', path: '/voice-lines', summary: 'Numbers that take calls', tags })
    .output(z.array(VoiceLine)),

  /** Without `carrier` the number takes calls by the account by which it takes texts. Refusal INVALID_INPUT, field `number` or `deskNumber` (no number; reason `taken`), or `carrier` (the number has no account yet). */
  add: route({ ...base, audit: 'C', stepUp: true })
    .route({ method: 'POST', path: '/voice-lines', summary: 'Let a number take calls', tags })
    .input(
      z.object({
        ...NewNumber.shape,
        carrier: CarrierAccount.nullable(),
        ...desk,
      }),
    )
    .output(z.array(VoiceLine)),

  change: route({ ...base, audit: 'U', stepUp: true })
    .route({
      method: 'POST',
      path: '/voice-lines/{voiceLineId}',
      summary: 'Give a line another telephone at the desk, or another account at its carrier',
      tags,
    })
    .input(z.object({ voiceLineId: id, carrier: CarrierAccount.nullable(), ...desk }))
    .output(z.array(VoiceLine)),
}

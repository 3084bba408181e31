/** How sure we are who writes in a conversation: the desk's identity panel (key I). */
import * as z from 'zod'
import { DESK, givenDay, id, instant, route } from './route.ts'
import { IDENTITY_LEVELS } from './role.ts'

/** How a person was checked. Facts alone never verify; each way here leaves a trace. */
export const STAFF_CHECKS = ['document-in-person', 'two-facts-and-call-back'] as const
export const IDENTITY_METHODS = ['contact-on-file', 'code', 'session', 'passkey', ...STAFF_CHECKS, 'host-site'] as const

export const IdentityPanel = z.object({
  level: z.enum(IDENTITY_LEVELS),
  method: z.enum(IDENTITY_METHODS).nullable(),
  since: instant.nullable(),
  expiresAt: instant.nullable(),
  forPatient: z.object({ id, name: z.string() }).nullable(),
  /** Persons who share the sender's address: the agent chooses, nothing automatic names them. */
  candidates: z.array(
    z.object({
      kind: z.enum(['patient', 'related-person']),
      id,
      patientId: id,
      name: z.string(),
      birthYear: z.number().int().nullable(),
    }),
  ),
  /** Where a code may go now; `from` says when a changed address may be used. */
  codeTo: z.array(
    z.object({
      contactPointId: id,
      system: z.enum(['email', 'sms', 'phone']),
      masked: z.string(),
      /** The number on file that may be called back; null for a mail address. */
      callBack: z.string().nullable(),
      from: instant.nullable(),
    }),
  ),
  codeSentAt: instant.nullable(),
  codeExpiresAt: instant.nullable(),
  triesLeft: z.number().int(),
  /** After 5 wrong codes: until then only a staff check works. */
  pausedUntil: instant.nullable(),
})

const target = z.object({ conversationId: id })

export const identity = {
  get: route({ roles: DESK, resource: 'identity-check', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'GET',
      path: '/conversations/{conversationId}/identity',
      summary: 'Level, since, expires, allowed ways, tries left',
      tags: ['Identity'],
    })
    .input(target)
    .output(IdentityPanel),

  /** Refusals: CONTACT_POINT_TOO_NEW, SLOW_DOWN, STATE_NOT_ALLOWED (no patient linked). */
  sendCode: route({ roles: DESK, resource: 'identity-check', patient: 'of-resource', audit: 'E' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/identity/code',
      summary: 'Send a code to a contact point on file',
      tags: ['Identity'],
    })
    .input(target.extend({ contactPointId: id }))
    .output(IdentityPanel),

  /** What the person read out, with the birth date they said. */
  checkCode: route({ roles: DESK, resource: 'identity-check', patient: 'of-resource', audit: 'E' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/identity/verify',
      summary: 'Check the code the person told',
      tags: ['Identity'],
    })
    .input(target.extend({ code: z.string().regex(/^\d{6}$/), birthDate: givenDay }))
    .output(IdentityPanel),

  /** A person of the staff vouches, with a documented method. */
  vouch: route({ roles: DESK, resource: 'identity-check', patient: 'of-resource', audit: 'E' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/identity/vouch',
      summary: 'I checked this person',
      tags: ['Identity'],
    })
    .input(
      target.extend({
        method: z.enum(STAFF_CHECKS),
        /** The number on file that was called back. */ contactPointId: id.optional(),
      }),
    )
    .output(IdentityPanel),

  end: route({ roles: DESK, resource: 'identity-check', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/identity/end',
      summary: 'It is not that person after all',
      tags: ['Identity'],
    })
    .input(target)
    .output(IdentityPanel),
}

/**
 * Signing in, staying signed in, and signing out.
 *
 * A session has a level: `half` after a password alone (it opens nothing but the second factor), `full` after two factors or a
 * passkey, or after a code for a patient. Links carry their token behind `#`; nothing changes by GET (trust-D24).
 */
import * as z from 'zod'
import { ALL_STAFF, givenDay, id, instant, languageTag, PATIENT_SIDE, route } from './route.ts'
import { ROLES } from './role.ts'

/** Characters of a password that stands alone, of one beside a second factor, and at most (trust-D22). */
export const PASSWORD_ALONE_MIN = 15
export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 128
/** Minutes without activity, and hours in all, until a session ends (trust-D21). */
export const SESSION_LIMITS = {
  staff: { idleMin: 15, absoluteHours: 12 },
  patient: { idleMin: 30, absoluteHours: 24 },
} as const
/** Seconds before the end at which the screen warns. */
export const SESSION_WARNING_SECONDS = 120
/** Requests with this header (value 1) are not activity: polling, sockets, background work. */
export const BACKGROUND_HEADER = 'x-background'

const ANYBODY = [...ALL_STAFF, ...PATIENT_SIDE]
const token = z.string().min(20).max(200)
const password = z.string().min(1).max(1_000)
/** Which organization's door; absent when the installation has one only. */
const organization = z.string().max(60).optional()
const sixDigits = z.string().regex(/^\d{6}$/)
/** WebAuthn JSON (as @simplewebauthn/browser takes and gives it). */
const webAuthn = z.looseObject({})

export const SecondFactor = z.enum(['passkey', 'totp', 'recovery-code'])

/** What the screen shows next after a step of signing in. */
export const SignInStep = z.discriminatedUnion('next', [
  z.object({ next: z.literal('done') }),
  z.object({ next: z.literal('second-factor'), ways: z.array(SecondFactor) }),
  /** No second factor yet: set one up before anything else opens. */
  z.object({ next: z.literal('set-up-second-factor') }),
  /** The account works at several organizations: call again with one of these slugs. */
  z.object({
    next: z.literal('choose-organization'),
    organizations: z.array(z.object({ slug: z.string(), name: z.string() })),
  }),
])

/**
 * How a session ended: by the clock (idle, or its day was over), by somebody (signed out, revoked, a role or a factor changed), or it
 * went on under another token.
 */
export const SessionEndKind = z.enum(['timed-out', 'ended', 'replaced'])
export type SessionEndKind = z.infer<typeof SessionEndKind>

export const SessionState = z.object({
  level: z.enum(['none', 'half', 'full']),
  /** Null below `full`. */
  person: z
    .object({
      kind: z.enum(['staff', 'patient', 'related-person']),
      /** staff_member, patient or related_person. */
      id,
      name: z.string(),
      role: z.enum(ROLES),
      duties: z.array(z.string()),
      languages: z.array(z.string()),
      email: z.string().nullable(),
    })
    .nullable(),
  organization: z
    .object({
      id,
      name: z.string(),
      slug: z.string(),
      country: z.string(),
      languages: z.array(z.string()),
      isDemonstration: z.boolean(),
    })
    .nullable(),
  /** Portal: whose matters may be opened, the person first. */
  patients: z.array(z.object({ id, name: z.string(), isSelf: z.boolean() })),
  /** Half signed in: what is still missing. */
  step: SignInStep.nullable(),
  /** The server's clock: the ends below are counted from here, since the reader's own clock may be wrong. */
  now: instant,
  /** The session ends at the earlier of the two; activity moves the first. */
  idleEndsAt: instant.nullable(),
  endsAt: instant.nullable(),
  stepUpUntil: instant.nullable(),
  /** Of a cookie whose session is over. Null for one that never was: it is answered like none at all (decision 0141). */
  ended: SessionEndKind.nullable(),
  /** 32 bytes, base64url: this person's key for what waits on the device; another after every session was ended at once. Null below `full`. */
  deviceKey: z.string().nullable(),
  /** Where the news stood at this moment: a screen that opens the WebSocket from here misses nothing. Null below `full`. */
  feed: z.string().nullable(),
})

export const Device = z.object({
  sessionId: id,
  isThisOne: z.boolean(),
  /** Such as "Firefox on Windows"; from a closed list of names, never the raw header. */
  browser: z.string(),
  system: z.string(),
  signedInAt: instant,
  lastActiveAt: instant,
  endsAt: instant,
})

const signedIn = z.object({ step: SignInStep })

export const session = {
  get: route({ roles: 'public', resource: 'session', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/session', summary: 'Who is signed in, and until when', tags: ['Session'] })
    .output(SessionState),

  /** A key was pressed on the warning: this counts as activity. */
  extend: route({ roles: ANYBODY, resource: 'session', patient: 'none', audit: 'none' })
    .route({ method: 'POST', path: '/session/extend', summary: 'I am still here', tags: ['Session'] })
    .output(z.object({ now: instant, idleEndsAt: instant, endsAt: instant })),

  /** `isTimedOut`: by the clock of the screen nobody is there any more. What waits on the device stays then, sealed. */
  signOut: route({ roles: 'public', resource: 'session', patient: 'none', audit: 'E' })
    .route({ method: 'POST', path: '/session/sign-out', summary: 'Sign out here', tags: ['Session'] })
    .input(z.object({ isTimedOut: z.boolean().optional() }).optional())
    .output(z.object({ ended: SessionEndKind.nullable() })),

  signOutEverywhere: route({ roles: ANYBODY, resource: 'session', patient: 'none', audit: 'E' })
    .route({
      method: 'POST',
      path: '/session/sign-out-everywhere',
      summary: 'End every session of this account',
      tags: ['Session'],
    })
    .output(z.object({ ended: z.number().int() })),

  devices: route({ roles: ANYBODY, resource: 'session', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/session/devices', summary: 'Where this account is signed in', tags: ['Session'] })
    .output(z.array(Device)),

  endDevice: route({ roles: ANYBODY, resource: 'session', patient: 'none', audit: 'E' })
    .route({
      method: 'POST',
      path: '/session/devices/{sessionId}/end',
      summary: 'Sign out one device',
      tags: ['Session'],
    })
    .input(z.object({ sessionId: id }))
    .output(z.object({})),
}

export const signIn = {
  /** What the sign-in page shows: the organization's name and languages. Nothing about persons. */
  door: route({ roles: 'public', resource: 'organization', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/sign-in/door', summary: 'The organization behind this door', tags: ['Sign-in'] })
    .input(z.object({ organization }))
    .output(
      z.object({
        name: z.string(),
        slug: z.string(),
        languages: z.array(z.string()),
        country: z.string(),
        isDemonstration: z.boolean(),
      }),
    ),

  /** Staff, first factor. Refusals: WRONG_CREDENTIALS, SLOW_DOWN (detail.retryAfterSeconds). */
  password: route({ roles: 'public', resource: 'session', patient: 'none', audit: 'E' })
    .route({ method: 'POST', path: '/sign-in/password', summary: 'Staff: e-mail and password', tags: ['Sign-in'] })
    .input(z.object({ email: z.string().trim().max(320), password, organization }))
    .output(signedIn),

  /** Staff, second factor. Refusals: NOT_SIGNED_IN (start again), WRONG_CODE, SLOW_DOWN. */
  totp: route({ roles: 'public', resource: 'session', patient: 'none', audit: 'E' })
    .route({
      method: 'POST',
      path: '/sign-in/totp',
      summary: 'Staff: six digits of the authenticator app',
      tags: ['Sign-in'],
    })
    .input(z.object({ code: sixDigits }))
    .output(signedIn),

  recoveryCode: route({ roles: 'public', resource: 'session', patient: 'none', audit: 'E' })
    .route({
      method: 'POST',
      path: '/sign-in/recovery-code',
      summary: 'Staff: one of the printed recovery codes',
      tags: ['Sign-in'],
    })
    .input(z.object({ code: z.string().trim().min(10).max(40) }))
    .output(signedIn),

  /** Staff who forgot their password. The answer is the same for known and unknown, and says nothing. */
  requestReset: route({ roles: 'public', resource: 'session', patient: 'none', audit: 'none' })
    .route({
      method: 'POST',
      path: '/sign-in/reset-link',
      summary: 'Staff: send a link for a new password',
      tags: ['Sign-in'],
    })
    .input(z.object({ email: z.string().trim().min(3).max(320) }))
    .output(z.object({ sent: z.literal(true), minutes: z.number().int() })),

  /** Good once. The second factor is asked for as ever. Refusals: LINK_USED, INVALID_INPUT (field `password`), SLOW_DOWN. */
  reset: route({ roles: 'public', resource: 'session', patient: 'none', audit: 'E' })
    .route({ method: 'POST', path: '/sign-in/reset', summary: 'Staff: a new password by link', tags: ['Sign-in'] })
    .input(z.object({ token, password }))
    .output(signedIn),

  /** Patients. The answer is the same for known and unknown, and says nothing. */
  requestCode: route({ roles: 'public', resource: 'session', patient: 'none', audit: 'none' })
    .route({
      method: 'POST',
      path: '/sign-in/code',
      summary: 'Patients: send a code to the mail address or phone on file',
      tags: ['Sign-in'],
    })
    .input(z.object({ contact: z.string().trim().min(3).max(320), organization }))
    .output(z.object({ sent: z.literal(true), minutes: z.number().int() })),

  /**
   * The code and the birth date together (of oneself, or of the person one speaks for). `given` is asked only when several
   * persons share both: refusal INVALID_INPUT, field `given`. Other refusals: WRONG_CODE, SLOW_DOWN.
   */
  verifyCode: route({ roles: 'public', resource: 'session', patient: 'none', audit: 'E' })
    .route({
      method: 'POST',
      path: '/sign-in/verify',
      summary: 'Patients: the code and the birth date',
      tags: ['Sign-in'],
    })
    .input(
      z.object({
        contact: z.string().trim().min(3).max(320),
        code: sixDigits,
        birthDate: givenDay,
        given: z.string().trim().max(200).optional(),
        organization,
      }),
    )
    .output(signedIn),

  /** A challenge for a passkey; the person is found by the passkey itself. Good once, for 5 minutes. */
  passkeyChallenge: route({ roles: 'public', resource: 'session', patient: 'none', audit: 'none' })
    .route({ method: 'POST', path: '/sign-in/passkey-challenge', summary: 'Begin with a passkey', tags: ['Sign-in'] })
    .input(z.object({ organization }))
    .output(z.object({ challengeId: id, options: webAuthn })),

  passkey: route({ roles: 'public', resource: 'session', patient: 'none', audit: 'E' })
    .route({
      method: 'POST',
      path: '/sign-in/passkey',
      summary: 'Sign in with a passkey (staff and patients)',
      tags: ['Sign-in'],
    })
    .input(z.object({ challengeId: id, response: webAuthn, organization }))
    .output(signedIn),
}

/** "Confirm that it is you": opens what needs a factor shown in the last 5 minutes, and gives a new session id. */
export const stepUp = {
  ways: route({ roles: ANYBODY, resource: 'session', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/step-up', summary: 'How this person can confirm', tags: ['Session'] })
    .output(
      z.object({
        ways: z.array(z.enum(['passkey', 'totp', 'code'])),
        codeTo: z.array(z.object({ contactPointId: id, masked: z.string() })),
      }),
    ),

  requestCode: route({ roles: PATIENT_SIDE, resource: 'session', patient: 'own', audit: 'E' })
    .route({
      method: 'POST',
      path: '/step-up/code',
      summary: 'Send a code to a contact point on file',
      tags: ['Session'],
    })
    .input(z.object({ contactPointId: id }))
    .output(z.object({ minutes: z.number().int() })),

  passkeyChallenge: route({ roles: ANYBODY, resource: 'session', patient: 'none', audit: 'none' })
    .route({
      method: 'POST',
      path: '/step-up/passkey-challenge',
      summary: 'Begin confirming with a passkey',
      tags: ['Session'],
    })
    .output(z.object({ challengeId: id, options: webAuthn })),

  confirm: route({ roles: ANYBODY, resource: 'session', patient: 'none', audit: 'E' })
    .route({ method: 'POST', path: '/step-up/confirm', summary: 'Confirm with a code or a passkey', tags: ['Session'] })
    .input(
      z.discriminatedUnion('way', [
        z.object({ way: z.literal('totp'), code: sixDigits }),
        z.object({ way: z.literal('code'), code: sixDigits }),
        z.object({ way: z.literal('passkey'), challengeId: id, response: webAuthn }),
      ]),
    )
    .output(z.object({ stepUpUntil: instant })),
}

/** The person's own factors. A change signs out the other sessions and tells every contact. */
export const factor = {
  list: route({ roles: ANYBODY, resource: 'factor', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/factors', summary: 'My ways to sign in', tags: ['Factor'] })
    .output(
      z.object({
        hasPassword: z.boolean(),
        hasTotp: z.boolean(),
        recoveryCodesLeft: z.number().int(),
        passkeys: z.array(z.object({ id, name: z.string(), addedAt: instant, lastUsedAt: instant.nullable() })),
      }),
    ),

  /** Also open to a half signed-in member of staff without any second factor (first sign-in). */
  beginTotp: route({ roles: 'public', resource: 'factor', patient: 'none', audit: 'none' })
    .route({
      method: 'POST',
      path: '/factors/totp',
      summary: 'A new secret for the authenticator app',
      tags: ['Factor'],
    })
    .output(z.object({ secret: z.string(), uri: z.string() })),

  /** The recovery codes are shown this once. */
  confirmTotp: route({ roles: 'public', resource: 'factor', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/factors/totp/confirm',
      summary: 'The first code of the app: from now on it counts',
      tags: ['Factor'],
    })
    .input(z.object({ code: sixDigits }))
    .output(z.object({ recoveryCodes: z.array(z.string()), step: SignInStep })),

  renewRecoveryCodes: route({ roles: ALL_STAFF, resource: 'factor', patient: 'none', audit: 'U', stepUp: true })
    .route({
      method: 'POST',
      path: '/factors/recovery-codes',
      summary: 'Ten new recovery codes; the old ones stop',
      tags: ['Factor'],
    })
    .output(z.object({ recoveryCodes: z.array(z.string()) })),

  /** Also open to a half signed-in member of staff without any second factor. */
  beginPasskey: route({ roles: 'public', resource: 'factor', patient: 'none', audit: 'none' })
    .route({ method: 'POST', path: '/factors/passkeys/challenge', summary: 'Begin to add a passkey', tags: ['Factor'] })
    .output(z.object({ challengeId: id, options: webAuthn })),

  /** The first factor of a member of staff comes with recovery codes, shown this once; else there are none. */
  addPasskey: route({ roles: 'public', resource: 'factor', patient: 'none', audit: 'C' })
    .route({ method: 'POST', path: '/factors/passkeys', summary: 'Add a passkey', tags: ['Factor'] })
    .input(z.object({ challengeId: id, response: webAuthn, name: z.string().trim().min(1).max(60) }))
    .output(z.object({ passkeyId: id, recoveryCodes: z.array(z.string()), step: SignInStep })),

  removePasskey: route({ roles: ANYBODY, resource: 'factor', patient: 'none', audit: 'D', stepUp: true })
    .route({
      method: 'POST',
      path: '/factors/passkeys/{passkeyId}/remove',
      summary: 'Remove a passkey',
      tags: ['Factor'],
    })
    .input(z.object({ passkeyId: id }))
    .output(z.object({})),

  /**
   * A colleague who lost every factor sets up a new one after the password. It ends the colleague's sessions and tells the colleague by mail.
   * Refusal STATE_NOT_ALLOWED: oneself, nothing to remove, or (reason `works-elsewhere`) a colleague of another organization too.
   */
  removeOf: route({ roles: ['administrator'], resource: 'factor', patient: 'none', audit: 'D', stepUp: true })
    .route({
      method: 'POST',
      path: '/staff/{staffId}/factors/remove',
      summary: 'Remove passkeys, app and codes of a colleague',
      tags: ['Factor'],
    })
    .input(z.object({ staffId: id }))
    .output(z.object({})),

  /** Refusal INVALID_INPUT, field `next`, detail.reason: too-short, too-long, too-common, own-words. */
  changePassword: route({ roles: ALL_STAFF, resource: 'factor', patient: 'none', audit: 'U', stepUp: true })
    .route({ method: 'POST', path: '/factors/password', summary: 'Change my password', tags: ['Factor'] })
    .input(z.object({ current: password, next: password }))
    .output(z.object({})),
}

/** A staff invitation or the first set-up, both by a one-time link. Reading a link is a POST, so that a mail scanner cannot use it up. */
export const invitation = {
  look: route({ roles: 'public', resource: 'invitation', patient: 'none', audit: 'none' })
    .route({ method: 'POST', path: '/invitations/look', summary: 'What an invitation is for', tags: ['Invitation'] })
    .input(z.object({ token }))
    .output(
      z.object({
        organizationName: z.string(),
        email: z.string(),
        given: z.string(),
        family: z.string(),
        role: z.enum(ROLES),
        endsAt: instant,
      }),
    ),

  /** A new account chooses a password here. An e-mail that already has an account must give that account's password (WRONG_CREDENTIALS otherwise). */
  accept: route({ roles: 'public', resource: 'invitation', patient: 'none', audit: 'E' })
    .route({ method: 'POST', path: '/invitations/accept', summary: 'Join', tags: ['Invitation'] })
    .input(z.object({ token, password }))
    .output(signedIn),
}

export const setup = {
  look: route({ roles: 'public', resource: 'setup', patient: 'none', audit: 'none' })
    .route({ method: 'POST', path: '/setup/look', summary: 'Whether a set-up link is good', tags: ['Set-up'] })
    .input(z.object({ token }))
    .output(z.object({ endsAt: instant })),

  /** Makes the organization, its first site and its first administrator, who then sets up a second factor. */
  create: route({ roles: 'public', resource: 'setup', patient: 'none', audit: 'C' })
    .route({ method: 'POST', path: '/setup', summary: 'Set up an organization', tags: ['Set-up'] })
    .input(
      z.object({
        token,
        organization: z.object({
          name: z.string().trim().min(1).max(200),
          slug: z.string().regex(/^[a-z0-9-]{2,60}$/),
          country: z.string().regex(/^[A-Z]{2}$/),
          language: languageTag,
          languages: z.array(z.string().min(2).max(10)).min(1).max(40),
        }),
        site: z.object({ name: z.string().trim().min(1).max(200), timeZone: z.string().max(60) }),
        administrator: z.object({
          email: z.email().max(320),
          given: z.string().trim().min(1).max(100),
          family: z.string().trim().min(1).max(100),
          password,
        }),
      }),
    )
    .output(signedIn),
}

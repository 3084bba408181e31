/** Signing in and out: contract -> use case -> cookie. A new session id at each level is a new cookie. */
import { implement } from '@orpc/server'
import { factor, invitation, session, setup, signIn, stepUp } from '#contract/session.ts'
import { SESSION_LIMITS, type SessionEndKind } from '#contract/session.ts'
import { refusalError, valueOf } from '#server/platform/route-context.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Result } from '#server/platform/result.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { findDoor } from '#server/modules/organization/index.ts'
import { findAccount } from './account.ts'
import { contextFor, readSessionToken, type Caller } from './caller.ts'
import { endedCookie, sessionCookie, sessionTokenOf } from './cookie.ts'
import { doorOf, type Door, type IdentityRoute } from './deps.ts'
import * as factors from './factors.ts'
import { challengeToSignIn, challengeToStepUp, passkeysOf } from './passkey.ts'
import { findEnd } from './session-end.ts'
import { endSession, endSessionsOf, sessionsOf, type OpenedSession, type SessionEnd } from './session.ts'
import { requestPasswordReset, resetPassword } from './password-reset.ts'
import { acceptStaffInvitation, lookAtInvitation, lookAtSetupLink, setUpOrganization } from './set-up.ts'
import { signInWithPasskey } from './sign-in-passkey.ts'
import { requestSignInCode, signInWithCode } from './sign-in-patient.ts'
import {
  finishWithRecoveryCode,
  finishWithTotp,
  inOrganization,
  signInWithPassword,
  stepAfter,
  type Step,
} from './sign-in-staff.ts'
import { requestStepUpCode, stepUp as proveAgain, stepUpWays } from './step-up.ts'

const on = implement({ session, signIn, stepUp, factor, invitation, setup }).$context<IdentityRoute>()

function keep(route: IdentityRoute, opened: OpenedSession | null): void {
  const { isSecure } = doorOf(route).site
  if (opened) route.http.setHeader('set-cookie', sessionCookie(opened.token, isSecure))
}

/**
 * The browser forgets the cookie, and whatever of the person it kept (trust-D21). After an end by the clock it keeps what waits: sealed,
 * and without the key (decision 0141).
 */
function leaveNothing(route: IdentityRoute, ended: SessionEndKind | null): void {
  route.http.setHeader('set-cookie', endedCookie(doorOf(route).site.isSecure))
  route.http.setHeader('clear-site-data', ended === 'timed-out' ? '"cache"' : '"cache", "storage"')
}

/** Of the session that the request's cookie was for; there is no live one. */
const endOf = (route: IdentityRoute): Promise<SessionEndKind | null> => {
  const { db, now, request } = doorOf(route)
  return findEnd(db, readSessionToken(sessionTokenOf(route.http.header('cookie'))), {
    now,
    requestId: request.requestId,
  })
}

/** Nobody but us can make it, and we make it for nobody else: not for the next person here, nor for this one once all sessions were ended. */
async function deviceKeyOf({ keys }: Door, tx: Transaction, caller: Caller, personId: string): Promise<string> {
  const { organizationId, accountId } = caller
  const [since] = await tx.run<{ account: string; member: string | null }>(SESSIONS_SINCE, [
    organizationId,
    accountId,
    caller.staffMember?.id ?? null,
  ])
  const whose = [organizationId, accountId, personId, since?.account, since?.member].join('/')
  return keys.digest('device-store', whose).toString('base64url')
}

const SESSIONS_SINCE = sqlText`
  select extract(epoch from a.sessions_from)::text as account, extract(epoch from m.sessions_from)::text as member
    from auth.account a left join staff_member m on m.organization_id = $1 and m.id = $3::uuid where a.id = $2`

/** The row stands in the person's own name. */
const tellEnded = (tx: Transaction, route: IdentityRoute, caller: Caller, sessionId: string, reason: SessionEnd) =>
  journal(
    { ...tx, context: contextFor(caller, doorOf(route).request) },
    {
      event: 'session.ended',
      action: 'E',
      resourceKind: 'session',
      resourceId: sessionId,
      patientIds: [caller.person?.patientId ?? null],
      detail: { reason },
    },
    route.now(),
  )

/** The answer of a way in: what comes next, and the cookie. With it goes the last chance to hear how the one before ended. */
async function entered(
  route: IdentityRoute,
  result: Result<{ step: Step; session: OpenedSession | null }, Refusal>,
): Promise<{ step: Step }> {
  const { step, session: opened } = valueOf(result, route.context.requestId)
  const before = opened && !route.caller ? await endOf(route) : null
  if (before === 'ended') route.http.setHeader('clear-site-data', '"storage"')
  keep(route, opened)
  return { step }
}

function callerOf({ caller, context }: IdentityRoute): Caller {
  if (!caller) throw refusalError('NOT_SIGNED_IN', context.requestId)
  return caller
}

/** Somebody who gave a password and nothing else yet. */
function halfOf(route: IdentityRoute): Caller {
  const caller = callerOf(route)
  if (caller.level !== 'half') throw refusalError('STATE_NOT_ALLOWED', route.context.requestId)
  return caller
}

const idleMinutes = (caller: Caller): number =>
  (caller.staffMember ? SESSION_LIMITS.staff : SESSION_LIMITS.patient).idleMin

const sessionProcedures = on.session.router({
  get: on.session.get.handler(async ({ context: route }) => {
    const { caller } = route
    if (!caller) {
      const ended = await endOf(route)
      // A cookie that opens nothing any more: whoever comes back to this page finds nothing of the one before.
      if (sessionTokenOf(route.http.header('cookie')) !== null) leaveNothing(route, ended)
      return {
        level: 'none' as const,
        person: null,
        organization: null,
        patients: [],
        step: null,
        now: route.now().toISOString(),
        idleEndsAt: null,
        endsAt: null,
        stepUpUntil: null,
        ended,
        deviceKey: null,
        feed: null,
      }
    }
    const feed = caller.level === 'full' ? await route.hub.place(caller.organizationId) : null
    const door = doorOf(route)
    return inOrganization(door, caller.organizationId, async (tx) => {
      const [organization] = await tx.run<OrganizationRow>(ORGANIZATION, [caller.organizationId])
      const account = caller.level === 'half' ? await findAccount(tx, caller.accountId) : undefined
      const self = caller.person?.patientId
      const personId = caller.staffMember?.id ?? self ?? caller.person?.relatedPersonId ?? caller.sessionId
      return {
        level: caller.level,
        person:
          caller.level === 'full'
            ? {
                kind: caller.staffMember
                  ? ('staff' as const)
                  : caller.role === 'patient'
                    ? ('patient' as const)
                    : ('related-person' as const),
                id: personId,
                name: caller.displayName,
                role: caller.role,
                duties: [...caller.duties],
                languages: [...caller.languages],
                email: caller.staffMember?.email ?? null,
              }
            : null,
        organization: organization ?? null,
        patients:
          caller.level === 'full' && caller.person
            ? [
                ...(self ? [{ id: self, name: caller.displayName, isSelf: true }] : []),
                ...caller.person.proxies
                  .filter(({ scope }) => scope.includes('messages'))
                  .map(({ patientId, name }) => ({ id: patientId, name, isSelf: false })),
              ]
            : [],
        step: account ? stepAfter(account, 'half') : null,
        now: door.now.toISOString(),
        idleEndsAt: caller.idleEndsAt.toISOString(),
        endsAt: caller.endsAt.toISOString(),
        stepUpUntil: caller.stepUpUntil?.toISOString() ?? null,
        ended: null,
        deviceKey: caller.level === 'full' ? await deviceKeyOf(door, tx, caller, personId) : null,
        feed,
      }
    })
  }),

  extend: on.session.extend.handler(({ context: route }) => {
    const caller = callerOf(route)
    return {
      now: route.now().toISOString(),
      idleEndsAt: caller.idleEndsAt.toISOString(),
      endsAt: caller.endsAt.toISOString(),
    }
  }),

  signOut: on.session.signOut.handler(async ({ input, context: route }) => {
    const { caller } = route
    const door = doorOf(route)
    const reason = input?.isTimedOut ? 'timed-out' : 'signed-out'
    if (caller)
      await inOrganization(door, caller.organizationId, async (tx) => {
        if (await endSession(tx, caller.sessionId, caller.accountId, door.now, reason))
          await tellEnded(tx, route, caller, caller.sessionId, reason)
      })
    const ended = await endOf(route)
    // Whose cookie is gone has heard the end already.
    const isHeard = input?.isTimedOut && sessionTokenOf(route.http.header('cookie')) === null
    leaveNothing(route, isHeard ? 'timed-out' : input?.isTimedOut ? ended : 'ended')
    return { ended }
  }),

  signOutEverywhere: on.session.signOutEverywhere.handler(async ({ context: route }) => {
    const caller = callerOf(route)
    const door = doorOf(route)
    const ended = await inOrganization(door, caller.organizationId, async (tx) => {
      const count = await endSessionsOf(tx, caller.accountId, door.now, 'signed-out-everywhere')
      await tellEnded(tx, route, caller, caller.sessionId, 'signed-out-everywhere')
      return count
    })
    leaveNothing(route, 'ended')
    return { ended: ended ?? 0 }
  }),

  devices: on.session.devices.handler(async ({ context: route }) => {
    const caller = callerOf(route)
    const door = doorOf(route)
    const rows = await inOrganization(door, caller.organizationId, (tx) =>
      sessionsOf(tx, caller.accountId, door.now, idleMinutes(caller)),
    )
    return rows.map((row) => ({
      sessionId: row.id,
      isThisOne: row.id === caller.sessionId,
      browser: row.browser,
      system: row.system,
      signedInAt: row.signed_in_at.toISOString(),
      lastActiveAt: row.active_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
    }))
  }),

  endDevice: on.session.endDevice.handler(async ({ input, context: route }) => {
    const caller = callerOf(route)
    const door = doorOf(route)
    const isEnded = await inOrganization(door, caller.organizationId, async (tx) => {
      if (!(await endSession(tx, input.sessionId, caller.accountId, door.now, 'signed-out'))) return false
      await tellEnded(tx, route, caller, input.sessionId, 'signed-out')
      return true
    })
    if (!isEnded) throw refusalError('NOT_FOUND', route.context.requestId)
    return {}
  }),
})

type OrganizationRow = {
  id: string
  name: string
  slug: string
  country: string
  languages: string[]
  isDemonstration: boolean
}
const ORGANIZATION = sqlText`
  select organization_id as id, name, slug, country, languages, is_demonstration as "isDemonstration" from organization where organization_id = $1`

const signInProcedures = on.signIn.router({
  door: on.signIn.door.handler(async ({ input, context: route }) => {
    const door = doorOf(route)
    const found = await door.db.withoutOrganization((tx) => findDoor(tx, input.organization))
    const [row] = found
      ? await inOrganization(door, found.organizationId, (tx) =>
          tx.run<OrganizationRow>(ORGANIZATION, [found.organizationId]),
        )
      : []
    if (!row) throw refusalError('NOT_FOUND', route.context.requestId)
    const { id: _, ...shown } = row
    return shown
  }),
  password: on.signIn.password.handler(async ({ input, context: route }) =>
    entered(route, await signInWithPassword(doorOf(route), input)),
  ),
  totp: on.signIn.totp.handler(async ({ input, context: route }) =>
    entered(route, await finishWithTotp(doorOf(route), halfOf(route), input.code)),
  ),
  recoveryCode: on.signIn.recoveryCode.handler(async ({ input, context: route }) =>
    entered(route, await finishWithRecoveryCode(doorOf(route), halfOf(route), input.code)),
  ),
  requestReset: on.signIn.requestReset.handler(async ({ input, context: route }) => {
    const { minutes } = valueOf(await requestPasswordReset(doorOf(route), input), route.context.requestId)
    return { sent: true as const, minutes }
  }),
  reset: on.signIn.reset.handler(async ({ input, context: route }) =>
    entered(route, await resetPassword(doorOf(route), input)),
  ),
  requestCode: on.signIn.requestCode.handler(async ({ input, context: route }) => {
    const { minutes } = valueOf(await requestSignInCode(doorOf(route), input), route.context.requestId)
    return { sent: true as const, minutes }
  }),
  verifyCode: on.signIn.verifyCode.handler(async ({ input, context: route }) =>
    entered(route, await signInWithCode(doorOf(route), input)),
  ),
  passkeyChallenge: on.signIn.passkeyChallenge.handler(({ context: route }) => {
    const { db, site, now } = doorOf(route)
    return challengeToSignIn(db, site, now)
  }),
  passkey: on.signIn.passkey.handler(async ({ input, context: route }) =>
    entered(route, await signInWithPasskey(doorOf(route), route.caller, input)),
  ),
})

const stepUpProcedures = on.stepUp.router({
  ways: on.stepUp.ways.handler(({ context: route }) => stepUpWays(doorOf(route), callerOf(route))),
  requestCode: on.stepUp.requestCode.handler(async ({ input, context: route }) => {
    valueOf(await requestStepUpCode(doorOf(route), callerOf(route), input.contactPointId), route.context.requestId)
    return { minutes: 10 }
  }),
  passkeyChallenge: on.stepUp.passkeyChallenge.handler(({ context: route }) => {
    const { db, site, now } = doorOf(route)
    return challengeToStepUp(db, site, callerOf(route).accountId, now)
  }),
  confirm: on.stepUp.confirm.handler(async ({ input, context: route }) => {
    const opened = valueOf(await proveAgain(doorOf(route), callerOf(route), input), route.context.requestId)
    keep(route, opened)
    return { stepUpUntil: (opened.stepUpUntil ?? route.now()).toISOString() }
  }),
})

const factorProcedures = on.factor.router({
  list: on.factor.list.handler(async ({ context: route }) => {
    const caller = callerOf(route)
    const door = doorOf(route)
    return inOrganization(door, caller.organizationId, async (tx) => {
      const account = await findAccount(tx, caller.accountId)
      const [left] = await tx.run<{ count: number }>(
        `select count(*)::int as count from auth.recovery_code where account_id = $1 and used_at is null`,
        [caller.accountId],
      )
      const passkeys = await passkeysOf(tx, caller.accountId)
      return {
        hasPassword: account?.passwordHash != null,
        hasTotp: account?.hasTotp ?? false,
        recoveryCodesLeft: left?.count ?? 0,
        passkeys: passkeys.map(({ id, name, addedAt, lastUsedAt }) => ({
          id,
          name,
          addedAt: addedAt.toISOString(),
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
        })),
      }
    })
  }),
  beginTotp: on.factor.beginTotp.handler(async ({ context: route }) =>
    valueOf(await factors.beginTotp(doorOf(route), route.caller), route.context.requestId),
  ),
  confirmTotp: on.factor.confirmTotp.handler(async ({ input, context: route }) => {
    const {
      recoveryCodes,
      step,
      session: opened,
    } = valueOf(await factors.confirmTotp(doorOf(route), route.caller, input.code), route.context.requestId)
    keep(route, opened)
    return { recoveryCodes, step }
  }),
  renewRecoveryCodes: on.factor.renewRecoveryCodes.handler(async ({ context: route }) => {
    const { recoveryCodes, session: opened } = valueOf(
      await factors.renewRecoveryCodes(doorOf(route), callerOf(route)),
      route.context.requestId,
    )
    keep(route, opened)
    return { recoveryCodes }
  }),
  beginPasskey: on.factor.beginPasskey.handler(async ({ context: route }) =>
    valueOf(await factors.beginPasskey(doorOf(route), route.caller), route.context.requestId),
  ),
  addPasskey: on.factor.addPasskey.handler(async ({ input, context: route }) => {
    const {
      passkeyId,
      recoveryCodes,
      step,
      session: opened,
    } = valueOf(await factors.addPasskey(doorOf(route), route.caller, input), route.context.requestId)
    keep(route, opened)
    return { passkeyId, recoveryCodes, step }
  }),
  removePasskey: on.factor.removePasskey.handler(async ({ input, context: route }) => {
    keep(
      route,
      valueOf(await factors.removePasskey(doorOf(route), callerOf(route), input.passkeyId), route.context.requestId),
    )
    return {}
  }),
  removeOf: on.factor.removeOf.handler(async ({ input, context: route }) => {
    valueOf(await factors.removeFactorsOf(doorOf(route), callerOf(route), input.staffId), route.context.requestId)
    return {}
  }),
  changePassword: on.factor.changePassword.handler(async ({ input, context: route }) => {
    keep(route, valueOf(await factors.changePassword(doorOf(route), callerOf(route), input), route.context.requestId))
    return {}
  }),
})

const invitationProcedures = on.invitation.router({
  look: on.invitation.look.handler(async ({ input, context: route }) => {
    const found = valueOf(await lookAtInvitation(doorOf(route), input.token), route.context.requestId)
    return { ...found, endsAt: found.endsAt.toISOString() }
  }),
  accept: on.invitation.accept.handler(async ({ input, context: route }) =>
    entered(route, await acceptStaffInvitation(doorOf(route), input)),
  ),
})

const setupProcedures = on.setup.router({
  look: on.setup.look.handler(async ({ input, context: route }) => {
    const { endsAt } = valueOf(await lookAtSetupLink(doorOf(route), input.token), route.context.requestId)
    return { endsAt: endsAt.toISOString() }
  }),
  create: on.setup.create.handler(async ({ input, context: route }) =>
    entered(route, await setUpOrganization(doorOf(route), input)),
  ),
})

export const sessionRoutes = {
  session: sessionProcedures,
  signIn: signInProcedures,
  stepUp: stepUpProcedures,
  factor: factorProcedures,
  invitation: invitationProcedures,
  setup: setupProcedures,
}

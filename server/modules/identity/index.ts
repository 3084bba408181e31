/** The door of the identity module: who calls, how people sign in, how sure we are who writes. */
export { contextFor, resolveCaller, type Caller } from './caller.ts'
export { sessionTokenOf } from './cookie.ts'
export { identityLevelOf } from './level.ts'
export { sessionRoutes } from './session-routes.ts'
export { createStaffSignIn, makeSetupLink } from './set-up.ts'
export { sendSignInCode } from './sign-in-patient.ts'
export { totpCode, totpStep } from './totp.ts'
export { checkVisitorCode, requestVisitorCode } from './visitor-code.ts'

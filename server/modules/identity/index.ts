/** The door of the identity module: who calls, how people sign in, how sure we are who writes. */
export {
  callerOf,
  callerThen,
  contextFor,
  readSessionToken,
  resolveCaller,
  type Caller,
  type SessionToken,
} from './caller.ts'
export { sessionTokenOf } from './cookie.ts'
export { confirmByCall, identityOfCalls, type CallIdentity } from './check-by-call.ts'
export { forgetOldSignIns } from './forget-old.ts'
export { checksOfArrival, CHAT_IDLE_MIN, CHAT_MAX_MIN, isSure } from './level-rules.ts'
export { identityLevelFor, identityLevelSql, VISITOR_OF_CHAT } from './level.ts'
export { identityRoutes } from './panel-routes.ts'
export { hashPassword } from './password.ts'
export { sendPasswordReset } from './password-reset.ts'
export { openSession } from './session.ts'
export { sessionRoutes } from './session-routes.ts'
export { createStaffSignIn, makeSetupLink } from './set-up.ts'
export { sendSignInCode } from './sign-in-patient.ts'
export { totpCode, totpSecondsLeft, totpStep } from './totp.ts'
export { verifyAtDesk, type DeskCheck } from './verify-at-desk.ts'
export { provesByCall } from './verify-person.ts'
export {
  checkVisitorCode,
  keepVerified,
  levelOfVisitor,
  matchConversation,
  requestVisitorCode,
  sendVisitorCode,
  verifyConversation,
} from './visitor-code.ts'

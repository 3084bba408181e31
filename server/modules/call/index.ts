/** The call module's door: every attempt to call, voicemails, who is to be called back, and calls to whoever is on call. */
export { acceptByTelephone, beginAlertCall, ringOnCall, settleAlertCall } from './alert-call.ts'
export { ACCEPTS, type AlertCallEnd } from './alert-call-rules.ts'
export { lockAlertCall, noteAlertCarrierId, noteAnswered, ownerOf, type AlertCall } from './alert-call-store.ts'
export { requestCallBack } from './call-back.ts'
export { openCallBacks } from './call-back-store.ts'
export { endDial, type DialEnd } from './dial-call-back.ts'
export { lockDial, noteCarrierId, type Dial } from './dial-store.ts'
export { bookOwnCallBack, offerOwn, type Asking } from './my-call-back.ts'
export { myCallBackRoutes } from './my-call-back-routes.ts'
export { deskCallRoutes, type Redirect } from './desk-call-routes.ts'
export { callBackRoutes } from './routes.ts'
export { isOver, isStillAsked, stateAt, stateAtHangUp } from './rules.ts'
export {
  addCallEvent,
  keepVoicemail,
  lineNow,
  lockCall,
  lockCallById,
  lockVoicemail,
  ANONYMOUS,
  saveCall,
  voicemailNotHad,
  voicemailTaken,
  voicemailWordsTaken,
  type Call,
  type CallEventKind,
  type Voicemail,
} from './store.ts'

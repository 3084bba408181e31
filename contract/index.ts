/** The whole contract: one description for the server, the screens and the OpenAPI page. */
import { appointment, myAppointment } from './appointment.ts'
import { bulkChange } from './bulk-change.ts'
import { callBack } from './call-back.ts'
import { consent, consentText, myConsent } from './consent.ts'
import { alert, conversation } from './conversation.ts'
import { myConversation } from './my-conversation.ts'
import { widget } from './widget.ts'
import { desk } from './desk.ts'
import { deskCall } from './desk-call.ts'
import { eventSource } from './event-source.ts'
import { frontDesk, frontDeskDevice } from './front-desk.ts'
import { board } from './board.ts'
import { handOver } from './hand-over.ts'
import { sendingRules } from './sending-rules.ts'
import { identity } from './identity.ts'
import { myAccess } from './journal.ts'
import { assistant, myAnswer } from './assistant.ts'
import { correction } from './correction.ts'
import { article, unansweredQuestion } from './knowledge.ts'
import { llm } from './llm.ts'
import { macro } from './macro.ts'
import { mailWebhook } from './mail-webhook.ts'
import { openingHours } from './opening-hours.ts'
import { myCallBack } from './my-call-back.ts'
import { oversight } from './oversight.ts'
import { organization } from './organization.ts'
import { protocol } from './protocol.ts'
import { queue } from './queue.ts'
import { myProfile, patient } from './patient.ts'
import { reopening } from './reopening.ts'
import { rule } from './rule.ts'
import { savedView } from './saved-view.ts'
import { report } from './report.ts'
import { factor, invitation, session, setup, signIn, stepUp } from './session.ts'
import { servicePolicy } from './service-policy.ts'
import { smsNumber } from './sms-number.ts'
import { staff } from './staff.ts'
import { translation } from './translation.ts'
import { understanding } from './understanding.ts'
import { myVisitRoom, visitRoom } from './visit-room.ts'
import { voiceLine } from './voice-line.ts'
import { workload } from './workload.ts'

export const contract = {
  session,
  signIn,
  stepUp,
  factor,
  invitation,
  setup,
  organization,
  queue,
  openingHours,
  servicePolicy,
  mailWebhook,
  smsNumber,
  voiceLine,
  deskCall,
  callBack,
  myCallBack,
  myAnswer,
  correction,
  staff,
  patient,
  myProfile,
  appointment,
  myAppointment,
  visitRoom,
  myVisitRoom,
  consent,
  myConsent,
  myAccess,
  identity,
  conversation,
  alert,
  myConversation,
  widget,
  desk,
  understanding,
  oversight,
  protocol,
  workload,
  frontDesk,
  frontDeskDevice,
  bulkChange,
  assistant,
  llm,
  translation,
  macro,
  article,
  unansweredQuestion,
  rule,
  board,
  report,
  handOver,
  sendingRules,
  reopening,
  eventSource,
  consentText,
  savedView,
}
export type Contract = typeof contract

/** The whole contract: one description for the server, the screens and the OpenAPI page. */
import { callBack } from './call-back.ts'
import { consent, myConsent } from './consent.ts'
import { alert, conversation, myConversation, widget } from './conversation.ts'
import { desk } from './desk.ts'
import { identity } from './identity.ts'
import { myAccess } from './journal.ts'
import { mailWebhook } from './mail-webhook.ts'
import { openingHours } from './opening-hours.ts'
import { organization } from './organization.ts'
import { myProfile, patient } from './patient.ts'
import { factor, invitation, session, setup, signIn, stepUp } from './session.ts'
import { smsNumber } from './sms-number.ts'
import { staff } from './staff.ts'
import { understanding } from './understanding.ts'
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
  openingHours,
  mailWebhook,
  smsNumber,
  voiceLine,
  callBack,
  staff,
  patient,
  myProfile,
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
  workload,
}
export type Contract = typeof contract

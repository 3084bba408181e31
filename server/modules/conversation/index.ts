/** The conversation module's door. */
export { applyChange, factsForChange, giveBack, targetOf, type Undo } from './apply-change.ts'
export { acceptAlert, alertState, climbLadder } from './alert.ts'
export { tellOnCall, whoIsOnCall, type OnCallDeps } from './tell-on-call.ts'
export { alertUnanswered, alertUnread } from './alert-unanswered.ts'
export { noteAnsweredCall, noteCall } from './note-call.ts'
export { offerByText } from './offer-by-text.ts'
export { sendingLineFirst } from './sending-line.ts'
export { clocksOfNumber } from './clocks-of-number.ts'
export { quietUntil } from './quiet-hours.ts'
export { remindOfVisits } from './remind-of-visits.ts'
export { takeReportedEvent } from './reported-event.ts'
export { reopeningRoutes } from './reopening.ts'
export { redecideWaiting } from './redecide-waiting.ts'
export { loadRules } from './sending-rules.ts'
export { sendingRulesRoutes } from './sending-rules-routes.ts'
export { keepDue } from './due.ts'
export { recountClocks } from './recount-clocks.ts'
export { sweepClocks, tellClocks, watchClocks } from './clock-alarm.ts'
export { findServable, htmlOf, insertUpload, isLockedNow, picturesOf, rawOf } from './attachments.ts'
export { keepMailPicture, MAIL_PICTURES_MAX_BYTES, mailPicturesOf, type MailPicture } from './mail-pictures.ts'
export { assign, holdOut, isReader, moveToQueue, setUrgency, wakeSnoozed } from './change-conversation.ts'
export { continueUnread } from './continuity.ts'
export { deliver, releaseHeld, type Carriers, type Handover, type HandoverReport } from './deliver.ts'
export { emptyRetiredQueues } from './empty-retired-queues.ts'
export { fileStaffMail } from './file-staff-mail.ts'
export { forgetOldDrafts } from './forget-old-drafts.ts'
export { forgetUnusedFiles } from './forget-unused-files.ts'
export { insertAutomaticMessage, storeAutomaticMessage } from './insert-automatic-message.ts'
export { foresee, type Change, type ChangeFacts, type Foreseen } from './foresee-change.ts'
export { sendHeldSafetyText } from './hold-safety-text.ts'
export type { InboundAttachment, InboundMessage } from './inbound-message.ts'
export { corridorContext, myConversationRoutes, personOf } from './patient-routes.ts'
export { handOverRoutes } from './hand-over-routes.ts'
export { serviceTerms } from './due.ts'
export { historiesOf, type History, type HistoryFacts } from './histories.ts'
export { giveUpClosed, leftToNobody, lockLabelled } from './leave-behind.ts'
export { listBehind } from './list-behind.ts'
export { countMatching } from './count-matching.ts'
export { viewCondition } from './view-condition.ts'
export {
  canAcceptAlert,
  canOpen,
  canSeeConversation,
  STAFF_MAY_OPEN,
  type ConversationFacts,
  type ToldFacts,
} from './policy.ts'
export { tellNobodyReads } from './nobody-reads.ts'
export { noteReceipt, type Receipt } from './note-receipt.ts'
export { readOwn } from './own-messages.ts'
export { placeInLine } from './place-in-line.ts'
export { raiseUrgency } from './raise-urgency.ts'
export { PARTY_NAMES, saidLately, wordsOfMessage, type HeardMessage, type SaidLately } from './said-lately.ts'
export { answersUnderReview, readByStaff } from './patient-store.ts'
export { isRedFlag, receiveMessage } from './receive-message.ts'
export { factsOf, markDeliveriesSeen, markSeen } from './read-store.ts'
export { alertRoutes, conversationRoutes } from './routes.ts'
export { chooseQueue } from './rules.ts'
export { sendAgainWhatWaits } from './send-again-what-waits.ts'
export { factsOfAnswer, replyWays } from './send-store.ts'
export { sendMessage, type NewAnswer } from './send-message.ts'
export { writeRuleNote } from './act-by-rule.ts'
export { ruleDoors } from './rule-doors.ts'
export { decideTextAt, sendRuleText } from './rule-reply.ts'
export { scanLater, scanWaiting, type ScanDeps } from './scan-waiting.ts'
export { goesOnByNumber } from './goes-on-by-number.ts'
export { loadRouting, lockConversation, type LockedConversation } from './store.ts'
export { endWalkIn, matterOfWalkIn, reopenWalkIn, standsIn, takeWalkIn } from './walk-in.ts'
export { decideTestText } from './decide-test-text.ts'
export { filesOfMail, pictureOfDelivery } from './answer-files.ts'
export {
  continuityText,
  continuityTextMessage,
  linkMailText,
  linkTextMessage,
  mailSubject,
  testTextMessage,
} from './texts.ts'

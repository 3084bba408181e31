/** The list of modules: every procedure of the contract with what answers it. */
import { implement, type Router } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { writtenIn } from '#engines/language/written-in.ts'
import { offerPlain } from '#engines/plain-words/offer-plain.ts'
import { understand } from '#engines/understanding/understand.ts'
import { mailWebhookRoutes } from '#server/channels/email/routes.ts'
import { eventSourceRoutes } from '#server/channels/events/routes.ts'
import { smsNumberRoutes } from '#server/channels/sms/routes.ts'
import { llmRoutes } from '#server/connections/llm/routes.ts'
import type { Llm } from '#server/connections/llm/open-llm.ts'
import type { Translator } from '#server/connections/translation/open-translator.ts'
import { translationRoutes } from '#server/connections/translation/routes.ts'
import { redirectAsked } from '#server/channels/voice/redirect-asked.ts'
import { voiceLineRoutes } from '#server/channels/voice/routes.ts'
import { widgetRoutes } from '#server/channels/widget/routes.ts'
import { appointmentRoutes, myAppointmentRoutes } from '#server/modules/appointment/index.ts'
import { bulkChangeRoutes } from '#server/modules/bulk-change/index.ts'
import { correctionRoutes } from '#server/modules/correction/index.ts'
import { callBackRoutes, deskCallRoutes, myCallBackRoutes } from '#server/modules/call/index.ts'
import { consentRoutes, consentTextRoutes, myConsentRoutes } from '#server/modules/consent/index.ts'
import {
  alertRoutes,
  conversationRoutes,
  giveUpClosed,
  handOverRoutes,
  leftToNobody,
  lockLabelled,
  sendingRulesRoutes,
  myConversationRoutes,
  redecideWaiting,
  reopeningRoutes,
} from '#server/modules/conversation/index.ts'
import { deskRoutes, type DeskDeps } from '#server/modules/desk/index.ts'
import { frontDeskDeviceRoutes, frontDeskRoutes } from '#server/modules/front-desk/index.ts'
import { identityLevelFor, identityRoutes, sessionRoutes } from '#server/modules/identity/index.ts'
import { myAccessRoutes } from '#server/modules/journal/index.ts'
import { organizationRoutes } from '#server/modules/organization/index.ts'
import { openingHoursRoutes, servicePolicyRoutes } from '#server/modules/service-policy/index.ts'
import { assistantRoutes, myAnswerRoutes, oversightRoutes } from '#server/modules/assistant/index.ts'
import { articleRoutes, unansweredQuestionRoutes } from '#server/modules/knowledge/index.ts'
import { macroRoutes } from '#server/modules/macro/index.ts'
import { myProfileRoutes, patientRoutes } from '#server/modules/patient/index.ts'
import { isProtocolSigned, protocolRoutes } from '#server/modules/protocol/index.ts'
import { queueRoutes } from '#server/modules/queue/index.ts'
import { ruleRoutes } from '#server/modules/rule/index.ts'
import { savedViewRoutes } from '#server/modules/saved-view/index.ts'
import { boardRoutes, reportRoutes } from '#server/modules/report/index.ts'
import { staffRoutes } from '#server/modules/staff/index.ts'
import { visitRoomRoutes } from '#server/modules/visit-room/index.ts'
import { workloadRoutes } from '#server/modules/workload/index.ts'
import { NO_ICE, type IceConfig } from '#server/platform/config.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import type { RouteContext } from '#server/platform/route-context.ts'
import { assertProceduresDescribed, proceduresOf } from './described-routes.ts'

export function buildRouter(
  deskDeps: DeskDeps,
  outbound: OutboundRules = { local: [] },
  {
    llm = null,
    translator = null,
    ice = NO_ICE,
  }: { llm?: Llm | null; translator?: Translator | null; ice?: IceConfig } = {},
) {
  const router = {
    ...sessionRoutes,
    organization: organizationRoutes,
    queue: queueRoutes,
    openingHours: openingHoursRoutes,
    servicePolicy: servicePolicyRoutes,
    mailWebhook: mailWebhookRoutes,
    smsNumber: smsNumberRoutes({ outbound }),
    voiceLine: voiceLineRoutes,
    deskCall: deskCallRoutes({ redirect: redirectAsked(outbound) }),
    callBack: callBackRoutes,
    myCallBack: myCallBackRoutes,
    myAnswer: myAnswerRoutes,
    correction: correctionRoutes,
    staff: staffRoutes({ giveUpClosed, leftToNobody, lockLabelled }),
    identity: identityRoutes,
    patient: patientRoutes({ levelFor: identityLevelFor, redecide: redecideWaiting }),
    myProfile: myProfileRoutes({ redecide: redecideWaiting }),
    appointment: appointmentRoutes,
    myAppointment: myAppointmentRoutes,
    ...visitRoomRoutes(ice),
    consent: consentRoutes({ redecide: redecideWaiting }),
    myConsent: myConsentRoutes({ redecide: redecideWaiting }),
    myAccess: myAccessRoutes,
    conversation: conversationRoutes,
    alert: alertRoutes,
    myConversation: myConversationRoutes,
    widget: widgetRoutes(),
    desk: deskRoutes(deskDeps),
    understanding: understandingRoutes,
    protocol: protocolRoutes,
    workload: workloadRoutes,
    frontDesk: frontDeskRoutes,
    frontDeskDevice: frontDeskDeviceRoutes,
    bulkChange: bulkChangeRoutes,
    assistant: assistantRoutes,
    llm: llmRoutes(llm),
    translation: translationRoutes(translator),
    oversight: oversightRoutes,
    macro: macroRoutes,
    article: articleRoutes,
    unansweredQuestion: unansweredQuestionRoutes,
    rule: ruleRoutes(outbound),
    board: boardRoutes,
    report: reportRoutes,
    handOver: handOverRoutes,
    sendingRules: sendingRulesRoutes,
    reopening: reopeningRoutes,
    eventSource: eventSourceRoutes,
    consentText: consentTextRoutes,
    savedView: savedViewRoutes(),
  }
  assertProceduresDescribed()
  assertAnswered(contract, router)
  return router
}

export type AppRouter = Router<typeof contract, never> | ReturnType<typeof buildRouter>

const on = implement(contract.understanding).$context<RouteContext>()
const understandingRoutes = on.router({
  understand: on.understand.handler(async ({ input, context: route }) => {
    const signed = await route.db.transaction(route.context, isProtocolSigned)
    return understand(input, { signed }) as unknown as Record<string, unknown>
  }),
  plainWords: on.plainWords.handler(({ input }) => {
    const language = writtenIn(input.text, input.language)
    const { score: _, ...help } = offerPlain(input.text, language)
    return { language, ...help }
  }),
})

/** A procedure that is described and that nothing answers would be a promise in the OpenAPI page and a 404 at the door: no start. */
export function assertAnswered(described: object, router: object): void {
  const answered = new Set([...proceduresOf(router)].map(([name]) => name))
  const open = [...proceduresOf(described)].map(([name]) => name).filter((name) => !answered.has(name))
  if (open.length > 0) throw new Error(`nothing answers ${open.join(', ')}`)
}

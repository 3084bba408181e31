/** The rule module's door. */
export { noteCause, type CauseDeps, type Chain } from './cause.ts'
export type {
  ActDeps,
  ConversationDoors,
  MacroDoors,
  Outcome,
  PastConversation,
  PastPlace,
  ReplyDecision,
  Target,
} from './doors.ts'
export { ruleRoutes } from './routes.ts'
export { runRules } from './run-rules.ts'
export { simulateRule } from './simulate-rule.ts'
export { forgetOldRules, silenceTeller } from './tell-silences.ts'
export { callWebhook } from './tell-webhook.ts'

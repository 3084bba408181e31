/** What rules use of conversations, as the rule module asks for it: this module tells rules of its events, so rules do not import it. */
import type { ConversationDoors } from '#server/modules/rule/index.ts'
import { actByRule } from './act-by-rule.ts'
import { factsAt, factsOf, silentSince } from './rule-facts.ts'
import { countPast, pastOf } from './rule-past.ts'
import { decideReplyAt } from './rule-reply.ts'

export const ruleDoors: ConversationDoors = {
  factsOf,
  act: actByRule,
  silentSince,
  pastOf,
  countPast,
  factsAt,
  decideReplyAt,
}

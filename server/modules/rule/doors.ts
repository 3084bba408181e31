/** What rules use of conversations and of macros. Those modules give it (rule-doors.ts, apply-by-rule.ts), since they know rules themselves. */
import type { Action, ActionKind, Facts } from '#engines/rules/rule.ts'
import type { Beginning, Past } from '#engines/rules/replay.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Hub } from '#server/platform/realtime.ts'
import type { Chain } from './cause.ts'

export type Outcome = {
  kind: ActionKind
  outcome: 'done' | 'nothing' | 'refused' | 'held' | 'would'
  reason: string | null
  language: string | null
}

export type ActDeps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date; chain: Chain }

export type PastConversation = { id: string; lastMessageAt: Date; beginning: Beginning; past: Past[] }

/** Where a text would have gone, and what the gate would have said. */
export type ReplyDecision = { outcome: Outcome; address: string | null }

/** A moment of the past in which a rule would have acted. */
export type PastPlace = {
  conversationId: string
  at: Date
  /** When the person last wrote before it. */
  wroteAt: Date | null
  isAutomatic: boolean
  /** Moments of earlier texts of the simulation, by the address or the conversation they went to. */
  sent: ReadonlyMap<string, readonly Date[]>
}
export type Target = { conversationId: string; isAutomatic: boolean; name: string }
type MacroAction = Action & { kind: 'macro' }

/** What rules use of macros; the macro module gives it. */
export type MacroDoors = {
  applyMacro(deps: ActDeps, target: Target, action: MacroAction): Promise<Outcome>
  /** `facts`: of that moment. `now`: a text that has ended by then is refused, as it would be. */
  foreseeMacroAt(
    tx: Transaction,
    past: PastPlace & { action: MacroAction; facts: Facts; now: Date },
  ): Promise<ReplyDecision>
}

export type RuleDoors = ConversationDoors & MacroDoors

export type ConversationDoors = {
  /** The conversation is locked; undefined where nothing is done any more (closed, merged). */
  factsOf(
    tx: Transaction,
    cause: { conversationId: string; messageId: string | null },
    now: Date,
  ): Promise<{ facts: Facts; patientId: string | null } | undefined>
  act(deps: ActDeps, target: Target, action: Exclude<Action, { kind: 'webhook' | 'macro' }>): Promise<Outcome>
  /** Open or waiting conversations in which nothing was said since a moment up to `until`, oldest first, after the one named. */
  silentSince(
    tx: Transaction,
    page: { after: { saidAt: Date; id: string }; until: Date; limit: number },
  ): Promise<{ id: string; saidAt: Date }[]>

  /** Conversations with a word since `from`, newest first, after the one named. */
  pastOf(
    tx: Transaction,
    page: { from: Date; textFrom: Date; after: { lastMessageAt: Date; id: string } | undefined; limit: number },
  ): Promise<{ items: PastConversation[]; isCut: boolean }>
  countPast(tx: Transaction, from: Date): Promise<number>
  /** What the replay cannot know: opening hours and how sure it was who wrote. In the order of the moments. */
  factsAt(
    tx: Transaction,
    moments: readonly { conversationId: string; siteId: string | null; at: Date }[],
  ): Promise<{ isOpen: boolean; identityLevel: string }[]>
  decideReplyAt(
    tx: Transaction,
    reply: PastPlace & { action: Action & { kind: 'reply' }; language: string },
  ): Promise<ReplyDecision>
}

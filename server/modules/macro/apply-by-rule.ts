/**
 * A rule applies a macro: what a person would be shown before it is asked of it too, and then all of it is done or nothing (desk-D19, D68,
 * decision 0134). Nobody reads its text before it leaves, so the gate decides it as a person's answer, now or not at all.
 */
import { isExpired } from '#engines/macro/macro.ts'
import { variablesIn } from '#engines/macro/variables.ts'
import type { IdentityLevel } from '#contract/role.ts'
import {
  applyChange,
  decideTextAt,
  lockConversation,
  sendRuleText,
  writeRuleNote,
  type ChangeFacts,
} from '#server/modules/conversation/index.ts'
import type { ActDeps, MacroDoors, Outcome } from '#server/modules/rule/index.ts'
import { journal } from '#server/platform/journal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { changeOf, foreseeMacro, type ForeseenMacro, type ForeseenStep, type Then } from './preview-macro.ts'
import * as store from './store.ts'

type Action = { macroId: string; macroVersion: number }
type Text = { text: string; language: string; contentClass: 'health' }
/** `changes`: there is something to do. */
type Judged = { refused: Outcome } | { refused: null; foreseen: ForeseenMacro; text: Text | null; changes: boolean }

export const macroDoors: MacroDoors = {
  async applyMacro(deps, target, action) {
    const { tx, now } = deps
    const judged = await judge(tx, action, { conversationId: target.conversationId, now })
    if (judged.refused) return judged.refused
    const { foreseen, text, changes } = judged
    const language = text?.language ?? null
    if (!changes) return { kind: 'macro', outcome: 'nothing', reason: null, language }
    if (text) {
      const sent = await sendRuleText(deps, target, text)
      if (sent.outcome !== 'done') return { kind: 'macro', ...sent }
    }
    await takeSteps(deps, target.conversationId, foreseen.steps)
    await tellJournal(deps, target.conversationId, action, foreseen)
    return { kind: 'macro', outcome: 'done', reason: null, language }
  },

  async foreseeMacroAt(tx, { action, facts, now, ...past }) {
    const then: Then = {
      state: facts.state as ChangeFacts['state'],
      queueId: facts.queueId,
      tags: facts.tags,
      assignment: facts.isAssigned ? 'assigned' : 'unassigned',
      // What is open today was perhaps not open then.
      openAlerts: [],
      unknownDeliveries: [],
      level: facts.identityLevel as IdentityLevel,
    }
    const judged = await judge(tx, action, { conversationId: past.conversationId, now, then })
    if (judged.refused) return { outcome: judged.refused, address: null }
    const { text, changes } = judged
    if (!text) {
      const outcome = changes ? 'would' : 'nothing'
      return { outcome: { kind: 'macro', outcome, reason: null, language: null }, address: null }
    }
    const { outcome, address } = await decideTextAt(tx, past, text)
    return { outcome: { kind: 'macro', ...outcome }, address }
  },
}

const refused = (reason: string, language: string | null = null): Outcome => ({
  kind: 'macro',
  outcome: 'refused',
  reason,
  language,
})

/** The first thing that stands against it, in the words of the refusals; else what it would do. */
async function judge(
  tx: Transaction,
  { macroId, macroVersion }: Action,
  at: { conversationId: string; now: Date; then?: Then },
): Promise<Judged> {
  const macro = await store.findInUse(tx, macroId, macroVersion)
  if (!macro) return { refused: refused('MACRO_RETIRED') }
  if (isExpired(macro, at.now.toISOString().slice(0, 10))) return { refused: refused('TEXT_EXPIRED') }
  const result = await foreseeMacro(tx, macro, { ...at, staffId: null })
  // Expired it is not: no variant of it is reviewed.
  if (!result.ok) return { refused: refused('NO_TEXT') }
  const foreseen = result.value
  const words = [foreseen.text?.text, foreseen.text?.interpreterOffer].filter(Boolean).join('\n\n')
  const text = foreseen.text && { text: words, language: foreseen.text.language, contentClass: 'health' as const }
  if (text && variablesIn(text.text).known.length > 0) return { refused: refused('VARIABLE_MISSING', text.language) }
  const step = foreseen.steps.find(({ outcome }) => outcome === 'refused')
  if (step?.outcome === 'refused') return { refused: refused(step.refusal, text?.language ?? null) }
  const isTaken = at.then ? at.then.assignment === 'assigned' : await isAssigned(tx, at.conversationId)
  if (isTaken && foreseen.steps.some(overrides)) return { refused: refused('TAKEN', text?.language ?? null) }
  const changes = text !== null || foreseen.steps.some(({ outcome }) => outcome === 'changes')
  return { refused: null, foreseen, text, changes }
}

/** What a person chose stands: who has a conversation keeps it, where it is (desk-D32). */
const overrides = ({ step, outcome }: ForeseenStep): boolean =>
  outcome === 'changes' && (step.do === 'queue' || step.do === 'assign')

const isAssigned = async (tx: Transaction, conversationId: string): Promise<boolean> =>
  (await lockConversation(tx, conversationId))?.assignment === 'assigned'

/** The conversation is locked since it was looked at: what was foreseen is so. */
async function takeSteps(deps: ActDeps, conversationId: string, steps: readonly ForeseenStep[]): Promise<void> {
  for (const { step, outcome, note } of steps) {
    if (outcome !== 'changes' || step.do === 'text') continue
    const conversation = await lockConversation(deps.tx, conversationId)
    if (!conversation) throw new Error('the conversation went away while it was locked')
    if (step.do === 'note') {
      await writeRuleNote(deps, conversation, { text: note ?? step.text, readers: step.readers })
      continue
    }
    const change = changeOf(step, null, deps.now)
    const done = await applyChange(deps, { conversationId, version: conversation.version, change })
    if (!done.ok) throw new Error(`a step of a macro was foreseen and refused: ${done.refusal}`)
  }
}

const tellJournal = (
  { tx, now, chain }: ActDeps,
  conversationId: string,
  { macroId, macroVersion }: Action,
  { patientId, steps, text }: ForeseenMacro,
): Promise<void> =>
  journal(
    tx,
    {
      event: 'macro.run',
      action: 'E',
      resourceKind: 'macro',
      resourceId: macroId,
      conversationId,
      patientIds: [patientId],
      fieldClasses: ['identity', 'service'],
      detail: {
        version: macroVersion,
        rule: chain.ruleId,
        ruleVersion: chain.version,
        steps: [...(text ? ['text'] : []), ...steps.map(({ step }) => step.do)],
      },
    },
    now,
  )

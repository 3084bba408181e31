/** What the engines say of a message, kept per text: a story told a thousand times is understood once. */
import {
  conversationUrgency,
  reasonLine,
  speaksOfHealth,
  understand,
  type Understanding,
} from '#engines/understanding/understand.ts'
import type { Urgency } from '#server/modules/conversation/rules.ts'

export type Understood = {
  result: Understanding
  language: string
  urgency: Urgency
  reason: string
  intents: string[]
  tone: string | null
  hasFindings: boolean
  rules: string[]
  crisisKinds: string[]
  version: string
}

/** Rules named in a journal row, as in the corridor. */
const RULES_NAMED_MAX = 10
/** Texts kept; a live simulation would otherwise grow without end. */
const KEPT_MAX = 20_000

const kept = new Map<string, Understood>()

export function understoodText(text: string): Understood {
  const known = kept.get(text)
  if (known) return known
  if (kept.size >= KEPT_MAX) kept.clear()
  const result = understand({ text })
  const understood: Understood = {
    result,
    language: result.language.code,
    urgency: conversationUrgency(result),
    reason: reasonLine(result),
    intents: result.intents.map(({ name }) => name),
    tone: result.emotions.tones[0]?.tone ?? null,
    hasFindings: speaksOfHealth(result),
    rules: result.triage.rules_fired.map(({ id }) => id).slice(0, RULES_NAMED_MAX),
    crisisKinds: [...result.crisis.kinds],
    version: result.triage.protocol_version,
  }
  kept.set(text, understood)
  return understood
}

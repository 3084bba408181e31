/** What the engines said of a message, as it is kept beside it (receive-message.ts stores it). */
import type { IntentName } from '#engines/intent/intent-names.ts'
import { reasonOf, type ToldBy } from '#engines/triage/reason.ts'
import { sameInBoth, type Worded } from '#engines/triage/wording.ts'

/** A place in what the engines read: subject, line break, the new words. */
export type StoredSpan = { start: number; end: number }

export type StoredUnderstanding = {
  language?: { code: string }
  intents?: { name: IntentName; score: number }[]
  emotions?: { tones?: { tone: string }[]; intensity?: number }
  triage?: {
    urgency: string
    reason?: string | null
    findings?: { state?: string; spans?: StoredSpan[] }[]
    rules_fired?: { id: string; source?: { title?: string; url?: string } }[]
    questions?: { about: string }[]
    unsure_because?: string[]
  }
  crisis?: { kinds?: string[]; spans?: StoredSpan[] }
}

export type SaidWords = { subject: string | null; text: string; trimmed: string | null }

/** "No fever" is no finding to point at. */
const NOT_NOW = new Set(['denied', 'past', 'hypothetical'])

/** The places of findings in the shown words; what was found in the subject or a file name has none there. */
export function spansInWords({ subject, text, trimmed }: SaidWords, said: StoredUnderstanding): StoredSpan[] {
  const before = subject ? subject.length + 1 : 0
  const { length } = trimmed ?? text
  const findings = (said.triage?.findings ?? []).filter(({ state }) => !NOT_NOW.has(state ?? 'present'))
  return [...findings.flatMap(({ spans }) => spans ?? []), ...(said.crisis?.spans ?? [])]
    .map(({ start, end }) => ({ start: start - before, end: end - before }))
    .filter(({ start, end }) => start >= 0 && end > start && end <= length)
}

/** Why, for a reader of either language; a verdict that was kept in part tells what it was told then. */
export function reasonKept({ triage }: StoredUnderstanding): Worded | null {
  if (!triage?.reason) return null
  if (!isWhole(triage)) return sameInBoth(triage.reason)
  return { en: triage.reason, es: reasonOf(triage, 'es') }
}

type StoredTriage = NonNullable<StoredUnderstanding['triage']>

const isWhole = (triage: StoredTriage): triage is StoredTriage & ToldBy =>
  [triage.findings, triage.rules_fired, triage.questions, triage.unsure_because].every(Array.isArray)

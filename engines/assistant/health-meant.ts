/**
 * Whether a message is meant of somebody's health, where triage found nothing (understanding-D60, decision 0216). A weak guess counts, since a
 * nurse loses less by a look than a patient by none; but not where the same words say something else more surely. Pure.
 */
import type { IntentGuess } from '#engines/intent/intent.ts'
import type { Understanding } from '#engines/understanding/understand.ts'
import { CLINICAL_INTENTS, SMALL_TALK } from './decide-turn.ts'
import { SURE_INTENT } from './second-stage.ts'

/** `perhaps`: nothing is looked up for it, and the patient is asked what is wanted. */
export type HealthMeant = 'yes' | 'perhaps' | 'no'

/** A sure want silences a guess of health that is at most half as likely: none of the project's lines about health is lost by it. */
const SURER_BY = 2
/** Another want is as likely as one of mental health in which nothing is felt. */
const AS_LIKELY = 0.9

export function healthMeant({
  intents,
  triage,
  emotions,
}: Pick<Understanding, 'intents' | 'triage' | 'emotions'>): HealthMeant {
  const tones = emotions.tones.map(({ tone }) => tone)
  if (tones.includes('pain_distress')) return 'yes'
  const ofHealth = intents.filter(({ name }) => CLINICAL_INTENTS.has(name))
  const others = intents.filter(({ name }) => !CLINICAL_INTENTS.has(name) && !SMALL_TALK.has(name))
  // What triage knows the words of is no mere guess.
  const mayBeOther = triage.findings.length === 0
  const left = ofHealth.filter((guess) => !mayBeOther || !isSilenced(guess, others))
  if (left.length === 0) return 'no'
  const isFelt = tones.some((tone) => FELT.has(tone))
  const isOnlyThought = mayBeOther && !isFelt && left.every((guess) => isUnfelt(guess, others))
  return isOnlyThought ? 'perhaps' : 'yes'
}

/** What somebody feels who needs help for it; anger and joy are felt about a bill, too. */
const FELT: ReadonlySet<string> = new Set(['anxiety', 'sadness', 'confusion', 'embarrassment'])

const isSilenced = (guess: IntentGuess, others: readonly IntentGuess[]): boolean =>
  guess.score < SURE_INTENT &&
  others.some((other) => sameWords(guess, other) && other.score >= SURE_INTENT && other.score >= SURER_BY * guess.score)

const isUnfelt = (guess: IntentGuess, others: readonly IntentGuess[]): boolean =>
  guess.name === 'mental_health_support' &&
  guess.score < SURE_INTENT &&
  others.some((other) => sameWords(guess, other) && other.score >= AS_LIKELY * guess.score)

/** A want of other words stands beside it, and not in its place. */
const sameWords = ({ span: [from, to] }: IntentGuess, { span: [start, end] }: IntentGuess): boolean =>
  from < end && start < to

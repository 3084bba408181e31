/**
 * When the second stage of intents is asked, and what its word counts (understanding-D13, decision 0169). Pure.
 *
 * It only adds: no guess of the first stage is taken away or made weaker, so that what was heard of health or of a wish for a person stands.
 */
import { guessIntents, type IntentGuess } from '#engines/intent/intent.ts'
import type { Understanding } from '#engines/understanding/understand.ts'

/** What is acted on; a weaker guess is asked about, but of health it counts as it is (D15, D60). */
export const SURE_INTENT = 0.5

/** It knows English alone, and is asked where the first stage is sure of nothing. */
export const wantsSecondStage = ({ language, intents }: Pick<Understanding, 'language' | 'intents'>): boolean =>
  language.code === 'en' && intents.every(({ score, name }) => score < SURE_INTENT || name === 'out_of_scope')

/** The guesses of both stages, each with its higher score, in the order said. */
export function widen(first: readonly IntentGuess[], text: string, vector: Float32Array): IntentGuess[] {
  const best = new Map<string, IntentGuess>()
  for (const guess of [...first, ...guessIntents(text, 'en', vector)]) {
    const before = best.get(guess.name)
    if (!before || guess.score > before.score) best.set(guess.name, guess)
  }
  const wants = [...best.values()].filter(({ name }) => name !== 'out_of_scope')
  return wants.length > 0 ? wants.toSorted((a, b) => a.span[0] - b.span[0] || b.score - a.score) : [...first]
}

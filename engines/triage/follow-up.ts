/**
 * The questions behind a verdict, one at a time (understanding-D28).
 *
 * Most excluding first, at most four (two by text message); none once an emergency is sure. A "no" closes what was open and takes nothing
 * back; "not sure" counts as yes. What is still open keeps the verdict's `could_be`.
 */
import { understand } from '#engines/understanding/understand.ts'
import { QUESTION_LIMIT, type Answer } from './triage.ts'
import type { Question, TriageInput, TriageVerdict } from './verdict.ts'

export { type Answer } from './triage.ts'

/** Questions by text message, where each is a message of its own. */
export const QUESTION_LIMIT_SMS = 2

export type FollowUp = { verdict: TriageVerdict; next: Question | null }

/** The verdict with these answers, and what to ask next. `most`: questions in all, those answered included. */
export function followUp(
  input: TriageInput,
  answers: readonly Answer[],
  { most = QUESTION_LIMIT, signed = true }: { most?: number; signed?: boolean } = {},
): FollowUp {
  const verdict = understand(input, { answers, signed, identifiers: false }).triage
  const asked = new Set(answers.map(({ question }) => question))
  const open = verdict.questions.find(({ id }) => !asked.has(id))
  return { verdict, next: asked.size < most ? (open ?? null) : null }
}

/** Of several messages that were not translated: which reason is told, and which are tried next. Pure. */
import type { Message } from '../../api/types.ts'
import type { Cause } from './use-translations.ts'

/** Why one message is not translated says nothing of the next. The gravest first. */
const OF_THE_MESSAGE: ReadonlySet<Cause> = new Set<Cause>([
  'danger',
  'labelled',
  'script',
  'too-much',
  'not-taken',
  'other-language',
  'too-long',
  'empty',
  'same-language',
])

export const isOfTheMessage = (cause: Cause): boolean => OF_THE_MESSAGE.has(cause)

/** Danger, then what keeps all of them from being translated, then what is of one. */
export function gravestOf(causes: readonly Cause[]): Cause | null {
  if (causes.includes('danger')) return 'danger'
  const ofAll = causes.find((cause) => !isOfTheMessage(cause))
  return ofAll ?? [...OF_THE_MESSAGE].find((cause) => causes.includes(cause)) ?? null
}

/** Those that were refused come again when all were: a label may be gone, or a language corrected. */
export function nextToTry<M extends Pick<Message, 'id'>>(
  waiting: readonly M[],
  refused: ReadonlyMap<string, Cause>,
): readonly M[] {
  const untried = waiting.filter(({ id }) => !refused.has(id))
  return untried.length > 0 ? untried : waiting
}

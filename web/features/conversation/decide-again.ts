/** What becomes of a wish that was refused because its conversation is not as it was (desk-D21). Pure. */
type Standing = { value: string; lastSeq: number }

/**
 * `done`: both wanted the same. `again`: only something else was changed, so the wish is repeated as it is. `ask-words`: something was
 * written that nobody here has read, and the wish would end or lower what is owed to its writer (`weighsWords`).
 */
export function decideAgain(
  mine: string,
  seen: Standing,
  now: Standing,
  weighsWords: boolean,
): 'done' | 'again' | 'ask' | 'ask-words' {
  if (now.value === mine) return 'done'
  if (weighsWords && now.lastSeq > seen.lastSeq) return 'ask-words'
  return now.value === seen.value ? 'again' : 'ask'
}

/** What a person's conversation is called: its subject, or, where nobody wrote one, the first words of the person. Pure. */

/** Characters of a title that was made from words. */
const TITLE_MAX = 60
/** A cut before this place would leave too little to recognise. */
const CUT_MIN = 20

export function titleOf(subject: string, firstWords: string): string {
  if (subject) return subject
  const letters = [...firstWords.trim().replaceAll(/\s+/g, ' ')]
  if (letters.length <= TITLE_MAX) return letters.join('')
  const cut = letters.slice(0, TITLE_MAX).join('')
  const end = cut.lastIndexOf(' ')
  return `${end < CUT_MIN ? cut : cut.slice(0, end)}…`
}

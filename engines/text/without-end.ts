/**
 * The text without those of these letters that stand at its end. A regular expression such as `x+$` looks for the end from each `x` of a run
 * anew: a hundred thousand of them in the middle of a text take seconds (trust-D56).
 */
export function withoutEnd(text: string, letters: string): string {
  let end = text.length
  while (end > 0 && letters.includes(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

/**
 * What leaves the house shows no small groups: a number of 1 to 10 is hidden, and a second one where the sum of the column would tell it
 * (desk-D71). Pure.
 */

/** Numbers below this are hidden in what is shared. Source: desk-D71. */
export const SHOWN_FROM = 11

/**
 * Zero says nothing of anybody and is shown. What is hidden adds up to the sum of the column less what is shown: where that would tell one
 * of them, or is a small number itself, the smallest that is shown hides with them.
 *
 * @returns which of the numbers of one column are hidden.
 */
export function hiddenOf(counts: readonly number[]): boolean[] {
  const small = counts.map((count) => count > 0 && count < SHOWN_FROM)
  const groups = small.filter(Boolean).length
  if (groups === 0) return small
  const sum = counts.reduce((all, count, at) => all + (small[at] ? count : 0), 0)
  // All of them one, or all of them the largest that is hidden, is told by their sum.
  if (sum >= SHOWN_FROM && sum > groups && sum < groups * (SHOWN_FROM - 1)) return small
  // Each that is as small: which of them was chosen would tell, too.
  const least = Math.min(...counts.filter((count) => count >= SHOWN_FROM))
  return counts.map((count, at) => small[at] || count === least)
}

/** A field of a CSV file. What a spreadsheet would take for a formula is written as text, also in full width; a number stays one (trust-D60). */
export function csvField(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

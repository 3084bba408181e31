/**
 * What leaves the house shows no small groups: a number of 1 to 10 is hidden, and a second one where the sum of the column would tell it
 * (desk-D71). Pure.
 */

/** Numbers below this are hidden in what is shared. Source: desk-D71. */
export const SHOWN_FROM = 11

/** @returns which of the numbers of one column are hidden. Zero says nothing of anybody and is shown. */
export function hiddenOf(counts: readonly number[]): boolean[] {
  const hidden = counts.map((count) => count > 0 && count < SHOWN_FROM)
  if (hidden.filter(Boolean).length !== 1) return hidden
  // One hidden number is the sum less the others; the smallest of those that are shown hides with it.
  const next = counts.reduce(
    (best, count, at) => (hidden[at] || count === 0 || (best >= 0 && counts[best]! <= count) ? best : at),
    -1,
  )
  return hidden.map((isHidden, at) => isHidden || at === next)
}

/** A field of a CSV file. What a spreadsheet would take for a formula is written as text. */
export function csvField(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

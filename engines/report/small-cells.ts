/**
 * What leaves the house tells no small groups: every number is told to the nearest eleven (desk-D71, trust-D10, decision 0199). Pure.
 */

/**
 * The step of shared numbers. Any two of them, of one file or of several, differ by nothing or by 11 at least, so nobody learns a number of 1 to
 * 10 by taking one from the other. It is odd: no number lies in the middle of two steps.
 */
export const SHARED_STEP = 11

/** Waits of fewer than this many, as they are shared, are left out: few people's middle is one person's wait. */
const WAITS_FROM = 2 * SHARED_STEP

export const toSharedStep = (count: number): number => Math.round(count / SHARED_STEP) * SHARED_STEP

/** Decided from what is shared alone, so that it tells nothing more of the number itself. */
export const tellsWaits = (shared: number): boolean => shared >= WAITS_FROM

/**
 * A sum of waits is told in steps of eleven long ones (the ninth of ten is the measure), and where waits are told at all: what one file has more than
 * another is nothing, or what eleven people waited long.
 */
export function toSharedSum({ sumMin, p90Min }: { sumMin: number | null; p90Min: number | null }): number | null {
  if (sumMin === null || p90Min === null) return null
  const step = SHARED_STEP * Math.max(1, p90Min)
  return Math.round(sumMin / step) * step
}

/** A field of a CSV file. What a spreadsheet would take for a formula is written as text, also in full width; a number stays one (trust-D60). */
export function csvField(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Which versions of service policies count, of those that were published (decision 0096). Pure. */

/** How far ahead a publication may begin, in days. */
export const AHEAD_MAX_DAYS = 366

type Version = { publication: number; effectiveAt: Date }

/** Without what was taken back before it began: by a later publication that began earlier. */
export function standing<Row extends Version>(rows: readonly Row[]): Row[] {
  const moments = new Map<number, number>()
  for (const { publication, effectiveAt } of rows)
    moments.set(publication, Math.max(moments.get(publication) ?? 0, effectiveAt.getTime()))
  // From the newest to the oldest: the earliest moment of those after it.
  const earliestAfter = new Map<number, number>()
  let earliest = Infinity
  for (const [publication, moment] of [...moments].toSorted(([a], [b]) => b - a)) {
    earliestAfter.set(publication, earliest)
    earliest = Math.min(earliest, moment)
  }
  return rows.filter(
    ({ publication, effectiveAt }) => effectiveAt.getTime() <= (earliestAfter.get(publication) ?? Infinity),
  )
}

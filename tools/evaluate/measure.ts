/** One line of the evaluation table, and the arithmetic behind the figures. */

export type Measure = {
  engine: string
  set: string
  n: number
  metric: string
  ours: number
  /** Published figure with its source, or empty. */
  reference: string
  target: number | null
  /** A figure that may never fall (understanding-D54). */
  safety?: true
  /** The target is the most that is allowed, not the least that is wanted. */
  lessIsBetter?: true
  /** Depends on the machine: shown, not kept. */
  timing?: true
}

export type Counts = { hits: number; told: number; held: number }

export const newCounts = (): Counts => ({ hits: 0, told: 0, held: 0 })

export function count(counts: Counts, told: boolean, holds: boolean): void {
  if (told) counts.told += 1
  if (holds) counts.held += 1
  if (told && holds) counts.hits += 1
}

export const f1Of = ({ hits, told, held }: Counts) => (told + held === 0 ? 0 : (2 * hits) / (told + held))

export const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

export const share = <Row>(rows: Row[], holds: (row: Row) => boolean) =>
  rows.filter(holds).length / Math.max(1, rows.length)

/** Pearson's correlation. */
export function correlation(xs: number[], ys: number[]): number {
  const mx = mean(xs)
  const my = mean(ys)
  let xy = 0
  let xx = 0
  let yy = 0
  xs.forEach((x, i) => {
    xy += (x - mx) * (ys[i]! - my)
    xx += (x - mx) ** 2
    yy += (ys[i]! - my) ** 2
  })
  return xy / Math.sqrt(xx * yy)
}

/** Area under the ROC curve: the chance that one of `above` scores higher than one of `below`. */
export function areaUnder(above: number[], below: number[]): number {
  const sorted = [...below].sort((a, b) => a - b)
  let wins = 0
  for (const score of above) wins += (placeOf(sorted, score, false) + placeOf(sorted, score, true)) / 2
  return wins / Math.max(1, above.length * below.length)
}

/** How many of `sorted` lie below `score`, with equal ones or without. */
function placeOf(sorted: number[], score: number, withEqual: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < score || (withEqual && sorted[middle] === score)) low = middle + 1
    else high = middle
  }
  return low
}

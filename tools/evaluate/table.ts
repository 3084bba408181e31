/** The evaluation as a table for people, and as a file that the next one is compared with (understanding-D54). */
import type { Measure } from './measure.ts'

/** A figure other than safety may fall by half a point: some hang on a few lines. */
const MAY_FALL = 0.005
/** Of figures kept with four digits. */
const ROUNDING = 0.00005
/** Two-sided 95 %. */
const Z = 1.96

export type KeptMeasure = Pick<Measure, 'engine' | 'set' | 'metric' | 'n' | 'target'> & {
  ours: number
  safety?: true
  lessIsBetter?: true
}

/** What is committed: everything but what depends on the machine. */
export const kept = (measures: Measure[]): KeptMeasure[] =>
  measures
    .filter(({ timing }) => !timing)
    .map(({ engine, set, metric, n, ours, target, safety, lessIsBetter }) => ({
      engine,
      set,
      metric,
      n,
      ours: Math.round(ours * 10_000) / 10_000,
      target,
      ...(safety && { safety }),
      ...(lessIsBetter && { lessIsBetter }),
    }))

/** One line for each figure that fell: a safety figure at all, another by more than half a point. */
export function fallen(before: KeptMeasure[], now: KeptMeasure[]): string[] {
  const earlier = new Map(before.map((measure) => [nameOf(measure), measure]))
  return now.flatMap((measure) => {
    const was = earlier.get(nameOf(measure))
    if (was === undefined) return []
    const fall = measure.lessIsBetter ? measure.ours - was.ours : was.ours - measure.ours
    if (fall <= (measure.safety ? ROUNDING : MAY_FALL + ROUNDING)) return []
    return [`${nameOf(measure)}: ${was.ours} -> ${measure.ours}${measure.safety ? ' (safety)' : ''}`]
  })
}

export const nameOf = ({ engine, set, metric }: Pick<Measure, 'engine' | 'set' | 'metric'>) =>
  `${engine}, ${set}, ${metric}`

const passes = ({ ours, target, lessIsBetter }: Measure) => (lessIsBetter ? ours <= target! : ours >= target!)

/** Wilson's interval of a share. */
export function intervalOf(share: number, n: number): [number, number] {
  if (n === 0) return [0, 1]
  const z2 = (Z * Z) / n
  const middle = share + z2 / 2
  const half = Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n))
  return [Math.max(0, (middle - half) / (1 + z2)), Math.min(1, (middle + half) / (1 + z2))]
}

export function printTable(measures: Measure[]) {
  const safetyFirst = [...measures.filter(({ safety }) => safety), ...measures.filter(({ safety }) => !safety)]
  const rows = safetyFirst.map((measure) => [
    measure.engine,
    measure.set,
    String(measure.n),
    measure.metric,
    measure.ours.toFixed(3),
    measure.safety ? intervalOf(measure.ours, measure.n).map((end) => end.toFixed(3)).join('-') : '', // prettier-ignore
    measure.target === null ? '' : `${measure.lessIsBetter ? '<= ' : ''}${measure.target} ${passes(measure) ? 'pass' : measure.lessIsBetter ? 'above' : 'below'}`, // prettier-ignore
    measure.reference,
  ])
  const table = [['engine', 'set', 'n', 'metric', 'ours', '95 %', 'target', 'published reference'], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
}

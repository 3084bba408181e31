/** How a measurement is told: where it ran, a table, and the limits it is held against. */
import { availableParallelism, cpus, totalmem } from 'node:os'

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const round = (value: number, digits = 1): string => value.toFixed(digits)

export function heading(title: string): void {
  const [cpu] = cpus()
  process.stdout.write(`\n# ${title}\n${machine(cpu?.model.trim() ?? 'unknown processor')}\n\n`)
}

const machine = (model: string): string =>
  `${availableParallelism()} cores (${model}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PostgreSQL 18; server, database and load share them`

/** A Markdown table; numbers end where numbers end. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |\n`
  process.stdout.write(line(head))
  process.stdout.write(
    `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|\n`,
  )
  for (const row of rows) process.stdout.write(line(row))
}

/** Says whether a figure keeps its limit. The exit code of the run tells it too. */
export function verdict(what: string, isKept: boolean): void {
  process.stdout.write(`${isKept ? 'kept  ' : 'MISSED'}  ${what}\n`)
  if (!isKept) process.exitCode = 1
}

/** A report as a file to be given to others: small numbers are left out, and nothing in it is a formula (desk-D71). */
import { csvField, hiddenOf, SHOWN_FROM } from '#engines/report/small-cells.ts'
import { ALL } from '#engines/report/measures.ts'
import type { Shown } from './report.ts'

const HEAD = ['measure', 'row', 'column', 'conversations', 'median_minutes', 'p90_minutes', 'conversations_before', 'median_minutes_before', 'p90_minutes_before'] // prettier-ignore
const HIDDEN = `<${SHOWN_FROM}`

export function exportReport({ period, timeZone, measures }: Shown): string {
  const lines: (string | number | null)[][] = [
    ['period', period.from, period.to, timeZone],
    HEAD,
    ...measures.flatMap(({ measure, columns, rows }) =>
      columns.flatMap((column, at) => {
        const parts = rows.filter(({ key }) => key !== ALL)
        const now = hiddenOf(parts.map(({ cells }) => cells[at]?.count ?? 0))
        const past = hiddenOf(parts.map(({ cells }) => cells[at]?.before.count ?? 0))
        return rows.flatMap(({ key, name, cells }) => {
          const cell = cells[at]
          if (!cell) return []
          const part = parts.findIndex((one) => one.key === key)
          return [
            [
              measure,
              name ?? key,
              column,
              ...shown(cell, part < 0 ? hiddenOf([cell.count])[0] : now[part]),
              ...shown(cell.before, part < 0 ? hiddenOf([cell.before.count])[0] : past[part]),
            ],
          ]
        })
      }),
    ),
  ]
  return lines.map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('')
}

const shown = (
  { count, medianMin, p90Min }: { count: number; medianMin: number | null; p90Min: number | null },
  isHidden = false,
): (string | number | null)[] =>
  isHidden ? [HIDDEN, null, null] : [count, medianMin === null ? null : round(medianMin), p90Min === null ? null : round(p90Min)] // prettier-ignore

const round = (minutes: number): number => Math.round(minutes * 10) / 10

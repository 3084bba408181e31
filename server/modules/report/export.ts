/** A report as a file to be given to others: its numbers are told to the nearest eleven, and nothing in it is a formula (desk-D71, trust-D10). */
import type { CellValue } from '#engines/report/measures.ts'
import { csvField, SHARED_STEP, tellsWaits, toSharedStep, toSharedSum } from '#engines/report/small-cells.ts'
import type { Shown } from './report.ts'

const COUNT = `conversations_to_nearest_${SHARED_STEP}`
const AMOUNTS = [COUNT, 'median_minutes', 'p90_minutes', 'sum_minutes_in_steps']
const HEAD = ['measure', 'row', 'column', ...AMOUNTS, ...AMOUNTS.map((name) => `${name}_before`)]

export function exportReport({ period, timeZone, measures }: Shown): string {
  const lines: (string | number | null)[][] = [
    ['period', period.from, period.to, timeZone],
    HEAD,
    ...measures.flatMap(({ measure, rows }) =>
      rows.flatMap(({ key, name, cells }) =>
        cells.map((cell) => [measure, name ?? key, cell.column, ...shared(cell), ...shared(cell.before)]),
      ),
    ),
  ]
  return lines.map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('')
}

function shared({ count, medianMin, p90Min, sumMin }: CellValue): (number | null)[] {
  const told = toSharedStep(count)
  return tellsWaits(told) ? [told, medianMin, p90Min, toSharedSum({ sumMin, p90Min })] : [told, null, null, null]
}

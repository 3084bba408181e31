/** One measure: a sentence, a drawing, and the table, which is the truth. */
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import type { Figure } from '#engines/figure/figure.ts'
import { FigureLink } from '../board/figure-link.tsx'
import { FigureTable } from '../../ui/figure-table.tsx'
import { Card } from '../../ui/page.tsx'
import { BarChart } from './bar-chart.tsx'
import { changeOf } from './change-of.ts'
import { minutesText } from './minutes-text.ts'
import type { Report } from './reports-page.tsx'
import styles from './report.module.css'

type Measure = Report['measures'][number]
type Cell = Measure['rows'][number]['cells'][number]
type Amounts = Pick<Cell, 'count' | 'medianMin' | 'sumMin'>
type Narrowed = Pick<Figure, 'site' | 'queue' | 'channel'>

type MeasureCardProps = { measure: Measure; report: Report; narrowed: Narrowed; mayOpen: boolean }

export function MeasureCard({ measure, report, narrowed, mayOpen }: MeasureCardProps) {
  const intl = useIntl()
  const { rows, columns } = measure
  const title = intl.formatMessage({ id: `report.title.${measure.measure}` })
  const meaning = known(intl, `report.means.${measure.measure}`)
  if (rows.length === 0)
    return (
      <Card title={title}>
        {meaning && <p className={styles.fact}>{meaning}</p>}
        <p className={styles.fact}>
          <FormattedMessage id="report.nothing" />
        </p>
      </Card>
    )
  const drawnColumn = DRAWN[measure.measure] ?? columns[0] ?? ''
  const sentence = sentenceOf(intl, measure)
  const hasBefore = rows.some(({ cells }) => cells.some(({ before }) => before.count > 0))
  const isTimed = rows.some(({ cells }) => cells.some(({ medianMin }) => medianMin !== null))
  return (
    <Card title={title}>
      {meaning && <p className={styles.fact}>{meaning}</p>}
      <p>
        {sentence}
        {!hasBefore && (
          <span className={styles.fact}>
            {' '}
            <FormattedMessage id="report.nothing-before" />
          </span>
        )}
      </p>
      <BarChart
        label={`${title}. ${sentence}`}
        caption={columnName(intl, measure, drawnColumn)}
        bars={rows
          .filter(({ key }) => key !== 'all')
          .slice(0, BARS_MAX)
          .map((row) => {
            const cell = row.cells.find(({ column }) => column === drawnColumn)
            const drawn = (amounts?: Amounts) => {
              const timed = measure.measure === 'waits' ? amounts?.sumMin : amounts?.medianMin
              const value = (isTimed ? timed : amounts?.count) ?? null
              return {
                value,
                text: value === null ? '–' : isTimed ? minutesText(intl, value) : intl.formatNumber(value),
              }
            }
            return {
              name: rowName(intl, measure, row),
              now: drawn(cell),
              before: hasBefore ? drawn(cell?.before) : null,
            }
          })}
      />
      <FigureTable name={title} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="report.row" />
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnName(intl, measure, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-sum={row.key === 'all' || undefined}>
              <th scope="row">{rowName(intl, measure, row)}</th>
              {row.cells.map((cell) => (
                <td key={cell.column}>
                  <CellValue
                    cell={cell}
                    mayOpen={mayOpen}
                    label={`${rowName(intl, measure, row)}, ${columnName(intl, measure, cell.column)}`}
                    figure={{
                      name: 'report',
                      measure: measure.measure,
                      row: row.key,
                      column: cell.column,
                      ...narrowed,
                    }}
                    report={report}
                    hasBefore={hasBefore}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </Card>
  )
}

/** Which column is drawn where it is not the first: what the measure is about. */
const DRAWN: Partial<Record<Measure['measure'], string>> = { reopened: 'reopened', 'first-contact': 'once' }

/** Bars of one drawing; the table holds all rows. */
const BARS_MAX = 8

type CellValueProps = {
  cell: Cell
  figure: Figure
  report: Report
  hasBefore: boolean
  mayOpen: boolean
  label: string
}

function CellValue({ cell, figure, report, hasBefore, mayOpen, label }: CellValueProps) {
  const intl = useIntl()
  const { count, medianMin, p90Min, sumMin, before } = cell
  const isSummed = figure.measure === 'waits'
  const beforeMin = isSummed ? before.sumMin : before.medianMin
  return (
    <span className={styles.cell}>
      <FigureLink count={count} figure={{ ...figure, ...report.period }} mayOpen={mayOpen} label={label} />
      {medianMin !== null && p90Min !== null && (
        <span className={styles.fact}>
          <FormattedMessage id="report.median" values={{ time: minutesText(intl, medianMin) }} />
          <br />
          <FormattedMessage id="report.p90" values={{ time: minutesText(intl, p90Min) }} />
          {isSummed && sumMin !== null && (
            <>
              <br />
              <FormattedMessage id="report.sum" values={{ time: minutesText(intl, sumMin) }} />
            </>
          )}
        </span>
      )}
      {hasBefore && (
        <span className={styles.fact}>
          <FormattedMessage
            id="report.before"
            values={{
              value: (
                <>
                  <FigureLink
                    count={before.count}
                    figure={{ ...figure, ...report.before }}
                    mayOpen={mayOpen}
                    label={intl.formatMessage({ id: 'report.before' }, { value: label }) as string}
                  />
                  {beforeMin !== null && ` (${minutesText(intl, beforeMin)})`}
                </>
              ),
            }}
          />
        </span>
      )}
    </span>
  )
}

function rowName(intl: IntlShape, { measure }: Measure, { key, name }: Measure['rows'][number]): string {
  if (key === 'all') return intl.formatMessage({ id: 'report.all' })
  if (measure === 'load') return name ?? intl.formatMessage({ id: 'report.no-queue' })
  if (measure === 'people') return name ?? key
  const part = measure === 'clocks' ? 'report.clock' : measure === 'backlog' ? 'report.age' : measure === 'refusals' ? 'refusal' : 'desk.channel' // prettier-ignore
  return known(intl, `${part}.${key}`) ?? key
}

const columnName = (intl: IntlShape, { measure }: Measure, column: string): string =>
  known(intl, `report.column.${measure}.${column}`) ?? known(intl, `report.column.${column}`) ?? column

const known = (intl: IntlShape, id: string): string | undefined =>
  id in intl.messages ? intl.formatMessage({ id: id as FormatjsIntl.Message['ids'] }) : undefined

/** What the table says in its last row, as a sentence. */
function sentenceOf(intl: IntlShape, { measure, rows }: Measure): string {
  const sum = rows.find(({ key }) => key === 'all')?.cells ?? []
  const cell = (column: string) => sum.find((one) => one.column === column)
  if (measure === 'first-answer' || measure === 'next-answer') {
    const { medianMin, p90Min } = cell('person') ?? {}
    if (medianMin == null || p90Min == null) return intl.formatMessage({ id: 'report.nothing' })
    const values = { median: minutesText(intl, medianMin), p90: minutesText(intl, p90Min) }
    return intl.formatMessage({ id: `report.says.${measure}` }, values)
  }
  if (measure === 'volume') {
    const { count = 0, before } = cell('begun') ?? {}
    const change = changeOf(count, before?.count ?? 0)
    const share = 'share' in change ? change.share : 0
    const percent = intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 })
    return intl.formatMessage(
      { id: 'report.says.volume' },
      { count, trend: change.is, percent, before: before?.count ?? 0 },
    )
  }
  const counts = Object.fromEntries(sum.map(({ column, count }) => [column, count]))
  return intl.formatMessage({ id: `report.says.${measure}` }, counts)
}

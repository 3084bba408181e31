/** A table of the assistant's figures: each number opens the conversations that it counts. */
import { FormattedMessage, useIntl } from 'react-intl'
import type { client } from '../../api/client.ts'
import { FigureTable } from '../../ui/figure-table.tsx'
import { FigureLink } from '../board/figure-link.tsx'
import styles from './oversight.module.css'

export type Overview = Awaited<ReturnType<typeof client.oversight.overview>>
export type Measure = Overview['counts'][number]['measure']

export type CountsProps = {
  overview: Overview
  mayOpen: boolean
  count: (measure: Measure) => number
  share: (part: number, whole: number) => string
  rows: readonly Measure[]
  of: number
  title:
    | 'oversight.talks'
    | 'oversight.first'
    | 'oversight.waits'
    | 'oversight.reviews'
    | 'oversight.corrections'
    | 'llm.title'
}

export function Counts({ overview, mayOpen, count, share, rows, of, title }: CountsProps) {
  const intl = useIntl()
  return (
    <FigureTable className={styles.table} name={intl.formatMessage({ id: title })}>
      <thead>
        <tr>
          {(['what', 'count', 'share'] as const).map((column) => (
            <th key={column} scope="col">
              <FormattedMessage id={`oversight.${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((measure) => {
          const label = intl.formatMessage({ id: `oversight.measure.${measure}` })
          return (
            <tr key={measure}>
              <th scope="row">{label}</th>
              <td>
                <FigureLink
                  count={count(measure)}
                  figure={{ name: 'assistant', measure, ...overview.period }}
                  mayOpen={mayOpen}
                  label={label}
                />
              </td>
              <td>{share(count(measure), of)}</td>
            </tr>
          )
        })}
      </tbody>
    </FigureTable>
  )
}

import { FormattedMessage, useIntl } from 'react-intl'
import { FigureTable } from '../../ui/figure-table.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import type { Board } from './board-page.tsx'
import styles from './board.module.css'
import { FigureLink } from './figure-link.tsx'

export function QueuesTable({ queues, mayOpen }: { queues: Board['queues']; mayOpen: boolean }) {
  const intl = useIntl()
  const title = intl.formatMessage({ id: 'board.queues' })
  return (
    <FigureTable name={title} className={styles.table}>
      <thead>
        <tr>
          {(['board.queue', 'board.waiting', 'board.oldest', 'board.due-soon', 'board.breached'] as const).map((id) => (
            <th key={id} scope="col">
              <FormattedMessage id={id} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {queues.map(({ id, name, waiting, oldestAt, dueSoon, breached }) => {
          const shown = id === null ? intl.formatMessage({ id: 'board.no-queue' }) : name
          const queue = id ?? 'none'
          const label = (column: 'board.waiting' | 'board.due-soon' | 'board.breached') =>
            `${shown}, ${intl.formatMessage({ id: column })}`
          return (
            <tr key={queue}>
              <th scope="row">{shown}</th>
              <td>
                <FigureLink
                  count={waiting}
                  figure={{ name: 'waiting', queue }}
                  mayOpen={mayOpen}
                  label={label('board.waiting')}
                />
              </td>
              <td>{oldestAt ? <Timestamp at={oldestAt} style="age" /> : '–'}</td>
              <td>
                <FigureLink
                  count={dueSoon}
                  figure={{ name: 'due-soon', queue }}
                  mayOpen={mayOpen}
                  label={label('board.due-soon')}
                />
              </td>
              <td data-calls={breached > 0 || undefined}>
                <FigureLink
                  count={breached}
                  figure={{ name: 'breached', queue }}
                  mayOpen={mayOpen}
                  label={label('board.breached')}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </FigureTable>
  )
}

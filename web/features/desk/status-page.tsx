/** Each part of the system in plain words, and what every mailbox has counted. */
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { api } from '../../api/client.ts'
import { problemOf } from '../../api/refusal.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { FigureTable } from '../../ui/figure-table.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { describeSource } from './describe-source.ts'
import styles from './status-page.module.css'

/** How often the page asks again, in milliseconds. */
const ASK_EVERY_MS = 10_000

const look = {
  works: { tone: 'done', icon: CircleCheck },
  degraded: { tone: 'urgent', icon: TriangleAlert },
  down: { tone: 'emergency', icon: CircleX },
} as const

const COLUMNS = ['seen', 'stored', 'duplicate', 'refused', 'setAside', 'difference'] as const

export function StatusPage() {
  const intl = useIntl()
  const status = useQuery(api.desk.status.queryOptions({ refetchInterval: ASK_EVERY_MS }))
  return (
    <Page title={intl.formatMessage({ id: 'desk.page.status' })}>
      {status.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {status.isError && <FailedState code={problemOf(status.error).code} onRetry={() => void status.refetch()} />}
      {status.data && !status.data.outboundOn && (
        <Banner tone="warning">
          <FormattedMessage id="status.outbound-off" />
        </Banner>
      )}
      {status.data?.alarms.map((alarm) => (
        <Banner key={`${alarm.cause} ${alarm.source}`} tone="warning">
          <FormattedMessage
            id={`status.alarm.${alarm.cause}`}
            values={{
              count: alarm.count,
              source: alarm.source === null ? '' : describeSource(intl, alarm.source),
              since: <Timestamp key="since" at={alarm.since} style="exact" />,
            }}
          />
          {alarm.cause === 'mail-difference' && <p className={styles.fact}>{alarm.ids.join(', ')}</p>}
        </Banner>
      ))}
      {status.data && (
        <Card title={<FormattedMessage id="status.parts" />}>
          <List framed aria-label={intl.formatMessage({ id: 'status.parts' })}>
            {status.data.parts.map((part) => (
              <ListRow key={part.name} className={styles.part}>
                <span>
                  {partName(intl, part.name)}
                  {part.state === 'degraded' && <Why part={part.name} />}
                </span>
                <span className={styles.fact}>{part.since && <Timestamp at={part.since} style="age" />}</span>
                <Badge {...look[part.state]}>
                  <FormattedMessage id={`status.${part.state}`} />
                </Badge>
              </ListRow>
            ))}
          </List>
          <p className={styles.fact}>
            <FormattedMessage id={`status.antivirus.${status.data.antivirus}`} />
          </p>
          <p className={styles.fact}>
            <FormattedMessage id={`status.llm.${status.data.llm}`} />
          </p>
          <p className={styles.fact}>
            <FormattedMessage id={`status.translation.${status.data.translation}`} />
          </p>
          {status.data.oldestJobSeconds !== null && (
            <p className={styles.fact}>
              <FormattedMessage id="status.oldest-job" values={{ seconds: Math.round(status.data.oldestJobSeconds) }} />
            </p>
          )}
        </Card>
      )}
      {status.data && status.data.mailboxes.length > 0 && (
        <Card title={<FormattedMessage id="status.mailboxes" />}>
          <FigureTable name={intl.formatMessage({ id: 'status.mailboxes' })}>
            <thead>
              <tr>
                <th scope="col">
                  <FormattedMessage id="status.source" />
                </th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    <FormattedMessage id={`status.${column}`} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {status.data.mailboxes.map((box) => (
                <tr key={box.source}>
                  <th scope="row">{describeSource(intl, box.source)}</th>
                  {COLUMNS.map((column) => (
                    <td
                      key={column}
                      className={column === 'difference' && box.difference !== 0 ? styles.wrong : undefined}
                    >
                      {intl.formatNumber(box[column])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </FigureTable>
        </Card>
      )}
    </Page>
  )
}

/** What is wrong with a part, where more than its state is known. */
function Why({ part }: { part: string }) {
  const intl = useIntl()
  const id = `status.why.${part}` as FormatjsIntl.Message['ids']
  return id in intl.messages ? <span className={styles.why}>{intl.formatMessage({ id })}</span> : null
}

/** A part of this installation that has no words of its own is told by its name. */
const partName = (intl: IntlShape, part: string) => {
  const id = `status.part.${part}` as FormatjsIntl.Message['ids']
  return id in intl.messages ? intl.formatMessage({ id }) : part
}

/** Numbers of a time beside those of the time before; each opens exactly the conversations behind it (desk-D71). */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { Channel } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { zoneName } from '../../ui/zone-name.ts'
import { MeasureCard } from './measure-card.tsx'
import { daysOf, localDate, RANGES, type Range, type ReportSearch } from './report-search.ts'
import styles from './report.module.css'

export type Report = Awaited<ReturnType<typeof client.report.read>>

const CHANNELS = ['portal-chat', 'widget', 'email', 'sms', 'voice', 'front-desk'] as const satisfies Channel[]

/** How often is looked whether everything is counted, in milliseconds. */
const LOOK_AGAIN_MS = 3_000

type ReportsPageProps = { role: string; search: ReportSearch; onSearch: (next: ReportSearch) => void }

export function ReportsPage({ role, search, onSearch }: ReportsPageProps) {
  const intl = useIntl()
  const asked = askedFor(search)
  const report = useQuery(
    api.report.read.queryOptions({
      input: asked,
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data?.counting ? LOOK_AGAIN_MS : false),
    }),
  )
  const file = useMutation({
    mutationFn: () => client.report.export(asked),
    onSuccess: ({ fileName, csv }) => saveFile(fileName, csv),
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
  })
  const { data } = report
  // The numbers of what was asked before stay in sight; what they would open is another list.
  const isOld = report.isPlaceholderData
  return (
    <Page
      title={intl.formatMessage({ id: 'desk.page.reports' })}
      lead={<FormattedMessage id="report.lead" />}
      actions={
        <Button icon={Download} busy={file.isPending} aria-describedby="export-hint" onClick={() => file.mutate()}>
          <FormattedMessage id="report.export" />
        </Button>
      }
    >
      <Filters search={search} onSearch={onSearch} />
      <div className={styles.notes}>
        {data && !report.isError && (
          <p className={styles.fact} role="status">
            <FormattedMessage
              id="report.zone"
              values={{
                from: dayOf(intl.formatDate, data.period.from, data.timeZone),
                // The end is the midnight after the last day.
                to: dayOf(intl.formatDate, new Date(Date.parse(data.period.to) - 1), data.timeZone),
                zone: zoneName(intl.locale, data.timeZone),
              }}
            />{' '}
            {isOld && (
              <strong>
                <FormattedMessage id="report.coming" />
              </strong>
            )}
            {data.asOf && !isOld && (
              <FormattedMessage
                id="report.as-of"
                values={{ time: <Timestamp at={data.asOf} zone={data.timeZone} /> }}
              />
            )}
          </p>
        )}
        <p id="export-hint" className={styles.fact}>
          <FormattedMessage id="report.export-hint" />
        </p>
      </div>
      {report.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {report.isError && (
        <FailedState
          title={describeProblem(intl, problemOf(report.error))}
          code={problemOf(report.error).code}
          onRetry={() => void report.refetch()}
        />
      )}
      {data?.counting && !report.isError && <Counting {...data.counting} />}
      {data && !report.isError && (
        <>
          {data.measures.map((measure) => (
            <MeasureCard
              key={measure.measure}
              measure={measure}
              report={data}
              narrowed={{ site: asked.siteId, queue: asked.queueId, channel: asked.channel }}
              mayOpen={role === 'supervisor' && !isOld}
            />
          ))}
        </>
      )}
    </Page>
  )
}

/** While everything is counted anew there is no number that would be right. */
function Counting({ done, total }: NonNullable<Report['counting']>) {
  const intl = useIntl()
  return (
    <Card title={<FormattedMessage id="report.counting.title" />}>
      <p>
        <FormattedMessage id="report.counting.text" />
      </p>
      <progress
        max={Math.max(1, total)}
        value={Math.min(done, total)}
        aria-label={intl.formatMessage({ id: 'report.counting.done' }, { done, total })}
      />
      <p className={styles.fact}>
        <FormattedMessage id="report.counting.done" values={{ done, total }} />
      </p>
    </Card>
  )
}

const askedFor = (search: ReportSearch) => ({
  ...daysOf(search, localDate(new Date())),
  ...(search.site && { siteId: search.site }),
  ...(search.queue && { queueId: search.queue }),
  ...(search.channel && { channel: search.channel as Channel }),
})

const dayOf = (formatDate: ReturnType<typeof useIntl>['formatDate'], at: string | Date, timeZone: string): string =>
  formatDate(at, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone })

function Filters({ search, onSearch }: Omit<ReportsPageProps, 'role'>) {
  const intl = useIntl()
  const organization = useQuery(api.organization.get.queryOptions())
  const { range = '30', site = '', queue = '', channel = '' } = search
  const days = daysOf(search, localDate(new Date()))
  const any = { value: '', label: intl.formatMessage({ id: 'report.any' }) }
  const named = (list: readonly { id: string; name: string }[] = []) => [
    any,
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const change = (over: ReportSearch) =>
    onSearch(Object.fromEntries(Object.entries({ ...search, ...over }).filter(([, value]) => value)))
  return (
    <div className={styles.filters}>
      <Select<Range>
        id="report-range"
        label={<FormattedMessage id="report.range" />}
        value={range}
        options={[...RANGES, 'own' as const].map((value) => ({
          value,
          label: intl.formatMessage({ id: `report.range.${value}` }),
        }))}
        onChange={(value) => change({ range: value, ...(value === 'own' ? days : { from: '', to: '' }) })}
      />
      {range === 'own' &&
        (['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            id={`report-${end}`}
            type="date"
            label={<FormattedMessage id={`report.${end}`} />}
            value={search[end] ?? ''}
            onChange={({ target }) => change({ [end]: target.value })}
          />
        ))}
      <Select
        id="report-site"
        label={<FormattedMessage id="report.site" />}
        value={site}
        options={named(organization.data?.sites)}
        onChange={(value) => change({ site: value })}
      />
      <Select
        id="report-queue"
        label={<FormattedMessage id="report.queue" />}
        value={queue}
        options={named(organization.data && [...organization.data.queues, ...organization.data.retiredQueues])}
        onChange={(value) => change({ queue: value })}
      />
      <Select
        id="report-channel"
        label={<FormattedMessage id="report.channel" />}
        value={channel}
        options={[
          any,
          ...CHANNELS.map((value) => ({ value, label: intl.formatMessage({ id: `desk.channel.${value}` }) })),
        ]}
        onChange={(value) => change({ channel: value })}
      />
    </div>
  )
}

function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

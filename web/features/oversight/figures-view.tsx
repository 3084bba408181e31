/** How the assistant does in a time; each number opens exactly the conversations behind it (desk-D71). */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { FigureTable } from '../../ui/figure-table.tsx'
import { Card } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { zoneName } from '../../ui/zone-name.ts'
import { BarChart } from '../report/bar-chart.tsx'
import { daysOf, localDate, RANGES } from '../report/report-search.ts'
import { Counts, type Measure, type Overview } from './counts.tsx'
import { LlmFigures } from './llm-figures.tsx'
import styles from './oversight.module.css'

type Period = { from: string; to: string }

export function FiguresView({ range: asked, mayOpen }: { range: string | undefined; mayOpen: boolean }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const range = RANGES.find((one) => one === asked) ?? '30'
  // Whole days, today among them: what just went wrong is looked for here.
  const today = localDate(new Date())
  const period = { from: daysOf({ range }, today).from, to: today }
  const { data, isPending, isError, error, refetch } = useQuery(
    api.oversight.overview.queryOptions({ input: period, placeholderData: keepPreviousData }),
  )
  return (
    <>
      <div className={styles.lead}>
        <Select
          id="oversight-range"
          label={<FormattedMessage id="report.range" />}
          value={range}
          options={RANGES.map((value) => ({ value, label: intl.formatMessage({ id: `report.range.${value}` }) }))}
          onChange={(value) => void navigate({ to: '.', search: { range: value }, replace: true } as never)}
        />
        {data && (
          <p className={styles.fact} role="status">
            <FormattedMessage
              id="oversight.period"
              values={{
                from: dayOf(intl, data.period.from, data.timeZone),
                // The end is the midnight after the last day.
                to: dayOf(intl, Date.parse(data.period.to) - 1, data.timeZone),
                zone: zoneName(intl.locale, data.timeZone),
              }}
            />
          </p>
        )}
      </div>
      {isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {isError && <Failed error={error} onRetry={() => void refetch()} />}
      {data && !isError && <Cards overview={data} period={period} mayOpen={mayOpen} />}
    </>
  )
}

const dayOf = (intl: IntlShape, at: string | number, timeZone: string): string =>
  intl.formatDate(at, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone })

function Cards({ overview, period, mayOpen }: { overview: Overview; period: Period; mayOpen: boolean }) {
  const intl = useIntl()
  const count = (measure: Measure) => overview.counts.find((one) => one.measure === measure)?.count ?? 0
  const share = (part: number, whole: number) =>
    intl.formatNumber(whole === 0 ? 0 : part / whole, { style: 'percent', maximumFractionDigits: 0 })
  const begun = count('begun')
  const talks = { begun, contained: count('contained'), handedOff: count('handed-off'), abandoned: count('abandoned') }
  const told = count('understood') + count('not-understood')
  const reviewed = overview.weeks.reduce((sum, week) => sum + week.reviewed, 0)
  const agreed = overview.weeks.reduce((sum, week) => sum + week.agreed, 0)
  const table = { overview, mayOpen, count, share }
  return (
    <>
      <Card title={<FormattedMessage id="oversight.talks" />}>
        {begun === 0 ? (
          <p className={styles.fact}>
            <FormattedMessage id="oversight.none" />
          </p>
        ) : (
          <>
            <p>
              <FormattedMessage id="oversight.says.talks" values={talks} />
            </p>
            <BarChart
              label={intl.formatMessage({ id: 'oversight.says.talks' }, talks)}
              caption={intl.formatMessage({ id: 'oversight.talks' })}
              bars={(['contained', 'handed-off', 'abandoned'] as const).map((measure) => ({
                name: intl.formatMessage({ id: `oversight.measure.${measure}` }),
                now: { value: count(measure), text: intl.formatNumber(count(measure)) },
                before: null,
              }))}
            />
            <Counts
              {...table}
              rows={['begun', 'contained', 'handed-off', 'abandoned']}
              of={begun}
              title="oversight.talks"
            />
          </>
        )}
      </Card>
      {told > 0 && (
        <Card title={<FormattedMessage id="oversight.first" />}>
          <p>
            <FormattedMessage id="oversight.says.first" values={{ share: share(count('understood'), told) }} />
          </p>
          <Counts {...table} rows={['understood', 'not-understood']} of={told} title="oversight.first" />
          <p>
            <Link to="/knowledge" search={{ show: 'questions' } as never}>
              <FormattedMessage id="oversight.unanswered" />
            </Link>
          </p>
        </Card>
      )}
      <Card title={<FormattedMessage id="oversight.waits" />}>
        <p>
          {overview.handOffSeconds ? (
            <FormattedMessage id="oversight.says.hand-off" values={timesOf(intl, overview.handOffSeconds)} />
          ) : (
            <FormattedMessage id="oversight.says.hand-off-none" />
          )}
        </p>
        <p>
          {overview.alertSeconds ? (
            <FormattedMessage id="oversight.says.alert" values={timesOf(intl, overview.alertSeconds)} />
          ) : (
            <FormattedMessage id="oversight.says.alert-none" />
          )}
        </p>
        {count('alerts') > 0 && (
          <Counts {...table} rows={['alerts', 'late-alerts']} of={count('alerts')} title="oversight.waits" />
        )}
      </Card>
      <Card title={<FormattedMessage id="oversight.weeks" />}>
        {reviewed === 0 ? (
          <p className={styles.fact}>
            <FormattedMessage id="oversight.weeks.none" />
          </p>
        ) : (
          <>
            <p>
              <FormattedMessage id="oversight.says.weeks" values={{ reviewed, agreed }} />
            </p>
            <FigureTable className={styles.table} name={intl.formatMessage({ id: 'oversight.weeks' })}>
              <thead>
                <tr>
                  {(['week', 'reviewed', 'agreed'] as const).map((column) => (
                    <th key={column} scope="col">
                      <FormattedMessage id={`oversight.${column}`} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {overview.weeks.map((week) => (
                  <tr key={week.monday}>
                    <th scope="row">{intl.formatDate(week.monday, { dateStyle: 'medium', timeZone: 'UTC' })}</th>
                    <td>{intl.formatNumber(week.reviewed)}</td>
                    <td>{share(week.agreed, week.reviewed)}</td>
                  </tr>
                ))}
              </tbody>
            </FigureTable>
            <Counts {...table} rows={['reviewed', 'disagreed']} of={count('reviewed')} title="oversight.reviews" />
          </>
        )}
      </Card>
      <LlmFigures period={period} {...table} />
      <Card title={<FormattedMessage id="oversight.corrections" />}>
        {count('corrected') === 0 ? (
          <p className={styles.fact}>
            <FormattedMessage id="oversight.corrections.none" />
          </p>
        ) : (
          <Counts
            {...table}
            rows={['corrected', 'corrected-intent', 'corrected-language', 'corrected-tone']}
            of={count('corrected')}
            title="oversight.corrections"
          />
        )}
      </Card>
    </>
  )
}

type Seconds = NonNullable<Overview['handOffSeconds']>

const timesOf = (intl: IntlShape, { median, p90 }: Seconds) => ({
  median: secondsText(intl, median),
  p90: secondsText(intl, p90),
})

/** Up to two minutes in seconds, above them in minutes that were begun. */
const secondsText = (intl: IntlShape, seconds: number): string => {
  const [value, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return intl.formatNumber(value, { style: 'unit', unit, unitDisplay: 'long' } as never)
}

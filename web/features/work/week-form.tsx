/** The week of one person, written like opening hours; dates that are different stand one a line. */
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { readPeriods, WEEKDAYS, weekdayName, writePeriods } from '../organization/hours-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { zoneName } from '../../ui/zone-name.ts'
import { LastChange } from './last-change.tsx'
import type { Member } from './work-page.tsx'
import styles from './work.module.css'

type Week = Awaited<ReturnType<typeof client.workload.pattern>>

export function WeekForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const week = useQuery(
    api.workload.pattern.queryOptions({ input: { staffId: member.staffId }, staleTime: 0, gcTime: 0 }),
  )
  return (
    <Dialog title={<FormattedMessage id="work.week-of" values={{ name: member.name }} />} onClose={onClose}>
      {week.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {week.isError && <FailedState code={problemOf(week.error).code} onRetry={() => void week.refetch()} />}
      {week.data && <Fields key={week.data.version} week={week.data} onClose={onClose} />}
    </Dialog>
  )
}

function Fields({ week, onClose }: { week: Week; onClose: () => void }) {
  const intl = useIntl()
  const [days, setDays] = useState(() =>
    Object.fromEntries(WEEKDAYS.map((day) => [day, writePeriods(week.weekly[day] ?? [])])),
  )
  const [dates, setDates] = useState(() =>
    week.exceptions.map(({ date, periods }) => `${date} ${writePeriods(periods)}`.trim()).join('\n'),
  )
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const weekly = WEEKDAYS.map((day) => [day, readPeriods(days[day] ?? '')] as const)
    const exceptions = dates
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => ({ date: line.slice(0, 10), periods: readPeriods(line.slice(10)) }))
    const unread = intl.formatMessage({ id: 'work.time-problem' })
    if ([...weekly.map(([, periods]) => periods), ...exceptions.map(({ periods }) => periods)].includes(null))
      return setProblem(unread)
    setBusy(true)
    try {
      await client.workload.savePattern({
        staffId: week.staffId,
        timeZone: week.timeZone,
        weekly: Object.fromEntries(weekly.map(([day, periods]) => [day, periods ?? []])),
        exceptions: exceptions.map(({ date, periods }) => ({ date, periods: periods ?? [] })),
        version: week.version,
      })
      showToast({ text: intl.formatMessage({ id: 'work.saved' }) })
      onClose()
    } catch (error) {
      const told = problemOf(error)
      setProblem(told.field ? unread : describeProblem(intl, told))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <p className={styles.fact}>
        <FormattedMessage id="work.week-hint" values={{ zone: zoneName(intl.locale, week.timeZone) }} />
      </p>
      <div className={styles.week}>
        {WEEKDAYS.map((day) => (
          <TextField
            key={day}
            id={`week-${day}`}
            dir="ltr"
            maxLength={200}
            label={weekdayName(intl, day)}
            value={days[day] ?? ''}
            onChange={({ target }) => setDays({ ...days, [day]: target.value })}
          />
        ))}
      </div>
      <TextArea
        id="week-dates"
        dir="ltr"
        rows={3}
        maxLength={10_000}
        label={<FormattedMessage id="work.exceptions" />}
        error={problem}
        value={dates}
        onChange={({ target }) => setDates(target.value)}
      />
      <LastChange {...week} />
      <Button type="submit" tone="primary" busy={busy}>
        <FormattedMessage id="work.save" />
      </Button>
    </form>
  )
}

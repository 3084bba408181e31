/** The week of one site: written, drawn, tried out, saved. */
import { Plus, Trash2 } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { zoneName } from '../../ui/zone-name.ts'
import styles from './edit-hours.module.css'
import { drawnPeriods, readPeriods, WEEKDAYS, weekdayName, writePeriods } from './hours-text.ts'

export type Hours = Awaited<ReturnType<typeof client.openingHours.list>>[number]
type Preview = Awaited<ReturnType<typeof client.openingHours.preview>>

/** What the server may find wrong with hours, and the words for it; for the rest those of the refusal do. */
const PROBLEMS = {
  INVALID_TIME: 'INVALID_TIME',
  EMPTY_PERIOD: 'INVALID_TIME',
  PERIODS_OVERLAP: 'PERIODS_OVERLAP',
  INVALID_DATE: 'INVALID_DATE',
  DATE_TWICE: 'INVALID_DATE',
} as const
/** The preview supposes an answer within four working hours. */
const PREVIEW_MINUTES = 240

type DraftException = { key: number; date: string; text: string; name: string }
type Props = { hours: Hours; site: string; onSaved: () => void; onClose: () => void }

export function EditHours({ hours, site, onSaved, onClose }: Props) {
  const intl = useIntl()
  const [week, setWeek] = useState(() =>
    Object.fromEntries(WEEKDAYS.map((day) => [day, writePeriods(hours.weekly[day] ?? [])])),
  )
  const [exceptions, setExceptions] = useState<DraftException[]>(() =>
    hours.exceptions.map(({ date, periods, name = '' }, key) => ({ key, date, text: writePeriods(periods), name })),
  )
  const [problems, setProblems] = useState<FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState<'preview' | 'save' | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const errorAt = (field: string) => problems.find((problem) => problem.field === field)?.message

  const change = () => setPreview(null)
  const changeException = (key: number, over: Partial<DraftException>) => {
    setExceptions(exceptions.map((one) => (one.key === key ? { ...one, ...over } : one)))
    change()
  }
  const refuse = (found: FormProblem[]) => {
    setProblems(found)
    setAttempt((count) => count + 1)
  }
  /** The id of the control that a field of the server stands in. */
  const controlOf = (field: string | undefined): string => {
    const [part, place, what] = (field ?? '').split('.')
    if (part === 'exceptions' && place !== undefined)
      return `hours-exception-${exceptions[Number(place)]?.key}-${what === 'date' ? 'date' : 'text'}`
    return `hours-${WEEKDAYS.find((day) => day === place) ?? 'mon'}`
  }
  const send = async (what: 'preview' | 'save') => {
    const unread = [
      ...WEEKDAYS.filter((day) => !readPeriods(week[day] ?? '')).map((day) => `hours-${day}`),
      ...exceptions.filter(({ text }) => !readPeriods(text)).map(({ key }) => `hours-exception-${key}-text`),
    ]
    const unreadable = intl.formatMessage({ id: 'organization.hours.problem.INVALID_TIME' })
    if (unread.length > 0) return refuse(unread.map((field) => ({ field, message: unreadable })))
    const draft = {
      siteId: hours.siteId,
      weekly: Object.fromEntries(WEEKDAYS.map((day) => [day, readPeriods(week[day] ?? '') ?? []])),
      exceptions: exceptions.map(({ date, text, name }) => ({ date, periods: readPeriods(text) ?? [], name })),
    }
    setBusy(what)
    try {
      if (what === 'preview') setPreview(await client.openingHours.preview({ ...draft, minutes: PREVIEW_MINUTES }))
      else {
        await client.openingHours.save({ ...draft, version: hours.version })
        showToast({ text: intl.formatMessage({ id: 'organization.hours.saved' }) })
        onSaved()
      }
      setProblems([])
    } catch (error) {
      const problem = problemOf(error)
      const reason = PROBLEMS[problem.detail?.reason as keyof typeof PROBLEMS]
      const words = reason
        ? intl.formatMessage({ id: `organization.hours.problem.${reason}` })
        : describeProblem(intl, problem)
      refuse([{ ...(problem.field ? { field: controlOf(problem.field) } : {}), message: words }])
    } finally {
      setBusy(null)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send('save')
  }

  return (
    <Dialog title={<FormattedMessage id="organization.hours.change" values={{ site }} />} size="wide" onClose={onClose}>
      <form onSubmit={submit} className={styles.form} noValidate>
        <ErrorSummary title={intl.formatMessage({ id: 'desk.form.problem' })} problems={problems} attempt={attempt} />
        <p id="hours-hint" className={styles.hint}>
          <FormattedMessage id="organization.hours.hint" values={{ zone: zoneName(intl.locale, hours.timeZone) }} />
        </p>
        {WEEKDAYS.map((day) => (
          <div key={day} className={styles.day}>
            <TextField
              id={`hours-${day}`}
              dir="ltr"
              maxLength={200}
              label={weekdayName(intl, day)}
              placeholder={intl.formatMessage({ id: 'organization.hours.closed' })}
              error={errorAt(`hours-${day}`)}
              value={week[day] ?? ''}
              onChange={({ target }) => {
                setWeek({ ...week, [day]: target.value })
                change()
              }}
            />
            <DrawnDay text={week[day] ?? ''} />
          </div>
        ))}
        <fieldset className={styles.exceptions}>
          <legend>
            <FormattedMessage id="organization.hours.exceptions" />
          </legend>
          {exceptions.map(({ key, date, text, name }) => (
            <div key={key} className={styles.exception}>
              <TextField
                id={`hours-exception-${key}-date`}
                type="date"
                label={<FormattedMessage id="organization.hours.exception.date" />}
                error={errorAt(`hours-exception-${key}-date`)}
                value={date}
                onChange={({ target }) => changeException(key, { date: target.value })}
              />
              <TextField
                id={`hours-exception-${key}-text`}
                dir="ltr"
                maxLength={200}
                label={<FormattedMessage id="organization.hours.title" />}
                placeholder={intl.formatMessage({ id: 'organization.hours.closed' })}
                error={errorAt(`hours-exception-${key}-text`)}
                value={text}
                onChange={({ target }) => changeException(key, { text: target.value })}
              />
              <TextField
                id={`hours-exception-${key}-name`}
                maxLength={80}
                label={<FormattedMessage id="organization.hours.exception.name" />}
                value={name}
                onChange={({ target }) => changeException(key, { name: target.value })}
              />
              <IconButton
                icon={Trash2}
                aria-label={intl.formatMessage({ id: 'organization.hours.exception.remove' }, { date: date || '–' })}
                onClick={() => {
                  setExceptions(exceptions.filter((one) => one.key !== key))
                  change()
                }}
              />
            </div>
          ))}
          <Button
            size="small"
            icon={Plus}
            onClick={() => {
              const key = Math.max(-1, ...exceptions.map((one) => one.key)) + 1
              setExceptions([...exceptions, { key, date: '', text: '', name: '' }])
            }}
          >
            <FormattedMessage id="organization.hours.exception.add" />
          </Button>
        </fieldset>
        {preview && <Deadlines preview={preview} zone={hours.timeZone} />}
        <div className={styles.actions}>
          <Button busy={busy === 'preview'} onClick={() => void send('preview')}>
            <FormattedMessage id="organization.hours.preview" />
          </Button>
          <Button type="submit" tone="primary" busy={busy === 'save'}>
            <FormattedMessage id="desk.save" />
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** A day from midnight to midnight. The field beside it says the same in words. */
function DrawnDay({ text }: { text: string }) {
  return (
    <span aria-hidden className={styles.drawn}>
      {drawnPeriods(readPeriods(text) ?? []).map(({ start, length }) => (
        <span
          key={start}
          style={{ insetInlineStart: `${start * 100}%`, inlineSize: `${length * 100}%` }}
          className={styles.open}
        />
      ))}
    </span>
  )
}

function Deadlines({ preview, zone }: { preview: Preview; zone: string }) {
  return (
    <table className={styles.deadlines}>
      <caption>
        <FormattedMessage id="organization.hours.deadlines" />
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <FormattedMessage id="organization.hours.received" />
          </th>
          <th scope="col">
            <FormattedMessage id="organization.hours.due" />
          </th>
        </tr>
      </thead>
      <tbody>
        {preview.deadlines.map(({ receivedAt, dueAt }) => (
          <tr key={receivedAt}>
            <td>
              <Timestamp at={receivedAt} style="full" zone={zone} />
            </td>
            <td>{dueAt && <Timestamp at={dueAt} style="full" zone={zone} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

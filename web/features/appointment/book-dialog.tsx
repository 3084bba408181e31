/** A visit is noted on the clock of its site. A time that the change of the clocks leaves out offers its neighbours; one that comes twice, both. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { newMessageId } from '../../api/message-id.ts'
import { problemOf } from '../../api/refusal.ts'
import type { ConversationDetail, PersonPane } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { zoneName } from '../../ui/zone-name.ts'
import { StepProblems, useStep } from '../session/index.ts'
import styles from './visits.module.css'
import { describeVisitTime } from './visit-time.tsx'

type BookDialogProps = { patient: PersonPane; conversation: ConversationDetail; onClose: () => void }

/** What the clocks make of the time that was asked for: it is left out, or comes twice. */
type Turn = { kind: 'TIME_DOES_NOT_EXIST' | 'TIME_IS_AMBIGUOUS'; times: string[] }
const WHICH = ['first', 'second'] as const

const WHAT_MAX = 80
const MINUTES = { least: 5, most: 480, step: 5, usual: 30 }

export function BookDialog({ patient, conversation, onClose }: BookDialogProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const organization = useQuery(api.organization.get.queryOptions())
  const sites = organization.data?.sites ?? []
  const [id] = useState(newMessageId)
  const [chosenSite, setChosenSite] = useState(patient.siteId)
  const [what, setWhat] = useState('')
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [minutes, setMinutes] = useState(String(MINUTES.usual))
  const [turn, setTurn] = useState<Turn | null>(null)
  const [which, setWhich] = useState<(typeof WHICH)[number]>()
  const site = sites.find((one) => one.id === chosenSite) ?? sites[0]
  const timeZone = site?.timeZone ?? intl.timeZone ?? 'UTC'
  const step = useStep({
    siteId: 'visit-site',
    what: 'visit-what',
    day: 'visit-day',
    time: 'visit-time',
    minutes: 'visit-minutes',
  })
  /** Another day, time or place is another question to the clocks. */
  const changing =
    (set: (value: string) => void) =>
    (value: string): void => {
      set(value)
      setTurn(null)
      setWhich(undefined)
    }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!site) return
    const visit = { id, siteId: site.id, what: what.trim(), day, time, minutes: Number(minutes), which }
    void step.run(
      async () => {
        try {
          return await client.appointment.book({ patientId: patient.id, conversationId: conversation.id, ...visit })
        } catch (error) {
          setTurn(turnOf(error))
          throw error
        }
      },
      (booked) => {
        void queries.invalidateQueries({ queryKey: api.appointment.key() })
        showToast({ text: intl.formatMessage({ id: 'visits.booked' }, { time: describeVisitTime(intl, booked) }) })
        onClose()
      },
      'visit-time',
    )
  }
  const clock = (instant: string, extra?: Intl.DateTimeFormatOptions) =>
    intl.formatDate(instant, { hour: 'numeric', minute: '2-digit', timeZone, ...extra })
  return (
    <Dialog title={<FormattedMessage id="visits.book" />} size="small" onClose={onClose}>
      {organization.isError && !organization.data && (
        <Failed error={organization.error} onRetry={() => void organization.refetch()} />
      )}
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <TextField
          id="visit-what"
          required
          maxLength={WHAT_MAX}
          label={<FormattedMessage id="visits.what" />}
          hint={<FormattedMessage id="visits.what.hint" />}
          value={what}
          onChange={({ target }) => setWhat(target.value)}
        />
        <Select
          id="visit-site"
          label={<FormattedMessage id="visits.site" />}
          value={site?.id ?? ''}
          onChange={changing(setChosenSite)}
          options={sites.map((one) => ({ value: one.id, label: one.name }))}
        />
        <TextField
          id="visit-day"
          type="date"
          required
          min={dayAt(Date.now(), timeZone)}
          label={<FormattedMessage id="visits.day" />}
          value={day}
          onChange={({ target }) => changing(setDay)(target.value)}
        />
        <div className={styles.times}>
          <TextField
            id="visit-time"
            type="time"
            required
            label={<FormattedMessage id="visits.time" />}
            value={time}
            onChange={({ target }) => changing(setTime)(target.value)}
          />
          <TextField
            id="visit-minutes"
            type="number"
            required
            min={MINUTES.least}
            max={MINUTES.most}
            step={MINUTES.step}
            label={<FormattedMessage id="visits.minutes" />}
            value={minutes}
            onChange={({ target }) => setMinutes(target.value)}
          />
          <p className={styles.fact}>
            <FormattedMessage id="visits.zone" values={{ zone: zoneName(intl.locale, timeZone) }} />
          </p>
        </div>
        {turn?.kind === 'TIME_DOES_NOT_EXIST' && (
          <Choice
            name="visit-neighbour"
            legend={<FormattedMessage id="visits.left-out" />}
            value={turn.times.find((at) => clockAt(at, timeZone) === time)}
            onChange={(at) => {
              setDay(dayAt(at, timeZone))
              setTime(clockAt(at, timeZone))
            }}
            options={turn.times.map((at) => ({ value: at, label: clock(at, { weekday: 'short' }) }))}
          />
        )}
        {turn?.kind === 'TIME_IS_AMBIGUOUS' && (
          <Choice
            name="visit-which"
            legend={<FormattedMessage id="visits.twice" />}
            value={which}
            onChange={setWhich}
            options={WHICH.map((value, n) => ({
              value,
              label: (
                <FormattedMessage
                  id={`visits.twice.${value}`}
                  values={{ time: clock(turn.times[n] ?? '', { timeZoneName: 'long' }) }}
                />
              ),
            }))}
          />
        )}
        <Button type="submit" tone="primary" busy={step.isBusy} disabled={!site}>
          <FormattedMessage id="visits.book.do" />
        </Button>
      </form>
    </Dialog>
  )
}

function turnOf(error: unknown): Turn | null {
  const { code, detail } = problemOf(error)
  if (code !== 'TIME_DOES_NOT_EXIST' && code !== 'TIME_IS_AMBIGUOUS') return null
  return { kind: code, times: (detail?.times as string[] | undefined) ?? [] }
}

/** As a field for dates and one for times write it. */
const dayAt = (at: string | number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at))
const clockAt = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at))

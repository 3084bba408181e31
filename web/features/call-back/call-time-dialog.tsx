/** Which number is called, on which day, at which of its free times: on the clock of whoever is called. */
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { Button } from '../../ui/button.tsx'
import { ContactValue, readableContact } from '../../ui/contact-value.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { describeTime, Timestamp } from '../../ui/timestamp.tsx'
import { StepProblems, useStep } from '../session/index.ts'
import styles from '../../ui/entries.module.css'
import { zoneName } from '../../ui/zone-name.ts'

type Chosen = { address: string; at: string; timeZone: string }
type CallTimeDialogProps = {
  conversationId: string
  /** The promise that gets another time; without one a new promise is made. */
  moved?: { address: string; dueAt: string }
  onChosen: (chosen: Chosen) => Promise<void>
  onClose: () => void
}

const DAYS_AHEAD = 30
const DAY_MS = 86_400_000

export function CallTimeDialog({ conversationId, moved, onChosen, onClose }: CallTimeDialogProps) {
  const intl = useIntl()
  const [today] = useState(() => Date.now())
  const [day, setDay] = useState(() => dayOf(today))
  const [number, setNumber] = useState<string | null>(moved?.address ?? null)
  const [time, setTime] = useState<string | null>(null)
  const offer = useQuery({
    ...api.callBack.offer.queryOptions({ input: { conversationId, day } }),
    placeholderData: (before) => before,
    staleTime: 0,
    enabled: day !== '',
  })
  const step = useStep({ at: 'call-time', address: 'call-number' })
  const { numbers = [], times = [], timeZone = intl.timeZone ?? 'UTC', promised = [] } = offer.data ?? {}
  const address = number ?? numbers[0] ?? ''
  const at = time !== null && times.includes(time) ? time : (times[0] ?? '')
  const before = moved ? undefined : promised.find((one) => one.address === address)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(() => onChosen({ address, at, timeZone }), onClose, 'call-time')
  }
  return (
    <Dialog
      title={
        moved ? (
          <FormattedMessage id="phone.move.title" values={{ number: <ContactValue value={moved.address} /> }} />
        ) : (
          <FormattedMessage id="phone.book.title" />
        )
      }
      size="small"
      onClose={onClose}
    >
      {offer.isError && <Failed error={offer.error} onRetry={() => void offer.refetch()} />}
      {offer.isSuccess && numbers.length === 0 ? (
        <p>
          <FormattedMessage id="phone.book.no-number" />
        </p>
      ) : (
        <form onSubmit={submit} className={styles.form}>
          <StepProblems step={step} />
          {!moved && (
            <Select
              id="call-number"
              label={<FormattedMessage id="phone.book.number" />}
              value={address}
              onChange={setNumber}
              options={numbers.map((value) => ({ value, label: readableContact(value) }))}
            />
          )}
          <TextField
            id="call-day"
            type="date"
            required
            min={dayOf(today)}
            max={dayOf(today + DAYS_AHEAD * DAY_MS)}
            label={<FormattedMessage id="phone.book.day" />}
            value={day}
            onChange={(change) => setDay(change.target.value)}
          />
          <Select
            id="call-time"
            label={<FormattedMessage id="phone.book.time" />}
            hint={<FormattedMessage id="phone.book.zone" values={{ zone: zoneName(intl.locale, timeZone) }} />}
            disabled={times.length === 0}
            value={at}
            onChange={setTime}
            options={
              times.length > 0
                ? times.map((value) => ({
                    value,
                    label: describeTime(intl, new Date(value), new Date(value), 'clock', timeZone),
                  }))
                : [{ value: '', label: intl.formatMessage({ id: 'phone.book.none' }) }]
            }
          />
          {before && (
            <p className={styles.fact}>
              <FormattedMessage
                id="phone.book.promised"
                values={{ time: <Timestamp key="due" at={before.dueAt} style="exact" zone={timeZone} /> }}
              />
            </p>
          )}
          <Button type="submit" tone="primary" busy={step.isBusy} disabled={at === '' || offer.isPlaceholderData}>
            <FormattedMessage id={moved ? 'phone.move.do' : 'phone.book.do'} />
          </Button>
        </form>
      )}
    </Dialog>
  )
}

/** The reader's day, as a field for dates writes it. */
const dayOf = (at: number): string => new Intl.DateTimeFormat('en-CA').format(new Date(at))

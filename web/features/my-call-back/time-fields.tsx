/** A day, and one of its free times, on the clock of whoever is called. */
import { FormattedMessage, useIntl } from 'react-intl'
import { Failed } from '../../api/failed.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { describeTime } from '../../ui/timestamp.tsx'
import type { useCallTimes } from './use-call-times.ts'

type TimeFieldsProps = {
  of: ReturnType<typeof useCallTimes>
  errorAt: (field: string) => string | undefined
}

export function TimeFields({ of: { offer, day, setDay, first, last, times, at, setTime }, errorAt }: TimeFieldsProps) {
  const intl = useIntl()
  const zone = offer.data?.timeZone ?? intl.timeZone ?? 'UTC'
  const none = intl.formatMessage({ id: offer.isPlaceholderData ? 'calls.times.wait' : 'calls.times.none' })
  if (offer.isError) return <Failed error={offer.error} onRetry={() => void offer.refetch()} />
  return (
    <>
      <TextField
        id="call-day"
        type="date"
        required
        min={first}
        max={last}
        label={<FormattedMessage id="calls.day" />}
        value={day}
        onChange={({ target }) => setDay(target.value)}
      />
      <Select
        id="call-time"
        label={<FormattedMessage id="calls.time" />}
        hint={<FormattedMessage id="calls.time.hint" />}
        error={errorAt('call-time')}
        disabled={times.length === 0}
        value={at}
        onChange={setTime}
        options={
          times.length > 0
            ? times.map((value) => ({
                value,
                label: describeTime(intl, new Date(value), new Date(value), 'clock', zone),
              }))
            : [{ value: '', label: none }]
        }
      />
    </>
  )
}

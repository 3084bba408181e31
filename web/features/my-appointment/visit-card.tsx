import { useQueryClient } from '@tanstack/react-query'
import { CalendarX, MapPin } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { PlaceLink } from '../../places/place-link.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useNow } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './my-appointment.module.css'
import type { MyVisit } from './use-my-visits.ts'
import { describeVisitTime, VisitWhen } from './visit-when.tsx'

export function VisitCard({ visit, onCancel }: { visit: MyVisit; onCancel: () => void }) {
  const intl = useIntl()
  const now = useNow()
  const restoring = useRestore(visit)
  const time = describeVisitTime(intl, visit)
  const isCancelled = visit.status === 'cancelled'
  const mayChange = new Date(isCancelled ? (visit.restoreUntil ?? 0) : visit.startAt) > now
  return (
    <li className={classNames(styles.card, isCancelled && styles.off)}>
      {isCancelled && (
        <div>
          <Badge icon={CalendarX}>
            <FormattedMessage id="my-visits.cancelled" />
          </Badge>
        </div>
      )}
      <VisitWhen visit={visit} />
      <p className={styles.place}>
        <MapPin aria-hidden size="1.1em" />
        <bdi>{visit.siteName}</bdi>
      </p>
      <p>
        <bdi>{visit.what}</bdi>
      </p>
      {isCancelled && (
        <p className={styles.fact}>
          <FormattedMessage
            id={visit.cancelledBy === 'staff' ? 'my-visits.cancelled.by-us' : 'my-visits.cancelled.by-you'}
          />
        </p>
      )}
      <div className={styles.actions}>
        {/* One button for both: the focus that comes back after a cancellation is on the way back. */}
        {mayChange && (
          <Button
            busy={restoring.isBusy}
            aria-label={intl.formatMessage(
              { id: isCancelled ? 'my-visits.restore.of' : 'my-visits.cancel.of' },
              { time },
            )}
            onClick={isCancelled ? () => void restoring.restore() : onCancel}
          >
            <FormattedMessage id={isCancelled ? 'my-visits.restore' : 'my-visits.cancel'} />
          </Button>
        )}
        <PlaceLink
          to={{ name: 'new-message' }}
          className={styles.link}
          aria-label={intl.formatMessage({ id: 'my-visits.change.of' }, { time })}
        >
          <FormattedMessage id="my-visits.change" />
        </PlaceLink>
      </div>
    </li>
  )
}

/** What the server says of it where it is not taken back, in words of this page. */
const REFUSED: Partial<Record<string, 'my-visits.restore.over' | 'my-visits.restore.busy'>> = {
  STATE_NOT_ALLOWED: 'my-visits.restore.over',
  PATIENT_BUSY: 'my-visits.restore.busy',
}

function useRestore({ id: appointmentId, version }: MyVisit) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [isBusy, setIsBusy] = useState(false)
  const restore = async () => {
    setIsBusy(true)
    try {
      await client.myAppointment.restore({ appointmentId, version })
      showToast({ text: intl.formatMessage({ id: 'my-visits.restored' }) })
    } catch (error) {
      const problem = problemOf(error)
      const id = REFUSED[problem.code]
      showToast({ text: id ? intl.formatMessage({ id }) : describeProblem(intl, problem) })
    } finally {
      await queries.invalidateQueries({ queryKey: api.myAppointment.key() })
      setIsBusy(false)
    }
  }
  return { isBusy, restore }
}

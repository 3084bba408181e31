/** Visits in the portal: those ahead, the next first; called off, and taken back for a while. */
import { CalendarDays, Lock } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Failed } from '../../api/failed.tsx'
import { problemOf } from '../../api/refusal.ts'
import { PlaceLink } from '../../places/place-link.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import { useWhose } from '../patient-session/patient-session.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { useMyVisits } from './use-my-visits.ts'
import { VisitCard } from './visit-card.tsx'
import styles from './my-appointment.module.css'

export function VisitsPage() {
  const intl = useIntl()
  const whose = useWhose()
  const visits = useMyVisits()
  const [cancelling, setCancelling] = useState<string | null>(null)
  // As it is now: its version is asked for with every change.
  const chosen = visits.data?.find(({ id }) => id === cancelling)
  return (
    <Page
      narrow
      title={intl.formatMessage({ id: 'my-visits.title' }, whose)}
      lead={visits.data && visits.data.length > 0 && <FormattedMessage id="my-visits.lead" values={whose} />}
    >
      {visits.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {visits.isError && !visits.data && <NotShown error={visits.error} onRetry={() => void visits.refetch()} />}
      {visits.data?.length === 0 && (
        <EmptyState icon={CalendarDays} title={<FormattedMessage id="my-visits.none" />} action={<Write />}>
          <FormattedMessage id="my-visits.none.hint" />
        </EmptyState>
      )}
      {visits.data && visits.data.length > 0 && (
        <ul className={styles.visits} aria-label={intl.formatMessage({ id: 'my-visits.list' })}>
          {visits.data.map((visit) => (
            <VisitCard key={visit.id} visit={visit} onCancel={() => setCancelling(visit.id)} />
          ))}
        </ul>
      )}
      {chosen && <CancelDialog visit={chosen} onClose={() => setCancelling(null)} />}
    </Page>
  )
}

/** Whoever acts for a patient needs the patient's word for visits, too. */
function NotShown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { whose, name } = useWhose()
  const { code } = problemOf(error)
  if (whose === 'mine' || (code !== 'NOT_FOUND' && code !== 'NOT_ALLOWED'))
    return <Failed error={error} onRetry={onRetry} />
  return (
    <EmptyState icon={Lock} title={<FormattedMessage id="my-visits.no-grant" values={{ name }} />} action={<Write />}>
      <FormattedMessage id="my-visits.no-grant.hint" />
    </EmptyState>
  )
}

const Write = () => (
  <PlaceLink to={{ name: 'new-message' }} className={buttonClass('primary')}>
    <FormattedMessage id="portal.messages.write" />
  </PlaceLink>
)

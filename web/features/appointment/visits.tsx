/** What a patient has ahead at the clinic, what was cancelled of it, and what the texts about it came to (desk-D8). Code and words come with the pane of somebody who was verified. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { CalendarX, Lock } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { useChanges } from '../../api/live.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationDetail, PersonPane } from '../../api/types.ts'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { isOtherClock, Timestamp, useNow } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { zoneName } from '../../ui/zone-name.ts'
import { Section } from '../conversation/pane-section.tsx'
import { BookDialog } from './book-dialog.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { Reminders } from './reminders.tsx'
import styles from './visits.module.css'
import { VisitTime } from './visit-time.tsx'

const words: CatalogueParts = {
  en: [() => import('../../i18n/en/visits.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/visits.json', { with: { type: 'json' } })],
}

export type Visit = Awaited<ReturnType<typeof client.appointment.list>>['items'][number]
type VisitsProps = { patient: PersonPane; conversation: ConversationDetail; view: string; mayWrite: boolean }
type Asking = { what: 'book' } | { what: 'cancel'; id: string } | null

export const Visits = (props: VisitsProps) => (
  <PageWords parts={words}>
    <Section title={<FormattedMessage id="visits.title" />}>
      <Listed {...props} />
    </Section>
  </PageWords>
)

function Listed({ patient, conversation, view, mayWrite }: VisitsProps) {
  const queries = useQueryClient()
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  const conversationId = conversation.id
  const listed = useQuery(api.appointment.list.queryOptions({ input: { patientId: patient.id, conversationId } }))
  useChanges((changes) => {
    if (changes === null || changes.some(({ id }) => id === conversationId))
      void queries.invalidateQueries({ queryKey: api.appointment.key() })
  })
  if (!listed.data)
    return listed.isError ? (
      <Failed error={listed.error} onRetry={() => void listed.refetch()} />
    ) : (
      <Skeleton>
        <SkeletonBar width="long" />
        <SkeletonBar width="middle" />
      </Skeleton>
    )
  const { items, isLocked } = listed.data
  // The rest of the pane is open to whoever speaks for the patient; of visits only somebody with a grant for them is told.
  if (isLocked)
    return (
      <p className={styles.fact}>
        <Lock aria-hidden size="1em" /> <FormattedMessage id="visits.locked" />
      </p>
    )
  // As it is now: its version is asked for with every change.
  const cancelled = asking?.what === 'cancel' ? items.find(({ id }) => id === asking.id) : undefined
  return (
    <>
      {items.length === 0 ? (
        <p className={styles.fact}>
          <FormattedMessage id="visits.none" />
        </p>
      ) : (
        <ul className={styles.visits}>
          {items.map((visit) => (
            <VisitLine
              key={visit.id}
              {...{ visit, conversationId, view, mayWrite }}
              onCancel={() => setAsking({ what: 'cancel', id: visit.id })}
            />
          ))}
        </ul>
      )}
      {mayWrite && patient.isActive && patient.deceasedOn === null && (
        <div>
          <Button size="small" onClick={() => setAsking({ what: 'book' })}>
            <FormattedMessage id="visits.book" />
          </Button>
        </div>
      )}
      {asking?.what === 'book' && <BookDialog {...{ patient, conversation }} onClose={close} />}
      {cancelled && <CancelDialog visit={cancelled} conversationId={conversationId} onClose={close} />}
    </>
  )
}

type VisitLineProps = {
  visit: Visit
  conversationId: string
  view: string
  mayWrite: boolean
  onCancel: () => void
}

function VisitLine({ visit, conversationId, view, mayWrite, onCancel }: VisitLineProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const now = useNow()
  const [isBusy, setBusy] = useState(false)
  const isCancelled = visit.status === 'cancelled'
  const mayChange = new Date(isCancelled ? (visit.restoreUntil ?? 0) : visit.startAt) > now
  const restore = async () => {
    setBusy(true)
    try {
      await client.appointment.restore({ appointmentId: visit.id, version: visit.version, conversationId })
      showToast({ text: intl.formatMessage({ id: 'visits.restored' }) })
    } catch (error) {
      const { code } = problemOf(error)
      const text =
        code === 'STATE_NOT_ALLOWED'
          ? intl.formatMessage({ id: 'visits.restore.over' })
          : describeProblem(intl, { code })
      showToast({ text })
    } finally {
      await queries.invalidateQueries({ queryKey: api.appointment.key() })
      setBusy(false)
    }
  }
  return (
    <li className={styles.visit}>
      <p className={isCancelled ? styles.off : styles.when}>
        <VisitTime visit={visit} />
      </p>
      <p>
        <bdi>{visit.what}</bdi>
      </p>
      <p className={styles.fact}>
        {visit.siteName}
        {isOtherClock(new Date(visit.startAt), visit.timeZone) && ` · ${zoneName(intl.locale, visit.timeZone)}`}
      </p>
      {isCancelled && <Cancelled visit={visit} />}
      <Reminders {...{ visit, conversationId, view }} />
      {/* One button for both: the focus that comes back after a cancellation is on the way back. */}
      {mayWrite && mayChange && (
        <div className={styles.action}>
          <Button
            size="small"
            tone="plain"
            busy={isBusy}
            aria-label={intl.formatMessage(
              { id: isCancelled ? 'visits.restore.of' : 'visits.cancel.of' },
              { what: visit.what },
            )}
            onClick={isCancelled ? () => void restore() : onCancel}
          >
            <FormattedMessage id={isCancelled ? 'visits.restore' : 'visits.cancel'} />
          </Button>
        </div>
      )}
    </li>
  )
}

function Cancelled({ visit: { cancelledAt, cancelledBy, cancelReason } }: { visit: Visit }) {
  const intl = useIntl()
  return (
    <>
      <div>
        <Badge icon={CalendarX}>
          <FormattedMessage id="visits.cancelled" />
        </Badge>
      </div>
      <p className={styles.fact}>
        {cancelledAt && cancelledBy && (
          <FormattedMessage
            id={`visits.cancelled-by.${cancelledBy}`}
            values={{ when: <Timestamp key="when" at={cancelledAt} style="exact" /> }}
          />
        )}
        {cancelReason && cancelReason !== 'other' && (
          <>
            {' · '}
            {intl.formatMessage({ id: `visits.reason.${cancelReason}` })}
          </>
        )}
      </p>
    </>
  )
}

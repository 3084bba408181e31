/**
 * Red flags that nobody has accepted: fixed above everything, in the patient's own words, until somebody takes them.
 *
 * Announced once, assertively; the band stays.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Siren } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useAction } from '../../actions/registry.tsx'
import { api } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { SafetyAlert } from '../../api/types.ts'
import { inWordsOf } from '../../i18n/worded.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { describeAge, useNow } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './red-flag-band.module.css'

/** More than this are told as a number, with a way to the view. */
const SHOWN = 3
/** Should the socket be down, the band still asks, in milliseconds. */
const ASK_EVERY_MS = 10_000

type RedFlagBandProps = {
  mayAccept: boolean
  /** The conversation that is open: its own flags are accepted there. */
  openId: string | undefined
}

export function RedFlagBand({ mayAccept, openId }: RedFlagBandProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const alerts = useQuery(
    api.alert.open.queryOptions({ refetchInterval: ASK_EVERY_MS, refetchIntervalInBackground: true }),
  )
  useChanges(() => void queries.invalidateQueries({ queryKey: api.alert.open.key() }))
  const accept = useMutation(
    api.alert.accept.mutationOptions({
      onSuccess: ({ conversationId }, { alertId }) =>
        alerts.data?.find(({ id }) => id === alertId)?.isHidden ||
        void navigate({ to: '/inbox/$view/$conversationId', params: { view: 'red-flags', conversationId } } as never),
      onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: api.alert.key() }),
          queries.invalidateQueries({ queryKey: api.conversation.key() }),
        ]),
    }),
  )
  const open = alerts.data ?? []
  const first = open[0]
  // With a conversation open, the key belongs to that conversation.
  useAction('accept-alert', first && mayAccept && !openId && (() => accept.mutate({ alertId: first.id })))
  useAction(
    'open-alert',
    first &&
      !first.isHidden &&
      (() =>
        void navigate({
          to: '/inbox/$view/$conversationId',
          params: { view: 'red-flags', conversationId: first.conversationId },
        } as never)),
  )

  return (
    <section className={styles.band} aria-label={intl.formatMessage({ id: 'desk.band' })}>
      <p role="alert" className="visually-hidden">
        {first && (
          <FormattedMessage
            id="desk.band.announce"
            values={{
              count: open.length,
              reason: first.isHidden ? intl.formatMessage({ id: 'desk.band.hidden' }) : first.words,
            }}
          />
        )}
      </p>
      {open.length > 0 && (
        <ul className={styles.alerts}>
          {open.slice(0, SHOWN).map((alert) => (
            <AlertLine
              key={alert.id}
              alert={alert}
              mayAccept={mayAccept}
              isAccepting={accept.isPending && accept.variables.alertId === alert.id}
              onAccept={() => accept.mutate({ alertId: alert.id })}
            />
          ))}
        </ul>
      )}
      {[SHOWN, 1].map(
        (shown) =>
          open.length > shown && (
            <Link
              key={shown}
              to="/inbox/$view"
              params={{ view: 'red-flags' } as never}
              className={classNames(styles.more, shown === 1 ? styles.fewer : styles.many)}
            >
              <FormattedMessage id="desk.band.more" values={{ count: open.length - shown }} />
            </Link>
          ),
      )}
    </section>
  )
}

type AlertLineProps = { alert: SafetyAlert; mayAccept: boolean; isAccepting: boolean; onAccept: () => void }

function AlertLine({ alert, mayAccept, isAccepting, onAccept }: AlertLineProps) {
  const intl = useIntl()
  const now = useNow()
  // The clock of the server may be a second ahead of this one.
  const raisedAt = new Date(Math.min(Date.parse(alert.raisedAt), now.getTime()))
  return (
    <li className={styles.alert}>
      <Siren aria-hidden size="1.35em" />
      {alert.isHidden ? (
        <strong className={styles.words}>
          <FormattedMessage id="desk.band.hidden" />
        </strong>
      ) : (
        <Link
          to="/inbox/$view/$conversationId"
          params={{ view: 'red-flags', conversationId: alert.conversationId } as never}
          className={styles.words}
        >
          <strong>{alert.patientName ?? <FormattedMessage id="desk.unknown-sender" />}</strong>
          <q dir="auto" title={inWordsOf(intl, alert.reason)}>
            {alert.words}
          </q>
        </Link>
      )}
      <span className={styles.age}>
        <FormattedMessage id="desk.band.since" values={{ age: describeAge(intl, raisedAt, now) }} />
      </span>
      {mayAccept ? (
        <Button size="small" busy={isAccepting} onClick={onAccept} className={styles.accept}>
          <FormattedMessage id="desk.alert.accept" />
        </Button>
      ) : (
        <span className={styles.age}>
          <FormattedMessage id="desk.alert.nurse-only" />
        </span>
      )}
    </li>
  )
}

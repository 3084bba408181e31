/** Warns two minutes before a session ends, and leaves without a trace when it has ended. */
import { useQueryClient } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { askSession } from '../../api/ask-session.ts'
import { client } from '../../api/client.ts'
import type { SessionState } from '../../api/types.ts'
import { endsOf, minutesAndSeconds } from '../../api/session-clock.ts'
import { useSessionClock } from '../../api/use-session-clock.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './session.module.css'
import { sessionOptions, useSession } from './session.ts'

/** Seconds left at which the time is told again to a screen reader (trust.md section 4). */
const TOLD_AGAIN_AT = 30

type SessionWarningProps = { onSignOut: () => void; onWarn: () => void; onOver: () => void }

/** Stands inside the desk, where somebody is signed in. */
export function SessionWarning(props: SessionWarningProps) {
  const session = useSession()
  return session.data ? <Warning {...props} session={session.data} receivedAt={session.dataUpdatedAt} /> : null
}

type WarningProps = SessionWarningProps & { session: SessionState; receivedAt: number }

function Warning({ session, receivedAt, onSignOut, onWarn, onOver }: WarningProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { queryKey } = sessionOptions()
  const { state, stay } = useSessionClock({
    ends: endsOf(session, receivedAt),
    extend: async () => {
      const told = await client.session.extend()
      queries.setQueryData(queryKey, (old: SessionState | undefined) => old && { ...old, ...told })
      return endsOf(told, Date.now())
    },
    ask: async () => {
      const fresh = await askSession()
      return fresh.level === 'full' ? endsOf(fresh, Date.now()) : null
    },
    onWarn,
    onOver,
  })
  if (state.kind !== 'warn') return null
  return (
    <Dialog
      insists
      size="small"
      title={<FormattedMessage id="desk.session.title" />}
      onClose={stay}
      actions={
        <>
          <Button onClick={onSignOut}>
            <FormattedMessage id="desk.action.sign-out" />
          </Button>
          {state.mayExtend && (
            <Button tone="primary" autoFocus onClick={stay}>
              <FormattedMessage id="desk.session.stay" />
            </Button>
          )}
        </>
      }
    >
      <p>
        <FormattedMessage id={state.mayExtend ? 'desk.session.soon' : 'desk.session.day-is-over'} />
      </p>
      <p className={styles.timeLeft} aria-hidden>
        <FormattedMessage id="desk.session.left" values={{ time: minutesAndSeconds(state.secondsLeft) }} />
      </p>
      <p role="status" className="visually-hidden">
        {state.secondsLeft <= TOLD_AGAIN_AT
          ? intl.formatMessage({ id: 'desk.session.seconds' }, { seconds: TOLD_AGAIN_AT })
          : intl.formatMessage({ id: 'desk.session.minutes' })}
      </p>
    </Dialog>
  )
}

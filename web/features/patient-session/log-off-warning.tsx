/** Two minutes before the end: the question whether somebody is still there. Afterwards nothing of a patient stays on the page. */
import { useQueryClient } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { askSession } from '../../api/ask-session.ts'
import { api, client } from '../../api/client.ts'
import type { SessionState } from '../../api/types.ts'
import { endsOf, minutesAndSeconds } from '../../api/session-clock.ts'
import { useSessionClock } from '../../api/use-session-clock.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { usePatientSession } from './patient-session.tsx'
import { leaveAtEnd } from './sign-out.ts'
import styles from './log-off-warning.module.css'

/** Seconds left at which the time is told again to a screen reader (trust.md section 4). */
const TOLD_AGAIN_AT = 30

export function LogOffWarning({ onWarn, onOver }: { onWarn: () => void; onOver: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { ends } = usePatientSession()
  const { state, stay } = useSessionClock({
    ends,
    extend: async () => {
      const told = await client.session.extend()
      queries.setQueryData(api.session.get.queryKey(), (old: SessionState | undefined) => old && { ...old, ...told })
      return endsOf(told, Date.now())
    },
    ask: async () => {
      const fresh = await askSession()
      return fresh.level === 'full' ? endsOf(fresh, Date.now()) : null
    },
    onWarn,
    onOver: () => {
      onOver()
      void leaveAtEnd(queries)
    },
  })

  if (state.kind !== 'warn') return null
  return (
    <Dialog
      insists
      size="small"
      title={<FormattedMessage id="portal.log-off.title" />}
      onClose={stay}
      actions={
        state.mayExtend && (
          <Button tone="primary" autoFocus onClick={stay}>
            <FormattedMessage id="portal.log-off.stay" />
          </Button>
        )
      }
    >
      <p>
        {state.mayExtend ? (
          <FormattedMessage id="portal.log-off.text" />
        ) : (
          <FormattedMessage id="portal.log-off.day-is-over" />
        )}
      </p>
      <p className={styles.left} aria-hidden>
        <FormattedMessage id="portal.log-off.left" values={{ time: minutesAndSeconds(state.secondsLeft) }} />
      </p>
      <p role="status" className="visually-hidden">
        {state.secondsLeft <= TOLD_AGAIN_AT
          ? intl.formatMessage({ id: 'portal.log-off.soon' }, { seconds: TOLD_AGAIN_AT })
          : intl.formatMessage({ id: 'portal.log-off.two-minutes' })}
      </p>
    </Dialog>
  )
}

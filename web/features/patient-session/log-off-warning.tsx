/** Two minutes before the end: the question whether somebody is still there. Afterwards nothing of a patient stays on the page. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import type { SessionState } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { usePatientSession } from './patient-session.tsx'
import { clockState, type ClockState } from './session-clock.ts'
import { forgetAnswers } from './sign-out.ts'
import styles from './log-off-warning.module.css'

const TICK_MS = 1_000
/** Seconds left at which the time is told again to a screen reader (trust.md section 4). */
const TOLD_AGAIN_AT = 30

export function LogOffWarning({ onOver }: { onOver: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { idleEndsAt, endsAt } = usePatientSession()
  const [state, setState] = useState<ClockState>({ kind: 'quiet' })
  const touchedAt = useRef(0)
  const extendedAt = useRef(Date.now())
  const isOver = useRef(false)

  const extend = async () => {
    extendedAt.current = Date.now()
    const ends = await client.session.extend()
    queries.setQueryData(api.session.get.queryKey(), (old: SessionState | undefined) => old && { ...old, ...ends })
  }

  const tick = useRef(() => {})
  useEffect(() => {
    tick.current = () => {
      const next = clockState({
        now: Date.now(),
        idleEndsAt: idleEndsAt ? Date.parse(idleEndsAt) : null,
        endsAt: endsAt ? Date.parse(endsAt) : null,
        touchedAt: touchedAt.current,
        extendedAt: extendedAt.current,
      })
      setState((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
      if (next.kind === 'extend') void extend().catch(() => {})
      if (next.kind !== 'over' || isOver.current) return
      isOver.current = true
      onOver()
      void client.session
        .signOut()
        .catch(() => {})
        .then(() => forgetAnswers(queries))
    }
  })

  useEffect(() => {
    const touch = () => {
      touchedAt.current = Date.now()
    }
    const kinds = ['pointerdown', 'keydown', 'touchstart'] as const
    for (const kind of kinds) document.addEventListener(kind, touch, { passive: true, capture: true })
    // A page that slept is looked at again as soon as it wakes.
    const wake = () => tick.current()
    document.addEventListener('visibilitychange', wake)
    const timer = setInterval(() => tick.current(), TICK_MS)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, touch, { capture: true })
      document.removeEventListener('visibilitychange', wake)
      clearInterval(timer)
    }
  }, [])

  if (state.kind !== 'warn') return null
  return (
    <Dialog
      insists
      size="small"
      title={<FormattedMessage id="portal.log-off.title" />}
      onClose={() => void extend().catch(() => {})}
      actions={
        state.mayExtend && (
          <Button tone="primary" autoFocus onClick={() => void extend().catch(() => {})}>
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

const minutesAndSeconds = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

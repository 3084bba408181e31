/**
 * Watches the end of a session: warns two minutes before it, keeps it while somebody is at the page, and says when it is over.
 *
 * The ends are counted from the server's own clock, since the reader's may be wrong. Another tab may have put them off, so the
 * server is asked before anybody is warned or sent away (trust-D21).
 */
import { useEffect, useRef, useState } from 'react'
import { TOUCHES } from './activity.ts'
import { clockState, type ClockState, type Ends } from './session-clock.ts'

const TICK_MS = 1_000
/** While the warning stands, another tab may still put the end off: asked this often, in milliseconds. */
const ASK_EVERY_MS = 10_000

type SessionClock = {
  ends: Ends
  /** "I am still here". */
  extend: () => Promise<Ends>
  /** What the server says now; null: nobody is signed in any more. */
  ask: () => Promise<Ends | null>
  /** The end is near: what was written is saved while there is a session to save it with. */
  onWarn?: () => void
  onOver: () => void
}

export function useSessionClock(clock: SessionClock): { state: ClockState; stay: () => void } {
  const [state, setState] = useState<ClockState>({ kind: 'quiet' })
  const latest = useRef(clock)
  const ends = useRef(clock.ends)
  const { idleEndsAt, endsAt } = clock.ends
  useEffect(() => {
    latest.current = clock
  })
  useEffect(() => {
    ends.current = { idleEndsAt, endsAt }
  }, [idleEndsAt, endsAt])

  const touchedAt = useRef(0)
  const extendedAt = useRef(Date.now())
  const askedAt = useRef(0)
  const isAsking = useRef(false)
  const isOver = useRef(false)

  const stay = useRef(async () => {
    extendedAt.current = Date.now()
    ends.current = await latest.current.extend()
    setState({ kind: 'quiet' })
  })

  useEffect(() => {
    const now = (): ClockState =>
      clockState({
        now: Date.now(),
        ...ends.current,
        touchedAt: touchedAt.current,
        extendedAt: extendedAt.current,
      })
    const show = (next: ClockState) =>
      setState((before) => {
        if (next.kind === 'warn' && before.kind !== 'warn') latest.current.onWarn?.()
        return JSON.stringify(before) === JSON.stringify(next) ? before : next
      })
    const leave = () => {
      if (isOver.current) return
      isOver.current = true
      latest.current.onOver()
    }
    const askFirst = async () => {
      askedAt.current = Date.now()
      isAsking.current = true
      const told = await latest.current.ask().catch(() => undefined)
      isAsking.current = false
      // Without an answer the clock of this page decides: nothing of a patient stays on a screen nobody is known to look at.
      if (told) ends.current = told
      if (told === null || now().kind === 'over') leave()
      else show(now())
    }
    const tick = () => {
      if (isOver.current || isAsking.current) return
      const next = now()
      if (next.kind === 'extend') void stay.current().catch(() => undefined)
      else if (next.kind === 'over' || (next.kind === 'warn' && Date.now() - askedAt.current >= ASK_EVERY_MS))
        void askFirst()
      else show(next)
    }
    const touch = () => {
      touchedAt.current = Date.now()
    }
    for (const kind of TOUCHES) document.addEventListener(kind, touch, { passive: true, capture: true })
    // A page that slept is looked at again as soon as it wakes.
    document.addEventListener('visibilitychange', tick)
    const timer = setInterval(tick, TICK_MS)
    return () => {
      for (const kind of TOUCHES) document.removeEventListener(kind, touch, { capture: true })
      document.removeEventListener('visibilitychange', tick)
      clearInterval(timer)
    }
  }, [])

  return { state, stay: () => void stay.current().catch(() => undefined) }
}

/** A sent message in its last seconds here, or that waits for the morning: it can still be taken back. The hold itself is on the server. */
import { Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { useAction } from '../../actions/registry.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './held-message.module.css'

type HeldMessageProps = { heldUntil: string; waits: boolean; onUndo: () => void }

export function HeldMessage({ heldUntil, waits, onUndo }: HeldMessageProps) {
  const seconds = useSecondsUntil(heldUntil)
  useAction('undo', seconds > 0 && onUndo)
  if (seconds <= 0 && !waits) return null
  return (
    <p className={styles.held}>
      {seconds > 0 && (
        <>
          {/* The seconds are for the eye; a screen reader is told once. */}
          <span aria-hidden>
            <FormattedMessage id="desk.held.countdown" values={{ seconds }} />
          </span>
          <span role="status" className="visually-hidden">
            <FormattedMessage id="desk.held.announce" />
          </span>
        </>
      )}
      <Button size="small" icon={Undo2} onClick={onUndo}>
        <FormattedMessage id="desk.held.undo" />
      </Button>
    </p>
  )
}

function useSecondsUntil(moment: string): number {
  const left = () => Math.ceil((Date.parse(moment) - Date.now()) / 1_000)
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    setSeconds(left())
    const timer = setInterval(() => setSeconds(left()), 250)
    return () => clearInterval(timer)
  }, [moment])
  return seconds
}

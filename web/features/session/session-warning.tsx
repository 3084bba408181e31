/** Warns before a session ends for want of activity, and leaves without a trace when it has ended. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { sessionOptions, useSession } from './session.ts'

/** Seconds before the end at which the screen warns (contract: SESSION_WARNING_SECONDS). */
const WARNING_SECONDS = 120
/** How often the end is looked at, in milliseconds. */
const LOOK_EVERY_MS = 5_000

export function SessionWarning({ onSignOut, onEnded }: { onSignOut: () => void; onEnded: () => void }) {
  const queries = useQueryClient()
  const session = useSession()
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  const endsAt = earlier(session.data?.idleEndsAt, session.data?.endsAt)

  useEffect(() => {
    if (endsAt === null) return
    const look = async () => {
      const known = Math.round((endsAt - Date.now()) / 1_000)
      if (known > WARNING_SECONDS) return setSecondsLeft(null)
      // Another tab or a request may have moved the end: ask before frightening anybody.
      const fresh = await queries.fetchQuery({ ...sessionOptions(), staleTime: 0 }).catch(() => undefined)
      if (!fresh) return
      const end = earlier(fresh.idleEndsAt, fresh.endsAt)
      if (fresh.level !== 'full' || end === null) return onEnded()
      const left = Math.round((end - Date.now()) / 1_000)
      setSecondsLeft(left <= WARNING_SECONDS ? left : null)
    }
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [endsAt, queries, onEnded])

  if (secondsLeft === null) return null
  const stay = async () => {
    await client.session.extend().catch(() => undefined)
    await queries.invalidateQueries({ queryKey: sessionOptions().queryKey })
    setSecondsLeft(null)
  }
  return (
    <Dialog
      insists
      size="small"
      title={<FormattedMessage id="desk.session.title" />}
      onClose={() => void stay()}
      actions={
        <>
          <Button onClick={onSignOut}>
            <FormattedMessage id="desk.action.sign-out" />
          </Button>
          <Button tone="primary" autoFocus onClick={() => void stay()}>
            <FormattedMessage id="desk.session.stay" />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage id="desk.session.soon" values={{ minutes: Math.max(1, Math.ceil(secondsLeft / 60)) }} />
      </p>
    </Dialog>
  )
}

function earlier(one: string | null | undefined, other: string | null | undefined): number | null {
  const moments = [one, other].filter((moment) => typeof moment === 'string').map((moment) => Date.parse(moment))
  return moments.length > 0 ? Math.min(...moments) : null
}

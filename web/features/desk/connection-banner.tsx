/** Says when there is no connection, what still works, and how much waits on this device. */
import { useEffect } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useQueryClient } from '@tanstack/react-query'
import { useConnection, useRealtime } from '../../api/live.tsx'
import { describeProblem, type Problem } from '../../api/refusal.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import { CloudOff } from 'lucide-react'

export type WaitingReplies = {
  count: number
  /** Sends what waits; gives back what was refused. */
  flush: () => Promise<{ conversationId: string; problem: Problem }[]>
}

/** With replies waiting and the server reachable, the next try comes after this, in milliseconds. */
const FLUSH_EVERY_MS = 5_000

export function ConnectionBanner({ waiting }: { waiting: WaitingReplies }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const realtime = useRealtime()
  const connection = useConnection()
  const isOffline = connection === 'offline'

  const flush = async () => {
    const refused = await waiting.flush()
    for (const { problem } of refused)
      showToast({
        text: intl.formatMessage({ id: 'desk.queue.refused' }, { reason: describeProblem(intl, problem) }),
        lastsMs: 15_000,
      })
    await queries.invalidateQueries()
  }

  const hasWaiting = waiting.count > 0
  useEffect(() => {
    if (!hasWaiting || isOffline) return
    void flush()
    const timer = setInterval(() => void flush(), FLUSH_EVERY_MS)
    return () => clearInterval(timer)
  }, [hasWaiting, isOffline])

  if (!isOffline && !hasWaiting) return null
  return (
    <Banner
      tone="warning"
      flush
      icon={CloudOff}
      actions={
        <Button size="small" onClick={() => (isOffline ? realtime?.tryNow() : void flush())}>
          <FormattedMessage id="ui.try-again" />
        </Button>
      }
    >
      {isOffline && <FormattedMessage id="desk.connection.offline" />}{' '}
      {hasWaiting && <FormattedMessage id="desk.queue.waiting" values={{ count: waiting.count }} />}
    </Banner>
  )
}

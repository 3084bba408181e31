/** The server did not say who is here. Without a connection this device may know (decision 0133). */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../api/client.ts'
import { Failed } from '../api/failed.tsx'
import { keptSession } from '../api/kept-session.ts'
import { problemOf } from '../api/refusal.ts'
import { Waiting } from './waiting.tsx'

export function WithoutAnswer({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const queries = useQueryClient()
  const { isOffline } = problemOf(error)
  const [isLooking, setLooking] = useState(isOffline)
  useEffect(() => {
    if (!isOffline) return
    void keptSession
      .find()
      .catch(() => undefined)
      .then((kept) => {
        if (kept) queries.setQueryData(api.session.get.queryKey(), kept.state, { updatedAt: kept.receivedAt })
        else setLooking(false)
      })
  }, [queries, isOffline])
  if (isLooking) return <Waiting />
  return (
    <main id="main">
      <Failed error={error} onRetry={onRetry} />
    </main>
  )
}

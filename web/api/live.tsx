/** Gives the screens below it the news of the server: changes, who else is here, and whether there is a connection. */
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { openRealtime, type Attendance, type Change, type Connection, type Doing, type Realtime } from './realtime.ts'

const LiveContext = createContext<Realtime | null>(null)

/** `from`: where the news stood before anything below was fetched; what happens until the socket is open is then told too. */
export function Live({ from, children }: { from: string | null; children: ReactNode }) {
  const [realtime, setRealtime] = useState<Realtime | null>(null)
  useEffect(() => {
    const opened = openRealtime(`${location.origin.replace(/^http/, 'ws')}/realtime`, { from })
    setRealtime(opened)
    return () => opened.close()
    // What came since is followed by the socket itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return <LiveContext value={realtime}>{children}</LiveContext>
}

export const useRealtime = () => useContext(LiveContext)

export function useConnection(): Connection {
  const realtime = useRealtime()
  return useSyncExternalStore(
    (listener) => realtime?.onState(listener) ?? (() => {}),
    () => realtime?.state() ?? 'connecting',
  )
}

/** Calls back with what changed; `null` means: anything may have. */
export function useChanges(listener: (changes: Change[] | null) => void) {
  const realtime = useRealtime()
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => {
    if (!realtime) return
    const offChange = realtime.onChange((changes) => latest.current(changes))
    const offReload = realtime.onReload(() => latest.current(null))
    return () => {
      offChange()
      offReload()
    }
  }, [realtime])
}

/** Others are forgotten 10 s after their last beat (desk-D14); ours is told well within that. */
const BEAT_MS = 4_000

const NOBODY: Attendance = { staff: [], others: [] }

/** Tells the others what I do here, and says what they do. Never relied on: sending is checked by the server. */
export function usePresence(conversationId: string, doing: Doing, myId: string): Attendance {
  const realtime = useRealtime()
  const [here, setHere] = useState<{ conversationId: string; present: Attendance }>({ conversationId, present: NOBODY })

  useEffect(() => {
    if (!realtime) return
    const beat = () => {
      if (document.visibilityState === 'visible') realtime.tellPresence(conversationId, doing)
    }
    beat()
    const timer = setInterval(beat, BEAT_MS)
    return () => clearInterval(timer)
  }, [realtime, conversationId, doing])

  useEffect(() => {
    if (!realtime) return
    const off = realtime.onPresence((id, present) => {
      if (id === conversationId) setHere({ conversationId, present })
    })
    return () => {
      realtime.tellPresence(conversationId, 'away')
      off()
    }
  }, [realtime, conversationId])

  if (here.conversationId !== conversationId) return NOBODY
  const { staff, others } = here.present
  return { staff: staff.filter(({ id }) => id !== myId), others }
}

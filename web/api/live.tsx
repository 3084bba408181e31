/** Gives the screens below it the news of the server: changes, who else is here, and whether there is a connection. */
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { openRealtime, type Change, type Connection, type Doing, type Present, type Realtime } from './realtime.ts'

const LiveContext = createContext<Realtime | null>(null)

export function Live({ children }: { children: ReactNode }) {
  const [realtime, setRealtime] = useState<Realtime | null>(null)
  useEffect(() => {
    const opened = openRealtime(`${location.origin.replace(/^http/, 'ws')}/realtime`)
    setRealtime(opened)
    return () => opened.close()
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

/** Tells the others what I do here, and says what they do. Never relied on: sending is checked by the server. */
export function usePresence(conversationId: string, doing: Doing, myId: string): Present[] {
  const realtime = useRealtime()
  const [others, setOthers] = useState<{ conversationId: string; staff: Present[] }>({ conversationId, staff: [] })

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
    const off = realtime.onPresence((id, staff) => {
      if (id === conversationId) setOthers({ conversationId, staff: staff.filter((person) => person.doing !== 'away') })
    })
    return () => {
      realtime.tellPresence(conversationId, 'away')
      off()
    }
  }, [realtime, conversationId])

  return others.conversationId === conversationId ? others.staff.filter((person) => person.id !== myId) : []
}

/**
 * Being in a visit room: coming in, telling the server again and again that one is there, and leaving, also by closing the page. What the browsers say to
 * each other goes with it; news over the socket only say that something waits.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { tellTalking } from '../../api/activity.ts'
import { client } from '../../api/client.ts'
import { useChanges, useRealtime } from '../../api/live.tsx'
import { problemOf, type Problem } from '../../api/refusal.ts'
import { openPeers, type Own, type Peer, type SignalTo } from './peers.ts'

export type Side = 'visitRoom' | 'myVisitRoom'
export type VisitRoom = Awaited<ReturnType<typeof client.visitRoom.get>>
export type Seat = VisitRoom['seats'][number]
export type RoomEnd = NonNullable<VisitRoom['end']>

export type Sitting =
  | { step: 'outside' }
  | { step: 'joining' }
  | { step: 'inside'; seats: Seat[]; peers: Peer[]; isOffline: boolean }
  /** `isElsewhere`: went on in another window. */
  | { step: 'left'; isElsewhere: boolean }
  | { step: 'over'; end: RoomEnd | null }
  | { step: 'refused'; problem: Problem }

/** How often this browser says that it is there, in milliseconds: some may be lost before it is taken for gone. Signals of one exchange: the contract's. */
export const BEAT_MS = 8_000
export const SIGNALS_AT_ONCE = 20
/** While a way is looked for, what the others say is fetched so often, in milliseconds. */
const LOOKING_MS = 1_500
const AGAIN_AFTER_FAULT_MS = 2_000

type Flags = { hasSound: boolean; hasPicture: boolean }

export function useSeat(side: Side, { id: roomId, conversationId }: { id: string; conversationId: string }) {
  const [sitting, setSitting] = useState<Sitting>({ step: 'outside' })
  const realtime = useRealtime()
  const here = useRef<ReturnType<typeof sitDown> | null>(null)

  const join = useCallback(
    async (own: Own, flags: Flags) => {
      setSitting({ step: 'joining' })
      here.current?.close()
      here.current = sitDown(side, roomId, own, flags, setSitting)
      await here.current.begin()
    },
    [side, roomId],
  )
  const leave = useCallback(() => {
    if (!here.current) return
    here.current.leave()
    here.current = null
    setSitting({ step: 'left', isElsewhere: false })
  }, [])

  useChanges((changes) => {
    if (changes === null || changes.some(({ id }) => id === conversationId)) here.current?.look()
  })
  useEffect(
    () => realtime?.onRing((id) => void (id === conversationId && here.current?.look())),
    [realtime, conversationId],
  )
  useEffect(() => {
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      here.current?.leave()
      here.current = null
    }
  }, [leave])

  return {
    sitting,
    join,
    leave,
    /** Out of the room, to the check before it. */
    comeBack: useCallback(() => setSitting({ step: 'outside' }), []),
    show: useCallback((own: Own, flags: Flags) => here.current?.show(own, flags), []),
    retry: useCallback((seatId: string) => here.current?.retry(seatId), []),
  }
}

/** One stay in the room, outside of React. */
function sitDown(side: Side, roomId: string, own: Own, flags: Flags, tell: (sitting: Sitting) => void) {
  const door = client[side]
  let seat: { id: string; peers: ReturnType<typeof openPeers> } | null = null
  let seats: Seat[] = []
  let peers: Peer[] = []
  let toSay: SignalTo[] = []
  let isOffline = false
  let isOver = false
  let isBusy = false
  let isWanted = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = () => {
    if (!isOver && seat) tell({ step: 'inside', seats, peers, isOffline })
  }
  const end = (sitting: Sitting) => {
    isOver = true
    clearTimeout(timer)
    seat?.peers.close()
    tell(sitting)
  }

  const begin = async (): Promise<void> => {
    try {
      const joined = await door.join({ roomId, ...flags })
      // Left while the answer was on its way.
      if (isOver) return void door.leave({ roomId, seatId: joined.seatId }).catch(() => undefined)
      seat?.peers.close()
      toSay = []
      peers = []
      const opened = openPeers({
        ownSeatId: joined.seatId,
        iceServers: joined.iceServers,
        own,
        say: (signal) => {
          toSay.push(signal)
          look()
        },
        onChange: (changed) => {
          peers = changed
          show()
        },
      })
      seat = { id: joined.seatId, peers: opened }
      isOffline = false
      hear(joined)
      plan()
    } catch (error) {
      const problem = problemOf(error)
      if (!isOver) end(problem.detail?.why === 'over' ? { step: 'over', end: null } : { step: 'refused', problem })
    }
  }

  const hear = (heard: Awaited<ReturnType<typeof door.exchange>>): void => {
    seats = heard.seats
    seat?.peers.meet(seats.filter(({ id }) => id !== seat?.id).map(({ id }) => id))
    for (const signal of heard.signals) seat?.peers.hear(signal)
    show()
  }

  const exchange = async (): Promise<void> => {
    if (!seat || isOver) return
    const said = toSay.slice(0, SIGNALS_AT_ONCE)
    toSay = toSay.slice(said.length)
    try {
      const heard = await door.exchange({ roomId, seatId: seat.id, ...flags, signals: said })
      if (isOver) return
      isOffline = false
      if (heard.end) return end({ step: 'over', end: heard.end })
      if (!heard.isIn && heard.seats.some(({ isMine }) => isMine)) return end({ step: 'left', isElsewhere: true })
      // Taken for gone, as after a sleep: in again, by itself.
      if (!heard.isIn) return begin()
      if (peers.some(({ state }) => state === 'connected')) tellTalking()
      hear(heard)
    } catch (error) {
      if (isOver) return
      toSay = [...said, ...toSay]
      const { code } = problemOf(error)
      if (code === 'NOT_FOUND' || code === 'NOT_ALLOWED' || code === 'NOT_SIGNED_IN')
        return end({ step: 'over', end: null })
      isOffline = true
      show()
    }
  }

  const look = (): void => {
    isWanted = true
    if (isBusy || isOver) return
    isBusy = true
    void (async () => {
      while (isWanted && !isOver) {
        isWanted = false
        await exchange()
        if (toSay.length > 0 && !isOffline) isWanted = true
        if (isOffline) break
      }
      isBusy = false
      plan()
    })()
  }
  const plan = (): void => {
    clearTimeout(timer)
    if (isOver) return
    const isLooking = peers.some(({ state }) => state === 'connecting' || state === 'reconnecting')
    timer = setTimeout(look, isOffline ? AGAIN_AFTER_FAULT_MS : isLooking ? LOOKING_MS : BEAT_MS)
  }
  const close = (): void => {
    isOver = true
    clearTimeout(timer)
    seat?.peers.close()
  }

  return {
    begin,
    look,
    close,
    show(next: Own, nextFlags: Flags) {
      const isChanged = flags.hasSound !== nextFlags.hasSound || flags.hasPicture !== nextFlags.hasPicture
      own = next
      flags = nextFlags
      seat?.peers.show(next)
      if (isChanged) look()
    },
    retry: (seatId: string) => seat?.peers.retry(seatId),
    leave() {
      const left = isOver ? null : seat
      close()
      if (left) tellLeft(side, roomId, left.id)
    },
  }
}

/** Also from a page that is being closed, which waits for no answer. */
const tellLeft = (side: Side, roomId: string, seatId: string): void =>
  void fetch(`/rpc/${side}/leave`, {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: { roomId, seatId } }),
  }).catch(() => undefined)

/** Being in a visit room: coming in, saying that one is there and what one's browser says to others, and leaving. */
import type { Transaction } from '#server/platform/database.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { countSignals, decideJoin, SIGNAL_LIVES_MS, type Person, type RoomEnd } from './rules.ts'
import * as store from './store.ts'
import { asTold, tellRoom } from './tell.ts'

type Deps = { tx: Transaction; hub: Hub; now: Date }
/** Signals that wait for one browser; it takes them all at each exchange, so more are of a browser that is gone. */
const WAITING_MAX = 200

export type Exchanged = {
  end: RoomEnd | null
  isIn: boolean
  seats: store.SeatRow[]
  signals: Awaited<ReturnType<typeof store.takeSignals>>
}

export async function joinRoom(
  { tx, hub, now }: Deps,
  { roomId, person, ...media }: { roomId: string; person: Person } & store.Media,
): Promise<Result<Exchanged & { seatId: string }, 'NOT_FOUND' | 'STATE_NOT_ALLOWED'>> {
  const room = await store.lockRoom(tx, roomId)
  if (!room) return refuse('NOT_FOUND')
  const decision = decideJoin(room, await store.seatsOf(tx, [roomId]), person)
  if (!decision.ok) return decision
  const { before, isMeeting } = decision.value
  if (before) await store.saveLeft(tx, before.id, now)
  const seatId = await store.insertSeat(tx, { roomId, person, ...media }, now)
  if (room.emptySince) await store.saveEmptySince(tx, roomId, null)
  if (isMeeting) await store.saveMet(tx, roomId, now)
  await tellRoom(
    tx,
    room,
    { event: 'joined', detail: { ...asTold(person), ...(before ? { cause: 'again' } : {}) } },
    now,
  )
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
  return ok({ seatId, end: null, isIn: true, seats: await store.seatsOf(tx, [roomId]), signals: [] })
}

export type Exchange = store.Media & {
  room: store.RoomRow
  seatId: string
  person: Person
  signals: readonly (store.Signal & { toSeatId: string })[]
}

export async function exchange(
  { tx, hub, now }: Deps,
  { room, seatId, person, signals, ...media }: Exchange,
): Promise<Result<Exchanged, 'SLOW_DOWN'>> {
  const out = { end: room.endReason, isIn: false, signals: [] }
  if (room.endedAt) return ok({ ...out, seats: [] })
  const said = await store.beat(tx, { roomId: room.id, seatId, person, ...media }, now)
  if (!said) return ok({ ...out, seats: await store.seatsOf(tx, [room.id]) })
  if (signals.length > 0) {
    const counted = countSignals(said, signals.length, now)
    if (!counted) return refuse('SLOW_DOWN')
    await store.saveSaid(tx, seatId, counted)
    await store.insertSignals(tx, { roomId: room.id, seatId }, signals, now)
  }
  if (signals.length > 0 || said.isChanged)
    tx.afterCommit(() => hub.ring(tx.context.organizationId, room.conversationId))
  const since = new Date(now.getTime() - SIGNAL_LIVES_MS)
  return ok({
    end: null,
    isIn: true,
    seats: await store.seatsOf(tx, [room.id]),
    signals: await store.takeSignals(tx, seatId, { since, limit: WAITING_MAX }),
  })
}

/** Who is not in it any more has left already. */
export async function leaveRoom(
  { tx, hub, now }: Deps,
  { roomId, seatId, person }: { roomId: string; seatId: string; person: Person },
): Promise<Result<boolean, 'NOT_FOUND'>> {
  const room = await store.lockRoom(tx, roomId)
  if (!room) return refuse('NOT_FOUND')
  const seats = await store.seatsOf(tx, [roomId])
  const own = seats.find(({ id }) => id === seatId)
  if (own?.person.id !== person.id) return ok(false)
  await store.saveLeft(tx, seatId, now)
  if (seats.length === 1) await store.saveEmptySince(tx, roomId, now)
  await tellRoom(tx, room, { event: 'left', detail: asTold(person) }, now)
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
  return ok(true)
}

/** What is over by itself in visit rooms: a browser that is gone, a room of no more use, a conversation that became part of another. */
import { leadsTo } from '#server/modules/conversation/index.ts'
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { SIGNAL_LIVES_MS, whatIsOver } from './rules.ts'
import * as store from './store.ts'
import { asTold, tellRoom } from './tell.ts'

export type SettleDeps = { db: Database; hub: Hub; now: () => Date }

/** Rooms of one organization that are looked at in one round; the next goes on with those that are open then. */
const ROOMS_MAX = 1_000
const DAY_MS = 86_400_000
/** A link in an old message leads to a word about what became of it for so long. */
const KEPT_MS = 90 * DAY_MS

/** Each minute, of all organizations. */
export async function settleRooms(deps: SettleDeps): Promise<void> {
  const { db, now } = deps
  for (const { organizationId } of await db.withoutOrganization(allDoors)) {
    const open = await db.transaction(contextOf(organizationId), async (tx) => {
      await store.forgetSignals(tx, new Date(now().getTime() - SIGNAL_LIVES_MS))
      return store.openRooms(tx, ROOMS_MAX)
    })
    for (const roomId of open) await settleRoom(deps, organizationId, roomId)
  }
}

/** In a transaction of its own, as the product: whoever asks is not the one who went. */
export const settleRoom = ({ db, hub, now }: SettleDeps, organizationId: string, roomId: string): Promise<void> =>
  db.transaction(contextOf(organizationId), async (tx) => {
    const room = await store.lockRoom(tx, roomId)
    if (!room || room.endedAt) return
    const isChanged = await settle(tx, room, now())
    if (isChanged) tx.afterCommit(() => hub.wake(organizationId))
  })

const contextOf = (organizationId: string) => systemContext(organizationId, newId(), 'settle-rooms')

async function settle(tx: Transaction, room: store.RoomRow, now: Date): Promise<boolean> {
  const here = await whereItIs(tx, room)
  const seats = await store.seatsOf(tx, [room.id])
  const { lost, end } = whatIsOver(room, seats, now)
  const told = { ...room, conversationId: here.conversationId }
  for (const seat of lost) {
    await store.saveLeft(tx, seat.id, now)
    await tellRoom(tx, told, { event: 'left', detail: { ...asTold(seat.person), cause: 'lost' } }, now)
  }
  if (lost.length > 0 && lost.length === seats.length) await store.saveEmptySince(tx, room.id, now)
  const reason = here.isMoved ? 'moved' : end
  if (reason) {
    await store.saveEnd(tx, room.id, reason, now)
    await tellRoom(tx, told, { event: 'ended', detail: { reason } }, now)
  }
  return lost.length > 0 || reason !== null
}

/** A room goes with its conversation into a merge, unless there is one; of another patient it is not. */
async function whereItIs(
  tx: Transaction,
  { id, conversationId, patientId }: store.RoomRow,
): Promise<{ conversationId: string; isMoved: boolean }> {
  const at = await leadsTo(tx, conversationId)
  const standing = await store.standingOf(tx, at)
  const isElsewhere = at !== conversationId
  const isMoved = standing?.patientId !== patientId || (isElsewhere && (await store.openRoomOf(tx, at)) !== undefined)
  if (isElsewhere && !isMoved) await store.moveRoom(tx, id, at)
  return { conversationId: isMoved ? conversationId : at, isMoved }
}

export async function forgetOldRooms(db: Database, now: Date): Promise<void> {
  for (const { organizationId } of await db.withoutOrganization(allDoors))
    await db.transaction(contextOf(organizationId), (tx) => store.deleteRooms(tx, new Date(now.getTime() - KEPT_MS)))
}

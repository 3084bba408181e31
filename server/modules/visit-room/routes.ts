/** Visit rooms: for the desk, and for the patient's side in the portal. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import type { Refusal } from '#contract/refusal.ts'
import { myVisitRoom, visitRoom, type VisitRoom } from '#contract/visit-room.ts'
import { corridorContext, personOf } from '#server/modules/conversation/index.ts'
import type { IceConfig } from '#server/platform/config.ts'
import type { Context } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { iceServersFor } from './ice-servers.ts'
import { invite, levelOf } from './invite.ts'
import { decideInvite, endByStaff, whatIsOver, type Person } from './rules.ts'
import { settleRoom } from './settle-room.ts'
import { exchange, joinRoom, leaveRoom, type Exchanged } from './sit.ts'
import * as store from './store.ts'
import { tellRoom } from './tell.ts'

const on = implement({ visitRoom, myVisitRoom }).$context<RouteContext>()

type Deps = Parameters<Parameters<typeof inTransaction>[1]>[0]
type Sitting = store.Media & { roomId: string; seatId: string; signals: Parameters<typeof exchange>[1]['signals'] }

/** Who comes, as whom, and the context in which what becomes of it is written. */
type Coming = { room: store.RoomRow; person: Person; wide: Context }

export function visitRoomRoutes(ice: IceConfig) {
  const join = async (route: RouteContext, { room, person, wide }: Coming, media: store.Media) => {
    await settleIfDue(route, room)
    return inTransaction({ ...route, context: wide }, async (deps) => {
      const joined = await joinRoom(deps, { roomId: room.id, person, ...media })
      if (!joined.ok) return joined
      const { seatId } = joined.value
      return ok({ ...presentExchanged(joined.value, person), seatId, iceServers: iceServersFor(ice, seatId, deps.now) })
    })
  }
  return {
    visitRoom: on.visitRoom.router({
      ofConversation: on.visitRoom.ofConversation.handler(({ input: { conversationId }, context: route }) =>
        inTransaction(route, async ({ tx, now }) => {
          const conversation = await store.standingOf(tx, conversationId)
          if (!conversation) return refuse('NOT_FOUND')
          const open = await store.openRoomOf(tx, conversationId)
          const seats = open ? await store.seatsOf(tx, [open.id]) : []
          const isOpen = open !== undefined && whatIsOver(open, seats, now).end === null
          const decision = decideInvite(conversation, await levelOf(tx, conversation, now))
          await tellRead(tx, open ?? { id: null, conversationId, patientId: conversation.patientId }, now)
          return ok({
            room: isOpen ? await present(tx, open, staffOf(route), now) : null,
            refusal: decision.ok ? null : decision.refusal,
          })
        }),
      ),

      invite: on.visitRoom.invite.handler(async ({ input, context: route }) => {
        const { id: staffId, undoSeconds } = staffOf(route)
        const before = await route.db.transaction(route.context, (tx) => store.openRoomOf(tx, input.conversationId))
        if (before) await settleIfDue(route, before)
        return inTransaction(route, async (deps) => {
          const author = { staffId, role: route.context.role, undoSeconds }
          const invited = await invite(
            { ...deps, publicUrl: route.publicUrl },
            { ...input, appointmentId: input.appointmentId ?? null, author },
          )
          if (!invited.ok) return invited
          const { roomId, isNew, questions } = invited.value
          const { tx, hub, now } = deps
          const room = roomId === null ? undefined : await store.findRoom(tx, roomId)
          if (room && !isNew) await tellRead(tx, room, now)
          if (isNew) tx.afterCommit(() => hub.wake(tx.context.organizationId))
          return ok({ room: room ? await present(tx, room, staffOf(route), now) : null, questions })
        })
      }),

      get: on.visitRoom.get.handler(({ input: { roomId }, context: route }) =>
        inTransaction(route, (deps) => read(deps, roomId, staffOf(route))),
      ),

      end: on.visitRoom.end.handler(({ input: { roomId }, context: route }) =>
        inTransaction(route, async ({ tx, hub, now }) => {
          const room = await store.lockRoom(tx, roomId)
          if (!room) return refuse('NOT_FOUND')
          if (room.endedAt) return refuse('STATE_NOT_ALLOWED', { why: 'over' })
          const reason = endByStaff(room)
          await store.saveEnd(tx, roomId, reason, now)
          await tellRoom(tx, room, { event: 'ended', detail: { reason } }, now)
          tx.afterCommit(() => hub.wake(tx.context.organizationId))
          return ok(await present(tx, { ...room, endedAt: now, endReason: reason }, staffOf(route), now))
        }),
      ),

      join: on.visitRoom.join.handler(async ({ input, context: route }) =>
        join(route, await comingFromDesk(route, input.roomId), input),
      ),
      exchange: on.visitRoom.exchange.handler(async ({ input, context: route }) =>
        exchangeFor(route, await comingFromDesk(route, input.roomId), input),
      ),
      leave: on.visitRoom.leave.handler(async ({ input, context: route }) =>
        leaveFor(route, await comingFromDesk(route, input.roomId), input.seatId),
      ),
    }),

    myVisitRoom: on.myVisitRoom.router({
      get: on.myVisitRoom.get.handler(async ({ input, context: route }) => {
        const { room, person, wide } = await comingFromPortal(route, input.roomId)
        return inTransaction({ ...route, context: wide }, (deps) => read(deps, room.id, person))
      }),
      join: on.myVisitRoom.join.handler(async ({ input, context: route }) =>
        join(route, await comingFromPortal(route, input.roomId), input),
      ),
      exchange: on.myVisitRoom.exchange.handler(async ({ input, context: route }) =>
        exchangeFor(route, await comingFromPortal(route, input.roomId), input),
      ),
      leave: on.myVisitRoom.leave.handler(async ({ input, context: route }) =>
        leaveFor(route, await comingFromPortal(route, input.roomId), input.seatId),
      ),
    }),
  }
}

function staffOf({ staff, context }: RouteContext): NonNullable<RouteContext['staff']> & Person {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return { ...staff, kind: 'staff' }
}

/** Row security says what is there. */
async function seenRoom({ db, context }: RouteContext, roomId: string): Promise<store.RoomRow> {
  const room = await db.transaction(context, (tx) => store.findRoom(tx, roomId))
  if (!room) throw refusalError('NOT_FOUND', context.requestId)
  return room
}

const comingFromDesk = async (route: RouteContext, roomId: string): Promise<Coming> => {
  const { id } = staffOf(route)
  return { room: await seenRoom(route, roomId), person: { kind: 'staff', id }, wide: route.context }
}

/** Who is a patient here and speaks for another comes to that other's room as the related person that he is to that one. */
async function comingFromPortal(route: RouteContext, roomId: string): Promise<Coming> {
  const person = personOf(route)
  const room = await seenRoom(route, roomId)
  const grant = person.proxies.find(({ patientId }) => patientId === room.patientId)
  const isOwn = room.patientId === person.patientId
  if (!isOwn && !grant) throw refusalError('NOT_FOUND', route.context.requestId)
  return {
    room,
    person:
      isOwn || !grant ? { kind: 'patient', id: room.patientId } : { kind: 'related-person', id: grant.relatedPersonId },
    wide: corridorContext(route.context),
  }
}

async function settleIfDue(route: RouteContext, room: store.RoomRow): Promise<void> {
  const { db, context, now } = route
  const seats = await db.transaction(corridorContext(context), (tx) => store.seatsOf(tx, [room.id]))
  const { lost, end } = whatIsOver(room, seats, now())
  if (lost.length > 0 || end) await settleRoom(route, context.organizationId, room.id)
}

async function exchangeFor(
  route: RouteContext,
  { room, person, wide }: Coming,
  { seatId, signals, ...media }: Sitting,
) {
  const done = await inTransaction({ ...route, context: wide }, async (deps) => {
    const exchanged = await exchange(deps, { room, seatId, person, signals, ...media })
    if (!exchanged.ok) return exchanged
    const isDue = whatIsOver(room, exchanged.value.seats, deps.now)
    return ok({ ...presentExchanged(exchanged.value, person), isDue: isDue.lost.length > 0 || isDue.end !== null })
  })
  const { isDue, ...exchanged } = done
  // What is over is told by the next exchange, which news of it calls for.
  if (isDue) await settleRoom(route, route.context.organizationId, room.id)
  return exchanged
}

async function leaveFor(route: RouteContext, { room, person, wide }: Coming, seatId: string) {
  return inTransaction<Record<string, never>>({ ...route, context: wide }, async (deps) => {
    const left = await leaveRoom(deps, { roomId: room.id, seatId, person })
    if (!left.ok) return left
    if (!left.value) await tellRead(deps.tx, room, deps.now)
    return ok({})
  })
}

async function read(
  { tx, now }: Pick<Deps, 'tx' | 'now'>,
  roomId: string,
  person: Person,
): Promise<Result<z.input<typeof VisitRoom>, Refusal>> {
  const room = await store.findRoom(tx, roomId)
  if (!room) return refuse('NOT_FOUND')
  await tellRead(tx, room, now)
  return ok(await present(tx, room, person, now))
}

const tellRead = (
  tx: Transaction,
  room: { id: string | null; conversationId: string; patientId: string | null },
  now: Date,
): Promise<void> => tellRoom(tx, room, { event: 'read', action: 'R' }, now)

async function present(
  tx: Transaction,
  room: store.RoomRow,
  reader: Person,
  now: Date,
): Promise<z.input<typeof VisitRoom>> {
  const { patientName, invitedBy, invitedAt, visitAt, timeZone, phone } = await store.shownOf(tx, room.id)
  const seats = room.endedAt ? [] : await store.seatsOf(tx, [room.id])
  const { lost, end } = whatIsOver(room, seats, now)
  return {
    id: room.id,
    conversationId: room.conversationId,
    patient: { id: room.patientId, name: patientName },
    invitedBy,
    invitedAt: invitedAt.toISOString(),
    untilAt: room.untilAt.toISOString(),
    visit: visitAt && timeZone ? { at: visitAt.toISOString(), timeZone } : null,
    end: room.endReason ?? end,
    seats: seats.filter((seat) => !lost.includes(seat)).map((seat) => presentSeat(seat, reader)),
    phone,
  }
}

const presentSeat = ({ id, person, name, hasSound, hasPicture }: store.SeatRow, reader: Person) => ({
  id,
  person: person.kind,
  name,
  isMine: person.id === reader.id,
  hasSound,
  hasPicture,
})

const presentExchanged = ({ end, isIn, seats, signals }: Exchanged, reader: Person) => ({
  end,
  isIn,
  seats: seats.map((seat) => presentSeat(seat, reader)),
  signals,
})

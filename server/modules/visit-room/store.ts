/** The SQL of visit rooms, the seats in them, and what browsers tell each other. */
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Person, Room, RoomEnd, Said, Seat } from './rules.ts'

export type RoomRow = Room & { id: string; conversationId: string; endReason: RoomEnd | null }

const ROOM = `
  select r.id, r.conversation_id as "conversationId", r.patient_id as "patientId", r.until_at as "untilAt", r.met_at as "metAt",
         r.empty_since as "emptySince", r.ended_at as "endedAt", r.end_reason as "endReason"
    from visit_room r`

export const findRoom = async (tx: Transaction, id: string): Promise<RoomRow | undefined> =>
  (await tx.run<RoomRow>(`${ROOM} where r.organization_id = $1 and r.id = $2`, [tx.context.organizationId, id]))[0]

/** Held until the transaction ends: who joins, who leaves and what ends it happen one after the other. */
export const lockRoom = async (tx: Transaction, id: string): Promise<RoomRow | undefined> =>
  (
    await tx.run<RoomRow>(`${ROOM} where r.organization_id = $1 and r.id = $2 for no key update`, [
      tx.context.organizationId,
      id,
    ])
  )[0]

export const openRoomOf = async (tx: Transaction, conversationId: string): Promise<RoomRow | undefined> =>
  (
    await tx.run<RoomRow>(`${ROOM} where r.organization_id = $1 and r.conversation_id = $2 and r.ended_at is null`, [
      tx.context.organizationId,
      conversationId,
    ])
  )[0]

export const openRooms = async (tx: Transaction, limit: number): Promise<string[]> =>
  (
    await tx.run<{ id: string }>(
      `select id from visit_room where organization_id = $1 and ended_at is null order by id limit $2`,
      [tx.context.organizationId, limit],
    )
  ).map(({ id }) => id)

/** What is shown of a room beside what it is decided by; the telephone is that of the conversation's site, else of the patient's, else of any that has one. */
export type RoomShown = {
  patientName: string
  invitedBy: string
  invitedAt: Date
  visitAt: Date | null
  timeZone: string | null
  phone: string
}

export async function shownOf(tx: Transaction, id: string): Promise<RoomShown> {
  const [row] = await tx.run<RoomShown>(SHOWN, [tx.context.organizationId, id])
  if (!row) throw new Error('a room that was found has its people')
  return row
}

const SHOWN = sqlText`
  select p.given || ' ' || p.family as "patientName", s.given || ' ' || s.family as "invitedBy", r.invited_at as "invitedAt",
         a.start_at as "visitAt", a.time_zone as "timeZone", coalesce(site.phone, '') as phone
    from visit_room r
    join conversation c on c.organization_id = $1 and c.id = r.conversation_id
    join patient p on p.organization_id = $1 and p.id = r.patient_id
    join staff_member s on s.organization_id = $1 and s.id = r.invited_by
    left join appointment a on a.organization_id = $1 and a.id = r.appointment_id
    left join lateral (select t.phone from site t where t.organization_id = $1
      order by t.phone = '', t.id = c.site_id desc nulls last, t.id = p.site_id desc nulls last, t.name limit 1) site on true
   where r.organization_id = $1 and r.id = $2`

/** A booked visit of this patient. */
export async function bookedVisit(
  tx: Transaction,
  id: string,
  patientId: string,
): Promise<{ startAt: Date; endAt: Date; timeZone: string } | undefined> {
  const [row] = await tx.run<{ startAt: Date; endAt: Date; timeZone: string }>(
    sqlText`select start_at as "startAt", end_at as "endAt", time_zone as "timeZone" from appointment
      where organization_id = $1 and id = $2 and patient_id = $3 and status = 'booked'`,
    [tx.context.organizationId, id, patientId],
  )
  return row
}

export type NewRoom = {
  id: string
  conversationId: string
  patientId: string
  appointmentId: string | null
  invitedBy: string
  untilAt: Date
}

export const insertRoom = async (tx: Transaction, room: NewRoom, now: Date): Promise<void> =>
  void (await tx.run(
    sqlText`insert into visit_room (organization_id, id, conversation_id, patient_id, appointment_id, invited_by, invited_at, until_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.context.organizationId,
      room.id,
      room.conversationId,
      room.patientId,
      room.appointmentId,
      room.invitedBy,
      now,
      room.untilAt,
    ],
  ))

export const saveMet = async (tx: Transaction, id: string, now: Date): Promise<void> =>
  void (await tx.run(`update visit_room set met_at = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    id,
    now,
  ]))

export const saveEmptySince = async (tx: Transaction, id: string, since: Date | null): Promise<void> =>
  void (await tx.run(`update visit_room set empty_since = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    id,
    since,
  ]))

/** The room is over, and whoever is in it has left it. */
export async function saveEnd(tx: Transaction, id: string, reason: RoomEnd, now: Date): Promise<void> {
  const { organizationId } = tx.context
  await tx.run(`update visit_room set ended_at = $3, end_reason = $4 where organization_id = $1 and id = $2`, [
    organizationId,
    id,
    now,
    reason,
  ])
  await tx.run(
    `update visit_room_seat set left_at = $3 where organization_id = $1 and room_id = $2 and left_at is null`,
    [organizationId, id, now],
  )
}

export type Standing = { id: string; state: string; patientId: string | null }

export async function standingOf(tx: Transaction, conversationId: string): Promise<Standing | undefined> {
  const [row] = await tx.run<Standing>(
    sqlText`select id, state, patient_id as "patientId" from conversation where organization_id = $1 and id = $2`,
    [tx.context.organizationId, conversationId],
  )
  return row
}

export const moveRoom = async (tx: Transaction, id: string, conversationId: string): Promise<void> =>
  void (await tx.run(`update visit_room set conversation_id = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    id,
    conversationId,
  ]))

export type SeatRow = Seat & { roomId: string; name: string | null; hasSound: boolean; hasPicture: boolean }

type SeatOf = Omit<SeatRow, 'person'> & { kind: Person['kind']; personId: string }

/** Who is in a room, in the order in which they came. */
export const seatsOf = async (tx: Transaction, roomIds: readonly string[]): Promise<SeatRow[]> =>
  (await tx.run<SeatOf>(SEATS, [tx.context.organizationId, roomIds])).map(({ kind, personId, ...seat }) => ({
    ...seat,
    person: { kind, id: personId },
  }))

const SEATS = sqlText`
  select t.id, t.room_id as "roomId", t.person_kind as kind, t.person_id as "personId", t.seen_at as "seenAt", s.given || ' ' || s.family as name,
         t.has_sound as "hasSound", t.has_picture as "hasPicture"
    from visit_room_seat t
    left join staff_member s on t.person_kind = 'staff' and s.organization_id = $1 and s.id = t.person_id
   where t.organization_id = $1 and t.room_id = any ($2::uuid[]) and t.left_at is null order by t.id`

export type Media = { hasSound: boolean; hasPicture: boolean }

export async function insertSeat(
  tx: Transaction,
  { roomId, person, hasSound, hasPicture }: { roomId: string; person: Person } & Media,
  now: Date,
): Promise<string> {
  const id = newId(now.getTime())
  await tx.run(
    sqlText`insert into visit_room_seat (organization_id, id, room_id, person_kind, person_id, joined_at, seen_at, has_sound, has_picture)
      values ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [tx.context.organizationId, id, roomId, person.kind, person.id, now, hasSound, hasPicture],
  )
  return id
}

export const saveLeft = async (tx: Transaction, seatId: string, now: Date): Promise<void> =>
  void (await tx.run(
    `update visit_room_seat set left_at = $3 where organization_id = $1 and id = $2 and left_at is null`,
    [tx.context.organizationId, seatId, now],
  ))

/** A beat of a person's browser. @returns how much it has said; undefined when it is not in the room any more. */
export async function beat(
  tx: Transaction,
  { roomId, seatId, person, hasSound, hasPicture }: { roomId: string; seatId: string; person: Person } & Media,
  now: Date,
): Promise<(Said & { isChanged: boolean }) | undefined> {
  const [row] = await tx.run<Said & { isChanged: boolean }>(BEAT, [
    tx.context.organizationId,
    seatId,
    roomId,
    person.id,
    now,
    hasSound,
    hasPicture,
  ])
  return row
}

const BEAT = sqlText`
  update visit_room_seat t set seen_at = $5, has_sound = $6, has_picture = $7
    from visit_room_seat b
   where t.organization_id = $1 and t.id = $2 and t.room_id = $3 and t.person_id = $4 and t.left_at is null
     and b.organization_id = $1 and b.id = t.id
  returning t.said as count, t.said_since as since, b.has_sound <> $6 or b.has_picture <> $7 as "isChanged"`

export const saveSaid = async (tx: Transaction, seatId: string, { count, since }: Said): Promise<void> =>
  void (await tx.run(`update visit_room_seat set said = $3, said_since = $4 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    seatId,
    count,
    since,
  ]))

export type Signal = { kind: 'offer' | 'answer' | 'candidates' | 'again'; text: string }

/** What is told to somebody who left meanwhile reaches nobody. */
export async function insertSignals(
  tx: Transaction,
  { roomId, seatId }: { roomId: string; seatId: string },
  signals: readonly (Signal & { toSeatId: string })[],
  now: Date,
): Promise<void> {
  for (const { toSeatId, kind, text } of signals)
    await tx.run(INSERT_SIGNAL, [
      tx.context.organizationId,
      newId(now.getTime()),
      seatId,
      toSeatId,
      kind,
      text,
      now,
      roomId,
    ])
}

const INSERT_SIGNAL = sqlText`
  insert into visit_room_signal (organization_id, id, from_seat, to_seat, kind, text, sent_at)
  select $1, $2, $3, t.id, $5, $6, $7 from visit_room_seat t
   where t.organization_id = $1 and t.id = $4 and t.room_id = $8 and t.left_at is null and t.id <> $3`

/** Each signal is taken once, in the order in which it was sent; what is older than `since` is of no use. */
export async function takeSignals(
  tx: Transaction,
  seatId: string,
  { since, limit }: { since: Date; limit: number },
): Promise<(Signal & { fromSeatId: string })[]> {
  const rows = await tx.run<Signal & { id: string; fromSeatId: string; isOld: boolean }>(TAKE_SIGNALS, [
    tx.context.organizationId,
    seatId,
    since,
    limit,
  ])
  return rows
    .filter(({ isOld }) => !isOld)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ fromSeatId, kind, text }) => ({ fromSeatId, kind, text }))
}

const TAKE_SIGNALS = sqlText`
  delete from visit_room_signal g
   where g.organization_id = $1 and g.id = any (array(
     select w.id from visit_room_signal w where w.organization_id = $1 and w.to_seat = $2 order by w.id limit $4 for update skip locked))
  returning g.id, g.from_seat as "fromSeatId", g.kind, g.text, g.sent_at < $3 as "isOld"`

export const forgetSignals = (tx: Transaction, before: Date): Promise<unknown> =>
  tx.run(`delete from visit_room_signal where organization_id = $1 and sent_at < $2`, [
    tx.context.organizationId,
    before,
  ])

/** The journal tells what was; a room of long ago is no place to come to. */
export const deleteRooms = (tx: Transaction, endedBefore: Date): Promise<unknown> =>
  tx.run(
    sqlText`delete from visit_room where organization_id = $1 and id = any (array(
        select id from visit_room where organization_id = $1 and ended_at < $2 limit 10000))`,
    [tx.context.organizationId, endedBefore],
  )

/**
 * Visit rooms: a call with picture and sound between the desk and the patient's side, of one conversation (desk-D66, decision 0261). Picture and sound
 * go from browser to browser; here pass only the short messages by which the browsers find each other.
 */
import * as z from 'zod'
import { SendQuestion } from './conversation.ts'
import { DESK, id, instant, PATIENT_SIDE, route, whole } from './route.ts'

/** People in one room: each browser sends its picture to each other one. */
export const SEATS_MAX = 4
/** A browser in a room says every few seconds that it is there; without a word for so long it is gone. */
export const SEAT_LOST_SECONDS = 30
/** Hours for which an invitation without a booked visit is good, and for which a room is open after both sides met. */
export const INVITED_HOURS = 24
export const ROOM_HOURS = 4
/** After both sides met, a room that nobody is in ends by itself. */
export const EMPTY_MINUTES = 10
/** Characters of one signal, and signals of one exchange. */
export const SIGNAL_MAX = 16_000
export const SIGNALS_AT_ONCE = 20

/**
 * `withdrawn`: staff took the invitation back before both sides met; `expired`: nobody came in time; `ended`: by staff; `empty`: nobody was in it any
 * more; `time`: it was open for as long as a room may be; `moved`: its conversation became part of one that has a room, or of another patient.
 */
export const ROOM_ENDS = ['withdrawn', 'expired', 'ended', 'empty', 'time', 'moved'] as const

export const SeatPerson = z.enum(['staff', 'patient', 'related-person'])

/** One browser in a room. */
const Seat = z.object({
  id,
  person: SeatPerson,
  /** Of staff alone; who the others are the room says. */
  name: z.string().nullable(),
  isMine: z.boolean(),
  hasSound: z.boolean(),
  hasPicture: z.boolean(),
})

export const VisitRoom = z.object({
  id,
  conversationId: id,
  patient: z.object({ id, name: z.string() }),
  invitedBy: z.string(),
  invitedAt: instant,
  /** Until when somebody may come who has not been there. */
  untilAt: instant,
  /** The booked visit that it is for, and the clock of its place. */
  visit: z.object({ at: instant, timeZone: z.string() }).nullable(),
  end: z.enum(ROOM_ENDS).nullable(),
  seats: z.array(Seat),
  /** Of the site, for whoever cannot get through; '' where none is known. */
  phone: z.string(),
})

/** What one browser tells another, in the words of WebRTC: an offer, its answer, ways to be reached, or the wish for a new offer. */
const kind = z.enum(['offer', 'answer', 'candidates', 'again'])
const Said = z.object({ toSeatId: id, kind, text: z.string().max(SIGNAL_MAX) })
const Heard = z.object({ fromSeatId: id, kind, text: z.string() })

const Exchanged = z.object({
  end: z.enum(ROOM_ENDS).nullable(),
  /** False: this browser was taken for gone, and may `join` again; or the same person is in by another one, as `seats` say. */
  isIn: z.boolean(),
  seats: z.array(Seat),
  signals: z.array(Heard),
})

const IceServer = z.object({
  urls: z.array(z.string()),
  username: z.string().optional(),
  credential: z.string().optional(),
})

const room = z.object({ roomId: id })
const seat = room.extend({ seatId: id })
const media = { hasSound: z.boolean(), hasPicture: z.boolean() }
const joining = room.extend(media)
const exchanging = seat.extend({ ...media, signals: z.array(Said).max(SIGNALS_AT_ONCE) })
const joined = Exchanged.extend({ seatId: id, iceServers: z.array(IceServer) })

const forDesk = { roles: DESK, resource: 'visit-room', patient: 'of-resource' } as const
const forPatients = { roles: PATIENT_SIDE, resource: 'visit-room', patient: 'own' } as const

export const visitRoom = {
  /** The open room of a conversation; `refusal`: why nobody can be invited now. */
  ofConversation: route({ ...forDesk, audit: 'R' })
    .route({
      method: 'GET',
      path: '/conversations/{conversationId}/visit-room',
      summary: 'The open visit room of a conversation',
      tags: ['Visit room'],
    })
    .input(z.object({ conversationId: id }))
    .output(z.object({ room: VisitRoom.nullable(), refusal: z.string().nullable() })),

  /**
   * Opens the room and writes the patient where it is, as an answer leaves, with the same refusals. A room that is open already is the answer, and
   * nothing is written. IDENTITY_TOO_LOW: it is not sure who writes here. With questions nothing was done yet.
   */
  invite: route({ ...forDesk, audit: 'C' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/visit-room',
      summary: 'Invite to a visit room',
      tags: ['Visit room'],
    })
    .input(
      z.object({
        conversationId: id,
        /** A booked visit of the same patient: the invitation is then good until an hour after its end. */
        appointmentId: id.optional(),
        /** The newest message that was read: what came after it is not passed over (desk-D14). */
        seenSeq: whole,
        /** Questions answered with "invite anyway". */
        confirmed: z.array(SendQuestion).default([]),
      }),
    )
    .output(z.object({ room: VisitRoom.nullable(), questions: z.array(SendQuestion) })),

  get: route({ ...forDesk, audit: 'R' })
    .route({ method: 'GET', path: '/visit-rooms/{roomId}', summary: 'A visit room', tags: ['Visit room'] })
    .input(room)
    .output(VisitRoom),

  /** Takes the invitation back where both sides have not met. STATE_NOT_ALLOWED: it is over. */
  end: route({ ...forDesk, audit: 'U' })
    .route({ method: 'POST', path: '/visit-rooms/{roomId}/end', summary: 'End a visit room', tags: ['Visit room'] })
    .input(room)
    .output(VisitRoom),

  /** Who is in it already by another browser goes on in this one. STATE_NOT_ALLOWED, with `detail.why`: it is `over`, or `full` with four. */
  join: route({ ...forDesk, audit: 'U' })
    .route({ method: 'POST', path: '/visit-rooms/{roomId}/seats', summary: 'Join a visit room', tags: ['Visit room'] })
    .input(joining)
    .output(joined),

  /** Says that this browser is there, brings what it says to others, and takes what others said to it. */
  exchange: route({ ...forDesk, audit: 'none' })
    .route({
      method: 'POST',
      path: '/visit-rooms/{roomId}/seats/{seatId}',
      summary: 'Signals between the browsers in a visit room',
      tags: ['Visit room'],
    })
    .input(exchanging)
    .output(Exchanged),

  leave: route({ ...forDesk, audit: 'U' })
    .route({
      method: 'POST',
      path: '/visit-rooms/{roomId}/seats/{seatId}/leave',
      summary: 'Leave a visit room',
      tags: ['Visit room'],
    })
    .input(seat)
    .output(z.object({})),
}

/** The same for the patient, and for whoever speaks for the patient where the conversation is open to them. */
export const myVisitRoom = {
  get: route({ ...forPatients, audit: 'R' })
    .route({ method: 'GET', path: '/my/visit-rooms/{roomId}', summary: 'My visit room', tags: ['Portal'] })
    .input(room)
    .output(VisitRoom),

  join: route({ ...forPatients, audit: 'U' })
    .route({ method: 'POST', path: '/my/visit-rooms/{roomId}/seats', summary: 'Join my visit room', tags: ['Portal'] })
    .input(joining)
    .output(joined),

  exchange: route({ ...forPatients, audit: 'none' })
    .route({
      method: 'POST',
      path: '/my/visit-rooms/{roomId}/seats/{seatId}',
      summary: 'Signals between the browsers in my visit room',
      tags: ['Portal'],
    })
    .input(exchanging)
    .output(Exchanged),

  leave: route({ ...forPatients, audit: 'U' })
    .route({
      method: 'POST',
      path: '/my/visit-rooms/{roomId}/seats/{seatId}/leave',
      summary: 'Leave my visit room',
      tags: ['Portal'],
    })
    .input(seat)
    .output(z.object({})),
}

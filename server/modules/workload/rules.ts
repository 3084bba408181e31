/** What is right for the work of people: how a conversation is worked, how long an offer holds, when work moves on. Pure. */
import type { WorkSpan } from '#engines/routing/load.ts'
import type { OfferKind, WorkKind } from '#engines/routing/policy.ts'

/** A chat is live while its writer was heard of within this time; later it is answered like a mail. Source: decision 0066. */
export const CHAT_IS_LIVE_MIN = 15

/** A conversation as it is worked; `isInCall`: a call of it runs. */
export type Worked = { channel: string; lastMessageAt: Date; isInCall: boolean }

/** How a conversation is worked at `at`. A portal message and a voicemail are heard when there is time, as a mail is read. */
export function kindOf({ channel, lastMessageAt, isInCall }: Worked, at: Date): WorkKind {
  if (channel === 'voice' && isInCall) return 'call'
  const isFresh = at.getTime() - lastMessageAt.getTime() < CHAT_IS_LIVE_MIN * 60_000
  return channel === 'widget' && isFresh ? 'live-chat' : 'async'
}

type InHand = Omit<Worked, 'isInCall'> & {
  /** Of work beside its conversation. */
  ownKind: 'front-desk' | 'video' | null
  callsFrom: readonly Date[]
  callsTo: readonly (Date | null)[]
  isDistressing: boolean
  from: Date
  to: Date | null
}

/** What was in somebody's hands, cut where a call of it began and ended: it weighs as a call as long as one runs, and not a minute longer. */
export function piecesOf(work: InHand, now: Date): WorkSpan[] {
  const { ownKind, isDistressing, callsFrom, callsTo } = work
  const end = work.to?.getTime() ?? Infinity
  const kind = ownKind ?? kindOf({ ...work, isInCall: false }, work.to ?? now)
  const inCall = ownKind ?? kindOf({ ...work, isInCall: true }, work.to ?? now)
  const pieces: WorkSpan[] = []
  let at = work.from.getTime()
  const cut = (as: WorkKind, until: number): void => {
    if (until <= at) return
    pieces.push({ kind: as, isDistressing, from: new Date(at), to: until === Infinity ? null : new Date(until) })
    at = until
  }
  for (const [n, begun] of callsFrom.entries()) {
    cut(kind, Math.min(end, begun.getTime()))
    cut(inCall, Math.min(end, callsTo[n]?.getTime() ?? Infinity))
  }
  cut(kind, end)
  return pieces
}

type Urgency = 'routine' | 'urgent' | 'asap' | 'stat'

/** Which of the offer times counts. */
export function offerKind(kind: WorkKind, urgency: Urgency): OfferKind {
  if (urgency === 'stat') return 'stat'
  return kind === 'async' ? 'other' : 'live'
}

/** Without a heartbeat for this long somebody is gone, and gets nothing new; live work moves on. Source: desk-D32. */
export const HEARTBEAT_LOST_SECONDS = 60
/** A desk that is connected is heard of so often. */
export const HEARTBEAT_SECONDS = 30
/**
 * Nothing is taken from anybody before every desk that is there has been heard of: after work began to be given out, after a process began, and
 * after heartbeats could not be kept. Source: decision 0254.
 */
const ALL_HEARD_SECONDS = HEARTBEAT_LOST_SECONDS + HEARTBEAT_SECONDS

/** `since`: moments from which heartbeats were kept without a gap. */
export const isAbsenceKnown = (since: readonly Date[], now: Date): boolean =>
  since.every((moment) => secondsSince(moment, now) >= ALL_HEARD_SECONDS)

/** What is urgent does not stay with somebody who is gone or away for this long. Source: desk-D32. */
export const URGENT_MOVES_SECONDS = 300

export type Holder = {
  /** The last heartbeat; null when there never was one. */
  seenAt: Date | null
  /** By his own word. */
  awaySince: Date | null
}

/** Why work moves on from its holder; null when it stays. */
export function movesFrom(
  work: { kind: WorkKind; urgency: Urgency },
  { seenAt, awaySince }: Holder,
  now: Date,
): 'heartbeat-lost' | 'away' | null {
  const silent = secondsSince(seenAt, now)
  if (work.kind !== 'async' && silent >= HEARTBEAT_LOST_SECONDS) return 'heartbeat-lost'
  if (work.urgency === 'routine') return null
  if (silent >= URGENT_MOVES_SECONDS) return 'heartbeat-lost'
  return awaySince !== null && secondsSince(awaySince, now) >= URGENT_MOVES_SECONDS ? 'away' : null
}

const secondsSince = (at: Date | null, now: Date): number => (at ? (now.getTime() - at.getTime()) / 1000 : Infinity)

/** Who had a conversation or an offer of it within this time is not asked again, in minutes. Source: decision 0066. */
export const HAD_IT_MIN = 30

/** The skill that makes a colleague's languages count for everybody on shift. */
export const INTERPRETER_SKILL = 'interpreter'

/** Whoever is away is asked to come in once in so long, whoever asks, in minutes. */
export const CALLED_IN_AGAIN_MIN = 15

export const mayBeCalledIn = (
  { isAtWork, isAccepting, calledInAt }: { isAtWork: boolean; isAccepting: boolean; calledInAt: Date | null },
  now: Date,
): boolean =>
  (!isAtWork || !isAccepting) &&
  (calledInAt === null || now.getTime() - calledInAt.getTime() >= CALLED_IN_AGAIN_MIN * 60_000)

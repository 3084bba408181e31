/** What an organization may set for its routing, with the defaults of the specification (desk-D30, D31). */

/** How a conversation is worked: what comes live asks for a person now, `async` waits for an answer. */
export const WORK_KINDS = ['call', 'video', 'live-chat', 'front-desk', 'async'] as const
export type WorkKind = (typeof WORK_KINDS)[number]
/** Kinds at whose other end somebody waits this minute. */
export const isLive = (kind: WorkKind): boolean => kind !== 'async'

export const SCORE_PARTS = ['continuity', 'nativeLanguage', 'freeLoad', 'skillFit', 'idleTime'] as const
export type ScorePart = (typeof SCORE_PARTS)[number]

export type RoutingPolicy = {
  /** Points of the score that each part gives at most. */
  weights: Record<ScorePart, number>
  /** Load of one piece of work, in points; a person's capacity is 100 of them unless said otherwise. */
  points: Record<WorkKind, number>
  /** A distressed person takes this many times the points. */
  distressFactor: number
  /** Share of the last `occupancyMin` minutes that work may have filled, in percent. */
  occupancyCapPercent: number
  occupancyMin: number
  /** Capacity is halved in the last minutes of a shift. */
  shiftEndHalvesMin: number
  /** No live work in the last minutes of a shift. */
  shiftEndNoLiveMin: number
  /** Rest after a distressing contact, in minutes (3 to 15). */
  recoveryMin: number
  /** Minutes without work that give all the points for idle time. */
  idleFullMin: number
  /** Who comes back gets at most `returnMax` new pieces of work in the first `returnMin` minutes. */
  returnMax: number
  returnMin: number
  /** How long something is held out to one person before it goes to the next, in seconds (desk-D32). */
  offerSeconds: Record<OfferKind, number>
}

/** An emergency, what comes live, and the rest. */
export const OFFER_KINDS = ['stat', 'live', 'other'] as const
export type OfferKind = (typeof OFFER_KINDS)[number]

export const DEFAULT_POLICY: RoutingPolicy = {
  weights: { continuity: 30, nativeLanguage: 25, freeLoad: 20, skillFit: 15, idleTime: 10 },
  points: { call: 100, video: 100, 'live-chat': 30, 'front-desk': 60, async: 3 },
  distressFactor: 1.5,
  occupancyCapPercent: 85,
  occupancyMin: 30,
  shiftEndHalvesMin: 30,
  shiftEndNoLiveMin: 10,
  recoveryMin: 5,
  idleFullMin: 30,
  returnMax: 3,
  returnMin: 5,
  offerSeconds: { stat: 60, live: 20, other: 300 },
}

type Limits = readonly [least: number, most: number]

const WEIGHT: Limits = [0, 1_000]
const POINTS: Limits = [0, 1_000]
const OFFER_SECONDS: Limits = [5, 1_800]
const LIMITS: Record<Exclude<keyof RoutingPolicy, 'weights' | 'points' | 'offerSeconds'>, Limits> = {
  distressFactor: [1, 5],
  occupancyCapPercent: [1, 100],
  occupancyMin: [1, 240],
  shiftEndHalvesMin: [0, 240],
  shiftEndNoLiveMin: [0, 240],
  recoveryMin: [3, 15],
  idleFullMin: [1, 480],
  returnMax: [1, 100],
  returnMin: [1, 240],
}

/** @returns the first field that is not a number within its limits, such as `weights.continuity`; undefined when all are right. */
export function wrongField(policy: RoutingPolicy): string | undefined {
  for (const part of SCORE_PARTS) if (!within(policy.weights[part], WEIGHT)) return `weights.${part}`
  for (const kind of WORK_KINDS) if (!within(policy.points[kind], POINTS)) return `points.${kind}`
  for (const kind of OFFER_KINDS) if (!within(policy.offerSeconds[kind], OFFER_SECONDS)) return `offerSeconds.${kind}`
  return Object.entries(LIMITS).find(([field, limits]) => !within(policy[field as keyof typeof LIMITS], limits))?.[0]
}

const within = (value: unknown, [least, most]: Limits): boolean =>
  typeof value === 'number' && value >= least && value <= most

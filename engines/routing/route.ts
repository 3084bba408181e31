/**
 * To whom a conversation goes, and why; and to whom not, and why not (desk-D30, D31, D33).
 *
 * A condition excludes, a score orders. The same input gives the same answer, in whatever order the agents come. Reasons are codes
 * with values; their words are in the catalogues. What decides access (may read, own chart) comes in decided.
 */
import { CONDITIONS, type Condition } from './conditions.ts'
import {
  capacityAt,
  isWithinLast,
  lastWasDistressing,
  loadAt,
  occupancyPercent,
  pointsOf,
  recoveryUntil,
  type WorkSpan,
} from './load.ts'
import { isLive, SCORE_PARTS, type RoutingPolicy, type ScorePart, type WorkKind } from './policy.ts'

export type RoutedConversation = {
  kind: WorkKind
  urgency: 'routine' | 'urgent' | 'asap' | 'stat'
  isDistressing: boolean
  /** `und` when it is not known: then no language is asked. */
  language: string
  queueId: string | null
  siteId: string | null
  /** Only who is licensed at the site may take it. */
  needsLicence: boolean
  /** Least level by skill. */
  skills: Readonly<Record<string, number>>
  /** Who answered this person before, the last one first. */
  answeredBy: readonly string[]
  /** Who had an offer of it and let it pass. */
  passedBy: readonly string[]
}

export type Agent = {
  id: string
  isOnShift: boolean
  /** Null when no shift says it. */
  shiftEndsAt: Date | null
  isAccepting: boolean
  canRead: boolean
  isOwnOrFamilyChart: boolean
  queueIds: readonly string[]
  licensedSiteIds: readonly string[]
  skills: Readonly<Record<string, number>>
  languages: readonly string[]
  nativeLanguage: string | null
  /** Points. */
  capacity: number
}

export type AgentLoad = {
  /** What is in hand, and what ended within the occupancy window or the recovery time. */
  spans: readonly WorkSpan[]
  /** Since when nothing new was given; null when nothing was ever given. */
  idleSince: Date | null
  /** When the person came back, and what was given since. */
  returnedAt: Date | null
  givenSinceReturn: number
}

export type Load = {
  byAgent: Readonly<Record<string, AgentLoad>>
  /** Languages for which an interpreter is on shift. */
  interpreterLanguages: readonly string[]
}

type Values = Readonly<Record<string, string | number>>
export type ExcludedReason = { code: Condition } & Values
/** `stat-breaks` names a rule of load that only this emergency may break. */
export const RANKED_REASONS = [...SCORE_PARTS, 'interpreter', 'stat-breaks'] as const
/** `points` are what the reason adds to the score. */
export type RankedReason = { code: (typeof RANKED_REASONS)[number]; points: number } & Values

export type Ranked = { agent: string; score: number; reasons: RankedReason[] }
export type Excluded = {
  agent: string
  reason: ExcludedReason
  /** What else stands in the way. */
  also: ExcludedReason[]
}
export type Routed = { ranked: Ranked[]; excluded: Excluded[] }

/** Rules that keep people from too much. Access, licence and the person's own word are not among them. */
const BREAKABLE: ReadonlySet<Condition> = new Set([
  'capacity',
  'occupancy',
  'shift-ends',
  'just-returned',
  'in-recovery',
  'distressing-in-a-row',
])

/** Agents of one decision; more are refused by who reads them. */
export const AGENTS_MAX = 2_000

const NO_LOAD: AgentLoad = { spans: [], idleSince: null, returnedAt: null, givenSinceReturn: 0 }
const MINUTE_MS = 60_000

export function route(
  conversation: RoutedConversation,
  agents: readonly Agent[],
  load: Load,
  policy: RoutingPolicy,
  now: Date,
): Routed {
  const ranked: (Ranked & { idleSince: number })[] = []
  const excluded: Excluded[] = []
  const wholeScore = SCORE_PARTS.reduce((sum, part) => sum + policy.weights[part], 0)
  for (const agent of agents) {
    const own = Object.hasOwn(load.byAgent, agent.id) ? (load.byAgent[agent.id] ?? NO_LOAD) : NO_LOAD
    const against = conditionsAgainst(conversation, agent, own, load, policy, now)
    const mayBreak = conversation.urgency === 'stat'
    const [reason, ...also] = mayBreak ? against.filter(({ code }) => !BREAKABLE.has(code)) : against
    if (reason) {
      excluded.push({ agent: agent.id, reason, also })
      continue
    }
    const reasons = scoreReasons(conversation, agent, own, policy, now)
    // Whoever has room comes before everybody who has not: the whole score lies between them. A calm contact ends "in a row", so that
    // rule alone costs nothing: else more work could make a score higher.
    const cost = against.findIndex(({ code }) => code !== 'distressing-in-a-row')
    for (const [at, { code, ...values }] of against.entries())
      reasons.push({ ...values, code: 'stat-breaks', rule: code, points: at === cost ? -(wholeScore + 1) : 0 })
    ranked.push({ agent: agent.id, score: sumOf(reasons), reasons, idleSince: own.idleSince?.getTime() ?? -Infinity })
  }
  ranked.sort((a, b) => b.score - a.score || compare(a.idleSince, b.idleSince) || compare(a.agent, b.agent))
  excluded.sort((a, b) => compare(a.agent, b.agent))
  return { ranked: ranked.map(({ agent, score, reasons }) => ({ agent, score, reasons })), excluded }
}

/** What is missing when nobody fits: what stands in the way of the one who comes nearest (desk-D34). */
export function missingConditions({ ranked, excluded }: Routed): ExcludedReason[] {
  if (ranked.length > 0) return []
  const barriers = excluded.map(({ reason, also }) => [reason, ...also])
  return barriers.toSorted((a, b) => a.length - b.length || weightOf(b) - weightOf(a))[0] ?? []
}

// Of equally many barriers, those are told that pass by themselves.
const weightOf = (reasons: readonly ExcludedReason[]): number =>
  reasons.reduce((sum, { code }) => sum + CONDITIONS.indexOf(code), 0)

function conditionsAgainst(
  conversation: RoutedConversation,
  agent: Agent,
  own: AgentLoad,
  load: Load,
  policy: RoutingPolicy,
  now: Date,
): ExcludedReason[] {
  const against: ExcludedReason[] = []
  const refuse = (code: Condition, values: Values = {}): void => void against.push({ code, ...values })
  const { kind, queueId, siteId, language } = conversation

  if (!agent.isOnShift || (agent.shiftEndsAt !== null && agent.shiftEndsAt <= now)) refuse('off-shift')
  if (!agent.isAccepting) refuse('not-accepting')
  if (!agent.canRead) refuse('may-not-read')
  if (queueId !== null && !agent.queueIds.includes(queueId)) refuse('not-in-queue', { queueId })
  if (conversation.needsLicence && !isLicensedAt(agent, siteId)) refuse('no-licence', siteId ? { siteId } : {})
  for (const [skill, needed] of skillsOf(conversation)) {
    const has = levelOf(agent, skill)
    if (has < needed) refuse('skill-too-low', { skill, needed, has })
  }
  if (!speaks(agent, language) && !load.interpreterLanguages.some((each) => sameLanguage(each, language)))
    refuse('language', { language })
  if (agent.isOwnOrFamilyChart) refuse('own-or-family-chart')
  if (conversation.passedBy.includes(agent.id)) refuse('offer-passed')

  const inHand = loadAt(own.spans, policy, now)
  const capacity = capacityAt(agent.capacity, agent.shiftEndsAt, policy, now)
  // Distress makes nothing more than a whole person: a distressed caller would be offered to nobody.
  const more = Math.min(pointsOf(conversation, policy), Math.max(policy.points[kind], agent.capacity))
  if (inHand + more > capacity) refuse('capacity', { load: round(inHand), more: round(more), capacity })
  const occupancy = occupancyPercent(own.spans, agent.capacity, policy, now)
  if (occupancy >= policy.occupancyCapPercent)
    refuse('occupancy', { percent: round(occupancy), cap: policy.occupancyCapPercent })
  if (isLive(kind) && isWithinLast(policy.shiftEndNoLiveMin, agent.shiftEndsAt, now))
    refuse('shift-ends', { at: agent.shiftEndsAt?.toISOString() ?? '' })
  if (isJustBack(own, policy, now) && own.givenSinceReturn >= policy.returnMax)
    refuse('just-returned', { given: own.givenSinceReturn })
  const rests = recoveryUntil(own.spans, policy, now)
  if (rests) refuse('in-recovery', { until: rests.toISOString() })
  if (conversation.isDistressing && lastWasDistressing(own.spans, now)) refuse('distressing-in-a-row')
  return against
}

function scoreReasons(
  conversation: RoutedConversation,
  agent: Agent,
  own: AgentLoad,
  policy: RoutingPolicy,
  now: Date,
): RankedReason[] {
  const { language } = conversation
  const knows = conversation.answeredBy.indexOf(agent.id)
  const capacity = capacityAt(agent.capacity, agent.shiftEndsAt, policy, now)
  const used = loadAt(own.spans, policy, now) + pointsOf(conversation, policy)
  const idleMin = own.idleSince ? (now.getTime() - own.idleSince.getTime()) / MINUTE_MS : policy.idleFullMin
  const shares: Record<ScorePart, number> = {
    // The last one to answer knows the matter; who answered before knows the person.
    continuity: knows === 0 ? 1 : knows > 0 ? 0.5 : 0,
    nativeLanguage: agent.nativeLanguage !== null && sameLanguage(agent.nativeLanguage, language) ? 1 : 0,
    freeLoad: capacity <= 0 ? 0 : 1 - used / capacity,
    skillFit: skillFit(conversation, agent),
    idleTime: idleMin / policy.idleFullMin,
  }
  const reasons: RankedReason[] = SCORE_PARTS.map((code) => ({
    code,
    points: round(policy.weights[code] * Math.min(1, Math.max(0, shares[code]))),
  }))
  if (!speaks(agent, language)) reasons.push({ code: 'interpreter', points: 0, language })
  return reasons.filter(({ code, points }) => points > 0 || code === 'interpreter')
}

/** Who is just skilled enough comes first: a specialist stays free for what only he can do. */
function skillFit(conversation: RoutedConversation, agent: Agent): number {
  const needed = skillsOf(conversation)
  if (needed.length === 0) return 0
  return needed.reduce((sum, [skill, level]) => sum + 1 / (1 + levelOf(agent, skill) - level), 0) / needed.length
}

const skillsOf = ({ skills }: RoutedConversation): [string, number][] =>
  Object.entries(skills).toSorted(([a], [b]) => compare(a, b))
const levelOf = ({ skills }: Agent, skill: string): number => (Object.hasOwn(skills, skill) ? (skills[skill] ?? 0) : 0)

const isLicensedAt = ({ licensedSiteIds }: Agent, siteId: string | null): boolean =>
  siteId === null ? licensedSiteIds.length > 0 : licensedSiteIds.includes(siteId)

const speaks = ({ languages, nativeLanguage }: Agent, language: string): boolean =>
  language === 'und' ||
  [...languages, ...(nativeLanguage ? [nativeLanguage] : [])].some((own) => sameLanguage(own, language))

/** `es-MX` is Spanish: a region or script does not make another language here. */
const sameLanguage = (one: string, other: string): boolean => primary(one) === primary(other)
const primary = (language: string): string => language.toLowerCase().split('-', 1)[0] ?? ''

const isJustBack = ({ returnedAt }: AgentLoad, policy: RoutingPolicy, now: Date): boolean =>
  returnedAt !== null && now.getTime() - returnedAt.getTime() < policy.returnMin * MINUTE_MS

const sumOf = (reasons: readonly RankedReason[]): number => round(reasons.reduce((sum, { points }) => sum + points, 0))
const round = (value: number): number => Math.round(value * 100) / 100
const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

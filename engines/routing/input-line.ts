/** One line of the routing command: read, checked, and refused with the field that is wrong. */
import type { WorkSpan } from './load.ts'
import { DEFAULT_POLICY, WORK_KINDS, wrongField, type RoutingPolicy } from './policy.ts'
import { AGENTS_MAX, type Agent, type AgentLoad, type Load, type RoutedConversation } from './route.ts'

export type RouteInput = {
  conversation: RoutedConversation
  agents: Agent[]
  load: Load
  policy: RoutingPolicy
  now: Date
}
export type RouteLineError = { code: 'NOT_JSON' | 'NOT_AN_OBJECT' | 'BAD_FIELD' | 'TOO_LARGE'; message: string }
export type ReadRouteLine =
  { ok: true; id: unknown; input: RouteInput } | { ok: false; id: unknown; error: RouteLineError }

/** Longest line accepted, in UTF-16 units. */
const LONGEST_LINE = 8_388_608
/** Spans of one agent, skills, and entries of any other list. */
const LIST_MAX = 1_000

/**
 * The fields are those of `route`, instants as ISO 8601 texts; `id` comes back with the answer. Left out means: the defaults of the
 * policy, nobody loaded, no interpreter, and of an agent: on shift, accepting, may read, capacity 100.
 */
export function readRouteLine(line: string): ReadRouteLine {
  if (line.length > LONGEST_LINE) return refuse(null, 'TOO_LARGE', `The line is over ${LONGEST_LINE} characters.`)
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return refuse(null, 'NOT_JSON', 'This line is not JSON.')
  }
  if (!isObject(given)) return refuse(null, 'NOT_AN_OBJECT', 'Give one JSON object a line.')
  const id = given.id ?? null
  try {
    return { ok: true, id, input: readInput(given) }
  } catch (error) {
    if (!(error instanceof WrongField)) throw error
    return refuse(id, error.code, error.message)
  }
}

class WrongField extends Error {
  readonly code: 'BAD_FIELD' | 'TOO_LARGE'
  constructor(field: string, wanted: string, code: 'BAD_FIELD' | 'TOO_LARGE' = 'BAD_FIELD') {
    super(`The field "${field}" must be ${wanted}.`)
    this.code = code
  }
}

function readInput(given: Fields): RouteInput {
  const agents = list(given, 'agents', AGENTS_MAX).map((each, at) => readAgent(object(each, `agents[${at}]`), at))
  if (new Set(agents.map(({ id }) => id)).size < agents.length)
    throw new WrongField('agents', 'agents with an id each of their own')
  return {
    conversation: readConversation(object(given.conversation, 'conversation')),
    agents,
    load: readLoad(optionalObject(given.load, 'load')),
    policy: readPolicy(optionalObject(given.policy, 'policy')),
    now: instant(given.now, 'now'),
  }
}

const readConversation = (given: Fields): RoutedConversation => ({
  kind: oneOf(given.kind ?? 'async', WORK_KINDS, 'conversation.kind'),
  urgency: oneOf(given.urgency ?? 'routine', ['routine', 'urgent', 'asap', 'stat'] as const, 'conversation.urgency'),
  isDistressing: flag(given.isDistressing, false, 'conversation.isDistressing'),
  language: text(given.language ?? 'und', 'conversation.language'),
  queueId: optionalText(given.queueId, 'conversation.queueId'),
  siteId: optionalText(given.siteId, 'conversation.siteId'),
  needsLicence: flag(given.needsLicence, false, 'conversation.needsLicence'),
  skills: levels(given.skills, 'conversation.skills'),
  answeredBy: texts(given, 'answeredBy', 'conversation.'),
  passedBy: texts(given, 'passedBy', 'conversation.'),
})

function readAgent(given: Fields, at: number): Agent {
  const of = (field: string): string => `agents[${at}].${field}`
  return {
    id: text(given.id, of('id')),
    isOnShift: flag(given.isOnShift, true, of('isOnShift')),
    shiftEndsAt: optionalInstant(given.shiftEndsAt, of('shiftEndsAt')),
    isAccepting: flag(given.isAccepting, true, of('isAccepting')),
    canRead: flag(given.canRead, true, of('canRead')),
    isOwnOrFamilyChart: flag(given.isOwnOrFamilyChart, false, of('isOwnOrFamilyChart')),
    queueIds: texts(given, 'queueIds', of('')),
    licensedSiteIds: texts(given, 'licensedSiteIds', of('')),
    skills: levels(given.skills, of('skills')),
    languages: texts(given, 'languages', of('')),
    nativeLanguage: optionalText(given.nativeLanguage, of('nativeLanguage')),
    capacity: number(given.capacity ?? 100, of('capacity')),
  }
}

function readLoad(given: Fields): Load {
  const byAgent = Object.entries(optionalObject(given.byAgent, 'load.byAgent'))
  if (byAgent.length > AGENTS_MAX) throw new WrongField('load.byAgent', `at most ${AGENTS_MAX} agents`, 'TOO_LARGE')
  return {
    byAgent: Object.fromEntries(
      byAgent.map(([id, each]) => [id, readAgentLoad(object(each, `load.byAgent.${id}`), `load.byAgent.${id}.`)]),
    ),
    interpreterLanguages: texts(given, 'interpreterLanguages', 'load.'),
  }
}

const readAgentLoad = (given: Fields, within: string): AgentLoad => ({
  spans: list(given, 'spans', LIST_MAX, within).map((each, at) => {
    const span = object(each, `${within}spans[${at}]`)
    return {
      kind: oneOf(span.kind, WORK_KINDS, `${within}spans[${at}].kind`),
      isDistressing: flag(span.isDistressing, false, `${within}spans[${at}].isDistressing`),
      from: instant(span.from, `${within}spans[${at}].from`),
      to: optionalInstant(span.to, `${within}spans[${at}].to`),
    } satisfies WorkSpan
  }),
  idleSince: optionalInstant(given.idleSince, `${within}idleSince`),
  returnedAt: optionalInstant(given.returnedAt, `${within}returnedAt`),
  givenSinceReturn: number(given.givenSinceReturn ?? 0, `${within}givenSinceReturn`),
})

function readPolicy(given: Fields): RoutingPolicy {
  const known = new Set(Object.keys(DEFAULT_POLICY))
  for (const field of Object.keys(given))
    if (!known.has(field)) throw new WrongField(`policy.${field}`, 'left out: it is not known')
  const policy = {
    ...DEFAULT_POLICY,
    ...given,
    weights: { ...DEFAULT_POLICY.weights, ...optionalObject(given.weights, 'policy.weights') },
    points: { ...DEFAULT_POLICY.points, ...optionalObject(given.points, 'policy.points') },
    offerSeconds: { ...DEFAULT_POLICY.offerSeconds, ...optionalObject(given.offerSeconds, 'policy.offerSeconds') },
  } as RoutingPolicy
  const wrong = wrongField(policy)
  if (wrong) throw new WrongField(`policy.${wrong}`, 'a number within its limits')
  return policy
}

type Fields = Record<string, unknown>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function object(value: unknown, field: string): Fields {
  if (!isObject(value)) throw new WrongField(field, 'an object')
  return value
}
const optionalObject = (value: unknown, field: string): Fields =>
  value === undefined || value === null ? {} : object(value, field)

function list(given: Fields, field: string, most: number, within = ''): unknown[] {
  const value = given[field] ?? []
  if (!Array.isArray(value)) throw new WrongField(`${within}${field}`, 'a list')
  if (value.length > most) throw new WrongField(`${within}${field}`, `a list of at most ${most}`, 'TOO_LARGE')
  return value
}
const texts = (given: Fields, field: string, within: string): string[] =>
  list(given, field, LIST_MAX, within).map((each, at) => text(each, `${within}${field}[${at}]`))

function text(value: unknown, field: string): string {
  if (typeof value !== 'string' || value === '') throw new WrongField(field, 'a text')
  return value
}
const optionalText = (value: unknown, field: string): string | null =>
  value === undefined || value === null ? null : text(value, field)

function flag(value: unknown, otherwise: boolean, field: string): boolean {
  if (value === undefined || value === null) return otherwise
  if (typeof value !== 'boolean') throw new WrongField(field, 'true or false')
  return value
}

function number(value: unknown, field: string): number {
  if (typeof value !== 'number' || value < 0) throw new WrongField(field, 'a number of at least 0')
  return value
}

function levels(value: unknown, field: string): Record<string, number> {
  const entries = Object.entries(optionalObject(value, field))
  if (entries.length > LIST_MAX) throw new WrongField(field, `at most ${LIST_MAX} skills`, 'TOO_LARGE')
  return Object.fromEntries(entries.map(([skill, level]) => [skill, number(level, `${field}.${skill}`)]))
}

/** An instant names its zone; without one it would be another moment on each machine. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

function instant(value: unknown, field: string): Date {
  const at = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : undefined
  if (!at || Number.isNaN(at.getTime())) throw new WrongField(field, 'an instant such as 2026-03-02T17:00:00Z')
  return at
}
const optionalInstant = (value: unknown, field: string): Date | null =>
  value === undefined || value === null ? null : instant(value, field)

function oneOf<T extends string>(value: unknown, allowed: readonly T[], field: string): T {
  const found = allowed.find((each) => each === value)
  if (!found) throw new WrongField(field, `one of ${allowed.join(', ')}`)
  return found
}

const refuse = (id: unknown, code: RouteLineError['code'], message: string): ReadRouteLine => ({
  ok: false,
  id,
  error: { code, message },
})

/** What may happen to a turn, how its number reads, and which queue a person at a kiosk is for (desk-D64, decision 0085). Pure. */
import type { TURN_ACTIONS, TURN_REASONS, TURN_STATES } from '#contract/front-desk.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'

export type TurnState = (typeof TURN_STATES)[number]
export type TurnAction = (typeof TURN_ACTIONS)[number]
export type TurnReason = (typeof TURN_REASONS)[number]

/** A number is called once and called again twice; then its holder counts as left. Source: desk-D64. */
export const CALLS_MAX = 3

/** What may be done in which state, and what the turn is then. Source: desk-D64. */
const BECOMES: Record<TurnState, Partial<Record<TurnAction, TurnState>>> = {
  waiting: { call: 'called', leave: 'left', move: 'moved' },
  called: { call: 'called', serve: 'serving', leave: 'left', move: 'moved' },
  serving: { finish: 'done', leave: 'left', move: 'moved' },
  left: { restore: 'waiting' },
  done: {},
  moved: {},
}

export type TurnStep = { state: TurnState; calls: number }

export function decideStep({ state, calls }: TurnStep, action: TurnAction): Result<TurnStep, 'STATE_NOT_ALLOWED'> {
  const next = BECOMES[state][action]
  if (!next) return refuse('STATE_NOT_ALLOWED')
  if (action === 'call') return ok(calls >= CALLS_MAX ? { state: 'left', calls } : { state: next, calls: calls + 1 })
  return ok({ state: next, calls: action === 'restore' ? 0 : calls })
}

export const isOver = (state: TurnState): boolean => state === 'done' || state === 'left' || state === 'moved'

type QueueKind = 'service' | 'clinical' | 'billing'

/** One letter for each kind of queue: it tells people in one room apart, and never changes with a name. */
const LETTERS: Record<QueueKind, string> = { service: 'A', billing: 'B', clinical: 'C' }
export const letterOf = (kind: QueueKind): string => LETTERS[kind]

/** `A-042`; from the thousandth on with four digits. */
export const numberText = (letter: string, number: number): string => `${letter}-${String(number).padStart(3, '0')}`

const KINDS: Record<TurnReason, QueueKind> = {
  visit: 'service',
  unwell: 'clinical',
  billing: 'billing',
  other: 'service',
}

/** The queue for somebody at a kiosk: its kind, then one of this site before one of no site, then the language; never another site's. */
export function queueFor<
  Queue extends { id: string; kind: QueueKind; siteId: string | null; languages: readonly string[] },
>(
  queues: readonly Queue[],
  { reason, siteId, language }: { reason: TurnReason; siteId: string; language: string },
): Queue | undefined {
  const here = queues.filter((queue) => queue.siteId === siteId || queue.siteId === null)
  const of = (wanted: QueueKind) => here.filter(({ kind }) => kind === wanted)
  const [pool = here] = [of(KINDS[reason]), of('service')].filter(({ length }) => length > 0)
  return pool.toSorted(
    (a, b) =>
      Number(b.siteId === siteId) - Number(a.siteId === siteId) ||
      Number(b.languages.includes(language)) - Number(a.languages.includes(language)) ||
      (a.id < b.id ? -1 : 1),
  )[0]
}

export type Urgency = 'routine' | 'urgent' | 'asap' | 'stat'

/** Somebody who says to feel unwell is called before the others; what the words themselves sounded like may ask for more. */
export const urgencyOf = (reason: TurnReason, ofWords: Urgency): Urgency =>
  reason === 'unwell' && ofWords === 'routine' ? 'urgent' : ofWords

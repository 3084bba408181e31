/**
 * The service clocks of one conversation: what was promised, until when, and whether it was kept (desk-D24 to D29).
 *
 * A clock is never stored. It follows from the events of its conversation, the versions of policies and calendars, and the time that is
 * asked for; the same events always give the same instants. Events are taken one after the other (`begin`, `take`), and the clocks are
 * read at an instant (`clocksAt`). What a change of urgency, policy, calendar or queue does is in `recompute`.
 */
import { addWorkingTime, workingTimeBetween } from '#engines/calendar/working-time.ts'
import type { ClockEvent } from './events.ts'
import {
  CLINICAL_KINDS,
  FACTS,
  URGENCIES,
  type ClockKind,
  type Facts,
  type Policy,
  type ServiceCalendar,
  type Urgency,
  type WaitingOn,
} from './policy.ts'

/**
 * `warning` after `warnAt`, `breached` after `dueAt`, `paused` while somebody outside is waited for. Over: `met`, `late` (met after it
 * was due), `ended` (nothing is owed any more, but it was not met: resolved or closed without an answer).
 */
export type ClockState = 'running' | 'warning' | 'breached' | 'paused' | 'met' | 'late' | 'ended'

export type Pause = { reason: WaitingOn | 'resolved'; from: string; to: string | null; pauses: boolean }

/** Why a clock has the deadline it has. `at` is when it became so. */
export type Reason = {
  at: string
  code: 'started' | 'urgency' | 'policy' | 'calendar' | 'moved' | 'asked-again' | 'reopened'
  urgency: Urgency
  /** `id@version`. */
  policy: string | null
  calendar: string
  targetMin: number | null
}

/** All instants ISO 8601 in UTC. */
export type Clock = {
  kind: ClockKind
  startedAt: string
  /** Null while paused, and when ten years of opening hours are not enough. */
  dueAt: string | null
  /** 25 % of the target, at most 15 minutes, before it is due. */
  warnAt: string | null
  state: ClockState
  metAt: string | null
  /** When it was overdue first: at `dueAt`, or at the change that put `dueAt` into the past. */
  breachedAt: string | null
  pauses: Pause[]
  /** Working time of the pauses, in minutes: what paused the clock, and what did not. */
  pausedMin: number
  waitedMin: number
  reasons: Reason[]
}

const MINUTE_MS = 60_000
const WARNING_MAX_MS = 15 * MINUTE_MS
const WARNING_SHARE = 0.25
/** A resolved conversation is opened again by a contact within so many days; a later one belongs to another conversation. */
const REOPEN_MS = 14 * 86_400_000

export function clocks(
  events: readonly ClockEvent[],
  policies: readonly Policy[],
  calendars: readonly ServiceCalendar[],
  now: string,
): Clock[] {
  return clocksAt(foldUntil(events, policies, calendars, now), now)
}

/** A wait that is over; `workedMin`: of the opening hours by which the resolution of its conversation counts. */
export type OverWait = { reason: WaitingOn; from: string; workedMin: number }

/** The clocks, and beside them every wait between the first contact and the resolution, whether or not a resolution is promised. */
export function clocksAndWaits(...asked: Parameters<typeof clocks>): { clocks: Clock[]; waits: OverWait[] } {
  const fold = foldUntil(...asked)
  const [, , , now] = asked
  return { clocks: clocksAt(fold, now), waits: waitsAt(fold, now) }
}

function foldUntil(
  events: readonly ClockEvent[],
  policies: readonly Policy[],
  calendars: readonly ServiceCalendar[],
  now: string,
): Fold {
  const until = Date.parse(now)
  const fold = begin(policies, calendars)
  const timed = events.map((event) => ({ event, at: Date.parse(event.at) })).filter(({ at }) => at <= until)
  timed.sort((one, other) => one.at - other.at || one.event.seq - other.event.seq)
  for (const { event, at } of timed) takeAt(fold, event, at)
  return fold
}

type Running = {
  kind: ClockKind
  startedAt: number
  /** Since when its present terms count, and which. */
  termsAt: number
  terms: Terms
  /** Overdue already under earlier terms. */
  breachedAt: number | null
  reasons: { at: number; code: Reason['code']; terms: Terms }[]
  over: { at: number; how: 'met' | 'ended'; dueAt: number | null } | null
  /** The assistant's answer counts until the patient asks again. */
  isProvisional: boolean
}

type Terms = {
  urgency: Urgency
  policy: Policy | undefined
  calendar: ServiceCalendar | null
  target: number | null
  pausesOn: readonly WaitingOn[]
}

type Wait = { reason: WaitingOn | 'resolved'; from: number; to: number | null }

export type Fold = {
  /** Ids in the order of the policies, each with the version that counts. */
  policies: Map<string, Policy>
  calendars: Map<string, ServiceCalendar>
  versions: { policies: readonly Policy[]; calendars: readonly ServiceCalendar[] }
  isOpened: boolean
  state: 'open' | 'waiting' | 'snoozed' | 'resolved' | 'closed' | 'spam'
  resolvedAt: number | null
  urgency: Urgency
  facts: Facts
  waits: Wait[]
  hasFirst: boolean
  running: Running[]
  over: Running[]
}

export function begin(policies: readonly Policy[], calendars: readonly ServiceCalendar[]): Fold {
  return {
    policies: lowestVersions(policies),
    calendars: lowestVersions(calendars),
    versions: { policies, calendars },
    isOpened: false,
    state: 'open',
    resolvedAt: null,
    urgency: 'routine',
    facts: {},
    waits: [],
    hasFirst: false,
    running: [],
    over: [],
  }
}

/** Takes the next event; events come in order. Changes the fold. */
export const take = (fold: Fold, event: ClockEvent): void => takeAt(fold, event, Date.parse(event.at))

function takeAt(fold: Fold, event: ClockEvent, at: number): void {
  switch (event.type) {
    case 'opened':
      // Of merged conversations the first beginning is the beginning.
      if (fold.isOpened) return
      fold.isOpened = true
      fold.facts = { ...event.facts }
      fold.urgency = event.urgency ?? fold.urgency
      return recompute(fold, at, 'moved')
    case 'contact':
      return takeContact(fold, event, at)
    case 'answer':
      return takeAnswer(fold, event, at)
    case 'state':
      return takeState(fold, event, at)
    case 'urgency':
      fold.urgency = event.to
      return recompute(fold, at, 'urgency')
    case 'moved':
      fold.facts = { ...fold.facts, ...event.facts }
      return recompute(fold, at, 'moved')
    case 'policy':
      fold.policies.set(event.id, versionOf(fold.versions.policies, event))
      return recompute(fold, at, 'policy')
    case 'calendar':
      fold.calendars.set(event.id, versionOf(fold.versions.calendars, event))
      return recompute(fold, at, 'calendar')
    case 'triaged':
      return meet(fold, at, ['to-triage'])
    case 'clinician-asked':
      return start(fold, 'to-clinician', at)
    case 'clinician-took':
      return meet(fold, at, ['to-clinician'])
    case 'result-filed':
      return start(fold, 'result-told', at)
    case 'note':
  }
}

export function clocksAt(fold: Fold, now: string): Clock[] {
  const at = Date.parse(now)
  // The same few instants stand in many clocks, and writing them down is most of the work.
  const written = new Map<number, string>()
  const iso = (instant: number): string => {
    const text = written.get(instant) ?? new Date(instant).toISOString()
    written.set(instant, text)
    return text
  }
  return [...fold.over, ...fold.running]
    .filter(({ terms }) => terms.target !== null)
    .toSorted((one, other) => one.startedAt - other.startedAt)
    .map((clock) => present(fold, clock, at, iso))
}

/** Each once: a conversation has one resolution clock at a time. What is resolved waits for nobody. */
function waitsAt(fold: Fold, now: string): OverWait[] {
  const whole = [...fold.over, ...fold.running].filter(({ kind }) => kind === 'resolution')
  return whole.flatMap(({ startedAt, terms, over }) => {
    const until = over?.at ?? Date.parse(now)
    return fold.waits.flatMap(({ reason, from, to }): OverWait[] => {
      const [first, last] = [Math.max(from, startedAt), Math.min(to ?? until, until)]
      const goesOn = to === null && !over
      if (reason === 'resolved' || goesOn || first >= last) return []
      const workedMin = workingTimeBetween(terms.calendar, first, last) / MINUTE_MS
      return [{ reason, from: new Date(first).toISOString(), workedMin }]
    })
  })
}

type EventOf<T extends ClockEvent['type']> = Extract<ClockEvent, { type: T }>

function takeContact(
  fold: Fold,
  { from, automatic = 'none', urgency, toTriage }: EventOf<'contact'>,
  at: number,
): void {
  if (urgency && URGENCIES.indexOf(urgency) > URGENCIES.indexOf(fold.urgency)) {
    fold.urgency = urgency
    recompute(fold, at, 'urgency')
  }
  if (from === 'other' || automatic !== 'none' || fold.state === 'spam' || fold.state === 'closed') return
  if (fold.resolvedAt !== null && at - fold.resolvedAt > REOPEN_MS) return
  if (fold.state !== 'open') enter(fold, { to: 'open' }, at)
  askAgain(fold, at)

  start(fold, 'resolution', at)
  if (!fold.hasFirst) start(fold, 'first-response', at)
  else if (!isRunning(fold, 'first-response')) start(fold, 'next-response', at)
  fold.hasFirst = true
  if (toTriage) start(fold, 'to-triage', at)
}

function takeAnswer(fold: Fold, { by, isAcknowledgement }: EventOf<'answer'>, at: number): void {
  if (by === 'system' || isAcknowledgement || fold.state === 'spam') return
  if (by === 'assistant') {
    const answered = fold.running.filter(
      ({ kind, terms }) => isResponse(kind) && terms.policy?.assistantAnswers === true,
    )
    for (const clock of answered) if (!clock.over) finish(fold, clock, at, 'met', true)
    return
  }
  for (const clock of fold.running.filter(({ isProvisional }) => isProvisional)) settle(fold, clock)
  meet(fold, at, ['first-response', 'next-response', 'periodic-update', 'to-triage', 'result-told'])
  if (fold.state !== 'resolved' && fold.state !== 'closed') start(fold, 'periodic-update', at)
}

function takeState(fold: Fold, event: EventOf<'state'>, at: number): void {
  enter(fold, event, at)
  if (event.to === 'resolved') {
    meet(fold, at, ['resolution'])
    end(fold, at, ['first-response', 'next-response', 'periodic-update', 'to-triage', 'to-clinician'])
  }
  if (event.to === 'closed') end(fold, at)
}

/** Whom we wait for ends with the state; a snooze alone is no wait (desk-D26). */
function enter(fold: Fold, { to, waitingOn }: Pick<EventOf<'state'>, 'to' | 'waitingOn'>, at: number): void {
  const wasResolved = fold.state === 'resolved'
  const wait = fold.waits.at(-1)
  const goesOn = to === 'closed' && wasResolved
  if (wait?.to === null && !goesOn) wait.to = at
  if (to === 'waiting') fold.waits.push({ reason: waitingOn ?? 'clinician', from: at, to: null })
  if (to === 'resolved') fold.waits.push({ reason: 'resolved', from: at, to: null })
  fold.resolvedAt = to === 'resolved' ? at : to === 'closed' ? fold.resolvedAt : null
  fold.state = to
  if (wasResolved && (to === 'open' || to === 'waiting' || to === 'snoozed')) reopen(fold, at)
}

/** Resolution goes on without the resolved time; a first response keeps its result (desk-D27). */
function reopen(fold: Fold, at: number): void {
  const index = fold.over.findLastIndex(({ kind, over }) => kind === 'resolution' && over?.how === 'met')
  const [clock] = index < 0 ? [] : fold.over.splice(index, 1)
  if (!clock) return
  clock.over = null
  clock.reasons.push({ at, code: 'reopened', terms: clock.terms })
  fold.running.push(clock)
  settleTerms(fold, clock, at, 'reopened')
}

/** The assistant's answer was not enough: the clock goes on from its own beginning (desk-D25). */
function askAgain(fold: Fold, at: number): void {
  for (const clock of fold.running) {
    const { over, terms } = clock
    if (!clock.isProvisional || !over) continue
    const wasDue = over.dueAt !== null && over.dueAt < over.at ? Math.max(over.dueAt, clock.termsAt) : at
    clock.over = null
    clock.isProvisional = false
    clock.terms = termsOf(fold, clock.kind)
    if (!isSame(clock.terms, terms)) clock.termsAt = at
    clock.reasons.push({ at, code: 'asked-again', terms: clock.terms })
    const due = dueOf(fold, clock)
    clock.breachedAt = due !== null && due <= at ? (clock.breachedAt ?? wasDue) : null
  }
}

function start(fold: Fold, kind: ClockKind, at: number): void {
  if (isRunning(fold, kind)) return
  if (kind === 'resolution' && fold.over.some((clock) => clock.kind === kind && clock.over?.how === 'met')) return
  const terms = termsOf(fold, kind)
  const reasons = [{ at, code: 'started' as const, terms }]
  fold.running.push({
    kind,
    startedAt: at,
    termsAt: at,
    terms,
    breachedAt: null,
    reasons,
    over: null,
    isProvisional: false,
  })
}

const isRunning = (fold: Fold, kind: ClockKind): boolean => fold.running.some((clock) => clock.kind === kind)
const isResponse = (kind: ClockKind): boolean => kind === 'first-response' || kind === 'next-response'

function meet(fold: Fold, at: number, kinds: readonly ClockKind[]): void {
  for (const clock of fold.running.filter(({ kind }) => kinds.includes(kind))) finish(fold, clock, at, 'met')
}

function end(fold: Fold, at: number, kinds?: readonly ClockKind[]): void {
  for (const clock of fold.running.filter(({ kind }) => !kinds || kinds.includes(kind))) {
    if (clock.isProvisional) settle(fold, clock)
    else finish(fold, clock, at, 'ended')
  }
}

/** Its deadline is kept as it was then: no later change touches what is over. */
function finish(fold: Fold, clock: Running, at: number, how: 'met' | 'ended', isProvisional = false): void {
  clock.over = { at, how, dueAt: dueOf(fold, clock, at) }
  clock.isProvisional = isProvisional
  if (!isProvisional) settle(fold, clock)
}

function settle(fold: Fold, clock: Running): void {
  clock.isProvisional = false
  fold.running.splice(fold.running.indexOf(clock), 1)
  fold.over.push(clock)
}

/**
 * New terms count from the original start (desk-D27). What they put into the past is overdue at the change; what was overdue before stays
 * so from then; what they give more time is no longer overdue.
 */
function recompute(fold: Fold, at: number, code: Reason['code']): void {
  for (const clock of fold.running) if (!clock.isProvisional) settleTerms(fold, clock, at, code)
}

function settleTerms(fold: Fold, clock: Running, at: number, code: Reason['code']): void {
  const terms = termsOf(fold, clock.kind)
  if (isSame(terms, clock.terms)) return
  const due = dueOf(fold, clock)
  const before = clock.breachedAt ?? (due !== null && due <= at ? Math.max(due, clock.termsAt) : null)
  clock.terms = terms
  clock.termsAt = at
  clock.reasons.push({ at, code, terms })
  const next = dueOf(fold, clock)
  clock.breachedAt = next !== null && next <= at ? (before ?? at) : null
}

function termsOf(fold: Fold, kind: ClockKind): Terms {
  const { urgency } = fold
  const policy = firstOf(fold.policies, (one) => fits(one, fold.facts))
  const minutes = policy?.targets[kind]?.[urgency]
  const target = minutes === undefined ? null : minutes * MINUTE_MS
  const isAround = urgency === 'stat' || CLINICAL_KINDS.has(kind)
  if (isAround) return { urgency, policy, calendar: null, target, pausesOn: [] }
  return {
    urgency,
    policy,
    calendar: policy ? calendarOf(fold, policy) : null,
    target,
    pausesOn: policy?.pausesOn ?? ['patient'],
  }
}

const fits = ({ when = {} }: Policy, facts: Facts): boolean =>
  FACTS.every((fact) => when[fact] === undefined || when[fact].includes(facts[fact] ?? ''))

function calendarOf({ calendars, facts }: Fold, { calendar }: Policy): ServiceCalendar | null {
  if (calendar === 'always') return null
  if (calendar !== undefined) {
    const named = calendars.get(calendar)
    if (!named) throw new RangeError(`The calendar "${calendar}" of a policy is not given.`)
    return named
  }
  const ofSite = facts.site ? firstOf(calendars, ({ site }) => site === facts.site) : undefined
  return ofSite ?? firstOf(calendars, ({ site }) => site === undefined || site === null) ?? null
}

const isSame = (one: Terms, other: Terms): boolean =>
  one.urgency === other.urgency &&
  one.policy === other.policy &&
  one.calendar === other.calendar &&
  one.target === other.target

/** Null while it is paused, and when it is never reached. `resumedAt`: as if a pause that goes on ended then. */
function dueOf({ waits }: Fold, { kind, startedAt, terms }: Running, resumedAt?: number): number | null {
  if (terms.target === null) return null
  let left = terms.target
  let from = startedAt
  for (const wait of waits) {
    const to = wait.to ?? resumedAt
    if (!pauses(wait, kind, terms) || (to !== undefined && to <= from)) continue
    const worked = workingTimeBetween(terms.calendar, from, wait.from)
    if (worked >= left) break
    if (to === undefined) return null
    left -= worked
    from = to
  }
  return addWorkingTime(terms.calendar, from, left)
}

const pauses = ({ reason }: Wait, kind: ClockKind, { pausesOn }: Terms): boolean =>
  reason === 'resolved' ? kind === 'resolution' : reason !== 'clinician' && pausesOn.includes(reason)

function present(fold: Fold, clock: Running, now: number, iso: (instant: number) => string): Clock {
  const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant))
  const { kind, startedAt, terms, over } = clock
  // Nothing is owed to spam; the clocks go on, without a pause, when it was none after all.
  const isOwed = fold.state !== 'spam'
  const dueAt = over ? over.dueAt : isOwed ? dueOf(fold, clock) : null
  const until = over?.at ?? now
  const isLate = dueAt !== null && (over?.how === 'met' ? dueAt < until : dueAt <= until)
  const breachedAt = clock.breachedAt ?? (isLate ? Math.max(dueAt, clock.termsAt) : null)
  const warnAt = dueAt === null ? null : dueAt - Math.min((terms.target ?? 0) * WARNING_SHARE, WARNING_MAX_MS)
  const waits = fold.waits.filter(
    ({ from, to }) => (over ? from < until : from <= until) && (to === null || to > startedAt),
  )
  const sum = (isPausing: boolean): number => {
    const spans = waits.filter((wait) => pauses(wait, kind, terms) === isPausing)
    const worked = spans.map(({ from, to }) =>
      workingTimeBetween(terms.calendar, Math.max(from, startedAt), Math.min(to ?? until, until)),
    )
    return worked.reduce((total, one) => total + one, 0) / MINUTE_MS
  }
  const isPaused = waits.some((wait) => wait.to === null && pauses(wait, kind, terms))
  return {
    kind,
    startedAt: iso(startedAt),
    dueAt: isoOrNull(dueAt),
    warnAt: isoOrNull(warnAt),
    state: over || isOwed ? stateOf({ over, isLate: breachedAt !== null, isPaused, warnAt, now }) : 'ended',
    metAt: over?.how === 'met' ? iso(over.at) : null,
    breachedAt: isoOrNull(breachedAt),
    pauses: waits.map((wait) => ({
      reason: wait.reason,
      from: iso(wait.from),
      to: wait.to === null || wait.to > until ? null : iso(wait.to),
      pauses: pauses(wait, kind, terms),
    })),
    pausedMin: sum(true),
    waitedMin: sum(false),
    reasons: clock.reasons.map(({ at, code, terms: { urgency, policy, calendar, target } }) => ({
      at: iso(at),
      code,
      urgency,
      policy: policy ? `${policy.id}@${policy.version}` : null,
      calendar: calendar ? `${calendar.id}@${calendar.version}` : 'always',
      targetMin: target === null ? null : target / MINUTE_MS,
    })),
  }
}

type StateFacts = { over: Running['over']; isLate: boolean; isPaused: boolean; warnAt: number | null; now: number }

function stateOf({ over, isLate, isPaused, warnAt, now }: StateFacts): ClockState {
  if (over) return over.how === 'ended' ? 'ended' : isLate ? 'late' : 'met'
  if (isLate) return 'breached'
  if (isPaused) return 'paused'
  return warnAt !== null && warnAt <= now ? 'warning' : 'running'
}

type Versioned = { id: string; version: number }

function lowestVersions<T extends Versioned>(all: readonly T[]): Map<string, T> {
  const lowest = new Map<string, T>()
  for (const one of all) {
    const known = lowest.get(one.id)
    if (!known || one.version < known.version) lowest.set(one.id, one)
  }
  return lowest
}

function versionOf<T extends Versioned>(all: readonly T[], { id, version }: Versioned): T {
  const found = all.find((one) => one.id === id && one.version === version)
  if (!found) throw new RangeError(`Version ${version} of "${id}" is named by an event, but not given.`)
  return found
}

function firstOf<T>(all: ReadonlyMap<string, T>, isIt: (one: T) => boolean): T | undefined {
  for (const one of all.values()) if (isIt(one)) return one
  return undefined
}

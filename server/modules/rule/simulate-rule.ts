/**
 * A version tried on past days without any effect (desk-D69): a job that reads what was, conversation by conversation, in transactions that
 * can only read, and asks the same engine. It says how far it is, can be cancelled, and ends at a written limit.
 *
 * The other live rules of the trigger are asked with it, since of some triggers only the first acts.
 */
import { evaluate } from '#engines/rules/evaluate.ts'
import { replay, type Replayed } from '#engines/rules/replay.ts'
import type { Action, Facts, Mode, Rule } from '#engines/rules/rule.ts'
import type { Refusal } from '#contract/refusal.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Outcome, PastConversation, RuleDoors } from './doors.ts'
import {
  endSimulation,
  insertHits,
  insertSimulation,
  markSimulated,
  noteProgress,
  startSimulation,
  type Hit,
} from './simulation-store.ts'
import { findVersion, liveRules, lockRule, modesOf, placeOf } from './store.ts'

/** What one simulation looks at and keeps, at most: the newest. Source: decision 0102. */
const EVENTS_MAX = 50_000
const HITS_MAX = 1_000
/** Conversations read in one transaction. */
const CHUNK = 50
const DAY_MS = 86_400_000
/** A conversation may have an event so long after its last word: a silence, a deadline, somebody's hand. */
const EVENT_AFTER_WORD_DAYS = 31

export async function askSimulation(
  { tx, jobs, now }: { tx: Transaction; jobs: Jobs; now: Date },
  { ruleId, version, days }: { ruleId: string; version: number; days: number },
  staffId: string,
): Promise<Result<null, Refusal>> {
  if (!(await lockRule(tx, ruleId)) || !(await findVersion(tx, ruleId, version))) return refuse('NOT_FOUND')
  const id = newId(now.getTime())
  if (!(await insertSimulation(tx, { id, ruleId, version, days }, staffId, now))) return refuse('STATE_NOT_ALLOWED')
  await jobs.send(tx, 'simulate-rule', { organizationId: tx.context.organizationId, id })
  const detail = { version, days }
  await journal(
    tx,
    { event: 'rule.simulation-asked', action: 'E', resourceKind: 'rule', resourceId: ruleId, detail },
    now,
  )
  return ok(null)
}

export type SimulateDeps = { db: Database; now: () => Date; doors: RuleDoors }

type Asked = { ruleId: string; rules: Rule[]; mode: Mode; from: Date; until: Date }
/** `facts`: of the moment, opening hours and identity among them. */
type Found = { conversationId: string; replayed: Replayed; facts: Facts; actions: Action[] }

export async function simulateRule(deps: SimulateDeps, organizationId: string, simulationId: string): Promise<void> {
  const context = systemContext(organizationId, newId(), 'job simulate-rule')
  const write = <T>(work: (tx: Transaction) => Promise<T>) => deps.db.transaction(context, work)
  const look = <T>(work: (tx: Transaction) => Promise<T>) =>
    deps.db.transaction(context, async (tx) => {
      await tx.run('set transaction read only', [])
      return work(tx)
    })
  try {
    const started = await write((tx) => startSimulation(tx, simulationId))
    if (!started) return
    const asked = await look((tx) => whatIsAsked(tx, started))
    const read = await readPast({ deps, asked, simulationId, look, write })
    if (!read) return
    const hits = await look((tx) => decideOutcomes(deps, tx, read.found))
    await write(async (tx) => {
      if (!(await endSimulation(tx, simulationId, 'done', read.isCut, deps.now()))) return
      await insertHits(tx, simulationId, hits)
      await markSimulated(tx, started.ruleId, started.version)
    })
  } catch (error) {
    // A second try would fail alike: it is over, and somebody reads why in the log.
    await write((tx) => endSimulation(tx, simulationId, 'failed', false, deps.now()))
    throw error
  }
}

/** The version in its place among the live rules of its trigger. */
async function whatIsAsked(
  tx: Transaction,
  { ruleId, version, days, askedAt }: { ruleId: string; version: number; days: number; askedAt: Date },
): Promise<Asked> {
  const chosen = await readVersion(tx, ruleId, version)
  const trigger = chosen.trigger.kind
  const [others, modes] = await Promise.all([liveRules(tx, trigger), modesOf(tx)])
  const rules = [...others.filter(({ id }) => id !== ruleId), chosen]
  const from = new Date(askedAt.getTime() - days * DAY_MS)
  return { ruleId, rules, mode: modes[trigger] ?? 'all', from, until: askedAt }
}

type Reading = {
  deps: SimulateDeps
  asked: Asked
  simulationId: string
  look: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  write: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
}

/** @returns undefined when it was cancelled. */
async function readPast({
  deps: { doors },
  asked,
  simulationId,
  look,
  write,
}: Reading): Promise<{ found: Found[]; isCut: boolean } | undefined> {
  const wordsFrom = new Date(asked.from.getTime() - EVENT_AFTER_WORD_DAYS * DAY_MS)
  const conversations = await look((tx) => doors.countPast(tx, wordsFrom))
  const found: Found[] = []
  let after: { lastMessageAt: Date; id: string } | undefined
  let read = 0
  let events = 0
  let isCut = false
  while (!isCut) {
    if (!(await write((tx) => noteProgress(tx, simulationId, { conversations, read, events })))) return undefined
    const chunk = await look(async (tx) => {
      const page = { from: wordsFrom, textFrom: asked.from, after, limit: CHUNK }
      const past = await doors.pastOf(tx, page)
      return { ...past, ...(await askOfPast(doors, tx, asked, past.items)) }
    })
    found.push(...chunk.found)
    events += chunk.events
    read += chunk.items.length
    after = chunk.items.at(-1)
    isCut = chunk.isCut || found.length > HITS_MAX || events > EVENTS_MAX
    if (chunk.items.length < CHUNK) break
  }
  if (!(await write((tx) => noteProgress(tx, simulationId, { conversations, read, events })))) return undefined
  const newest = found.toSorted((one, other) => other.replayed.at - one.replayed.at).slice(0, HITS_MAX)
  return { found: newest, isCut }
}

async function askOfPast(
  doors: RuleDoors,
  tx: Transaction,
  { ruleId, rules, mode, from, until }: Asked,
  items: readonly PastConversation[],
): Promise<{ found: Found[]; events: number }> {
  const silentHours = [
    ...new Set(rules.flatMap(({ trigger }) => (trigger.kind === 'time-since' ? [trigger.hours] : []))),
  ]
  const moments = items.flatMap(({ id, beginning, past }) =>
    replay(beginning, past, { silentHours, until: until.getTime() })
      .filter(({ at, event }) => at >= from.getTime() && rules.some(({ trigger }) => trigger.kind === event.trigger))
      .map((replayed) => ({ conversationId: id, siteId: beginning.siteId, at: new Date(replayed.at), replayed })),
  )
  const known = await doors.factsAt(tx, moments)
  const found = moments.flatMap(({ conversationId, replayed }, n): Found[] => {
    const { isOpen = true, identityLevel = 'none' } = known[n] ?? {}
    const facts = { ...replayed.facts, isOpen, identityLevel }
    const match = evaluate(replayed.event, facts, replayed.before, rules, mode).find((one) => one.ruleId === ruleId)
    return match ? [{ conversationId, replayed, facts, actions: match.actions }] : []
  })
  return { found, events: moments.length }
}

/** Oldest first, since an earlier message counts against a later one; given back newest first. */
async function decideOutcomes({ doors, now }: SimulateDeps, tx: Transaction, found: readonly Found[]): Promise<Hit[]> {
  const sent = new Map<string, Date[]>()
  const hits: Hit[] = []
  for (const { conversationId, replayed, facts, actions } of found.toReversed()) {
    const at = new Date(replayed.at)
    const outcomes: Outcome[] = []
    for (const action of actions) {
      if (action.kind !== 'reply' && action.kind !== 'macro') {
        outcomes.push({ kind: action.kind, outcome: 'would', reason: null, language: null })
        continue
      }
      const wroteAt = replayed.wroteAt === null ? null : new Date(replayed.wroteAt)
      const { isAutomatic } = replayed.event
      const past = { conversationId, at, wroteAt, isAutomatic, sent }
      const decided =
        action.kind === 'reply'
          ? await doors.decideReplyAt(tx, { ...past, action, language: facts.language })
          : await doors.foreseeMacroAt(tx, { ...past, action, facts, now: now() })
      outcomes.push(decided.outcome)
      // A macro without a text, or one that changes nothing, counts against no later message.
      if (decided.outcome.outcome === 'refused' || decided.outcome.language === null) continue
      for (const key of [conversationId, ...(decided.address ? [decided.address] : [])])
        sent.set(key, [...(sent.get(key) ?? []), at])
    }
    hits.push({ conversationId, at, outcomes })
  }
  return hits.toReversed()
}

async function readVersion(tx: Transaction, ruleId: string, version: number): Promise<Rule> {
  const [row, place] = await Promise.all([findVersion(tx, ruleId, version), placeOf(tx, ruleId)])
  if (!row) throw new Error('a simulation of a version that is not there')
  return { ...row.definition, id: ruleId, version, place }
}

/** Rules are written in versions, tried, and go live; the version that is live goes on acting until another takes its place (desk-D69). */
import { faultOf } from '#engines/rules/fault-of.ts'
import type { Definition, Mode, TriggerKind } from '#engines/rules/rule.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal, type JournalDetail } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { readRulesAnew } from './kept-rules.ts'
import {
  choicesOf,
  endLive,
  findVersion,
  goLive,
  insertRule,
  insertVersion,
  lockRule,
  namedBy,
  newestVersion,
  replaceOrder,
  saveMode,
  type RuleState,
} from './store.ts'

export type ChangeDeps = { tx: Transaction; now: Date }

/** From which state a version may go live: it was tried, or it was live before and comes back. */
const MAY_GO_LIVE: readonly RuleState[] = ['simulated', 'off']

export async function saveRule(
  { tx, now }: ChangeDeps,
  { ruleId, version, definition }: { ruleId: string | null; version: number; definition: Definition },
  authorId: string,
): Promise<Result<{ ruleId: string; version: number }, Refusal>> {
  const fault = faultOf(definition, namedBy(await choicesOf(tx)))
  if (fault) return refuse('INVALID_INPUT', { ...fault })
  const id = ruleId ?? newId(now.getTime())
  if (ruleId === null) {
    if (!(await insertRule(tx, id, now))) return refuse('INVALID_INPUT', { field: 'name', reason: 'TOO_MANY' })
  } else if (!(await lockRule(tx, id))) return refuse('NOT_FOUND')
  const newest = (await newestVersion(tx, id)) ?? 0
  if (newest !== version) return refuse('CHANGED_MEANWHILE', { version: newest })
  const next = newest + 1
  await insertVersion(tx, { ruleId: id, version: next, definition }, authorId, now)
  await tell(tx, 'rule.saved', id, { version: next }, now)
  return ok({ ruleId: id, version: next })
}

export async function publishRule(
  { tx, now }: ChangeDeps,
  { ruleId, version }: { ruleId: string; version: number },
): Promise<Result<null, Refusal>> {
  const chosen = (await lockRule(tx, ruleId)) ? await findVersion(tx, ruleId, version) : undefined
  if (!chosen) return refuse('NOT_FOUND')
  if (chosen.state === 'live') return ok(null)
  if (!MAY_GO_LIVE.includes(chosen.state)) return refuse('RULE_NOT_SIMULATED')
  // What it names may be gone since it was written.
  const fault = faultOf(chosen.definition, namedBy(await choicesOf(tx)))
  if (fault) return refuse('INVALID_INPUT', { ...fault })
  await goLive(tx, ruleId, version, now)
  readRulesAnew(tx)
  await tell(tx, 'rule.published', ruleId, { version }, now)
  return ok(null)
}

export async function switchOffRule(
  { tx, now }: ChangeDeps,
  { ruleId, reason }: { ruleId: string; reason: 'by-hand' | 'over-budget' },
): Promise<Result<null, Refusal>> {
  if (!(await lockRule(tx, ruleId))) return refuse('NOT_FOUND')
  const version = await endLive(tx, ruleId, reason, now)
  if (version === undefined) return refuse('STATE_NOT_ALLOWED')
  readRulesAnew(tx)
  await tell(tx, 'rule.switched-off', ruleId, { version, reason }, now)
  return ok(null)
}

export async function reorderRules(
  { tx, now }: ChangeDeps,
  ruleIds: readonly string[],
): Promise<Result<null, 'CHANGED_MEANWHILE'>> {
  if (new Set(ruleIds).size < ruleIds.length || !(await replaceOrder(tx, ruleIds))) return refuse('CHANGED_MEANWHILE')
  await tell(tx, 'rule.reordered', null, { rules: ruleIds.length }, now)
  return ok(null)
}

export async function setMode({ tx, now }: ChangeDeps, trigger: TriggerKind, mode: Mode): Promise<Result<null, never>> {
  await saveMode(tx, trigger, mode)
  await tell(tx, 'rule.mode-set', null, { trigger, mode }, now)
  return ok(null)
}

const tell = (tx: Transaction, event: string, resourceId: string | null, detail: JournalDetail, now: Date) =>
  journal(tx, { event, action: event === 'rule.saved' ? 'C' : 'U', resourceKind: 'rule', resourceId, detail }, now)

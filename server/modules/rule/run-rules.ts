/**
 * What happened calls its rules: a job that came with the commit of the cause decides and does, in one transaction (desk-D68, D69).
 *
 * A job that comes twice finds the cause answered and does nothing. A rule that acts more often than it may switches itself off and says so.
 */
import { evaluate, type Match } from '#engines/rules/evaluate.ts'
import { sendNotice } from '#server/modules/notice/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import type { Keys } from '#server/platform/seal.ts'
import { switchOffRule } from './change-rule.ts'
import type { Outcome, RuleDoors } from './doors.ts'
import { tellWebhook } from './tell-webhook.ts'
import {
  alarmed,
  insertRun,
  liveRules,
  lockRule,
  modesOf,
  ranFor,
  runsSince,
  saveOutcomes,
  takeCause,
  type CauseRow,
  type LiveRule,
} from './store.ts'

export type RunDeps = {
  db: Database
  jobs: Jobs
  hub: Hub
  keys: Keys
  publicUrl: string
  now: () => Date
  doors: RuleDoors
}

const HOUR_MS = 3_600_000

export async function runRules(deps: RunDeps, organizationId: string, causeId: string): Promise<void> {
  await deps.db.transaction(systemContext(organizationId, newId(), 'job run-rules'), async (tx) => {
    const now = deps.now()
    const cause = await takeCause(tx, causeId, now)
    // The conversation is locked: two causes of it are answered one after the other.
    const known = cause && (await deps.doors.factsOf(tx, cause, now))
    if (!cause || !known) return
    const { trigger, changed, reported, hours, isAutomatic, depth, before } = cause
    const [rules, modes, ran] = await Promise.all([
      liveRules(tx, trigger),
      modesOf(tx),
      ranFor(tx, cause.conversationId, cause.rootId),
    ])
    const event = { trigger, changed, reported, hours, isAutomatic, depth, ran }
    for (const match of evaluate(event, known.facts, before, rules, modes[trigger] ?? 'all')) {
      const rule = rules.find(({ id }) => id === match.ruleId)
      if (rule) await act(deps, tx, { rule, match, cause, patientId: known.patientId, now })
    }
  })
}

type Acting = { rule: LiveRule; match: Match; cause: CauseRow; patientId: string | null; now: Date }

async function act(deps: RunDeps, tx: Transaction, { rule, match, cause, patientId, now }: Acting): Promise<void> {
  const { jobs, hub, doors } = deps
  // One after the other, so that the count of the hour is right.
  await lockRule(tx, rule.id)
  // What it did before somebody switched it on again was weighed by that person.
  const since = Math.max(now.getTime() - HOUR_MS, rule.liveSince.getTime())
  if ((await runsSince(tx, rule.id, new Date(since))) >= rule.perHour) return switchItselfOff(deps, tx, rule, now)
  const depth = cause.depth + 1
  const runId = newId(now.getTime())
  const run = { id: runId, ruleId: rule.id, version: rule.version, cause, depth, why: match.why, at: now }
  if (!(await insertRun(tx, run))) return

  const chain = { rootId: cause.rootId, depth, ruleId: rule.id, version: rule.version }
  const target = { conversationId: cause.conversationId, isAutomatic: cause.isAutomatic, name: rule.name }
  const outcomes: Outcome[] = []
  for (const action of match.actions)
    outcomes.push(
      action.kind === 'webhook'
        ? await tellWebhook({ tx, jobs, now }, { webhookId: action.webhookId, runId })
        : action.kind === 'macro'
          ? await doors.applyMacro({ tx, jobs, hub, now, chain }, target, action)
          : await doors.act({ tx, jobs, hub, now, chain }, target, action),
    )
  await saveOutcomes(tx, runId, outcomes)
  await journal(
    tx,
    {
      event: 'rule.ran',
      action: 'E',
      resourceKind: 'rule',
      resourceId: rule.id,
      conversationId: cause.conversationId,
      patientIds: [patientId],
      fieldClasses: ['service'],
      detail: {
        rule: rule.id,
        ruleVersion: rule.version,
        run: runId,
        depth,
        actions: outcomes.map(({ kind, outcome, reason }) => [kind, outcome, reason].filter(Boolean).join(':')),
      },
    },
    now,
  )
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
}

/** Too often in an hour is a mistake in the rule, or a storm: it stops, and who leads the desk is told (desk-D69). */
async function switchItselfOff(
  { jobs, keys, publicUrl }: RunDeps,
  tx: Transaction,
  rule: LiveRule,
  now: Date,
): Promise<void> {
  const off = await switchOffRule({ tx, now }, { ruleId: rule.id, reason: 'over-budget' })
  if (!off.ok) return
  for (const { id, email, language } of await alarmed(tx))
    await sendNotice({ jobs, keys, now }, tx, {
      key: `rule.switched-off:${rule.id}:${rule.version}:${now.toISOString()}:${id}`,
      system: 'email',
      address: email,
      language,
      template: 'rule-switched-off',
      values: { link: `${publicUrl}/desk/rules` },
    })
}

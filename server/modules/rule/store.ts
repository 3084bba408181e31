/** The SQL of rules: versions, order, causes, runs. Simulations are in simulation-store.ts, webhooks in webhook-store.ts. */
import type { Definition, FactsBefore, Mode, Rule, TriggerKind } from '#engines/rules/rule.ts'
import type { Change, Condition, ReportedEvent } from '#engines/rules/rule.ts'
import type { Named } from '#engines/rules/fault-of.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Outcome } from './doors.ts'
import { macroChoices, retiredMacros, type MacroChoice } from './named-macros.ts'

export type RuleState = 'draft' | 'simulated' | 'live' | 'off'
export type VersionRow = {
  ruleId: string
  version: number
  state: RuleState
  definition: Definition
  authorName: string | null
  savedAt: Date
  liveSince: Date | null
}
export type ListedRule = {
  id: string
  offReason: 'by-hand' | 'over-budget' | null
  runs: number
  lastRunAt: Date | null
}

export const listRules = (tx: Transaction, since: Date): Promise<ListedRule[]> =>
  tx.run<ListedRule>(LIST, [tx.context.organizationId, since])

const LIST = sqlText`
  select r.id, r.off_reason as "offReason",
         (select count(*)::int from rule_run n where n.organization_id = $1 and n.rule_id = r.id and n.at > $2) as runs,
         (select max(n.at) from rule_run n where n.organization_id = $1 and n.rule_id = r.id) as "lastRunAt"
    from rule r where r.organization_id = $1 order by r.place, r.id limit 200`

const VERSION = `v.rule_id as "ruleId", v.version, v.state, v.definition, s.given || ' ' || s.family as "authorName", v.saved_at as "savedAt",
  v.live_since as "liveSince"`
const VERSIONS_FROM = `
  from rule_version v left join staff_member s on s.organization_id = $1 and s.id = v.author_id`

/** Of each rule the live version and the newest. */
export const versionsInUse = (tx: Transaction): Promise<VersionRow[]> =>
  tx.run<VersionRow>(
    `select ${VERSION} ${VERSIONS_FROM}
      where v.organization_id = $1 and (v.state = 'live' or v.version = (select max(n.version) from rule_version n
        where n.organization_id = $1 and n.rule_id = v.rule_id))`,
    [tx.context.organizationId],
  )

export const versionsOf = (tx: Transaction, ruleId: string): Promise<VersionRow[]> =>
  tx.run<VersionRow>(
    `select ${VERSION} ${VERSIONS_FROM} where v.organization_id = $1 and v.rule_id = $2 order by v.version desc limit 50`,
    [tx.context.organizationId, ruleId],
  )

export async function findVersion(tx: Transaction, ruleId: string, version: number): Promise<VersionRow | undefined> {
  const [row] = await tx.run<VersionRow>(
    `select ${VERSION} ${VERSIONS_FROM} where v.organization_id = $1 and v.rule_id = $2 and v.version = $3`,
    [tx.context.organizationId, ruleId, version],
  )
  return row
}

/** What is decided about a rule after this is still so at the end of the transaction. */
export const lockRule = async (tx: Transaction, ruleId: string): Promise<boolean> =>
  (
    await tx.run(`select from rule where organization_id = $1 and id = $2 for update`, [
      tx.context.organizationId,
      ruleId,
    ])
  ).length > 0

export async function insertRule(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const rows = await tx.run(INSERT_RULE, [tx.context.organizationId, id, now])
  return rows.length > 0
}

// At the end; no more than the engine looks at.
const INSERT_RULE = sqlText`
  insert into rule (organization_id, id, place, changed_at)
  select $1, $2, coalesce(max(place) + 1, 0), $3 from rule where organization_id = $1 having count(*) < 200
  returning id`

export async function newestVersion(tx: Transaction, ruleId: string): Promise<number | undefined> {
  const [row] = await tx.run<{ version: number | null }>(
    `select max(version) as version from rule_version where organization_id = $1 and rule_id = $2`,
    [tx.context.organizationId, ruleId],
  )
  return row?.version ?? undefined
}

export const insertVersion = (
  tx: Transaction,
  { ruleId, version, definition }: { ruleId: string; version: number; definition: Definition },
  authorId: string,
  now: Date,
) =>
  tx.run(INSERT_VERSION, [
    tx.context.organizationId,
    ruleId,
    version,
    definition.name,
    definition.trigger.kind,
    definition.trigger.kind === 'time-since' ? definition.trigger.hours : null,
    JSON.stringify(definition),
    authorId,
    now,
  ])

const INSERT_VERSION = sqlText`
  insert into rule_version (organization_id, rule_id, version, state, name, trigger, hours, definition, author_id, saved_at)
  values ($1, $2, $3, 'draft', $4, $5, $6, $7::jsonb, $8, $9)`

/** The version acts from now on, and the one before it no more. Two statements: a rule has one live version at any moment. */
export async function goLive(tx: Transaction, ruleId: string, version: number, now: Date): Promise<void> {
  await endLive(tx, ruleId, null, now)
  await tx.run(
    sqlText`update rule_version set state = 'live', live_since = $4 where organization_id = $1 and rule_id = $2 and version = $3`,
    [tx.context.organizationId, ruleId, version, now],
  )
}

/** @returns the version that was live. */
export async function endLive(
  tx: Transaction,
  ruleId: string,
  reason: 'by-hand' | 'over-budget' | null,
  now: Date,
): Promise<number | undefined> {
  const [row] = await tx.run<{ version: number }>(
    sqlText`update rule_version set state = 'off' where organization_id = $1 and rule_id = $2 and state = 'live' returning version`,
    [tx.context.organizationId, ruleId],
  )
  if (row || reason === null)
    await tx.run(`update rule set off_reason = $3, changed_at = $4 where organization_id = $1 and id = $2`, [
      tx.context.organizationId,
      ruleId,
      reason,
      now,
    ])
  return row?.version
}

/** @returns false when these are not all rules of now. */
export async function replaceOrder(tx: Transaction, ruleIds: readonly string[]): Promise<boolean> {
  const { organizationId } = tx.context
  const known = await tx.run<{ id: string }>(`select id from rule where organization_id = $1 order by id for update`, [
    organizationId,
  ])
  const isWhole = known.length === ruleIds.length && known.every(({ id }) => ruleIds.includes(id))
  if (!isWhole) return false
  await tx.run(
    sqlText`update rule set place = n.place - 1 from unnest($2::uuid[]) with ordinality n(id, place)
      where rule.organization_id = $1 and rule.id = n.id`,
    [organizationId, ruleIds],
  )
  return true
}

export const modesOf = async (tx: Transaction): Promise<Partial<Record<TriggerKind, Mode>>> => {
  const rows = await tx.run<{ trigger: TriggerKind; mode: Mode }>(
    `select trigger, mode from rule_mode where organization_id = $1`,
    [tx.context.organizationId],
  )
  return Object.fromEntries(rows.map(({ trigger, mode }) => [trigger, mode]))
}

export const saveMode = (tx: Transaction, trigger: TriggerKind, mode: Mode) =>
  tx.run(
    sqlText`insert into rule_mode (organization_id, trigger, mode) values ($1, $2, $3)
      on conflict (organization_id, trigger) do update set mode = excluded.mode`,
    [tx.context.organizationId, trigger, mode],
  )

export type LiveRule = Rule & { name: string; perHour: number; liveSince: Date }

export async function liveRules(tx: Transaction, trigger: TriggerKind): Promise<LiveRule[]> {
  const rows = await tx.run<{ id: string; version: number; place: number; definition: Definition; liveSince: Date }>(
    LIVE,
    [tx.context.organizationId, trigger],
  )
  return rows.map(({ definition, ...row }) => ({ ...definition, ...row }))
}

const LIVE = sqlText`
  select r.id, v.version, r.place, v.definition, v.live_since as "liveSince"
    from rule_version v join rule r on r.organization_id = $1 and r.id = v.rule_id
   where v.organization_id = $1 and v.trigger = $2 and v.state = 'live' order by r.place, r.id limit 200`

export async function placeOf(tx: Transaction, ruleId: string): Promise<number> {
  const [row] = await tx.run<{ place: number }>(`select place from rule where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    ruleId,
  ])
  return row?.place ?? 0
}

export type CauseRow = {
  id: string
  rootId: string
  depth: number
  trigger: TriggerKind
  conversationId: string
  messageId: string | null
  changed: Change | null
  reported: ReportedEvent | null
  hours: number | null
  isAutomatic: boolean
  before: FactsBefore | null
}

/** A cause that is to be answered now. @returns undefined if it was before; a second job waits here until the first one is through. */
export async function takeCause(tx: Transaction, id: string, now: Date): Promise<CauseRow | undefined> {
  const [row] = await tx.run<CauseRow>(TAKE_CAUSE, [tx.context.organizationId, id, now])
  return row
}

const TAKE_CAUSE = sqlText`
  update rule_cause set answered_at = $3 where organization_id = $1 and id = $2 and answered_at is null
  returning id, root_id as "rootId", depth, trigger, conversation_id as "conversationId", message_id as "messageId", changed, reported, hours,
            is_automatic as "isAutomatic", before`

/** Rules that acted in this conversation for this first cause. */
export const ranFor = async (tx: Transaction, conversationId: string, rootId: string): Promise<string[]> => {
  const rows = await tx.run<{ ruleId: string }>(
    `select rule_id as "ruleId" from rule_run where organization_id = $1 and conversation_id = $2 and root_id = $3`,
    [tx.context.organizationId, conversationId, rootId],
  )
  return rows.map(({ ruleId }) => ruleId)
}

export async function runsSince(tx: Transaction, ruleId: string, since: Date): Promise<number> {
  const [row] = await tx.run<{ count: number }>(
    `select count(*)::int as count from rule_run where organization_id = $1 and rule_id = $2 and at > $3`,
    [tx.context.organizationId, ruleId, since],
  )
  return row?.count ?? 0
}

export type NewRun = {
  id: string
  ruleId: string
  version: number
  cause: CauseRow
  depth: number
  why: readonly Condition[]
  at: Date
}

/** @returns false when the rule acted for this cause before. */
export const insertRun = async (tx: Transaction, { id, ruleId, version, cause, depth, why, at }: NewRun) =>
  (
    await tx.run(INSERT_RUN, [
      tx.context.organizationId,
      id,
      ruleId,
      version,
      cause.rootId,
      cause.conversationId,
      cause.id,
      depth,
      JSON.stringify(why),
      at,
    ])
  ).length > 0

const INSERT_RUN = sqlText`
  insert into rule_run (organization_id, id, rule_id, version, root_id, conversation_id, cause_id, depth, why, outcomes, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, '[]', $10)
  on conflict do nothing returning id`

export const saveOutcomes = (tx: Transaction, runId: string, outcomes: readonly Outcome[]) =>
  tx.run(`update rule_run set outcomes = $3::jsonb where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    runId,
    JSON.stringify(outcomes),
  ])

export type RunRow = {
  id: string
  conversationId: string
  number: string
  patientId: string | null
  version: number
  at: Date
  depth: number
  why: Condition[]
  outcomes: Outcome[]
}

/** Runs in conversations that the reader may see, newest first; `after` is the last id of the page before. */
export const runsOf = (
  tx: Transaction,
  { ruleId, after, limit }: { ruleId: string; after: string | undefined; limit: number },
): Promise<RunRow[]> => tx.run<RunRow>(RUNS, [tx.context.organizationId, ruleId, after ?? null, limit])

// Ids are made in the order of time.
const RUNS = sqlText`
  select n.id, n.conversation_id as "conversationId", c.number, c.patient_id as "patientId", n.version, n.at, n.depth, n.why, n.outcomes
    from rule_run n join conversation c on c.organization_id = $1 and c.id = n.conversation_id
   where n.organization_id = $1 and n.rule_id = $2
     and ($3::uuid is null or (n.at, n.id) < (select o.at, o.id from rule_run o where o.organization_id = $1 and o.id = $3))
   order by n.at desc, n.id desc limit $4`

type Kind = 'queues' | 'retiredQueues' | 'sites' | 'staff' | 'webhooks'
/** What is retired is no choice; rules of before may name it. */
export type Choices = Record<Kind | 'retiredMacros', { id: string; name: string }[]> & { macros: MacroChoice[] }

export async function choicesOf(tx: Transaction): Promise<Choices> {
  const [rows, macros, retired] = await Promise.all([
    tx.run<{ kind: Kind; id: string; name: string }>(CHOICES, [tx.context.organizationId]),
    macroChoices(tx),
    retiredMacros(tx),
  ])
  const of = (kind: Kind) => rows.filter((row) => row.kind === kind).map(({ id, name }) => ({ id, name }))
  return {
    queues: of('queues'),
    retiredQueues: of('retiredQueues'),
    sites: of('sites'),
    staff: of('staff'),
    webhooks: of('webhooks'),
    macros,
    retiredMacros: retired,
  }
}

export const namedBy = ({ queues, sites, staff, webhooks, macros }: Choices): Named => ({
  queueIds: queues.map(({ id }) => id),
  siteIds: sites.map(({ id }) => id),
  staffIds: staff.map(({ id }) => id),
  webhookIds: webhooks.map(({ id }) => id),
  macros,
})

const CHOICES = sqlText`
  select kind, id, name from (
    select case when retired_at is null then 'queues' else 'retiredQueues' end as kind, id, name from queue where organization_id = $1
    union all select 'sites', id, name from site where organization_id = $1
    union all select 'staff', id, given || ' ' || family from staff_member where organization_id = $1 and state = 'active' and role <> 'administrator'
    union all select 'webhooks', id, name from rule_webhook where organization_id = $1 and state = 'active'
  ) choice order by kind, name, id limit 2000`

/** Who is told of a rule that switched itself off. */
export const alarmed = (tx: Transaction): Promise<{ id: string; email: string; language: string }[]> =>
  tx.run<{ id: string; email: string; language: string }>(ALARMED, [tx.context.organizationId])

const ALARMED = sqlText`
  select id, email, case when 'en' = any (languages) or not 'es' = any (languages) then 'en' else 'es' end as language
    from staff_member where organization_id = $1 and state = 'active' and role in ('administrator', 'supervisor') order by id limit 50`

/** Earlier secrets of addresses when their time is over. Causes and simulations after 30 days, runs after 180. The newest simulation of a rule stays. */
export async function deleteOld(tx: Transaction, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const { organizationId } = tx.context
  await tx.run(
    `update rule_webhook set earlier_sealed = null, earlier_until = null where organization_id = $1 and earlier_until <= $2`,
    [organizationId, now],
  )
  await tx.run(`delete from rule_cause where organization_id = $1 and at < $2`, [organizationId, ago(30)])
  await tx.run(`delete from rule_run where organization_id = $1 and at < $2`, [organizationId, ago(180)])
  await tx.run(
    sqlText`delete from rule_simulation s where s.organization_id = $1 and s.ended_at < $2
      and exists (select from rule_simulation n where n.organization_id = $1 and n.rule_id = s.rule_id and n.asked_at > s.asked_at)`,
    [organizationId, ago(30)],
  )
}

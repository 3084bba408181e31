/** The SQL of simulations and of what they found. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Outcome } from './doors.ts'

export type SimulationRow = {
  id: string
  ruleId: string
  version: number
  days: number
  state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'
  conversations: number
  conversationsRead: number
  eventsRead: number
  hits: number
  replies: number
  repliesRefused: number
  isCut: boolean
  askedAt: Date
  endedAt: Date | null
}

export const insertSimulation = async (
  tx: Transaction,
  { id, ruleId, version, days }: Pick<SimulationRow, 'id' | 'ruleId' | 'version' | 'days'>,
  askedBy: string,
  now: Date,
): Promise<boolean> =>
  (
    await tx.run(
      sqlText`insert into rule_simulation (organization_id, id, rule_id, version, days, state, asked_by, asked_at)
        values ($1, $2, $3, $4, $5, 'waiting', $6, $7) on conflict do nothing returning id`,
      [tx.context.organizationId, id, ruleId, version, days, askedBy, now],
    )
  ).length > 0

/** The newest of a rule; hits are counted in conversations that the reader may see, as they are listed. */
export async function newestSimulation(tx: Transaction, ruleId: string): Promise<SimulationRow | undefined> {
  const [row] = await tx.run<SimulationRow>(NEWEST, [tx.context.organizationId, ruleId])
  return row
}

const NEWEST = sqlText`
  select s.id, s.rule_id as "ruleId", s.version, s.days, s.state, s.conversations, s.conversations_read as "conversationsRead",
         s.events_read as "eventsRead", s.is_cut as "isCut", s.asked_at as "askedAt", s.ended_at as "endedAt", f.*
    from rule_simulation s cross join lateral (
      select count(*)::int as hits, (count(*) filter (where reply is not null))::int as replies,
             (count(*) filter (where reply = 'refused'))::int as "repliesRefused"
        from (select jsonb_path_query_first(h.outcomes, '$[*] ? (@.language != null).outcome') #>> '{}' as reply
                from rule_simulation_hit h join conversation c on c.organization_id = $1 and c.id = h.conversation_id
               where h.organization_id = $1 and h.simulation_id = s.id) hit) f
   where s.organization_id = $1 and s.rule_id = $2
   order by s.asked_at desc, s.id desc limit 1`

/** @returns what is to be done; undefined when it is over or was cancelled. A second start begins anew. */
export async function startSimulation(
  tx: Transaction,
  id: string,
): Promise<{ ruleId: string; version: number; days: number; askedAt: Date } | undefined> {
  const [row] = await tx.run<{ ruleId: string; version: number; days: number; askedAt: Date }>(
    sqlText`update rule_simulation set state = 'running', conversations_read = 0, events_read = 0, is_cut = false
      where organization_id = $1 and id = $2 and state in ('waiting', 'running')
      returning rule_id as "ruleId", version, days, asked_at as "askedAt"`,
    [tx.context.organizationId, id],
  )
  return row
}

/** @returns false when it was cancelled. */
export const noteProgress = async (
  tx: Transaction,
  id: string,
  { conversations, read, events }: { conversations: number; read: number; events: number },
): Promise<boolean> =>
  (
    await tx.run(
      sqlText`update rule_simulation set conversations = $3, conversations_read = $4, events_read = $5
        where organization_id = $1 and id = $2 and state = 'running' returning id`,
      [tx.context.organizationId, id, conversations, read, events],
    )
  ).length > 0

export type Hit = { conversationId: string; at: Date; outcomes: readonly Outcome[] }

export const insertHits = (tx: Transaction, simulationId: string, hits: readonly Hit[]) =>
  tx.run(INSERT_HITS, [
    tx.context.organizationId,
    simulationId,
    JSON.stringify(hits.map((hit, n) => ({ n: n + 1, ...hit }))),
  ])

const INSERT_HITS = sqlText`
  insert into rule_simulation_hit (organization_id, simulation_id, n, conversation_id, at, outcomes)
  select $1, $2, h.n, h."conversationId", h.at, h.outcomes
    from jsonb_to_recordset($3::jsonb) as h(n int, "conversationId" uuid, at timestamptz, outcomes jsonb)`

/** @returns false when it is over already. */
export const endSimulation = async (
  tx: Transaction,
  id: string,
  state: 'done' | 'failed',
  isCut: boolean,
  now: Date,
): Promise<boolean> =>
  (
    await tx.run(
      sqlText`update rule_simulation set state = $3, is_cut = $4, ended_at = $5
        where organization_id = $1 and id = $2 and state in ('waiting', 'running') returning id`,
      [tx.context.organizationId, id, state, isCut, now],
    )
  ).length > 0

/** Exactly this version may go live now. */
export const markSimulated = (tx: Transaction, ruleId: string, version: number) =>
  tx.run(
    sqlText`update rule_version set state = 'simulated' where organization_id = $1 and rule_id = $2 and version = $3 and state = 'draft'`,
    [tx.context.organizationId, ruleId, version],
  )

export const cancelRunning = async (tx: Transaction, ruleId: string, now: Date): Promise<boolean> =>
  (
    await tx.run(
      sqlText`update rule_simulation set state = 'cancelled', ended_at = $3
        where organization_id = $1 and rule_id = $2 and state in ('waiting', 'running') returning id`,
      [tx.context.organizationId, ruleId, now],
    )
  ).length > 0

export type HitRow = {
  n: number
  conversationId: string
  number: string
  patientId: string | null
  at: Date
  outcomes: Outcome[]
}

export const hitsOf = (
  tx: Transaction,
  { ruleId, after, limit }: { ruleId: string; after: number; limit: number },
): Promise<HitRow[]> => tx.run<HitRow>(HITS, [tx.context.organizationId, ruleId, after, limit])

const HITS = sqlText`
  select h.n, h.conversation_id as "conversationId", c.number, c.patient_id as "patientId", h.at, h.outcomes
    from rule_simulation_hit h
    join conversation c on c.organization_id = $1 and c.id = h.conversation_id
   where h.organization_id = $1 and h.n > $3 and h.simulation_id = (
     select s.id from rule_simulation s where s.organization_id = $1 and s.rule_id = $2 order by s.asked_at desc, s.id desc limit 1)
   order by h.n limit $4`

/**
 * What happened in a conversation that a rule may answer to, told in the transaction in which it happened (desk-D68).
 *
 * Where no rule is live for it, or none can match the message, nothing is written. What rules do themselves is told with its chain, and
 * not at all at the chain's end (desk-D69): so rules that feed each other come to rest.
 */
import { mayMatch, type FactsOfMessage } from '#engines/rules/evaluate.ts'
import { CHAIN_MAX, type Change, type FactsBefore, type ReportedEvent, type TriggerKind } from '#engines/rules/rule.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { rulesOfMessages } from './kept-rules.ts'

/** How rules led to a change: the first cause, the rule that acts now, and how many have acted, itself counted. */
export type Chain = { rootId: string; depth: number; ruleId: string; version: number }

export type CauseDeps = { tx: Transaction; jobs: Jobs; now: Date; chain?: Chain }

export type NewCause = {
  trigger: TriggerKind
  conversationId: string
  messageId?: string
  /** Of a message that arrived: where no live rule can match it, nothing is written. */
  said?: FactsOfMessage
  changed?: Change
  reported?: ReportedEvent
  hours?: number
  isAutomatic?: boolean
  before: FactsBefore | null
  /** What can happen once only, such as the silence after a word; the same key again is nothing new. */
  key?: string
}

/** @returns whether a rule will be asked. */
export async function noteCause({ tx, jobs, now, chain }: CauseDeps, cause: NewCause): Promise<boolean> {
  const depth = chain?.depth ?? 0
  if (depth >= CHAIN_MAX) return false
  if (cause.said) {
    const { trigger, said, before, isAutomatic = false } = cause
    const event = { trigger, changed: null, reported: null, hours: null, isAutomatic, depth, ran: [] }
    if (!mayMatch(event, said, before, await rulesOfMessages(tx, now))) return false
  }
  const { organizationId } = tx.context
  const id = newId(now.getTime())
  const rows = await tx.run(INSERT, [
    organizationId,
    id,
    chain?.rootId ?? id,
    depth,
    cause.key ?? id,
    cause.trigger,
    cause.conversationId,
    cause.messageId ?? null,
    cause.changed ?? null,
    cause.hours ?? null,
    cause.isAutomatic ?? false,
    cause.before && JSON.stringify(cause.before),
    now,
    cause.reported ?? null,
  ])
  if (rows.length === 0) return false
  await jobs.send(tx, 'run-rules', { organizationId, id })
  return true
}

const INSERT = sqlText`
  insert into rule_cause (organization_id, id, root_id, depth, key, trigger, conversation_id, message_id, changed, hours, is_automatic,
    before, at, reported)
  select $1, $2, $3, $4, $5, $6, $7, $8::uuid, $9, $10::int, $11, $12::jsonb, $13, $14
   where exists (select from rule_version v where v.organization_id = $1 and v.trigger = $6 and v.state = 'live'
     and v.hours is not distinct from $10::int)
  on conflict do nothing
  returning id`

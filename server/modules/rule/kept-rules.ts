/**
 * The live rules that answer to messages, kept for a moment: they are asked for with every message, and change a few times a month.
 * Where a rule goes live it is read anew; another process, or a message that is on its way, sees it within RULES_KEPT_MS (decision 0111).
 */
import type { Transaction } from '#server/platform/database.ts'
import { liveRules, type LiveRule } from './store.ts'

export const RULES_KEPT_MS = 2_000
/** Organizations whose rules are kept; above it all are read anew. */
const KEPT_MAX = 1_000

const kept = new Map<string, { until: number; rules: LiveRule[] }>()

export async function rulesOfMessages(tx: Transaction, now: Date): Promise<readonly LiveRule[]> {
  const { organizationId } = tx.context
  const known = kept.get(organizationId)
  // Of a clock that was put back nothing is believed.
  if (known && known.until > now.getTime() && known.until - now.getTime() <= RULES_KEPT_MS) return known.rules
  const rules = await liveRules(tx, 'message-arrived')
  if (kept.size >= KEPT_MAX) kept.clear()
  kept.set(organizationId, { until: now.getTime() + RULES_KEPT_MS, rules })
  return rules
}

/** To be called where a rule goes live or is switched off. */
export const readRulesAnew = (tx: Transaction): void =>
  tx.afterCommit(() => void kept.delete(tx.context.organizationId))

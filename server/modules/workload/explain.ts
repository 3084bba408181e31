/** Why somebody has a conversation and why not another, from the decision as it was made (desk-D33, D34). */
import type * as z from 'zod'
import type { RoutingDecision, RoutingReason } from '#contract/workload.ts'
import type { Role } from '#contract/role.ts'
import { missingConditions, type ExcludedReason, type RankedReason } from '#engines/routing/route.ts'
import type { Transaction } from '#server/platform/database.ts'
import { maySeeWhyNot } from './policy.ts'
import { namesOf, newestDecision, offerOf, type Holding } from './store.ts'

export async function explain(
  tx: Transaction,
  conversation: Holding,
  actor: { role: Role },
): Promise<z.infer<typeof RoutingDecision> | null> {
  const [decision, offer] = await Promise.all([newestDecision(tx, conversation.id), offerOf(tx, conversation.id)])
  if (!decision) return null
  const { ranked, excluded } = decision.outcome
  const names = await namesOf(
    tx,
    [...ranked, ...excluded].map(({ agent }) => agent),
  )
  const nameOf = (staffId: string): string => names.get(staffId) ?? ''
  const [best, ...next] = ranked
  // Somebody else has it by a person's choice: then routing has no reason to tell.
  const isChosen = best !== undefined && best.agent === conversation.assigneeId
  const seesAll = maySeeWhyNot(actor)
  return {
    snapshotId: decision.id,
    at: decision.at.toISOString(),
    offer: offer ? { staffId: offer.staffId, until: offer.expiresAt.toISOString() } : null,
    chosen: isChosen
      ? { staffId: best.agent, name: nameOf(best.agent), score: best.score, reasons: best.reasons.map(presentReason) }
      : null,
    missing: seesAll && conversation.assigneeId === null ? missingConditions(decision.outcome).map(presentReason) : [],
    others: seesAll
      ? [
          ...next.map(({ agent, score, reasons }) => ({
            staffId: agent,
            name: nameOf(agent),
            score,
            reasons: reasons.map(presentReason),
          })),
          ...excluded.map(({ agent, reason, also }) => ({
            staffId: agent,
            name: nameOf(agent),
            score: null,
            reasons: [reason, ...also].map(presentReason),
          })),
        ].slice(0, OTHERS_MAX)
      : [],
  }
}

/** Colleagues told of at most. */
const OTHERS_MAX = 200

const presentReason = ({
  code,
  points,
  ...values
}: RankedReason | (ExcludedReason & { points?: undefined })): z.infer<typeof RoutingReason> => ({
  code,
  points: points ?? null,
  values,
})

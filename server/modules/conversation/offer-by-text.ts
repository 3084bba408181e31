/** The one text after a call in which nobody was reached, where the gate lets it out (desk-D62, D63). */
import type { Jobs } from '#server/platform/jobs.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { insertAutomaticMessage } from './insert-automatic-message.ts'
import { replyWays } from './send-store.ts'
import { loadRouting, lockConversation } from './store.ts'
import { missedCallText, type MissedCall } from './texts.ts'

type Offer = { conversationId: string; address: string; language: string; kind: MissedCall }

/** @returns false when the gate refused, or there is no number of ours to send from; a refusal is journalled. */
export async function offerByText(
  deps: { tx: Transaction; jobs: Jobs; now: Date },
  { conversationId, address, language, kind }: Offer,
): Promise<boolean> {
  const { tx, now } = deps
  const conversation = await lockConversation(tx, conversationId)
  if (!conversation) return false
  const ways = await replyWays(tx, conversation, now)
  const way = ways.find((one) => one.channel === 'sms' && one.address === address)
  if (!way) return false
  const { sites } = await loadRouting(tx, now)
  const site = sites.find(({ id }) => id === conversation.siteId) ?? sites[0]
  const [organization] = await tx.run<{ name: string }>(
    sqlText`select name from organization where organization_id = $1`,
    [tx.context.organizationId],
  )
  return insertAutomaticMessage(deps, {
    conversationId,
    language,
    channel: 'sms',
    address,
    purpose: 'reply',
    kind,
    text: missedCallText(language, kind, { organization: organization?.name ?? '', country: site?.country ?? 'US' }),
    receiverIsAutomatic: false,
    // Nobody asked for it at this moment, so it does not ring at night (desk-D41).
    facts: {
      consent: way.facts.consent === 'deny' ? 'deny' : 'none',
      confidentialChannel: way.facts.confidentialChannel,
      quietUntil: way.facts.quietUntil,
      minutesSinceTheyWrote: null,
    },
  })
}

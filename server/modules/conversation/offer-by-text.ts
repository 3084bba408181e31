/** The one text after a call in which nobody was reached, or of one that is promised for another time (desk-D62, D63), where the gate lets it out. */
import type { Jobs } from '#server/platform/jobs.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { insertAutomaticMessage } from './insert-automatic-message.ts'
import { replyWays } from './send-store.ts'
import { loadRouting, lockConversation } from './store.ts'
import { callMovedText, missedCallText, type MissedCall } from './texts.ts'

type Offer = { conversationId: string; address: string; language: string } & (
  { kind: MissedCall } | { kind: 'call-back-moved'; at: Date }
)

/** @returns false when the gate refused, or there is no number of ours to send from; a refusal is journalled. */
export async function offerByText(deps: { tx: Transaction; jobs: Jobs; now: Date }, offer: Offer): Promise<boolean> {
  const { tx, now } = deps
  const { conversationId, address, language, kind } = offer
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
  const from = { organization: organization?.name ?? '', country: site?.country ?? 'US' }
  return insertAutomaticMessage(deps, {
    conversationId,
    language,
    channel: 'sms',
    address,
    purpose: 'reply',
    kind,
    text:
      offer.kind === 'call-back-moved'
        ? callMovedText(language, { ...from, at: offer.at, timeZone: site?.timeZone ?? 'UTC' })
        : missedCallText(language, offer.kind, from),
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

/**
 * The gate for what was written and waits to leave: asked at its release, at each try to hand it over, and in the transaction of a change that
 * it depends on (desk-D36, D46). One question for the three, so that nothing is blocked by the one that the others would let out.
 */
import { tellsStanding } from '#server/modules/appointment/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { ASK_REASONS, type AskReason, type Decision, type NightReason, type Purpose, type SendChannel } from './gate.ts'
import { decideAgain } from './insert-automatic-message.ts'
import { consentToCare } from './care-consent.ts'
import { isStopped } from './number-stop.ts'
import { decideHeldReply } from './rule-reply.ts'
import { decideReply } from './send-message.ts'
import { everyWay, type ReplyWay } from './send-store.ts'

export type Waiting = {
  id: string
  messageId: string
  conversationId: string
  channel: SendChannel
  contactPointId: string | null
  address: string | null
  purpose: Purpose
  isAutomatic: boolean
  isOfRule: boolean
  continues: boolean
  cause: string | null
  nightReason: NightReason | null
  agreed: AskReason[]
  carriesText: boolean
  text: string
  isInTheirLanguage: boolean
}

/** A delivery as it is decided about; a condition on it follows. */
export const WAITING = `
  select id, conversation_id as "conversationId", message_id as "messageId", channel, contact_point_id as "contactPointId", address, purpose,
         is_automatic as "isAutomatic", idempotency_key like '%:continuity' as continues, cause, night_reason as "nightReason", agreed,
         carries_text as "carriesText",
         exists (select from message m where m.organization_id = $1 and m.id = message_id and m.flags @> '{rule}') as "isOfRule",
         (select m.text from message m where m.organization_id = $1 and m.id = message_id) as text,
         exists (select from message m join conversation c on c.organization_id = $1 and c.id = m.conversation_id
           where m.organization_id = $1 and m.id = message_id and c.language in (m.language, 'und')) as "isInTheirLanguage"
    from delivery where organization_id = $1`

export async function decideWaiting(
  tx: Transaction,
  conversation: { id: string; channel: string },
  waiting: Waiting,
  at: Date,
): Promise<Decision> {
  // The guidance of an emergency is not held back by anything that changed since (trust-D36).
  if (waiting.isAutomatic && waiting.purpose === 'emergency') return { do: 'allow' }
  const ways = (await everyWay(tx, conversation, at)).filter(
    ({ channel, address }) => channel === waiting.channel && address === waiting.address,
  )
  const [first] = ways
  if (waiting.isAutomatic && waiting.purpose === 'security') return decideAgain(tx, waiting, first?.facts)
  // What was written to an address, and not to an entry on file, is still for whoever has the address, also where the desk learned who that is.
  const way =
    waiting.contactPointId === null ? first : ways.find((one) => one.contactPointId === waiting.contactPointId)
  if (!way) return { do: 'refuse', reason: 'WRONG_PERSON' }
  // That an automatic text was written while STOP was being stored shows here (desk-D39).
  if (waiting.isAutomatic && waiting.purpose === 'care')
    return decideReminderAgain(tx, { conversationId: conversation.id, at }, waiting, way)
  if (waiting.isAutomatic)
    return waiting.isOfRule ? decideHeldReply(tx, way, waiting) : decideAgain(tx, waiting, way.facts)
  if (waiting.continues && way.channel === 'sms' && (await isStopped(tx, way.address)))
    return { do: 'refuse', reason: 'STOPPED' }
  // A link was written to somebody who is known. Since nobody is known there any more, its words are for whom we do not know (decision 0257).
  if (!waiting.carriesText && way.isStranger) return { do: 'refuse', reason: 'WRONG_PERSON' }
  // What tells of an answer elsewhere carries a link to whoever shares the address.
  return decideReply(way, waiting.continues ? { ...waiting, agreed: ASK_REASONS } : waiting)
}

/** What tells visits of which none stands ahead any more tells nothing that is true. */
async function decideReminderAgain(
  tx: Transaction,
  { conversationId, at }: { conversationId: string; at: Date },
  waiting: Waiting,
  { address, lineId, facts }: ReplyWay,
): Promise<Decision> {
  if (!(await tellsStanding(tx, waiting.messageId, at))) return { do: 'refuse', reason: 'RESTRICTED' }
  const consent = await consentToCare(tx, { conversationId, address: address ?? '', lineId })
  return decideAgain(tx, waiting, { ...facts, consent })
}

/**
 * Does this mail belong to a conversation? (desk D49, trust D54)
 *
 * Order: our token in a receiving address, then In-Reply-To, then References, newest first. A token joins only with a right
 * MAC and a live party as sender; a stored foreign Message-ID only if the sender is a live party. A right reference with
 * another sender opens a new conversation with a hint. The subject never threads, being copied (Cc) never joins.
 */
import { headerValues, type HeaderField } from './header-reader.ts'
import { comparable, parseMailboxes } from './addresses.ts'
import { tokenOfAddress } from './token.ts'

export type Reference =
  | { kind: 'token'; token: string; from: 'address' | 'in_reply_to' | 'references' }
  | { kind: 'message_id'; messageId: string; from: 'in_reply_to' | 'references' }

/** What the store knows about one reference, found by the shell. */
export type KnownReference = {
  conversationId: string
  /** For a token: its HMAC is right for this organization, conversation and party. */
  isVerified: boolean
  /** Addresses of the live parties (ended proxies and copied people are not among them). */
  liveParties: string[]
}

export type ThreadDecision =
  | { decision: 'join'; conversationId: string; reason: 'token' | 'known_message_id' }
  | { decision: 'new'; hintConversationId?: string; reason: NewThreadReason }

export type NewThreadReason =
  'no_reference' | 'unknown_reference' | 'token_not_ours' | 'sender_is_not_a_party' | 'sender_not_usable' | 'automatic'

/** References looked at; more are not needed to find the newest known one. */
export const MAX_REFERENCES = 50
/** Most ids we send in References (desk D49). */
export const MAX_SENT_REFERENCES = 20
/** Lines are folded here (RFC 5322 section 2.1.1); a single longer id stands alone, under the 990 bytes of desk D49. */
const FOLD_AT_BYTES = 78

/** The references of a mail in the order in which they count. `ownDomains` are the domains of our mailboxes. */
export function referencesOf(fields: HeaderField[], ownDomains: string[]): Reference[] {
  const found: Reference[] = []
  for (const name of ['to', 'cc', 'delivered-to', 'x-original-to'])
    for (const raw of headerValues(fields, name).slice(0, 20))
      for (const mailbox of parseMailboxes(raw).slice(0, 100)) {
        const token = tokenOfAddress(mailbox.address, ownDomains)
        if (token) found.push({ kind: 'token', token, from: 'address' })
      }
  for (const raw of headerValues(fields, 'in-reply-to').slice(0, 5))
    for (const id of messageIdsOf(raw).slice(0, 5)) found.push(referenceOf(id, 'in_reply_to', ownDomains))
  for (const raw of headerValues(fields, 'references').slice(0, 5))
    for (const id of messageIdsOf(raw).reverse()) found.push(referenceOf(id, 'references', ownDomains))
  const seen = new Set<string>()
  return found
    .filter((reference) => {
      const key = keyOfReference(reference)
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, MAX_REFERENCES)
}

/** Under which a reference is looked up and given back to `decideThread`. */
export const keyOfReference = (reference: Reference): string =>
  reference.kind === 'token' ? `token:${reference.token}` : `id:${reference.messageId}`

export function decideThread(
  references: Reference[],
  known: ReadonlyMap<string, KnownReference>,
  sender: { address?: string; usable: boolean },
): ThreadDecision {
  if (references.length === 0) return { decision: 'new', reason: 'no_reference' }
  let hint: { conversationId: string; reason: 'sender_is_not_a_party' | 'sender_not_usable' } | undefined
  let sawForeignToken = false
  for (const reference of references) {
    const entry = known.get(keyOfReference(reference))
    if (reference.kind === 'token' && !entry?.isVerified) {
      sawForeignToken = true
      continue
    }
    if (!entry) continue
    if (!sender.usable || !sender.address) {
      hint ??= { conversationId: entry.conversationId, reason: 'sender_not_usable' }
      continue
    }
    const address = comparable(sender.address)
    if (entry.liveParties.some((party) => comparable(party) === address))
      return {
        decision: 'join',
        conversationId: entry.conversationId,
        reason: reference.kind === 'token' ? 'token' : 'known_message_id',
      }
    hint ??= { conversationId: entry.conversationId, reason: 'sender_is_not_a_party' }
  }
  if (hint) return { decision: 'new', hintConversationId: hint.conversationId, reason: hint.reason }
  return { decision: 'new', reason: sawForeignToken ? 'token_not_ours' : 'unknown_reference' }
}

/** `<a@b>` pieces of a field. Ids without brackets are taken by word. */
export function messageIdsOf(raw: string): string[] {
  const text = raw.slice(0, 64_000)
  const bracketed = [...text.matchAll(/<([^<>\s]{1,998})>/g)].map((found) => found[1]!)
  if (bracketed.length > 0) return bracketed
  return text.split(/[\s,]+/).filter((word) => /^[^@\s]{1,500}@[^@\s]{1,490}$/.test(word))
}

/** The References field of an answer: the newest ids, folded so that no line is too long. */
export function referencesToSend(ids: string[]): string {
  const unique = [...new Set(ids.filter((id) => /^<[^<>\s\p{Cc}]{1,900}>$/u.test(id)))].slice(-MAX_SENT_REFERENCES)
  const lines: string[] = []
  for (const id of unique) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + id.length + 1 <= FOLD_AT_BYTES) lines[lines.length - 1] = `${last} ${id}`
    else lines.push(id)
  }
  return lines.join('\r\n ')
}

const referenceOf = (id: string, from: 'in_reply_to' | 'references', ownDomains: string[]): Reference => {
  const token = tokenOfAddress(id, ownDomains)
  return token ? { kind: 'token', token, from } : { kind: 'message_id', messageId: `<${id}>`, from }
}

/** What a channel hands to the corridor. The channel has checked its own proof (signature, session, token); it decides nothing else. */
import type { SendChannel } from './gate.ts'
import type { ContentClass } from './rules.ts'

export type InboundMessage = {
  /** Made by the client (portal, widget); otherwise the corridor makes one. */
  messageId?: string
  /** Which door: `portal`, `widget:<account>`, `email:<account>`. With externalId and digest it makes the message once only. */
  source: string
  externalId: string
  /** SHA-256 of the content as it came. */
  digest: Buffer
  channel: SendChannel | 'front-desk'
  channelAccountId: string | null
  sender: Sender
  /** The conversation the sender names. */
  conversationId: string | null
  /** The sender chose a new conversation, though one about the same matter is open. */
  beginsAnew?: boolean
  /** What makes it the sender's to write in: a signed mail token that the channel has checked, or being this patient or visitor. */
  provedBy: 'token' | { patientIds: readonly string[] } | { visitorId: string }
  /** Not proved, only likely: a hint for the agent (desk-D5). */
  mayBelongTo?: { conversationId: string; reason: 'references' | 'same-topic' | 'same-number' } | null
  /** The message this answers, by the conversation's own signed id. */
  replyTo?: string | null
  subject: string | null
  /** The whole text, quotes and signature included. */
  text: string
  /** The new part, when shorter than the text: shown and understood; the text is only kept. */
  trimmed?: string | null
  /** What `trimmed` leaves out and may be the sender's own words all the same: it comes back where it tells of more than everyday matters. */
  doubtful?: string | null
  safeHtml?: string | null
  /** Where a mail asks for its answers, other than at its sender. */
  answerTo?: string | null
  claimedAt?: Date | null
  automatic?: 'none' | 'auto_reply' | 'bounce' | 'list' | 'own_echo' | 'machine'
  flags?: readonly string[]
  attachments?: readonly InboundAttachment[]
  /** Files uploaded before (portal, widget), bound to this message now. */
  attachmentIds?: readonly string[]
  /** What they are called: looked up by the corridor, which reads it as it reads the words (desk-D2). */
  uploadNames?: readonly string[]
  raw?: Buffer | null
  siteId?: string | null
  /** The person tapped "talk to a person". */
  wantsPerson?: boolean
  /** Of a call (desk-D61, D63). */
  phone?: {
    /** The language the caller chose. */
    language: string
    /** What the caller chose by a key. */
    about: ContentClass | null
    /** Sound that nothing has understood: urgent until a person has listened. */
    isUnheard: boolean
    /** The caller hears the emergency text in the call; else it goes as a text message. */
    isOnThePhone: boolean
  }
}

export type Sender =
  /** Signed in at the portal, for himself or for a patient he speaks for. */
  | { kind: 'patient'; patientId: string; language: string; siteId: string | null }
  | { kind: 'related-person'; relatedPersonId: string; patientId: string; language: string; siteId: string | null }
  /** A browser with the widget; `patientId` once matched or verified. */
  | { kind: 'visitor'; visitorId: string; patientId: string | null; language: string | null }
  /** Stands at the front desk. Staff named the patient, or a check-in code did; what that proves is told apart from this (decision 0086). */
  | { kind: 'walk-in'; patientId: string | null; language: string }
  /** A mail address or number as the channel saw it; `usable`: nothing speaks against it being the sender's own (desk-D50). */
  | {
      kind: 'address'
      system: 'email' | 'sms'
      value: string
      name: string | null
      usable: boolean
      /** By the form of a website, for whom it writes: nothing is proved, and in an emergency they are answered all the same. */
      isNamed?: boolean
    }
  /** Whoever calls from a number, in one call: what is proved in it is proved of nobody who writes or calls from there later (decision 0223). */
  | { kind: 'address'; system: 'phone'; value: string; name: null; usable: boolean; callId: string }

/** One name for who wrote, as far as the channel proved it. An identity level belongs to it alone (trust-D17). */
export function senderName(sender: Sender): string {
  switch (sender.kind) {
    case 'patient':
      return `patient:${sender.patientId}`
    case 'related-person':
      return `related-person:${sender.relatedPersonId}`
    case 'visitor':
      return `visitor:${sender.visitorId}`
    case 'walk-in':
      return `walk-in:${sender.patientId ?? 'unknown'}`
    case 'address':
      return (
        sender.system === 'phone'
          ? `${sender.usable ? 'call' : 'unproven-call'}:${sender.callId}:${sender.value.toLowerCase()}`
          : `${sender.usable ? 'address' : 'unproven'}:${sender.value.toLowerCase()}`
      ).slice(0, SENDER_MAX)
  }
}

const SENDER_MAX = 400

export type InboundAttachment = {
  name: string
  type: string
  size: number
  sha256: Buffer
  verdict: 'waiting' | 'clean' | 'infected' | 'refused' | 'unreadable'
  reason: string | null
  disposition: 'attachment' | 'inline'
  contentId: string | null
  /** Where the file store keeps the bytes; null for a refused file. */
  storageKey: string | null
}

/** Characters of a message that are kept; the byte-exact original is kept beside it. */
export const TEXT_KEPT_MAX = 1_000_000

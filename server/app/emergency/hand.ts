/** How an emergency came, as it is kept: what it proves of its writer (hashes, no secrets) and its content, as plain JSON. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import type { HandOver } from '#server/channels/email/mail-webhook.ts'
import type { Mailbox } from '#server/channels/email/mailbox.ts'
import type { Place } from '#server/channels/voice/receive-call.ts'
import type { Proof } from '../guard.ts'

export type Hand = ProcedureHand | FormHand | MailHand

export type ProcedureHand = {
  /** A procedure of the contract that carries a message. */
  by: 'procedure'
  path: string
  proof: KeptProof
  requestId: string
  sourceAddress: string | null
  /** As the contract has it; the ids are the client's, so that it may send the same again. */
  input: { messageId: string; text: string; subject?: string | undefined }
}

/** A form of a carrier whose signature held. */
export type FormHand = {
  by: 'text' | 'words-of-call' | 'transcript'
  organizationId: string
  accountId: string
  fields: readonly FormField[]
  /** Of words in a call: where in it, and the site's language. */
  place: Place
  language: string
}

/** A raw mail, as SMTP or a signed webhook brought it. */
export type MailHand = {
  by: 'mail'
  mailbox: Mailbox
  raw: string
  envelopeTo: readonly string[]
  handOver: HandOver | null
}

type KeptProof = { by: 'visitor' | 'session'; organizationId: string; id: string | null; hash: string }

/** @returns undefined where a request names nobody at all. */
export function keepProof(proof: Proof): KeptProof | undefined {
  if (!proof.token) return undefined
  const { organizationId } = proof.token
  return proof.by === 'visitor'
    ? { by: 'visitor', organizationId, id: proof.token.id, hash: proof.token.secretHash.toString('base64') }
    : { by: 'session', organizationId, id: null, hash: proof.token.tokenHash.toString('base64') }
}

export function proofOfKept({ by, organizationId, id, hash }: KeptProof): Proof {
  const bytes = Buffer.from(hash, 'base64')
  return by === 'visitor'
    ? { by, token: { organizationId, id: id ?? '', secretHash: bytes } }
    : { by, token: { organizationId, tokenHash: bytes } }
}

/**
 * For the set-aside list: the words alone, as a person reads them, where the door gives them. What else a procedure was given is kept beside
 * them, without words, so that they can be stored in the name of whoever wrote them.
 */
export function originalOf(
  hand: Hand,
  at: Date,
): { source: string; externalId: string; digest: Buffer; raw: Buffer; accepted: AcceptedHand | null } {
  const { raw, source, id } = partsOf(hand)
  const digest = createHash('sha256').update(raw).digest()
  const accepted = hand.by === 'procedure' ? acceptedOf(hand, at) : null
  return { source, externalId: `aside-${id ?? digest.toString('hex')}`, digest, raw, accepted }
}

const Accepted = z.object({
  at: z.string(),
  path: z.string(),
  requestId: z.string(),
  sourceAddress: z.string().nullable(),
  proof: z.object({
    by: z.enum(['visitor', 'session']),
    organizationId: z.string(),
    id: z.string().nullable(),
    hash: z.string(),
  }),
  /** Of what the contract has, all but the words. */
  rest: z.looseObject({ messageId: z.string() }),
  /** How much of the original is the subject; null: it had none. */
  subjectLength: z.number().int().nullable(),
})
export type AcceptedHand = z.infer<typeof Accepted>

const BETWEEN = '\n\n'

function acceptedOf({ input, by: _, ...hand }: ProcedureHand, at: Date): AcceptedHand {
  const { text: _text, subject, ...rest } = input
  return { ...hand, at: at.toISOString(), rest, subjectLength: subject ? subject.length : null }
}

/** The hand as it came. @returns undefined for what was not written by `originalOf`. */
export function handOfAccepted(accepted: unknown, raw: Buffer): { hand: ProcedureHand; at: Date } | undefined {
  const read = Accepted.safeParse(accepted)
  if (!read.success) return undefined
  const { at, rest, subjectLength, ...hand } = read.data
  const words = raw.toString()
  const input =
    subjectLength === null
      ? { ...rest, text: words }
      : { ...rest, subject: words.slice(0, subjectLength), text: words.slice(subjectLength + BETWEEN.length) }
  return { hand: { by: 'procedure', ...hand, input }, at: new Date(at) }
}

function partsOf(hand: Hand): { raw: Buffer; source: string; id?: string } {
  if (hand.by === 'procedure') {
    const { input, proof } = hand
    const raw = Buffer.from([input.subject, input.text].filter(Boolean).join(BETWEEN))
    return { raw, source: proof.by === 'visitor' ? 'widget' : 'portal', id: input.messageId }
  }
  if (hand.by === 'mail') return { raw: Buffer.from(hand.raw, 'base64'), source: `email:${hand.mailbox.address}` }
  const raw = Buffer.from(new URLSearchParams(hand.fields.map(([name, value]) => [name, value])).toString())
  return { raw, source: `${hand.by === 'text' ? 'sms' : 'voice'}:${hand.accountId}` }
}

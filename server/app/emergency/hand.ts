/** How an emergency came, as it is kept: what it proves of its writer (hashes, no secrets) and its content, as plain JSON. */
import { createHash } from 'node:crypto'
import type { Proof } from '../guard.ts'

export type Hand = {
  /** A procedure of the contract that carries a message. */
  by: 'procedure'
  path: string
  proof: KeptProof
  requestId: string
  sourceAddress: string | null
  /** As the contract has it; the ids are the client's, so that it may send the same again. */
  input: { messageId: string; text: string; subject?: string | undefined }
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

/** For the set-aside list: the words alone, as a person reads them. */
export function originalOf({ input, proof }: Hand): {
  source: string
  externalId: string
  digest: Buffer
  raw: Buffer
} {
  const raw = Buffer.from([input.subject, input.text].filter(Boolean).join('\n\n'))
  return {
    source: proof.by === 'visitor' ? 'widget' : 'portal',
    externalId: `aside-${input.messageId}`,
    digest: createHash('sha256').update(raw).digest(),
    raw,
  }
}

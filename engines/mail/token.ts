/**
 * The signed reference that brings an answer back to its conversation (desk D48).
 *
 * token = 80 random bits + 128 bits of HMAC-SHA-256 over (random, organization, conversation, party), in base32 without
 * padding, in any letter case. It is the local part of the answering address `r+<token>@domain` and of our Message-ID
 * `<r+<token>@domain>`. The random bits find the row; only the HMAC opens it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export type TokenBinding = { organizationId: string; conversationId: string; partyId: string }
export type TokenKey = {
  secret: Buffer
  /** When a newer key took over; undefined while this one signs. */
  replacedAt?: Date
}
export type ReadToken = { random: Buffer; mac: Buffer }

export const TOKEN_RANDOM_BYTES = 10
const MAC_BYTES = 16
/** 26 bytes in base32. */
export const TOKEN_CHARACTERS = 42
/** A replaced key still verifies so long, in days (desk D48). */
export const KEY_GRACE_DAYS = 400
const DAY_MS = 86_400_000

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

export function makeToken(random: Buffer, key: Buffer, binding: TokenBinding): string {
  if (random.length !== TOKEN_RANDOM_BYTES) throw new RangeError('TOKEN_RANDOM_BYTES')
  return toBase32(Buffer.concat([random, macOf(random, key, binding)]))
}

/** Reads the exact form only: no other length, no character before or after. */
export function readToken(text: string): ReadToken | undefined {
  if (text.length !== TOKEN_CHARACTERS || !/^[A-Za-z2-7]+$/.test(text)) return undefined
  const bytes = fromBase32(text.toLowerCase())
  // The last character carries two unused bits; anything in them is not our writing.
  if (!bytes || toBase32(bytes) !== text.toLowerCase()) return undefined
  return { random: bytes.subarray(0, TOKEN_RANDOM_BYTES), mac: bytes.subarray(TOKEN_RANDOM_BYTES) }
}

export function tokenIsOurs(token: ReadToken, keys: TokenKey[], binding: TokenBinding, now: Date): boolean {
  return keys.some(
    (key) =>
      (!key.replacedAt || now.getTime() - key.replacedAt.getTime() <= KEY_GRACE_DAYS * DAY_MS) &&
      timingSafeEqual(token.mac, macOf(token.random, key.secret, binding)),
  )
}

export const replyAddress = (token: string, domain: string): string => `r+${token}@${domain}`
export const messageIdOf = (token: string, domain: string): string => `<r+${token}@${domain}>`

/** The token of one of our addresses or Message-IDs; other domains and other forms have none. */
export function tokenOfAddress(address: string, ownDomains: string[]): string | undefined {
  const at = address.lastIndexOf('@')
  if (at === -1 || !ownDomains.includes(address.slice(at + 1).toLowerCase())) return undefined
  const local = address.slice(0, at)
  if (!/^r\+/i.test(local)) return undefined
  const token = local.slice(2)
  return readToken(token) ? token.toLowerCase() : undefined
}

function macOf(random: Buffer, key: Buffer, binding: TokenBinding): Buffer {
  const parts = [binding.organizationId, binding.conversationId, binding.partyId]
  const hmac = createHmac('sha256', key).update('bedside mail reference 1\0').update(random)
  for (const part of parts) hmac.update(`\0${part}`)
  return hmac.digest().subarray(0, MAC_BYTES)
}

function toBase32(bytes: Buffer): string {
  let out = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += alphabet[(value >> bits) & 31]
    }
  }
  return bits > 0 ? out + alphabet[(value << (5 - bits)) & 31] : out
}

function fromBase32(text: string): Buffer | undefined {
  const out: number[] = []
  let bits = 0
  let value = 0
  for (const character of text) {
    const index = alphabet.indexOf(character)
    if (index === -1) return undefined
    value = ((value << 5) | index) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      out.push((value >> bits) & 255)
    }
  }
  return Buffer.from(out)
}

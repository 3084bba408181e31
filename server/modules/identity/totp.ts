/** Six digits of an authenticator app (RFC 6238: SHA-1, 30 s, 6 digits), and the text in which apps take a secret. Pure. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds of one step, and how many steps a clock may be off to either side (trust-D20). */
const STEP_SECONDS = 30
const WINDOW_STEPS = 1
/** Source: RFC 4226, section 4, R6: 160 bits recommended. */
export const TOTP_SECRET_BYTES = 20

export const totpStep = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS)

/** How long the code of this moment is still shown by an app. */
export const totpSecondsLeft = (now: Date): number => STEP_SECONDS - (Math.floor(now.getTime() / 1000) % STEP_SECONDS)

export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = (digest[19] ?? 0) & 0xf
  return ((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).toString().padStart(6, '0')
}

/** @returns the step whose code this is, newer than `after`; undefined when it is none. */
export function matchTotp(secret: Buffer, code: string, now: Date, after: number): number | undefined {
  const current = totpStep(now)
  let matched: number | undefined
  for (let step = current - WINDOW_STEPS; step <= current + WINDOW_STEPS; step++) {
    const isEqual =
      code.length === 6 && timingSafeEqual(Buffer.from(totpCode(secret, step)), Buffer.from(code.padEnd(6).slice(0, 6)))
    if (isEqual && step > after) matched = step
  }
  return matched
}

export function totpUri(secret: Buffer, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 without padding. */
export function base32(bytes: Buffer): string {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += BASE32[(value >>> bits) & 31]
      value &= (1 << bits) - 1
    }
  }
  return bits > 0 ? text + BASE32[(value << (5 - bits)) & 31] : text
}

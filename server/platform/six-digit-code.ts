/** Six digits sent to an address on file: making, keeping and comparing them, and their limits (desk-D10, trust-D57). Pure. */
import { timingSafeEqual } from 'node:crypto'
import type { Keys } from './seal.ts'

/** Minutes a code is good. */
export const CODE_MIN = 10
export const CODE_TRIES = 5
/** Minutes of pause after the last wrong try. */
export const CODE_PAUSE_MIN = 30
/** Codes to one contact. Source: trust-D57. */
export const CODES_PER_HOUR = 3
export const CODES_PER_DAY = 10

/** @param random at least 4 bytes; 32 bits over a million leave no bias that counts. */
export const writeCode = (random: Buffer): string => (random.readUInt32BE(0) % 1_000_000).toString().padStart(6, '0')

export const hashCode = (keys: Keys, rowId: string, code: string): Buffer => keys.digest('code', `${rowId}:${code}`)

/** Without a kept hash the same work is done, and the answer is no. */
export function isCode(keys: Keys, rowId: string, code: string, kept: Buffer | null): boolean {
  const given = hashCode(keys, rowId, code)
  return timingSafeEqual(given, kept ?? Buffer.alloc(given.length)) && kept !== null
}

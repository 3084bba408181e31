/** Ten printed codes for the day the phone is gone: 80 random bits each, kept as hashes, good once (trust-D20). */
import { createHash } from 'node:crypto'
import { base32 } from './totp.ts'

export const RECOVERY_CODES = 10
/** 80 bits are 16 characters without a remainder; the floor is 64. */
export const RECOVERY_CODE_BYTES = 10

export const writeRecoveryCode = (random: Buffer): string => base32(random).replace(/(.{4})(?=.)/g, '$1-')

/** Spaces, dashes and case do not matter, and the digits that look like letters are read as such. */
export const readRecoveryCode = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')
    .replaceAll('8', 'B')
    .replace(/[^A-Z2-7]/g, '')

export const hashRecoveryCode = (accountId: string, code: string): Buffer =>
  createHash('sha256')
    .update(`${accountId}\0${readRecoveryCode(code)}`)
    .digest()

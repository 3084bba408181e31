/** The keys of our mail references: one a calendar year, made from the master key, so that none is stored and none is forgotten. */
import { KEY_GRACE_DAYS, type TokenKey } from '#engines/mail/token.ts'
import type { Keys } from '#server/platform/seal.ts'

/** The key that signs at this moment. */
export const signingKey = (keys: Keys, now: Date): Buffer => keyOfYear(keys, now.getUTCFullYear())

/** Every key that may still verify: this year's, and those replaced at most 400 days ago (desk-D48). */
export function verifyingKeys(keys: Keys, now: Date): TokenKey[] {
  const year = now.getUTCFullYear()
  const oldest = new Date(now.getTime() - KEY_GRACE_DAYS * 86_400_000).getUTCFullYear()
  const found: TokenKey[] = [{ secret: keyOfYear(keys, year) }]
  for (let past = year - 1; past >= oldest - 1; past--)
    found.push({ secret: keyOfYear(keys, past), replacedAt: new Date(Date.UTC(past + 1, 0, 1)) })
  return found
}

const keyOfYear = (keys: Keys, year: number): Buffer => keys.digest('mail-token', String(year))

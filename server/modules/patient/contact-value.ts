/** One way of writing an address or number, so that equal ones are equal: lower-case mail address, E.164 number. */
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js'

export type ContactSystem = 'email' | 'sms' | 'phone'

/** Longest mail address. Source: RFC 5321, 4.5.3.1 (64 + 1 + 255). */
const EMAIL_MAX = 320
const EMAIL = /^[^\s\p{Cc}\p{Cs}@<>()[\]\\,;:"]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/u

/** @returns null when the text is no such address or number. */
export function normalizeContact(system: ContactSystem, text: string, country: string): string | null {
  if (system !== 'email') return normalizePhone(text, country)
  const email = text.normalize('NFKC').trim().toLowerCase()
  return email.length <= EMAIL_MAX && EMAIL.test(email) ? email : null
}

/** A person at the door types one thing: an address has an @, everything else is a number. */
export function readContact(text: string, country: string): { system: 'email' | 'sms'; value: string } | null {
  const system = text.includes('@') ? 'email' : 'sms'
  const value = normalizeContact(system, text, country)
  return value === null ? null : { system, value }
}

function normalizePhone(text: string, country: string): string | null {
  if (text.length > PHONE_TEXT_MAX) return null
  let number = parsePhoneNumberFromString(text.normalize('NFKC').slice(0, PHONE_TEXT_MAX), country as CountryCode)
  // A zero behind the code of the country is dropped by the next reading, and by none after it.
  for (let reading = 1; number && reading < READINGS_MAX; reading++) {
    const again = parsePhoneNumberFromString(number.number)
    if (!again || again.number === number.number) break
    number = again
  }
  return number?.isPossible() ? number.number : null
}
/** Characters of a number with its spaces and extension. What the library makes of figures and signs in turn takes longer with each: of 600, a minute. */
const PHONE_TEXT_MAX = 60
/** More zeros than that belong to no number. */
const READINGS_MAX = 4

/** A number as people of its country write it. */
export const nationalNumber = (value: string): string => parsePhoneNumberFromString(value)?.formatNational() ?? value

/** Enough to recognize one's own address, too little to write to it. */
export function maskContact(system: ContactSystem, value: string): string {
  if (system !== 'email') return `••• ${value.slice(-2)}`
  const [local = '', domain = ''] = value.split('@')
  return `${local.slice(0, 1)}•••@${domain.slice(0, 1)}•••${domain.slice(domain.lastIndexOf('.'))}`
}

/** A changed address gets no code for this long, in days (trust-D18, desk-D9). */
export const CODES_AFTER_DAYS = 7

export const codesFrom = (changedAt: Date): Date => new Date(changedAt.getTime() + CODES_AFTER_DAYS * 86_400_000)

/**
 * Passwords of staff: which may be chosen, how they are kept, and how many are checked at once (trust-D22).
 *
 * A check takes about 0.2 s and 64 MiB on purpose. Two run at a time; a bounded queue waits; beyond it callers are told to wait,
 * so that a flood of sign-ins neither fills the memory nor starves the rest.
 */
import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import { PASSWORD_ALONE_MIN, PASSWORD_MAX, PASSWORD_MIN } from '#contract/session.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'
import { fewAtOnce, TooManyWaiting } from './few-at-once.ts'

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'own-words'

/** Memory in KiB, passes and lanes of Argon2id. Source: trust-D22. */
const MEMORY_KIB = 65_536
const PASSES = 3
const LANES = 1
const SALT_BYTES = 16
const HASH_BYTES = 32
const AT_ONCE = 2
/** Waiting checks; at two in 0.2 s the last one waits about 4 s. */
const QUEUE_MAX = 40
/** Letters that must be left when the words of the clinic and of the person are taken away. */
const OWN_LETTERS_MIN = 4

/**
 * May this be somebody's password? No rule of composition; length counts, and that nobody guesses it first.
 * @param ownWords of the clinic and the person: name, mail address, organization.
 */
export function passwordProblem(
  password: string,
  ownWords: readonly string[],
  hasSecondFactor: boolean,
): PasswordProblem | null {
  const text = password.normalize('NFKC')
  const length = [...text].length
  if (length < (hasSecondFactor ? PASSWORD_MIN : PASSWORD_ALONE_MIN)) return 'too-short'
  if (length > PASSWORD_MAX) return 'too-long'

  const plain = text.toLowerCase()
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '')
  const guessedFirst = [
    plain,
    letters,
    letters.replace(/\d+$/, ''),
    asLetters(plain),
    asLetters(plain).replace(/\d+$/, ''),
  ]
  if (guessedFirst.some((word) => COMMON_PASSWORDS.has(word))) return 'too-common'
  if (isRun(letters)) return 'too-common'

  const words = ['bedside', ...ownWords.flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u))].filter(
    (word) => word.length >= 3,
  )
  const rest = words.sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), letters)
  if (rest.length < letters.length && rest.replace(/\d/g, '').length < OWN_LETTERS_MIN) return 'own-words'
  return null
}

/** "P4$$w0rd!" is a password, as every guesser knows. */
const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const asLetters = (text: string): string =>
  text
    .replace(/!+$/, '')
    .replace(/[013457@$!](?=.*\p{L})/gu, (sign) => LOOKALIKES[sign] ?? sign)
    .replace(/[^\p{L}\p{N}]/gu, '')

/** One character over and over, two in turn, or a row of the keyboard or the alphabet. */
function isRun(text: string): boolean {
  if (new Set(text).size <= 2) return true
  const rows = [
    'abcdefghijklmnopqrstuvwxyz',
    '01234567890',
    '98765432109',
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
    '1qaz2wsx3edc4rfv5tgb6yhn',
  ]
  return rows.some((row) => row.repeat(2).includes(text))
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt)
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${text(salt)}$${text(hash)}`
}

/** @returns undefined when too many wait already; the answer is SLOW_DOWN. */
export async function hashOrBusy(password: string): Promise<string | undefined> {
  try {
    return await hashPassword(password)
  } catch (error) {
    if (error instanceof TooManyWaiting) return undefined
    throw error
  }
}

/** Without a hash the same work is done against nothing, so that time tells nothing about the account. */
export async function verifyPassword(password: string, kept: string | null): Promise<boolean> {
  const [, , , parameters, salt, hash] = (kept ?? '').split('$')
  const known = parameters === `m=${MEMORY_KIB},t=${PASSES},p=${LANES}` && salt !== undefined && hash !== undefined
  const expected = known ? Buffer.from(hash, 'base64') : NO_HASH
  const given = await derive(password, known ? Buffer.from(salt, 'base64') : NO_SALT)
  return timingSafeEqual(given, expected) && known
}

const NO_SALT = randomBytes(SALT_BYTES)
const NO_HASH = randomBytes(HASH_BYTES)
const run = promisify<string, Argon2Parameters, Buffer>(argon2 as never)

const inTurn = fewAtOnce({ running: AT_ONCE, waiting: QUEUE_MAX })

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  inTurn(() =>
    run('argon2id', {
      // Over-long input is refused when chosen; here it is only cut, so that it cannot cost more.
      message: password.normalize('NFKC').slice(0, PASSWORD_MAX * 4),
      nonce: salt,
      parallelism: LANES,
      tagLength: HASH_BYTES,
      memory: MEMORY_KIB,
      passes: PASSES,
    }),
  )

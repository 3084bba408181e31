/**
 * Guessing is slowed down, per account and per source, and never locks anybody out for good (trust-D23).
 *
 * A try is counted before it is checked, in a statement that lets only one pass at a time: a hundred guesses sent at once are
 * a hundred guesses. Known and unknown accounts are counted alike, so the delay tells nothing.
 */
import type { Keys } from '#server/platform/seal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type Guess = { kind: 'account' | 'source'; name: string }

/** Failures without a delay. A source may be the one address of a whole clinic. */
const FREE = { account: 5, source: 30 } as const
const DELAY_FIRST_SECONDS = 1
const DELAY_MAX_SECONDS = 60
/** A pause this long forgets the failures, in hours. */
const FORGOTTEN_HOURS = 24

/** How long after its `failures`-th failure an account or source waits: 0 for the first ones, then 1, 2, 4 ... 60 s. */
export function guessDelaySeconds(kind: Guess['kind'], failures: number): number {
  const over = failures - FREE[kind]
  return over < 0 ? 0 : Math.min(DELAY_FIRST_SECONDS * 2 ** Math.min(over, 10), DELAY_MAX_SECONDS)
}

/** @returns seconds to wait, or 0: this try may be made and is counted as a failure until `forgive`. */
export async function admitGuess(tx: Transaction, keys: Keys, guess: Guess, now: Date): Promise<number> {
  const key = keys.digest('guess', `${guess.kind}:${guess.name}`)
  const delays = Array.from({ length: FREE[guess.kind] + 8 }, (_, failures) =>
    guessDelaySeconds(guess.kind, failures + 1),
  )
  const [row] = await tx.run<{ admitted: boolean; next_at: Date }>(ADMIT, [key, now, delays, FORGOTTEN_HOURS])
  if (row) return 0
  const [waiting] = await tx.run<{ next_at: Date }>(NEXT, [key])
  return Math.max(1, Math.ceil(((waiting?.next_at.getTime() ?? 0) - now.getTime()) / 1000))
}

export async function forgive(tx: Transaction, keys: Keys, guess: Guess): Promise<void> {
  // A source keeps its other failures: signing in to one's own account must not clear guesses at others'.
  await tx.run(guess.kind === 'account' ? FORGIVE : TAKE_BACK, [keys.digest('guess', `${guess.kind}:${guess.name}`)])
}

/** Old counts go, some at a time; part of the hourly cleaning. */
export async function forgetOldGuesses(tx: Transaction, now: Date): Promise<void> {
  await tx.run(CLEAN, [now, FORGOTTEN_HOURS])
}

const ADMIT = sqlText`
  insert into auth.guess as g (key, failures, next_at, last_at)
  values ($1, 1, $2::timestamptz + make_interval(secs => ($3::float8[])[1]), $2)
  on conflict (key) do update set
    failures = case when g.last_at < $2 - make_interval(hours => $4) then 1 else g.failures + 1 end,
    next_at = $2 + make_interval(secs => ($3::float8[])[
      least(case when g.last_at < $2 - make_interval(hours => $4) then 1 else g.failures + 1 end, cardinality($3::float8[]))]),
    last_at = $2
  where g.next_at <= $2
  returning true as admitted, next_at`

const NEXT = sqlText`select next_at from auth.guess where key = $1`
const FORGIVE = sqlText`delete from auth.guess where key = $1`
const TAKE_BACK = sqlText`update auth.guess set failures = greatest(failures - 1, 0) where key = $1`
const CLEAN = sqlText`
  delete from auth.guess where key in (select key from auth.guess where last_at < $1::timestamptz - make_interval(hours => $2) limit 1000)`

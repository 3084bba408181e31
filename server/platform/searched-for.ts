/**
 * What was searched for, as the journal keeps it: a keyed digest of each word (trust-D28). Whoever asks later whether somebody looked for a
 * name makes the digest of the name; nobody reads a name out of it, and without the key nobody can try names.
 */
import { foldWords } from '#engines/text/search-words.ts'
import type { Context } from './context.ts'
import type { Keys } from './seal.ts'

/** Words of one search that are kept. */
const TERMS_MAX = 20
/** 128 bits: two words never meet. */
const DIGEST_BYTES = 16

/** Words are folded as search folds them. Another organization's digest of the same word is another. */
export function searchedFor({ keys, context }: { keys: Keys; context: Context }, text: string): string[] {
  const words = foldWords(text).match(/[\p{L}\p{N}][\p{L}\p{N}@._+’'-]*/gu) ?? []
  return [...new Set(words)]
    .slice(0, TERMS_MAX)
    .map((word) =>
      keys.digest('search', `${context.organizationId}\0${word}`).subarray(0, DIGEST_BYTES).toString('base64url'),
    )
}

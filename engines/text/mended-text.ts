/**
 * A message as its writer meant to type it, for models that know a word by all of its letters. Pure. The lexicon reads misspelt words by itself
 * (`phrase-matcher.ts`).
 */
import rarer from './model/rarer-words.json' with { type: 'json' }
import type { Span } from './normalise.ts'
import { mendSmallWords } from './small-words.ts'
import { buildSpelling, isWord, type Spelling } from './spelling.ts'
import { PAUSE, tokenise, type Token } from './tokens.ts'

/** A text with its slips mended, and the way back to the places of the text as it was written. */
export type Mended = { text: string; toWritten: (span: Span) => Span }

/** Most readings of a text: one for each word that an unclear slip may be of. */
const MOST_READINGS = 4

/** Words that are none are written as what a slip made them from. For readers that know words by all of their letters. */
export function mendSlips(written: string, realWords: ReadonlySet<string>): Mended[] {
  const { normalised, tokens } = tokenise(written)
  const slips = mendSmallWords(tokens, realWords).flatMap((token) => {
    const span = normalised.toOriginal(token.start, token.end)
    if (token.written) return [{ ...span, behind: [token.text] }]
    const behind = isName(token, written.slice(span.start)) ? [] : wordsMeant(token, realWords)
    return behind.length > 0 ? [{ ...span, behind }] : []
  })
  const readings = Math.min(MOST_READINGS, Math.max(1, ...slips.map(({ behind }) => behind.length)))
  return Array.from({ length: readings }, (_, reading) => {
    const chosen = slips.map(({ start, end, behind }) => ({ start, end, meant: behind[reading % behind.length]! }))
    return withMeant(written, chosen)
  })
}

function withMeant(written: string, slips: (Span & { meant: string })[]): Mended {
  const parts: string[] = []
  const moved: { from: number; by: number }[] = []
  let at = 0
  let by = 0
  for (const { start, end, meant } of slips) {
    parts.push(written.slice(at, start), meant)
    by += meant.length - (end - start)
    moved.push({ from: end + by, by })
    at = end
  }
  const back = (place: number) => Math.max(0, place - (moved.findLast(({ from }) => from <= place)?.by ?? 0))
  return {
    text: parts.join('') + written.slice(at),
    toWritten: ({ start, end }) => ({ start: back(start), end: back(end) }),
  }
}

/** A capital letter within a sentence. */
const isName = ({ pause }: Token, text: string) => pause < PAUSE.sentence && /^\p{Lu}\p{Ll}/u.test(text)

function wordsMeant(token: Token, realWords: ReadonlySet<string>): string[] {
  slipsOf ??= buildSpelling([], realWords)
  return isNoWord(token, realWords) ? slipsOf.repair(token.text).map(({ text }) => text) : []
}
let slipsOf: Spelling | undefined

const isNoWord = ({ text, isNumber }: Token, realWords: ReadonlySet<string>) =>
  !isNumber && text.length >= SHORTEST_MENDED && !isKnownWord(text, realWords)

/** Most words of a text are words: then what is none may be a slip. In another language hardly any is. */
export function isMostlyWords(written: string, realWords: ReadonlySet<string>): boolean {
  const { tokens } = tokenise(written)
  const allowed = Math.max(1, tokens.length / WORDS_OF_A_SLIP)
  return tokens.filter((token) => isNoWord(token, realWords)).length <= allowed
}
const WORDS_OF_A_SLIP = 6

/** Seldom written words are words, too: "coping" is no "copying". */
export const isKnownWord = (word: string, realWords: ReadonlySet<string>) => isWord(word, realWords) || rareWords().has(word) // prettier-ignore
const rareWords = () => (rare ??= new Set(rarer.words.split(' ')))
let rare: ReadonlySet<string> | undefined

const SHORTEST_MENDED = 3

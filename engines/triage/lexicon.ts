/**
 * Every phrase the triage and crisis rules know, as one matcher: a message is read once. Built on first use.
 */
import { crisisConcepts } from '#engines/crisis/concepts.ts'
import { buildLexicon, type Lexicon } from '#engines/text/phrase-matcher.ts'
import { contextCues } from './context-cues.ts'
import { families } from './families/index.ts'
import { realWords } from './real-words.ts'
import { wordClasses } from './word-classes.ts'

/** Before the id of a concept: what looks like it and is none. */
export const NEAR_MISS = 'near-miss:'

/** What is known of the person; told by the name of a paper, too ("my pregnancy records"). */
export const FACTS: ReadonlySet<string> = new Set(
  families.flatMap((family) => family.concepts.filter(({ kind }) => kind === 'fact').map(({ id }) => id)),
)

let built: Lexicon | undefined

export function lexicon(): Lexicon {
  built ??= buildLexicon(
    [
      ...Object.entries(contextCues).map(([key, phrases]) => ({ key, phrases })),
      ...[...families.flatMap((family) => family.concepts), ...crisisConcepts].flatMap(({ id, en, es }) => [
        { key: id, phrases: en },
        { key: id, phrases: es },
      ]),
      ...families
        .flatMap((family) => family.concepts)
        .flatMap(({ id, nearMisses }) => (nearMisses ? [{ key: `${NEAR_MISS}${id}`, phrases: nearMisses }] : [])),
    ],
    wordClasses,
    realWords,
  )
  return built
}

/**
 * The clearest emergencies in languages whose full protocol is not written yet.
 *
 * These lists may raise a verdict, never reassure: none has been reviewed by a qualified translator (`reviewed: false`).
 * Latin-script phrases go through the same normaliser as the message (without accents), the others match as substrings.
 */
import type { Span } from '#engines/text/normalise.ts'
import type { TokenText } from '#engines/text/tokens.ts'
import type { CrisisKind } from '#engines/crisis/verdict.ts'
import { foreignLists, type ForeignConcept } from './foreign-lists.ts'
import { normalise } from '#engines/text/normalise.ts'

export type ForeignHit = { id: string; concept: ForeignConcept; language: string; span: Span }

type Phrase = { text: string; concept: ForeignConcept; language: string }

/** Also English or Spanish words: there the full protocol reads them, with their context. */
const READ_ELSEWHERE = new Set(['overdose', 'suicide', 'infarto', 'hemorragia', 'intoxicacion', 'inconsciente', 'convulsions', 'derrame']) // prettier-ignore

const phrases: Phrase[] = Object.entries(foreignLists).flatMap(([language, concepts]) =>
  Object.entries(concepts).flatMap(([concept, block]) =>
    block
      .split('/')
      .map((phrase) => asMatched(phrase))
      .filter((text) => text !== '')
      .filter((text) => !READ_ELSEWHERE.has(text))
      .map((text) => ({ text, concept: concept as ForeignConcept, language })),
  ),
)

/** How many phrases a language has, for the test of the lists. */
export const foreignPhraseCount = (language: string) => phrases.filter((phrase) => phrase.language === language).length

function asMatched(phrase: string): string {
  return normalise(phrase).text.replaceAll("'", '').replace(/[\s-]+/g, ' ').trim() // prettier-ignore
}

const isLatin = (text: string) => /^[\x20-\x7e]+$/.test(text)
const latin = byFirstWord(phrases.filter(({ text }) => isLatin(text)))
const others = phrases.filter(({ text }) => !isLatin(text))

function byFirstWord(list: Phrase[]): Map<string, (Phrase & { words: string[] })[]> {
  const map = new Map<string, (Phrase & { words: string[] })[]>()
  for (const phrase of list) {
    const words = phrase.text.split(' ')
    map.set(words[0]!, [...(map.get(words[0]!) ?? []), { ...phrase, words }])
  }
  return map
}

/** Each list is told once, at its first place. */
export function foreignFindings(text: TokenText): ForeignHit[] {
  const hits = new Map<string, ForeignHit>()
  for (const hit of [...latinHits(text), ...substringHits(text)]) if (!hits.has(hit.id)) hits.set(hit.id, hit)
  return [...hits.values()]
}

export function foreignCrisis(text: TokenText): { id: string; kind: CrisisKind; span: Span }[] {
  return foreignFindings(text)
    .filter(({ concept }) => concept === 'suicide')
    .map(({ id, span }) => ({ id, kind: 'self_harm', span }))
}

function latinHits({ tokens, normalised }: TokenText): ForeignHit[] {
  const hits: ForeignHit[] = []
  for (let i = 0; i < tokens.length; i++) {
    for (const phrase of latin.get(tokens[i]!.text) ?? []) {
      if (!phrase.words.every((word, at) => tokens[i + at]?.text === word)) continue
      const last = tokens[i + phrase.words.length - 1]!
      hits.push(hitOf(phrase, normalised.toOriginal(tokens[i]!.start, last.end)))
    }
  }
  return hits
}

function substringHits({ normalised }: TokenText): ForeignHit[] {
  // Plain Latin text holds none of them.
  if (!/[\u0370-\uffff]/.test(normalised.text)) return []
  const hits: ForeignHit[] = []
  for (const phrase of others) {
    const at = normalised.text.indexOf(phrase.text)
    if (at >= 0) hits.push(hitOf(phrase, normalised.toOriginal(at, at + phrase.text.length)))
  }
  return hits
}

const hitOf = ({ concept, language }: Phrase, span: Span): ForeignHit => ({
  id: `foreign-${language}-${concept}`,
  concept,
  language,
  span,
})

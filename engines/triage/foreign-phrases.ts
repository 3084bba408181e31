/**
 * The clearest emergencies in languages whose full protocol is not written yet.
 *
 * These lists may raise a verdict, never reassure: none has been reviewed by a qualified translator (`reviewed: false`). Phrases in
 * Latin script are compared word by word, as the reader of findings has them (without accents); the others letter by letter (`fold`).
 */
import type { CrisisKind } from '#engines/crisis/verdict.ts'
import type { Span } from '#engines/text/normalise.ts'
import { PAUSE, tokenise, type Token, type TokenText } from '#engines/text/tokens.ts'
import { denials, foreignLists, longAgo, type ForeignConcept } from './foreign-lists.ts'

/** `isDenied`: denied, or told of years ago. */
export type ForeignHit = { id: string; concept: ForeignConcept; language: string; span: Span; isDenied: boolean }

type Meaning = { concept: ForeignConcept; language: string }
/** `near`: one of these words stands near the first one, in place of behind it. */
type WordPhrase = Meaning & {
  words: string[]
  notBefore: ReadonlySet<string>
  near: readonly string[][] | null
  isDeniable: boolean
}
type LetterPhrase = Meaning & { text: string; beginsWord: boolean; near: readonly string[] | null; isDeniable: boolean }

/** Also English or Spanish words: there the full protocol reads them, with their context. */
const READ_ELSEWHERE = new Set(['overdose', 'suicide', 'suicidio', 'ictus', 'infarto', 'hemorragia', 'intoxicacion', 'inconsciente', 'convulsions', 'derrame', 'angina pectoris']) // prettier-ignore
/** Words of these scripts begin where the phrase does; the others join words, or put a particle before them. */
const BEGINS_WORD = /[\p{Script=Cyrillic}\p{Script=Devanagari}]/u
const SENTENCE_END = /[.!?。！？؟।,،，、;\n]/
const SYLLABIC = /[\p{Script=Han}\p{Script=Hangul}]/u
const NON_JOINER = '\u200c'
/** Most words and most letters between two words that are near each other; Chinese and Korean say as much with fewer letters. */
const NEAR_WORDS = 6
const NEAR_LETTERS = 28
const NEAR_SYLLABLES = 10
/** Most letters of a verb between a denial and the end of its part of the sentence. */
const CLOSING_LETTERS = 6
/** Arabic and Persian yeh and kaf, the Arabic feminine ending, the two nasal signs and the dot of Hindi, the Arabic lengthener, Russian ё. */
const SAME_LETTER: Record<string, string> = {
  '\u064a': '\u06cc', '\u0649': '\u06cc', '\u0643': '\u06a9', '\u0629': '\u0647', '\u06c0': '\u0647', '\u0901': '\u0902', '\u093c': '', '\u0640': '', '\u0451': '\u0435',
} // prettier-ignore

/** What is said right before, between or right behind, by language. */
const denialsOf = new Map(
  Object.entries(denials).map(([language, { before = '', between = '', after = '' }]) => {
    const list = (block: string) => (block === '' ? [] : block.split('/').flatMap(spellingsOf))
    return [
      language,
      {
        wordsBefore: list(before).map((phrase) => wordsOf(phrase).join(' ')),
        wordsAfter: list(after).map((phrase) => wordsOf(phrase).join(' ')),
        wordsBetween: new Set(list(between).flatMap(wordsOf)),
        lettersBefore: list(before).map(lettersOf),
        lettersBetween: list(between).map(lettersOf),
        lettersAfter: list(after).map(lettersOf),
      },
    ] as const
  }),
)

const byWords = new Map<string, WordPhrase[]>()
const byLetters: LetterPhrase[] = []
for (const [language, concepts] of Object.entries(foreignLists))
  for (const [concept, block] of Object.entries(concepts))
    for (const phrase of block.split('/')) add(phrase, { concept: concept as ForeignConcept, language })

function add(phrase: string, meaning: Meaning): void {
  const [said = '', except = ''] = phrase.split('!')
  const [firsts = '', seconds] = said.split('~')
  for (const first of seconds === undefined ? [firsts] : firsts.split(',')) {
    if (wordsOf(first).every(isLatin)) addWords(wordsOf(first), wordsOf(except), seconds?.split(','), meaning)
    else for (const written of spellingsOf(first)) addLetters(written, seconds?.split(','), meaning)
  }
}

function addWords(words: string[], except: string[], seconds: string[] | undefined, meaning: Meaning): void {
  if (READ_ELSEWHERE.has(words.join(' '))) return
  const near = seconds?.map(wordsOf) ?? null
  const { wordsBetween } = denialsOf.get(meaning.language) ?? {}
  const isDeniable = mayBeDenied(meaning, near) && !words.some((word) => wordsBetween?.has(word))
  const first = words[0] ?? ''
  byWords.set(first, [
    ...(byWords.get(first) ?? []),
    { ...meaning, words, notBefore: new Set(except), near, isDeniable },
  ])
}

function addLetters(written: string, seconds: string[] | undefined, meaning: Meaning): void {
  const text = lettersOf(written)
  const near = seconds?.map(lettersOf) ?? null
  const { lettersBetween = [], lettersBefore = [] } = denialsOf.get(meaning.language) ?? {}
  const isDenial = [...lettersBetween, ...lettersBefore].some((word) => hasWord(text, word))
  const isDeniable = mayBeDenied(meaning, near) && !isDenial
  byLetters.push({ ...meaning, text, beginsWord: BEGINS_WORD.test(text), near, isDeniable })
}

/** "Breathe" near "cannot", "answers" near "not", and a wish to die, are never denied here. */
function mayBeDenied({ concept }: Meaning, near: readonly unknown[] | null): boolean {
  return concept !== 'suicide' && !((concept === 'breathing' || concept === 'unconscious') && near)
}

function wordsOf(phrase: string): string[] {
  return tokenise(phrase).tokens.map(({ text }) => text)
}

function isLatin(word: string): boolean {
  return /^[\x20-\x7e]+$/.test(word)
}

function lettersOf(phrase: string): string {
  return fold(tokenise(phrase).normalised.text.trim()).text
}

function spellingsOf(phrase: string): string[] {
  return phrase.includes(NON_JOINER) ? [phrase, phrase.replaceAll(NON_JOINER, ' ')] : [phrase]
}

/** How many phrases a language has, for the test of the lists. */
export const foreignPhraseCount = (language: string) =>
  [...[...byWords.values()].flat(), ...byLetters].filter((phrase) => phrase.language === language).length

/** Each list is told once, at its first place that is not denied. */
export function foreignFindings(text: TokenText): ForeignHit[] {
  const hits = new Map<string, ForeignHit>()
  for (const hit of [...wordHits(text), ...letterHits(text)]) {
    const known = hits.get(hit.id)
    if (!known || (known.isDenied && !hit.isDenied)) hits.set(hit.id, hit)
  }
  return [...hits.values()]
}

export function foreignCrisis(hits: ForeignHit[]): { id: string; kind: CrisisKind; span: Span }[] {
  return hits.filter(({ concept }) => concept === 'suicide').map(({ id, span }) => ({ id, kind: 'self_harm', span }))
}

function wordHits({ tokens, normalised }: TokenText): ForeignHit[] {
  const hits: ForeignHit[] = []
  for (let i = 0; i < tokens.length; i++) {
    for (const phrase of byWords.get(tokens[i]!.text) ?? []) {
      if (!phrase.words.every((word, at) => tokens[i + at]?.text === word)) continue
      const end = i + phrase.words.length - 1
      if (phrase.notBefore.has(tokens[end + 1]?.text ?? '')) continue
      const other = phrase.near ? nearWord(tokens, i, end, phrase.near) : [i, end]
      if (!other) continue
      const [first, last] = [Math.min(i, other[0] ?? i), Math.max(end, other[1] ?? end)]
      const span = normalised.toOriginal(tokens[first]!.start, tokens[last]!.end)
      const isDenied = phrase.isDeniable && isDeniedByWords(tokens, first, last, phrase)
      hits.push(hitOf(phrase, span, isDenied || isLongAgo(normalised.text, tokens[first]!.start, phrase)))
    }
  }
  return hits
}

/** In the same part of a sentence. @returns the places of its first and last word. */
function nearWord(
  tokens: readonly Token[],
  first: number,
  last: number,
  near: readonly string[][],
): [number, number] | null {
  const isAt = (at: number) => near.find((words) => words.every((word, i) => tokens[at + i]?.text === word))
  for (let at = last + 1; at <= last + 1 + NEAR_WORDS && at < tokens.length; at++) {
    if (tokens[at]!.pause > PAUSE.comma) break
    const words = isAt(at)
    if (words) return [at, at + words.length - 1]
  }
  for (let at = first - 1; at >= 0 && at >= first - 1 - NEAR_WORDS; at--) {
    if (tokens[at + 1]!.pause > PAUSE.comma) break
    const words = isAt(at)
    if (words) return [at, at + words.length - 1]
  }
  return null
}

const DENIAL_WORDS = 3

function isDeniedByWords(
  tokens: readonly Token[],
  first: number,
  last: number,
  { language, near }: WordPhrase,
): boolean {
  const { wordsBefore = [], wordsAfter = [], wordsBetween = new Set<string>() } = denialsOf.get(language) ?? {}
  if (near && tokens.slice(first + 1, last).some(({ text }) => wordsBetween.has(text))) return true
  let before = ''
  for (let at = first - 1; at >= Math.max(0, first - DENIAL_WORDS) && tokens[at + 1]!.pause === PAUSE.none; at--) {
    before = before === '' ? tokens[at]!.text : `${tokens[at]!.text} ${before}`
    if (wordsBefore.includes(before)) return true
  }
  return wordsAfter.some((words) => {
    const [said, end] = [words.split(' '), last + words.split(' ').length]
    const isSaid = said.every(
      (word, i) => tokens[last + 1 + i]?.text === word && tokens[last + 1 + i]?.pause === PAUSE.none,
    )
    // "It hurts, I have no car" denies nothing: a denial behind closes its part of the sentence.
    return isSaid && (tokens[end + 1]?.pause ?? PAUSE.sentence) > PAUSE.none
  })
}

function letterHits({ normalised }: TokenText): ForeignHit[] {
  // Plain Latin text holds none of them.
  if (!/[\u0370-\uffff]/.test(normalised.text)) return []
  const { text, places } = fold(normalised.text)
  const hits: ForeignHit[] = []
  for (const phrase of byLetters) {
    for (let at = text.indexOf(phrase.text); at >= 0; at = text.indexOf(phrase.text, at + 1)) {
      if (phrase.beginsWord && at > 0 && /[\p{L}\p{M}]/u.test(text[at - 1]!)) continue
      const found = phrase.near ? nearLetters(text, at, at + phrase.text.length, phrase.near) : [at, at + phrase.text.length] // prettier-ignore
      if (!found) continue
      const [first = 0, end = 0] = found
      const span = normalised.toOriginal(places[first] ?? 0, (places[end - 1] ?? 0) + 1)
      const isDenied =
        (phrase.isDeniable && isDeniedByLetters(text, first, end, phrase)) || isLongAgo(text, first, phrase)
      hits.push(hitOf(phrase, span, isDenied))
      if (!isDenied) break
    }
  }
  return hits
}

function nearLetters(text: string, from: number, to: number, near: readonly string[]): [number, number] | null {
  const width = SYLLABIC.test(text[from] ?? '') ? NEAR_SYLLABLES : NEAR_LETTERS
  const [behind = ''] = text.slice(to, to + width).split(SENTENCE_END)
  const before =
    text
      .slice(Math.max(0, from - width), from)
      .split(SENTENCE_END)
      .at(-1) ?? ''
  for (const word of near) {
    const at = behind.indexOf(word)
    if (at >= 0) return [from, to + at + word.length]
    const back = before.lastIndexOf(word)
    if (back >= 0) return [from - before.length + back, to]
  }
  return null
}

function isDeniedByLetters(text: string, first: number, end: number, { language, near }: LetterPhrase): boolean {
  const { lettersBefore = [], lettersBetween = [], lettersAfter = [] } = denialsOf.get(language) ?? {}
  if (near && lettersBetween.some((word) => hasWord(text.slice(first, end), word))) return true
  const before = text.slice(0, first).trimEnd()
  if (lettersBefore.some((word) => before.endsWith(word) && hasWord(before.slice(-word.length - 1), word))) return true
  const after = text.slice(end).trimStart()
  return lettersAfter.some(
    (word) => after.startsWith(word) && (SYLLABIC.test(word) || closes(after.slice(word.length))),
  )
}

/** What happened years ago is no emergency of today. The lists are not reviewed, so it stays urgent; a wish to die counts whenever it was. */
function isLongAgo(text: string, at: number, { concept, language }: Meaning): boolean {
  const told = longAgo[language]
  return told !== undefined && concept !== 'suicide' && told.test(sentenceAround(text, at))
}

/** Most of a sentence that is looked at on either side, in UTF-16 units. */
const SENTENCE_REACH = 80

function sentenceAround(text: string, at: number): string {
  const before =
    text
      .slice(Math.max(0, at - SENTENCE_REACH), at)
      .split(FULL_STOP)
      .at(-1) ?? ''
  return before + (text.slice(at, at + SENTENCE_REACH).split(FULL_STOP)[0] ?? '')
}
const FULL_STOP = /[.!?。！？؟।\n]/

/** "Chest pain, no strength left" denies nothing: a denial behind closes its part of the sentence. */
function closes(after: string): boolean {
  return after.length <= CLOSING_LETTERS || SENTENCE_END.test(after.slice(0, CLOSING_LETTERS + 1))
}

/** At the beginning of a word, where words are written apart. */
function hasWord(text: string, word: string): boolean {
  return SYLLABIC.test(word) ? text.includes(word) : ` ${text}`.includes(` ${word}`)
}

/** Any run of spaces and line ends is one space; what keyboards write in more than one way is one letter. `places`: of each letter. */
function fold(normalised: string): { text: string; places: number[] } {
  let text = ''
  const places: number[] = []
  for (let at = 0; at < normalised.length; at++) {
    const letter = normalised[at]!
    const one = /\s/.test(letter) ? (text.endsWith(' ') ? '' : ' ') : (SAME_LETTER[letter] ?? letter)
    if (one !== '') places.push(at)
    text += one
  }
  return { text, places }
}

const hitOf = ({ concept, language }: Meaning, span: Span, isDenied: boolean): ForeignHit => ({
  id: `foreign-${language}-${concept}`,
  concept,
  language,
  span,
  isDenied,
})

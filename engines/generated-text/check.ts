/**
 * What a language model wrote, looked at before anybody sees it (understanding-D59, D77, D78). Pure; any text is safe.
 *
 * A wording goes to a patient unread, so it is held to the approved text: sentence by sentence its words and figures in their order, none
 * lost, with no others but some that join or greet between sentences, and every sentence that denies as it stands. A draft goes to a person, who sends it or not: its facts, names and links must
 * stand in what it was made from.
 */
import { guessLanguage } from '../language/language.ts'
import { isPersonalName } from '../language/personal-names.ts'
import { tooHard } from '../plain-words/plain-enough.ts'
import { sentenceSpans } from '../plain-words/readability.ts'
import { foldWords } from '../text/search-words.ts'
import { stem } from '../text/stem.ts'
import { factsIn, linksIn, withoutLinks } from './facts.ts'

export const TEXT_FAULTS = [
  'empty',
  'too-long',
  'signs',
  'link',
  'fact',
  'word',
  'name',
  'denial',
  'language',
  'hard',
] as const
export type TextFault = (typeof TEXT_FAULTS)[number]

/** A wording may be longer than what was approved by this many characters: a greeting, a link word. */
const LONGER_MAX = 200
/** Characters of a draft. */
export const DRAFT_MAX = 1_500
/** A guess of the language that is less sure than this says nothing. */
const SURE_LANGUAGE = 0.5

/** @returns null if patients may read it in the place of `approved`. */
export function faultInWording(text: string, approved: string, language: string): TextFault | null {
  if (text.trim() === '') return 'empty'
  if (text.length > approved.length + LONGER_MAX) return 'too-long'
  if (hasStrangeSigns(text, approved)) return 'signs'
  if (!isSame(linksIn(text).toSorted(), linksIn(approved).toSorted())) return 'link'
  if (!isSame(factsIn(text).toSorted(), factsIn(approved).toSorted())) return 'fact'
  if (!keepsDenials(text, approved)) return 'denial'
  if (!keepsSentences(text, approved)) return 'word'
  return faultOfReading(text, language)
}

/** @param references what it was made from: the conversation, an approved text. @returns null if staff may see it as a draft. */
export function faultInDraft(text: string, references: readonly string[], language: string): TextFault | null {
  if (text.trim() === '') return 'empty'
  if (text.length > DRAFT_MAX) return 'too-long'
  const whole = references.join('\n')
  if (hasStrangeSigns(text, '')) return 'signs'
  const links = new Set(linksIn(whole))
  if (linksIn(text).some((link) => !links.has(link))) return 'link'
  const facts = new Set(factsIn(whole))
  if (factsIn(text).some((fact) => !facts.has(fact))) return 'fact'
  const known = new Set(wordsOf(whole))
  if (namesIn(text).some((name) => !known.has(name))) return 'name'
  return faultOfReading(text, language)
}

function faultOfReading(text: string, language: string): TextFault | null {
  const { code, confidence } = guessLanguage(text)
  if (code !== language && code !== 'und' && confidence >= SURE_LANGUAGE) return 'language'
  return tooHard(text, language) === null ? null : 'hard'
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each, i) => each === other[i])

/** Letters, digits, plain punctuation, and what the reference has: no markup, no picture, nothing that is not seen. */
function hasStrangeSigns(text: string, reference: string): boolean {
  const strange = text.match(/[^\p{L}\p{M}\p{Nd} \n.,;:!?¿¡'’"“”()/%$€£@&+–—-]/gu) ?? []
  return strange.some((sign) => !reference.includes(sign))
}

const DENIES =
  /\b(?:not|no|never|none|nothing|nobody|without|except|only|unless|cannot|nunca|ni|nada|nadie|ningun|ninguna|sin|excepto|salvo|solo|solamente|tampoco|menos)\b|n['’]t\b/u

/**
 * Each sentence says one approved sentence, or several that follow one another, word for word, and every approved one is said once. So who,
 * what, when and on which condition stay together: "visitors may come in, children wait outside" is not turned around by words that are all
 * approved, nor "we will call you" by small ones. Only where a sentence begins or ends there may be a word that joins.
 */
function keepsSentences(text: string, approved: string): boolean {
  const left = sentencesOf(approved)
  for (const said of sentencesOf(text)) {
    const at = left.findIndex((_, from) => lengthOf(said, left, from) > 0)
    if (at < 0) return false
    left.splice(at, lengthOf(said, left, at))
  }
  return left.length === 0
}

/** How many sentences from here on make up what was said; 0: they do not. */
function lengthOf(said: readonly string[], sentences: readonly string[][], from: number): number {
  let at = 0
  for (let n = from; n < sentences.length; n++) {
    const sentence = sentences[n] ?? []
    const isHere = () => isSame(said.slice(at, at + sentence.length), sentence)
    while (!isHere() && JOINING.has(said[at] ?? '')) at++
    if (!isHere()) return 0
    at += sentence.length
    if (said.slice(at).every((piece) => JOINING.has(piece))) return n - from + 1
  }
  return 0
}

/** Their words and figures; a greeting says nothing. */
const sentencesOf = (text: string): string[][] =>
  sentenceSpans(text)
    .map(([from, to]) => piecesOf(text.slice(from, to)))
    .filter((pieces) => !pieces.every((piece) => COURTESY.has(piece)))

/** A turn of the words around "not" would turn the answer around: those sentences are approved as they are. */
function keepsDenials(text: string, approved: string): boolean {
  const denials = deniesIn(approved)
  return isSame(deniesIn(text).toSorted(), denials.toSorted())
}

const deniesIn = (text: string): string[] =>
  sentenceSpans(text)
    .map(([from, to]) => foldWords(text.slice(from, to)).replace(/\s+/g, ' ').trim())
    .filter((sentence) => DENIES.test(sentence))

const PIECE = /[$€£¥%&+@]|\p{N}+|[\p{L}\p{M}]+/gu

/** "Please" asks for the same thing wherever it stands. */
const PLEASE = /\b(?:please|por favor)\b/gu

const piecesOf = (text: string): string[] =>
  [...foldWords(text).replaceAll(PLEASE, ' ').matchAll(PIECE)].map(([piece]) =>
    /\p{L}/u.test(piece) ? stem(piece) : piece,
  )

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu

const wordsOf = (text: string): string[] =>
  [...withoutLinks(text).matchAll(WORD)].flatMap(([word]) =>
    foldWords(word)
      .split(/['’-]/)
      .filter(Boolean)
      .map((part) => stem(part)),
  )

/** What is written with a capital inside a sentence, and common personal names wherever they stand. */
const namesIn = (text: string): string[] =>
  [...withoutLinks(text).matchAll(WORD)]
    .filter(([word], i, all) => {
      const at = all[i]?.index ?? 0
      const begins = /(?:^|[.!?¿¡:\n])[\s"“(¿¡]*$/u.test(text.slice(Math.max(0, at - 6), at))
      const isI = /^I(?:['’]|$)/.test(word)
      return (!begins && !isI && /^\p{Lu}/u.test(word)) || (isPersonalName(word) && /^\p{Lu}/u.test(word))
    })
    .flatMap(([word]) => wordsOf(word))

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map((word) => stem(word)))

/** Words that join two sentences and change neither: no pronoun, no verb, no condition, no yes. */
const JOINING = stems('and but also so then hello hi thanks y e pero tambien entonces hola gracias')

/** A sentence of these alone is a greeting. */
const COURTESY = stems(
  'and also hello hi thank thanks you for your question asking writing message welcome i am glad happy to help ' +
    'y hola gracias por su pregunta preguntar escribir mensaje bienvenido bienvenida con mucho gusto le ayudo',
)

/**
 * A text without what could name a person (understanding-D47 `mask`, D48: what is uncertain is masked). Pure.
 *
 * Beside what `findPhi` finds: a word with a capital inside a sentence, a common personal name however it is written, and any number of
 * three digits or more. So a medicine with a capital is lost too; a name is not kept.
 *
 * What is masked may be put back: into what a machine made of the text, which has not seen it.
 */
import { isPersonalName } from '../language/personal-names.ts'
import { findPhi } from './phi.ts'

const LONGEST = 20_000
const WORD = /[\p{L}\p{M}'’-]+/gu
const LONG_NUMBER = /\p{N}[\p{N}.,/-]*\p{N}{2,}[\p{N}.,/-]*|\p{N}{3,}/gu
const NUMBER = /\p{N}[\p{N}.,/-]*/gu
/** A name said in small letters. */
const INTRODUCED =
  /\b(?:my name is|my name's|me llamo|mi nombre es)\s{1,2}((?!(?:and|y|i|but|pero)\b)[\p{L}'’-]{1,30}(?:\s{1,2}(?!(?:and|y|i|but|pero|do|is|can|necesito|quiero)\b)[\p{L}'’-]{1,30})?)/giu
/** Words with a capital that name nobody. */
const KEPT = new Set(
  'i i’m i’ve i’ll i’d ok covid flu medicare medicaid hipaa english spanish español inglés monday tuesday wednesday thursday friday saturday sunday usa us er mri ct tv pdf id'.split(
    ' ',
  ),
)

/** Common names that are common words too: in small letters, or at the beginning of a sentence, they name nobody. */
const ALSO_WORDS = new Set(
  'an do le lee lo la sun he ma you wu xu vo long park young white green brown gray black wood hill king cook baker ward bell price mark will rose joy grace walker parker carter miller taylor cooper foster flores reyes cruz torres ramos castillo moreno costa pierre lin ali kim ho hu chen guo gao vu tran bui ngo ly do'.split(
    ' ',
  ),
)

/** Letters of a script that has no capitals: where names begin is not seen there. */
const WITHOUT_CAPITALS = /(?![ªº])[\p{Lo}\p{Script=Georgian}]/u
/** Capitals alone say as little of names. */
const isShouted = (text: string): boolean => /\p{L}/u.test(text) && text === text.toUpperCase()

/** Whether names would be found in it at all. Where they would not, no mask makes a text that names nobody (decision 0263). */
export const canMask = (text: string): boolean => !WITHOUT_CAPITALS.test(text) && !isShouted(text)

/** `names` of the people that the text is about are found in any case. */
export function maskIdentifiers(text: string, names: readonly string[] = []): string {
  const whole = text.slice(0, LONGEST)
  return write(whole, identifiersIn(whole, { names, isLearned: true }), ({ mark }) => mark)
}

/** `text` with a number in the place of each identifier, from `first` on; `hidden` are the identifiers, in their order. */
export type HiddenIdentifiers = { text: string; hidden: readonly string[]; first: number }

/**
 * `names` are those of the people that the text is about: they are found in any case. What was learned was learned of English and Spanish,
 * and takes words of other languages for names; there rules find them, and no number at all is shown.
 */
export function hideIdentifiers(
  text: string,
  { names, language }: { names: readonly string[]; language: string },
): HiddenIdentifiers {
  const whole = text.slice(0, LONGEST)
  // Short numbers that the text has in brackets stay the text's own; long ones are hidden.
  const own = placesIn(whole).map(({ number }) => number)
  const first = Math.max(0, ...own.filter((number) => number < 100)) + 1
  const hidden: string[] = []
  const isLearned = language === 'en' || language === 'es'
  const shown = write(whole, identifiersIn(whole, { names, isLearned }), ({ from, to }) => {
    hidden.push(whole.slice(from, to))
    return `[${first + hidden.length - 1}]`
  })
  return { text: shown, hidden, first }
}

/** `isWhole`: each of them stands in `text`, and once. */
export function putBack(text: string, { hidden, first }: HiddenIdentifiers): { text: string; isWhole: boolean } {
  const times = hidden.map(() => 0)
  let put = ''
  let at = 0
  for (const { from, to, number } of placesIn(text)) {
    const identifier = hidden[number - first]
    if (identifier === undefined) continue
    times[number - first]! += 1
    put += text.slice(at, from) + identifier
    at = to
  }
  return { text: put + text.slice(at), isWhole: times.every((n) => n === 1) }
}

/** Translators write brackets in their own way. */
const PLACE = /[[［【]\s?(\d{1,5})\s?[\]］】]/g

const placesIn = (text: string) =>
  [...text.matchAll(PLACE)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    number: Number(match[1]),
  }))

type Identifier = { from: number; to: number; mark: string }

/** The first comes first; of two in the same place the longer. */
function identifiersIn(
  whole: string,
  { names, isLearned }: { names: readonly string[]; isLearned: boolean },
): Identifier[] {
  // A text of capitals only says nothing by them.
  const shouts = whole === whole.toUpperCase()
  const spans: [from: number, to: number, mark: string][] = findPhi(whole, names, { learned: isLearned }).map(
    ({ kind, span }) => [...span, `[${kind.toUpperCase()}]`],
  )
  for (const match of whole.matchAll(INTRODUCED)) {
    const name = match[1] ?? ''
    const from = match.index + match[0].length - name.length
    spans.push([from, from + name.trimEnd().length, '[NAME]'])
  }
  for (const match of whole.matchAll(isLearned ? LONG_NUMBER : NUMBER)) {
    // The sign that ends the sentence is not the number's.
    const number = match[0].replace(/[.,/-]+$/, '')
    spans.push([match.index, match.index + number.length, '[NUMBER]'])
  }
  for (const match of whole.matchAll(WORD)) {
    const [word] = match
    const plain = word.toLowerCase().replace(/'/g, '’')
    if (KEPT.has(plain)) continue
    const hasCapital = !shouts && /^\p{Lu}/u.test(word) && !beginsSentence(whole, match.index)
    if (hasCapital || (isPersonalName(plain) && !ALSO_WORDS.has(plain)))
      spans.push([match.index, match.index + word.length, '[NAME]'])
  }
  return joined(
    whole,
    spans.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]),
  )
}

function joined(text: string, spans: readonly [number, number, string][]): Identifier[] {
  const found: Identifier[] = []
  let at = 0
  for (const [from, to, mark] of spans) {
    if (to <= at) continue
    const last = found.at(-1)
    // "Ann Lee" is one name.
    if (last?.mark === mark && text.slice(at, from).trim() === '') last.to = to
    else found.push({ from: Math.max(at, from), to, mark })
    at = to
  }
  return found
}

function write(text: string, found: readonly Identifier[], shown: (one: Identifier) => string): string {
  let written = ''
  let at = 0
  for (const one of found) {
    written += text.slice(at, one.from) + shown(one)
    at = one.to
  }
  return written + text.slice(at)
}

const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?¿¡\n])[\s"“(¿¡]*$/u.test(text.slice(Math.max(0, at - 8), at))

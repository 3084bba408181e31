/**
 * Words of a normalised text, each with its place in the original and the kind of pause before it.
 */
import { normalise, type Normalised, type Span } from './normalise.ts'
import { stem } from './stem.ts'

/** The pause before a token: none, a comma or line end (mail breaks its lines), a clause mark (; : brackets), a sentence end. */
export const PAUSE = { none: 0, comma: 1, clause: 2, sentence: 3 } as const

export type Token = {
  /** Lower case, without accents or apostrophes. Number tokens keep "." and "/" ("38.5", "180/120"). */
  text: string
  stem: string
  /** As it was written, where `text` is the small word that it is a slip of. */
  written?: string
  /** The small words that it may be a slip of, where they are several. */
  maybe?: readonly string[]
  /** Place in the normalised text. */
  start: number
  end: number
  pause: number
  isNumber: boolean
  /** A word that carries no meaning here ("um", "really"): phrases step over it. */
  isFiller: boolean
  /** The pause before the token holds a question mark. */
  afterQuestion: boolean
}

export type TokenText = { normalised: Normalised; tokens: Token[] }

export function tokenise(original: string): TokenText {
  const normalised = normalise(original)
  return { normalised, tokens: tokensOf(normalised.text) }
}

/** The range of the original text that tokens `first` to `last` (inclusive) cover. */
export function spanOf(text: TokenText, first: number, last: number): Span {
  const from = text.tokens[first]
  const to = text.tokens[last]
  if (!from || !to) return { start: 0, end: 0 }
  return text.normalised.toOriginal(from.start, to.end)
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let pause: number = PAUSE.sentence
  let question = false
  let at = 0

  const push = (start: number, end: number, isNumber: boolean, word: string) => {
    tokens.push({
      text: word,
      stem: isNumber ? word : stem(word),
      start,
      end,
      pause,
      isNumber,
      isFiller: FILLERS.has(word) && !isHow(word, tokens.at(-1)?.text),
      afterQuestion: question,
    })
    pause = PAUSE.none
    question = false
  }

  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind === DIGIT) {
      const end = endOfNumber(text, at)
      push(at, end, true, text.slice(at, end).replace(',', '.'))
      at = end
    } else if (kind === LETTER) {
      const end = endOfWord(text, at)
      push(at, end, false, wordForm(text.slice(at, end)))
      at = end
    } else {
      const mark = pauseOf(text, at)
      if (mark > pause) pause = mark
      if (text[at] === '?') question = true
      at++
    }
  }
  return tokens
}

function endOfWord(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === LETTER) at++
    else if (code === TWO && GASES.has(text.slice(start, at)) && kindOf(text.charCodeAt(at + 1)) !== DIGIT) at++
    else if (kind === DIGIT && isLetterAt(text, at + 1)) at++
    else if ((code === APOSTROPHE || code === AT || code === DOLLAR) && isLetterAt(text, at + 1)) at++
    else break
  }
  return at
}

/** "O2" and "SpO2" are words; what stands behind them is the reading. */
const GASES: ReadonlySet<string> = new Set(['o', 'spo', 'sao', 'pao', 'sp'])
const TWO = 50

const isLetterAt = (text: string, at: number) => at < text.length && kindOf(text.charCodeAt(at)) === LETTER

/** "38.5", "38,5", "180/120", "1,000" stay whole. */
function endOfNumber(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (kindOf(code) === DIGIT) at++
    else if ((code === DOT || code === COMMA || code === SLASH) && kindOf(text.charCodeAt(at + 1)) === DIGIT) at++
    else break
  }
  return at
}

/** Apostrophes go ("can't" and "cant" are one word); look-alike letters and digits inside a Latin word are folded. */
function wordForm(raw: string): string {
  let hasLatin = false
  let hasOther = false
  let hasMark = false
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i)
    if (code >= 97 && code <= 122) hasLatin = true
    else if (code === APOSTROPHE) hasMark = true
    else hasOther = true
  }
  let word = hasMark ? raw.replaceAll("'", '') : raw
  if (hasLatin && hasOther) word = Array.from(word, (char) => LOOK_ALIKE[char] ?? char).join('')
  return word
}

/**
 * Cyrillic and Greek letters, digits and signs that are drawn like a Latin letter, and Latin letters whose mark does not come off. Used
 * only beside Latin letters.
 */
const LOOK_ALIKE: Record<string, string> = {
  а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', і: 'i', ѕ: 's', ј: 'j',
  α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ı: 'i', ɑ: 'a', ɡ: 'g',
  đ: 'd', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe',
  '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's',
} // prettier-ignore

function pauseOf(text: string, at: number): number {
  switch (text[at]) {
    case ',':
      return PAUSE.comma
    case '.':
    case '!':
    case '?':
    case '。':
    case '؟':
      return PAUSE.sentence
    case '(':
      return /^\(\p{L}{1,12}\)/u.test(text.slice(at, at + 14)) ? PAUSE.comma : PAUSE.clause
    case ')':
      return /\(\p{L}{1,12}\)$/u.test(text.slice(Math.max(0, at - 13), at + 1)) ? PAUSE.comma : PAUSE.clause
    case ';':
    case ':':
      return PAUSE.clause
    case '\n':
      return text[at + 1] === '\n' || text[at + 1] === '\r' ? PAUSE.sentence : PAUSE.comma
    case '-':
      return text[at - 1] === ' ' || text[at + 1] === ' ' ? PAUSE.clause : PAUSE.none
    default:
      return PAUSE.none
  }
}

const LETTER = 1
const DIGIT = 2
const APOSTROPHE = 39
const DOLLAR = 36
const AT = 64
const DOT = 46
const COMMA = 44
const SLASH = 47

/** Kind of a UTF-16 unit; rare ones are worked out once. */
const kinds = new Uint8Array(65_536)

function kindOf(code: number): number {
  if (Number.isNaN(code)) return 3
  const known = kinds[code]!
  if (known) return known
  const char = String.fromCharCode(code)
  const isHalfOfPair = code >= 0xd800 && code <= 0xdfff
  const kind = isHalfOfPair ? 3 : /[0-9]/.test(char) ? DIGIT : /[\p{L}\p{M}]/u.test(char) ? LETTER : 3
  kinds[code] = kind
  return kind
}

/** "Drinks well", "is not feeling well": how somebody does, and no word between others. */
const isHow = (word: string, before: string | undefined) => word === 'well' && before !== undefined && DOES.has(before)
const DOES: ReadonlySet<string> = new Set('drinks drinking feeds feeding eats eating sleeps sleeping plays playing feels feeling swallows swallowing breathes breathing walks walking grows growing sees hears moves sucks nurses nursing latches looks looking doing behaves bonding bonds copes works thrives otherwise'.split(' ')) // prettier-ignore

/** Words that people and speech recognition put between others without changing what is said (English, Spanish). */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    'um uh uhm umm er erm hmm really very just so quite literally actually basically kinda sorta honestly please pls plz ' +
    'super totally extremely incredibly terribly awfully fucking freaking fuckin damn fkn well also ' +
    'muy pues osea realmente bastante super favor tambien demasiado'
  ).split(' '),
)

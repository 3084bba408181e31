/**
 * A text without what could name a person (understanding-D47 `mask`, D48: what is uncertain is masked). Pure.
 *
 * Beside what `findPhi` finds: a word with a capital inside a sentence, a common personal name however it is written, and any number of
 * three digits or more. So a medicine with a capital is lost too; a name is not kept.
 */
import { isPersonalName } from '../language/personal-names.ts'
import { findPhi } from './phi.ts'

const LONGEST = 20_000
const WORD = /[\p{L}\p{M}'’-]+/gu
const LONG_NUMBER = /\p{N}[\p{N}.,/-]*\p{N}{2,}[\p{N}.,/-]*|\p{N}{3,}/gu
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

export function maskIdentifiers(text: string): string {
  const whole = text.slice(0, LONGEST)
  // A text of capitals only says nothing by them.
  const shouts = whole === whole.toUpperCase()
  const spans: [from: number, to: number, mark: string][] = findPhi(whole).map(({ kind, span }) => [
    ...span,
    `[${kind.toUpperCase()}]`,
  ])
  for (const match of whole.matchAll(INTRODUCED)) {
    const name = match[1] ?? ''
    const from = match.index + match[0].length - name.length
    spans.push([from, from + name.trimEnd().length, '[NAME]'])
  }
  for (const match of whole.matchAll(LONG_NUMBER)) spans.push([match.index, match.index + match[0].length, '[NUMBER]'])
  for (const match of whole.matchAll(WORD)) {
    const [word] = match
    const plain = word.toLowerCase().replace(/'/g, '’')
    if (KEPT.has(plain)) continue
    const hasCapital = !shouts && /^\p{Lu}/u.test(word) && !beginsSentence(whole, match.index)
    if (hasCapital || (isPersonalName(plain) && !ALSO_WORDS.has(plain)))
      spans.push([match.index, match.index + word.length, '[NAME]'])
  }
  return write(whole, spans)
}

function write(text: string, spans: [number, number, string][]): string {
  let written = ''
  let at = 0
  let last = ''
  for (const [from, to, mark] of spans.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (to <= at) continue
    const between = text.slice(at, Math.max(at, from))
    // "Ann Lee" is one name.
    if (mark !== last || between.trim() !== '') written += between + mark
    at = to
    last = mark
  }
  return written + text.slice(at)
}

const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?¿¡\n])[\s"“(¿¡]*$/u.test(text.slice(Math.max(0, at - 8), at))

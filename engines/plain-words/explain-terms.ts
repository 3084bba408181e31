/**
 * Which words of a text are jargon, and what they mean in words of every day (understanding-D43). Pure; linear in the text.
 *
 * The clinical word stays: this tells where it stands and what to show beside it. `replacement` is there only where the lay words fit as they
 * stand: not for a denied finding ("no malignancy"), not beside a number, not for a form we cannot build.
 */
import { foldWords, type FoldedWords } from '#engines/linear/phrase-finder.ts'
import { isMedicine } from '#engines/text/medicine-names.ts'

import { abbreviations } from './glossary/abbreviations.ts'
import { body } from './glossary/body.ts'
import { careAndCover } from './glossary/care-and-cover.ts'
import { everydayWords } from './glossary/everyday-words.ts'
import { readGlossary, type PartOfSpeech, type Term } from './glossary/glossary.ts'
import { hardWords } from './glossary/hard-words.ts'
import { scienceAndSafety } from './glossary/science-and-safety.ts'
import { spanish } from './glossary/spanish.ts'
import { symptomsAndIllness } from './glossary/symptoms-and-illness.ts'
import { testsAndTreatment } from './glossary/tests-and-treatment.ts'
import { inForm, pluralOf, spanishForms, spanishVerbForms, verbForms, type VerbForm } from './word-forms.ts'

export type ExplainedTerm = {
  /** UTF-16 units of the text as given. */
  span: [number, number]
  /** The term as the glossary has it. */
  term: string
  pos: PartOfSpeech | 'abbreviation'
  /** Clinical words are explained to patients; learned words of everyday writing are only offered to whoever writes. */
  isClinical: boolean
  lay: string
  /** What can stand in the place of `span`, or null. */
  replacement: string | null
}

type Form = { entry: Term; isClinical: boolean; shape: 'same' | 'plural' | VerbForm }
/** `verbs`: forms that are a noun or adjective too, as verbs. */
type Index = { forms: Map<string, Form>; verbs: Map<string, Form>; longest: Map<string, number> }

/** Most terms told for one text. */
const MOST_TERMS = 500
/** Longest text read; the rest is not explained. Source: understanding-D2. */
const LONGEST_TEXT = 20_000

let english: Index | undefined
let castilian: Index | undefined

export function explainTerms(text: string, language: string): ExplainedTerm[] {
  const read = text.slice(0, LONGEST_TEXT)
  const folded = foldWords(read)
  const found = language === 'es' ? inWords(read, folded, spanishIndex(), language) : inWords(read, folded, englishIndex(), language) // prettier-ignore
  if (language === 'es') return found
  const taken = new Set(found.map(({ span }) => span[0]))
  const short = inShortForms(read, folded).filter(({ span }) => !taken.has(span[0]))
  return [...found, ...short].sort((a, b) => a.span[0] - b.span[0]).slice(0, MOST_TERMS)
}

/** How many terms the glossary explains, for its test and its figures. */
export const glossarySize = () => ({
  en: new Set(englishTerms().flatMap(({ terms }) => terms.map(({ term }) => term.toLowerCase()))).size + shortForms().size,
  es: new Set(readGlossary(spanish).map(({ term }) => term.toLowerCase())).size,
}) // prettier-ignore

export const englishTerms = (): { isClinical: boolean; terms: Term[] }[] => [
  ...[body, symptomsAndIllness, testsAndTreatment, careAndCover, scienceAndSafety].map((list) => ({ isClinical: true, terms: readGlossary(list) })),
  ...[hardWords, everydayWords].map((list) => ({ isClinical: false, terms: readGlossary(list) })),
] // prettier-ignore

function englishIndex(): Index {
  if (english !== undefined) return english
  english = { forms: new Map(), verbs: new Map(), longest: new Map() }
  for (const { isClinical, terms } of englishTerms()) {
    for (const entry of terms) {
      add(english, entry.term, { entry, isClinical, shape: 'same' })
      const words = entry.term.split(' ')
      if (entry.pos === 'noun') add(english, entry.plural ?? [...words.slice(0, -1), pluralOf(words.at(-1)!)].join(' '), { entry, isClinical, shape: 'plural' }) // prettier-ignore
      if (entry.pos !== 'verb') continue
      const [verb, ...rest] = words
      const forms = verbForms(verb!)
      for (const shape of ['s', 'past', 'ing'] as const) {
        for (const form of forms[shape]) add(english, [form, ...rest].join(' '), { entry, isClinical, shape })
      }
    }
  }
  return english
}

function spanishIndex(): Index {
  if (castilian !== undefined) return castilian
  castilian = { forms: new Map(), verbs: new Map(), longest: new Map() }
  for (const entry of readGlossary(spanish)) {
    add(castilian, entry.term, { entry, isClinical: entry.pos !== 'adverb' && entry.pos !== 'phrase', shape: 'same' })
    if (entry.plural !== null) add(castilian, entry.plural, { entry, isClinical: true, shape: 'plural' })
    if (entry.term.includes(' ')) continue
    const forms = entry.pos === 'verb' ? spanishVerbForms(entry.term) : entry.pos === 'noun' || entry.pos === 'adjective' ? spanishForms(entry.term, entry.pos === 'adjective') : [] // prettier-ignore
    for (const form of forms) add(castilian, form, { entry, isClinical: true, shape: 'plural' })
  }
  return castilian
}

/** The first writing of a form keeps it: clinical lists come before the hard words. */
function add({ forms, verbs, longest }: Index, written: string, form: Form) {
  const words = foldWords(written).words
  const key = words.join(' ')
  if (words.length === 0) return
  if (forms.has(key)) {
    if (form.entry.pos === 'verb' && !verbs.has(key)) verbs.set(key, form)
    return
  }
  forms.set(key, form)
  longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length))
}

function inWords(text: string, folded: FoldedWords, index: Index, language: string): ExplainedTerm[] {
  const { words, starts, ends } = folded
  const found: ExplainedTerm[] = []
  for (let i = 0; i < words.length && found.length < MOST_TERMS; i++) {
    const most = index.longest.get(words[i]!)
    if (most === undefined) continue
    for (let length = Math.min(most, words.length - i); length >= 1; length--) {
      const key = length === 1 ? words[i]! : words.slice(i, i + length).join(' ')
      const form = (isVerbHere(words[i - 1]) ? index.verbs.get(key) : undefined) ?? index.forms.get(key)
      if (form === undefined || crossesSentence(text, starts[i]!, ends[i + length - 1]!, form.entry.term)) continue
      if (isShortForm(text.slice(starts[i], ends[i + length - 1]), length)) break
      found.push(explain(text, folded, i, length, form, language))
      i += length - 1
      break
    }
  }
  return found
}

const BEFORE_VERB = new Set(
  'to will can could should must may might we you they i please not do does did would'.split(' '),
)
const isVerbHere = (before: string | undefined) => before !== undefined && BEFORE_VERB.has(before)

const crossesSentence = (text: string, from: number, to: number, term: string) => !term.includes(',') && /[.!?;:\n]/.test(text.slice(from, to)) && !/[.:]/.test(term) // prettier-ignore

/** "AIDS" and "ALL" are read as short forms, "aids" and "all" as words. */
const isShortForm = (written: string, length: number) => length === 1 && written.length <= 5 && written === written.toUpperCase() && /\p{L}/u.test(written) && shortForms().has(written) // prettier-ignore

function explain(text: string, folded: FoldedWords, first: number, length: number, form: Form, language: string): ExplainedTerm {
  const { entry, isClinical } = form
  const last = first + length - 1
  let start = folded.starts[first]!
  const end = folded.ends[last]!
  const before = folded.words[first - 1] ?? ''
  let replacement = entry.replaces && !isGuarded(text, folded, first, last) ? layInForm(form, before, folded.words[last + 1], text, end, language) : null // prettier-ignore
  const isAfterArticle = language !== 'es' && (before === 'a' || before === 'an') && text.slice(folded.ends[first - 1], start) === ' '
  if (replacement !== null && isAfterArticle) {
    start = folded.starts[first - 1]!
    replacement = `${article(replacement)} ${replacement}`
  }
  if (replacement !== null && isUpper(text[start]!)) replacement = replacement[0]!.toUpperCase() + replacement.slice(1)
  return { span: [start, end], term: entry.term, pos: entry.pos, isClinical, lay: entry.lay, replacement }
} // prettier-ignore

const isUpper = (sign: string) => sign !== sign.toLowerCase()
const article = (word: string) => (/^(?:[aeio]|u(?!n[ia]|s|r[ie]))/i.test(word) ? 'an' : 'a')

const NEGATIONS = new Set('no not without never none negative denies denied nor neither sin ni nunca jamas ningun ninguna negativo niega tampoco dont doesnt didnt isnt arent cannot cant wont'.split(' ')) // prettier-ignore
const NEGATION_REACH = 4

/** Beside a number, a medicine or a denial the writer's own words stay (D43, D44). */
function isGuarded(text: string, { words, starts, ends }: FoldedWords, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (/\d/.test(words[i]!) || isMedicine(words[i]!)) return true
  for (let i = Math.max(0, first - NEGATION_REACH); i < first; i++) {
    if (NEGATIONS.has(words[i]!) && !/[.!?;\n]/.test(text.slice(ends[i], starts[first]))) return true
  }
  const isNumber = (at: number) => words[at] !== undefined && /^\d/.test(words[at])
  return isNumber(first - 1) || (isNumber(last + 1) && /^\s*$/.test(text.slice(ends[last], starts[last + 1])))
}

/** Lay words that have no plural. */
const MASS = /(?:swelling|pressure|sugar|pain|bleeding|throwing up|blood|care|urine|stool|mucus|spit|medicine|skin|slime|sleep|treatment|surgery|air|water|fever|flow|loss|vision|breath|oxygen|itching|shaking|stiffness|weakness|s)$/ // prettier-ignore
const BE = new Set(
  'is are was were be been am feel feels felt look looks looked becomes became get gets seem seems'.split(' '),
)
const BEFORE_NOUN =
  /^(?:with|without|from|of|for|in|by|to|on|after|before|not|that|like|against|at|as|given|placed) |^(?:not|able|likely|going|slowly|less|more|easy|sick|coming|getting|lying|taking|used|still|needed) /

function layInForm({ entry, shape }: Form, before: string, next: string | undefined, text: string, end: number, language: string): string | null {
  const { lay, pos } = entry
  if (lay.includes(',') || / or /.test(lay)) return null
  if (language === 'es') return shape === 'same' ? lay : null
  if (shape === 'plural') return MASS.test(lay) ? lay : lay.split(' ').length <= 2 ? pluralised(lay) : null
  if (shape !== 'same') return inForm(lay, shape as VerbForm, before)
  if (pos !== 'adjective') return lay
  // "An asymptomatic patient" cannot become "a without symptoms patient"; "is asymptomatic." can.
  const standsAlone = BE.has(before) && (next === undefined || /^\s*[.,;!?)]/.test(text.slice(end)) || next === 'and')
  return BEFORE_NOUN.test(lay) && !standsAlone ? null : lay
} // prettier-ignore

function pluralised(lay: string) {
  const words = lay.split(' ')
  return [...words.slice(0, -1), pluralOf(words.at(-1)!)].join(' ')
}

type Meaning = { lay: string; around: Set<string> }
let meanings: Map<string, Meaning[]> | undefined

/** Short forms with their meanings; keys keep their case. */
function shortForms(): Map<string, Meaning[]> {
  if (meanings !== undefined) return meanings
  meanings = new Map()
  for (const line of abbreviations.split('\n')) {
    const [form, lay, around] = line.split('|').map((cell) => cell.trim())
    if (form === undefined || lay === undefined || around === undefined) continue
    const list = meanings.get(form) ?? []
    list.push({ lay, around: new Set(around.split(' ').filter((word) => word !== '')) })
    meanings.set(form, list)
  }
  return meanings
}

const SHORT_FORM = /(?<![\p{L}\p{N}])[\p{L}][\p{L}\p{N}.&/]{0,6}[\p{L}\p{N}.]|(?<![\p{L}\p{N}])q\d{1,2}h/gu
/** How many words on each side tell which meaning holds. */
const CONTEXT_WORDS = 12

function inShortForms(text: string, folded: FoldedWords): ExplainedTerm[] {
  const found: ExplainedTerm[] = []
  for (const match of text.matchAll(SHORT_FORM)) {
    const written = shortForms().has(match[0]) ? match[0] : match[0].replace(/\.$/, '')
    const list = shortForms().get(written)
    if (list === undefined || found.length >= MOST_TERMS) continue
    const lay = meaningAt(list, folded, match.index)
    if (lay === null) continue
    found.push({ span: [match.index, match.index + written.length], term: written, pos: 'abbreviation', isClinical: true, lay, replacement: null }) // prettier-ignore
  }
  return found
}

function meaningAt(list: Meaning[], { words, starts }: FoldedWords, at: number): string | null {
  if (list.length === 1 && list[0]!.around.size === 0) return list[0]!.lay
  let middle = 0
  for (let low = 0, high = starts.length; low < high;) {
    middle = (low + high) >> 1
    if (starts[middle]! < at) low = middle + 1
    else high = middle
  }
  const near = words.slice(Math.max(0, middle - CONTEXT_WORDS), middle + CONTEXT_WORDS)
  const told = list.map(({ around }) => near.filter((word) => around.has(word)).length)
  const most = Math.max(...told)
  if (most > 0) return told.filter((count) => count === most).length === 1 ? list[told.indexOf(most)]!.lay : null
  return list.find(({ around }) => around.size === 0)?.lay ?? null
}

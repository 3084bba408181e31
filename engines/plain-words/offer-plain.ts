/**
 * What a composer offers to whoever writes to a patient (understanding-D44), and which terms are explained to who reads (D43). Pure.
 *
 * An offer is one change of one place, taken by a key. What says how much, when, or that something is not so is in no offer, nor beside one:
 * a place that touches a number, a dose, a date, a medicine or a denial is only pointed at, and changed by hand.
 */
import { foldWords, type FoldedWords } from '#engines/linear/phrase-finder.ts'
import { isMedicine } from '#engines/text/medicine-names.ts'

import { explainTerms } from './explain-terms.ts'
import { readability, SHORT_TEXT_WORDS } from './readability.ts'
import { suggestPlain, type PlainSuggestions } from './suggest-plain.ts'

export type Span = [from: number, to: number]

/** `jargon`: a lay word in its place; `blame`: a missed visit without the fault; `explain`: the meaning in brackets behind the term. */
export type PlainOffer = { why: 'jargon' | 'blame' | 'explain'; span: Span; to: string }

/** What is pointed at; `hint`: what could be said, where that is known. */
export type PlainMark = { why: 'hard' | 'passive' | 'blame' | 'explain'; span: Span; hint: string | null }

export type ComposerHelp = Pick<PlainSuggestions, 'grade' | 'score' | 'short' | 'missingNextStep'> & {
  offers: PlainOffer[]
  marks: PlainMark[]
}

/** Above this grade a text is asked about before it leaves. Source: understanding-D44. */
const GRADE_ASKED = 8
const MOST_OFFERS = 30
/**
 * The one phrase that means a fault wherever it stands and whose other words fit: "claims to", "alcoholic" and "you always" are said of much
 * else, and words that an instruction needs would go with them (decision 0263).
 */
const MISSED = /^you missed your$/i
const VISITS = new Set('visit visits appointment appointments'.split(' '))
const MOST_MARKS = 30
/** Words before a place in which a denial still speaks of it. Source: explain-terms.ts. */
const DENIAL_REACH = 4

export function offerPlain(text: string, language: string): ComposerHelp {
  const said = suggestPlain(text, language)
  const folded = foldWords(text)
  const offers: PlainOffer[] = []
  const marks: PlainMark[] = []
  for (const { span, to } of said.replacements) {
    if (mayChange(text, folded, span, to)) offers.push({ why: 'jargon', span, to })
  }
  for (const { span, instead } of said.blame) {
    const to = isCapital(text, span[0]) ? capitalised(instead) : instead
    if (isMissedVisit(text, folded, span) && mayChange(text, folded, span, to)) offers.push({ why: 'blame', span, to })
    else marks.push({ why: 'blame', span, hint: instead === '' ? null : instead })
  }
  const short = new Set(
    explainTerms(text, language).flatMap(({ pos, span }) => (pos === 'abbreviation' ? span[0] : [])),
  )
  for (const { span, lay } of said.explanations) {
    const term = text.slice(...span)
    if (meansOther(term) || foldWords(term).words.every(isKept)) continue
    const to = `${term} (${lay})`
    // Who has explained it already is not asked again.
    if (/^\s?\(/.test(text.slice(span[1]))) continue
    // A word may be a verb here ("we monitor it"); a short form is not.
    if (short.has(span[0]) && mayChange(text, folded, span, to)) offers.push({ why: 'explain', span, to })
    else marks.push({ why: 'explain', span, hint: lay })
  }
  for (const { span } of said.hardSentences) marks.push({ why: 'hard', span: withoutEdges(text, span), hint: null })
  for (const span of said.passive) marks.push({ why: 'passive', span, hint: null })
  return {
    grade: said.grade,
    score: said.score,
    short: said.short,
    missingNextStep: said.missingNextStep,
    offers: apart(offers).slice(0, MOST_OFFERS),
    marks: marks.toSorted((a, b) => a.span[0] - b.span[0]).slice(0, MOST_MARKS),
  }
}

/** "Have you missed your period?" asks. */
const isMissedVisit = (text: string, { words, starts, ends }: FoldedWords, span: Span): boolean => {
  const next = starts.findIndex((start) => start >= span[1])
  const before = ends.findLastIndex((end) => end <= span[0])
  const isBegun = before < 0 || /[.!?;,:\n]/.test(text.slice(ends[before], span[0]))
  return MISSED.test(text.slice(...span)) && isBegun && VISITS.has(words[next] ?? '')
}

/** Whether a text is asked about before it leaves; a short one has no grade that says anything. */
export function isHardToRead(text: string, language: string): boolean {
  const { grade, words } = readability(text, language)
  return grade !== null && words >= SHORT_TEXT_WORDS && grade > GRADE_ASKED
}

export type TermForReader = { span: Span; lay: string }

/** Terms explained in one message; more dots than this are in the way of reading. */
const MOST_TERMS = 20

/** The clinical words of a text that people seldom say, each where it stands first; the words themselves stay (D43). */
export function termsForReader(text: string, language: string): TermForReader[] {
  if (language !== 'en' && language !== 'es') return []
  const seen = new Set<string>()
  const found: TermForReader[] = []
  for (const { span, term, lay, pos, isClinical } of explainTerms(text, language)) {
    if (found.length >= MOST_TERMS) break
    const isRare = pos === 'abbreviation' || language === 'es' || readability(term, language).rareShare !== 0
    // "Tablet" is in the glossary too; an amount is known to whoever takes it.
    const isPlain = !isClinical || !isRare || foldWords(term).words.every(isKept) || meansOther(text.slice(...span))
    if (isPlain || seen.has(term) || isExplained(text, span, lay)) continue
    seen.add(term)
    found.push({ span, lay })
  }
  return found
}

/** "hypertension (high blood pressure)": said already. */
const isExplained = (text: string, span: Span, lay: string) => text.slice(span[1], span[1] + lay.length + 3).includes(`(${lay}`) // prettier-ignore

/** Terms that mean something else in a letter far more often ("a code of six digits", "our clinic"): explained they would mislead. */
const OTHER_MEANING = new Set(
  'digit digits void voids urgency external contrast capacity carrier carriers vector coma variant variants lateral monitor monitors clinica clinicas inicio muestra muestras administracion colon'.split(
    ' ',
  ),
)
const meansOther = (written: string) => foldWords(written).words.every((word) => OTHER_MEANING.has(word))

const DENIALS = new Set(
  'no not without never none neither nor nothing nobody negative denies denied deny cannot cant dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt shouldnt couldnt unless except sin ni nunca jamas ningun ninguna ninguno nada nadie tampoco negativo negativa niega salvo excepto'.split(
    ' ',
  ),
)
const AMOUNTS = new Set(
  'one two three four five six seven eight nine ten eleven twelve twenty half once twice daily hourly weekly nightly mg mcg ml g kg cc unit units tablet tablets pill pills capsule capsules drop drops puff puffs spoon spoons teaspoon teaspoons dose doses hour hours day days week weeks month months year years uno una dos tres cuatro cinco seis siete ocho nueve diez doce veinte media medio vez veces diario diaria unidad unidades tableta tabletas pastilla pastillas capsula capsulas gota gotas dosis hora horas dia dias semana semanas mes meses ano anos'.split(
    ' ',
  ),
)
/** "Always take it with food": an instruction without them is another one. */
const HOW_OFTEN = new Set('always every each often sometimes siempre cada menudo'.split(' '))
const DATES = new Set(
  'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo hoy manana ayer'.split(
    ' ',
  ),
)

/** A word that no suggestion changes, adds or stands beside. */
export const isKept = (folded: string): boolean =>
  /\p{N}/u.test(folded) ||
  DENIALS.has(folded) ||
  AMOUNTS.has(folded) ||
  DATES.has(folded) ||
  HOW_OFTEN.has(folded) ||
  isMedicine(folded)

function mayChange(text: string, { words, starts, ends }: FoldedWords, span: Span, to: string): boolean {
  let first = 0
  while (first < words.length && ends[first]! <= span[0]) first++
  let last = first
  while (last + 1 < words.length && starts[last + 1]! < span[1]) last++
  for (let i = first - 1; i <= last + 1; i++)
    if (isSaidHere(text, { words, starts, ends }, i, first, last)) return false
  for (let i = Math.max(0, first - DENIAL_REACH); i < first; i++) {
    if (DENIALS.has(words[i]!) && !endsBetween(text, ends[i]!, span[0])) return false
  }
  const own = new Set(words.slice(first, last + 1))
  return !foldWords(to).words.some((word) => isKept(word) && !own.has(word))
}

/** Is the word at `i`, in or beside the place, one that is kept? A neighbour of another sentence is none. */
function isSaidHere(text: string, { words, starts, ends }: FoldedWords, i: number, first: number, last: number): boolean {
  const word = words[i]
  if (word === undefined || !isKept(word)) return false
  if (i < first) return !endsBetween(text, ends[i]!, starts[first]!)
  return i <= last || !endsBetween(text, ends[last]!, starts[i]!)
} // prettier-ignore

const endsBetween = (text: string, from: number, to: number) => /[.!?;\n]/.test(text.slice(from, to))

/** The first of two that touch stands. */
function apart(offers: PlainOffer[]): PlainOffer[] {
  const kept: PlainOffer[] = []
  for (const offer of offers.toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    if (offer.span[0] >= (kept.at(-1)?.span[1] ?? 0)) kept.push(offer)
  }
  return kept
}

function withoutEdges(text: string, [from, to]: Span): Span {
  const words = text.slice(from, to)
  return [from + words.length - words.trimStart().length, to - (words.length - words.trimEnd().length)]
}

const isCapital = (text: string, at: number) => text[at] !== text[at]?.toLowerCase()
const capitalised = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)

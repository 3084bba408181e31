/**
 * What could be said more plainly in a text that somebody writes to a patient (understanding-D44): grade, hard sentences, replacements,
 * passive voice, words that blame, and whether it says what happens next. Pure; nothing is replaced here. Numbers, doses, dates, names of
 * medicines and denials are in no suggestion.
 */
import { foldWords, PhraseFinder, type FoldedWords } from '#engines/linear/phrase-finder.ts'

import { explainTerms } from './explain-terms.ts'
import { readability, type HardSentence } from './readability.ts'

export type Replacement = { span: [number, number]; from: string; to: string }

export type PlainSuggestions = {
  grade: number | null
  score: number | null
  /** Too few words for a grade to say anything. */
  short: boolean
  hardSentences: HardSentence[]
  replacements: Replacement[]
  /** Jargon with no words that could stand in its place: an explanation may be added. */
  explanations: { span: [number, number]; term: string; lay: string }[]
  passive: [number, number][]
  blame: { span: [number, number]; instead: string }[]
  /** A message of some length that names no next step. */
  missingNextStep: boolean
}

/** Shorter messages ("Thank you.") need no next step. */
const NEEDS_NEXT_STEP_WORDS = 25
const MOST_SUGGESTIONS = 50
/** Longest text read. */
const LONGEST_TEXT = 20_000

export function suggestPlain(text: string, language: string): PlainSuggestions {
  const read = text.slice(0, LONGEST_TEXT)
  const { grade, score, short, hardSentences, words } = readability(read, language)
  const folded = foldWords(read)
  const terms = explainTerms(read, language)
  const replacements: Replacement[] = []
  for (const { span, replacement } of terms) {
    const from = read.slice(...span)
    if (replacement !== null && !/\p{N}/u.test(from) && from.toLowerCase() !== replacement.toLowerCase()) replacements.push({ span, from, to: replacement }) // prettier-ignore
  }
  return {
    grade,
    score,
    short,
    hardSentences,
    replacements: replacements.slice(0, MOST_SUGGESTIONS),
    explanations: terms
      .filter(
        ({ replacement, isClinical, pos, term }) =>
          replacement === null && isClinical && (pos === 'abbreviation' || isRare(term, language)),
      )
      .map(({ span, term, lay }) => ({ span, term, lay }))
      .slice(0, MOST_SUGGESTIONS),
    passive: passiveVoice(folded, language).slice(0, MOST_SUGGESTIONS),
    blame: (language === 'es' ? spanishBlame : englishBlame)
      .find(folded)
      .filter(
        ({ span }, i, all) => !all.some((other, k) => k !== i && other.span[0] <= span[0] && other.span[1] >= span[1]),
      )
      .map(({ span, meaning }) => ({ span, instead: meaning }))
      .slice(0, MOST_SUGGESTIONS),
    missingNextStep: words >= NEEDS_NEXT_STEP_WORDS && !namesNextStep(folded, language),
  }
}

/** "Palm" and "member" are in the glossary too; only what people seldom say needs an explanation beside it. */
const isRare = (term: string, language: string) => language === 'es' || (readability(term, language).rareShare ?? 1) > 0

const BE = new Set('is are was were be been being am isnt arent wasnt werent'.split(' '))
const ADVERBS = new Set(
  'not also already now soon then just still often usually never always carefully fully first only'.split(' '),
)
const PARTICIPLES = new Set(
  'given taken made done seen sent told found kept put held shown known written chosen drawn brought bought caught paid begun broken spoken built cut set left lost read run'.split(
    ' ',
  ),
)
/** Participles that are read as a state of somebody, and words that only look like one. */
const STATES = new Set('tired worried scared married pleased closed interested excited concerned confused allowed supposed used need indeed bed red hundred speed feed seed blood wed required located based related'.split(' ')) // prettier-ignore
const SER = new Set('es son fue fueron sera seran ha han siendo sido'.split(' '))

function passiveVoice({ words, starts, ends }: FoldedWords, language: string): [number, number][] {
  const found: [number, number][] = []
  for (let i = 0; i + 1 < words.length; i++) {
    if (language === 'es') {
      const at = SER.has(words[i]!) ? (words[i] === 'ha' || words[i] === 'han' ? (words[i + 1] === 'sido' ? i + 2 : 0) : i + 1) : 0
      if (at > 0 && /^[a-z]{3,}[ai]d[oa]s?$/.test(words[at] ?? '') && !/^(?:cuidado|pasado|estado|nada|cada|lado|grado)s?$/.test(words[at]!)) found.push([starts[i]!, ends[at]!])
      continue
    }
    if (language !== 'en' || !BE.has(words[i]!)) continue
    let at = i + 1
    while (at < words.length && at - i <= 2 && ADVERBS.has(words[at]!)) at++
    const word = words[at] ?? ''
    if (PARTICIPLES.has(word) || (/[a-z]{2}ed$/.test(word) && !STATES.has(word))) found.push([starts[i]!, ends[at]!])
  }
  return found
} // prettier-ignore

/** Words that put a fault on the patient, with what says the same without it. */
const englishBlame = new PhraseFinder<string>([
  ['you failed to', 'you have not yet'], ['failed to', 'did not'], ['you refused', 'you chose not to have'], ['refused', 'chose not to have'], ['refuses', 'would rather not have'],
  ['noncompliant', 'has had trouble taking it as planned'], ['non compliant', 'has had trouble taking it as planned'], ['noncompliance', 'trouble taking it as planned'], ['non adherent', 'has had trouble taking it as planned'],
  ['you should have', 'next time you can'], ['you forgot', 'we did not get'], ['you neglected', 'we did not get'], ['you did not bother', 'we did not get'], ['you claim', 'you tell us'], ['claims to', 'says they'],
  ['you must have', 'you may have'], ['as i already told you', 'again'], ['as we already told you', 'again'], ['as previously stated', 'again'], ['your fault', 'what happened'], ['you ignored', 'you may not have seen'],
  ['drug seeker', 'person in pain'], ['drug seeking', 'asking for pain medicine'], ['addict', 'person who uses drugs'], ['alcoholic', 'person who drinks'], ['frequent flyer', 'person who comes often'], ['diabetics', 'people with diabetes'],
  ['suffers from', 'has'], ['victim of', 'person who had'], ['you missed your', 'we missed you at your'], ['you no showed', 'we missed you'], ['no show', 'missed visit'], ['obviously', ''], ['you always', 'you often'], ['you never', 'we have not seen you'],
]) // prettier-ignore

const spanishBlame = new PhraseFinder<string>([
  ['usted no cumplio', 'todavía no se ha hecho'], ['no cumplio con', 'todavía no ha hecho'], ['incumplimiento', 'dificultad para seguir el plan'], ['se nego a', 'prefirió no'], ['rehuso', 'prefirió no'], ['se rehusa', 'prefiere no'],
  ['debio haber', 'la próxima vez puede'], ['deberia haber', 'la próxima vez puede'], ['usted olvido', 'no recibimos'], ['se le olvido', 'no recibimos'], ['por su culpa', ''], ['es su culpa', 'pasó'], ['como ya le dije', 'otra vez'], ['como ya le dijimos', 'otra vez'],
  ['usted ignoro', 'quizá no vio'], ['adicto', 'persona que usa drogas'], ['alcoholico', 'persona que bebe'], ['paciente dificil', 'persona que necesita más ayuda'], ['diabeticos', 'personas con diabetes'], ['usted nunca', 'no hemos visto que'], ['usted siempre', 'a menudo'],
  ['falto a su cita', 'lo extrañamos en su cita'], ['obviamente', ''],
]) // prettier-ignore

const STEPS: Record<string, Set<string>> = {
  en: new Set('call come bring take reply answer tell ask write visit go send stop start drink rest schedule book sign pick wait will please next tomorrow today monday tuesday wednesday thursday friday need can should must click open use keep'.split(' ')),
  es: new Set('llame venga traiga tome responda conteste diga pregunte escriba vaya mande envie deje empiece beba descanse haga programe firme recoja espere vamos llamaremos enviaremos favor manana hoy lunes martes miercoles jueves viernes debe puede necesita abra use siga'.split(' ')),
} // prettier-ignore

const namesNextStep = ({ words }: FoldedWords, language: string) =>
  STEPS[language] === undefined || words.some((word) => STEPS[language]!.has(word))

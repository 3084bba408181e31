/**
 * Who the message is about, as terms a rule can ask for: age bands, sex, pregnancy, illnesses and medicines.
 *
 * Facts come from fields and from the text. They only ever add terms, so a fact can raise a verdict and never lower it.
 */
import { buildSpelling, isSlip } from '#engines/text/spelling.ts'
import type { TokenText } from '#engines/text/tokens.ts'
import { realWords } from './real-words.ts'
import type { TriageInput } from './verdict.ts'

export type Person = {
  ageMonths?: number
  terms: Set<string>
  /** Things that can not be true together, or a value outside what is possible. */
  contradictory: boolean
  implausible: boolean
}

/** Oldest believable person. */
const OLDEST_MONTHS = 125 * 12
/** Six weeks after a birth (CDC Hear Her counts a year; the pressure rules count six weeks). */
const POSTPARTUM_DAYS = 42

export function personOf(input: TriageInput, texts: TokenText[]): Person {
  const terms = new Set<string>()
  const given = ageInMonths(input.age, input.age_unit)
  const implausible = given !== undefined && (given < 0 || given > OLDEST_MONTHS)
  const ageMonths = implausible ? undefined : given
  const told = texts.flatMap(agesTold)

  for (const months of ageMonths === undefined ? told : [ageMonths, ...told]) addAgeTerms(terms, months)
  const sex = sexOf(input.sex)
  if (sex) terms.add(sex)
  if (input.pregnant === true) terms.add('pregnant')
  if (sex !== 'male' && texts.some(tellsPregnancyWeeks)) terms.add('pregnant')
  const days = input.postpartum_days
  if (typeof days === 'number' && days >= 0 && days <= POSTPARTUM_DAYS) terms.add('postpartum')

  return {
    ageMonths: ageMonths ?? (told.length > 0 ? Math.min(...told) : undefined),
    terms,
    contradictory: sex === 'male' && (input.pregnant === true || typeof days === 'number'),
    implausible,
  }
}

export function addAgeTerms(terms: Set<string>, months: number): void {
  if (months < 3) terms.add('age-under-3-months')
  if (months < 12) terms.add('age-under-1')
  if (months < 36) terms.add('age-under-3-years')
  if (months < 60) terms.add('age-under-5')
  if (months < 16 * 12) terms.add('age-child')
  if (months >= 16 * 12) terms.add('age-adult')
  if (months >= 30 * 12) terms.add('age-30-plus')
  if (months >= 40 * 12) terms.add('age-40-plus')
  if (months >= 50 * 12) terms.add('age-50-plus')
  if (months >= 65 * 12) terms.add('age-65-plus')
  if (months >= 12 * 12 && months < 52 * 12) terms.add('age-childbearing')
}

export function ageInMonths(age: number | string | undefined, unit: string | undefined): number | undefined {
  if (age === undefined || age === null || age === '') return undefined
  const text = String(age).trim().toLowerCase()
  const found = /^(-?\d{1,4}(?:\.\d{1,4})?)\s{0,3}([a-z]{0,12})/.exec(text)
  if (!found) return undefined
  return Number(found[1]) * monthsPer(String(unit ?? found[2] ?? 'years').toLowerCase() || 'years')
}

function monthsPer(unit: string): number {
  if (/^(d|day|days|dia|dias)$/.test(unit)) return 1 / 30.4
  if (/^(w|wk|wks|week|weeks|semana|semanas)$/.test(unit)) return 7 / 30.4
  if (/^(m|mo|mos|month|months|mes|meses)$/.test(unit)) return 1
  return 12
}

function sexOf(sex: string | undefined): 'male' | 'female' | undefined {
  const text = String(sex ?? '').trim().toLowerCase() // prettier-ignore
  if (/^(f|female|woman|girl|mujer|femenino)$/.test(text)) return 'female'
  if (/^(m|male|man|boy|hombre|masculino)$/.test(text)) return 'male'
  return undefined
}

const NUMBER_WORDS: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  un: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10, once: 11, doce: 12,
} // prettier-ignore

/** How a case is described: "A 48-year-old woman with", "Mujer de 27 años con", "I am 42 and", "Soy un hombre de 47 años y". */
const CASE =
  /(^|[.\s])(an?|by an?|in an?|of an?) \d{1,3}[- ](year|month|week|day)s?[- ]old(?:['’]s)? |^\s*(\d{1,3}|[a-z]{3,12})[- ](year|month|week|day)s?[- ]old(?:['’]s)? |^\s*(una? |el |la )?(mujer|hombre|ni[ñn][oa]|beb[ée]|chic[oa]|var[óo]n|paciente|adolescente|joven|señora?|lactante) de \d{1,3} (a[ñn]os|meses|semanas|d[íi]as)|^\s*(i am|i'm|soy) (an? |una? )?([a-zé]{2,10} de )?\d{1,3}\b|^\s*(a |an )?([a-z']{3,15} ){0,3}\d{1,3} ?(m|f|yo|y\/o)\b|^\s*([a-z'-]{1,15}[.:]? ){0,3}(m|f|man|woman|male|female|mr|mrs|ms|lady|smoker|boy|girl)\.?, (aged )?\d{1,3}[.,:;]|\b(man|woman) of \d{2}\b|\baged \d{1,3}\b/i

/** As notes begin: "82F, turns", "M, 69.", "5 yo boy", "Myopic woman, 61: since", "Varón, 54 años, con"; and "in a woman of 44". */
const NOTE =
  /^\s*\d{1,3} ?(f|m|yo|y\/o|yrs?)\b(?=[,. /])|^\s*(f|m|female|male|mujer|hombre|var[oó]n)[,:]? (aged )?\d{1,3}( ?(years?|yrs?|months?|mo|a|años|meses))?(?=[,.:;]\s)|^[\p{L}' -]{3,40}, (aged )?\d{1,3}( ?(years?|yrs?|años))?(?=[,:;]\s)|\b(woman|man|girl|boy|lady|gentleman) (of|aged) \d{1,3}\b|\b(mujer|hombre|niñ[oa]|var[oó]n|señora?) de \d{1,3} años\b/iu

/** Somebody is described as a case is: then it is about health, whatever words are known. */
export const tellsCase = (text: string): boolean => {
  const start = text.slice(0, CASE_LENGTH)
  return CASE.test(start) || NOTE.test(start)
}
/** Where a case tells whom it is about, in UTF-16 units. */
const CASE_LENGTH = 400

/** Weeks in which a pregnancy is told as "32 weeks" and nothing else. */
const PREGNANCY_WEEKS = { least: 5, most: 43 }
const WEEK = /^(weeks|week|wks|wk|semanas|sem)$/
/** "I'm 32 weeks", "at 30 weeks", "tengo 32 semanas"; at the beginning of a sentence no word is needed. */
const BEFORE_WEEKS = new Set(
  'im am at is shes almost now ya tengo tiene estoy traigo llevo lleva trae voy en'.split(' '),
)
/** What makes the weeks an age, a time since, or the length of an illness. */
const AFTER_WEEKS = new Set('old ago post pp after postpartum since later out of into with without de con sin desde despues viejo'.split(' ')) // prettier-ignore

/** Weeks of a pregnancy without the word: "34 weeks, headache that won't go". */
function tellsPregnancyWeeks({ tokens }: TokenText): boolean {
  return tokens.some((token, i) => {
    const weeks = Number(token.text)
    if (!token.isNumber || !(weeks >= PREGNANCY_WEEKS.least && weeks <= PREGNANCY_WEEKS.most)) return false
    if (!WEEK.test(asUnit(tokens[i + 1]?.text ?? ''))) return false
    const after = tokens[i + 2]
    const before = tokens[i - 1]?.text ?? ''
    if (after && after.pause === 0 && AFTER_WEEKS.has(after.text) && !(before === 'at' && after.text === 'with'))
      return false
    if (agesOfYoung(tokens, i, NO_MOTHER)) return false
    if (weeks <= WEEKS_OF_A_NURSLING && tokens.slice(0, i).some(({ text }) => BABY.test(text)) && tokens.some(({ text }) => NURSED.test(text))) return false // prettier-ignore
    // "Mujer de 30 años, 34 semanas, dolor de cabeza": between commas, of a woman.
    const isOfWoman = token.pause > 0 && (after?.pause ?? 1) > 0 && tokens.slice(Math.max(0, i - WOMAN_REACH), i).some(({ text }) => /^(woman|female|mujer|f)$/.test(text)) // prettier-ignore
    const isOn = before === 'de' && /^(estoy|ando|esta|voy|iba)$/.test(tokens[i - 2]?.text ?? '')
    return token.pause >= CLAUSE || isOn || isOfWoman || BEFORE_WEEKS.has(before)
  })
}

/** "My baby is 5 weeks": nobody's pregnancy; "my daughter is 12 weeks" may be one. */
const agesOfYoung = (tokens: TokenText['tokens'], i: number, young = YOUNG_ENGLISH) =>
  (NUMBER_WORDS[tokens[i]!.text] ?? Number(tokens[i]!.text)) <= WEEKS_OF_A_BABY && [2, 3].some((back) => young.test(tokens[i - back]?.text ?? '')) && /^(is|was|only|just|about|turned)$/.test(tokens[i - 1]?.text ?? '') // prettier-ignore

/** "Our baby girl spits up after feeds. 10 weeks, smiling": the weeks are the baby's. */
const WEEKS_OF_A_NURSLING = 14
const BABY = /^(baby|newborn|infant|bebe|bebita|bebito|nacido|nacida)$/
const NURSED =
  /^(feed|feeds|feeding|nappy|nappies|diaper|diapers|bottle|bottles|formula|breastfed|toma|tomas|panal|panales|biberon|tetero)$/

/** Words between a woman and the weeks. */
const WOMAN_REACH = 6

/** A pause that begins a new thought (`PAUSE.clause`). */
const CLAUSE = 2

const unitSpelling = buildSpelling(
  'weeks months years semanas meses anos dias days week month year semana'.split(' '),
  realWords,
)
const asUnit = (word: string) =>
  UNIT_WORD.test(word) || word.length < 3
    ? word
    : (SHORT_UNITS.find((unit) => isSlip(word, unit)) ?? unitSpelling.repair(word).find(({ text }) => UNIT_WORD.test(text))?.text ?? word) // prettier-ignore
const SHORT_UNITS = ['wks', 'yrs', 'mos']

const UNIT_WORD =
  /^(day|days|week|weeks|wk|wks|month|months|mo|mos|year|years|yr|yrs|yo|dia|dias|semana|semanas|mes|meses|ano|anos)$/
const YOUNG_SPANISH = /^(bebe|hijo|hija|nino|nina|nene|nena|nieto|nieta|nacido|nacida|lactante|tiene|edad|de)$/
const OLD_SPANISH = /^(edad|nacido|nacida|vida)$/

/** Most different ages kept from one text: more than a family has. */
const AGE_LIMIT = 500

/** Ages told in the text: "my 6 week old", "2yo", "bebé de 2 meses", "tengo 70 años". Months. */
function agesTold(text: TokenText): number[] {
  const { tokens } = text
  const ages = new Set<number>()
  for (let i = 0; i + 1 < tokens.length && ages.size < AGE_LIMIT; i++) {
    const value = tokens[i]!.isNumber ? Number(tokens[i]!.text) : NUMBER_WORDS[tokens[i]!.text]
    if (value === undefined || !Number.isFinite(value)) continue
    if (isCaseAge(text, i)) ages.add(value * 12)
    const unit = asUnit(tokens[i + 1]!.text)
    if (!UNIT_WORD.test(unit)) continue
    if (tokens[i + 1]!.pause > 1 || !isAge(text, i, unit) || isNursed(text, i)) continue
    const months = value * monthsPer(unit === 'yo' || unit === 'ano' || unit === 'anos' ? 'years' : unit)
    if (months <= OLDEST_MONTHS) ages.add(months)
  }
  return [...ages]
}

/** As a case gives it: "26M.", "Woman, 36, ...", "a man of 70", "aged 30". */
function isCaseAge({ tokens }: TokenText, i: number): boolean {
  const [token, next] = [tokens[i]!, tokens[i + 1]!]
  if (!(Number(token.text) >= 1 && Number(token.text) <= OLDEST_MONTHS / 12)) return false
  if (UNIT_WORD.test(next.text) && next.pause === 0 && !/^(year|years|yr|yrs|ano|anos)$/.test(next.text)) return false
  const before = tokens[i - 1]?.text ?? ''
  if (before === 'aged' || (before === 'of' && OF_AGE.test(tokens[i - 2]?.text ?? ''))) return true
  const isAlone = (tokens[i + 2]?.pause ?? CLAUSE) > 0 || /^(with|known|on|has|who|presents|con|que|conocido|conocida)$/.test(tokens[i + 2]?.text ?? '') // prettier-ignore
  if (/^[mf]$/.test(next.text) && next.pause === 0 && token.pause >= CLAUSE && isAlone) return true
  return Number(token.text) >= ADULT && i > 0 && i <= CASE_BEGINS && token.pause === 1 && next.pause > 0 && !tokens[i - 1]!.isNumber && CASE_PERSON.test(before) // prettier-ignore
}
const OF_AGE = /^(man|woman|lady|gentleman|wife|widow|male|female|girl|boy|patient|farmer|teacher|worker)$/
const CASE_PERSON =
  /^(m|f|man|woman|male|female|lady|gentleman|mr|mrs|ms|miss|patient|pt|smoker|drinker|teacher|nurse|farmer|driver|student|primigravida|hombre|mujer|varon|paciente|senora|senor|fumador|fumadora)$/
/** Tokens at the beginning in which a case tells the age; from which age a bare number is one. */
const CASE_BEGINS = 5
const ADULT = 16

/** "A 29-year-old woman breastfeeding a three-week-old has ...": the case is hers. */
function isNursed(text: TokenText, i: number): boolean {
  const before = text.tokens.slice(Math.max(0, i - NURSED_REACH), i).map(({ text: word }) => word)
  return hasFeverOfMother(text, i) || /\b(woman|mother|mujer|madre|year old|years old|\d{2} anos|\d{2} f) (who is |who |is |que )?(breastfeeding|breastfeeds|nursing|nurses|feeding|amamanta|amamantando|lactando|mother of|mum of|mom of|madre de) (a|an|her|un|una|su)$/.test(before.join(' ')) // prettier-ignore
}
const NURSED_REACH = 6

/**
 * "My breast is hot and red, 102.3. Nursing a 5 week old": the fever is told of the mother, before any child is named, and the age of the one
 * she nurses stands by itself. A fever behind it, or any word of how a child does: then the fever may be the child's.
 */
function hasFeverOfMother({ tokens }: TokenText, i: number): boolean {
  let end = i + 2
  while (/^(old|de|edad|nacido|nacida)$/.test(tokens[end]?.text ?? '')) end++
  if (end < tokens.length && tokens[end]!.pause < CLAUSE) return false
  let start = i
  do {
    if (tokens[start]!.pause > 0) return false
    start--
  } while (start > 0 && i - start < CHILD_REACH && !NAMES_CHILD.has(tokens[start]!.text))
  if (!NAMES_CHILD.has(tokens[start]?.text ?? '')) return false
  const earlier = tokens.slice(0, start)
  if (earlier.some(({ text }) => NAMES_CHILD.has(text)) || tokens.some(({ text }) => OF_A_CHILD.has(text))) return false
  return earlier.some(isFever) && !tokens.slice(end).some(isFever) && earlier.some((_, at) => isOwnSoreBreast(earlier, at)) // prettier-ignore
}

const isOwnSoreBreast = (tokens: TokenText['tokens'], at: number): boolean =>
  BREAST.test(tokens[at]!.text) &&
  tokens.slice(Math.max(0, at - OWNER_REACH), at).some(({ text }) => OWN.has(text)) &&
  tokens.slice(at + 1, at + 1 + SORE_REACH).some(({ text }) => SORE.test(text))

/** Words between the child and its age, between "my" and the breast, and between the breast and how it is. */
const CHILD_REACH = 5
const OWNER_REACH = 3
const SORE_REACH = 6
const BREAST = /^(boob|boobs|breast|breasts|tit|pecho|pechos|seno|senos|teta|tetas|chichi|chichis)$/
const OWN = new Set('my one i tengo mi mis un me'.split(' '))
const SORE = /^(hot|red|hard|sore|swollen|wedge|roj[oa]s?|dur[oa]s?|durisim[oa]|calientes?|hinchad[oa]s?|inflamad[oa]s?)$/ // prettier-ignore
const NAMES_CHILD = new Set('nursing breastfeeding amamanto amamantando lactando baby babys infant newborn son daughter kid child boy girl toddler bebe hijo hija nino nina nene nena'.split(' ')) // prettier-ignore
/** Whoever reads one of these cannot say whose fever it is. */
const OF_A_CHILD = new Set('he she hes shes his hers sleepy fussy limp cranky eats eating refuses refusing refused wont latch latching ella come comer toma tomar quiere agarra rechaza mama llora llorando dormido dormida decaido decaida irritable'.split(' ')) // prettier-ignore
const isFever = ({ text, isNumber }: TokenText['tokens'][number]): boolean =>
  isNumber ? (Number(text) >= 38 && Number(text) < 42) || (Number(text) >= 100.4 && Number(text) < 108) : /^(fever|feverish|fiebre|calentura|temperature|temp|temperatura)$/.test(text) // prettier-ignore

/** Older ones are counted in months. */
const WEEKS_OF_A_BABY = 20
const NO_MOTHER = /^(baby|infant|newborn|toddler|son|boy|grandson)$/
const YOUNG_ENGLISH = /^(baby|infant|newborn|toddler|son|daughter|kid|child|boy|girl|grandson|granddaughter|kiddo)$/

function isAge(text: TokenText, i: number, unit: string): boolean {
  const word = (at: number) => text.tokens[at]?.text ?? ''
  // "infant 7 weeks", "my son, 3 years": directly behind the child.
  if (YOUNG_ENGLISH.test(word(i - 1)) && !/^(ago|later|now)$/.test(word(i + 2))) return true
  // "My baby is 5 weeks", "our newborn is only two weeks".
  if (agesOfYoung(text.tokens, i) && !/^(into|early|late|along|pregnant)$/.test(word(i + 2))) return true // prettier-ignore
  if (unit === 'yo' || word(i + 2) === 'old' || (word(i + 2) === 'of' && word(i + 3) === 'age')) return true
  if (word(i + 2) === 'de' && OLD_SPANISH.test(word(i + 3))) return true
  if (OLD_SPANISH.test(word(i + 2))) return true
  if (/^(ano|anos)$/.test(unit) && /^(tengo|tiene|edad)$/.test(word(i - 1))) return true
  // "Vivo solo, 82 años, me caí": between pauses it is an age; "hace 9 años" is none.
  if (/^(ano|anos)$/.test(unit) && text.tokens[i]!.pause > 0 && (text.tokens[i + 2]?.pause ?? 1) > 0 && Number(word(i)) >= ADULT) return true // prettier-ignore
  // "Tiene 3 meses." is an age, "tiene 3 meses con tos" is none.
  if (/^(mes|meses|semana|semanas)$/.test(unit) && word(i - 1) === 'tiene' && (text.tokens[i + 2]?.pause ?? 1) > 0)
    return true
  // "He's 3 months." is an age, "he's 3 months late" is none; of a woman it may be a pregnancy.
  const isOfHim = word(i - 1) === 'hes' || (word(i - 1) === 'is' && word(i - 2) === 'he')
  if (isOfHim && /^(mo|mos|month|months)$/.test(unit) && (text.tokens[i + 2]?.pause ?? 1) > 0) return true
  if (/^(year|years|yr|yrs)$/.test(unit) && /^(man|woman|male|female|boy|girl)$/.test(word(i + 2))) return true
  if (/^(year|years|yr|yrs)$/.test(unit) && word(i - 1) === 'aged') return true
  // "A toddler of 20 months", "a boy of 3 years".
  if (word(i - 1) === 'of' && YOUNG_ENGLISH.test(word(i - 2))) return true
  const isYoungWord =
    YOUNG_SPANISH.test(word(i - 1)) &&
    /^(bebe|bebo|beba|hijo|hija|nino|nina|nene|nena|nieto|nieta|nacido|nacida|lactante)$/
  return isYoungWord !== false && [word(i - 1), word(i - 2), word(i - 3)].some((near) => isYoungWord.test(near))
}

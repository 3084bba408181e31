/**
 * From a text to findings: phrases found, then read in their context (denied, past, supposed, a figure of speech).
 *
 * Safety decides doubt: a denial reaches a symptom only through words that are known to carry it; whatever is not
 * understood leaves the symptom standing.
 */
import { withoutCodes } from '#engines/text/codes.ts'
import type { Span } from '#engines/text/normalise.ts'
import type { Hit, Lexicon } from '#engines/text/phrase-matcher.ts'
import { mendSmallWords } from '#engines/text/small-words.ts'
import { PAUSE, spanOf, tokenise, type Token, type TokenText } from '#engines/text/tokens.ts'
import {
  areBeside,
  CLAUSE_WORDS,
  isSubject,
  JOINS,
  standsInFront,
  SUBJOINS,
  tenseAt,
  tenseBefore,
  thoughtUpTo,
} from './clauses.ts'
import { FACTS, NEAR_MISS } from './lexicon.ts'
import { realWords } from './real-words.ts'
import { foreignFindings, type ForeignHit } from './foreign-phrases.ts'
import {
  COMPARES,
  DESCRIBES,
  DENIED_AFTER,
  FULL_NEGATIONS,
  LIST_ENDS,
  LIST_NEGATIONS,
  NEGATIONS,
  SIZES,
  TRANSPARENT,
  UNDOES_NEGATION,
} from './context-cues.ts'
import type { FindingState, Subject } from './verdict.ts'

export type Read = {
  key: string
  state: FindingState
  subject: Subject
  resolved: boolean
  first: number
  last: number
  span: Span
}

/** `repairs`: read with misspelt words repaired. `foreign`: emergencies of the languages without a protocol of their own. */
export type ReadText = {
  text: TokenText
  found: Read[]
  foreign: ForeignHit[]
  isQuestion: boolean
  repairs: boolean
  /** Words of illness that are a figure of speech, or the name of a place, a paper or a lesson. */
  unmeant: Span[]
  /** Asked for a lesson, a story or a form. */
  isForLesson: boolean
}

/** `repairs`: misspelt words are read as well; in a language that the lexicon is not of, every other word would be one. */
export function readFindings(original: string, lexicon: Lexicon, repairs = true): ReadText {
  const written = tokenise(withoutCodes(original))
  const text = repairs ? { ...written, tokens: mendSmallWords(written.tokens, realWords) } : written
  const found: Read[] = []
  const unmeant: Span[] = []
  let isForLesson = false
  for (let from = 0; from === 0 || from + WINDOW_OVERLAP < text.tokens.length; from += WINDOW_WORDS - WINDOW_OVERLAP) {
    const window = readWindow(text, from, lexicon, repairs)
    for (const read of window.found) found.push(read)
    for (const span of window.unmeant) unmeant.push(span)
    isForLesson ||= window.isForLesson
  }
  const foreign = foreignFindings(text)
  return { text, found, foreign, isQuestion: original.trimEnd().endsWith('?'), repairs, unmeant, isForLesson }
}

/**
 * A long text is read in windows that overlap, and everything found in any of them counts (understanding-D2): what
 * stands at the end of a novel is found as if it stood alone, in a time that grows with the length only.
 */
const WINDOW_WORDS = 4_000
const WINDOW_OVERLAP = 200

type Window = Pick<ReadText, 'found' | 'unmeant' | 'isForLesson'>

function readWindow(text: TokenText, from: number, lexicon: Lexicon, repairs: boolean): Window {
  const isWhole = from === 0 && text.tokens.length <= WINDOW_WORDS
  const part = isWhole ? text : { ...text, tokens: text.tokens.slice(from, from + WINDOW_WORDS) }
  const scene = sceneOf(part, lexicon.find(part.tokens, repairs), lexicon.keys)
  const named = scene.symptoms.filter((hit) => isNamed(hit, scene))
  const isUnmeant = (hit: Hit) => isInside(hit, scene.of('idiom')) || isInside(hit, named)
  const found = scene.symptoms
    .filter((hit) => !isUnmeant(hit) && !touches(hit, scene.of(NEAR_MISS + scene.keys[hit.key]!)))
    .map((hit) => readHit(hit, scene))
  return {
    found: withPlacesDenied(found).map((read) => ({ ...read, first: read.first + from, last: read.last + from })),
    unmeant: scene.symptoms.filter(isUnmeant).map(({ first, last }) => spanOf(part, first, last)),
    isForLesson: scene.of('cue:purpose').length > 0,
  }
}

/** "Her lips are not swollen": what is denied of a place tells nothing that is there. */
function withPlacesDenied(found: Read[]): Read[] {
  const denied = found.filter(({ state, key }) => state === 'denied' && !PLACES.has(key))
  const isWithin = ({ first, last }: Read) => denied.some((each) => each.first <= first && last <= each.last)
  return found.map((read) => (PLACES.has(read.key) && isWithin(read) ? { ...read, state: 'denied' } : read))
}
const PLACES = new Set(['face-said', 'near-eye'])

/**
 * "The chest pain center", "a copy of my stroke records", "la cuenta de la fractura": an illness that gives something its name is nobody's
 * illness of today. It must stand right beside, without a pause, and nobody may say that he has it.
 */
function isNamed(hit: Hit, scene: Scene): boolean {
  const { tokens } = scene.text
  if (FACTS.has(scene.keys[hit.key]!) || saysHaving(hit, scene)) return false
  const behind = scene
    .of('cue:named-behind')
    .some(({ first, last }) => first === hit.last + 1 && tokens[first]!.pause === PAUSE.none && !isOf(tokens[last + 1]))
  if (behind) return true
  const before = scene.of('cue:paper').length > 0 ? [...scene.of('cue:named-before'), ...scene.of('cue:visit-for')] : scene.of('cue:named-before') // prettier-ignore
  return before.some(({ last }) => {
    if (last >= hit.first || hit.first - last > NAMED_REACH) return false
    // "The center of my chest", "en el centro del pecho": a place of the body.
    if (MIDDLE.test(tokens[last - 1]?.text ?? '') && /^(of|de|del)$/.test(tokens[last]!.text)) return false
    for (let i = last + 1; i <= hit.first; i++) {
      if (tokens[i]!.pause !== PAUSE.none || (i < hit.first && !DETERMINERS.has(tokens[i]!.text))) return false
    }
    return !near(hit, scene, 'cue:now', 0, 4)
  })
}

/** "Chest pain, center of my chest" names no center. */
const isOf = (next: Token | undefined) => next?.text === 'of' || next?.text === 'de'

const MIDDLE = /^(center|centre|centro)$/

/** Words between "copy of" and the illness. */
const NAMED_REACH = 3
const DETERMINERS = new Set(
  'a an the my his her our their your that this la el los las mi su un una mis sus'.split(' '),
)

function saysHaving(hit: Hit, { text: { tokens } }: Scene): boolean {
  for (let i = hit.first; i >= 0 && i >= hit.first - HAVING_REACH; i--) {
    if (HAVING.has(tokens[i]!.text)) return true
    if (tokens[i]!.pause >= PAUSE.comma) return false
  }
  return false
}

const HAVING_REACH = 3
const HAVING = new Set('used using gave given took taken called have having has had got getting get feel feeling felt with am im tengo tiene tuve tuvo siento siente dando dio estoy esta con'.split(' ')) // prettier-ignore

/** The hits of one text, sorted by what they are. */
type Scene = {
  text: TokenText
  keys: string[]
  symptoms: Hit[]
  of: (cue: string) => Hit[]
  /** Tokens that belong to some symptom: a denial passes through them ("no fever or cough"). */
  symptomTokens: Uint8Array
}

function sceneOf(text: TokenText, hits: Hit[], keys: string[]): Scene {
  const cues = new Map<string, Hit[]>()
  const symptoms: Hit[] = []
  const symptomTokens = new Uint8Array(text.tokens.length)
  for (const hit of hits) {
    const key = keys[hit.key]!
    // "Preents" may be "presents", and "covd" is "covid": what makes a finding less must be surely meant.
    if (hit.isGuess && LOWERS.has(key)) continue
    if (isOfTwoThings(hit, text.tokens)) continue
    if (isContext(key)) {
      const list = cues.get(key)
      if (list) list.push(hit)
      else cues.set(key, [hit])
      continue
    }
    symptoms.push(hit)
  }
  for (const hit of symptoms) {
    // What a gap stepped over is not part of the symptom: it may be a denial of the next one.
    // "No fever, not winded" holds a "no ... wind" whose half is denied: its "no" still denies the fever. So does the "no" of "no breathing trouble".
    // "No stiff neck" says how the neck is, and denies the stiffness as well.
    const isTorn =
      keys[hit.key] === 'neck-free' ||
      hit.skipped.some((i) => NEGATIONS.has(text.tokens[i]!.text)) ||
      touches(hit, cues.get(NEAR_MISS + keys[hit.key]!) ?? NO_HITS)
    for (let i = hit.first; i <= hit.last; i++)
      if (!hit.skipped.includes(i) && !(isTorn && NEGATIONS.has(text.tokens[i]!.text)))
        symptomTokens[i] = hit.isGuess && symptomTokens[i] !== SURE ? GUESS : SURE
  }
  // "She has symptoms of a stroke": nobody asks what they are.
  cues.set(
    'cue:learn',
    (cues.get('cue:learn') ?? NO_HITS).filter((hit) => !isHad(hit, text.tokens)),
  )
  // "Dolor no, pero sí se me durmió la cara": that "sí" is no "si".
  const isYes = ({ first }: Hit) => text.tokens[first]!.text === 'si' && SURELY.has(text.tokens[first - 1]?.text ?? '')
  cues.set(
    'cue:if',
    (cues.get('cue:if') ?? NO_HITS).filter((hit) => !isYes(hit)),
  )
  // "The past hour", "half past two": no illness of the past.
  const isClock = ({ first, last }: Hit) =>
    /^(past|previous)$/.test(text.tokens[last]!.text) && first === last && (TIMES.has(text.tokens[last + 1]?.text ?? '') || text.tokens[last + 1]?.isNumber) // prettier-ignore
  cues.set(
    'cue:past-before',
    (cues.get('cue:past-before') ?? NO_HITS).filter((hit) => !isClock(hit)),
  )
  // "Bigger than last summer" compares, "since last spring" counts.
  const isSince = ({ first }: Hit) => COUNTS_FROM.has(text.tokens[first - 1]?.text ?? '')
  cues.set(
    'cue:past-time',
    (cues.get('cue:past-time') ?? NO_HITS).filter(
      (hit) => !isSince(hit) && !isStill(hit, text.tokens) && !isReading(hit, text.tokens),
    ),
  )
  const calm = cues.get('cue:not-now') ?? NO_HITS
  if (calm.length > 0)
    cues.set(
      'cue:now',
      (cues.get('cue:now') ?? NO_HITS).filter((hit) => !isInside(hit, calm)),
    )
  return { text, keys, symptoms, symptomTokens, of: (cue) => cues.get(cue) ?? NO_HITS }
}

const NO_HITS: Hit[] = []
const SURELY = new Set(['pero', 'ahora', 'ahorita', 'hoy', 'vez', 'eso'])

/** "No redness, baby moves well": the "no" of one thing and the "moves" of the next are no "no moves". */
const isOfTwoThings = ({ first, last, skipped }: Hit, tokens: Token[]): boolean => {
  // "No more seizures since we switched to keppra".
  const isNoMore = tokens[first]!.text === 'no' && tokens[first + 1]?.text === 'more'
  if (isNoMore && skipped.some((i) => COUNTS_FROM.has(tokens[i]!.text))) return true
  for (let at = first; at < last; at++)
    if (NEGATIONS.has(tokens[at]!.text) && !skipped.includes(at) && isLeftBehind(at, last, skipped, tokens)) return true
  return false
}

/** A word of its own stands behind the denial, and a comma behind that, before the phrase goes on. */
function isLeftBehind(at: number, last: number, skipped: readonly number[], tokens: Token[]): boolean {
  if (!skipped.includes(at + 1) || tokens[at + 1]!.pause > PAUSE.none) return false
  for (let i = at + 2; i <= last; i++) {
    if (tokens[i]!.pause >= PAUSE.comma) return true
    if (!skipped.includes(i)) return false
  }
  return false
}

/** "Showing signs of a stroke", "con síntomas de infarto"; not "people with symptoms of", "does it have side effects". */
function isHad({ first }: Hit, tokens: Token[]): boolean {
  const word = (i: number) => tokens[i]?.text ?? ''
  const isEffect = /^(side|efectos)$/.test(word(first))
  if (!isEffect && !/^(signs?|symptoms?|warning|senal|senales|sintomas?|signos?)$/.test(word(first))) return false
  let at = first - 1
  while (at >= 0 && tokens[at + 1]!.pause === PAUSE.none && (tokens[at]!.isFiller || ALL.has(word(at)))) at--
  if (!(isEffect ? HAS_ALREADY : SHOWS).has(word(at)) || /^(to|of)$/.test(word(at - 1))) return false
  return !tokens.slice(Math.max(0, at - 4), at).some(({ text }) => ANYBODY.has(text))
}
const ALL = new Set('all some the these those classic early typical every any other los las todos todas unos unas sus mis algunos varios the his her my'.split(' ')) // prettier-ignore
const SHOWS = new Set('see seeing seen notice noticing viendo veo have has having had ive got getting show shows showing with tengo tiene tienen con presenta presento muestra mostrando presentando teniendo traigo trae'.split(' ')) // prettier-ignore
const HAS_ALREADY = new Set('having ive tengo teniendo'.split(' '))
const ANYBODY = new Set('someone somebody anyone anybody people person persons you who alguien persona personas uno gente quien'.split(' ')) // prettier-ignore

/** "Hace meses que me duelen las rodillas": what has gone on for months goes on. "Hace años que tuve un infarto" is over. */
const isStill = ({ first, last }: Hit, tokens: Token[]) =>
  tokens[first]!.text === 'hace' &&
  tokens[last + 1]?.text === 'que' &&
  !tokens.slice(last + 2, last + 5).some(({ text }) => HAPPENED.has(text))
const HAPPENED = new Set('tuve tuvo tuvimos dio dieron paso fue sufri sufrio operaron quitaron murio'.split(' '))

/** "His oxygen is in the eighties": a reading, and no decade. */
const isReading = ({ first, last }: Hit, tokens: Token[]) =>
  DECADE.test(tokens[last]!.text) && tokens.slice(Math.max(0, first - READING_REACH), first).some(({ text }) => READINGS.has(text)) // prettier-ignore
const DECADE = /^(fift|sixt|sevent|eight|ninet)ies$|^(cincu|ses|set|och|nov)enta$|^\d+$/
const READING_REACH = 8
const READINGS = new Set('oxygen oxigeno o2 spo2 sat sats saturation saturacion saturando saturates pulse pulso rate bpm pressure bp presion sugar sugars azucar glucose glucosa reading readings'.split(' ')) // prettier-ignore

const TIMES = new Set('hour hours minute minutes min mins day days night nights week weeks month months few couple several half one two three four five six seven eight nine ten eleven twelve noon midnight'.split(' ')) // prettier-ignore
const COUNTS_FROM = new Set(['than', 'since', 'que', 'desde'])
/** Of a token within a symptom. A denial does not reach through what is one by a guess ("doesn't calll": callus). */
const SURE = 1
const GUESS = 2

/** What makes a symptom asked about, past or over, or a low oxygen an expected one. */
const LOWERS = new Set([
  'copd',
  'cue:learn',
  'cue:purpose',
  'cue:if',
  'cue:past-time',
  'cue:past-before',
  'cue:resolved',
])
const isContext = (key: string) =>
  key.startsWith('cue:') || key.startsWith('subject:') || key.startsWith(NEAR_MISS) || key === 'idiom'

const touches = (hit: Hit, others: Hit[]) => others.some(({ first, last }) => hit.first <= last && first <= hit.last)
const isInside = (hit: Hit, others: Hit[]) => others.some(({ first, last }) => hit.first >= first && hit.last <= last)

function readHit(hit: Hit, scene: Scene): Read {
  const key = scene.keys[hit.key]!
  const subject = subjectOf(hit, scene)
  const resolved = isResolved(hit, scene)
  return {
    key,
    state: stateOf(hit, scene, subject),
    subject,
    resolved,
    first: hit.first,
    last: hit.last,
    span: spanOf(scene.text, hit.first, hit.last),
  }
}

function stateOf(hit: Hit, scene: Scene, subject: Subject): FindingState {
  if (isDenied(hit, scene)) return 'denied'
  if (nearCue(hit, scene, 'cue:family-history', 8, 0).some((cue) => isOfFamily(cue, hit, scene))) return 'past'
  if (!scene.keys[hit.key]!.includes('bite') && nearCue(hit, scene, 'cue:animal', 6, 0).some((cue) => isOfAnimal(cue, hit, scene))) return 'hypothetical' // prettier-ignore
  if (isPast(hit, scene)) return 'past'
  if (isSupposed(hit, scene)) return 'hypothetical'
  if (subject === 'child' || subject === 'named_other') return 'other_person'
  return near(hit, scene, 'cue:maybe', 6, 4) ? 'possible' : 'present'
}

/** "My dad died of a heart attack and I have chest pain": what the family had ends where another thought begins. */
function isOfFamily(cue: Hit, hit: Hit, scene: Scene): boolean {
  if (cue.last >= hit.first) return true
  const { tokens } = scene.text
  const { isNew, tense } = thoughtUpTo(cue.last + 1, hit.last, tokens, true)
  if (tense === 'present' || tense === 'perfect') return false
  const isListed = tokens.slice(cue.last + 1, hit.first + 1).some(({ text, pause }, n) => n > 0 && (pause >= PAUSE.comma || isListWord(text))) // prettier-ignore
  return !isNew && !isListed ? true : FAMILY_ILLNESSES.has(scene.keys[hit.key]!) && tense === undefined
}
const FAMILY_ILLNESSES = new Set('stroke-named heart-attack seizure clot-lung psychosis overdose'.split(' '))

/** "My horse threw me and I can't move my legs": the rider's. */
function isOfAnimal(cue: Hit, hit: Hit, scene: Scene): boolean {
  const { tokens } = scene.text
  for (let i = cue.last + 1; i <= hit.last; i++)
    if (
      (OF_PERSON.has(tokens[i]!.text) && !WANTS.has(tokens[i + 1]?.text ?? '')) ||
      (/^m[yi]$/.test(tokens[i]!.text) && isSubject(i, tokens))
    )
      return false
  return true
}
const WANTS = new Set('need want wanted think dont do would wonder hope called know saw was'.split(' '))
const OF_PERSON = new Set('i im ive yo tengo estoy puedo siento'.split(' '))

/** "My chart says I had a stroke and I never did". */
const RECORD_REACH = 8

/** It is said of the record to be wrong, and in this sentence or the next one; of what somebody in danger said it is never believed. */
function isWrongRecord(hit: Hit, scene: Scene): boolean {
  if (scene.keys[hit.key]!.startsWith('crisis-')) return false
  return nearCue(hit, scene, 'cue:record-says', RECORD_REACH, 0).some((says) =>
    scene.of('cue:record-wrong').some((wrong) => {
      const from = Math.min(says.first, wrong.first)
      return scene.text.tokens.slice(from + 1, Math.max(says.first, wrong.first) + 1).filter(({ pause }) => pause >= PAUSE.sentence).length <= 1 // prettier-ignore
    }),
  )
}

/** Words looked at before a symptom for a denial. */
const DENIAL_REACH = 14

function isDenied(hit: Hit, scene: Scene): boolean {
  const { tokens } = scene.text
  if (isWrongRecord(hit, scene)) return true
  if (isCorrected(hit, scene)) return false
  if (deniedInside(hit, scene)) return true
  if (deniedAfter(hit, scene)) return true

  const isDenial = DENIALS.has(tokens[hit.first]!.text)
  let denials = 0
  let nearest = ''
  let crossedComma = false
  for (let i = hit.first - 1, steps = 0; i >= 0 && steps < DENIAL_REACH; i--, steps++) {
    const pause = tokens[i + 1]!.pause
    if (pause >= PAUSE.clause) break
    if (pause === PAUSE.comma) crossedComma = true
    const word = tokens[i]!.text
    // "No fever or cough, can't breathe": what is a denial itself is none of the list.
    if (isDenial && (crossedComma || isListWord(word) || LIST_ENDS.has(word))) break
    // "Better off without her and she hears voices".
    if (isListWord(word) && isSubject(i + 1, tokens)) break
    if ((NEGATIONS.has(word) || isNothingOn(i, scene)) && !scene.symptomTokens[i]) {
      const next = tokens[i + 1]!.text
      if (UNDOES_NEGATION.has(next) || isNoDenial(i, hit, scene)) break
      // "No llora ni nada, se tragó una pila": the list ends there.
      if (word === 'nada' && tokens[i - 1]?.text === 'ni' && next !== 'de') break
      if (SIZES.has(next) && !FULL_NEGATIONS.has(word)) break
      if (crossedComma && !LIST_NEGATIONS.has(word) && !isListWithEnd(hit, scene)) break
      if (NEVER.has(word) ? compares(hit, scene) || hasNever(hit, scene) : hasNever(hit, scene) && compares(hit, scene)) break // prettier-ignore
      denials += isTakenBack(i, scene) ? 2 : 1
      if (!nearest) nearest = word
      continue
    }
    const passes =
      TRANSPARENT.has(word) ||
      tokens[i]!.isFiller ||
      scene.symptomTokens[i] === SURE ||
      SIZES.has(word) ||
      (word === 'once' && tokens[i - 1]?.text === 'not') ||
      describes(i, scene) ||
      (isListWord(word) && reachesListDenial(i, scene))
    if (!passes) break
  }
  if (denials === 0) return deniedInList(hit, scene)
  // "ni ... ni", "no ... nunca" and "no ... ningún" deny once in Spanish; two English denials cancel out.
  return denials === 1 || (denials > 1 && /^(ni|nor|or|ningun|ninguna|nunca|nada|sin|no)$/.test(nearest))
}

const DENIALS = new Set('cant cannot wont not unable dont doesnt isnt no cannot never nunca'.split(' '))

/** "Nothing on the face", "nothing down the legs". */
const isNothingOn = (i: number, { text: { tokens } }: Scene): boolean =>
  tokens[i]!.text === 'nothing' && tokens[i + 1]!.pause === PAUSE.none && WHERE.has(tokens[i + 1]!.text)
const WHERE = new Set(['on', 'in', 'down', 'around', 'near'])

/** "Fiebre no tengo ni dolor", "calentura no tiene". */
function isNotHad(at: number, tokens: Token[]): boolean {
  const [no, has, after] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (no?.text !== 'no' || no.pause !== PAUSE.none || !has || has.pause !== PAUSE.none || !HAD.has(has.text))
    return false
  return !after || after.pause !== PAUSE.none || after.text === 'ni'
}
const HAD = new Set(['tengo', 'tiene', 'hay', 'tuve', 'tuvo', 'siento', 'presenta', 'trae', 'traigo'])

/** "Fiebre no, solo la picazón": the "no" stands right behind, and a comma behind it. "Fiebre, no sé" and a question are none. */
const isNoAndPause = (at: number, tokens: Token[]): boolean =>
  tokens[at]?.text === 'no' && tokens[at]!.pause === PAUSE.none && tokens[at + 1]?.pause === PAUSE.comma

/** "No morning confusion", "no fever or night sweats": right behind a full denial. */
const describes = (i: number, { text: { tokens } }: Scene) =>
  DESCRIBES.has(tokens[i]!.text) && tokens[i]!.pause === PAUSE.none && FULL_NEGATIONS.has(tokens[i - 1]?.text ?? '')

/** Words of a list that a denial reaches over. */
const LIST_REACH = 24

/**
 * "No trouble swallowing, weight loss or black stools": what stands in a list that is denied and ends in "or" is denied, whatever its
 * other parts are. A verb, a person, "and" or "but" ends the list.
 */
function deniedInList(hit: Hit, scene: Scene): boolean {
  const { tokens } = scene.text
  // "No injury, vomited once or twice": a verb is no part of a list.
  if (tokens[hit.first]!.text.endsWith('ed') && tokens[hit.first]!.pause === PAUSE.comma) return false
  if (DENIALS.has(tokens[hit.first]!.text)) return false
  for (let i = hit.first - 1, steps = 0; i >= 0 && steps < LIST_REACH; i--, steps++) {
    if (tokens[i + 1]!.pause >= PAUSE.clause) return false
    const word = tokens[i]!.text
    // "Not passed out, fallen or had chest pain": the last thing of the list has a verb of its own.
    const isLastVerb = HAVES.has(word) && LIST_ENDS.has(tokens[i - 1]?.text ?? '')
    if (isListWord(word) || TURN_WORDS.has(word) || (ENDS_LIST.has(word) && !isLastVerb)) return false
    if (!BEGINS_LIST.has(word)) continue
    const next = tokens[i + 1]!.text
    if (UNDOES_NEGATION.has(next) || (SIZES.has(next) && !FULL_NEGATIONS.has(word))) return false
    return endsInOr(i + 1, hit, scene)
  }
  return false
}

/** An "or" between two things, not between two numbers, with the symptom before it or next to it. */
function endsInOr(from: number, { first, last }: Hit, { text: { tokens } }: Scene): boolean {
  for (let i = from; i < tokens.length && i <= last + DENIAL_REACH; i++) {
    const word = tokens[i]!.text
    if (i > from && tokens[i]!.pause >= PAUSE.clause) return false
    if (i > last && (isListWord(word) || TURN_WORDS.has(word) || ENDS_LIST.has(word))) return false
    if (!LIST_ENDS.has(word)) continue
    const sides = [tokens[i - 1], tokens[i + 1]]
    if (!sides.every((side) => side && !side.isNumber && !COUNTS.has(side.text))) continue
    // "No gas or stool, vomiting": behind the last thing of the list a comma ends it.
    if (!tokens.slice(i + 1, first + 1).some(({ pause }) => pause === PAUSE.comma)) return true
  }
  return false
}

const COUNTS = new Set('once twice one two three four five six seven so more una uno dos tres cuatro cinco mas vez veces'.split(' ')) // prettier-ignore
const BEGINS_LIST = new Set('no without denies denied denying not never nor sin ni niega nunca tampoco'.split(' '))
const HAVES = new Set(['had', 'have', 'has', 'tiene', 'tenido', 'tuvo'])
/** A verb or a person: another thought. */
const ENDS_LIST = new Set(
  (
    'i he she it they we you is are was were has have had having gets got keeps feels felt started began can cant cannot wont which who that when while because since after before until then now only except just still with ' +
    'yo el ella es esta estoy tiene tengo tuvo siento siente empezo puede puedo que cuando porque desde hasta solo excepto ahora con'
  ).split(' '),
)

/** "It is not that I don't have pain", "no es que no me duela": the first denial takes the second one back. */
function isTakenBack(at: number, scene: Scene): boolean {
  const { tokens } = scene.text
  const word = (i: number) => tokens[i]?.text ?? ''
  for (let i = at - 1; i >= at - 3 && i > 0; i--) {
    if (word(i) === 'that' && NEGATIONS.has(word(i - 1))) return true
    if (word(i) === 'que' && word(i - 1) === 'es' && NEGATIONS.has(word(i - 2))) return true
  }
  return false
}

/** "No chest pain really, more like a tight band around it": the second half says what it is. */
function isCorrected(hit: Hit, scene: Scene): boolean {
  const { tokens } = scene.text
  for (let i = hit.first; i < hit.last; i++) {
    const [word, next] = [tokens[i]!.text, tokens[i + 1]!.text]
    if ((word === 'more' && (next === 'like' || next === 'of')) || (word === 'mas' && next === 'bien')) return true
  }
  return false
}

const isListWord = (word: string) => word === 'and' || word === 'y' || word === 'e'

/** "denies fever and chest pain": only a list denial reaches over "and". */
function reachesListDenial(from: number, scene: Scene): boolean {
  for (let i = from - 1, steps = 0; i >= 0 && steps < DENIAL_REACH; i--, steps++) {
    if (scene.text.tokens[i + 1]!.pause >= PAUSE.clause) return false
    if (LIST_NEGATIONS.has(scene.text.tokens[i]!.text)) return true
  }
  return false
}

/** "My chest does not hurt": the denial stands between the two halves of the phrase. */
function deniedInside(hit: Hit, scene: Scene): boolean {
  const { tokens } = scene.text
  return hit.skipped.some((i) => {
    const next = tokens[i + 1]?.text ?? ''
    const isSaid = hasNever(hit, scene) || isNoDenial(i, hit, scene)
    return (
      NEGATIONS.has(tokens[i]!.text) && !isSaid && !UNDOES_NEGATION.has(next) && !SIZES.has(next) && !GEAR.has(next)
    )
  })
}

/** "Hammering without goggles and felt a ping in the eye": what somebody did not wear denies nothing. */
const GEAR = new Set(
  'goggles glasses gloves helmet mask gafas lentes guantes casco careta proteccion cinturon'.split(' '),
)

function deniedAfter(hit: Hit, scene: Scene): boolean {
  const { tokens } = scene.text
  const next = tokens[hit.last + 1]
  if (isNotHad(hit.last + 1, tokens)) return true
  if (isNoAndPause(hit.last + 1, tokens)) return true
  if (!next || !DENIED_AFTER.has(next.text) || next.pause === PAUSE.none) return false
  if (next.pause === PAUSE.sentence && !next.afterQuestion) return false
  const after = tokens[hit.last + 2]
  return !after || after.pause !== PAUSE.none || next.afterQuestion
}

/** After a comma the denial holds only if the list ends in "or", "nor", "ni". */
function isListWithEnd(hit: Hit, scene: Scene): boolean {
  const { tokens } = scene.text
  let before = hit.first - 1
  // "Cough or chest pain": before the pain stands another word of the same list. "No fever or cough, chest pain": that list has ended.
  while (before > 0 && scene.symptomTokens[before] && tokens[before + 1]!.pause < PAUSE.comma) before--
  if (tokens[before + 1]!.pause >= PAUSE.comma) before++
  for (let i = before; i < tokens.length && i <= hit.last + DENIAL_REACH; i++) {
    if (i > hit.first && tokens[i]!.pause >= PAUSE.clause) return false
    if (i >= 0 && LIST_ENDS.has(tokens[i]!.text)) return true
    if (i > hit.last && /^(either|tampoco)$/.test(tokens[i]!.text)) return true
  }
  return false
}

/** "Without warning", "I can not believe", "they did not take it seriously", "until today": what is said so is there. */
function isNoDenial(at: number, hit: Hit, { text: { tokens } }: Scene): boolean {
  const [next, after] = [tokens[at + 1]!.text, tokens[at + 2]?.text ?? '']
  if (/^(warning|aviso)$/.test(next) && !/^(signs?|of)$/.test(after)) return true
  if (/^(can|could|still)$/.test(tokens[at - 1]?.text ?? '') && /^(believe|understand|imagine)$/.test(next)) return true
  const behind = tokens.slice(hit.last + 1, hit.last + 1 + COMPARES_REACH)
  const end = behind.findIndex(({ pause }) => pause >= PAUSE.clause)
  const words = (end < 0 ? behind : behind.slice(0, end)).map(({ text }) => text)
  if (words.some((word, n) => word.startsWith('serious') || (word === 'serio' && words[n - 1] === 'en'))) return true
  return words.some((word, n) => /^(until|till|til|hasta|before)$/.test(word) && words.slice(n + 1, n + 4).some((then) => NOW_WORDS.has(then))) // prettier-ignore
}
const NEVER = new Set(['never', 'nunca'])
const COMPARES_REACH = 7
const NOW_WORDS = new Set('now today tonight this yesterday last recently hour minutes minute hours ahora ahorita hoy ayer anoche esta este hace'.split(' ')) // prettier-ignore

/** "I have not had chest pain like this", "this bad", "tan fuerte": of how it is, not whether. */
function hasNever(hit: Hit, { text: { tokens } }: Scene): boolean {
  const behind = tokens.slice(hit.first, hit.last + COMPARES_REACH).map(({ text }) => text)
  const end = behind.findIndex((word) => LIST_ENDS.has(word))
  const words = end < 0 ? behind : behind.slice(0, end)
  return words.some((word, n) => {
    const next = words[n + 1] ?? ''
    return (/^(this|that|so|as)$/.test(word) && HOW.has(next)) || (word === 'like' && /^(this|that|these|it)$/.test(next)) || (n > 0 && /^(worse|tan|tanto|asi|peor)$/.test(word)) // prettier-ignore
  })
}
const HOW = new Set('bad badly severe strong intense sharp much hard long'.split(' '))

function compares(hit: Hit, scene: Scene): boolean {
  for (let i = hit.last + 1; i <= hit.last + 4; i++) {
    const token = scene.text.tokens[i]
    if (!token || token.pause >= PAUSE.clause || LIST_ENDS.has(token.text)) return false
    if (COMPARES.has(token.text)) return true
  }
  return false
}

/** A cue at most `before` words before the symptom or `after` words behind it, in the same sentence. */
const near = (hit: Hit, scene: Scene, cue: string, before: number, after: number, end?: number): boolean =>
  nearCue(hit, scene, cue, before, after, end).length > 0

function nearCue(
  hit: Hit,
  scene: Scene,
  cue: string,
  before: number,
  after: number,
  end: number = PAUSE.sentence,
): Hit[] {
  return scene.of(cue).filter((other) => {
    if (other.last < hit.first)
      return hit.first - other.last <= before + 1 && sameSentence(other.last, hit.first, scene)
    if (other.first > hit.last)
      return other.first - hit.last <= after + 1 && sameSentence(hit.last, other.first, scene, end)
    return after > 0 || other.first <= hit.first
  })
}

function sameSentence(from: number, to: number, scene: Scene, end: number = PAUSE.sentence): boolean {
  for (let i = from + 1; i <= to; i++) {
    const token = scene.text.tokens[i]!
    // A pause directly before the cue ends nothing: "heart attack, years ago".
    if (token.pause >= (to === from + 1 ? PAUSE.sentence : end) || TURN_WORDS.has(token.text)) return false
  }
  return true
}

/** Behind "but" another thought begins. */
const TURN_WORDS = new Set(['but', 'pero', 'however', 'sino'])

function isPast(hit: Hit, scene: Scene): boolean {
  if (isInside(hit, scene.of('cue:dated-event')) && hasYear(hit, scene)) return true
  if (isInside(hit, scene.of('cue:last-event')) && hasYear(hit, scene) && !near(hit, scene, 'cue:now', 0, LAST_REACH))
    return true
  if (near(hit, scene, 'cue:now', 8, 8)) return false
  if (hasPastBefore(hit, scene)) return true
  if (STRIKES.has(scene.keys[hit.key]!) && nearCue(hit, scene, 'cue:in-month', 2, 6, PAUSE.comma).some((cue) => isOfThatTime(cue, hit, scene))) return true // prettier-ignore
  if (nearCue(hit, scene, 'cue:past-time', 6, 6, PAUSE.comma).some((cue) => isOfThatTime(cue, hit, scene))) return true
  return hasYear(hit, scene)
}

/**
 * "I had a stroke two years ago, my face is drooping": the years belong to the stroke. A time that stands in front of what is told reaches on over what
 * goes on in the past, one that stands behind a verb ends with its clause; neither makes old what is told of now.
 */
function isOfThatTime(time: Pick<Hit, 'first' | 'last'>, hit: Hit, scene: Scene): boolean {
  const { tokens } = scene.text
  if (time.last >= hit.first && time.first <= hit.last) return true
  if (time.first > hit.last) {
    if (areBeside(hit.last, time.first, tokens)) return true
    const told = tenseBefore(hit.last, tokens)
    if (told) return told !== 'present'
    // "Self-harm at university, stopped in 2008".
    const goesOn = tokens.slice(hit.last + 1, time.first).every(({ pause }, n) => pause < PAUSE.comma || tenseAt(hit.last + 1 + n, tokens) === 'past') // prettier-ignore
    return !thoughtUpTo(hit.last + 1, time.first - 1, tokens, true).isNew || (goesOn && tokens.slice(hit.last + 1, time.first).some(({ pause }) => pause >= PAUSE.comma)) // prettier-ignore
  }
  const isInFront = standsInFront(time.first, tokens)
  const { isNew, hasSubject, tense } = thoughtUpTo(time.last + 1, hit.last, tokens, !isInFront)
  if (tense === 'present') return false
  if (!isNew) return true
  if (tense === 'perfect') return false
  const isOld = NAMED_ILLNESSES.has(scene.keys[hit.key]!)
  if (isInFront) return tense === 'past' || isOld || tellsSymptom(time.last + 1, hit.first - 1, scene)
  return tense === 'past' ? !hasSubject && tellsSymptom(clauseStart(time.first, tokens), time.first - 1, scene) : isOld
}

/** "Three years ago chest pain, sweating and a stent": the list goes on. */
const tellsSymptom = (from: number, to: number, { symptoms, keys }: Scene) =>
  symptoms.some(({ first, last, key }) => first >= from && last <= to && !FACTS.has(keys[key]!))

function clauseStart(at: number, tokens: Token[]): number {
  let start = at
  while (start > 0 && start > at - CLAUSE_WORDS && tokens[start]!.pause < PAUSE.comma) start--
  return start
}

/** Words behind "my last seizure" in which it may be told that another one came. */
const LAST_REACH = 14

function hasPastBefore(hit: Hit, scene: Scene): boolean {
  return scene.of('cue:past-before').some((cue) => {
    if (cue.last >= hit.first || hit.first - cue.last > DENIAL_REACH) return false
    for (let i = cue.last + 1; i < hit.first; i++) {
      const token = scene.text.tokens[i]!
      if (token.pause >= PAUSE.clause) return false
      // "A history of high blood pressure and tearing pain": behind "and" only what is an illness by name is old, too.
      const isHabit = scene.text.tokens[cue.first]!.text === 'used' && !DENIALS.has(scene.text.tokens[hit.first]!.text)
      if (isListWord(token.text) && !isHabit && !NAMED_ILLNESSES.has(scene.keys[hit.key]!) && hit.first > i)
        return false
      if (token.pause === PAUSE.comma && i > cue.last + 1 && isSubject(i, scene.text.tokens)) return false
      const passes =
        TRANSPARENT.has(token.text) || scene.symptomTokens[i] || isListWord(token.text) || SIZES.has(token.text)
      if (!passes && i !== cue.last + 1) return false
    }
    return true
  })
}

const NAMED_ILLNESSES = new Set('stroke-named heart-attack seizure anaphylaxis overdose clot-lung leg-swelling-one psychosis headache palpitations'.split(' ')) // prettier-ignore

/** Over within a day, or so treated: who tells the month of it tells of the past. */
const STRIKES = new Set('stroke-named heart-attack seizure anaphylaxis overdose clot-lung not-breathing broken-bone urine-flank sepsis-signs'.split(' ')) // prettier-ignore

/** "in 2019", "(2015)": a year within six words behind the symptom or before it. */
function hasYear(hit: Hit, scene: Scene): boolean {
  for (let i = Math.max(0, hit.first - 6); i <= hit.last + 6; i++) {
    const token = scene.text.tokens[i]
    if (!token?.isNumber || !/^(19[3-9]\d|20\d\d)$/.test(token.text)) continue
    // "My 2018 wrist fracture": the year stands where a word that describes it would.
    if (i < hit.first && hit.first - i <= 3 && DETERMINERS.has(scene.text.tokens[i - 1]?.text ?? '') && sameSentence(i, hit.first, scene)) return true // prettier-ignore
    const article = scene.text.tokens[i - 1]?.text === 'el' ? 1 : 0
    const before = scene.text.tokens[i - 1 - article]?.text
    // "Stroke 2015, stent 2018": a list of what was.
    if (i === hit.last + 1 && token.pause === PAUSE.none && !OF_CLOCK.has(scene.text.tokens[i + 1]?.text ?? ''))
      return true
    if (!YEAR_WORDS.has(before ?? '')) continue
    const [from, to] = i < hit.first ? [i, hit.first] : [hit.last, i]
    if (sameSentence(from, to, scene) && isOfThatTime({ first: i - 1 - article, last: i }, hit, scene)) return true
  }
  return false
}

/** "Chest pain 2030 tonight". */
const OF_CLOCK = new Set('hrs hours hour h pm am tonight today horas hoy anoche'.split(' '))
const YEAR_WORDS = new Set(['in', 'en', 'year', 'ano', 'from', 'of', 'del', 'back', 'around', 'circa', 'during'])

function isResolved(hit: Hit, scene: Scene): boolean {
  return near(hit, scene, 'cue:resolved', 3, 8)
}

function isSupposed(hit: Hit, scene: Scene): boolean {
  // "What if I can't breathe? It's happening now": then it is no question any more, wherever that stands.
  if (scene.of('cue:happening').length > 0) return false
  const spoken = (cue: Hit) =>
    scene.of('cue:because').some((because) => because.first > cue.last && because.first <= hit.first + 1)
  const isTold = (cue: Hit) => spoken(cue) || goesOn(cue, hit, scene) || scene.of('cue:somebody').some((who) => who.first > cue.last && who.first <= hit.first && beginsThought(who, scene)) // prettier-ignore
  const isAsked = (cues: string, reach: number) =>
    scene.of(cues).some((cue) => precedes(cue, hit, reach, scene) && !isTold(cue))
  const isLearnt = (cue: Hit) => precedes(cue, hit, LEARN_REACH, scene) && !isTold(cue) && !tellsBehind(cue, hit, scene)
  if (scene.of('cue:learn').some(isLearnt)) return true
  // "Writing my thesis and can't breathe": what somebody does is no question.
  if (isAsked('cue:purpose', PURPOSE_REACH) && !tellsOfSelf(hit, scene) && !near(hit, scene, 'cue:now', 0, 4))
    return true
  return scene
    .of('cue:if')
    .some(
      (cue) =>
        precedes(cue, hit, 12, scene) &&
        !takenBack(cue, hit, scene) &&
        !likens(cue, scene) &&
        !tellsBehind(cue, hit, scene) &&
        !isDoubt(cue, hit, scene) &&
        !isThereAlready(cue, hit, scene) &&
        !isTrigger(cue, hit, scene),
    )
}

/** "Not sure if I should call, my chest is tight": behind what is supposed or asked somebody tells of a body, and asks nothing. */
function tellsBehind(cue: Hit, hit: Hit, scene: Scene): boolean {
  const { tokens } = scene.text
  // "After the vaccine for covid I can't breathe": what is asked about needs no verb.
  let hasVerb = scene.keys[cue.key] === 'cue:learn' || tokens.slice(cue.first, cue.last + 1).some((_, n) => isVerb(cue.first + n, tokens)) // prettier-ignore
  const isPart = (word: string) => SUBJOINS.has(word) || JOINS.has(word) || ASKS.has(word)
  for (let i = cue.last + 1; i <= hit.first; i++) {
    const begins = tokens[i]!.pause >= PAUSE.comma || (hasVerb && isSubject(i, tokens) && !isPart(tokens[i - 1]!.text))
    if (begins && isStatement(i, cue, hit, scene)) return true
    hasVerb ||= isVerb(i, tokens)
  }
  return false
}

const isVerb = (i: number, tokens: Token[]) => tenseAt(i, tokens) !== undefined || MODALS.has(tokens[i]!.text)
const MODALS = new Set('can could should would will may might must need do pueden puede podrian podria debo deberia deberiamos hay'.split(' ')) // prettier-ignore

function isStatement(from: number, cue: Hit, hit: Hit, scene: Scene): boolean {
  const { tokens } = scene.text
  let at = from
  while (at < hit.first && (JOINS.has(tokens[at]!.text) || tokens[at]!.isFiller)) at++
  const asks = tokens.slice(at, hit.first).some(({ text }, n) => FEARS.has(text) || (n === 0 && ASKS.has(text)))
  if (asks || ASKS.has(tokens[at]!.text)) return false
  if (scene.of('cue:if').some(({ first }) => first >= at && first <= hit.first)) return false
  const isNamed = isSubject(at, tokens)
  // "If I have chest pain, can't breathe or pass out": the list of what is supposed goes on.
  if (!isNamed && !TELLS.has(tokens[at]!.text) && !tenseAt(at, tokens)) return false
  if (!isNamed && tellsPart(cue.first, from - 1, scene)) return false
  // What is told stands together: "a novel (don't laugh) where somebody is bitten".
  if (tokens.slice(at + 1, hit.first + 1).some(({ pause }) => pause >= (isNamed ? PAUSE.clause : PAUSE.comma))) return false // prettier-ignore
  for (let i = at; i <= hit.last; i++) if (tenseAt(i, tokens)) return true
  return false
}
/** "Is it a heart attack, my chest hurts": of what it is asked, and of what is felt it is told. */
const tellsPart = (from: number, to: number, { symptoms, keys }: Scene) =>
  symptoms.some(({ first, last, key }) => first >= from && last <= to && !FACTS.has(keys[key]!) && !NAMED_ILLNESSES.has(keys[key]!)) // prettier-ignore

const ASKS = new Set('will would could can should do does did is are am may might what when how who where which why puede pueden podria podrian debo deberia que cual como cuando donde quien'.split(' ')) // prettier-ignore
const FEARS = new Set('worried afraid scared fear risk miedo temo riesgo if si could might may will would'.split(' '))
const TELLS = new Set('cant cannot wont has have am having tengo estoy tiene esta siento me se le no ya nos hay traigo trae'.split(' ')) // prettier-ignore

/** "If my chest pain gets worse, do I call": it is there. */
function isThereAlready(cue: Hit, hit: Hit, { text: { tokens } }: Scene): boolean {
  if (!OWNED.has(tokens[cue.last]!.text)) return false
  return tokens.slice(cue.last + 1, hit.last + 1 + GOES_ON_REACH).some(({ text, pause }, n) => GOES_ON.has(text) && (pause === PAUSE.none || cue.last + 1 + n <= hit.first)) // prettier-ignore
}
const GOES_ON_REACH = 4
const OWNED = new Set('my his her the this it mi el la este esta me le'.split(' '))
const GOES_ON = new Set('worse worsens worsen continues continue persists persist spreads spread sigue siguen continua continuan empeora empeoran persiste vuelve regresa'.split(' ')) // prettier-ignore

/** "I don't know if she is having a stroke", "no sé si es un infarto": nobody supposes, somebody is not sure. "If I ever had one" asks. */
function isDoubt(cue: Hit, hit: Hit, { text: { tokens } }: Scene): boolean {
  const before = tokens.slice(Math.max(0, cue.first - 3), cue.first)
  if (before.at(-1) === undefined || !NOT_SURE.has(before.at(-1)!.text)) return false
  const isNot = /^(wonder|wondering|unsure)$/.test(before.at(-1)!.text) || before.some(({ text }) => NEGATIONS.has(text) || /^(cant|cannot|couldnt)$/.test(text)) // prettier-ignore
  const between = tokens.slice(cue.first + 1, hit.last + 1).map(({ text }) => text)
  return isNot && between.some((word) => IS_OR_HAS.has(word)) && !between.some((word) => EVER.has(word))
}
const NOT_SURE = new Set('sure know tell unsure wonder wondering se seguro segura sabemos'.split(' '))
const IS_OR_HAS = new Set('is am are im its hes shes has have having es esta estoy tengo tiene sea sera era'.split(' '))
const EVER = new Set('ever once should would will can could if alguna nunca jamas vez debo puedo'.split(' '))

/** "If I lie down I can't breathe": when it comes, not whether. */
function isTrigger(cue: Hit, hit: Hit, { text: { tokens } }: Scene): boolean {
  const at = tokens.findIndex(({ text }, i) => i > cue.last && i <= cue.last + 3 && i < hit.first && DOES_WITH_BODY.has(text)) // prettier-ignore
  return at >= 0 && !tokens.slice(at, hit.first).some(({ text }) => /^(will|would|could|can|should|may|might|does|do|puede|podria|sera)$/.test(text)) // prettier-ignore
}
const DOES_WITH_BODY = new Set('lie lay laying lying walk climb move stand bend cough breathe swallow press touch sit lean exercise run lift turn raise camino subo corro acuesto acuesta agacho agacha muevo mueve levanto respiro trago toso toco aprieto'.split(' ')) // prettier-ignore

const beginsThought = ({ first }: Hit, { text: { tokens } }: Scene) =>
  tokens[first]!.pause >= PAUSE.comma || /^(and|y|but|pero|because|porque|since)$/.test(tokens[first - 1]?.text ?? '')

/** "Doing homework and suddenly got chest pain": something happened meanwhile. */
function goesOn(cue: Hit, hit: Hit, { text: { tokens } }: Scene): boolean {
  for (let i = cue.last + 1; i <= hit.last; i++) {
    const [word, next] = [tokens[i - 1]!.text, tokens[i]!.text]
    if (HAPPENS.has(next) && (/^(and|y|then|entonces|when|cuando)$/.test(word) || next === 'suddenly')) return true
  }
  return false
}
const HAPPENS = new Set(
  'had got has started suddenly is was then fainted collapsed felt began tuvo le me se empezo de'.split(' '),
)

/** A person speaks of himself, or another thought begins, between the purpose and the symptom. */
function tellsOfSelf(hit: Hit, scene: Scene): boolean {
  const purpose = scene.of('cue:purpose').findLast(({ first }) => first <= hit.first)
  // "I'm a teacher with chest pain".
  const isWith = /^(with|con)$/.test(scene.text.tokens[(purpose?.last ?? 0) + 1]?.text ?? '')
  if (purpose && isWith && /^(i|im|soy)$/.test(scene.text.tokens[purpose.first]!.text) && hit.first - purpose.last <= HAVING_REACH + 1) return true // prettier-ignore
  for (let i = (purpose?.last ?? hit.first) + 1; i <= hit.last; i++) if (OF_SELF.has(scene.text.tokens[i]!.text)) return true // prettier-ignore
  return false
}
const OF_SELF = new Set(
  'and y i im ive my me mi cant cannot keep keeps got started suddenly now since tengo siento estoy no'.split(' '),
)

const LEARN_REACH = 7
const PURPOSE_REACH = 16

/** "It feels as if", "como si": told of a body, not supposed. */
const likens = (cue: Hit, { text }: Scene) => /^(as|como|like)$/.test(text.tokens[cue.first - 1]?.text ?? '')

const precedes = (cue: Hit, hit: Hit, reach: number, scene: Scene) =>
  cue.first <= hit.first &&
  hit.first - cue.last <= reach &&
  sameSentence(cue.last, Math.max(hit.first, cue.last), scene)

/** "What should I do, because my chest hurts": the supposing ends at "because". */
function takenBack(cue: Hit, hit: Hit, scene: Scene): boolean {
  const { tokens } = scene.text
  for (let i = cue.last + 1; i <= hit.first; i++) {
    if (TAKES_BACK.has(tokens[i]!.text) || (TELLS_NEWS.has(tokens[i]!.text) && beginsClause(i, tokens))) return true
  }
  return false
}

const TAKES_BACK = new Set(['because', 'cause', 'cuz', 'bc', 'porque', 'now', 'ahora', 'ahorita', 'already', 'ya'])
/** "It hurts if you tap it, and today my legs won't move": another thought. */
const TELLS_NEWS = new Set(['today', 'tonight', 'hoy', 'anoche', 'lately', 'suddenly'])
const beginsClause = (i: number, tokens: Token[]) =>
  tokens[i]!.pause >= PAUSE.comma || /^(and|y|but|pero)$/.test(tokens[i - 1]?.text ?? '')

/** Who the symptom is about: the nearest person named before it in the text. */
function subjectOf(hit: Hit, scene: Scene): Subject {
  let subject: Subject = 'self'
  let at = -1
  for (const cue of scene.of('subject:child'))
    if (cue.first <= hit.first && cue.first > at) [subject, at] = ['child', cue.first]
  for (const cue of scene.of('subject:other')) {
    if (cue.first <= hit.first && cue.first > at) [subject, at] = [subject === 'child' && isPronoun(cue, scene) ? 'child' : 'named_other', cue.first] // prettier-ignore
  }
  if (at < 0) return subject
  for (let i = hit.first; i > at; i--) if (SELF_WORDS.has(scene.text.tokens[i]!.text)) return 'self'
  return subject
}

const isPronoun = (cue: Hit, scene: Scene) => /^(he|she|they|el|ella)$/.test(scene.text.tokens[cue.first]!.text)
const SELF_WORDS = new Set(['i', 'im', 'ive', 'me', 'yo', 'tengo', 'siento', 'estoy'])

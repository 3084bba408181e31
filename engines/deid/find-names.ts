/**
 * Names of people. A name of the lists is a hint; what stands before and after decides: a title, "my name is", a relative, a greeting, another
 * name. Illnesses and tools named after people, medicines and departments stay. Known names (the patient's, relatives') count in any case.
 */
import { isMedicine } from '#engines/text/medicine-names.ts'

import { isOfDictionary } from './dictionary.ts'
import { IS } from './lexicon.ts'
import { hashOfFolded, foldWord, isJoined, isWord, lengthAt, SHAPE, signAt, wordAt, type Pieces } from './pieces.ts'
import { mark, type Reading } from './reading.ts'

const COMMA = 0x2c
const DOT = 0x2e
const DASH = 0x2d
const COLON = 0x3a
/** Most words of one name. */
const LONGEST_NAME = 5
/** A known name shorter than this is a word too often. */
const SHORTEST_KNOWN = 2
const MOST_KNOWN = 200

const has = (pieces: Pieces, at: number, bit: number) =>
  at >= 0 && at < pieces.count && (pieces.classes[at]! & bit) !== 0
const isCapital = (pieces: Pieces, at: number) =>
  at >= 0 && at < pieces.count && (pieces.shapes[at]! & SHAPE.capital) !== 0 && isWord(pieces, at)

const NO_NAME = new Set('pepper electronically digitally google who line practitioner gmail internet i im ill ive id my the this that it is ok okay yes no please today not also una pak peds ada iva lada re rama alta aka simi scholl madam apellido'.split(' ')) // prettier-ignore
const AFTER_EPONYM = new Set(
  'disease syndrome catheter sign test lymphoma palsy maneuver score scale fracture surgery exercises exercise disorder procedure esophagus cyst thyroiditis phenomenon titer contractions braxton criteria balloon bag flare tube reflex position chorea ulcer tremor encephalopathy operation repair plus and or pregnancy'.split(
    ' ',
  ),
)
/** What only an illness, a sign or a tool is named by: whoever stands before it is no patient ("Hunter syndrome"). */
const ILLNESS = new Set('disease syndrome palsy lymphoma sarcoma tumor titer maneuver phenomenon chorea ataxia dystrophy encephalopathy contracture shunt catheter esophagus thyroiditis stent score criteria scale index reflex tear wrap bandage drain splint forceps needle strap brace boot sling collar bunionectomy osteotomy equivocal pattern wave insoles lift mattress pump cannula gel foam dressing grade classification staging protocol regimen diet language idioma'.split(' ')) // prettier-ignore
export const namesIllness = (pieces: Pieces, at: number): boolean => ILLNESS.has(wordAt(pieces, at + 1))

/** A word that is nobody here, whatever else may say so: an illness, a tool, a brand. */
export const isNobody = (pieces: Pieces, at: number): boolean =>
  namesIllness(pieces, at) ||
  isEponymUse(pieces, at) ||
  isGraded(pieces, at) ||
  NO_NAME.has(wordAt(pieces, at)) ||
  isMedicine(wordAt(pieces, at))

/** "Tanner III", "Wagner 2": a scale, not somebody. */
const isGraded = (pieces: Pieces, at: number): boolean =>
  !has(pieces, at - 1, IS.title | IS.given | IS.family) && (has(pieces, at, IS.eponym) || !has(pieces, at, IS.given)) && isGrade(pieces, at + 1) // prettier-ignore
const GRADE = /^(?:i{2,3}|iv|vi)[abc]?$/
const isGrade = (pieces: Pieces, at: number): boolean =>
  at < pieces.count && ((pieces.shapes[at]! & SHAPE.number) !== 0 ? lengthAt(pieces, at) <= 2 : GRADE.test(wordAt(pieces, at)) && (pieces.shapes[at]! & SHAPE.capital) !== 0) // prettier-ignore

const BEFORE_EPONYM = new Set('enfermedad sindrome mal signo sonda prueba tetralogia maniobra linfoma escala fractura test enf cateter'.split(' ')) // prettier-ignore

export function findNames(reading: Reading, known: readonly string[]): void {
  const { pieces } = reading
  if (known.length > 0) markKnown(reading, known)
  findSpelled(reading)
  if ((pieces.anyShape & SHAPE.capital) !== 0) findLastNameFirst(reading)
  if ((pieces.anyClass & (IS.given | IS.family | IS.title | IS.nameCue | IS.kin | IS.greeting)) !== 0) {
    for (let i = 0; i < pieces.count; i++) {
      const found = pieces.classes[i]!
      if (found === 0) continue
      if ((found & IS.title) !== 0) afterTitle(reading, i)
      if ((found & IS.nameCue) !== 0) afterCue(reading, i)
      if ((found & IS.kin) !== 0) afterKin(reading, i)
      if ((found & IS.greeting) !== 0) afterGreeting(reading, i)
    }
    for (let i = 0; i < pieces.count; i++) {
      if ((pieces.classes[i]! & (IS.given | IS.family)) !== 0 && reading.taken[i] === 0) i = byItself(reading, i)
    }
  }
  if ((pieces.anyShape & SHAPE.capital) !== 0) {
    findAnnounced(reading)
    findUnlisted(reading)
  }
}

/** Before somebody: "dictated by", "seen with", "cc", "follow-up with", "call". */
const BEFORE_PERSON = new Set('by with cc attn atencion para con call firmado firma dra dr caller'.split(' '))
/** Before a place: "in Macon", "moved to Bangor". */
const BEFORE_PLACE = new Set('in from to near outside en desde hacia'.split(' '))

/** A capitalised word that no list knows, behind a small word that tells whether somebody or some place follows. */
function findAnnounced(reading: Reading): void {
  const { pieces } = reading
  for (let i = 1; i < pieces.count; i++) {
    if ((pieces.shapes[i]! & (SHAPE.capital | SHAPE.line)) !== SHAPE.capital || reading.taken[i] !== 0) continue
    let before = i - 1
    if (signAt(pieces, before) === COLON) before--
    const word = wordAt(pieces, before)
    const isInitialed = isInitial(pieces, i) && signAt(pieces, i + 1) === DOT && isUnlisted(reading, i + 2)
    if (isInitialed) mark(reading, 'name', i, endOfName(reading, i + 2), 0.7)
    else if (BEFORE_PERSON.has(word) && isUnlisted(reading, i)) markName(reading, i, 0.6)
    else if (BEFORE_PLACE.has(word) && isUnlisted(reading, i) && !IS_DEPARTMENT.has(wordAt(pieces, i))) mark(reading, 'place', i, isUnlisted(reading, i + 1) ? i + 1 : i, 0.6)
    else if (IS_PATIENT.has(word) && canBeAsked(pieces, i) && canBeAsked(pieces, i + 1)) mark(reading, 'name', i, canBeAsked(pieces, i + 2) ? i + 2 : i + 1, 0.75)
  }
} // prettier-ignore
const IS_DEPARTMENT = new Set('pathology admissions admisiones patologia triage archivo recepcion reception registration billing laboratory laboratorio rehab scheduling referrals compliance'.split(' ')) // prettier-ignore
const IS_PATIENT = new Set(['patient', 'pt', 'paciente'])

/** Two or more capitalised words side by side that are nothing known, in a sentence of small words: likely somebody. */
function findUnlisted(reading: Reading): void {
  const { pieces, taken } = reading
  for (let i = 0; i + 1 < pieces.count; i++) {
    if ((pieces.shapes[i]! & SHAPE.capital) === 0 || taken[i] !== 0) continue
    if (i > 0 && (pieces.shapes[i]! & SHAPE.line) === 0 && canBeAsked(pieces, i) && ASKED.has(wordAt(pieces, i - 1))) {
      markName(reading, i, 0.7)
      continue
    }
    if (!isUnlisted(reading, i)) continue
    if (CAN.has(wordAt(pieces, i - 1)) && DONE.has(wordAt(pieces, i + 1))) {
      mark(reading, 'name', i, i, 0.65)
      continue
    }
    // "Jean-Baptiste Desrosiers": a dash joins two words of a name.
    const next = (at: number) =>
      signAt(pieces, at + 1) === DASH && isJoined(pieces, at + 1) && isJoined(pieces, at + 2) ? at + 2 : at + 1
    if (!isUnlisted(reading, next(i))) continue
    let last = next(i)
    while (last + 1 < pieces.count && last - i < LONGEST_NAME && isUnlisted(reading, next(last))) last = next(last)
    if ((pieces.shapes[i + 1]! & SHAPE.line) === 0 && taken[i] === 0) mark(reading, 'name', i, last, 0.55)
    i = last
  }
}

function findLastNameFirst(reading: Reading): void {
  const { pieces, taken } = reading
  for (let i = 0; i + 2 < pieces.count; i++) {
    const isCandidate = signAt(pieces, i + 1) === COMMA && taken[i] === 0 && isCapital(pieces, i)
    if (isCandidate && isLastNameFirst(reading, i)) mark(reading, 'name', i, endOfName(reading, i + 2), 0.7)
  }
}

/** "can Zbigniew join": whoever can do what only people do. */
const CAN = new Set('can could should puede podra podria'.split(' '))
const DONE = new Set('come join have get go take start stop see use play eat drink swim return wait stay bring call drive travel ride wear ir venir tomar comer jugar pasar volver llevar entrar'.split(' ')) // prettier-ignore

/** "ask Crystal about": who is asked or told is somebody, even by a word's name. */
const ASKED = new Set('ask tell dile digale pregunte pregunten'.split(' '))
const canBeAsked = (pieces: Pieces, at: number) =>
  canBeName(pieces, at) &&
  (!has(pieces, at, IS.care | IS.title) || has(pieces, at, IS.given)) &&
  (pieces.shapes[at]! & SHAPE.capitals) === 0

const BEFORE_PATIENT = new Set('pt patient paciente on for re regarding'.split(' '))

/** "Strosin, Milton": the first may be in no list. */
function isLastNameFirst({ pieces, taken }: Reading, at: number): boolean {
  if (signAt(pieces, at + 1) !== COMMA || !isCapital(pieces, at + 2) || taken[at + 2] !== 0) return false
  // "Castellan, RN" tells a profession.
  if ((pieces.shapes[at + 2]! & SHAPE.capitals) !== 0 && (pieces.shapes[at]! & SHAPE.capitals) === 0) return false
  const isFamily = has(pieces, at, IS.family) || (lengthAt(pieces, at) > 2 && (pieces.classes[at]! & KNOWN_WORD) === 0)
  if (!isFamily || NO_NAME.has(wordAt(pieces, at)) || isMedicine(wordAt(pieces, at))) return false
  const isStart =
    at === 0 ||
    BEFORE_PATIENT.has(wordAt(pieces, at - 1)) ||
    signAt(pieces, at - 1) === DOT ||
    signAt(pieces, at - 1) === COLON ||
    (pieces.shapes[at]! & SHAPE.line) !== 0
  const isGiven = has(pieces, at + 2, IS.given)
  return isStart
    ? isGiven || (pieces.classes[at + 2]! & KNOWN_WORD) === 0
    : isGiven && !has(pieces, at + 2, IS.alsoWord)
}

const KNOWN_WORD = IS.common | IS.care | IS.medicine | IS.eponym | IS.month | IS.organization | IS.street | IS.state | IS.city | IS.kin | IS.title | IS.greeting | IS.cue | IS.biometric // prettier-ignore

const isUnlisted = ({ pieces, taken }: Reading, at: number) =>
  taken[at] === 0 && isCapital(pieces, at) && lengthAt(pieces, at) > 2 && (pieces.shapes[at]! & SHAPE.capitals) === 0 && (pieces.classes[at]! & KNOWN_WORD) === 0 && !isMedicine(wordAt(pieces, at)) // prettier-ignore

/** Folded words of the known names. */
function markKnown(reading: Reading, known: readonly string[]) {
  const { pieces } = reading
  const hashes = new Set<number>()
  for (const name of known.slice(0, MOST_KNOWN)) {
    for (const word of name.split(/[\s,-]+/))
      if (foldWord(word).length >= SHORTEST_KNOWN) hashes.add(hashOfFolded(word))
  }
  const isKnown = (at: number) =>
    at < pieces.count && reading.taken[at] === 0 && isWord(pieces, at) && hashes.has(pieces.hashes[at]!) &&
    (isCapital(pieces, at) || !has(pieces, at, IS.common | IS.particle)) // prettier-ignore
  for (let i = 0; i < pieces.count; i++) {
    if (!isKnown(i) || has(pieces, i, IS.particle)) continue
    let last = i
    while (isKnown(last + 1)) last++
    mark(reading, 'name', i, last, 0.97)
    i = last
  }
}

/** Can this word be part of a name, when something before says that a name comes? */
function canBeName(pieces: Pieces, at: number): boolean {
  if (!isCapital(pieces, at) || NO_NAME.has(wordAt(pieces, at))) return false
  if (has(pieces, at, IS.given | IS.family)) return true
  return !has(
    pieces,
    at,
    IS.common | IS.care | IS.medicine | IS.month | IS.organization | IS.kin | IS.greeting | IS.title,
  )
}

const isInitial = (pieces: Pieces, at: number) =>
  isCapital(pieces, at) && lengthAt(pieces, at) === 1 && wordAt(pieces, at) !== 'i'

/** "Brenda Vos": a capitalised word right behind a name, in no other part a sentence could begin, is of it though it is a word. */
const isNamedByWord = (pieces: Pieces, at: number) =>
  isCapital(pieces, at) && !NO_NAME.has(wordAt(pieces, at)) && (pieces.shapes[at]! & SHAPE.capitals) === 0 && lengthAt(pieces, at) >= 3 && has(pieces, at - 1, IS.given) && !has(pieces, at - 1, IS.alsoWord) && !has(pieces, at, IS.care | IS.medicine | IS.month | IS.organization | IS.kin | IS.greeting | IS.title | IS.state | IS.city) // prettier-ignore

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** The last piece of the name that begins at `first`. */
function endOfName(reading: Reading, first: number): number {
  const { pieces, taken } = reading
  let last = first
  let words = 1
  let at = first + 1
  while (words < LONGEST_NAME && at < pieces.count && taken[at] === 0 && (pieces.shapes[at]! & SHAPE.line) === 0) {
    if (SUFFIXES.has(wordAt(pieces, at))) return at
    // What a dash joins to a name is of it, whatever word it is.
    if (signAt(pieces, at) === DASH && isJoined(pieces, at) && isJoined(pieces, at + 1) && isCapital(pieces, at + 1)) {
      last = at + 1
      words++
      at += 2
      continue
    }
    if (signAt(pieces, at) === DOT && isInitial(pieces, at - 1) && isJoined(pieces, at)) {
      if (!canBeName(pieces, at + 1)) break
      at++
    } else if (has(pieces, at, IS.particle) && (canBeName(pieces, at + 1) || (has(pieces, at + 1, IS.particle) && canBeName(pieces, at + 2)))) {
      at += has(pieces, at + 1, IS.particle) && !canBeName(pieces, at + 1) ? 2 : 1
    }
    if (!canBeName(pieces, at) && !isNamedByWord(pieces, at)) break
    last = at
    words++
    at++
  } // prettier-ignore
  return last
}

const markName = (reading: Reading, first: number, confidence: number) => mark(reading, 'name', first, endOfName(reading, first), confidence) // prettier-ignore

/** "Señor Domingo Santos": a word of care or a weekday before a family name. */
const isCareName = (pieces: Pieces, at: number): boolean =>
  has(pieces, at, IS.care) && isCapital(pieces, at + 1) && has(pieces, at + 1, IS.family) && (pieces.shapes[at + 1]! & SHAPE.line) === 0 // prettier-ignore

/** Titles that hardly anything but a name follows. */
const TOLD_SMALL = new Set('don dona mr mrs ms sr sra'.split(' '))
const DOCTORS = new Set(['dr', 'dra', 'doctor', 'doctora'])

function afterTitle(reading: Reading, at: number): void {
  const { pieces } = reading
  let next = at + 1
  if (signAt(pieces, next) === DOT && isJoined(pieces, next)) next++
  if (wordAt(pieces, at) === 'ms' && !isCapital(pieces, at)) return
  // "lic RN 628841": letters before a number are no name.
  if (((pieces.shapes[next + 1] ?? 0) & SHAPE.number) !== 0 && lengthAt(pieces, Math.min(next, pieces.count - 1)) <= 3)
    return
  if ((pieces.shapes[next] ?? 0) & SHAPE.line) return
  if (canBeName(pieces, next) && (!has(pieces, next, IS.eponym) || has(pieces, next, IS.given | IS.family))) {
    markName(reading, next, 0.92)
    return
  }
  // "Dr. Bell in Macon", "Dr. Sun-Hee Park": behind a title a capital is somebody, unless an illness or a tool is named.
  const isDashed = signAt(pieces, next + 1) === DASH && isJoined(pieces, next + 1) && isCapital(pieces, next + 2)
  const isTitled =
    isCapital(pieces, next) &&
    (pieces.shapes[next]! & SHAPE.capitals) === 0 &&
    (isDashed ||
      isCareName(pieces, next) ||
      (has(pieces, next, IS.eponym) && !AFTER_EPONYM.has(wordAt(pieces, next + 1)) && !isPossessive(pieces, next)))
  if (isTitled) {
    mark(reading, 'name', next, isDashed ? endOfName(reading, next + 2) : endOfName(reading, next), 0.85)
    return
  }
  const isListed = has(pieces, next, IS.given | IS.family) && !has(pieces, next, IS.common | IS.alsoWord | IS.particle)
  // "dr shah said": behind a doctor's title a name is written small, too.
  const isDoctor = DOCTORS.has(wordAt(pieces, at)) && isWord(pieces, next) && lengthAt(pieces, next) >= 3
  const isSomebody =
    isListed ||
    ((pieces.classes[next]! & (KNOWN_WORD | IS.particle | IS.alsoWord)) === 0 && !isMedicine(wordAt(pieces, next)))
  if (isDoctor && isSomebody) {
    const last = endOfSmallName(pieces, next)
    mark(reading, 'name', next, last, 0.75)
    return
  }
  // "don chema", "mrs szczepanski": small, and no word at all.
  if (
    TOLD_SMALL.has(wordAt(pieces, at)) &&
    isWord(pieces, next) &&
    lengthAt(pieces, next) >= 4 &&
    !isCapital(pieces, next) &&
    (pieces.classes[next]! & (KNOWN_WORD | IS.word | IS.particle | IS.alsoWord)) === 0
  ) {
    mark(reading, 'name', next, endOfSmallName(pieces, next), 0.75)
    return
  }
  if (isListed && next > at + 1) mark(reading, 'name', next, next, 0.8)
}

const STRONG = new Set(
  'name names named called nombre llamo llama llaman apellido surname firma signed attn'.split(' '),
)

function afterCue(reading: Reading, at: number): void {
  const { pieces } = reading
  const word = wordAt(pieces, at)
  let next = at + 1
  if (STRONG.has(word)) {
    if (word === 'called' || word === 'names') {
      if (canBeName(pieces, next)) markName(reading, next, 0.8)
      return
    }
    for (let steps = 0; steps < 3; steps++) {
      const isLink = wordAt(pieces, next) === 'is' || wordAt(pieces, next) === 'es' || signAt(pieces, next) === COLON || ((word === 'signed' || word === 'name') && signAt(pieces, next) === COMMA)
      if (isLink) next++
    }
    markLoose(reading, next)
    return
  } // prettier-ignore
  if (word === 'am' && wordAt(pieces, at - 1) !== 'i') return
  if (word === 'its' || word === 'this' || word === 'im' || word === 'am' || word === 'soy') {
    if (word === 'this' && wordAt(pieces, next) === 'is') next++
    const isFirstOfTwo = isCapital(pieces, next) && isUnlisted(reading, next + 1) && !has(pieces, next, IS.care | IS.title | IS.organization)
    // "im pham thi hong": in small letters words of the lists that are nothing else.
    const isSmall = word !== 'its' && word !== 'this' && isWord(pieces, next) && !isCapital(pieces, next) && lengthAt(pieces, next) >= 4 && !has(pieces, next, IS.word | IS.alsoWord | IS.particle | KNOWN_WORD) && (has(pieces, next, IS.given) || (has(pieces, next, IS.family) && isSmallName(pieces, next + 1)))
    if (isSmall) {
      let last = next
      while (isSmallName(pieces, last + 1) && last - next < LONGEST_NAME) last++
      mark(reading, 'name', next, last, 0.75)
    } else if ((canBeName(pieces, next) || isFirstOfTwo) && !has(pieces, next, IS.eponym) && (pieces.shapes[next]! & SHAPE.capitals) === 0) markName(reading, next, 0.85)
    return
  } // prettier-ignore
  if (signAt(pieces, next) === COLON) next++
  if (word === 'spoke')
    next = wordAt(pieces, next) === 'with' || wordAt(pieces, next) === 'to' ? next + 1 : pieces.count
  if (canBeName(pieces, next) && !has(pieces, next, IS.eponym | IS.city | IS.state)) markName(reading, next, 0.75)
}

const isSmallName = (pieces: Pieces, at: number) =>
  has(pieces, at, IS.given | IS.family) && isWord(pieces, at) && (pieces.shapes[at]! & SHAPE.line) === 0 && !has(pieces, at, IS.common | IS.alsoWord | IS.particle) // prettier-ignore

/** After "my name is" a name may be written small: words of the lists, and words that are no common ones. */
function markLoose(reading: Reading, first: number): void {
  const { pieces } = reading
  const isName = (at: number) =>
    at < pieces.count && isWord(pieces, at) && signAt(pieces, at) === 0 && !NO_NAME.has(wordAt(pieces, at)) &&
    (canBeName(pieces, at) || has(pieces, at, IS.given | IS.family) || (!has(pieces, at, IS.common | IS.word | IS.care | IS.medicine) && (isCapital(pieces, at) || !isOfDictionary(wordAt(pieces, at))))) // prettier-ignore
  if (has(pieces, first, IS.title) || (!isCapital(pieces, first) && NO_FAMILY.has(wordAt(pieces, first)))) return
  if (!isName(first)) return
  let last = first
  for (let words = 1; words < LONGEST_NAME; words++) {
    let at = last + 1
    if (signAt(pieces, at) === DASH && isJoined(pieces, at)) at++
    if (signAt(pieces, at) === DOT && isInitial(pieces, last)) at++
    if (has(pieces, at, IS.particle) && has(pieces, at + 1, IS.particle) && isName(at + 2)) at += 2
    else if (has(pieces, at, IS.particle) && isName(at + 1) && wordAt(pieces, at) !== 'al') at++
    const isNext = isName(at) && !has(pieces, at, IS.nameCue) && (isCapital(pieces, at) || has(pieces, at, IS.given | IS.family) || !has(pieces, at, IS.common)) // prettier-ignore
    if (!isNext || (pieces.shapes[at]! & SHAPE.line) !== 0) break
    // "and" and "a" are in no name, and small words that are also names end it.
    const isSmallFamily = has(pieces, at, IS.family) && !NO_FAMILY.has(wordAt(pieces, at))
    if (!isCapital(pieces, at) && has(pieces, at, IS.alsoWord | IS.particle) && !isSmallFamily) break
    last = at
  }
  mark(reading, 'name', first, last, 0.9)
}

/** Family names that stand behind a name as another word far more often. */
const NO_FAMILY = new Set('do an ho so lang long will may day love good key can dan hay hope'.split(' '))

function afterKin(reading: Reading, at: number): void {
  const { pieces } = reading
  let next = at + 1
  if (signAt(pieces, next) === COMMA) next++
  else if (wordAt(pieces, next) === 'is' || wordAt(pieces, next) === 'es') next++
  if (canBeName(pieces, next)) {
    markName(reading, next, 0.85)
    return
  }
  const isSmallName = has(pieces, next, IS.given) && !has(pieces, next, IS.alsoWord | IS.common) && next === at + 1
  if (isSmallName) mark(reading, 'name', next, next, 0.75)
}

const CLOSING = new Set('thanks thx sincerely regards best respectfully gracias atentamente saludos cordialmente cheers love signed'.split(' ')) // prettier-ignore

function afterGreeting(reading: Reading, at: number): void {
  const { pieces } = reading
  const word = wordAt(pieces, at)
  let next = at + 1
  if (word === 'thank' && wordAt(pieces, next) === 'you') next++
  if (word === 'best' && wordAt(pieces, next) === 'regards') next++
  const isClosing = CLOSING.has(word) || word === 'thank'
  if (signAt(pieces, next) === COMMA) next++
  if (!isClosing && (pieces.shapes[next] ?? 0) & SHAPE.line) return
  // "Best Buy" is a shop: a closing word stands before a comma or a line end.
  if (isClosing && signAt(pieces, next - 1) !== COMMA && !((pieces.shapes[next] ?? 0) & SHAPE.line) && word !== 'thanks' && word !== 'gracias') return
  if (isInitial(pieces, next) || canBeName(pieces, next)) {
    if (isInitial(pieces, next) && signAt(pieces, next + 1) !== DOT) return
    if (has(pieces, next, IS.given | IS.family) || !isClosing || isLastWords(pieces, next)) markName(reading, next, 0.85)
  }
} // prettier-ignore

const isLastWords = (pieces: Pieces, at: number) =>
  pieces.count - at <= LONGEST_NAME || (pieces.shapes[at]! & SHAPE.line) !== 0

const WITH_PERSON = new Set(
  'tell ask contact call with for from to by dile con para llame pregunte and y told called saw see'.split(' '),
)

/** A name of the lists without a word that announces it. Returns the last piece it looked at. */
function byItself(reading: Reading, at: number): number {
  const { pieces } = reading
  const found = pieces.classes[at]!
  // "from Montana" tells a state.
  if ((found & IS.state) !== 0 && (found & IS.given) === 0 && BEFORE_PLACE.has(wordAt(pieces, at - 1))) return at
  if (
    isEponymUse(pieces, at) ||
    isGraded(pieces, at) ||
    namesIllness(pieces, at) ||
    ((found & IS.care) !== 0 && !has(pieces, at - 1, IS.given))
  )
    return at
  if (!isCapital(pieces, at)) {
    // "tell maria that": a given name that is no word, written small.
    const isSmall = (found & IS.given) !== 0 && (found & (IS.alsoWord | IS.particle | IS.medicine | IS.care)) === 0
    if (isSmall && lengthAt(pieces, at) >= 4 && (isRare(pieces, at) || WITH_PERSON.has(wordAt(pieces, at - 1)))) {
      const last = endOfSmallName(pieces, at)
      mark(reading, 'name', at, last, last > at ? 0.75 : 0.65)
      return last
    }
    return at
  } // prettier-ignore
  // "ANA", "TIA": short and in capitals among small words it is an abbreviation.
  const isShort = (pieces.shapes[at]! & SHAPE.capitals) !== 0 && lengthAt(pieces, at) <= 4
  if (isShort && !((pieces.shapes[at + 1] ?? 0) & SHAPE.capitals)) return at
  let last = endOfName(reading, at)
  const isGiven = (found & IS.given) !== 0
  const isSure = (found & IS.alsoWord) === 0
  // "Rodriguez, Maria"
  if ((found & IS.family) !== 0 && last === at && signAt(pieces, at + 1) === COMMA && isCapital(pieces, at + 2) && has(pieces, at + 2, IS.given) && !(has(pieces, at + 2, IS.alsoWord) && !isSure)) {
    mark(reading, 'name', at, endOfName(reading, at + 2), 0.85)
    return last
  } // prettier-ignore
  const initial = signAt(pieces, at - 1) === DOT && isInitial(pieces, at - 2) && reading.taken[at - 2] === 0
  if (initial) {
    mark(reading, 'name', at - 2, last, 0.85)
    return last
  }
  if (last > at && isGiven && followsFamily(pieces, at, last)) {
    mark(reading, 'name', at, last, isSure ? 0.9 : 0.75)
    return last
  }
  if (isGiven && isSure) {
    if (last === at && lengthAt(pieces, at) >= 4 && !isCapital(pieces, at + 1)) last = endOfSmallName(pieces, at)
    mark(reading, 'name', at, last, 0.78)
    return last
  }
  if ((found & IS.family) !== 0 && isSure && (found & IS.eponym) === 0 && (found & IS.common) === 0) {
    mark(reading, 'name', at, last, 0.65)
    return last
  }
  return at
}

/** In small letters, and no word of the lists or, at the length of one, of the dictionaries. */
const isRare = (pieces: Pieces, at: number): boolean =>
  !has(pieces, at, IS.common | IS.word) && (has(pieces, at + 1, IS.family) || !isOfDictionary(wordAt(pieces, at)))

/** "bridget fitzsimmons": family names written small, that are no words, behind a given name. */
function endOfSmallName(pieces: Pieces, at: number): number {
  let last = at
  while (last - at < 2) {
    const next = last + 1
    // "mike d." at the end of what is said
    const isLetter = next < pieces.count && isWord(pieces, next) && lengthAt(pieces, next) === 1 && pieces.count - next <= 2
    if (isLetter && (next + 1 === pieces.count || signAt(pieces, next + 1) === DOT)) return next
    if (SUFFIXES.has(wordAt(pieces, next)) && last > at) return next
    // A word that is none, at the end of what is said: "bridget fitzsimmons, call me".
    const isLast = next + 1 >= pieces.count || signAt(pieces, next + 1) !== 0 || SUFFIXES.has(wordAt(pieces, next + 1))
    const isFamily = next < pieces.count && (has(pieces, next, IS.family | IS.given) || (isLast && lengthAt(pieces, next) >= (next + 1 >= pieces.count ? 4 : 5) && (pieces.classes[next]! & KNOWN_WORD) === 0 && !isMedicine(wordAt(pieces, next)))) && isWord(pieces, next) && (pieces.shapes[next]! & SHAPE.line) === 0
    if (!isFamily || has(pieces, next, IS.common | IS.alsoWord | IS.particle | IS.care | IS.medicine | IS.eponym) || lengthAt(pieces, next) < 4) break
    last = next
  }
  return last
} // prettier-ignore

function followsFamily(pieces: Pieces, first: number, last: number): boolean {
  const hasSure = !has(pieces, first, IS.alsoWord)
  for (let i = first + 1; i <= last; i++) {
    if (has(pieces, i, IS.family) || (isCapital(pieces, i) && (hasSure || !has(pieces, i, KNOWN_WORD | IS.given))))
      return true
  }
  return false
}

function isEponymUse(pieces: Pieces, at: number): boolean {
  if (wordAt(pieces, at) === 'lou' && wordAt(pieces, at + 1).startsWith('gehrig')) return true
  if (!has(pieces, at, IS.eponym)) return false
  if (wordAt(pieces, at - 1) === 'lou') return true
  const before = wordAt(pieces, at - 1)
  if (has(pieces, at - 1, IS.given) && isCapital(pieces, at - 1)) return false
  if (before === 'de' && BEFORE_EPONYM.has(wordAt(pieces, at - 2))) return true
  if (BEFORE_EPONYM.has(before) || AFTER_EPONYM.has(wordAt(pieces, at + 1))) return true
  if (isPossessive(pieces, at) || has(pieces, at + 1, IS.eponym) || signAt(pieces, at + 1) === DASH) return true
  // A tool or illness stands alone ("the Foley"); a person has a title or a given name, which is looked at before.
  return (
    !(has(pieces, at, IS.given) && !has(pieces, at, IS.alsoWord)) ||
    before === 'the' ||
    before === 'el' ||
    before === 'a'
  )
}

const isPossessive = ({ text, ends }: Pieces, at: number) => text[ends[at]!] === "'" || text[ends[at]!] === '’'

/** "S-M-I-T-H", "s m i t h", "S as in Sam, M as in Mary". */
function findSpelled(reading: Reading): void {
  const { pieces } = reading
  for (let i = 0; i + 4 < pieces.count; i++) {
    if (lengthAt(pieces, i) !== 1 || !isWord(pieces, i) || reading.taken[i] !== 0) continue
    let last = i
    let letters = 1
    let hasDash = false
    for (;;) {
      const isAs = wordAt(pieces, last + 1) === 'as' && wordAt(pieces, last + 2) === 'in' && isWord(pieces, last + 3)
      let at = isAs ? last + 4 : last + 1
      const sign = signAt(pieces, at)
      if (sign === DASH || (sign === COMMA && isAs)) {
        at++
        if (sign === DASH) hasDash = true
      }
      if (isAs) {
        last += 3
        if (!isLetter(pieces, at)) break
      }
      if (!isLetter(pieces, at)) break
      last = at
      letters++
    }
    const isSpelled = letters >= (hasDash ? 4 : 5) || (letters >= 2 && last - i >= letters * 3)
    if (isSpelled) mark(reading, 'name', i, last, 0.8)
    if (last > i) i = last
  }
}

const isLetter = (pieces: Pieces, at: number) => at < pieces.count && isWord(pieces, at) && lengthAt(pieces, at) === 1

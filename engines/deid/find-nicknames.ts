/**
 * People told by what they do or by what they are called: "Mark asked", "Sol dice", "ask for Big Ray", "soy el Güero", "dr b", and the
 * entries of a list of names. A name that is also a word is one here, because nothing but a person asks, says or wants.
 */
import { IS } from './lexicon.ts'
import { isMedicine } from '#engines/text/medicine-names.ts'
import { isNumber, isWord, lengthAt, SHAPE, signAt, wordAt, type Pieces } from './pieces.ts'
import { mark, type Reading } from './reading.ts'

const DOT = 0x2e
const BRACKET = 0x29

const isCapital = (pieces: Pieces, at: number) => at >= 0 && at < pieces.count && (pieces.shapes[at]! & SHAPE.capital) !== 0 && isWord(pieces, at) // prettier-ignore
const has = (pieces: Pieces, at: number, bit: number) => at >= 0 && at < pieces.count && (pieces.classes[at]! & bit) !== 0 // prettier-ignore
const isOneOf = (words: ReadonlySet<string>, pieces: Pieces, at: number) => words.has(wordAt(pieces, at))

export function findNicknames(reading: Reading): void {
  const { pieces, taken } = reading
  const hasCapital = (pieces.anyShape & SHAPE.capital) !== 0
  const hasTitle = (pieces.anyClass & IS.title) !== 0
  if (!hasCapital && (pieces.anyClass & (IS.title | IS.given)) === 0) return
  for (let i = 0; i < pieces.count; i++) {
    if (hasTitle && has(pieces, i, IS.title)) markLetter(reading, i)
    if (taken[i] === 0 && isByname(pieces, i)) mark(reading, 'name', i, taken[i + 1] === 0 ? i + 1 : i, 0.75)
    if (taken[i] === 0) markOfMary(reading, i)
    if (taken[i] === 0 && isRelated(pieces, i))
      mark(reading, 'name', i, isOneOf(SUFFIXES, pieces, i + 1) ? i + 1 : i, 0.7)
    if (taken[i] !== 0 || !isCapital(pieces, i)) continue
    if (isDoer(pieces, i)) mark(reading, 'name', i, i, 0.75)
    else if (
      isOneOf(FAMILY, pieces, i + 1) &&
      isOneOf(THE, pieces, i - 1) &&
      !has(pieces, i, IS.common | IS.care | IS.title | IS.kin | IS.medicine)
    )
      mark(reading, 'name', i, i, 0.7) // prettier-ignore
    else if (isCalled(pieces, i) || isOwner(pieces, i) || isBeside(reading, i)) mark(reading, 'name', i, i, 0.7)
    else if (isSpanishNickname(pieces, i)) mark(reading, 'name', i, i, 0.7)
  }
  if (hasCapital) markEntries(reading)
}

/** What only somebody does. */
const DOES = new Set(
  (
    'asked asks says said tells told wants wanted needs needed called calls texted texts emailed thinks thought feels felt took takes woke refused refuses reported reports denied denies stated states lives wonders wondered hates loves likes forgot complained complains vomited fainted gave mentioned agreed prefers hopes knows ate drank drove ' +
    'dice dijo pide pidio quiere queria necesita pregunta pregunto llamo llama vino viene tiene toma tomo vive padece sufre refiere niega manda mando avisa aviso cuenta conto cree siente prefiere olvido trajo lleva llevo acepta acepto comenta firma firmo insiste vomito'
  ).split(' '), // prettier-ignore
)
/** Names that their words are so much oftener that the lists leave them out. */
const WORDS_FIRST = new Set('april bill chance skip drew luz dot cash rich patience honor ash kit sunny candy angeles nieve mar domingo'.split(' ')) // prettier-ignore
/** Names that begin a question: "Will my daughter do?" */
const MODAL = new Set('will may can'.split(' '))
const MY = new Set('my mi our nuestra nuestro'.split(' '))
/** What notes say of somebody by the family name, and family names that are words of notes. */
const NOTED = new Set('denies reports complains refused refuses denied niega refiere reporta'.split(' '))
const NOT_NOTED = new Set('staff church page house law post ward case street school press labor'.split(' '))

/** "Mark asked the nurse", "Bishop denies chest pain", "my sister April", "Ángel mi esposo es un ángel". */
function isDoer(pieces: Pieces, at: number): boolean {
  if (has(pieces, at, IS.family) && isOneOf(NOTED, pieces, at + 1) && !isOneOf(NOT_NOTED, pieces, at)) return true
  if (
    !(has(pieces, at, IS.given) || isOneOf(WORDS_FIRST, pieces, at)) ||
    has(pieces, at, IS.care | IS.medicine | IS.title | IS.kin)
  )
    return false
  if ((pieces.shapes[at]! & SHAPE.capitals) !== 0 && lengthAt(pieces, at) < 3) return false
  if (lengthAt(pieces, at) < 3 || isCapital(pieces, at + 1)) return false
  if (has(pieces, at - 1, IS.kin | IS.title) && isOneOf(WORDS_FIRST, pieces, at)) return true
  if (isOneOf(DOES, pieces, at + 1)) return true
  return has(pieces, at + 2, IS.kin) && isOneOf(MY, pieces, at + 1) && !isOneOf(MODAL, pieces, at)
}

/** Before the name of somebody who is known by a nickname. */
const BYNAMES = new Set('big little lil old ol young tiny slim skinny fat tall coach junior crazy mean'.split(' ')) // prettier-ignore

/** "ask for little Ray": before a given name, whether it was found already or not. */
const isByname = (pieces: Pieces, at: number): boolean =>
  isCapital(pieces, at + 1) && (pieces.shapes[at + 1]! & SHAPE.line) === 0 && isOneOf(BYNAMES, pieces, at) && (has(pieces, at + 1, IS.given) || wordAt(pieces, at) === 'lil') && !has(pieces, at + 1, IS.state) // prettier-ignore

/** "the Delacroix family" */
const THE = new Set('the los la'.split(' '))
const FAMILY = new Set('family household twins brothers sisters siblings'.split(' '))

const SUFFIXES = new Set('jr iii'.split(' '))
const NO_WORD =
  IS.common | IS.word | IS.care | IS.medicine | IS.title | IS.kin | IS.month | IS.state | IS.particle | IS.organization
/** "farideh (daughter)", "chuckie jr": a word that is none, before a relative in brackets or a suffix. */
const isRelated = (pieces: Pieces, at: number): boolean => {
  if (!isWord(pieces, at) || lengthAt(pieces, at) < 3 || has(pieces, at, NO_WORD | IS.eponym)) return false
  if (isOneOf(SUFFIXES, pieces, at + 1) && wordAt(pieces, at + 2) !== 'high') return true
  return signAt(pieces, at + 1) === 0x28 && (has(pieces, at + 2, IS.kin) || (isOneOf(HIS, pieces, at + 2) && has(pieces, at + 3, IS.kin))) // prettier-ignore
}
const startsSentence = (pieces: Pieces, at: number) => at === 0 || (pieces.shapes[at]! & SHAPE.line) !== 0 || /[.!?:]/.test(String.fromCharCode(signAt(pieces, at - 1))) // prettier-ignore
const HIS = new Set('my his her their our mi su'.split(' '))

const ABOUT = new Set('about for of regarding re and is'.split(' '))
/** "about Zion's EpiPen": whoever has something. */
const isOwner = (pieces: Pieces, at: number): boolean =>
  (isOneOf(ABOUT, pieces, at - 1) || (!has(pieces, at, NO_WORD | IS.town) && !startsSentence(pieces, at))) && (pieces.shapes[at]! & SHAPE.capitals) === 0 && isPossessive(pieces, at) && lengthAt(pieces, at) > 2 && !has(pieces, at, IS.care | IS.medicine | IS.eponym | IS.month | IS.title | IS.kin | IS.organization | IS.state) && !isOneOf(NOBODY, pieces, at) // prettier-ignore
const NOBODY = new Set('today tomorrow yesterday everyone everybody someone somebody anyone anybody nobody god people mum mummy mam gran granny nan nana grandad dad mom medicare medicaid'.split(' ')) // prettier-ignore
const isPossessive = ({ text, ends }: Pieces, at: number) => /^['’]s(?!\w)/.test(text.slice(ends[at]!, ends[at]! + 3))

const AND = 0x26
/** "Mo & Flo", "Dawn and Ray", "Angélica y Ángel": beside a given name that was found. */
const isBeside = ({ pieces, taken }: Reading, at: number): boolean => {
  if (has(pieces, at, IS.care | IS.medicine | IS.title | IS.kin | IS.month)) return false
  const isFound = (i: number) => i >= 0 && i < pieces.count && taken[i] !== 0 && isCapital(pieces, i) && has(pieces, i, IS.given)
  const isGiven = has(pieces, at, IS.given)
  if (isFound(at + 2) && signAt(pieces, at + 1) === AND) return isGiven || !has(pieces, at, IS.common)
  return isGiven && ((isFound(at + 2) && isOneOf(ANDS, pieces, at + 1)) || (isFound(at - 2) && (isOneOf(ANDS, pieces, at - 1) || signAt(pieces, at - 1) === AND)))
} // prettier-ignore
const ANDS = new Set('and y e'.split(' '))

const CALLS = new Set('call calls called'.split(' '))
const WHOM = new Set('him her me them'.split(' '))
const KNOWN_AS = new Set('alias aka apodado apodada nicknamed nickname apodo'.split(' '))
const ONE = new Set('un una el la'.split(' '))
const GOES = new Set('goes go known went conocido conocida'.split(' '))

/** "everybody calls him Tiny", "goes by Skip", "alias Chalo", "un tal Joselo". */
function isCalled(pieces: Pieces, at: number): boolean {
  if (has(pieces, at, IS.care | IS.medicine | IS.month | IS.title | IS.kin | IS.state) || lengthAt(pieces, at) < 3) return false // prettier-ignore
  if ((pieces.shapes[at]! & (SHAPE.line | SHAPE.capitals)) !== 0) return false
  const before = wordAt(pieces, at - 1)
  if (WHOM.has(before) && isOneOf(CALLS, pieces, at - 2)) return wordAt(pieces, at - 2) !== 'call' || !has(pieces, at, IS.common) // prettier-ignore
  if (before === 'tal') return isOneOf(ONE, pieces, at - 2)
  if (before === 'by' || before === 'as') return isOneOf(GOES, pieces, at - 2)
  return KNOWN_AS.has(before)
}

const ARTICLES = new Set('el la al del los las'.split(' '))
/** What people are called in Spanish behind an article. */
const SPANISH_NICKNAMES = new Set(
  'guero guera chino china flaco flaca gordo gorda gordito gordita negro negra negrito negrita moreno morena chato chata pelon pelona chaparro chaparra oso indio ruso gringo gringa colorado zurdo tuerto mudo nene nena pelado mono mona turco gallego tano rubio rubia pollo gato tigre zorro loco loca pecas colocho canche mocho bolillo chiquis prieto prieta cholo chola sordo cojo catire catira tata nono nona profe'.split(' '), // prettier-ignore
)
/** Before the article, when whoever follows is told by a nickname. */
const BEFORE_NICKNAME = new Set('soy llaman dicen decimos dicho apodan era'.split(' '))

/** "soy el Güero", "dile a la Flaca". */
function isSpanishNickname(pieces: Pieces, at: number): boolean {
  if (!isOneOf(ARTICLES, pieces, at - 1) || isCapital(pieces, at - 1)) return false
  if (SPANISH_NICKNAMES.has(wordAt(pieces, at))) return true
  return isOneOf(BEFORE_NICKNAME, pieces, at - 2) && (pieces.shapes[at]! & SHAPE.capitals) === 0 && !has(pieces, at, IS.care | IS.title | IS.kin | IS.nameCue | IS.organization | IS.medicine | IS.month | IS.state | IS.common) // prettier-ignore
}

/** Given names that another follows behind "de". */
const BEFORE_MARY = new Set('maria ma jose juan ana luz flor'.split(' '))

/** "maría del socorro", "maria de los angeles". */
function markOfMary(reading: Reading, at: number): void {
  const { pieces } = reading
  if (!has(pieces, at + 1, IS.particle) || !isOneOf(BEFORE_MARY, pieces, at) || !wordAt(pieces, at + 1).startsWith('de')) return // prettier-ignore
  const behind = has(pieces, at + 2, IS.particle) ? at + 3 : at + 2
  if (!has(pieces, behind, IS.given | IS.alsoWord)) return
  const last = has(pieces, behind + 1, IS.family) && !has(pieces, behind + 1, IS.common | IS.alsoWord) ? behind + 1 : behind
  mark(reading, 'name', at, last, 0.8)
} // prettier-ignore

const DOCTORS = new Set('dr dra doctor doctora'.split(' '))
/** Letters that are words, and those that stand for one where people write short ("dr q atiende"). */
const SMALL_WORDS = new Set('a e i o u y s x'.split(' '))
const SHORT_WORDS = new Set('q k d w n m t c p'.split(' '))

/** "dr b said", "dra g,": a doctor by one small letter. */
function markLetter(reading: Reading, title: number): void {
  const { pieces } = reading
  if (!isOneOf(DOCTORS, pieces, title)) return
  const at = signAt(pieces, title + 1) === DOT ? title + 2 : title + 1
  const isLetter = at < pieces.count && isWord(pieces, at) && lengthAt(pieces, at) === 1 && (pieces.shapes[at]! & SHAPE.line) === 0 // prettier-ignore
  if (
    isLetter &&
    reading.taken[at] === 0 &&
    !isOneOf(SMALL_WORDS, pieces, at) &&
    (!isOneOf(SHORT_WORDS, pieces, at) ||
      at + 1 === pieces.count ||
      signAt(pieces, at + 1) !== 0 ||
      isOneOf(DOES, pieces, at + 1))
  )
    mark(reading, 'name', at, at, 0.7)
}

/** Fewest entries of a list; half of them are names already. */
const FEWEST_ENTRIES = 3
/** Most words of an entry. */
const LONGEST_ENTRY = 4

/** "1) Pham 2) DiNapoli 3) Two Bears": in a numbered list of people all entries are people. */
function markEntries(reading: Reading): void {
  const { pieces, taken, found } = reading
  const entries: number[] = []
  for (let i = 0; i + 2 < pieces.count; i++) {
    const sign = signAt(pieces, i + 1)
    const isNumbered = isNumber(pieces, i) && lengthAt(pieces, i) <= 2 && (sign === BRACKET || sign === DOT)
    if (isNumbered && isCapital(pieces, i + 2)) entries.push(i + 2)
  }
  if (entries.length < FEWEST_ENTRIES) return
  const names = new Set(found.flatMap(({ kind, span }) => (kind === 'name' ? [span[0]] : [])))
  if (entries.filter((at) => names.has(pieces.starts[at]!)).length * 2 < entries.length) return
  for (const at of entries) {
    if (taken[at] !== 0 || has(pieces, at, IS.care | IS.medicine) || isMedicine(wordAt(pieces, at))) continue
    let last = at
    while (isCapital(pieces, last + 1) && taken[last + 1] === 0 && last + 1 - at < LONGEST_ENTRY) last++
    mark(reading, 'name', at, last, 0.6)
  }
}

/**
 * The small words of English and Spanish, those a sentence is held together by: a list of words is enough for them, since none is added to a
 * language. What they say decides how the others are read (denied, past, of whom, how many), so a slip in one of them is mended for every reader.
 */
import { buildSpelling, editDistance, hasSameLetters, isSlip, type Spelling } from './spelling.ts'
import { stem } from './stem.ts'
import { FILLERS, type Token } from './tokens.ts'

const ENGLISH = `
  i you he she it we they me him her us them my your his its our their mine yours hers theirs myself yourself himself herself themselves im ive youre hes shes theyre weve theyve thats theres whats
  the an this that these those who whom whose which what when where why how somebody someone anybody anyone nobody something anything nothing everything
  about above across after against along among around at before behind below between by down during for from in inside into like near of off on onto out outside over past since through till to
  toward under until up upon with within without and but or nor because although though while if unless than then so as
  am is are was were be been being have has had having do does did done can could cant cannot couldnt will would wont wouldnt shall should may might must dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt aint
  get gets got getting gotten go goes going went gone take takes took keep keeps kept feel feels felt feeling say says said come comes came
  no not never none neither denies denied only just even still now today yesterday tonight tomorrow again more most less much many few some any all both each every other another here there once twice ago already yet always
  often nearly almost barely hardly longer instead old
  one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred point half
  second seconds minute minutes hour hours day days week weeks month months year years time times morning night evening afternoon`
const SPANISH = `
  yo tu usted el ella ello nosotros ustedes ellos ellas me te se le les nos lo la los las mi mis su sus nuestro nuestra un una unos unas este esta esto estos estas ese esa eso esos esas aquel aquella
  que quien quienes cual cuando donde como porque aunque pero sino mientras desde hasta hacia para por con sin sobre entre contra segun durante tras ante bajo antes despues
  soy es son somos era eran fue fui ser estoy esta estan estamos estaba estaban estuve estuvo estar he ha han hemos habia haber hay tengo tiene tienen tenemos tenia tuve tuvo tener voy va van vamos iba ir
  siento siente sentia noto nota hago hace hacen hacia hizo hacer puedo puede pueden podia poder quiero quiere quieren doy dio dieron trae traigo anda ando llevo lleva dejo deja sigo sigue salio sale quedo queda
  no ni nunca jamas nada nadie ningun ninguna ninguno tampoco niega solo ya hoy ayer anoche ahora ahorita manana tarde noche todavia aun siempre otra otro otras otros vez veces mas menos muy mucho mucha muchos muchas poco
  poca todo toda todos todas algo alguien algun alguna cada casi apenas bien mal tambien aqui ahi asi
  uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento medio media
  segundo segundos minuto minutos hora horas dia dias semana semanas mes meses ano anos edad`

/** No small words, but read by themselves as these are: what was measured, and who is a child. */
const READ_ALONE = `
  finger meter glucometer glucometro pulsaciones temp temperature temperatura fever fiebre calentura sugar sugars glucose glucosa azucar oxygen oxigeno oximeter oximetro pulse pulso heart rate pressure presion tension grados degrees percent lbs kgs pounds kilos
  baby infant newborn toddler son daughter child kid boy girl woman man bebe hijo hija nino nina nene nena nacido nacida mujer hombre`

const DENIALS = new Set(
  'no not never none neither nothing nobody cant cannot couldnt dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt aint wont without denies denied ni nunca jamas nada nadie ningun ninguna ninguno tampoco niega sin'.split(
    ' ',
  ),
)

/** "Plls" is no "pls". */
const SHORTEST_FILLER = 4
const small = (block: string) => new Set(block.trim().split(/\s+/))
const BY_LANGUAGE = [small(ENGLISH), small(SPANISH)] as const
const SMALL_WORDS = new Set([
  ...BY_LANGUAGE.flatMap((words) => [...words]),
  ...small(READ_ALONE),
  ...[...FILLERS].filter((word) => word.length >= SHORTEST_FILLER),
])

/** Each token as the one small word that a slip makes it from; `written` keeps its own letters. */
export function mendSmallWords(tokens: Token[], realWords: ReadonlySet<string>): Token[] {
  const slips = tokens.map(({ text, isNumber }) =>
    isNumber || SMALL_WORDS.has(text) ? NONE : slipsOf(text, realWords),
  )
  if (slips.every(({ length }) => length === 0)) return tokens
  // "Ses" is "shes" where English is written and "seis" where Spanish is.
  const [english, spanish] = BY_LANGUAGE.map((words) => tokens.filter(({ text }) => words.has(text)).length)
  const spoken = BY_LANGUAGE[english! >= spanish! ? 0 : 1]
  return tokens.map((token, i) => {
    const all = slips[i]!
    const likely = all.length > 1 ? all.filter((word) => spoken.has(word)) : all
    const meant = theOne(likely)
    if (!meant) return likely.length > 0 ? { ...token, maybe: likely } : token
    return { ...token, text: meant, stem: stem(meant), isFiller: FILLERS.has(meant), written: token.text }
  })
}

const NONE: readonly string[] = []
let spelling: Spelling | undefined

/** One form of a word beside longer ones of it ("mees": mes, meses): how many there are is told elsewhere. */
function theOne(words: readonly string[]): string | undefined {
  const [shortest, ...longer] = words.toSorted((a, b) => a.length - b.length)
  return shortest !== undefined && longer.every((word) => word.startsWith(shortest)) ? shortest : undefined
}

/** Words that were looked at before; bounds what a hostile text can fill. */
const KNOWN_MAX = 20_000
const knownSlips = new Map<string, readonly string[]>()

function slipsOf(word: string, realWords: ReadonlySet<string>): readonly string[] {
  const known = knownSlips.get(word)
  if (known) return known
  const slips = findSlips(word, realWords)
  if (knownSlips.size < KNOWN_MAX) knownSlips.set(word, slips)
  return slips
}

/** The small words behind a slip; those that have all of its letters, if there are any ("tare" is "trae" before it is "tarde"). */
function findSlips(word: string, realWords: ReadonlySet<string>): readonly string[] {
  spelling ??= buildSpelling([...SMALL_WORDS], realWords)
  const behind = spelling
    .repair(word)
    .map(({ text }) => text)
    .filter((text) => isSlip(word, text) && editDistance(word, text, 1) <= 1)
  const whole = behind.filter((text) => hasSameLetters(word, text))
  const likely = whole.some((text) => SMALL_WORDS.has(text)) ? whole : behind
  const small = likely.filter((text) => SMALL_WORDS.has(text))
  // "Bt" is "but", and "bat" and "bit" as well; and a denial must be sure: "wanst" may be "wants".
  const isUnsure =
    small.length < likely.length && (word.length < SHORTEST_MENDED || small.some((text) => DENIALS.has(text)))
  return isUnsure ? NONE : small
}

/** Of two letters too little is left to know a word by. */
const SHORTEST_MENDED = 3

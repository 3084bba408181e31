/**
 * Schools, homes for the old, works, shops and quarters, told by the word of their kind: "Pinecone Preschool", "the Cargill plant",
 * "la escuela Benito Juárez", "vereda La Honda". A kind of place without a name of its own ("Urgent Care", "Hospital de Día") is none.
 */
import { hashOf, IS } from './lexicon.ts'
import { isJoined, isNumber, isWord, lengthAt, SHAPE, signAt, wordAt, type Pieces } from './pieces.ts'
import { mark, type Reading } from './reading.ts'

const DOT = 0x2e
const AND = 0x26
const COMMA = 0x2c
const DASH = 0x2d
const COLON = 0x3a
/** Most pieces of one name. */
const LONGEST = 8

const hashesOf = (words: string) => new Set(words.split(' ').map(hashOf))

/** English words at the end of such a name, written with a capital. */
const NAMED_LAST = hashesOf(
  'academy preschool kindergarten daycare snf alf elementary school college university institute montessori manor apartments apts estates village villas towers lodge inn motel hotel resort bakery cafe diner grill bistro restaurant tavern saloon dairy farm farms ranch orchard orchards foundry warehouse factory brewery winery sawmill mine mines quarry foods industries lumber motors logistics trucking freight shipbuilding refinery mills works terminal depot barracks construction roofing plumbing landscaping steel industrial manufacturing enterprises inc llc corp company co ltd church chapel cathedral mosque temple synagogue shelter prison jail penitentiary library museum gym ymca ywca mall market grocery drug drugs drugstore apothecary pharmacy island beach springs township reservation borough hospice memorial regional casino stadium airport bank shipyard cannery marina auto salon barbershop nursery childcare', // prettier-ignore
)
/** The same in two words, where the last says too little alone. */
const NAMED_LAST_TWO = new Set(
  'memory care|assisted living|senior living|nursing home|nursing center|care center|care home|group home|retirement home|retirement community|living center|urgent care|trailer park|rv park|home park|post office|middle school|high school|primary school|head start|day care|child care|air base|force base|army base|naval base|correctional facility|correctional center|detention center|community center|fire department|police department|rescue mission|job corps|law office|law firm|funeral home|country club|golf club|rehab center'.split('|'), // prettier-ignore
)
/** Of care: they name a place only with a word that is nothing else, or behind "at" and "from". */
const OF_CARE = hashesOf('hospital clinic center centre rehab rehabilitation pharmacy hospice infirmary') // prettier-ignore
/** What a clinic or a centre is for, or how large it is: no name of its own. */
const KIND_OF_CARE = hashesOf(
  'infusion sleep wound weight loss walk in same day birth birthing cancer heart stroke trauma eye ear skin breast bone kidney liver spine joint diabetes diabetic vaccine vaccination travel memory foot hand allergy asthma burn outpatient inpatient ambulatory community regional county general children childrens kids student employee veterans veteran va call data test testing treatment recovery crisis poison control coumadin warfarin anticoagulation headache movement fertility vein hearing vision imaging diagnostic procedure endoscopy specialty main north south east west central new local city free public private the our your my this that a high middle primary nursing assisted senior cardiac pulmonary surgical surgery transplant pre post op prenatal methadone suboxone std std sti hiv mobile health', // prettier-ignore
)
/** English words of such a place that stay small: "the Gossner dairy". */
const SMALL_LAST = hashesOf(
  'plant refinery dairy factory mill mine farm ranch warehouse school church mosque temple library shelter prison jail store bakery diner hotel motel apartments shipyard cannery brewery quarry refinery slaughterhouse orchard casino academy preschool daycare elementary college neighborhood neighbourhood township reservation district subdivision projects', // prettier-ignore
)
/** Spanish words before such a name, in any case. */
const NAMED_FIRST = hashesOf(
  'escuela telesecundaria telebachillerato conalep colegio liceo instituto jardin guarderia kinder preescolar primaria secundaria preparatoria prepa bachillerato universidad hacienda finca rancho granja ejido panaderia carniceria ferreteria tortilleria taqueria pasteleria lavanderia peluqueria botica farmacia tienda mercado supermercado bodega fabrica maquila maquiladora planta taller restaurante cafeteria hotel hostal hosteria pension mina parroquia iglesia templo capilla residencia asilo geriatrico albergue orfanato internado convento vereda corregimiento caserio aldea comunidad pueblo poblado canton comuna municipio mpio col fracc urb rancheria urbanizacion fraccionamiento residencial conjunto condominio edificio torre villa barrio colonia reparto poblacion parque estacion terminal refineria ingenio aserradero cantera represa frigorifico matadero aeropuerto base carcel penal reclusorio cuartel empresa constructora transportes logistica cooperativa textiles almacenes imprenta viveros club gimnasio academia centro', // prettier-ignore
)
/** Words that end the name of a school, a church or a hospital only behind "at" or "to": "go to Rainier Beach High". */
const WEAK_LAST = hashesOf('high middle general methodist presbyterian baptist lutheran ame')
const OF_CARE_FIRST = hashesOf('hospital clinica sanatorio policlinico policlinica ambulatorio consultorio dispensario posta maternidad centro planta torre edificio comunidad estacion terminal club base') // prettier-ignore
/** Behind a Spanish word for a hospital and no name of it. */
const KIND_OF_CARE_ES = hashesOf(
  'dia noche dolor heridas salud general regional central comunitario publico privado universitario provincial municipal nacional rural urbano medico medicos clinico quirurgico baja alta norte sur este oeste primera segunda tercera cuarta principal externas integral especialidades rehabilitacion diabetes memoria vacunacion infantil mental atencion primaria trauma quemados cuidados', // prettier-ignore
)
const SHORTENED = new Set('mpio col fracc urb'.split(' '))
/** "Mercado Pago" is a way to pay. */
const NO_PLACE = new Set('pago libre'.split(' '))
const ARTICLES = new Set('la el las los the'.split(' '))
/** Between the word of the kind and the name: "colegio de San José", "municipio de Huamantla". */
const LINKS = new Set('de del'.split(' '))
/** Before the place where somebody is. */
const AT = new Set(
  'school escuela hospital church at from to near in by of for with behind is was use uses called named'.split(' '),
)

/** Words of a work or a stay, before "at" or "in" and a name. */
const WORKS = new Set(
  'work works worked working job employed employer shift teaches teacher taught attends student enrolled resident stays staying intern manager cashier driver trabajo trabaja trabaje trabajaba trabajo trabajando empleado empleada obrero obrera mozo operario operaria estudia estudio estudiaba'.split(' '), // prettier-ignore
)
const WORK_LINKS = new Set('at for en para'.split(' '))

const isCapital = (pieces: Pieces, at: number) => at >= 0 && at < pieces.count && (pieces.shapes[at]! & SHAPE.capital) !== 0 && isWord(pieces, at) // prettier-ignore
const has = (pieces: Pieces, at: number, bit: number) => at >= 0 && at < pieces.count && (pieces.classes[at]! & bit) !== 0 // prettier-ignore
const startsLine = (pieces: Pieces, at: number) => at === 0 || (pieces.shapes[at]! & SHAPE.line) !== 0 || /[.!?:]/.test(String.fromCharCode(signAt(pieces, at - 1))) // prettier-ignore

export function findInstitutions(reading: Reading): void {
  const { pieces, taken } = reading
  if ((pieces.anyShape & SHAPE.capital) === 0) return
  for (let i = 0; i < pieces.count; i++) {
    if (taken[i] !== 0 || !isWord(pieces, i)) continue
    const hash = pieces.hashes[i]!
    if (NAMED_FIRST.has(hash) || OF_CARE_FIRST.has(hash)) markNamedBehind(reading, i)
    if (taken[i] !== 0) continue
    if (isCapital(pieces, i)) {
      if (NAMED_LAST.has(hash) || OF_CARE.has(hash) || WEAK_LAST.has(hash) || isSecondOfTwo(pieces, i))
        markNamedBefore(reading, i)
    } else if (SMALL_LAST.has(hash)) markSmall(reading, i, i)
    else if (isCapital(pieces, i - 2) && NAMED_LAST_TWO.has(`${wordAt(pieces, i - 1)} ${wordAt(pieces, i)}`))
      markSmall(reading, i - 1, i)
  }
  for (let i = 1; i + 1 < pieces.count; i++) if (taken[i + 1] === 0) markWork(reading, i)
}

const isSecondOfTwo = (pieces: Pieces, at: number) =>
  isCapital(pieces, at - 1) && NAMED_LAST_TWO.has(`${wordAt(pieces, at - 1)} ${wordAt(pieces, at)}`)

/** Of no name: care, medicines, illnesses, months, titles, and small words. */
const NO_NAME = IS.care | IS.medicine | IS.eponym | IS.month | IS.title | IS.kin | IS.greeting
const isOwn = (pieces: Pieces, at: number): boolean =>
  isCapital(pieces, at) && lengthAt(pieces, at) > 1 && !KIND_OF_CARE.has(pieces.hashes[at]!) && (!has(pieces, at, NO_NAME) || has(pieces, at, IS.given | IS.family) && !has(pieces, at, IS.care | IS.medicine)) // prettier-ignore
const isSpecial = (pieces: Pieces, at: number): boolean =>
  isOwn(pieces, at) &&
  (!has(pieces, at, IS.common) || has(pieces, at, IS.given | IS.family | IS.city | IS.town | IS.alsoWord))

/** The dot of "Mt." and "St." */
const isShortened = (pieces: Pieces, dot: number): boolean =>
  signAt(pieces, dot) === DOT && isCapital(pieces, dot - 1) && lengthAt(pieces, dot - 1) <= 2

/** "St. Brendan's Academy", "Harlan Pallet & Crate Co": `at` is the word of the kind. */
function markNamedBefore(reading: Reading, at: number): void {
  const { pieces, taken } = reading
  const isPair = isSecondOfTwo(pieces, at)
  const kindFrom = isPair ? at - 1 : at
  const isCare = !isPair && OF_CARE.has(pieces.hashes[at]!) && !NAMED_LAST.has(pieces.hashes[at]!)
  let first = at
  let own = 0
  let special = 0
  for (let i = at - 1; i >= 0 && at - i <= LONGEST && taken[i] === 0; i--) {
    if ((pieces.shapes[i + 1]! & SHAPE.line) !== 0) break
    if (isCapital(pieces, i)) {
      // "Please send it", "The Daycare": the first word of a sentence is none of a name.
      const isFirst = startsLine(pieces, i) && !isShortened(pieces, i - 1)
      if (isFirst && has(pieces, i, IS.common) && !has(pieces, i, IS.given | IS.family)) break
      if (has(pieces, i, IS.title)) break
      // In a text of capitals a small word is one, too.
      if (
        (pieces.shapes[i]! & SHAPE.capitals) !== 0 &&
        has(pieces, i, IS.common) &&
        !has(pieces, i, IS.given | IS.family | IS.alsoWord | IS.town) &&
        i < kindFrom
      )
        break
      first = i
      if (i >= kindFrom) continue
      if (isOwn(pieces, i)) own++
      if (isSpecial(pieces, i)) special++
      continue
    }
    const isJoint = signAt(pieces, i) === AND || (signAt(pieces, i) === DASH && isJoined(pieces, i)) || isShortened(pieces, i) || wordAt(pieces, i) === 'of' // prettier-ignore
    if (!isJoint || !isCapital(pieces, i - 1)) break
  }
  // "2207 Church Street", "114 Oak School Rd" are streets.
  if (first >= kindFrom || has(pieces, at + 1, IS.street) || (pieces.shapes[first - 1] ?? 0) & SHAPE.number) return
  // "School: Rainier Beach High", "at the Elks lodge"
  const isBehindSign = signAt(pieces, first - 1) === COLON || ARTICLES.has(wordAt(pieces, first - 1))
  const before = wordAt(pieces, isBehindSign ? first - 2 : first - 1)
  if (WEAK_LAST.has(pieces.hashes[at]!) && !isPair && !(special > 0 && AT.has(before))) return
  const isNamed = isCare ? special > 0 : special > 0 || (own > 0 && (isPair || AT.has(before) || own > 1))
  const from = wordAt(pieces, first - 1) === 'the' && taken[first - 1] === 0 ? first - 1 : first
  if (isNamed) mark(reading, 'place', from, endOfKind(pieces, at), 0.7)
}

/** Most words behind the first word of the kind: "Regional Medical Center". */
const MOST_KINDS = 3

/** "Beecham Valley Urgent Care Clinic", "Ridgeview Hospital and Clinic": more words of the kind behind it. */
function endOfKind(pieces: Pieces, at: number): number {
  let last = at
  for (let i = at + 1; i - at <= MOST_KINDS && isCapital(pieces, i) && (pieces.shapes[i]! & SHAPE.line) === 0; i++)
    if (
      NAMED_LAST.has(pieces.hashes[i]!) ||
      OF_CARE.has(pieces.hashes[i]!) ||
      WEAK_LAST.has(pieces.hashes[i]!) ||
      isSecondOfTwo(pieces, i)
    )
      last = i
  return last
}

/** "the Cargill plant": behind an article or "at", capitals that are no word, and the kind in small letters. */
function markSmall(reading: Reading, at: number, last: number): void {
  const { pieces, taken } = reading
  let first = at
  let special = 0
  while (
    first > 0 &&
    at - first < LONGEST &&
    isCapital(pieces, first - 1) &&
    taken[first - 1] === 0 &&
    (pieces.shapes[first]! & SHAPE.line) === 0
  ) {
    // prettier-ignore
    first--
    if (isSpecial(pieces, first)) special++
    else if (!isOwn(pieces, first)) return
  }
  if (first === at || special === 0) return
  const hasArticle = ARTICLES.has(wordAt(pieces, first - 1))
  if (!hasArticle && !AT.has(wordAt(pieces, first - 1))) return
  mark(reading, 'place', hasArticle && taken[first - 1] === 0 ? first - 1 : first, last, 0.7)
}

/** "la escuela Benito Juárez", "municipio de Huamantla", "Panadería La Espiga de Lavapiés": `at` is the word of the kind. */
function markNamedBehind(reading: Reading, at: number): void {
  const { pieces, taken } = reading
  const isCare = OF_CARE_FIRST.has(pieces.hashes[at]!)
  let from = at + 1
  if (signAt(pieces, from) === DOT && SHORTENED.has(wordAt(pieces, at))) from++
  const hasLink = LINKS.has(wordAt(pieces, from))
  if (hasLink) from++
  while (from - at < 4 && hasLink && !isCapital(pieces, from) && ARTICLES.has(wordAt(pieces, from))) from++
  let last = at
  let special = 0
  let own = 0
  for (let i = from; i < pieces.count && i - at <= LONGEST && taken[i] === 0 && (pieces.shapes[i]! & SHAPE.line) === 0; i++) {
    if (isCapital(pieces, i)) {
      const isMonth = has(pieces, i, IS.month) && !has(pieces, i - 1, IS.particle)
      if (isMonth || (has(pieces, i, IS.care | IS.medicine | IS.eponym) && !has(pieces, i, IS.given | IS.family))) break
      if (NO_PLACE.has(wordAt(pieces, i))) return
      last = i
      if (lengthAt(pieces, i) < 3 || ((pieces.shapes[i]! & SHAPE.capitals) !== 0 && lengthAt(pieces, i) < 5) || KIND_OF_CARE_ES.has(pieces.hashes[i]!) || has(pieces, i, IS.title)) continue
      if (!has(pieces, i, IS.particle)) own++
      if (!has(pieces, i, IS.common | IS.particle) || has(pieces, i, IS.given | IS.family)) special++
    } else if (!has(pieces, i, IS.particle) && wordAt(pieces, i) !== 'y') break
    else if (!isCapital(pieces, i + 1) && !isCapital(pieces, i + 2)) break
  } // prettier-ignore
  // In a text of capitals nothing tells where the name begins.
  const isAllCapitals = (pieces.shapes[at]! & SHAPE.capitals) !== 0
  if (last === at || isAllCapitals || (isCare ? special === 0 : own === 0)) return
  const hasArticle = ARTICLES.has(wordAt(pieces, at - 1)) && taken[at - 1] === 0
  // "Barrio San Blas, Cuenca"
  const hasTown = signAt(pieces, last + 1) === COMMA && isCapital(pieces, last + 2) && has(pieces, last + 2, IS.town | IS.city) && !has(pieces, last + 2, IS.state) // prettier-ignore
  mark(reading, 'place', hasArticle ? at - 1 : at, withHouse(pieces, hasTown ? last + 2 : last), 0.75)
}

/** "Residencial Las Acacias casa 14" */
const HOUSES = new Set('casa apto apartamento depto dpto departamento lote mz manzana torre edificio bloque local piso'.split(' ')) // prettier-ignore

function withHouse(pieces: Pieces, last: number): number {
  const at = signAt(pieces, last + 1) === COMMA ? last + 2 : last + 1
  return HOUSES.has(wordAt(pieces, at)) && isNumber(pieces, at + 1) ? at + 1 : last
}

/** "works at Delmar Foods", "trabaja en Logística Ribalta": where somebody works or stays. */
function markWork(reading: Reading, at: number): void {
  const { pieces, taken } = reading
  if (!WORK_LINKS.has(wordAt(pieces, at)) || !isWorkBefore(pieces, at)) return
  let from = at + 1
  if (ARTICLES.has(wordAt(pieces, from)) && !isCapital(pieces, from)) from++
  let last = from - 1
  let special = 0
  for (let i = from; i < pieces.count && i - from < LONGEST && taken[i] === 0 && (pieces.shapes[i]! & SHAPE.line) === 0; i++) {
    if (isCapital(pieces, i)) {
      if (has(pieces, i, IS.care | IS.medicine | IS.month | IS.title | IS.kin | IS.state)) break
      if ((pieces.shapes[i]! & SHAPE.capitals) !== 0 && lengthAt(pieces, i) < 4) break
      last = i
      if (!KIND_OF_CARE.has(pieces.hashes[i]!)) special++
    } else if (signAt(pieces, i) !== AND && !has(pieces, i, IS.particle)) break
    else if (!isCapital(pieces, i + 1)) break
  } // prettier-ignore
  if (special > 0) mark(reading, 'place', from, last, 0.65)
}

/** How far before the small word the word of work may stand. */
const WORK_REACH = 4
function isWorkBefore(pieces: Pieces, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i <= WORK_REACH && signAt(pieces, i) === 0; i--)
    if (WORKS.has(wordAt(pieces, i))) return true
  return false
}

/** Dates (all but a year alone) and ages over 89. */
import { IS, TENS } from './lexicon.ts'
import { isJoined, isNumber, lengthAt, SHAPE, signAt, valueAt, wordAt, type Pieces } from './pieces.ts'
import { mark, type Reading } from './reading.ts'

const SLASH = 0x2f
const DASH = 0x2d
const DOT = 0x2e
const COMMA = 0x2c
/** Ages above this identify a person. Source: 45 CFR 164.514(b)(2)(i)(C). */
const OLDEST_AGE = 89
const OLDEST_HUMAN = 122

export function findDates(reading: Reading): void {
  const { pieces, taken } = reading
  const { classes, count } = pieces
  const hasMonth = (pieces.anyClass & IS.month) !== 0
  const hasNumber = (pieces.anyShape & SHAPE.number) !== 0
  for (let i = 0; i < count; i++) {
    if (taken[i] !== 0) continue
    if (hasNumber && isNumber(pieces, i)) {
      if (!markNumeric(reading, i)) markAge(reading, i)
    } else if (hasNumber && (pieces.shapes[i]! & SHAPE.number) !== 0) markMixed(reading, i)
    else if (hasMonth && (classes[i]! & IS.month) !== 0) markMonth(reading, i)
    else if ((classes[i]! & IS.nineties) !== 0) markSpokenAge(reading, i)
  }
}

const isYear = (value: number) => value >= 1900 && value <= 2099
const BEFORE_DATE = new Set(
  'on by before since until dated from el desde hasta dob birth born nacimiento nacio'.split(' '),
)
const AFTER_AMOUNT = new Set('mg ml mcg tablet tablets tab tabs pill pills of cup cups teaspoon tablespoon pain dolor mmhg de tableta tabletas pastilla pastillas dose doses strength'.split(' ')) // prettier-ignore
const BEFORE_AMOUNT = new Set('bp pressure presion blood sangre ratio vision pain dolor norco percocet vicodin grade take tome tomo takes'.split(' ')) // prettier-ignore

function markNumeric(reading: Reading, at: number): boolean {
  const { pieces } = reading
  const sep = signAt(pieces, at + 1)
  if ((sep !== SLASH && sep !== DASH && sep !== DOT) || !isJoined(pieces, at + 1) || !isNumber(pieces, at + 2) || !isJoined(pieces, at + 2)) return false // prettier-ignore
  if (isJoined(pieces, at) && isNumber(pieces, at - 2)) return false
  const first = valueAt(pieces, at)
  const second = valueAt(pieces, at + 2)
  const isThree = signAt(pieces, at + 3) === sep && isJoined(pieces, at + 3) && isNumber(pieces, at + 4) && isJoined(pieces, at + 4) // prettier-ignore
  if (isThree) {
    const third = valueAt(pieces, at + 4)
    const length = lengthAt(pieces, at + 4)
    const short = lengthAt(pieces, at) <= 2 && lengthAt(pieces, at + 2) <= 2
    if (short && isMonthDay(first, second) && (isYear(third) || (length === 2 && sep !== DOT))) {
      return mark(reading, 'date', at, at + 4, 0.95)
    }
    if (isYear(first) && isMonthDay(second, third) && lengthAt(pieces, at + 2) <= 2) return mark(reading, 'date', at, at + 4, 0.95) // prettier-ignore
    return false
  }
  // "takes 10-14 days", "PT 2-3 times": between two numbers of what is counted.
  if (COUNTED.has(wordAt(pieces, at + 3))) return false
  // "Scheduled for 4-22": with a dash only where something that has a day is spoken of.
  const isDashed = sep === DASH && second >= 1 && second <= 31 && first >= 1 && first <= 12 && lengthAt(pieces, at + 2) <= 2
  const isPadded = lengthAt(pieces, at) === 2 && lengthAt(pieces, at + 2) === 2 && first < 10
  if (isDashed && signAt(pieces, at + 3) !== DASH && (isPadded || isDated(reading, at))) return mark(reading, 'date', at, at + 2, 0.75)
  if (sep !== SLASH || signAt(pieces, at + 3) === SLASH) return false
  if (first >= 1 && first <= 12 && isYear(second)) return mark(reading, 'date', at, at + 2, 0.85)
  if (lengthAt(pieces, at + 2) > 2 || !isMonthDay(first, second)) return false
  const before = wordAt(pieces, at - 1)
  if (AFTER_AMOUNT.has(wordAt(pieces, at + 3)) || BEFORE_AMOUNT.has(before)) return false
  if (BEFORE_DATE.has(before)) return mark(reading, 'date', at, at + 2, 0.9)
  // "citada 28/3": the day first, where something that has a day is spoken of.
  if (first > 12) return second <= 12 && isDated(reading, at) && mark(reading, 'date', at, at + 2, 0.75)
  // "8/10" is how strong a pain is, "1/2" a tablet, "20/40" sight, "24/7" always.
  const isSure = second > 12 || lengthAt(pieces, at) + lengthAt(pieces, at + 2) > 2 + (first > 9 ? 1 : 0) + (second > 9 ? 1 : 0)
  return (isSure || isDated(reading, at)) && mark(reading, 'date', at, at + 2, 0.75)
} // prettier-ignore

/** Behind two numbers that are from so many to so many. */
const COUNTED = new Set('minutes minutos min mins hours hrs horas days dias weeks wks semanas months meses years anos times veces x tabs tablets tabletas pastillas caps capsules pills puffs drops gotas units unidades sessions sesiones visits reps doses dosis lbs pounds libras kg feet miles millas blocks people personas percent'.split(' ')) // prettier-ignore

/** How far before a number a word may stand that makes it a day, or an amount. */
const DATE_REACH = 6
/** Characters between two days of one list. */
const CLOSE = 10
const WEEKDAYS = new Set('monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun lunes martes miercoles jueves viernes sabado domingo'.split(' ')) // prettier-ignore
const DATED = new Set(
  'effective starting beginning seen visit appt appointment cita consulta surgery procedure shot shots injection injected vaccine vaccinated given admitted discharged started began filled refill refilled due delivered born birthday bday dob labs drawn scheduled booked canceled cancelled rescheduled moved expires expired exp faxed mailed sent called voicemail received paid billed dated visto vista vacuna vacunado operado operada cirugia nacido nacida vence programada fecha posted signed updated charged came dos lmp edd closed last next week citado citada citados citamos control revision turno ingreso ingresado ingresada egreso alta vino vuelve vuelva nacio nos proximo proxima reunion entrega vencio pagado pagada pague emitida recibida programado agendado agendada reprogramada operaron reprogramado thru through dc disch adm admit tx wedding funeral picked'.split(
    ' ',
  ),
)
const SCALED = new Set(
  'pain dolor strength score scale vision bp pressure presion ratio tablet tablets tab tabs pill pills apgar pulses pulse reflexes escala fuerza tableta pastilla dose dosis edema murmur gcs mmse moca phq cup taza inch inches teaspoon mg rated level nivel morse braden grade stars energy mood stress anxiety sleep'.split(
    ' ',
  ),
)

/** Two small numbers are a day behind a weekday, or when something that has a day is spoken of and nothing that has a measure. */
function isDated(reading: Reading, at: number): boolean {
  const { pieces } = reading
  if (WEEKDAYS.has(wordAt(pieces, at - 1)) || (signAt(pieces, at - 1) === COMMA && WEEKDAYS.has(wordAt(pieces, at - 2)))) return true
  // "PT 2/7 and OT 2/9": one more behind a day.
  const isMore = reading.found.some(({ kind, span }) => kind === 'date' && span[1] <= pieces.starts[at]! && pieces.starts[at]! - span[1] < CLOSE)
  if (isMore) return true
  if (SCALED.has(wordAt(pieces, at + 3)) || SCALED.has(wordAt(pieces, at + 4))) return false
  for (let i = at - 1; i >= 0 && at - i <= DATE_REACH; i--) {
    const word = wordAt(pieces, i)
    if (DATED.has(word)) return true
    if (SCALED.has(word) || signAt(pieces, i) === DOT) return false
  }
  return false
} // prettier-ignore

const isMonthDay = (a: number, b: number) =>
  (a >= 1 && a <= 12 && b >= 1 && b <= 31) || (b >= 1 && b <= 12 && a >= 1 && a <= 31)

/** May and March are words too; the Spanish ones are not, but "mar" is the sea. */
const ALSO_WORD = new Set(['may', 'march', 'mar', 'sep', 'dec', 'jan'])
const MONTH_CUES = new Set(
  'in since during last this next until by late early mid of en desde hasta durante pasado every born'.split(' '),
)

function markMonth(reading: Reading, at: number): void {
  const { pieces } = reading
  const word = wordAt(pieces, at)
  const isCapital = (pieces.shapes[at]! & SHAPE.capital) !== 0
  if (ALSO_WORD.has(word) && !isCapital) {
    // "3 of may", "may 5th 2020", "next visit may 6"
    const isVisit = isDay(pieces, at + 1) && !isTimeOfDay(pieces, at + 1) && MAY_HAVE_DAY.has(wordAt(pieces, at - 1))
    if (
      !isDay(pieces, at - 1) &&
      wordAt(pieces, at - 1) !== 'of' &&
      !isOrdinalNumber(pieces, at + 1) &&
      ((pieces.classes[at + 1] ?? 0) & IS.ordinal) === 0 &&
      !isVisit
    )
      return
  }
  let first = at
  let last = at
  if (signAt(pieces, last + 1) === DOT && isJoined(pieces, last + 1)) last++
  // "Mid-September"
  const link = signAt(pieces, at - 1) === DASH && isJoined(pieces, at) ? wordAt(pieces, at - 2) : wordAt(pieces, at - 1)
  if (isDay(pieces, at - 1)) first = at - 1
  else if ((link === 'of' || link === 'de' || signAt(pieces, at - 1) === DASH) && isDay(pieces, at - 2)) first = at - 2
  if (first < at && reading.taken[first] !== 0) first = at
  if (wordAt(pieces, first - 1) === 'the' && first < at) first--
  let after = last + 1
  if (first === at && isDay(pieces, after) && !isTimeOfDay(pieces, after)) {
    last = after
    after++
  }
  const hasDay = first < at || last > at + 1 || (last === at + 1 && isDay(pieces, last))
  let year = after
  if (signAt(pieces, year) === COMMA || signAt(pieces, year) === DASH) year++
  else if (wordAt(pieces, year) === 'de' || wordAt(pieces, year) === 'del' || wordAt(pieces, year) === 'of') year++
  const hasYear = isNumber(pieces, year) && lengthAt(pieces, year) === 4 && isYear(valueAt(pieces, year))
  if (hasYear) last = year
  if (hasDay || hasYear) {
    mark(reading, 'date', first, last, 0.93)
    return
  }
  const isNamed = (pieces.classes[at]! & (IS.given | IS.family)) !== 0
  if (MONTH_CUES.has(link) && (isCapital || !isNamed || !BEFORE_NAMED.has(link))) mark(reading, 'date', at, at, 0.7)
}

/** Before a month that is also somebody: "the mother of june", "por parte de abril". */
const BEFORE_NAMED = new Set('of by de every'.split(' '))

/** Before "may 6", which is no day in "I may 6 times a day". */
const MAY_HAVE_DAY = new Set(
  'on by until till since before after from through thru visit appt appointment due cita dob born birthday bday next last the of to seen surgery starting effective is was dated'.split(
    ' ',
  ),
)

function isDay(pieces: Pieces, at: number): boolean {
  if (at < 0 || at >= pieces.count) return false
  if (isNumber(pieces, at)) return lengthAt(pieces, at) <= 2 && valueAt(pieces, at) >= 1 && valueAt(pieces, at) <= 31
  if (isOrdinalNumber(pieces, at)) return true
  if ((pieces.classes[at]! & IS.ordinal) !== 0) return true
  return (pieces.classes[at]! & IS.tens) !== 0 && (TENS[wordAt(pieces, at)] ?? 99) <= 30
}

const ORDINAL = /^\d{1,2}(?:st|nd|rd|th)$/
const isOrdinalNumber = (pieces: Pieces, at: number) =>
  at >= 0 && at < pieces.count && (pieces.shapes[at]! & SHAPE.number) !== 0 && lengthAt(pieces, at) <= 4 && ORDINAL.test(wordAt(pieces, at)) // prettier-ignore

/** "March 3 pm" is no day; "May 10:30" neither. */
const isTimeOfDay = (pieces: Pieces, at: number) =>
  (signAt(pieces, at + 1) === 0x3a && isJoined(pieces, at + 1)) || wordAt(pieces, at + 1) === 'pm' || wordAt(pieces, at + 1) === 'am' // prettier-ignore

const AFTER_ORDINAL = new Set(['at', 'and', 'of', 'for', 'to', 'or', 'in', 'if', 'because', 'but', 'works', 'is', ''])
const ON = new Set(['on', 'by', 'until', 'since', 'before', 'after', 'there'])

function markMixed(reading: Reading, at: number): void {
  const { pieces } = reading
  const word = wordAt(pieces, at)
  if (/^(?:9\d|1[01]\d)(?:yo|y|yr|yrs|yof|yom)$/.test(word) && Number.parseInt(word) > OLDEST_AGE) {
    mark(reading, 'age', at, at, 0.95)
    return
  }
  if (!ORDINAL.test(word) || Number.parseInt(word) > 31) return
  if ((pieces.classes[at + 1]! & IS.month) !== 0 || wordAt(pieces, at + 1) === 'of') return
  if (wordAt(pieces, at - 1) !== 'the' || !ON.has(wordAt(pieces, at - 2))) return
  if (AFTER_ORDINAL.has(wordAt(pieces, at + 1)) || signAt(pieces, at + 1) !== 0) mark(reading, 'date', at - 1, at, 0.8)
}

const AGE_CUES = new Set(
  'aged age edad turned cumplio cumplira cumplir cumpliendo cumplido cumple ronda turns turning tiene tengo anciano anciana'.split(
    ' ',
  ),
)
const SUBJECTS = new Set(
  'patient pt paciente he she i hes shes im mom dad mother father husband wife grandma grandpa grandmother grandfather who'.split(
    ' ',
  ),
)
const NO_AGE = new Set(
  'percent por days dias weeks minutes minutos hours mg ml lbs lb pounds libras kg pills dollars dolares miles'.split(
    ' ',
  ),
)

function markAge(reading: Reading, at: number): void {
  const { pieces } = reading
  const value = valueAt(pieces, at)
  if (!(value > OLDEST_AGE && value <= OLDEST_HUMAN)) return
  if (signAt(pieces, at - 1) === DOT || signAt(pieces, at - 1) === SLASH || signAt(pieces, at - 1) === 0x24) return
  let next = at + 1
  if (signAt(pieces, next) === DASH) next++
  if (((pieces.classes[next] ?? 0) & IS.year) !== 0 && next < pieces.count) {
    mark(reading, 'age', at, at, 0.95)
    return
  }
  if (wordAt(pieces, next) === 'y' && signAt(pieces, next + 1) === SLASH) {
    mark(reading, 'age', at, at, 0.95)
    return
  }
  const sign = signAt(pieces, at + 1)
  if ((sign === DOT || sign === COMMA || sign === SLASH || sign === 0x25 || sign === 0xb0) && (sign === 0x25 || sign === 0xb0 || isJoined(pieces, at + 2))) return
  if (NO_AGE.has(wordAt(pieces, at + 1))) return
  const before = wordAt(pieces, at - 1)
  // "Barnes, 91, rides the van", "my aunt (94)": between commas or brackets behind somebody.
  const isApposed = isSomebody(reading, at - 2) && isApposition(signAt(pieces, at - 1), sign)
  // "mi abuelo 101,": right behind a relative, with nothing counted.
  const isOfKin = at > 0 && (pieces.classes[at - 1]! & IS.kin) !== 0 && before !== 'son' && (sign !== 0 || at + 1 === pieces.count)
  const isAge =
    isApposed ||
    isOfKin ||
    AGE_CUES.has(before) ||
    ((before === 'is' || before === 'am' || before === 'was') && SUBJECTS.has(wordAt(pieces, at - 2))) ||
    before === 'hes' || before === 'shes' || before === 'im' || before === 'he' || before === 'she' || before === 'i' ||
    (before === 'de' && wordAt(pieces, at - 2) === 'edad')
  if (isAge) mark(reading, 'age', at, at, 0.88)
} // prettier-ignore

/** Before an age in words. */
const TOLD_AGE = new Set(
  'is im i am hes shes he she who was at of de es shell hell will be almost nearly casi los ya'.split(' '),
)

const isApposition = (before: number, after: number) =>
  (before === COMMA && (after === COMMA || after === DOT)) || (before === 0x28 && after === 0x29)

/** A name that was found, or a capitalised one of the lists, or a relative. */
const isSomebody = ({ pieces, found }: Reading, at: number): boolean => {
  if (at < 0 || signAt(pieces, at) !== 0) return false
  const isPlain =
    (pieces.shapes[at]! & SHAPE.capital) === 0 && (pieces.classes[at]! & (IS.common | IS.word | IS.alsoWord)) !== 0
  const isListed = (pieces.classes[at]! & (IS.given | IS.family)) !== 0 && !isPlain
  return isListed || (pieces.classes[at]! & IS.kin) !== 0 || found.some(({ kind, span }) => kind === 'name' && span[1] === pieces.ends[at]!) // prettier-ignore
}

/** "ninety one years old", "in her nineties", "noventa y dos años", "a hundred and two". */
function markSpokenAge(reading: Reading, at: number): void {
  const { pieces } = reading
  const word = wordAt(pieces, at)
  if (word === 'nineties' || word === 'centenarian') {
    mark(reading, 'age', at, at, 0.85)
    return
  }
  let first = at
  let last = at
  const joint = (i: number) => signAt(pieces, i) === DASH || wordAt(pieces, i) === 'y' || wordAt(pieces, i) === 'and'
  const isSmall = (i: number) => i < pieces.count && (pieces.classes[i]! & (IS.digit | IS.tens)) !== 0
  const isHundred = word === 'hundred' || word === 'cien' || word === 'ciento'
  if (word === 'hundred') {
    if (wordAt(pieces, at - 1) !== 'one' && wordAt(pieces, at - 1) !== 'a') return
    first = at - 1
  }
  if (joint(last + 1) && isSmall(last + 2)) last += 2
  else if (isSmall(last + 1)) last += 1
  const next = signAt(pieces, last + 1) === DASH ? last + 2 : last + 1
  const hasYears = next < pieces.count && (pieces.classes[next]! & IS.year) !== 0
  const before = wordAt(pieces, first - 1)
  // "ninety" alone is many things; a whole number behind "is" or "tiene" is an age, unless something is counted.
  const isWhole = last > at || isHundred
  const isTold =
    (AGE_CUES.has(before) || (isWhole && TOLD_AGE.has(before))) &&
    !NO_AGE.has(wordAt(pieces, next)) &&
    (!isHundred || last > at || AGE_CUES.has(before))
  const isApposed = isWhole && isSomebody(reading, first - 2) && isApposition(signAt(pieces, first - 1), signAt(pieces, last + 1)) // prettier-ignore
  if (hasYears || isTold || isApposed) mark(reading, 'age', first, last, 0.9)
}

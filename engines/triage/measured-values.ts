/**
 * Measured values as people and machines give them: in the text ("temp 103", "sugar is 45", "190/120") and in fields
 * under many names. Where both units are plausible the worse reading counts. Nothing is dropped: what can not be is
 * kept, marked implausible and asked back.
 */
import type { Span } from '#engines/text/normalise.ts'
import { buildSpelling } from '#engines/text/spelling.ts'
import { withSpokenNumbers } from '#engines/text/spoken-numbers.ts'
import { spanOf, type Token, type TokenText } from '#engines/text/tokens.ts'
import { realWords } from './real-words.ts'
import type { Readings } from './vital-signs.ts'

export type Measured = {
  sign: keyof Readings
  value: number
  unit: string
  implausible: boolean
  span?: Span
}

type Sign = 'breaths' | 'spo2' | 'systolic' | 'diastolic' | 'pulse' | 'celsius' | 'glucoseMgDl'

/** What a living body can show. Outside of it the number was mistyped or means something else. */
const POSSIBLE: Record<Sign, [number, number]> = {
  breaths: [0, 120],
  spo2: [30, 100],
  systolic: [30, 300],
  diastolic: [10, 220],
  pulse: [0, 320],
  celsius: [20, 44],
  glucoseMgDl: [5, 2000],
}

const UNITS: Record<Sign, string> = {
  breaths: '/min', spo2: '%', systolic: 'mmHg', diastolic: 'mmHg', pulse: '/min', celsius: '°C', glucoseMgDl: 'mg/dL',
} // prettier-ignore

const FIELD_NAMES: Record<string, Sign> = {
  respiratory_rate: 'breaths', resp_rate: 'breaths', resp: 'breaths', rr: 'breaths', breaths: 'breaths', respiration: 'breaths', respirations: 'breaths',
  spo2: 'spo2', o2_sat: 'spo2', o2sat: 'spo2', sao2: 'spo2', sat: 'spo2', oxygen: 'spo2', oxygen_saturation: 'spo2', sats: 'spo2', saturation: 'spo2',
  systolic_bp: 'systolic', bp_sys: 'systolic', sbp: 'systolic', systolic: 'systolic', bp_systolic: 'systolic', blood_pressure_systolic: 'systolic', systolic_blood_pressure: 'systolic',
  diastolic_bp: 'diastolic', bp_dia: 'diastolic', dbp: 'diastolic', diastolic: 'diastolic', bp_diastolic: 'diastolic', blood_pressure_diastolic: 'diastolic', diastolic_blood_pressure: 'diastolic',
  heart_rate: 'pulse', hr: 'pulse', pulse: 'pulse', pulse_rate: 'pulse', bpm: 'pulse',
  temperature_c: 'celsius', temp_c: 'celsius', temp: 'celsius', temperature: 'celsius', temperature_f: 'celsius', temp_f: 'celsius', temperature_celsius: 'celsius', temperature_fahrenheit: 'celsius', body_temperature: 'celsius', t: 'celsius',
  glucose: 'glucoseMgDl', glucose_mg_dl: 'glucoseMgDl', glucose_mgdl: 'glucoseMgDl', blood_glucose: 'glucoseMgDl', blood_sugar: 'glucoseMgDl', sugar: 'glucoseMgDl', bg: 'glucoseMgDl', bgl: 'glucoseMgDl', glucose_mmol_l: 'glucoseMgDl', glucose_mmol: 'glucoseMgDl',
} // prettier-ignore

/** Longest list of fields read. */
const FIELD_LIMIT = 60

export function measuredInFields(vitals: Record<string, unknown> | undefined): Measured[] {
  if (!vitals || typeof vitals !== 'object') return []
  return Object.entries(vitals)
    .slice(0, FIELD_LIMIT)
    .flatMap(([name, raw]) => fieldReading(name.toLowerCase().replace(/[^a-z0-9]+/g, '_'), raw))
}

function fieldReading(name: string, raw: unknown): Measured[] {
  if (['bp', 'blood_pressure', 'pressure'].includes(name)) return pressurePair(String(raw))
  const sign = FIELD_NAMES[name]
  const { value, unit } = quantityOf(raw)
  if (!sign || value === undefined) return []
  const hinted = /_f$|fahrenheit/.test(name) ? 'f' : /mmol/.test(name) ? 'mmol' : /_c$|celsius/.test(name) ? 'c' : unit
  return [reading(sign, value, hinted)]
}

/** A number, "38.5 C", or {value, unit}. */
function quantityOf(raw: unknown): { value: number | undefined; unit: string } {
  if (typeof raw === 'number') return { value: Number.isFinite(raw) ? raw : undefined, unit: '' }
  if (typeof raw === 'string') {
    const found = /(-?\d{1,6}(?:[.,]\d{1,4})?)\s{0,3}([^\d]{0,12})/.exec(raw.slice(0, 40))
    return { value: found ? Number(found[1]!.replace(',', '.')) : undefined, unit: (found?.[2] ?? '').toLowerCase() }
  }
  if (raw && typeof raw === 'object' && 'value' in raw) {
    const inner = quantityOf((raw as { value: unknown }).value)
    const unit = 'unit' in raw ? String((raw as { unit: unknown }).unit).toLowerCase() : inner.unit
    return { value: inner.value, unit }
  }
  return { value: undefined, unit: '' }
}

function pressurePair(raw: string): Measured[] {
  const found = /(\d{2,3})\s{0,2}(?:\/|over|sobre)\s{0,2}(\d{2,3})/.exec(raw.slice(0, 40))
  if (!found) return []
  return [reading('systolic', Number(found[1]), ''), reading('diastolic', Number(found[2]), '')]
}

function reading(sign: Sign, given: number, unit: string, span?: Span): Measured {
  const value = convert(sign, given, unit)
  const [least, most] = POSSIBLE[sign]
  const implausible = !(value >= least && value <= most)
  return { sign, value: Math.round(value * 10) / 10, unit: UNITS[sign], implausible, span }
}

function convert(sign: Sign, value: number, unit: string): number {
  if (sign === 'celsius') {
    const isFahrenheit = /^\W*f/.test(unit) || (!/^\W*c/.test(unit) && value > 50)
    return isFahrenheit ? ((value - 32) * 5) / 9 : value
  }
  if (sign === 'glucoseMgDl') {
    // 30 mmol/L is 540 mg/dL and 30 mg/dL is deadly: below 12 only mmol/L is likely, the rest is read as mg/dL.
    const isMmol = /mmol/.test(unit) || (!/mg/.test(unit) && value < MMOL_BELOW)
    return isMmol ? value * 18 : value
  }
  // A share (0.88) for a percentage.
  if (sign === 'spo2' && value > 0 && value <= 1) return value * 100
  return value
}

const MMOL_BELOW = 12

/** Words that name a sign in a message, and how far behind them the number may stand. */
const NAMED: [RegExp, Sign][] = [
  [/^(temp|temps|temperature|temperatura|fever|fiebre|calentura|febrile|thermometer|termometro)$/, 'celsius'],
  [/^(sugar|sugars|glucose|glucosa|azucar|glucemia|glicemia|bgl|bg|dexcom|cgm|glucometer|glucometro)$/, 'glucoseMgDl'],
  [
    /^(oxygen|o2|spo2|sat|sats|saturation|saturacion|saturando|saturating|satting|satura|saturaba|oxigeno|oxigenacion|sao2|oximeter|oximetro|pulseox)$/,
    'spo2',
  ],
  [/^(pulse|pulso|pulsaciones|bpm|lpm|ppm|hr|fc)$/, 'pulse'],
  [/^(rr|resp|respirations|respiraciones)$/, 'breaths'],
]

/** Words between the name and its number. */
const REACH = 5
const NOW_REACH = 9

export function measuredInText(written: TokenText): Measured[] {
  const text = withSpokenNumbers(written)
  const { tokens } = text
  // The same reading told twice says nothing new; so the list is bounded by what a sign can show, not by the text.
  const found = new Map<string, Measured>()
  for (let i = 0; i < tokens.length && found.size < TEXT_LIMIT; i++) {
    const token = tokens[i]!
    if (!token.isNumber) continue
    for (const each of numberAt(text, i, token)) {
      const id = `${each.sign} ${each.value}`
      if (!found.has(id)) found.set(id, each)
    }
  }
  return [...found.values()]
}

/** More different readings than any diary holds. */
const TEXT_LIMIT = 5_000

function numberAt(text: TokenText, i: number, token: Token): Measured[] {
  const { tokens } = text
  const span = spanOf(text, i, i)
  const pair = /^(\d{1,3})\/(\d{1,3})$/.exec(token.text)
  if (pair) return pressureOf(Number(pair[1]), Number(pair[2]), tokens, i, span)
  const value = Number(token.text)
  if (!Number.isFinite(value)) return []

  const next = tokens[i + 1]?.text ?? ''
  const second = tokens[i + 2]
  if (PAIR_WORDS.has(next) && second?.isNumber && (next === 'over' || next === 'sobre' || isPressureNamed(tokens, i))) {
    const found = pressureOf(value, Number(second.text), tokens, i, spanOf(text, i, i + 2))
    if (found.length > 0) return found
  }
  if (isUpperPressure(value, tokens, i) && !isAnotherThing(next)) return [reading('systolic', value, '', span)]

  const perMinute = ratePerMinute(tokens, i)
  if (perMinute) return [reading(perMinute, value, '', span)]

  const unit = unitAfter(text, i)
  const own = signOfUnit(unit, value)
  const named = nameBefore(tokens, i) ?? own ?? nameAfter(tokens, i) ?? bareFever(tokens, i, value)
  if (!named) return []
  if (isAnotherThing(next) && !own) return []
  // "No fever, 25, my girlfriend has the same": nobody's fever is that cold.
  if (named === 'celsius' && !own && value < COLDEST_FEVER && isFeverNamed(tokens, i)) return []
  const measured = reading(named, value, unit, span)
  // "fever for 3 days", "sugar 2 times": a number far from possible beside a mere name is not a reading.
  if (measured.implausible && !own) return []
  return [measured]
}

const COLDEST_FEVER = 34
const isFeverNamed = (tokens: Token[], i: number) =>
  tokens.slice(Math.max(0, i - REACH), i).some(({ text }) => /^(fever|fiebre|calentura|febrile)$/.test(asSpelt(text))) &&
  !tokens.slice(Math.max(0, i - REACH), i).some(({ text }) => /^(temp|temps|temperature|temperatura|thermometer|termometro)$/.test(asSpelt(text))) // prettier-ignore

/** "breathing 5 times a minute", "150 beats per minute", "respira 40 veces por minuto". */
function ratePerMinute(tokens: Token[], i: number): Sign | undefined {
  const word = (at: number) => tokens[at]?.text ?? ''
  const at = /^(times|breaths|beats|veces|respiraciones|latidos)$/.test(word(i + 1)) ? i + 2 : i + 1
  if (!/^(a|per|por|al|each|every)$/.test(word(at)) || !/^(minute|min|minuto)$/.test(word(at + 1))) return undefined
  if (/^(breaths|respiraciones)$/.test(word(i + 1))) return 'breaths'
  if (/^(beats|latidos)$/.test(word(i + 1))) return 'pulse'
  for (let before = i - 1; before >= 0 && before >= i - REACH; before--) {
    if (/^(breath|respir)/.test(word(before))) return 'breaths'
    if (/^(heart|pulse|corazon|pulso|late)$/.test(word(before))) return 'pulse'
  }
  return undefined
}

function pressureOf(upper: number, lower: number, tokens: Token[], i: number, span: Span): Measured[] {
  if (isPressure(upper, lower, tokens, i)) return pairOf(upper, lower, span)
  // In centimetres, as Spain and the River Plate say it: "tengo la presion en 18/11".
  const isCentimetres =
    upper >= 7 && upper <= 30 && lower >= 3 && lower < upper && isPressureNamed(tokens, i, CENTIMETRES)
  return isCentimetres ? pairOf(upper * 10, lower * 10, span) : []
}

/** "Pressure is 220", alone: so high that the lower number is not waited for. Below that a number beside the word may be anything. */
function isUpperPressure(value: number, tokens: Token[], i: number): boolean {
  if (value < 180 || value > 300) return false
  for (let at = i - 1; at >= 0 && at >= i - REACH && tokens[at + 1]!.pause === 0; at--) {
    if (/^(bp|pressure|presion|tension|systolic|sistolica)$/.test(asSpelt(tokens[at]!.text))) return true
    if (!LEADS_TO_VALUE.has(tokens[at]!.text)) return false
  }
  return false
}
const LEADS_TO_VALUE = new Set(
  'is was its at of to up around about over above hit hits shot jumped climbed spiked reads reading read high running now went gone goes came says said shows showed like a en de es esta estaba subio subiendo sube anda marca marco salio sale alta como casi hasta arriba por dio'.split(' '),
) // prettier-ignore

const CENTIMETRES = /^(presion|tension)$/

const pairOf = (systolic: number, diastolic: number, span: Span) => [
  reading('systolic', systolic, '', span),
  reading('diastolic', diastolic, '', span),
]

/** A date ("10/12") or a score ("9/10") is no blood pressure. */
function isPressure(systolic: number, diastolic: number, tokens: Token[], i: number): boolean {
  if (systolic < 50 || systolic > 300 || diastolic < 20 || diastolic > 200 || systolic <= diastolic) return false
  return diastolic >= 30 || isPressureNamed(tokens, i)
}

const isPressureNamed = (tokens: Token[], i: number, names = /^(bp|pressure|presion|tension)$/) =>
  tokens.slice(Math.max(0, i - 6), i).some(({ text }) => names.test(asSpelt(text)))

/** Between the two numbers of a pressure; "con" and "por" only where pressure is named. */
const PAIR_WORDS = new Set(['over', 'sobre', 'con', 'por', 'entre', 'on'])

/**
 * A fever without its name: "has 100.5 rectal", "trae 39", "mi bebé tiene 38". A number with one decimal in the range
 * of a fever is enough; a whole number only behind "trae", or where a child is spoken of.
 */
function bareFever(tokens: Token[], i: number, value: number): Sign | undefined {
  const isFever = (value >= FEVER_C.least && value <= FEVER_C.most) || (value >= FEVER_F.least && value <= FEVER_F.most)
  if (!isFever) return undefined
  const before = tokens[i - 1]?.text ?? ''
  const next = tokens[i + 1]
  if (next && next.pause === 0 && /^(lb|lbs|pounds|kg|kilos|dollars|dolares|weeks|semanas|miles|percent|porciento|mm|cm|de|fm|am|mhz|stars|points)$/.test(next.text)) return undefined // prettier-ignore
  if (/^\d+\.\d$/.test(tokens[i]!.text)) return 'celsius'
  if ([before, ...(tokens[i - 1]?.maybe ?? [])].some((word) => /^(trae|traigo|trai|traia|marca|marco|subio)$/.test(word))) return 'celsius' // prettier-ignore
  const isLasting = value >= FEVER_F.least && /^(on|off|again|since)$/.test(next?.text ?? '')
  if (isLasting && tokens.slice(i, i + CHILD_REACH + 3).some(({ text }) => text === 'old' || CHILD_WORDS.has(text))) return 'celsius' // prettier-ignore
  if (!/^(has|is|at|hit|running|tiene|de|a|con|reads)$/.test(before)) return undefined
  return tokens.slice(Math.max(0, i - CHILD_REACH), i).some(({ text }) => CHILD_WORDS.has(text)) ? 'celsius' : undefined
}

const FEVER_C = { least: 38, most: 42 }
const FEVER_F = { least: 100.4, most: 107.5 }
/** Words before the number in which a child is looked for. */
const CHILD_REACH = 8
const CHILD_WORDS = new Set('baby infant newborn son daughter toddler child kid bebe hijo hija nino nina nene nena nacido nacida'.split(' ')) // prettier-ignore

function unitAfter(text: TokenText, i: number): string {
  const token = text.tokens[i]!
  const following = text.normalised.text.slice(token.end, token.end + 12)
  const found =
    /^\s{0,2}°?\s{0,2}(%|mmol|mg\s?\/?\s?dl|mg|degrees f|degrees c|degrees|grados|fahrenheit|celsius|centigrados|bpm|[fc](?![a-z]))/.exec(
      following,
    )
  const unit = found?.[1] ?? ''
  if (unit === 'grados' || unit === 'centigrados') return 'grados'
  return unit.replace('degrees ', '')
}

function signOfUnit(unit: string, value: number): Sign | undefined {
  if (unit === 'bpm') return 'pulse'
  if (unit.startsWith('mmol') || /^mg\s?\/?\s?dl$/.test(unit)) return 'glucoseMgDl'
  if ((unit === 'f' || unit === 'fahrenheit') && value >= 90 && value <= 110) return 'celsius'
  if ((unit === 'c' || unit === 'celsius' || unit === 'grados') && value >= 33 && value <= 43) return 'celsius'
  if (unit === 'degrees' && ((value >= 94 && value <= 110) || (value >= 34 && value <= 43))) return 'celsius'
  return undefined
}

function nameBefore(tokens: Token[], i: number): Sign | undefined {
  // "My sugar was fine this morning, now it's 38".
  const isNow = tokens.slice(Math.max(0, i - 3), i).some(({ text }) => /^(now|ahora|ahorita)$/.test(text))
  const farthest = i - (isNow ? NOW_REACH : REACH)
  let reach = farthest
  for (let at = i - 1; at >= 0 && at >= reach; at--) {
    if (tokens[at + 1]!.pause >= 3) return undefined
    if (tokens[at]!.isNumber) {
      if (reach < farthest || !isAnotherTime(tokens, at, i)) return undefined
      reach = at - REACH
    }
    const name = signNamed(tokens, at)
    if (name) return name
    if (OF_PAPER.has(tokens[at]!.text)) return undefined
  }
  return undefined
}

/** "Was 95 this morning and now 84", "bajó de 94 a 80": the same thing was measured before, and is told again. */
function isAnotherTime(tokens: Token[], earlier: number, i: number): boolean {
  if (!/^\d{2,3}(\.\d)?$/.test(tokens[earlier]!.text)) return false
  const between = tokens.slice(earlier + 1, i)
  return between.length <= REACH && between.some(({ text }) => THEN.has(text)) && !between.some(({ isNumber }) => isNumber) // prettier-ignore
}
const OF_PAPER = new Set('number order account invoice room ticket claim delivery refill numero pedido cuenta orden factura'.split(' ')) // prettier-ignore
const THEN = new Set('yesterday ayer now today currently to then dropped down fell tonight afternoon ahora ahorita hoy a bajo cayo subio despues luego'.split(' ')) // prettier-ignore

/** "103 fever", "88 oxygen", "140 heart rate": directly behind the number. */
function nameAfter(tokens: Token[], i: number): Sign | undefined {
  const next = tokens[i + 1]
  if (!next || next.pause > 0) return undefined
  return signNamed(tokens, i + 1) ?? (/^(de|of)$/.test(next.text) ? signNamed(tokens, i + 2) : undefined)
}

/** Names of signs, misspelt ("oxigenno", "sgar"). */
const SIGN_NAMES = 'temperature temperatura fever fiebre calentura sugar glucose glucosa glucemia glicemia azucar oxygen oxigeno oxigenacion oximeter oximetro saturation saturacion pulse pulso pressure presion'.split(' ') // prettier-ignore
const nameSpelling = buildSpelling(SIGN_NAMES, realWords)
const asSpelt = (word: string) =>
  word.length < SHORTEST_NAME ? word : (nameSpelling.repair(word).find(({ text }) => SIGN_NAMES.includes(text))?.text ?? word) // prettier-ignore
const SHORTEST_NAME = 4
const FINGER_METER =
  /^(thing|thingy|clip|meter|monitor|reader|probe|gadget|machine|sensor|cosa|cosita|aparato|aparatito|pinza)$/

function signNamed(tokens: Token[], at: number): Sign | undefined {
  const word = asSpelt(tokens[at]?.text ?? '')
  const next = tokens[at + 1]?.text ?? ''
  const before = tokens[at - 1]?.text ?? ''
  if (word === 'rate' && /^(heart|pulse)$/.test(before)) return 'pulse'
  if (word === 'rate' && /^(respiratory|breathing)$/.test(before)) return 'breaths'
  if (word === 'heart' && next === 'rate') return 'pulse'
  if ((word === 'cardiaca' || word === 'cardiaco') && /^(frecuencia|ritmo)$/.test(before)) return 'pulse'
  if (word === 'oxygen' && next === 'tank') return undefined
  if (word === 'number' && /^(top|upper)$/.test(before)) return 'systolic'
  // "Mom's meter says 38": people have one for their sugar. A flow, the parking and the light are measured, too.
  if (
    word === 'meter' &&
    /^(my|his|her|their|the|moms|dads)$/.test(before) &&
    /^(says|reads|said|read|shows|is|was)$/.test(next)
  )
    return 'glucoseMgDl'
  // "His finger thing reads 79", "el aparatito del dedo marca 79".
  if (before === 'finger' && FINGER_METER.test(word)) return 'spo2'
  if (word === 'dedo' && before === 'del' && FINGER_METER.test(tokens[at - 2]?.text ?? '')) return 'spo2'
  if (word === 'pulse' && (next === 'ox' || next === 'oximeter')) return 'spo2'
  return NAMED.find(([pattern]) => pattern.test(word))?.[1]
}

/** The number counts something else: days, times, years, pills. */
const isAnotherThing = (word: string) =>
  /^(days?|dias?|hours?|hrs?|horas?|weeks?|semanas?|months?|meses|years?|anos?|times?|veces|minutes?|mins?|minutos?|pills?|pastillas?|am|pm|st|nd|rd|th|mg|ml|lbs?|kg|units?|unidades|percent|year|yo|people|kids)$/.test(
    word,
  ) && word !== 'percent'

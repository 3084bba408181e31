/**
 * Identifiers of a person in free text (45 CFR 164.514(b)(2), understanding.md D46, first version: the ones that a pattern can find).
 *
 * Pure and linear: each pattern has bounded repeats only. Spans are UTF-16 offsets into the text as given.
 * Not yet here: names without a title, places, licence, vehicle and device numbers.
 */
export type PhiKind =
  'name' | 'date' | 'age' | 'phone' | 'email' | 'ssn' | 'mrn' | 'plan_id' | 'account' | 'url' | 'ip' | 'zip'

export type PhiSpan = {
  kind: PhiKind
  span: [number, number]
  /** 0 to 1. */
  confidence: number
}

/** Most spans told for one text; a text with more is a list of identifiers as a whole. */
const MOST_SPANS = 500
/** Ages above this identify a person. Source: 45 CFR 164.514(b)(2)(i)(C). */
const OLDEST_AGE = 89

type Pattern = {
  kind: PhiKind
  confidence: number
  find: RegExp
  hint?: RegExp
  check?: (match: string) => boolean
  group?: boolean
}

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?' +
  '|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre'
const NAME_WORD = "\\p{Lu}[\\p{L}'’-]{1,30}"

/** Ordered: where two overlap, the earlier pattern keeps the place. `group`: only the first group is the identifier. */
const patterns: Pattern[] = [
  { kind: 'url', confidence: 0.98, find: /(?:https?:\/\/|www\.)[^\s<>"']{3,500}/giu },
  {
    kind: 'email',
    confidence: 0.99,
    find: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu,
  },
  { kind: 'ip', confidence: 0.9, find: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g, check: isIpv4 },
  { kind: 'ip', confidence: 0.9, find: /(?<![\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])/gi },
  { kind: 'ssn', confidence: 0.97, find: /(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])/g },
  {
    kind: 'ssn',
    confidence: 0.9,
    group: true,
    find: /\b(?:ssn|social security(?: number)?|seguro social)\b[\s:#]{0,3}(?:is |es |number |n[uú]mero ){0,2}(\d{9}|\d{4})(?!\d)/giu,
  },
  {
    kind: 'mrn',
    confidence: 0.95,
    group: true,
    find: /\b(?:mrn|medical record|chart|record|expediente|historia cl[ií]nica)\b(?: number| no\.?| n[uú]mero)?[\s:#]{0,4}(?:is |es )?([a-z]{0,3}-?\d[\d-]{3,14})/giu,
  },
  {
    kind: 'plan_id',
    confidence: 0.9,
    group: true,
    find: /\b(?:member|policy|subscriber|insurance|medicaid|medicare|group|p[oó]liza|miembro|seguro)\b(?: id| number| no\.?| n[uú]mero| #){0,2}[\s:#]{0,4}(?:is |es )?((?=[a-z]{0,4}\d)[a-z\d][a-z\d-]{4,19})/giu,
  },
  {
    kind: 'account',
    confidence: 0.85,
    group: true,
    find: /\b(?:account|acct|invoice|statement|claim|confirmation|reference|card|cuenta|factura|reclamo|tarjeta)\b(?: id| number| no\.?| n[uú]mero| #){0,2}[\s:#]{0,4}(?:is |es )?((?=[a-z]{0,4}-?\d)[a-z\d][a-z\d -]{3,22}\d)(?![\w])/giu,
  },
  {
    kind: 'phone',
    confidence: 0.95,
    find: /(?<![\d.-])(?:\+?\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]?\d{4}(?![\d-])/g,
  },
  { kind: 'phone', confidence: 0.9, find: /(?<![\w.])\+\d{1,3}(?:[ .-]?\d{2,4}){2,5}(?!\d)/g },
  {
    kind: 'date',
    confidence: 0.95,
    find: /(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?![\d/.-]?\d)/g,
    check: isDate,
  },
  { kind: 'date', confidence: 0.95, find: /(?<![\d-])(?:19|20)\d{2}-\d{1,2}-\d{1,2}(?!\d)/g },
  { kind: 'date', confidence: 0.8, find: /(?<![\d/.-])\d{1,2}\/\d{1,2}(?![\d/])/g, check: isMonthAndDay },
  {
    kind: 'date',
    confidence: 0.92,
    find: new RegExp(
      `\\b(?:${MONTHS})\\.?\\s{1,2}\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s{1,2}(?:19|20)\\d{2})?(?!\\d)`,
      'giu',
    ),
  },
  {
    kind: 'date',
    confidence: 0.92,
    find: new RegExp(
      `(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?\\s{1,2}(?:of\\s|de\\s)?(?:${MONTHS})\\b(?:,?\\s{1,2}(?:del?\\s)?(?:19|20)\\d{2})?`,
      'giu',
    ),
  },
  {
    kind: 'age',
    confidence: 0.95,
    group: true,
    find: /(?<!\d)(\d{2,3})(?=[\s-]{0,2}(?:years?[\s-]old|y\/?o\b|yr\b|yrs\b|year-old|a[nñ]os))/giu,
    check: isOldAge,
  },
  {
    kind: 'age',
    confidence: 0.9,
    group: true,
    find: /\b(?:aged?|edad(?: de)?|(?:he|she)(?:'s| is)|i(?:'m| am)|tiene|tengo)\s(?:is\s)?(\d{2,3})(?![\d.,%:/])/giu,
    check: isOldAge,
  },
  {
    kind: 'zip',
    confidence: 0.85,
    group: true,
    find: /\b(?:zip(?: code)?|c[oó]digo postal)\b[\s:#]{0,3}(?:is |es )?(\d{5}(?:-\d{4})?)/giu,
  },
  {
    kind: 'name',
    confidence: 0.9,
    group: true,
    find: new RegExp(
      `(?:\\b|^)(?:Dra?|DRA?|Mrs?|Ms|Miss|Mx|Sra?|Srta|Do[nñ]a?|Prof|Nurse|Doctora?|Se[nñ]ora?|Enfermer[oa])\\.?\\s{1,2}(${NAME_WORD}(?:[ \\t]${NAME_WORD}){0,2})`,
      'gu',
    ),
  },
  {
    kind: 'name',
    confidence: 0.85,
    group: true,
    find: new RegExp(
      `(?:[Mm]y name(?:'s| is)|[Tt]his is|[Mm]e llamo|[Mm]i nombre es|[Mm]y (?:son|daughter|husband|wife|mother|father|mom|dad)|[Mm]i (?:hij[oa]|espos[oa]|mam[aá]|pap[aá]))\\s{1,2}(${NAME_WORD}(?:[ \\t]${NAME_WORD}){0,2})`,
      'gu',
    ),
  },
]

export function findPhi(text: string, _language: string): PhiSpan[] {
  const found: PhiSpan[] = []
  const taken: [number, number][] = []
  const presence = presenceOf(text)
  for (const pattern of patterns) {
    if (!mayHold(pattern.kind, presence)) continue
    pattern.find.lastIndex = 0
    for (let match = pattern.find.exec(text); match !== null; match = pattern.find.exec(text)) {
      const value = (pattern.group ? match[1] : match[0]) ?? match[0]
      const start = match.index + (pattern.group ? match[0].lastIndexOf(value) : 0)
      const span: [number, number] = [start, start + value.length]
      if (match[0].length === 0) pattern.find.lastIndex += 1
      if (pattern.check !== undefined && !pattern.check(value)) continue
      if (overlaps(taken, span)) continue
      taken.push(span)
      found.push({ kind: pattern.kind, span, confidence: pattern.confidence })
      if (found.length >= MOST_SPANS) return inOrder(found)
    }
  }
  return inOrder(found)
}

type Presence = { digit: boolean; at: boolean; capital: boolean; link: boolean; colon: boolean }

/** One cheap pass tells which patterns can match at all: most messages hold no digit and no address. */
function presenceOf(text: string): Presence {
  const presence: Presence = { digit: false, at: false, capital: false, link: false, colon: false }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) presence.digit = true
    else if (code === 0x40) presence.at = true
    else if (code === 0x3a) presence.colon = true
    else if ((code >= 0x41 && code <= 0x5a) || code > 0x7f) presence.capital = true
  }
  presence.link = text.includes('://') || /www\./i.test(text)
  return presence
}

function mayHold(kind: PhiKind, presence: Presence): boolean {
  if (kind === 'name') return presence.capital
  if (kind === 'email') return presence.at
  if (kind === 'url') return presence.link
  return presence.digit
}

const overlaps = (taken: [number, number][], [start, end]: [number, number]) =>
  taken.some(([from, to]) => start < to && end > from)

const inOrder = (found: PhiSpan[]) => found.sort((a, b) => a.span[0] - b.span[0])

function isIpv4(value: string) {
  return value.split('.').every((part) => Number(part) <= 255)
}

function isDate(value: string) {
  const [first, second] = value.split(/[/.-]/).map(Number)
  return (
    (first! >= 1 && first! <= 12 && second! >= 1 && second! <= 31) || (second! >= 1 && second! <= 12 && first! <= 31)
  )
}

// "1/2 tablet" and "120/80" are no dates; a bare fraction of small numbers is left alone.
function isMonthAndDay(value: string) {
  const [first, second] = value.split('/').map(Number)
  return first! >= 1 && first! <= 12 && second! > 4 && second! <= 31
}

function isOldAge(value: string) {
  return Number(value) > OLDEST_AGE && Number(value) <= 125
}

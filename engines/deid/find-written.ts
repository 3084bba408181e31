/**
 * Identifiers that their written form tells: dates in every order, codes with letters and digits, plates, accounts, streets and telephone
 * numbers as they are grouped elsewhere. Each form is one regular expression with bounded repeats; the longest reading is taken before the
 * finders that read word by word.
 */
import { classesOf, IS, MONTHS } from './lexicon.ts'
import { hashOfFolded, SHAPE } from './pieces.ts'
import { markRange, type PhiKind, type Reading } from './reading.ts'

type Form = {
  kind: PhiKind
  form: RegExp
  confidence: number
  /** The group that is the identifier; else all of it. */
  group?: string
  /** It can stand in a text without a digit. */
  isOfWords?: true
  /** Stands in all that it finds; a text without it is not searched. */
  needs?: RegExp
  /** What looks like it and is none. */
  unless?: (found: string, groups: Record<string, string | undefined>) => boolean
}

const MONTH = Object.keys(MONTHS).concat('febuary', 'feburary', 'setiembre', 'septembre').sort((a, b) => b.length - a.length).join('|') // prettier-ignore
const WEEKDAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo' // prettier-ignore
const DAY = '(?:[12]\\d|3[01]|0?[1-9])'
const YEAR = "(?:(?:19|20)\\d\\d|'?\\d\\d)"
const ON = `(?:(?:${WEEKDAY})\\.?,? (?:the )?)?`

const isDate = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31
const twoNumbers = (found: string): boolean => {
  const [one, two] = (found.match(/\d+/g) ?? []).map(Number)
  return isDate(one ?? 0, two ?? 0) || isDate(two ?? 0, one ?? 0)
}

/** Doses, vertebrae, tests and gestations are written like codes. */
const CLINICAL = /^(?:[ctls]\d{1,2}-[ctls]?\d{1,2}|\d+(?:[.,]\d+)?(?:mg|mcg|ml|kg|g|cm|mm|lbs?|iu|u|units?|mmol|meq|hrs?|h|min|am|pm|st|nd|rd|th|yo|x|f|c|k|bpm|mmhg|w|d|m|y|oz|gauge|fr|french|cc|hz|mhz|ma|v|mph|ft|in|%)|g\d{1,2}p\d{1,2}.*|(?:covid|sars|hpv|hsv|phq|gad|ca|il|t|h|n|b|d|k|p|q|r|s|v|f|a|c|cd|ctnt|ft|mi|icd|cpt|type|stage|grade|vitamin|omega|rh|hba|spo|pao|paco|fio|hco|po|co|o|chads|cha)[-:]?\d{1,3}(?:-?[a-z]{0,5}\d{0,2}){0,2}|mini-.*|\d{1,3}[-/]\d{1,3})$/i // prettier-ignore

const digitsIn = (text: string): number => text.replace(/\D/g, '').length
const isCode = (text: string): boolean =>
  digitsIn(text) >= 3 && /[a-z]/i.test(text) && text.length >= 6 && !CLINICAL.test(text)

const FORMS: readonly Form[] = [
  // --- streets named after a day, before they are read as one ---
  { kind: 'place', confidence: 0.85, form: new RegExp(`(?<!\\w)(?:calle|avenida|avd?a?\\.?|ave\\.?|blvd\\.?|colonia|plaza|barrio) (?:\\d{1,2}|cinco|diecis[eé]is|veinte) de (?:${MONTH})(?:,? (?:n[uú]m(?:ero|\\.)? ?|#|no\\.? ?)?\\d{1,5}[a-z]?(?!\\w))?`, 'gi') }, // prettier-ignore
  // --- dates ---
  { kind: 'date', confidence: 0.9, form: new RegExp(`(?<![\\w/])${DAY} (?:al?|to|y|and|-) ${DAY} (?:de |of )?(?:${MONTH})(?:,? (?:de |del )?(?:19|20)\\d\\d)?(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.9, form: new RegExp(`(?<![\\w/.-])${ON}(?:the )?${DAY}(?:st|nd|rd|th)?(?: de| of|,|\\.|-|/)? ?-?(?:${MONTH})\\.?(?:(?: de| del| of|,|-|/)? ?${YEAR}(?![\\d:%/]))?(?![\\w])`, 'gi'), unless: (found) => /^\d{1,2} (?:may|mar|sep|march|dec|jan)$/i.test(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.9, form: new RegExp(`(?<![\\w/.-])${ON}(?:${MONTH})\\.? (?:the )?${DAY}(?:st|nd|rd|th)?(?![\\w:/%])(?:,? (?:(?:19|20)\\d\\d))?(?![\\w:])`, 'gi'), unless: (found) => /^(?:may|mar|march|sep|dec|jan) \d/.test(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.9, form: new RegExp(`(?<![\\w])${DAY}(?:${MONTH})(?:19|20)\\d\\d(?!\\w)`, 'gi') },
  {
    kind: 'date',
    confidence: 0.85,
    form: new RegExp(`(?<![\\w-])(?:${MONTH}|ago)[-/](?:19|20)\\d\\d(?![\\w-])`, 'gi'),
  },
  { kind: 'date', confidence: 0.85, form: new RegExp(`(?<![\\w-])${DAY}-(?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii)-(?:19|20)?\\d\\d(?![\\w-])`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.8, isOfWords: true, form: new RegExp(`(?<!\\w)(?:early|mid|late|last|first|end) of (?:${MONTH})(?:, the ${DAY}(?:st|nd|rd|th))?(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.85, form: new RegExp(`(?<!\\w)(?:${WEEKDAY}),? the ${DAY}(?:st|nd|rd|th)(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.9, form: new RegExp(`(?<!\\w)(?:1[º°]|1\\.º|1ro|1ero|primero) (?:de |del? mes de )?(?:${MONTH})(?: (?:de |del )?(?:19|20)\\d\\d)?(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.8, group: 'date', form: /(?<!\w)(?:on|el|since|until|before|after|by|dated?|fecha|dob|born|wedding|desde|hasta)[ :]{1,2}(?<date>\d{1,2}\.\d{1,2}\.\d{2})(?![\w.]\d|\w)/gi, unless: (found) => !twoNumbers(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.95, form: /(?<![\w.])(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?(?![\w])/g },
  { kind: 'date', confidence: 0.9, form: /(?<![\w/.])\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?![\w/])/g, unless: (found) => !twoNumbers(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.85, form: /(?<![\w.,/])\d{1,2}\.\d{1,2}\.\d{2}(?![\w.])/g, unless: (found) => !twoNumbers(found) || /^\d\.\d\.\d\d$/.test(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.75, form: /(?<![\w.])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w.])/g },
  { kind: 'date', confidence: 0.8, group: 'date', form: /(?<!\w)(?:discharged|admitted|appt|appointment|visit|cita|seen|surgery|due|dob|bday|birthday|starting|effective|as of|by|on|thru|through|until|since|due|dated|before|after|el|desde el|hasta el|para el) (?<date>\d{1,2}[-/]\d{1,2})(?![\w/%.-]| ?(?:mg|ml|mmhg|of|times|pain|hours?|horas?|days?|weeks?))/gi, unless: (found) => !twoNumbers(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.8, form: /(?<!\w)(?:new year'?s(?: eve| day)?|christmas(?: eve| day)?|thanksgiving|easter|halloween|memorial day|labor day|nochebuena|navidad|año nuevo),? (?:(?:19|20)\d\d)(?!\w)/gi }, // prettier-ignore
  { kind: 'date', confidence: 0.9, form: new RegExp(`(?<![\\w/])${DAY}/(?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii)/(?:19|20)?\\d\\d(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.75, form: new RegExp(`(?<!\\w)(?:${WEEKDAY}) ${DAY}(?![\\w:/.%]|\\d| (?:am|pm|a\\.m|p\\.m|de la|hours|horas))`, 'gi'), unless: (found) => !/^(?:lunes|martes|mi|jueves|viernes|s[aá]bado|domingo)/i.test(found) }, // prettier-ignore
  { kind: 'age', confidence: 0.85, group: 'age', form: /(?<!\w)(?:alive|died|passed away|mother|father|grandmother|grandfather|now|madre|padre)(?: is| was| at| de| a los)? (?<age>9\d|1[01]\d)(?![\w/%.])/gi }, // prettier-ignore
  {
    kind: 'age',
    confidence: 0.8,
    group: 'age',
    form: /, (?<age>9\d|1[01]\d), (?=resident|lives|male|female|man|woman|widow|vive|viud)/gi,
  },
  // --- numbers of people and things ---
  { kind: 'account', confidence: 0.9, form: /(?<!\w)[A-Z]{2}\d{2}(?: ?\d{4}){3,7}(?: ?\d{1,4})?(?!\w)/g },
  { kind: 'account', confidence: 0.85, group: 'number', form: /(?<!\w)(?:acct|account|cuenta|routing|iban|policy|póliza)\.?(?: (?:number|no|n[uú]mero|ending|de))?[ :#.]{0,3}(?<number>\d[\d -]{4,24}\d)(?!\w)/gi }, // prettier-ignore
  { kind: 'mrn', confidence: 0.85, group: 'number', form: /(?<!\w)(?:mrn|nhc|chart|medical record|expediente|exp\.|ficha|hc|historia(?: cl[ií]nica)?|patient (?:id|no|number)|pt id|folio cl[ií]nico|carnet|wristband)\.?,?(?: (?:number|no|n[uú]mero|num|is|es|id)\.?){0,2}[ :#.]{0,3}(?<number>[A-Z]{0,3}-?\d[\d-]{2,14}(?:-[A-Z])?)(?!\w)/gi }, // prettier-ignore
  { kind: 'licence', confidence: 0.85, group: 'number', form: /(?<!\w)(?:lic|licen[cs]e|c[eé]dula|colegiado|board|cert(?:ificate|ification)?)\.?,?(?: (?:number|no|n[uú]mero|prof(?:esional)?|nurse)\.?)?[ :#]{1,3}(?:(?:RN|LPN|LVN|MD|NP|PA|DDS|CNA|APRN|PT|OT)[ :#-]{1,2})?(?<number>[A-Z]{0,3}-?\d[\d/-]{3,14})(?!\w)/gi }, // prettier-ignore
  { kind: 'licence', confidence: 0.85, group: 'number', form: /(?<!\w)(?:RN|LPN|LVN|CNA|APRN)(?: (?:lic(?:ense)?|no)\.?)? ?#? ?(?<number>\d{5,10})(?!\w)/g }, // prettier-ignore
  { kind: 'licence', confidence: 0.85, group: 'number', form: /(?<!\w)licen[cs](?:e|ia)[ :#]{1,3}(?<number>[A-Z]{1,2}\d{2,4}(?:-\d{2,4}){1,4})(?!\w)/gi }, // prettier-ignore
  { kind: 'licence', confidence: 0.85, group: 'number', form: /(?<!\w)(?:licen[cs]e|licencia(?: de (?:manejar|conducir))?|colegiad[oa]|dea|npi)(?: (?:number|no|n[uú]mero|de [A-Za-z]{3,15}))?[ :#.º°]{0,3}(?<number>[A-Z]{0,3}\d[\d/-]{4,14})(?!\w)/gi }, // prettier-ignore
  { kind: 'vehicle', confidence: 0.85, group: 'number', form: /(?<!\w)(?:plates?|matr[ií]cula|placas?|tag)(?: (?:number|no|n[uú]mero|is|de la ambulancia era|era|es))?[ :#.]{0,3}(?<number>(?=[A-Z0-9 -]{0,9}\d)[A-Z0-9]{2,4}(?:[ -]?[A-Z0-9]{2,5}){1,2})(?!\w)/g }, // prettier-ignore
  { kind: 'vehicle', confidence: 0.85, group: 'number', form: /(?<!\w)(?:bus|van|truck|taxi|cab|ambulance|ambulancia|cami[oó]n|patrulla|wheelchair|silla)(?: (?:number|no|num|n[uú]mero|unit|unidad)\.?| #)[ :#]{0,2}(?<number>[A-Z]{0,3}-?\d{2,6}(?:-\d{1,5})?)(?!\w)/gi }, // prettier-ignore
  { kind: 'device', confidence: 0.85, group: 'number', form: /(?<!\w)(?:serials?|serial (?:numbers?|nos?)|s\/n|sn|lot|lote|model|modelo|device|implant)(?: is| es)?[ :#.]{1,3}(?:(?:L|R|left|right|no\.?)[ :]{1,2})?(?<number>(?:(?:SN|REF|LOT)[ :-])?(?=[A-Z0-9/-]{0,20}\d)[A-Z0-9]{1,14}(?:[-/][A-Z0-9]{1,12}){0,4})(?![\w])/gi, unless: (_, { number }) => digitsIn(number ?? '') < 3 || CLINICAL.test(number ?? '') }, // prettier-ignore
  { kind: 'account', confidence: 0.85, isOfWords: true, group: 'name', form: /(?<!\w)(?:user ?name|user ?id|user|usuario|login|log-?in|portal id|screen ?name|handle|alias|nick|account name|venmo|zelle|paypal|instagram|insta|facebook|twitter|tiktok|snapchat|telegram|skype|discord)(?: (?:is|es|name|id)){0,2}[ :=@]{1,3}(?<name>(?=[\w.-]{0,30}[\d_.-])[A-Za-z][\w.-]{2,30}[\w])(?![\w@])/gi, unless: (name) => /^(?:i|e|log|sign|check|follow|set|mid|co)-[a-z]+$|^\w+n't$/i.test(name) }, // prettier-ignore
  { kind: 'account', confidence: 0.8, isOfWords: true, needs: /_/, form: /(?<![\w@./:-])(?=[a-z0-9_.]{4,30}(?!\w))[a-z][a-z0-9.]{0,20}(?:_[a-z0-9.]{1,20}){1,3}(?![\w@/]|\.\w)/gi, unless: (found) => /^(?:img|dsc|screen|photo|scan|file)_/i.test(found) }, // prettier-ignore
  { kind: 'other', confidence: 0.8, form: /(?<!\w)0x[0-9a-f]{4,40}(?!\w)/gi },
  { kind: 'biometric', confidence: 0.85, group: 'number', form: /(?<!\w)(?:face ?print|faceprint|thumbprint|palm ?print|palm(?: vein)?|FP|biometric|biom[eé]tric[oa]|template|plantilla|reconocimiento facial)(?: (?:scan|template|id|no|number|code|hash)){0,2}[ :#]{1,3}(?<number>(?=[A-Za-z0-9-]{0,20}\d)[A-Za-z0-9]{2,12}(?:-[A-Za-z0-9]{1,12}){0,3})(?!\w)/gi, unless: (_, { number }) => digitsIn(number ?? '') < 2 }, // prettier-ignore
  { kind: 'device', confidence: 0.85, group: 'number', form: /(?<!\w)(?:transmitter|serial(?: number)?|implant(?: ref)?|pump,? ref|device|monitor|pr[oó]tesis de cadera lote|dispositivo|marcapasos|n[uú]mero de serie)[ :#.]{0,3}(?<number>[A-Z0-9][A-Z0-9/-]{4,20}(?: \/ [A-Z0-9-]{5,20})?)(?!\w)/g, unless: (_, { number }) => digitsIn(number ?? '') < 2 }, // prettier-ignore
  { kind: 'biometric', confidence: 0.85, group: 'number', form: /(?<!\w)(?:fingerprint|voiceprint|retinal|iris|huella|voz|facial)(?: (?:scan|template|id|digital))?[ :#.]{0,3}(?<number>(?:ID )?[A-Z]{2,5}[-:][A-Za-z0-9-]{4,20})(?!\w)/gi, unless: (_, { number }) => digitsIn(number ?? '') < 2 }, // prettier-ignore
  { kind: 'other', confidence: 0.85, group: 'code', form: /(?<!\w)(?:claim|check|cheque|placard|permit|order|ref(?:erence|\.)?|confirmation|confirmaci[oó]n|ticket|order|case|caso|lot|lote|rx|prescription|receta|c[oó]digo|localizador|incidencia|folio|accession|subject|complaint|authorization|auth|passport|pasaporte|dni|curp|nie)(?: (?:number|no|n[uú]mero|code|n\.?º|is|es|was|era)){0,3}[ :#.]{0,3}(?<code>[A-Z0-9]{1,10}(?:[-/.][A-Z0-9]{1,12}){0,4})(?![\w])/gi, unless: (_, { code }) => digitsIn(code ?? '') < 3 || CLINICAL.test(code ?? '') }, // prettier-ignore
  { kind: 'plan_id', confidence: 0.85, group: 'number', form: /(?<!\w)(?:policy|p[oó]liza|member|subscriber|group|grupo|afiliado|beneficiary|insurance|seguro|plan|medicaid|medicare)(?: (?:number|id|no|n[uú]mero|is|es|card)\.?){0,3}[ :#]{1,3}(?<number>(?:[A-Z]{1,3}[ -])?\d{3,6}(?:-[A-Z0-9]{1,6}){1,4})(?!\w)/gi, unless: (_, { number }) => digitsIn(number ?? '') < 5 }, // prettier-ignore
  { kind: 'plan_id', confidence: 0.85, group: 'number', form: /(?<!\w)(?:plan|member|policy|afiliado|afiliaci[oó]n|p[oó]liza|medicaid|medicare|insurance)(?: (?:number|id|no|n[uú]mero|is|es|de)){0,3}[ :#.]{1,3}(?<number>(?:[A-Z]{1,4} )?[A-Z]{0,4}\d[\dA-Z]{1,6}(?:[ -][\dA-Z]{2,6}){1,4})(?!\w)/g, unless: (_, { number }) => digitsIn(number ?? '') < 6 }, // prettier-ignore
  { kind: 'other', confidence: 0.8, group: 'number', form: /(?<!\w)(?:unit|bag|specimen|donor) (?:number|no\.?|id)[ :#]{0,2}(?<number>[A-Z]{0,2}\d{2,6}(?: \d{2,7}){0,3})(?!\w)/gi }, // prettier-ignore
  { kind: 'other', confidence: 0.8, form: /(?<![\w-])\d{8}[A-Z](?![\w-])/g },
  // --- parts of numbers, and how other places speak of theirs ---
  { kind: 'ssn', confidence: 0.85, group: 'number', form: /(?<!\w)last (?:four|4)(?: (?:is|are|digits|of|my|his|her|the|social|ssn|security|number)){0,6}[ :]{1,2}(?<number>\d{4})(?= of (?:my|his|her) social|[ ,.;!?]|$)/gi }, // prettier-ignore
  { kind: 'account', confidence: 0.85, group: 'number', form: /(?<!\w)(?:card|tarjeta|account|cuenta|visa|mastercard|amex)(?: [a-z]{2,10})? (?:ending|ends|terminad[ao]|que termina|termina)(?: (?:in|with|en))?[ :]{1,2}(?<number>\d{3,4})(?![\w-])/gi }, // prettier-ignore
  { kind: 'plan_id', confidence: 0.85, group: 'number', form: /(?<!\w)(?:carnet|obra social|prepaga|eps|imss|issste|seguro social|nss|afiliad[oa])(?: (?:es|el|me|da|la|del|de|n[uú]mero|no|nro|obra|social)\.?){0,5}[ :#]{1,2}(?<number>(?=[A-Z0-9/-]{0,20}\d{4})[A-Z]{0,3}-?\d[\d/-]{4,20})(?!\w)/gi, unless: (_, { number }) => /^\d{3}-\d{2}-\d{4}$/.test(number ?? '') }, // prettier-ignore
  { kind: 'licence', confidence: 0.85, group: 'number', form: /(?<!\w)(?:licencia|c[eé]dula profesional|matr[ií]cula)[^.\n\d]{0,40} (?<number>[A-Z]{2,4}[ -]\d{4,8})(?!\w)/g }, // prettier-ignore
  { kind: 'vehicle', confidence: 0.85, group: 'number', form: /(?<!\w)plates? (?:number )?(?:is |are )?(?:[A-Z][a-z]{2,12} )?(?<number>[A-Z]{2,4}[ -]?\d{2,4})(?!\w)/g }, // prettier-ignore
  { kind: 'date', confidence: 0.85, group: 'day', form: /(?<!\w)(?<day>\d{1,2} del? (?:corriente|presente mes|mes pasado|mes en curso|pr[oó]ximo mes|actual))(?!\w)/gi }, // prettier-ignore
  { kind: 'phone', confidence: 0.85, form: /(?<![\w.+-])00\d{2,3}(?:[ -]?\d{2,4}){2,4}(?![\w-])/g },
  // --- telephones as other places group them ---
  { kind: 'phone', confidence: 0.85, form: /(?<![\w.+-])(?:\+\d{1,3} ?)?(?:\d{3}[ .-]\d{2}[ .-]\d{2}[ .-]\d{2}|\d{2}[ .-]\d{3}[ .-]\d{2}[ .-]\d{2}|\d{3}[ .-]\d{3}[ .-]\d{2}[ .-]\d{2}|\d{2}(?: \d{2}){4})(?![\w-])/g }, // prettier-ignore
  { kind: 'phone', confidence: 0.85, isOfWords: true, form: /(?<!\w)area code (?:[a-z]{2,9}[- ]?){3},? (?:(?:triple|double|oh|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)[-, ]{1,2}){2,10}(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|hundred)(?!\w)/gi }, // prettier-ignore
  {
    kind: 'phone',
    confidence: 0.85,
    form: /(?<![\w.+-])(?:\+\d{1,3} ?)?[6-9]\d{2}[ .]\d{3}[ .]\d{3}(?![\w-]|[ .]\d)/g,
  },
  { kind: 'phone', confidence: 0.85, form: /(?<!\w)area code \d{3},? \d{3},? \d{4}(?!\w)/gi },
  // --- addresses of the net ---
  {
    kind: 'email',
    confidence: 0.9,
    isOfWords: true,
    needs: /[([]/,
    form: /(?<![\w.])[\w.+-]{1,40} ?[([](?:at|arroba)[)\]] ?[\w-]{1,40} ?[([](?:dot|punto)[)\]] ?[a-z]{2,6}(?!\w)/gi,
  },
  {
    kind: 'email',
    confidence: 0.85,
    isOfWords: true,
    form: /(?<!\w)(?:[a-z] as in [a-z]{2,12}, ?){1,12}[a-z]{0,20} at [a-z]{2,20} dot [a-z]{2,4}(?!\w)/gi,
  },
  { kind: 'email', confidence: 0.85, isOfWords: true, form: /(?<!\w)(?:[a-zñáéíóú]{2,15} )?[a-zñáéíóú]{2,15}(?: (?:gui[oó]n(?: bajo)?|punto|[a-zñáéíóú]{3,9})){1,4} arroba [a-z]{2,15} punto [a-z]{2,4}(?!\w)/gi }, // prettier-ignore
  {
    kind: 'url',
    confidence: 0.85,
    isOfWords: true,
    needs: /\//,
    form: /(?<![\w@./])(?:https?:\/\/)?(?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|net|edu|gov|health|io|mx|es|example)\/[^\s,;"'<>)]{1,200}/gi,
  },
  // --- places ---
  { kind: 'place', confidence: 0.75, isOfWords: true, group: 'place', form: /(?<!\w)(?:in|from|to|near|around|of|the|en|de|desde|at) (?<place>(?:Old|New|Little|North|South|East|West|San|Santa|Los|Las|Port|Fort|Saint|St\.|Palm|Long|Grand|Upper|Lower)[ -](?:au-|sur-)?[A-ZÀ-Þ][a-zà-ÿ]{2,20}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,20})?)(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.7, isOfWords: true, group: 'place', form: /(?<!\w)(?:on|at|near|off|down) (?<place>(?!the |my |a )[a-z]{4,15} (?:ave|avenue|street|st|rd|road|blvd|boulevard|lane))(?!\w)/g }, // prettier-ignore
  {
    kind: 'place',
    confidence: 0.85,
    group: 'place',
    form: /(?<!\w)(?:C\.? ?P\.?|zip(?: code)?)[ :]{1,2}(?<place>\d{5}(?:-\d{4})?)(?!\w)/gi,
  },
  {
    kind: 'place',
    confidence: 0.85,
    form: /(?<![\w.,/-])\d{1,6} (?:County|State|Rural) (?:Road|Route|Rd|Rte) \d{1,4}(?:, [A-Z][a-z]{2,20})?(?!\w)/g,
  },
  { kind: 'place', confidence: 0.75, isOfWords: true, form: /(?<!\w)(?:Barrio|Colonia|Urbanización|Urb\.|Residencial) [A-ZÀ-Þ][a-zà-ÿ]{2,20}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,20})?(?:, [A-ZÀ-Þ][a-zà-ÿ]{2,20})?(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.85, form: /(?<![\w.,/-])\d{1,6}(?:-\d{1,4})? (?:(?:n|s|e|w|north|south|east|west)\.? )?(?:[A-Za-zÀ-ÿ'.]{2,20} |\d{1,3}(?:st|nd|rd|th) ){1,3}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive|highway|hwy|parkway|pkwy|terrace|circle)\b\.?(?:,? ?(?:#|apt\.? ?|unit |lot |suite |ste\.? )#?\w{1,6})?(?:, ?(?!who|and|but|is|my|please|needs|still)[A-Za-zÀ-ÿ]{4,20}(?=,? [A-Z]{2}\b| \d{5}|[,.]|$)(?:,? (?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|ia|ks|ky|la|ma|md|me|mi|mn|mo|ms|mt|nc|nd|ne|nh|nj|nm|nv|ny|oh|ok|or|pa|pr|ri|sc|sd|tn|tx|ut|va|vt|wa|wi|wv|wy)(?!\w))?(?: \d{5}(?:-\d{4})?)?)?/gi, unless: (found) => NO_STREET.test(found) }, // prettier-ignore
  { kind: 'place', confidence: 0.85, form: /(?<![\w.,/-])\d{1,6}(?:-\d{1,4})? (?:[nsew]\.? |north |south |east |west )?(?<street>[A-Za-zÀ-ÿ'.]{2,20}(?: [A-Za-zÀ-ÿ'.]{2,20})?) (?:ln|ct|cir|trl|ter|way|dr|pl|place|court|trail|loop|run|row|pass|pt|sq|hwy|crossing|xing|street|st|ave|avenue|rd|road|blvd|lane|drive)\b\.?(?:,? ?(?:#|apt\.? ?|unit |lot |suite |ste\.? |fl(?:oor)? )#?\w{1,6})?/gi, unless: (found, { street }) => NO_STREET.test(found) || ((street ?? '').toLowerCase() === street && (street ?? '').split(' ').every((word) => isPlainWord(word) || word.length < 4)) }, // prettier-ignore
  { kind: 'place', confidence: 0.8, group: 'place', form: /(?<!\w)(?:(?:by|at|near|off|on|the|corner of) )+(?<place>(?:[A-Za-z]{3,15}|\d{1,3}(?:st|nd|rd|th)) (?:&|and|y|at) \d{1,3}(?:st|nd|rd|th))(?!\w)/gi }, // prettier-ignore
  { kind: 'place', confidence: 0.8, group: 'place', form: /(?<!\w)(?:by|at|near|off|on|corner of) (?<place>\d{1,3}(?:st|nd|rd|th) (?:&|and|y|at) [A-Z][a-z]{2,15})(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.8, isOfWords: true, group: 'place', form: /(?<!\w)(?:corner of|esquina de|entre) (?<place>[A-Za-zÀ-ÿ]{3,20}(?: st| ave)? (?:and|&|y|con) [A-Za-zÀ-ÿ]{3,20})(?!\w)/g, unless: (found) => found.split(/[ &]+/).every((word) => isPlainWord(word) || word.length < 3) }, // prettier-ignore
  { kind: 'place', confidence: 0.8, form: /(?<!\w)(?:(?:P\. ?O\.|PO) Box|Box|Buz[oó]n|HC|RR|Rural Route) #?\d{1,5}(?:,? (?:Box|Route|Rte|Rt\.?) #?\d{1,5})?(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.85, form: /(?<!\w)(?:(?:n|s|e|w|north|south|east|west)\.? )?\d{1,3}(?:st|nd|rd|th) (?:street|st|avenue|ave)(?!\w)/gi, unless: (found) => !/street|ave/i.test(found) }, // prettier-ignore
  {
    kind: 'place',
    confidence: 0.75,
    isOfWords: true,
    form: /(?<!\w)[A-Z][a-z]{3,20} (?:St|Ave|Rd|Blvd|Ln|Hwy|Pkwy)\b(?!\.? [A-Z])/g,
  },
  {
    kind: 'place',
    confidence: 0.7,
    isOfWords: true,
    form: /(?<!\w)(?:Lake|Mount|Mt\.?|Fort|Ft\.?|Port|Camp) [A-Z][a-z]{2,15}(?!\w)/g,
  },
  { kind: 'place', confidence: 0.8, form: /(?<!\w)(?:route|highway|hwy|county road|rt\.?) \d{1,4}(?!\w)/gi },
  { kind: 'place', confidence: 0.8, isOfWords: true, form: /(?<!\w)(?:calle|avenida|avda?\.?|colonia|barrio|urb\.|urbanizaci[oó]n|plaza|paseo|carretera|c\/) ?(?:(?:de |del |la |los |las |el )?[A-Za-zÀ-ÿ]{2,20}(?: (?!y |que |con |me |se |le |para |porque |tengo |cerca |desde |a )[A-Za-zÀ-ÿ]{3,20}){0,2})(?:,? (?:n[uú]m(?:ero|\.)? ?|#|calle |bloque |bl\.? |departamento |depto\.? |apto?\.? |interior |int\.? |piso |puerta |casa |lote |local )?#?\d{1,5}[a-z]?(?!\.?[º°ª\d])){0,3}(?:, ?\d{1,2}[.º°ªoa]{1,3} ?[A-Z]?)?(?!\w)/gi, unless: (found) => NO_CALLE.test(found) }, // prettier-ignore
  { kind: 'place', confidence: 0.85, group: 'place', form: /(?<=\d[^.!?;]{0,30}|, ?)(?<place>[a-zà-ÿ]{3,20}(?: [a-zà-ÿ]{3,20})?,? (?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|ia|ks|ky|la|ma|md|me|mi|mn|mo|ms|mt|nc|nd|ne|nh|nj|nm|nv|ny|oh|ok|or|pa|pr|ri|sc|sd|tn|tx|ut|va|vt|wa|wi|wv|wy) \d{5}(?:-\d{4})?)(?!\w)/gi }, // prettier-ignore
  { kind: 'place', confidence: 0.8, group: 'place', form: /(?<=\d[^!?;]{0,30}, ?)(?<place>[A-ZÀ-Þ][a-zà-ÿ]{2,20}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,20})?, \d{5})(?!\w)/g }, // prettier-ignore
  // --- names with an initial ---
  { kind: 'name', confidence: 0.8, isOfWords: true, form: /(?<![\w.])(?:[A-ZÀ-Þ][a-zà-ÿ'’]{1,20}(?:-[A-ZÀ-Þ][a-zà-ÿ]{1,20})? )?[A-ZÀ-Þ]\. (?<family>[A-ZÀ-Þ]['’]?[A-Za-zà-ÿ'’]{2,20})(?:-[A-ZÀ-Þ][a-zà-ÿ]{1,20})?(?![\w])/g, unless: (found, { family }) => isPlainWord(family ?? '') || /^(?:vitamin|hepatitis|type|group|grade|stage|plan|part|section|phase|class|factor) /i.test(found) }, // prettier-ignore
  { kind: 'name', confidence: 0.75, isOfWords: true, form: /(?<![\w.])(?<family>[A-ZÀ-Þ][a-zà-ÿ]{1,10})-[a-zà-ÿ]{2,8} [A-ZÀ-Þ][a-zà-ÿ]{1,20}(?!\w)/g, unless: (_, { family }) => isPlainWord(family ?? '') }, // prettier-ignore
]

/** Codes that no word announces: letters and digits, at least three digits. */
const BARE_CODE = /(?<![\w.@/#-])(?=[A-Za-z0-9:-]{6,30}(?![\w-]))[A-Z0-9]{1,12}(?:[-:][A-Za-z0-9]{1,12}){0,4}(?![\w@/-]|\.\w)/g // prettier-ignore
/** Two runs of digits that are no telephone. */
const PAIR =
  /(?<![\w./-])(?:\d{4,8}-\d{3,8}|\d{2,6}-\d{2,6}-\d{3,8}(?:-\d{1,6})?|\d{2,4}-\d{3,6}-[A-Z]{1,2})(?![\w./-])/g
/** A long number alone: a record, an account. */
const LONG = /(?<![\w.,$€/-])\d{7,12}(?![\w.,/%-]\d|\w)/g

const NO_STREET = /\b(?:of|the|my|in|for|and|mg|ml|mcg|times?|days?|weeks?|months?|years?|pills?|tablets?|ago|at|to|per|hours?|minutes?|is|was|from|on|with|or|i|a|yrs?|old|yo|can|cant|could)\b/i // prettier-ignore
const NO_CALLE = /^(?:calle|avenida|colonia|barrio|plaza|paseo|carretera) (?:y|que|donde|con|de al lado|principal)\b/i

const isPlainWord = (word: string): boolean =>
  (classesOf(hashOfFolded(word)) & (IS.common | IS.care | IS.medicine)) !== 0

export function findWritten(reading: Reading): void {
  const { text, anyShape } = reading.pieces
  const hasDigit = (anyShape & SHAPE.number) !== 0
  for (const { kind, form, confidence, group, isOfWords, needs, unless } of FORMS) {
    if ((!hasDigit && !isOfWords) || needs?.test(text) === false) continue
    form.lastIndex = 0
    for (let found = form.exec(text); found; found = form.exec(text)) {
      if (unless?.(group ? (found.groups?.[group] ?? '') : found[0], found.groups ?? {})) continue
      const words = group ? (found.groups?.[group] ?? '') : found[0]
      const from = group ? found.index + found[0].lastIndexOf(words) : found.index
      markRange(reading, kind, from, from + words.trimEnd().length, confidence)
    }
  }
}

/** After all the others: what is left and looks like a number of somebody or something. */
export function findLeftCodes(reading: Reading): void {
  const { text } = reading.pieces
  for (const [form, confidence] of [
    [BARE_CODE, 0.65],
    [PAIR, 0.65],
    [LONG, 0.6],
  ] as const) {
    form.lastIndex = 0
    for (let found = form.exec(text); found; found = form.exec(text))
      if (form !== BARE_CODE || isCode(found[0]))
        markRange(reading, 'other', found.index, found.index + found[0].length, confidence)
  }
}

/**
 * Identifiers that their written form tells: dates in every order, codes with letters and digits, plates, accounts, streets and telephone
 * numbers as they are grouped elsewhere. Each form is one regular expression with bounded repeats; the longest reading is taken before the
 * finders that read word by word.
 */
import { classesOf, IS, MONTHS } from './lexicon.ts'
import { kindOfCode } from './find-numbers.ts'
import { foldWord, hashOfFolded, pieceFrom, SHAPE, type Pieces } from './pieces.ts'
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
  /** Of these words one stands in all that it finds (folded); a text without them is not searched. */
  words?: string
  /** Read after names are: what lists and their neighbours tell is longer. */
  isLate?: true
  /** What looks like it and is none. */
  unless?: (found: string, groups: Record<string, string | undefined>) => boolean
  /** What the text right before it may not end with. */
  unlessBehind?: RegExp
}

/** How much of the text before is looked at, in UTF-16 units. */
const BEHIND = 40

const MONTH = Object.keys(MONTHS).concat('febuary', 'feburary', 'setiembre', 'septembre').sort((a, b) => b.length - a.length).join('|') // prettier-ignore
const WEEKDAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|lun|jue|vie|s[aá]b|dom' // prettier-ignore
const DAY = '(?:[12]\\d|3[01]|0?[1-9])'
const YEAR = "(?:(?:19|20)\\d\\d|'?\\d\\d)"
const ON = `(?:(?:${WEEKDAY})\\.?,? (?:the )?)?`

/** Before a feast, where the hours of an office are spoken of. */
const OFFICE_HOURS = /(?<!\w)(?:open|opened|closed|closes?|shut|observe|working|trabajan|trabajando|atendiendo|hours|schedule|abren|abiert[oa]s?|cierran|cerrad[oa]s?|abre|cierra|atienden|horario)(?: [a-z]{1,7}){0,2} $/i // prettier-ignore
const FEAST_DAYS = "valentine|labor|memorial|mother|father|veteran|president|independence|columbus|mlk|martin luther king(?: jr\\.?)?|st\\.? patrick|saint patrick|thanksgiving|christmas|canada|earth|anzac|patriots?|indigenous peoples?|all saints|three kings|grandparent" // prettier-ignore

const DIGIT_WORDS = 'zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|double|triple|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|y' // prettier-ignore
const SPOKEN = 'zero|oh|o|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety|thousand' // prettier-ignore
const ORDINALS = '(?:twenty[- ]|thirty[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth' // prettier-ignore
const DIAS = 'primero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|diecis[eé]is|diecisiete|dieciocho|diecinueve|veinte|veintiuno|veintid[oó]s|veintitr[eé]s|veinticuatro|veinticinco|veintis[eé]is|veintisiete|veintiocho|veintinueve|treinta(?: y uno)?' // prettier-ignore

/** "050699", "0412": a month and a day in one order or the other, with a year behind them or none. */
function isRunTogether(found: string): boolean {
  if (/^(?:19|20)\d\d$/.test(found)) return false
  const [a, b] = [Number(found.slice(0, 2)), Number(found.slice(2, 4))]
  return (
    isDate(a, b) || isDate(b, a) || (found.length === 8 && isDate(Number(found.slice(4, 6)), Number(found.slice(6))))
  )
}

const isDate = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31
const twoNumbers = (found: string): boolean => {
  const [one, two] = (found.match(/\d+/g) ?? []).map(Number)
  return isDate(one ?? 0, two ?? 0) || isDate(two ?? 0, one ?? 0)
}

/** Doses, vertebrae, tests and gestations are written like codes. */
const CLINICAL = /^(?:\d{3}[a-z]\d{5}x|u-?\d{2,3}|[ctls]\d{1,2}-[ctls]?\d{1,2}|\d+(?:[.,]\d+)?(?:mg|mcg|ml|kg|g|cm|mm|lbs?|iu|u|units?|mmol|meq|hrs?|h|min|am|pm|st|nd|rd|th|yo|x|f|c|k|bpm|mmhg|w|d|m|y|oz|gauge|fr|french|cc|hz|mhz|ma|v|mph|ft|in|%)|g\d{1,2}p\d{1,2}.*|(?:covid|sars|hpv|hsv|phq|gad|ca|il|t|h|n|b|d|k|p|q|r|s|v|f|a|c|cd|ctnt|ft|mi|icd|cpt|type|stage|grade|vitamin|omega|rh|hba|spo|pao|paco|fio|hco|po|co|o|chads|cha)[-:]?\d{1,3}(?:-?[a-z]{1,5}\d{0,2}|-\d{1,2}){0,2}|mini-.*|\d{1,3}[-/]\d{1,3})$/i // prettier-ignore

/** A dose, a vertebra, a test. */
export const isClinicalCode = (word: string): boolean => CLINICAL.test(word)

const isPhoneLength = (number: string) => digitsIn(number) >= 8 && digitsIn(number) <= 12
const digitsIn = (text: string): number => text.replace(/\D/g, '').length
const isCode = (text: string): boolean =>
  digitsIn(text) >= 3 && /[a-z]/i.test(text) && text.length >= 6 && !CLINICAL.test(text)

const MONTH_WORDS = MONTH.split('|').concat('ago', 'month').join(' ')
const FEAST_WORDS = 'day days year years newyears eve friday wednesday sunday fourth 4th juneteenth kippur hashanah hashana christmas thanksgiving easter halloween hanukkah passover diwali ramadan eid mardi kwanzaa pentecost' // prettier-ignore
const DAY_WORDS = 'primero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta' // prettier-ignore
const ORDINAL_WORDS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth' // prettier-ignore

const FORMS: readonly Form[] = [
  // --- days, numbers, places and people in words that later writers used (decision 0244) ---
  { kind: 'date', confidence: 0.85, group: 'day', form: /(?<!\w)(?:d\.?o\.?b\.?|d\.?o\.?d\.?|born|birth ?da(?:te|y)|bday|died|f\.? ?nac\.?|nacimiento)[ :]{1,2}(?:(?:is|on|es|was|el) ){0,2}(?<day>\d{1,2} \d{1,2} (?:19|20)\d\d)(?!\w)/gi, unless: (found) => !twoNumbers(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.8, form: /(?<![\w.,/-]|\d )(?:0?[1-9]|1[0-2]) (?:0?[1-9]|[12]\d|3[01]) (?:19|20)\d\d(?![\w/-]|[.,]\d| \d)/g }, // prettier-ignore
  { kind: 'date', confidence: 0.85, isOfWords: true, group: 'day', words: 'birth dob birthday birthdate bday born d', form: new RegExp(`(?<!\\w)(?:date of birth|d\\.?o\\.?b\\.?|birth ?da(?:te|y)|bday|born)[ :,]{1,2}(?:(?:is|on|was) ){0,2}(?<day>(?:(?:${SPOKEN})[ ,-]{1,2}){2,5}(?:${SPOKEN}))(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.85, isOfWords: true, words: ORDINAL_WORDS, form: new RegExp(`(?<!\\w)(?:(?:on )?the )?(?:${ORDINALS})(?:,? (?:of )?(?:this )?(?:${MONTH}))(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.85, isOfWords: true, words: MONTH_WORDS, form: new RegExp(`(?<!\\w)(?:${MONTH}) (?:the )?(?:${ORDINALS}|forth|twelvth|nineth|fith)(?:,? (?:19|20)\\d\\d)?(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.8, isOfWords: true, words: DAY_WORDS, form: new RegExp(`(?<!\\w)(?:${DIAS}) (?:de|del) (?:${DIAS}|setiembre|${MONTH})(?: (?:de|del) (?:(?:19|20)?\\d\\d|(?:(?:mil|dos mil|novecientos) ?)?(?:${DIAS}|[a-z]+enta|noventa)(?: y (?:${DIAS}))?))?(?![\\wáéíóú])`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.8, words: MONTH_WORDS, form: new RegExp(`(?<!\\w)(?:the )?${DAY}(?:st|nd|rd|th) of (?:(?:this |next |last )(?:${MONTH}|month)|the month)(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.8, isOfWords: true, words: FEAST_WORDS, form: new RegExp(`(?<!\\w)(?:the )?(?:(?:${WEEKDAY}|day|week|weekend) (?:before|after) )?(?:${FEAST_DAYS})(?:'s|s'|s|’s|s’)? day(?: weekend)?,? (?:19|20)\\d\\d(?!\\w)|(?<!\\w)(?:halloween|christmas|easter|thanksgiving),? (?:19|20)\\d\\d(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.75, words: 'weds wednes tue tues thur thurs mon fri sat sun', form: new RegExp(`(?<!\\w)(?:weds|wednes|tue|tues|thur|thurs|mon|fri|sat|sun)\\.? ${DAY}/${DAY}(?![\\w/])`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.8, words: MONTH_WORDS, form: new RegExp(`(?<!\\w)(?:${MONTH})\\.? '\\d\\d(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'age', confidence: 0.8, group: 'age', needs: /(?<!\d)(?:9\d|1[01]\d)(?!\d)/, form: /(?<!\w)(?:will be|['’]ll be|turn(?:s|ing|ed)?|died at|passed at|lived to|he['’]?s|she['’]?s|im|i['’]m|going on|almost|a sus|con sus|ya con|cumpl(?:e|i[oó]|ir[aá]))(?: (?:be|over|like|los|casi))? (?<age>9\d|1[01]\d)(?! ?(?:[%°/:.]\d|%|°|percent|degrees|mg|lb|lbs|kg|pounds|over|days?|minutes?|hours?|weeks?|bpm|days))(?![\w])/gi }, // prettier-ignore
  { kind: 'age', confidence: 0.75, group: 'age', form: /(?<=(?:\b9\d|\b1[01]\d), (?:and )?[A-ZÀ-Þ][a-zà-ÿ]{2,15}) at (?<age>9\d|1[01]\d)(?!\w)/g }, // prettier-ignore
  // --- the last signs, spoken or written ---
  { kind: 'ssn', confidence: 0.85, isOfWords: true, group: 'number', words: 'last', form: new RegExp(`(?<!\\w)last (?:four|4|three|3)(?:,? [a-z]{2,8}){0,5}?[ :]{1,2}(?<number>\\d{4}|(?:(?:${DIGIT_WORDS})[ ,-]{1,2}){2,3}(?:${DIGIT_WORDS}))(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'vehicle', confidence: 0.8, group: 'number', form: /(?<!\w)(?:plates?|placas?|tag|matr[ií]cula)(?: \w{1,10})? (?:ends?|ending|terminada?|termina)(?: (?:in|with|en|is))?[ :]{1,2}(?<number>(?=[A-Za-z0-9]{0,5}\d)[A-Za-z0-9]{3,6})(?![\w-])/gi }, // prettier-ignore
  { kind: 'account', confidence: 0.8, group: 'number', form: /(?<!\w)(?:acct|account|card|cuenta|tarjeta|mrn|chart|member|phone|policy|póliza|visa)(?: \w{1,10})? (?:ends?|ending|terminada?|termina)(?: (?:in|with|en|is))?[ :]{1,2}(?<number>(?=[A-Za-z0-9]{0,5}\d)[A-Za-z0-9]{3,6})(?![\w-])/gi }, // prettier-ignore
  { kind: 'mrn', confidence: 0.85, isOfWords: true, group: 'number', words: 'mrn record chart member policy claim case reference account expediente poliza folio cuenta', form: new RegExp(`(?<!\\w)(?:mrn|medical record|record|chart|member|policy|claim|case|reference|account|expediente|p[oó]liza|folio|cuenta)(?: (?:number|no|id|is|n[uú]mero|es)){0,3}[ :,]{1,2}(?<number>(?:(?:${DIGIT_WORDS})[ ,-]{1,2}){3,14}(?:${DIGIT_WORDS}))(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'account', confidence: 0.8, isOfWords: true, group: 'name', words: 'logged log logs logging signed username user usuario login', form: /(?<!\w)(?:logged in as|log(?:s|ging)? in as|signed in as|username (?:she|he|they|you) \w+ is|user(?:name)? (?:is|es|was)|usuario (?:es|era|de|:)|login (?:is|was)|my login)[ :]{1,2}(?<name>[a-z][a-z0-9._-]{4,30})(?![\w@])/g, unless: (name) => isPlainWord(name) }, // prettier-ignore
  { kind: 'photo', confidence: 0.8, needs: /\.(?:jpe?g|png|heic|gif|webp|mp4|mov)/i, form: /(?<![\w./])(?:IMG|DSC|PXL|VID|photo|foto|scan|screenshot|WhatsApp Image)[\w-]{0,40} [\w.-]{1,30}\.(?:jpe?g|png|heic|gif|webp|mp4|mov)(?!\w)/gi }, // prettier-ignore
  // --- places ---
  { kind: 'place', confidence: 0.75, words: MONTH_WORDS, form: /(?<!\w)(?:[A-ZÀ-Þ][a-zà-ÿ]{2,15}|\d{1,3}(?:st|nd|rd|th)) (?:and|&|at) \d{1,3}(?:st|nd|rd|th)(?:(?: in|,) [A-ZÀ-Þ][a-zà-ÿ]{2,15}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,15})?)?(?![\w%])/g, unless: (found) => new RegExp(`^(?:${MONTH}|the|between)\\b`, 'i').test(found) }, // prettier-ignore
  { kind: 'place', confidence: 0.75, group: 'place', words: 'esquina en sobre entre la', form: /(?<!\w)(?:esquina (?:de|con)|en la|sobre la|entre la|la) (?<place>\d{1,3} (?:y|con|&) (?:la )?(?:[A-ZÀ-Þ][a-zà-ÿ]{3,15}|\d{1,3}))(?![\w:/%])/g }, // prettier-ignore
  { kind: 'place', confidence: 0.8, isOfWords: true, needs: /\b(?:Cd|Pto|Sta|Sto|Gral|Mpio|Fte|Pso)\./, form: /(?<!\w)(?:Cd|Pto|Sta|Sto|Gral|Mpio)\. (?:de )?[A-ZÀ-Þ][a-zà-ÿ]{2,15}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,15})?(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.8, words: 'km kilometro', form: /(?<!\w)(?:Km|km|kil[oó]metro)\.? \d{1,3}(?:[.,]\d)?(?: de la)? (?:v[ií]a|carretera|camino|autopista|ruta)(?: (?:a|al?))?(?: \d{1,3}| [A-ZÀ-Þ][a-zà-ÿ]{2,15}(?:[- ][A-ZÀ-Þ][a-zà-ÿ]{2,15})?)?(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.8, isOfWords: true, words: 'glorieta parque mercado plaza plazuela jardin puente rotonda cruce entronque crucero malecon laguna cerro rio playa panteon cementerio estadio centro privada callejon cerrada andador pasaje alameda explanada terminal', form: /(?<!\w)(?:(?:la|el|los|las) )?(?:glorieta|parque|mercado|plaza|plazuela|jard[ií]n|puente|rotonda|cruce|entronque|crucero|malec[oó]n|laguna|cerro|r[ií]o|playa|panteón|cementerio|estadio|centro comercial|privada|callej[oó]n|cerrada|andador|pasaje|alameda|explanada|terminal) (?:de |del )(?:los |las |la |el )?[A-ZÀ-Þ][a-zà-ÿ]{2,15}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,15}){0,2}(?: \d{1,5})?(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.75, isOfWords: true, group: 'place', words: 'behind across next past opposite beside near frente atras detras junto enfrente lado cerca', form: /(?<!\w)(?:behind|across from|next to|next door to|past|opposite|beside|near|frente al?|atr[aá]s del?|detr[aá]s del?|junto al?|enfrente del?|a un lado del?|al lado del?|cerca del?) (?<place>(?:(?:the|el|la|los|las) )?(?:old |viejo |antiguo )?[A-ZÀ-Þ][a-zà-ÿ]{2,15}(?:['’]s)?(?: (?:& |and |de |del |y )?[A-ZÀ-Þ][a-zà-ÿ]{2,15}){0,3})(?!\w|['’])/g, unless: (found) => isOfPlainWords(found) }, // prettier-ignore
  { kind: 'place', confidence: 0.75, isOfWords: true, group: 'place', words: 'courthouse symphony orchestra address police pd sheriff fire branch location campus office elevator bench marina store landfill plant convent ballpark fairgrounds reservoir station workers', form: /(?<!\w)(?:the|at|to|from|el|la|del|al|que|by|per|in|near|[,.]|^) ?(?<place>[A-ZÀ-Þ][a-zà-ÿ]{2,15}(?:['’]s)?(?: [A-ZÀ-Þ][a-zà-ÿ]{2,15}){0,2}(?: (?:courthouse|grain elevator|bench|marina|feed store|landfill|water plant|convent|ballpark|fairgrounds|reservoir|bus station|train station)|(?= (?:symphony|orchestra|address|police|PD|sheriff|fire|branch|location|campus|office|line workers)(?!\w))))(?!\w)/g, unless: (found) => isOfPlainWords(found) }, // prettier-ignore
  { kind: 'place', confidence: 0.8, form: /(?<!\w)(?:Suite|Ste\.?|Unit|Floor) \d{1,4}[A-Z]?, (?:[A-ZÀ-Þ][a-zà-ÿ]{2,15} ){1,4}(?:Bldg|Building|Tower|Center|Centre|Plaza|Bank|Mall|Hall|Pavilion)\b/g }, // prettier-ignore
  { kind: 'place', confidence: 0.85, words: 'rua via viale rue avenue boulevard ul ulica calle strada piazza travessa largo praca', form: /(?<!\w)(?:Rua|Via|Viale|Rue|Avenue|Boulevard|[Uu]l\.|[Uu]lica|Calle|Strada|Piazza|Travessa|Largo|Praça) (?:(?:d[aeo]s?|del?|della|des|du|la|le|les|l['’]) ?){0,2}[A-ZÀ-Þ][a-zà-ÿ]{2,15}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,15}){0,2},? \d{1,4}[a-z]?(?:[ /]m?\.? ?\d{1,3})?(?:,? \d{2}-\d{3} [A-ZÀ-Þ]\p{L}{2,15})?(?!\w)/gu }, // prettier-ignore
  { kind: 'place', confidence: 0.85, form: /(?<![\w.,/-])\d{1,4}[A-Za-z]?,? (?:rue|avenue|av\.|boulevard|chemin|place|via|rua) (?:(?:d[aeo]s?|du|de la|la|le|les) )?[A-ZÀ-Þ][a-zà-ÿ]{2,15}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,15}){0,2}(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.85, form: /(?<!\w)[A-ZÀ-Þ][a-zà-ÿß]{2,15}(?:stra(?:ss|ß)e|str\.|gasse|weg|platz|allee|straat|laan|gata|vej|gatan) \d{1,4}[a-z]?(?:, \d{4,5} [A-ZÀ-Þ][a-zà-ÿ]{2,15})?(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.85, form: /(?<![\w.,/-])\d{1,4}[A-Za-z]? (?:[A-ZÀ-Þ][a-zà-ÿ]{2,15} ){1,3}(?:Mews|Close|Gardens|Crescent|Parade|Quay|Grove|Row|Green|Hill|Walk|Rise|Wharf|Terrace|View|Vale|Croft|Esplanade|Heath|Brae|Gate|Yard|Chase|Mount|Park|Fields|Nagar|Marg|Salai)(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.8, form: /(?<![\w.,/-])(?:[Aa]pt\.? |[Uu]nit |[Ff]lat )?\d{1,4}[A-Z] (?:[A-ZÀ-Þ][a-zà-ÿ]{2,15} ){1,2}(?:Towers?|Apartments?|Apts|Court|House|Building|Heights|Manor|Village|Homes|Flats|Place|Terrace)(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.8, words: 'lot space trailer unit apt plot cabin', form: /(?<!\w)(?:[Ll]ot|[Ss]pace|[Tt]railer|[Uu]nit|[Aa]pt|[Pp]lot|[Cc]abin) #?\d{1,4}[A-Z]?,? (?:at )?(?:[A-ZÀ-Þ][a-zà-ÿ]{2,15} ){1,4}(?:Park|Estates|Village|Court|Acres|Pines|Camp|Campground|Ranch|Farms?|Mobile Home Park|Trailer Park|Homes|Phase)(?: \d)?(?:, [A-ZÀ-Þ][a-zà-ÿ]{2,15} [Cc]ounty)?(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.8, form: /(?<!\w)(?:la )?esquina (?:de|con) (?:la |el )?[A-ZÀ-Þ][a-zà-ÿ]{2,15}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,15})? (?:y|con) (?:la |el )?(?:[A-ZÀ-Þ][a-zà-ÿ]{2,15}|\d{1,2} de [A-ZÀ-Þa-z][a-z]{3,10}|\d{1,3})(?!\w)/g }, // prettier-ignore
  // --- people ---
  { kind: 'name', isLate: true, confidence: 0.8, isOfWords: true, words: 'name', form: /(?<!\w)\p{L}{2,15}(?:[- ]\p{Lu}\p{L}{2,15})?(?= is my (?:first |last |middle |given |real |legal |maiden |full )?name)/gu, unless: (name) => PRONOUNS.has(name.toLowerCase()) }, // prettier-ignore
  { kind: 'name', isLate: true, confidence: 0.75, isOfWords: true, group: 'name', words: 'called named name known goes llama', form: /(?<!\w)(?:(?:guy|man|lady|woman|girl|boy|kid|someone|somebody|nurse|one|person|tech|driver|agent|rep) (?:called|named)|se[nñ]or(?:a|ita)? que se llama|goes by|known as|first name|last name|(?:my|his|her|the) name\?) (?<name>[a-zA-ZÀ-ÿ]{3,15}(?:-[a-zA-Zà-ÿ]{2,15})?)(?!\w)/g, unless: (name) => PRONOUNS.has(name.toLowerCase()) || NO_CALLED.has(name.toLowerCase()) }, // prettier-ignore
  { kind: 'name', isLate: true, confidence: 0.7, isOfWords: true, group: 'name', words: 'ask let tell', form: /(?<!\w)(?:ask|let|tell) (?<name>[a-z]{3,12}) (?=(?:if|know|that|about|to call|i|he|she)(?!\w))/g, unless: (name) => PRONOUNS.has(name) || !isGivenName(name) }, // prettier-ignore
  { kind: 'name', isLate: true, confidence: 0.7, isOfWords: true, group: 'name', words: 'pregunte pregunten preguntar digale dile busco hablar hable hablo soy', form: /(?<!\w)(?:pregunt(?:e|en|ar) por|d[ií]gale a|dile a|busco a|hablar con|habl[eéo] con|soy) (?:el|la) (?<name>[a-zñáéíóúü]{3,12})(?=[.,;!?)]|$)/g, unless: (name) => !NICKNAMES.has(name.normalize('NFD').replace(/[^a-zñ]/g, '')) }, // prettier-ignore
  { kind: 'name', isLate: true, confidence: 0.75, isOfWords: true, needs: /[A-Z]\. [A-Z][a-z]\./, form: /(?<![\w.])[A-ZÀ-Þ]\. [A-ZÀ-Þ][a-zà-ÿ]\.(?=[ ,;:)"'!?]|$)/g }, // prettier-ignore
  { kind: 'name', isLate: true, confidence: 0.9, isOfWords: true, group: 'name', words: 'mr mrs ms miss mister mx sr sra srta senor senora', form: /(?<!\w)(?:Mr|Mrs|Ms|Miss|Mister|Mx|Sr|Sra|Srta|Se[nñ]or|Se[nñ]ora)\.? (?<name>(?:(?:[Dd]e|[Dd]el|[Dd]e la|[Dd]e los|[Vv]an|[Vv]on|[Vv]an de[rn]?|[Vv]on der|da|do|dos) )?(?!Who|In|On|At|To|For|And|The|Is|Was|Unknown|Unidentified|Or)[A-ZÀ-Þ][a-zà-ÿ'’]{1,20}(?:-[A-ZÀ-Þ][a-zà-ÿ'’]{1,20})?)(?!\w)/g }, // prettier-ignore
  { kind: 'name', isLate: true, confidence: 0.85, isOfWords: true, group: 'name', words: 'don dona fr rev deputy sgt lt capt cpl pvt chief officer sheriff judge rabbi imam pastor reverend deacon elder counselor coach nurse chaplain detective trooper principal professor prof lic ing mtro mtra uncle aunt auntie tia tio', form: /(?<!\w)(?:Don|Do[nñ]a|Fr|Rev|Deputy|Sgt|Lt|Capt|Cpl|Pvt|Chief|Officer|Sheriff|Judge|Rabbi|Imam|Pastor|Reverend|Deacon|Elder|Counselor|Coach|Nurse|Chaplain|Detective|Trooper|Principal|Professor|Prof|Lic|Ing|Mtro|Mtra|Uncle|Aunt|Auntie|T[ií][oa])\.? (?<name>(?:(?:[Dd]e|[Dd]el|[Dd]e la|[Dd]e los|[Vv]an|[Vv]on|[Vv]an de[rn]?|[Vv]on der|da|do|dos) )?(?!Line|Station|Unit|Call|Desk|Practitioner|Educator|Manager|Visit|Note|Aide|Only|Education|Triage|Navigator|Supervisor|Advice|Midwife|Is|Was|Will|Who|In|On|At|To|For|Complaint|Medical|Nursing|Officer|Of|The|And|Residente|Casos?)[A-ZÀ-Þ][a-zà-ÿ'’]{1,20}(?:-[A-ZÀ-Þ][a-zà-ÿ'’]{1,20})?)(?!\w)/g, unless: (name) => isThing(name) }, // prettier-ignore
  { kind: 'name', isLate: true, confidence: 0.85, isOfWords: true, group: 'name', words: 'dr dra doctor doctora', form: /(?<!\w)D(?:r|ra|octor|octora)\.? (?<name>(?:(?:[Dd]e|[Dd]el|[Dd]e la|[Dd]e los|[Vv]an|[Vv]on|[Vv]an de[rn]?|[Vv]on der|da) )?(?!Pepper|Scholl|Simi|Seuss|Phil|Oz|Doom|Martens|Dre|Mom|Google|Who|Visit|Note|Is|Was|Will|In|On|At|To|For|And|The|Said|Office)[A-ZÀ-Þ][a-zà-ÿ'’]{1,20}(?:-[A-ZÀ-Þ][a-zà-ÿ'’]{1,20})?)(?!\w|['’]s (?:insole|pad|shoe))/g, unless: (name) => isThing(name) }, // prettier-ignore
  { kind: 'name', isLate: true, confidence: 0.75, isOfWords: true, needs: /[A-Z]\. [A-Z]\. ?[A-Z]\./, form: /(?<![\w.])[A-ZÀ-Þ]\. [A-ZÀ-Þ]\.(?: ?[A-ZÀ-Þ]\.)?(?=[ ,;:)!?]|$)/g, unless: (found) => TWO_LETTERS.has(found.replace(/[. ]/g, '').slice(0, 2)) && found.length < 7 }, // prettier-ignore
  { kind: 'name', confidence: 0.85, isOfWords: true, needs: /[A-Z]{3}, [A-Z]/, words: 'insured pt patient paciente name nombre re guarantor member subscriber', form: /(?<=(?<!\w)(?:[Ii]nsured|INSURED|[Pp]t|PT|[Pp]atient|PATIENT|[Pp]aciente|PACIENTE|[Nn]ame|NAME|[Nn]ombre|NOMBRE|[Rr]e|RE|[Gg]uarantor|[Mm]ember|[Ss]ubscriber)[: ]{1,2})[A-ZÀ-Þ'’]{3,20}(?:-[A-ZÀ-Þ]{2,20})?, [A-ZÀ-Þ]{2,20}(?: [A-ZÀ-Þ](?![\wÀ-ÿ]))?(?!\w)/g }, // prettier-ignore
  { kind: 'name', confidence: 0.8, isOfWords: true, needs: /[A-Z]{3},[A-Z]/, form: /(?<![\w-])[A-ZÀ-Þ]{4,20},[A-ZÀ-Þ]{1,20}(?![\wÀ-ÿ])/g, unless: (found) => isOfPlainWords(found) }, // prettier-ignore
  { kind: 'name', isLate: true, confidence: 0.7, isOfWords: true, group: 'name', words: 'boys girls kids twins children clan brothers sisters baby family', form: /(?<!\w)the (?<name>[A-ZÀ-Þ][a-zà-ÿ]{2,15}) (?:boys|girls|kids|twins|children|clan|brothers|sisters|baby|family)(?!\w)/g, unless: (name) => isThing(name) && !isFamilyWord(name) }, // prettier-ignore
  { kind: 'name', isLate: true, confidence: 0.75, isOfWords: true, group: 'name', words: 'reached visiting comunico familia', form: /(?<!\w)(?:you have reached|you['’]ve reached|reached|visiting|se comunic[oó] con|familia) the (?<name>[A-ZÀ-Þ][a-zà-ÿ]{3,18}(?:e?s))(?!\w)/g, unless: (name) => isThing(name) }, // prettier-ignore
  { kind: 'name', isLate: true, confidence: 0.8, isOfWords: true, group: 'name', words: 'let tell ask digale dile avisele pregunte pregunten preguntar busco name names', form: /(?<!\w)(?:[Ll]et (?=\w+ know)|[Tt]ell (?=\w+ (?:that|I|he|she|we)\b)|[Aa]sk for |[Dd][ií]gale a |[Dd]ile a |[Aa]v[ií]sele a |[Pp]regunt(?:e|en|ar) por |[Bb]usco a |[Mm]y name['’]?s |[Mm]y name is )(?<name>[A-ZÀ-Þ][a-zà-ÿ]{1,15})(?![\wà-ÿ])/g, unless: (name) => PRONOUNS.has(name.toLowerCase()) || isThing(name) }, // prettier-ignore
  { kind: 'name', isLate: true, confidence: 0.75, isOfWords: true, group: 'name', words: 'ask let tell page paging notify remind thank thanks digale dile avisele avisar pregunte preguntar hable hablo dice hi hey hello hola venga if', form: /(?<!\w)(?:[Aa]sk|[Aa]sk for|[Ll]et|[Tt]ell|[Ii]f|[Pp]age|[Pp]aging|[Nn]otify|[Rr]emind|[Tt]hank|[Tt]hanks,?|[Dd][ií]gale a|[Dd]ile a|[Aa]v[ií]sele a|[Aa]visar a|[Pp]regunt(?:e|ar) por|[Qq]ue|[Hh]abl[eéo] con|[Dd]ice que|[Hh]i,?|[Hh]ey,?|[Hh]ello,?|[Hh]ola,?) (?<name>[A-ZÀ-Þ][a-zà-ÿ]{1,15})(?= (?:know|that|or|about|at|to|for|calls?|phones?|wants?|needs?|venga|le|me|que|la|lo|de|del|firme|pase|when|if|is|said|whether|here|there|has|en)(?!\w)|[.,;!?)]|$)/g, unless: (name) => isThing(name) || isPronoun(name) }, // prettier-ignore
  // --- streets named after a day, before they are read as one ---
  { kind: 'place', confidence: 0.85, words: MONTH_WORDS, form: new RegExp(`(?<!\\w)(?:(?:la|el) )?(?:calle|avenida|avd?a?\\.?|ave\\.?|blvd\\.?|colonia|plaza|barrio) (?:\\d{1,2}|cinco|diecis[eé]is|veinte) de (?:${MONTH})(?:,? (?:n[uú]m(?:ero|\\.)? ?|#|no\\.? ?)?\\d{1,5}[a-z]?(?!\\w))?`, 'gi') }, // prettier-ignore
  // --- dates ---
  { kind: 'date', confidence: 0.85, group: 'day', words: MONTH_WORDS, form: new RegExp(`(?<!\\w)(?:dob|d\\.o\\.b\\.?|born|birth ?da(?:te|y)|bday|nac[ií][oó]?|nacimiento)[ :]{1,2}(?:(?:is|on|el|es|the) ){0,2}(?<day>(?:${MONTH})\\.? ${DAY}(?:st|nd|rd|th)?,? '?\\d\\d)(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.9, words: MONTH_WORDS, form: new RegExp(`(?<![\\w/])${DAY} (?:al?|to|y|and|-) ${DAY} (?:de |of )?(?:${MONTH})(?:,? (?:de |del )?(?:19|20)\\d\\d)?(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.9, words: MONTH_WORDS, form: new RegExp(`(?<![\\w/.-])${ON}(?:the )?${DAY}(?:st|nd|rd|th)?(?: de| of|,|\\.|-|/)? ?-?(?:${MONTH})\\.?(?:(?: de| del| of|,|-|/)? ?${YEAR}(?![\\d:%/]))?(?![\\w])`, 'gi'), unless: (found) => /^\d{1,2} (?:may|mar|sep|march|dec|jan)$/i.test(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.9, words: MONTH_WORDS, form: new RegExp(`(?<![\\w/.-])${ON}(?:${MONTH})\\.? (?:the )?${DAY}(?:st|nd|rd|th)?(?![\\w:/%])(?:,? (?:(?:19|20)\\d\\d))?(?![\\w:])`, 'gi'), unless: (found) => /^(?:may|mar|march|sep|dec|jan) \d/.test(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.9, form: new RegExp(`(?<![\\w])${DAY}(?:${MONTH})(?:19|20)\\d\\d(?!\\w)`, 'gi') },
  {
    kind: 'date',
    confidence: 0.85,
    form: new RegExp(`(?<![\\w-])(?:${MONTH}|ago)[-/](?:19|20)\\d\\d(?![\\w-])`, 'gi'),
  },
  { kind: 'date', confidence: 0.85, form: new RegExp(`(?<![\\w-])${DAY}-(?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii)-(?:19|20)?\\d\\d(?![\\w-])`, 'gi') }, // prettier-ignore
  // "mid March", "a finales de agosto"
  { kind: 'date', confidence: 0.8, isOfWords: true, words: 'early mid late end beginning middle start principios comienzos inicios mediados finales fines', form: new RegExp(`(?<!\\w)(?:(?:early|mid|late|end of|beginning of|middle of|start of)[ -](?:of )?|(?:principios|comienzos|inicios|mediados|finales|fines) de(?:l mes de)? )(?:${MONTH})(?:,? (?:de |of )?(?:19|20)\\d\\d)?(?!\\w)`, 'gi'), unless: (found) => /^\w+ (?:mar|sep|dec|jan|ago)$/.test(found) }, // prettier-ignore
  // --- feasts are days, too; whether the office is open on one is nobody's ---
  { kind: 'date', confidence: 0.75, isOfWords: true, words: FEAST_WORDS, form: new RegExp(`(?<!\\w)(?:(?:last|this past|this) )?(?:(?:${FEAST_DAYS})(?:'s|s'|s|’s|s’)? day(?: weekend)?|new year'?s(?: eve| day)?|(?:christmas|thanksgiving|easter) (?:eve|day|sunday|monday|morning|night)|good friday|ash wednesday|palm sunday|boxing day|black friday|(?:the )?(?:fourth|4th) of july|juneteenth|yom kippur|rosh hashanah?|groundhog day|election day)(?:,? (?:19|20)\\d\\d)?(?!\\w)`, 'gi'), unlessBehind: OFFICE_HOURS }, // prettier-ignore
  { kind: 'date', confidence: 0.75, isOfWords: true, group: 'feast', words: FEAST_WORDS, form: new RegExp(`(?<!\\w)(?:on|since|before|until|till|til|around|at|after|by|over|from|was|is|due) (?<feast>(?:(?:last|this|next|this past) )?(?:christmas|thanksgiving|easter|halloween|hanukkah|passover|diwali|ramadan|eid|mardi gras|kwanzaa|pentecost))(?! (?:dinner|lunch|meal|party|candy|ham|cookies|tree|break|season|food|hours|schedule))(?!\\w)`, 'gi'), unlessBehind: OFFICE_HOURS }, // prettier-ignore
  { kind: 'date', confidence: 0.75, isOfWords: true, words: FEAST_WORDS, form: /(?<!\w)(?:last|this past|the past) (?:christmas|thanksgiving|easter|halloween|hanukkah|passover|diwali|ramadan|eid|mardi gras|kwanzaa|new year'?s)(?!\w)/gi }, // prettier-ignore
  { kind: 'date', confidence: 0.75, isOfWords: true, words: 'dia dias nochebuena nochevieja fin navidad ano semana santo domingo miercoles todos fiestas carnaval carnavales', form: new RegExp(`(?<!\\w)(?:(?:el|la|los|las|un) )?(?:d[ií]as? (?:de |del )(?:los |las |la |el )?(?:reyes(?: magos)?|muertos|difuntos|madres?|padres?|niñ[oa]s?|amor|independencia|raza|constituci[oó]n|hispanidad|virgen|santos|todos los santos|inocentes|san [a-zñáéíóú]{3,12}|gracias|acci[oó]n de gracias|enamorados|maestro|candelaria|bandera|patria)|d[ií]a del trabaj(?:o|ador)|nochebuena|nochevieja|fin de año|navidad|año nuevo|semana santa|(?:viernes|jueves|s[aá]bado) santo|domingo de (?:ramos|resurrecci[oó]n|pascua)|mi[eé]rcoles de ceniza|todos los santos|fiestas patrias|carnaval(?:es)?)(?: (?:de |del )?(?:pasad[oa]|(?:19|20)\\d\\d))?(?!\\w)`, 'gi'), unlessBehind: OFFICE_HOURS }, // prettier-ignore
  { kind: 'date', confidence: 0.75, group: 'day', form: /(?<!\w)(?:el|del|para el|este) (?<day>d[ií]a (?:[12]?\d|3[01]))(?![\w:/%º°]|[.,]\d| (?:de|del|post|a|y) )/gi }, // prettier-ignore
  { kind: 'date', confidence: 0.75, form: /(?<![\w./-])20\d\d-(?:0[1-9]|1[0-2])(?![\w./-]\d|\w)/g },
  {
    kind: 'date',
    confidence: 0.9,
    form: new RegExp(`(?<![\\w/.-])(?:${MONTH})[-/.]${DAY}[-/.](?:19|20)?\\d\\d(?!\\w)`, 'gi'),
  },
  {
    kind: 'date',
    confidence: 0.7,
    form: /(?<!\w)(?:(?:spring|summer|fall|autumn|winter)(?: of)?|(?:primavera|verano|otoño|invierno) del?(?: año)?) (?:19|20)\d\d(?!\w)/gi,
  },
  {
    kind: 'date',
    confidence: 0.75,
    group: 'day',
    form: /(?<!\w)(?:from|to|on|by|until|till|til|before|after|since|for) (?<day>the (?:[12]?\d|3[01])(?:st|nd|rd|th)(?:,? (?:and|or|&) (?:the )?(?:[12]?\d|3[01])(?:st|nd|rd|th)){0,3})(?=[.,;:!?)]|$| (?:to|at|and|or|from|but|if|is|was|so|with|please|pls|for|because|bc|instead|then)(?!\w))/gi,
  },
  // --- a day without signs beside the word for it ---
  { kind: 'date', confidence: 0.85, group: 'day', form: /(?<!\w)(?:d\.?o\.?b|born|birth ?da(?:te|y)|bday|b-day|birth|f\.? ?(?:de )?nac|fec(?:ha)?\.? (?:de )?nac(?:imiento)?|nac(?:imiento|i[oó]|í|i|id[oa])?)\.?[ :,#]{1,3}(?:(?:is|es|on|el|was|de) ){0,2}(?<day>\d{6}|\d{8}|\d{1,2} \d{1,2} (?:19|20)?\d\d)(?!\w)/gi, unless: (found) => (found.includes(' ') ? !twoNumbers(found) : !isRunTogether(found)) }, // prettier-ignore
  { kind: 'date', confidence: 0.75, group: 'day', words: 'disch discharge discharged d dc dcd adm admit admitted admitida transf transferred tx ingreso ingresada ingresado egreso alta surgery dos eff effective exp expires', form: /(?<!\w)(?:disch(?:arged?)?|d\/c'?d?|dc'?d|adm(?:it(?:ted)?|itida?)?|transf?(?:erred)?|tx|ingres(?:o|ó|ad[oa])|egres(?:o|ó)|alta|surgery|dos|eff(?:ective)?|exp(?:ires)?)\.?[ :]{1,2}(?:(?:on|to|el|home|date|de|[A-Z]{2,8}) ){0,5}(?<day>\d{4}|\d{6}|\d{8})(?![\w:/.-])/gi, unless: (found) => !isRunTogether(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.75, form: /(?<![\w.])(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d\d(?![\w.])/g },
  { kind: 'date', confidence: 0.8, isOfWords: true, words: MONTH_WORDS, form: new RegExp(`(?<!\\w)(?:early|mid|late|last|first|end) of (?:${MONTH})(?:, the ${DAY}(?:st|nd|rd|th))?(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.85, form: new RegExp(`(?<!\\w)(?:${WEEKDAY}),? the ${DAY}(?:st|nd|rd|th)(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.9, words: MONTH_WORDS, form: new RegExp(`(?<!\\w)(?:1[º°]|1\\.º|1ro|1ero|primero) (?:de |del? mes de )?(?:${MONTH})(?: (?:de |del )?(?:19|20)\\d\\d)?(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.8, group: 'date', form: /(?<!\w)(?:on|el|since|until|before|after|by|dated?|fecha|dob|born|wedding|desde|hasta)[ :]{1,2}(?<date>\d{1,2}\.\d{1,2}\.\d{2})(?![\w.]\d|\w)/gi, unless: (found) => !twoNumbers(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.95, form: /(?<![\w.])(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?(?![\w])/g },
  { kind: 'date', confidence: 0.9, form: /(?<![\w/.])\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?![\w/])/g, unless: (found) => !twoNumbers(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.85, form: /(?<![\w.,/])\d{1,2}\.\d{1,2}\.\d{2}(?![\w.])/g, unless: (found) => !twoNumbers(found) || /^\d\.\d\.\d\d$/.test(found) }, // prettier-ignore
  {
    kind: 'date',
    confidence: 0.75,
    form: /(?<![\w.-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w-]|\.\w)/g,
  },
  { kind: 'date', confidence: 0.8, group: 'date', words: 'discharged admitted appt appointment visit cita seen surgery due dob bday birthday starting effective as by on thru through until since dated before after el desde hasta para', form: /(?<!\w)(?:discharged|admitted|appt|appointment|visit|cita|seen|surgery|due|dob|bday|birthday|starting|effective|as of|by|on|thru|through|until|since|due|dated|before|after|el|desde el|hasta el|para el) (?<date>\d{1,2}[-/]\d{1,2})(?![\w/%.-]| ?(?:mg|ml|mmhg|of|times|pain|hours?|horas?|days?|weeks?))/gi, unless: (found) => !twoNumbers(found) }, // prettier-ignore
  { kind: 'date', confidence: 0.8, form: /(?<!\w)(?:new year'?s(?: eve| day)?|christmas(?: eve| day)?|thanksgiving|easter|halloween|memorial day|labor day|nochebuena|navidad|año nuevo),? (?:(?:19|20)\d\d)(?!\w)/gi }, // prettier-ignore
  { kind: 'date', confidence: 0.9, form: new RegExp(`(?<![\\w/])${DAY}/(?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii)/(?:19|20)?\\d\\d(?!\\w)`, 'gi') }, // prettier-ignore
  { kind: 'date', confidence: 0.75, form: new RegExp(`(?<!\\w)(?:${WEEKDAY}) ${DAY}(?![\\w:/%]|\\.\\d|-\\d| (?:am|pm|a\\.m|p\\.m|de la|hours|horas|hrs?|h|a \\d|y \\d))`, 'gi'), unless: (found) => !/^(?:lunes|martes|mi|jueves|viernes|s[aá]bado|domingo)/i.test(found) }, // prettier-ignore
  { kind: 'age', confidence: 0.85, group: 'age', form: /(?<!\w)(?:alive|died|passed away|mother|father|grandmother|grandfather|now|madre|padre)(?: is| was| at| de| a los)? (?<age>9\d|1[01]\d)(?![\w/%.])/gi }, // prettier-ignore
  {
    kind: 'age',
    confidence: 0.8,
    group: 'age',
    form: /, (?<age>9\d|1[01]\d), (?=resident|lives|male|female|man|woman|widow|vive|viud)/gi,
  },
  { kind: 'age', confidence: 0.9, group: 'age', form: /(?<![\w/.-])(?<age>9\d|1[01]\d)(?= ?(?:y\/?o\b|y\.o\.|F\b|M\b)(?!\.? ?\d)| a\.(?=[,;)\n]|$))/g }, // prettier-ignore
  // --- numbers of people and things ---
  // --- numbers with letters or groups of their own ---
  { kind: 'ssn', confidence: 0.9, form: /(?<![\w-])[xX*•]{3}[- ][xX*•]{2}[- ]\d{4}(?!\w)/g },
  { kind: 'other', confidence: 0.8, group: 'number', words: 'folio claim case caso ref reference referencia ticket auth authorization autorizacion confirmation confirmacion radicado oficio report', form: /(?<!\w)(?:[Ff]olio|[Cc]laim|[Cc]ase|[Cc]aso|[Rr]ef(?:erence|erencia)?|[Tt]icket|[Aa]uth(?:orization)?|[Aa]utorizaci[oó]n|[Cc]onfirmation|[Cc]onfirmaci[oó]n|[Rr]adicado|[Oo]ficio|[Rr]eport)(?: [a-zà-ÿ]{2,12}){0,3}\.?[ :#]{1,3}(?<number>[A-Z]{1,4} \d{2,7}(?:[ -]\d{2,6}){0,2})(?![\w-])/g, unless: (_, { number }) => digitsIn(number ?? '') < 4 }, // prettier-ignore
  { kind: 'other', confidence: 0.8, group: 'number', words: 'service military employee inmate student alien docket file nuc', form: /(?<!\w)(?:service|military|employee|inmate|student|alien|docket|file|nuc) (?:no|number|num|id|#)\.?[ :#]{1,3}(?<number>(?:[A-Z]{1,3}[ -])?\d{1,4}(?:[ -]\d{2,6}){0,3})(?![\w-])/gi, unless: (_, { number }) => digitsIn(number ?? '') < 4 }, // prettier-ignore
  { kind: 'other', confidence: 0.8, form: /(?<![\w.-]|\d )\d{4}(?: \d{4}){4}(?: \d{2})?(?![\w-]| \d)/g },
  { kind: 'vehicle', confidence: 0.75, form: /(?<![\w.-])[A-Z]{2} \d{4} [A-Z]{2}(?![\w-])/g },
  { kind: 'licence', confidence: 0.85, group: 'number', form: /(?<!\w)(?:(?:driver['’]?s?|driving) )?lic(?:en[cs]e)?\.?(?: (?:number|no\.?|is))?[ :#]{1,3}(?<number>(?:[A-Z]{2} )?[A-Z]?\d{2,4}(?:-\d{1,4}){1,5})(?![\w-])/g }, // prettier-ignore
  { kind: 'device', confidence: 0.9, form: /(?<![\w/])(?:SN|S\/N|[Ss]\/n|[Ss]erial)[ :#.]{1,3}(?!SN )[A-Z]{1,4} (?=[A-Z0-9-]{0,16}\d{2})[A-Z0-9]{2,10}(?:-[A-Z0-9]{1,10}){0,3}(?: [A-Z]\b)?(?!\w)|(?<![\w/])(?:SN|S\/N)[ :#.]{1,3}(?=[A-Z0-9/-]{0,20}\d)[A-Z0-9]{1,14}(?:[-/][A-Z0-9]{1,12}){0,4}(?!\w)/g, unless: (found) => digitsIn(found) < 3 }, // prettier-ignore
  { kind: 'device', confidence: 0.8, group: 'number', form: /(?<!\w)(?:pr[oó]tesis|bomba|marcapasos|implante|aud[ií]fono|gluc[oó]metro|v[aá]lvula|stent|desfibrilador|neuroestimulador|concentrador|cpap|bipap|pump|pacemaker|implant|meter|sensor|monitor|walker|wheelchair|hearing aid|lens|valve|prosthesis|ventilator|concentrator|defibrillator|glucometer|silla de ruedas|andador)[^.!?\n]{0,30}? (?:n[uú]m(?:ero)?|n|no|nro|ser(?:ial|ie)?|ref|lote|lot)[.º°ª#]{0,3}[ :#]{1,3}(?<number>(?=[A-Z0-9-]{0,20}\d)[A-Z0-9]{1,14}(?:-[A-Z0-9]{1,12}){0,4}(?: \/ [A-Z0-9-]{5,20})?)(?!\w)/gi, unless: (_, { number }) => digitsIn(number ?? '') < 4 }, // prettier-ignore
  { kind: 'licence', confidence: 0.85, group: 'number', words: 'lic license licence licencia cedula colegiado colegiada matricula certificate certificado cert board registro perito perita acta reg', form: /(?<!\w)(?:lic|licen[cs]e|licencia|c[eé]dula|colegiad[oa]|matr[ií]cula|perit[oa]|cert(?:ificate|ificado)?|acta|board|registro|reg)\.?(?: (?:prof(?:esional)?|m[eé]dica|nurse|nursing|nacional))?\.?,?(?: (?:number|no|num|n[uú]m(?:ero)?|nro|n|is|es))?[.º°ª]{0,3}[ :#]{1,3}(?<number>(?!(?:RN|LPN|LVN|MD|NP|PA|DDS|CNA|APRN|PT|OT|DO) )[A-Z]{1,4}[ .-]\d[\d./-]{2,12}\d|\d{1,4}[/-]\d{3,9})(?!\w)/gi, unless: (_, { number }) => digitsIn(number ?? '') < 4 || /^[a-z]/.test(number ?? '') }, // prettier-ignore
  // "license no. MD 44178": behind "no." the letters are of the number, whatever they stand for elsewhere.
  { kind: 'licence', confidence: 0.85, group: 'number', words: 'lic license licence licencia cedula colegiado colegiada matricula certificate certificado cert board registro perito perita acta reg', form: /(?<!\w)(?:lic|licen[cs]e|licencia|c[eé]dula|colegiad[oa]|matr[ií]cula|cert(?:ificate|ificado)?|board|registro)\.? (?:number|no|num|n[uú]m|nro|n)[.º°ª]{0,2}[ :#]{1,3}(?<number>[A-Z]{1,4} \d[\d./-]{2,12}\d)(?!\w)/g }, // prettier-ignore
  {
    kind: 'mrn',
    confidence: 0.9,
    form: /(?<!\w)(?:HC|MR|NHC|EXP|FC)[ -]\d{2,9}(?:-\d{1,8}){0,2}(?![\w-])/g,
    unless: (found) => digitsIn(found) < 4,
  },
  { kind: 'mrn', confidence: 0.85, group: 'number', words: 'mrn nhc chart record expediente exp ficha hc historia h patient pt carnet legajo', form: /(?<!\w)(?:mrn|nhc|chart|medical record|record|expediente|exp|ficha|hc|historia(?: cl[ií]nica)?|h\. ?c|patient (?:id|no|number)|pt id|carnet|legajo)\.?,?(?: (?:number|no|num|n[uú]m(?:ero)?|nro|n|is|es|id)[.º°ª]{0,2}){0,2}[ :#.]{1,3}(?<number>\d{1,4}(?:[ .]\d{2,4}){1,4})(?![\w%/]|[.,]\d)/gi, unless: (_, { number }) => digitsIn(number ?? '') < 6 }, // prettier-ignore
  { kind: 'mrn', confidence: 0.8, group: 'number', form: /(?<!\w)(?:exp|expediente|ficha|legajo|folio|mrn|chart)[ :#.]{1,3}(?<number>\d{2,4}-\d{3,6})(?![\w/-])/gi }, // prettier-ignore
  { kind: 'plan_id', confidence: 0.8, group: 'number', words: 'plan member policy subscriber insurance afiliado afiliada afiliacion poliza carnet', form: /(?<!\w)(?:plan|member|policy|subscriber|insurance|afiliad[oa]|afiliaci[oó]n|p[oó]liza|carnet)(?: (?:number|id|no|n[uú]mero|is|es|de)){0,3}[ :#.]{1,3}(?<number>[A-Z]{1,4}\d{2,8}(?:[ -]\d{2,6}){1,4})(?!\w)/gi, unless: (_, { number }) => digitsIn(number ?? '') < 6 || /^[a-z]/.test(number ?? '') }, // prettier-ignore
  { kind: 'plan_id', confidence: 0.8, group: 'number', form: /(?<!\w)(?:id|member|card)#?[ :]{1,2}(?<number>[A-Z]{1,3}\d{1,4}(?:[ -]\d{2,5}){1,4})(?![\w-])/gi, unless: (_, { number }) => digitsIn(number ?? '') < 6 || /^[a-z]/.test(number ?? '') }, // prettier-ignore
  { kind: 'plan_id', confidence: 0.8, group: 'number', form: /(?<!\w)(?:grp|group|grupo|rx ?grp)(?: (?:no|number|id|n[uú]mero)\.?)?[ :#]{1,3}(?<number>\d{4,9}[A-Z]{0,2})(?![\w/-])/gi }, // prettier-ignore
  { kind: 'ssn', confidence: 0.85, group: 'number', form: /(?<!\w)(?:nss|n[uú]m(?:ero)?\.? de (?:la )?seguridad social|seguridad social|n[uú]mero de afiliaci[oó]n|seguro social)(?: (?:es|n[uú]mero|no|nro))?[ :#.]{1,3}(?<number>\d{2}[ /-]?\d{2,8}(?:[ /-]\d{1,4}){0,3})(?!\w)/gi, unless: (_, { number }) => digitsIn(number ?? '') < 10 || digitsIn(number ?? '') > 12 }, // prettier-ignore
  { kind: 'other', confidence: 0.85, group: 'number', words: 'cedula c cc ci dni d documento doc rut run cuit cuil nit nif identidad identificacion', form: /(?<!\w)(?:c[eé]dula|c\.? ?c|c\.? ?i|dni|d\.n\.i|documento|doc|rut|run|cuit|cuil|nit|nif|identidad|identificaci[oó]n)\.?(?: (?:de (?:identidad|ciudadan[ií]a)|n[uú]mero|no|nro|n|es)[.º°ª]{0,2}){0,3}[ :#-]{1,3}(?<number>\d{1,3}(?:[. ]\d{3}){1,3}(?:-[\dkK])?|\d{2}-\d{8}-\d)(?![\w])/gi }, // prettier-ignore
  { kind: 'other', confidence: 0.8, form: /(?<![\w.,$€-])(?:(?:CC|CE|TI|CI|V|E)[ -]\d{1,3}(?:\.\d{3}){2,3}|\d{1,2}\.\d{3}\.\d{3}-[\dkK]|\d\.\d{3}\.\d{3}\.\d{3}|[12]?\d-\d{8}-\d)(?![\w.,]\d|\w| ?(?:pesos|euros|€|usd))/g }, // prettier-ignore
  { kind: 'other', confidence: 0.85, group: 'code', form: /(?<!\w)(?:(?:police|accident|incident|crash|sheriff) report|incident|badge|denuncia|atestado|siniestro|radicado|oficio|parte policial|acta|docket|dispatch|employee id)\.?(?: (?:number|no|num|n[uú]m(?:ero)?|nro|n|is|es|was|era)[.º°ª]{0,2}){0,2}[ :#]{1,3}(?<code>[A-Z0-9]{1,10}(?:[-/.][A-Z0-9]{1,12}){0,4})(?!\w)/gi, unless: (_, { code }) => digitsIn(code ?? '') < 3 }, // prettier-ignore
  { kind: 'other', confidence: 0.8, group: 'code', words: 'code passcode password pwd pw pin contrasena clave', form: /(?<!\w)(?:(?:door|gate|access|entry|lock ?box|alarm|garage|building) code|passcode|password|pwd?|pin|contraseña|clave)(?: (?:is|es|de acceso|number|no))?[ :#=]{1,3}(?<code>(?=[^\s,;]{0,20}\d{2})[^\s,;.]{4,20})(?!\w)/gi }, // prettier-ignore
  { kind: 'licence', confidence: 0.85, group: 'number', form: /(?<!\w)(?:n\.?º col|col(?:egiad[oa])?)\.?(?: n\.?º)?[ :]{1,2}(?<number>\d{1,4}(?:[/-]\d{1,9}){1,3}|\d{5,10})(?!\w)/gi }, // prettier-ignore
  // A Spanish plate: four digits and three consonants.
  { kind: 'vehicle', confidence: 0.75, form: /(?<![\w.,$€/-])\d{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}(?![\w-])/g, unless: (found) => /(?:BPM|MCG|KCL)$/.test(found) }, // prettier-ignore
  { kind: 'account', confidence: 0.9, form: /(?<![\w.-])3[47]\d{2}[ -]\d{6}[ -]\d{5}(?![\w-])/g },
  { kind: 'account', confidence: 0.9, form: /(?<!\w)[A-Z]{2}\d{2}(?: ?\d{4}){3,7}(?: ?\d{1,4})?(?!\w)/g },
  { kind: 'account', confidence: 0.85, group: 'number', form: /(?<!\w)(?:acct|account|cuenta|routing|iban|policy|póliza)\.?(?: (?:number|no|n[uú]mero|ending|de))?[ :#.]{0,3}(?<number>\d[\d -]{4,24}\d)(?!\w)/gi }, // prettier-ignore
  { kind: 'mrn', confidence: 0.85, group: 'number', words: 'mrn nhc chart record expediente exp ficha hc historia patient pt folio carnet wristband', form: /(?<!\w)(?:mrn|nhc|chart|medical record|expediente|exp\.|ficha|hc|historia(?: cl[ií]nica)?|patient (?:id|no|number)|pt id|folio cl[ií]nico|carnet|wristband)\.?,?(?: (?:number|no|n[uú]mero|num|is|es|id)\.?){0,2}[ :#.]{0,3}(?<number>[A-Z]{0,3}-?\d[\d-]{2,14}(?:-[A-Z])?)(?!\w)/gi }, // prettier-ignore
  { kind: 'licence', confidence: 0.85, group: 'number', form: /(?<!\w)(?:lic|licen[cs]e|c[eé]dula|colegiado|board|cert(?:ificate|ification)?)\.?,?(?: (?:number|no|n[uú]mero|prof(?:esional)?|nurse)\.?)?[ :#]{1,3}(?:(?:RN|LPN|LVN|MD|NP|PA|DDS|CNA|APRN|PT|OT)[ :#-]{1,2})?(?<number>[A-Z]{0,3}-?\d[\d/-]{3,14})(?!\w)/gi }, // prettier-ignore
  { kind: 'licence', confidence: 0.85, group: 'number', form: /(?<!\w)(?:RN|LPN|LVN|CNA|APRN)(?: (?:lic(?:ense)?|no)\.?)? ?#? ?(?<number>\d{5,10})(?!\w)/g }, // prettier-ignore
  { kind: 'licence', confidence: 0.85, group: 'number', form: /(?<!\w)licen[cs](?:e|ia)[ :#]{1,3}(?<number>[A-Z]{1,2}\d{2,4}(?:-\d{2,4}){1,4})(?!\w)/gi }, // prettier-ignore
  { kind: 'licence', confidence: 0.85, group: 'number', form: /(?<!\w)(?:licen[cs]e|licencia(?: de (?:manejar|conducir))?|colegiad[oa]|dea|npi)(?: (?:number|no|n[uú]mero|de [A-Za-z]{3,15}))?[ :#.º°]{0,3}(?<number>[A-Z]{0,3}\d[\d/-]{4,14})(?!\w)/gi }, // prettier-ignore
  { kind: 'vehicle', confidence: 0.85, group: 'number', form: /(?<!\w)(?:plates?|matr[ií]cula|placas?|tag)(?: (?:number|no|n[uú]mero|is|de la ambulancia era|era|es))?[ :#.]{0,3}(?<number>(?=[A-Z0-9 -]{0,9}\d)[A-Z0-9]{2,4}(?:[ -]?[A-Z0-9]{2,5}){1,2})(?!\w)/g }, // prettier-ignore
  { kind: 'vehicle', confidence: 0.85, group: 'number', form: /(?<!\w)(?:bus|van|truck|taxi|cab|ambulance|ambulancia|cami[oó]n|patrulla|wheelchair|silla)(?: (?:number|no|num|n[uú]mero|unit|unidad)\.?| #)[ :#]{0,2}(?<number>[A-Z]{0,3}-?\d{2,6}(?:-\d{1,5})?)(?!\w)/gi }, // prettier-ignore
  { kind: 'device', confidence: 0.85, group: 'number', form: /(?<!\w)(?:serials?|serial (?:numbers?|nos?)|s\/n|sn|lot|lote|model|modelo|device|implant)(?: is| es)?[ :#.]{1,3}(?:(?:L|R|left|right|no\.?)[ :]{1,2})?(?<number>(?:(?:SN|REF|LOT)[ :-])?(?=[A-Z0-9/-]{0,20}\d)[A-Z0-9]{1,14}(?:[-/][A-Z0-9]{1,12}){0,4})(?![\w])/gi, unless: (_, { number }) => digitsIn(number ?? '') < 3 || CLINICAL.test(number ?? '') }, // prettier-ignore
  { kind: 'account', confidence: 0.85, isOfWords: true, group: 'name', words: 'username user userid usuario login log portal screenname screen handle alias nick account venmo zelle paypal instagram insta facebook twitter tiktok snapchat telegram skype discord', form: /(?<!\w)(?:user ?name|user ?id|user|usuario|login|log-?in|portal id|screen ?name|handle|alias|nick|account name|venmo|zelle|paypal|instagram|insta|facebook|twitter|tiktok|snapchat|telegram|skype|discord)(?: (?:is|es|name|id)){0,2}[ :=@]{1,3}(?<name>(?=[\w.-]{0,30}[\d_.-])[A-Za-z][\w.-]{2,30}[\w])(?![\w@])/gi, unless: (name) => /^(?:i|e|log|sign|check|follow|set|mid|co)-[a-z]+$|^\w+n't$/i.test(name) }, // prettier-ignore
  { kind: 'account', confidence: 0.8, isOfWords: true, needs: /_/, form: /(?<![\w@./:-])(?=[a-z0-9_.]{4,30}(?!\w))[a-z][a-z0-9.]{0,20}(?:_[a-z0-9.]{1,20}){1,3}(?![\w@/+]|\.\w)/gi, unless: (found) => /^(?:img|dsc|screen|photo|scan|file)_/i.test(found) }, // prettier-ignore
  { kind: 'other', confidence: 0.8, form: /(?<!\w)0x[0-9a-f]{4,40}(?!\w)/gi },
  // "fingerprint template FP-00931-RT", "huella de voz HV-3021": the words and the code are one.
  { kind: 'biometric', confidence: 0.9, words: 'finger fingerprint fingerprints thumb thumbprint palm palmprint hand handprint voice voiceprint face faceprint retina retinal iris facial huella huellas voz rostro reconocimiento biometric biometrico biometrica prints print', form: /(?<!\w)(?:finger(?: ?prints?)?|thumb ?prints?|palm ?prints?|hand ?prints?|voice ?prints?|face ?prints?|retinal?|iris|facial|palm(?: vein)?|face id|huellas?|voz|rostro|reconocimiento (?:facial|de voz)|biometric(?: id)?|biom[eé]tric[oa])(?: (?:de voz|dactilar(?:es)?|digital|scan|template|match|id|no|number|code|hash|profile|enrollment|record|reference|ref|facial|del? iris|plantilla|registro|c[oó]digo|n[uú]mero|FP)){0,3}[ :#.(]{1,3}(?:[A-Z]{2,5} )?(?=[A-Za-zÀ-ÿ0-9-]{0,30}\d)(?:ID )?[A-Za-zÀ-ÿ0-9]{1,12}(?:[-:][A-Za-zÀ-ÿ0-9]{1,12}){0,5}(?!\w)/gi, unless: (found) => digitsIn(found) < 3 }, // prettier-ignore
  { kind: 'biometric', confidence: 0.85, group: 'number', form: /(?<!\w)(?:face ?print|faceprint|thumbprint|palm ?print|palm(?: vein)?|FP|biometric|biom[eé]tric[oa]|template|plantilla|reconocimiento facial)(?: (?:scan|template|id|no|number|code|hash)){0,2}[ :#]{1,3}(?<number>(?=[A-Za-z0-9-]{0,20}\d)[A-Za-z0-9]{2,12}(?:-[A-Za-z0-9]{1,12}){0,3})(?!\w)/gi, unless: (_, { number }) => digitsIn(number ?? '') < 2 }, // prettier-ignore
  { kind: 'device', confidence: 0.85, group: 'number', form: /(?<!\w)(?:transmitter|serial(?: number)?|implant(?: ref)?|pump,? ref|device|monitor|pr[oó]tesis de cadera lote|dispositivo|marcapasos|n[uú]mero de serie)[ :#.]{0,3}(?<number>[A-Z0-9][A-Z0-9/-]{4,20}(?: \/ [A-Z0-9-]{5,20})?)(?!\w)/g, unless: (_, { number }) => digitsIn(number ?? '') < 2 }, // prettier-ignore
  { kind: 'biometric', confidence: 0.85, group: 'number', words: 'fingerprint voiceprint retinal iris huella voz facial', form: /(?<!\w)(?:fingerprint|voiceprint|retinal|iris|huella|voz|facial)(?: (?:scan|template|id|digital))?[ :#.]{0,3}(?<number>(?:ID )?[A-Z]{2,5}[-:][A-Za-z0-9-]{4,20})(?!\w)/gi, unless: (_, { number }) => digitsIn(number ?? '') < 2 }, // prettier-ignore
  { kind: 'other', confidence: 0.85, group: 'code', words: 'claim check cheque placard permit order ref reference confirmation confirmacion ticket case caso lot lote rx prescription receta codigo localizador incidencia folio accession subject complaint authorization auth passport pasaporte dni curp nie', form: /(?<!\w)(?:claim|check|cheque|placard|permit|order|ref(?:erence|\.)?|confirmation|confirmaci[oó]n|ticket|order|case|caso|lot|lote|rx|prescription|receta|c[oó]digo|localizador|incidencia|folio|accession|subject|complaint|authorization|auth|passport|pasaporte|dni|curp|nie)(?: (?:number|no|n[uú]mero|code|n\.?º|is|es|was|era)){0,3}[ :#.]{0,3}(?<code>[A-Z0-9]{1,10}(?:[-/.][A-Z0-9]{1,12}){0,4})(?![\w])/gi, unless: (_, { code }) => digitsIn(code ?? '') < 3 || CLINICAL.test(code ?? '') }, // prettier-ignore
  { kind: 'plan_id', confidence: 0.85, group: 'number', form: /(?<!\w)(?:policy|p[oó]liza|member|subscriber|group|grupo|afiliado|beneficiary|insurance|seguro|plan|medicaid|medicare)(?: (?:number|id|no|n[uú]mero|is|es|card)\.?){0,3}[ :#]{1,3}(?<number>(?:[A-Z]{1,3}[ -])?\d{3,6}(?:-[A-Z0-9]{1,6}){1,4})(?!\w)/gi, unless: (_, { number }) => digitsIn(number ?? '') < 5 }, // prettier-ignore
  { kind: 'plan_id', confidence: 0.85, group: 'number', form: /(?<!\w)(?:plan|member|policy|afiliado|afiliaci[oó]n|p[oó]liza|medicaid|medicare|insurance)(?: (?:number|id|no|n[uú]mero|is|es|de)){0,3}[ :#.]{1,3}(?<number>(?:[A-Z]{1,4} )?[A-Z]{0,4}\d[\dA-Z]{1,6}(?:[ -][\dA-Z]{2,6}){1,4})(?!\w)/g, unless: (_, { number }) => digitsIn(number ?? '') < 6 }, // prettier-ignore
  { kind: 'other', confidence: 0.8, group: 'number', words: 'unit bag specimen donor', form: /(?<!\w)(?:unit|bag|specimen|donor) (?:number|no\.?|id)[ :#]{0,2}(?<number>[A-Z]{0,2}\d{2,6}(?: \d{2,7}){0,3})(?!\w)/gi }, // prettier-ignore
  { kind: 'other', confidence: 0.8, form: /(?<![\w-])\d{8}[A-Z](?![\w-])/g },
  // --- parts of numbers, and how other places speak of theirs ---
  { kind: 'ssn', confidence: 0.85, group: 'number', form: /(?<!\w)last (?:four|4)(?: (?:is|are|digits|of|my|his|her|the|social|ssn|security|number)){0,6}[ :]{1,2}(?<number>\d{4})(?= of (?:my|his|her) social|[ ,.;!?]|$)/gi }, // prettier-ignore
  { kind: 'account', confidence: 0.85, group: 'number', form: /(?<!\w)(?:card|tarjeta|account|cuenta|visa|mastercard|amex)(?: [a-z]{2,10})? (?:ending|ends|terminad[ao]|que termina|termina)(?: (?:in|with|en))?[ :]{1,2}(?<number>\d{3,4})(?![\w-])/gi }, // prettier-ignore
  { kind: 'plan_id', confidence: 0.85, group: 'number', words: 'carnet obra prepaga eps imss issste seguro nss afiliado afiliada', form: /(?<!\w)(?:carnet|obra social|prepaga|eps|imss|issste|seguro social|nss|afiliad[oa])(?: (?:es|el|me|da|la|del|de|n[uú]mero|no|nro|obra|social)\.?){0,5}[ :#]{1,2}(?<number>(?=[A-Z0-9/-]{0,20}\d{4})[A-Z]{0,3}-?\d[\d/-]{4,20})(?!\w)/gi, unless: (_, { number }) => /^\d{3}-\d{2}-\d{4}$/.test(number ?? '') }, // prettier-ignore
  { kind: 'licence', confidence: 0.85, group: 'number', form: /(?<!\w)(?:licencia|c[eé]dula profesional|matr[ií]cula)(?:[^.\n\d]|[DJS]ra?\.){0,40} (?<number>[A-Z]{2,4}[ -]\d{4,8})(?!\w)/g }, // prettier-ignore
  { kind: 'vehicle', confidence: 0.85, group: 'number', form: /(?<!\w)plates? (?:number )?(?:is |are )?(?:[A-Z][a-z]{2,12} )?(?<number>[A-Z]{2,4}[ -]?\d{2,4})(?!\w)/g }, // prettier-ignore
  { kind: 'date', confidence: 0.85, group: 'day', form: /(?<!\w)(?<day>\d{1,2} del? (?:corriente|los corrientes|presente mes|mes pasado|mes en curso|pr[oó]ximo mes|actual))(?!\w)/gi }, // prettier-ignore
  { kind: 'phone', confidence: 0.85, form: /(?<![\w.+-]|\d )00\d{2,3}(?:[ -]?\d{2,4}){2,4}(?![\w-])/g },
  // --- telephones as other places group them ---
  // Mexico, Argentina, Chile, Colombia, Venezuela: the code of a place, then four and four or three and four.
  { kind: 'phone', confidence: 0.8, form: /(?<![\w.+$€/-]|\d )(?:\+?5\d{1,2} ?)?(?:\(0?\d{1,4}\)|0?\d{1,3})[ -](?:15[ -]|9[ -])?\d{4}[ -]\d{4}(?![\w/%-]|[ .,]\d)/g, unless: (found) => /(?:19|20)\d\d[ -](?:19|20)\d\d$/.test(found), unlessBehind: /fax[^.\n]{0,20}$/i }, // prettier-ignore
  { kind: 'phone', confidence: 0.8, form: /(?<![\w+$€])\(\d{2,4}\)(?: \d{2,4}){3,4}(?![\w/%-]| \d)/g, unless: (found) => !isPhoneLength(found), unlessBehind: /fax[^.\n]{0,20}$/i }, // prettier-ignore
  {
    kind: 'phone',
    confidence: 0.8,
    form: /(?<![\w+$€])\(\d{2,4}\) ?(?:\d{4}[ -]\d{3}|\d{3}[ .-]\d{2}[ .-]\d{2})(?![\w/%-])/g,
  },
  { kind: 'phone', confidence: 0.8, form: /(?<![\w.+$€/-])0(?:2|4)\d{2}[ -]\d{3}[ -]?\d{2}[ -]?\d{2}(?![\w/%-])/g }, // prettier-ignore
  { kind: 'phone', confidence: 0.85, group: 'number', words: 'cel celu celular tel telefono telef tfno tlf tlfno tfn movil fono whats whatsapp wasap wsp fijo ph phone cell text call llame llamame llamenme llameme llamar llama', form: /(?<!\w)(?:cel(?:u|ular)?|tel(?:[eé]fono|f)?|tfno|tlf(?:no)?|tfn|m[oó]vil|fono|whats(?:app)?|wasap|wsp|fijo|ph|phone|cell|text|call(?: me)?|ll[aá]m(?:e|ame|eme|enme|ar))\.?(?: (?:es|is|al|at|on|a|el|ahora|now|nuevo|new|my|mi|n[uú]mero|number|me)){0,4}[ :#]{1,3}(?<number>(?:\d{2,4}(?:[ .-]\d{2,4}){1,4}|\d{8,11})(?:,? (?:ext|extension|x)\.? ?\d{1,6})?)(?![\w/%-]|[.,:]\d)/gi, unless: (_, { number }) => !isPhoneLength((number ?? '').replace(/[ ,]*[ex].*$/i, '')) }, // prettier-ignore
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
    form: /(?<![\w.])[\w.+-]{1,40} ?[([](?:at|arroba)[)\]] ?[\w-]{1,40}(?: ?[([](?:dot|punto)[)\]] ?|\.)[a-z]{2,10}(?!\w)/gi,
  },
  {
    kind: 'email',
    confidence: 0.85,
    isOfWords: true,
    form: /(?<!\w)(?:[a-z] as in [a-z]{2,12}, ?){1,12}[a-z]{0,20} at [a-z]{2,20} dot [a-z]{2,4}(?!\w)/gi,
  },
  { kind: 'email', confidence: 0.85, isOfWords: true, words: 'arroba', form: /(?<!\w)(?:[a-zñáéíóú]{2,15} )?[a-zñáéíóú]{2,15}(?: (?:gui[oó]n(?: bajo)?|punto|[a-zñáéíóú]{3,9})){1,4} arroba [a-z]{2,15} punto [a-z]{2,4}(?!\w)/gi }, // prettier-ignore
  {
    kind: 'url',
    confidence: 0.85,
    isOfWords: true,
    needs: /\//,
    form: /(?<![\w@./])(?:https?:\/\/)?(?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|net|edu|gov|health|io|mx|es|ar|cl|co|pe|us|uk|ca|br|me|be|tv|app|dev|care|clinic|link|page|site|online|info|biz|gl|ly|to|cc|ai|example)\/[^\s,;"'<>)]{1,200}/gi,
  },
  // --- places ---
  { kind: 'place', confidence: 0.75, form: /(?<!\w)P\.S\. \d{1,3}(?!\w)/g },
  { kind: 'place', confidence: 0.75, isOfWords: true, form: /(?<!\w)(?:Good (?:Samaritan|Shepherd)|Sacred Heart|Holy (?:Cross|Family|Name|Spirit|Redeemer|Trinity)|Our Lady of [A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})?|Mount Sinai|Cedars-Sinai|Johns Hopkins|Sagrado Coraz[oó]n|Cruz (?:Roja|Verde)(?: (?:de|del) [A-ZÀ-Þ][a-zà-ÿ]{2,20})?|Nuestra Señora (?:del? (?:l[ao]s? )?)?[A-ZÀ-Þ][a-zà-ÿ]{2,15}|General Delivery,? [A-Z][a-z]{2,15})(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.85, form: /(?<!\w)(?:Mz|Mza|Manzana)\.? ?[A-Z0-9]{1,4},? (?:Lt|Lte|Lote)\.? ?[A-Z0-9]{1,4}(?!\w)/g }, // prettier-ignore
  // A school or a clinic of a number, a road of a number
  { kind: 'place', confidence: 0.75, form: /(?<!\w)(?:cl[ií]nica|umf|hgz|hgr|escuela|primaria|secundaria|jard[ií]n|liceo|colegio) (?:(?:n[º°.o]{0,2}|n[uú]m\.?) ?)?\d{1,4}(?: (?:del|de la) (?:imss|issste|seguro))?(?![\w/:%])/gi }, // prettier-ignore
  { kind: 'place', confidence: 0.75, form: /(?<![\w-])(?:(?:I|US|SR|FM|CR)-(?!(?:123|125|130|131|485|589|693|765)\b)\d{1,4}(?:,? (?:mile marker|exit|mm) \d{1,4}[A-Z]?)?|(?:mile marker|exit) \d{1,4}[A-Z]?|(?:Ruta|Autopista|Carretera|Km\.?) \d{1,4})(?![\w%])/g }, // prettier-ignore
  { kind: 'place', confidence: 0.85, words: 'carrera cra kra cll cl calle transversal diagonal dg ak ac', form: /(?<!\w)(?:carrera|cra|kra|cll|cl|calle|transversal|diagonal|dg|ak|ac)\.? \d{1,3} ?[A-Z]?(?: (?:bis|sur|norte|este))? ?(?:#|no\.?|n[º°]\.?) ?\d{1,3} ?[A-Z]?(?: (?:bis|sur|norte|este))? ?- ?\d{1,3}(?:,? (?:apto?|apartamento|casa|torre|int|interior|piso|local|bloque)\.? ?\w{1,4}){0,3}/gi }, // prettier-ignore
  { kind: 'place', confidence: 0.85, form: /(?<!\w)(?:(?:Jr|Pje|Psje|Av|Avda|Calz|Priv|Cda|Prol|Circ|Blvd|Crta|Ctra|Rda)\.|Prolongaci[oó]n|Calzada|Privada|Cerrada|Callej[oó]n|Andador|Circuito|Boulevard|Retorno|Jir[oó]n|Pasaje) (?:(?:de|del|la|las|los|el) ){0,2}[A-ZÀ-Þ][a-zà-ÿ]{2,20}(?: (?:(?:de|del|la|las|los) )?[A-ZÀ-Þ][a-zà-ÿ]{2,20}){0,3},? (?:(?:n[º°.]+ ?|# ?|No\. ?)?\d{1,5}[A-Z]?|s\/n)(?:,? (?:\d{1,2}\.?[º°ª]\.?(?: ?(?:[A-Z]\b|(?:izq(?:da)?|izda)\.?|dcha?\.?))?)|,? (?:dpto|depto|departamento|piso|interior|int|apartamento|apto|oficina|ofic|of|casa|lote)\b\.? ?\w{1,5}){0,3}(?:, (?!Dr|Sr|Tel|Chile|Per[uú]|M[eé]xico|Colombia|Argentina|España|Bolivia|Ecuador|Uruguay|Paraguay|Venezuela)[A-ZÀ-Þ][a-zà-ÿ]{2,20}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,20})?(?=[.,;\n]|$))?(?:,? (?:C\.?P\.? ?)?\d{5})?(?!\w)/g }, // prettier-ignore
  {
    kind: 'place',
    confidence: 0.8,
    group: 'place',
    form: /(?<!\w)(?<place>\d{1,5}(?:00)? block of (?:[NSEW]\.? )?[A-ZÀ-Þ0-9][a-zà-ÿ0-9]{2,20}(?: (?:St|Street|Ave|Avenue|Rd|Road|Blvd|Ln|Dr)\b)?)/g,
  },
  // "C/ Alcalde Ferrer 22, 3.º B, 46019 Valencia", "la avenida Belgrano 1540, piso 2 depto C"
  { kind: 'place', confidence: 0.9, words: 'calle avenida avda avd av carretera camino paseo pje pasaje plaza plza pza ronda travesia jiron c', form: /(?<!\w)(?:(?:la|el) )?(?:calle|avenida|avda?\.?|av\.|carretera|camino|paseo|pje\.?|pasaje|plaza|plza\.?|pza\.?|ronda|traves[ií]a|jir[oó]n|c\/) ?(?:(?:de |del |la |los |las |el |san |santa ){0,2}[A-Za-zÀ-ÿ]{2,20}\.?(?: [A-Za-zÀ-ÿ]{2,20}\.?){0,3})?,? (?:n[uú]m(?:ero|\.)? ?|n\.?[º°] ?|#|no\.? )?\d{1,5}[a-z]?(?![\w:/%]|\.?[º°ª\d])(?:,? (?:\d{1,2}\.?[º°ª]\.?(?: ?(?:[A-Z]\b|(?:izq(?:da|uierda)?|izda)\.?|dcha?\.?|der(?:echa)?\.?|int\.?))?|(?:piso|depto|dpto|depa|departamento|apto?|apartamento|int|interior|casa|torre|bloque|blq|edif(?:icio)?|escalera|esc|puerta|pta|local|lote|mz|manzana|etapa)\.? ?#?[A-Z0-9]{1,4}\b|\d{1,2} ?[A-Z]\b)){0,4}(?:,? (?:C\.? ?P\.? ?)?\d{5}(?:,? [A-ZÀ-Þ][a-zà-ÿ]{2,20}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,20})?)?|, [A-ZÀ-Þ][a-zà-ÿ]{3,20}(?=[.,;\n]|$)(?:, \d{5})?)?/gi, unless: (found) => NO_CALLE.test(found) || NO_STREET_ES.test(found), unlessBehind: /(?:urb\.?|urbanizaci[oó]n|colonia|barrio|residencial)[^.\n]{0,30}$/i }, // prettier-ignore
  { kind: 'place', confidence: 0.85, group: 'place', form: /(?<!\w)zip(?: ?codes?)?(?:,? (?:[a-z']{2,8})){0,3}[ :,]{1,3}(?<place>\d{5}(?:-\d{4})?)(?![\w])/gi }, // prettier-ignore
  { kind: 'place', confidence: 0.75, isOfWords: true, group: 'place', words: 'old new little north south east west san santa los las port fort saint st palm long grand upper lower', form: /(?<!\w)(?:in|from|to|near|around|of|the|en|de|desde|at) (?<place>(?:Old|New|Little|North|South|East|West|San|Santa|Los|Las|Port|Fort|Saint|St\.|Palm|Long|Grand|Upper|Lower)[ -](?:au-|sur-)?[A-ZÀ-Þ][a-zà-ÿ]{2,20}(?:['’]s)?(?: [A-ZÀ-Þ][a-zà-ÿ]{2,20})?)(?!\w)/g, unless: (found) => IS_STATE.test(found) }, // prettier-ignore
  { kind: 'place', confidence: 0.7, isOfWords: true, group: 'place', words: 'ave avenue street st rd road blvd boulevard lane route highway hwy', form: /(?<!\w)(?:on|at|near|off|down) (?<place>(?!the |my |a )[a-z]{4,15} (?:ave|avenue|street|st|rd|road|blvd|boulevard|lane|route|highway|hwy)(?: \d{1,4})?)(?![\w/-])/g }, // prettier-ignore
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
  { kind: 'place', confidence: 0.75, isOfWords: true, words: 'barrio colonia urbanizacion urb residencial', form: /(?<!\w)(?:Barrio|Colonia|Urbanización|Urb\.|Residencial) [A-ZÀ-Þ][a-zà-ÿ]{2,20}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,20})?(?:, [A-ZÀ-Þ][a-zà-ÿ]{2,20})?(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.85, form: /(?<![\w.,/-])\d{1,6}(?:-\d{1,4})?½? (?:(?:n|s|e|w|north|south|east|west)\.? )?(?:[A-Za-zÀ-ÿ'.]{2,20} |\d{1,3}(?:st|nd|rd|th) ){1,3}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive|highway|hwy|parkway|pkwy|terrace|circle)\b\.?(?:,? ?(?:#|apt\.? ?|unit |bldg\.? |building |lot |suite |ste\.? )#?\w{1,6})?(?:, ?(?!who|and|but|is|my|please|needs|still)[A-Za-zÀ-ÿ]{4,20}(?=,? [A-Z]{2}\b| \d{5}|[,.]|$)(?:,? (?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|ia|ks|ky|la|ma|md|me|mi|mn|mo|ms|mt|nc|nd|ne|nh|nj|nm|nv|ny|oh|ok|or|pa|pr|ri|sc|sd|tn|tx|ut|va|vt|wa|wi|wv|wy)(?!\w))?(?: \d{5}(?:-\d{4})?)?)?/gi, unless: (found) => NO_STREET.test(found) }, // prettier-ignore
  { kind: 'place', confidence: 0.85, form: /(?<![\w.,/-])\d{1,6}(?:-\d{1,4})?½? (?:[nsew]\.? |north |south |east |west )?(?<street>[A-Za-zÀ-ÿ'.]{2,20}(?: [A-Za-zÀ-ÿ'.]{2,20})?) (?:ln|ct|cir|trl|ter|way|dr|pl|place|court|trail|loop|run|row|pass|pt|sq|hwy|crossing|xing|street|st|ave|avenue|rd|road|blvd|lane|drive)\b\.?(?:,? ?(?:#|apt\.? ?|unit |bldg\.? |building |lot |suite |ste\.? |fl(?:oor)? )#?\w{1,6})?/gi, unless: (found, { street }) => NO_STREET.test(found) || ((street ?? '').toLowerCase() === street && (street ?? '').split(' ').every((word) => isPlainWord(word) || word.length < 4)) }, // prettier-ignore
  { kind: 'place', confidence: 0.8, group: 'place', form: /(?<!\w)(?:(?:by|at|near|off|on|the|corner of) )+(?<place>(?:[A-Za-z]{3,15}|\d{1,3}(?:st|nd|rd|th)) (?:&|and|y|at) \d{1,3}(?:st|nd|rd|th))(?!\w)/gi }, // prettier-ignore
  { kind: 'place', confidence: 0.8, group: 'place', form: /(?<!\w)(?:by|at|near|off|on|corner of) (?<place>\d{1,3}(?:st|nd|rd|th) (?:&|and|y|at) [A-Z][a-z]{2,15})(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.8, isOfWords: true, group: 'place', form: /(?<!\w)(?:corner of|esquina de|entre) (?<place>[A-Za-zÀ-ÿ]{3,20}(?: st| ave)? (?:and|&|y|con) [A-Za-zÀ-ÿ]{3,20})(?!\w)/g, unless: (found) => found.split(/[ &]+/).every((word) => isPlainWord(word) || word.length < 3) }, // prettier-ignore
  { kind: 'place', confidence: 0.8, form: /(?<!\w)(?:(?:P\. ?O\.|PO) Box|Box|Buz[oó]n|(?:HC|RR|Rural Route)(?= #?\d{1,5},? (?:Box|Route|Rte|Rt))|Rural Route) #?\d{1,5}(?:,? (?:Box|Route|Rte|Rt\.?) #?\d{1,5})?(?!\w)/g }, // prettier-ignore
  { kind: 'place', confidence: 0.85, needs: /\d(?:st|nd|rd|th)/i, form: /(?<!\w)(?:(?:n|s|e|w|north|south|east|west)\.? )?\d{1,3}(?:st|nd|rd|th) (?:street|st|avenue|ave)(?!\w)/gi, unless: (found) => !/street|ave/i.test(found) }, // prettier-ignore
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
    words: 'lake mount mt fort ft port camp',
    form: /(?<!\w)(?:Lake|Mount|Mt\.?|Fort|Ft\.?|Port|Camp) [A-Z][a-z]{2,15}(?!\w)/g,
  },
  { kind: 'place', confidence: 0.8, form: /(?<!\w)(?:route|highway|hwy|county road|rt\.?) \d{1,4}(?!\w)/gi },
  { kind: 'place', confidence: 0.8, isOfWords: true, words: 'calle avenida av avda avd ave colonia barrio urb urbanizacion plaza paseo carretera c', form: /(?<!\w)(?:(?:la|el) )?(?:calle|avenida|avda?\.?|colonia|barrio|urb\.|urbanizaci[oó]n|plaza|paseo|carretera|c\/) ?(?:(?:de |del |la |los |las |el )?[A-Za-zÀ-ÿ]{2,20}(?: (?!y |que |con |me |se |le |para |porque |tengo |cerca |desde |a )[A-Za-zÀ-ÿ]{3,20}){0,2})(?:,? (?:n[uú]m(?:ero|\.)? ?|#|calle |bloque |bl\.? |departamento |depto\.? |apto?\.? |interior |int\.? |piso |puerta |casa |lote |local )?#?\d{1,5}[a-z]?(?!\.?[º°ª\d])){0,3}(?:, ?\d{1,2}[.º°ªoa]{1,3} ?[A-Z]?)?(?!\w)/gi, unless: (found) => NO_CALLE.test(found) }, // prettier-ignore
  { kind: 'place', confidence: 0.85, group: 'place', needs: /\d{5}/, form: /(?<=\d[^.!?;]{0,30}|, ?)(?<place>[a-zà-ÿ]{3,20}(?: [a-zà-ÿ]{3,20})?,? (?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|ia|ks|ky|la|ma|md|me|mi|mn|mo|ms|mt|nc|nd|ne|nh|nj|nm|nv|ny|oh|ok|or|pa|pr|ri|sc|sd|tn|tx|ut|va|vt|wa|wi|wv|wy) \d{5}(?:-\d{4})?)(?!\w)/gi }, // prettier-ignore
  { kind: 'place', confidence: 0.8, group: 'place', needs: /\d{5}/, form: /(?<=\d[^!?;]{0,30}, ?)(?<place>[A-ZÀ-Þ][a-zà-ÿ]{2,20}(?: [A-ZÀ-Þ][a-zà-ÿ]{2,20})?, \d{5})(?!\w)/g }, // prettier-ignore
  // --- names of initials, and more than one ---
  { kind: 'name', confidence: 0.8, isOfWords: true, needs: /\./, form: /(?<![\w.])(?:[A-ZÀ-Þ]\. ?){2,3}(?<family>(?:de |la |del )?[A-ZÀ-Þ]['’]?[A-Za-zà-ÿ'’]{2,20})(?:-[A-ZÀ-Þ][a-zà-ÿ]{1,20})?(?!\w)/g, unless: (found, { family }) => isPlainWord(family ?? '') || TWO_LETTERS.has(found.slice(0, 4).toUpperCase().replace(/[ .]/g, '').slice(0, 2)) }, // prettier-ignore
  { kind: 'name', confidence: 0.65, isOfWords: true, needs: /\.[A-Z]\./, form: /(?<![\w.-])[A-Z]\.[A-Z]\.(?=[ ,;:)!?]|$|'s|’s)/g, unless: (found) => TWO_LETTERS.has(found.replaceAll('.', '')) }, // prettier-ignore
  { kind: 'name', confidence: 0.85, isOfWords: true, needs: /ª|Ma\./, form: /(?<![\w.])(?:[A-ZÀ-Þ][a-zà-ÿ]{1,15} |[A-ZÀ-Þ]\. ?)?(?:M(?:\. ?)?ª\.?|Ma\.)(?: (?:de(?: los| las| la)? |del )?(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][A-Za-zà-ÿ'’]{1,20}(?:-[A-ZÀ-Þ][a-zà-ÿ]{1,20})?)){1,4}/g }, // prettier-ignore
  { kind: 'name', confidence: 0.7, isOfWords: true, form: /(?<![\w.])[a-z]\. ?(?<family>[a-zñáéíóú'’]{3,20})(?=,? (?:rn|md|np|pa|lpn|lvn|cna|do|pt|ot|phd|dds|msw|lcsw)(?!\w))/g, unless: (_, { family }) => isPlainWord(family ?? '') }, // prettier-ignore
  { kind: 'name', confidence: 0.7, isOfWords: true, group: 'name', form: /(?<!\w)(?:we(?:['’]?re| are)|this is|it['’]?s|are) the (?<name>[A-ZÀ-Þ][a-zà-ÿ]{3,15}s)(?!\w)/gi, unless: (name) => !/^[A-ZÀ-Þ]/.test(name) || isPlainWord(name) }, // prettier-ignore
  { kind: 'name', confidence: 0.8, isOfWords: true, group: 'name', words: 'from enviado', form: /(?<!\w)(?:sent from|enviado desde(?: el)?|from) (?<name>[A-ZÀ-Þ][a-zà-ÿ]{1,15})['’]s (?:iphone|ipad|phone|galaxy|mail|pixel|laptop)/gi }, // prettier-ignore
  { kind: 'name', confidence: 0.8, isOfWords: true, form: /(?<![\w.])(?<family>[A-ZÀ-Þ]['’]?[A-Za-zà-ÿ]{2,20}(?:-[A-ZÀ-Þ][a-zà-ÿ]{2,20})?), [A-Z]\.(?: ?[A-Z]\.)?(?=[,;:)]|$| [a-z(\d])/g, unless: (found, { family }) => isPlainWord((family ?? '').split('-')[0] ?? '') || TWO_LETTERS.has(found.slice(-5).replace(/[^A-Z]/g, '')) }, // prettier-ignore
  { kind: 'name', confidence: 0.7, isOfWords: true, form: /(?<=(?:^|[,;\n-]) ?)[a-z]\. ?(?<family>[a-zñáéíóú'’]{4,20})(?=[.,;\n]|$)/g, unless: (_, { family }) => !isFamilyName(family ?? '') }, // prettier-ignore
  // "MarcusWhitlow": given and family name run together.
  { kind: 'name', confidence: 0.75, isOfWords: true, form: /(?<![\w@./])(?:[A-ZÀ-Þ][a-zà-ÿ]{1,14}){2,4}(?![\w@])/g, unless: (found) => !isRunName(found), unlessBehind: /\d $/ }, // prettier-ignore
  // --- names with an initial ---
  { kind: 'name', confidence: 0.8, isOfWords: true, form: /(?<![\w.])(?:[A-ZÀ-Þ][a-zà-ÿ'’]{1,20}(?:-[A-ZÀ-Þ][a-zà-ÿ]{1,20})? )?[A-ZÀ-Þ]\. (?<family>[A-ZÀ-Þ]['’]?[A-Za-zà-ÿ'’]{2,20})(?:-[A-ZÀ-Þ][a-zà-ÿ]{1,20})?(?![\w])/g, unless: (found, { family }) => isPlainWord(family ?? '') || /^(?:building|bldg|ward|unit|room|suite|wing|tower|floor|option|exhibit|vitamin|hepatitis|type|group|grade|stage|plan|part|section|phase|class|factor) /i.test(found) }, // prettier-ignore
  { kind: 'name', confidence: 0.75, isOfWords: true, form: /(?<![\w.])(?<family>[A-ZÀ-Þ][a-zà-ÿ]{1,10})-[a-zà-ÿ]{2,8} [A-ZÀ-Þ][a-zà-ÿ]{1,20}(?!\w)/g, unless: (_, { family }) => isPlainWord(family ?? '') }, // prettier-ignore
  // --- after the longer readings (decision 0244) ---
  { kind: 'date', confidence: 0.7, group: 'day', form: /(?<!\w)(?<day>the (?:[12]?\d|3[01])(?:st|nd|rd|th))(?=[.,;:!?)"]|$| (?:to|at|and|or|from|but|if|is|was|so|with|please|pls|for|because|bc|instead|then|nobody|no|i|he|she|we|they|my|works|can|will|it|that|around|after|before|until)(?!\w))/gi, unlessBehind: /(?:on|of|in|at) the \w+$|floor|grade$/i }, // prettier-ignore
  { kind: 'date', confidence: 0.65, group: 'day', words: 'cita turno consulta control era es fue para hasta desde venga regrese vuelva sera queda', form: /(?<!\w)(?:cita|turno|consulta|control|era|es|fue|para|hasta|desde|venga|regrese|vuelva|será|queda)(?: (?:hasta|para|desde|era|es))? (?<day>el (?:[12]?\d|3[01]))(?=[.,;:!?)]|$| (?:o|y|a las|de este|en|mi|con|por|pero|si)(?!\w))/gi }, // prettier-ignore
  { kind: 'phone', confidence: 0.85, isOfWords: true, group: 'number', form: new RegExp(`(?<!\\w)(?:area code|lada|código de área)(?:,? (?:again|is|es|de|otra vez)){0,2}[ :,]{1,2}(?<number>\\d{3}|(?:(?:${DIGIT_WORDS})[ ,-]{1,2}){2}(?:${DIGIT_WORDS}))(?!\\w)`, 'gi') }, // prettier-ignore
]

/** Codes that no word announces: letters and digits, at least three digits. */
const BARE_CODE = /(?<![\w.@/#-])(?=[A-Za-z0-9:-]{6,30}(?![\w-]))[A-Z0-9]{1,20}(?:[-:][A-Za-z0-9]{1,12}){0,4}(?![\w@/-]|\.\w)/g // prettier-ignore
/** Two runs of digits that are no telephone. */
const PAIR =
  /(?<![\w./-])(?!(?:19|20)\d\d-(?:19|20)\d\d(?!\d))(?:\d{4,8}-\d{3,8}|\d{2,3}-\d{5,8}|\d{2,6}-\d{2,6}-\d{3,8}(?:-\d{1,6})?|\d{2,4}-\d{3,6}-[A-Z]{1,2})(?![\w./-])/g
/** A long number alone: a record, an account. */
/** A number with a check digit or letter behind it: "2551023-1". */
const CHECKED = /(?<![\w.$€/-])\d{6,9}-[\dA-Z](?![\w./-])/g
/** "PJN 220 4418 H", "1Z 88A 4X0 03", "K-55 0193 B": groups of letters and digits, at least five digits in all. */
const GROUPS =
  /(?<![\w.,$€/#:-])(?:[A-Z]{1,4} )?(?=[A-Z0-9-]{0,9}\d)[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,8}){0,3}(?: (?=[A-Z0-9-]{0,9}\d)[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,8}){0,3}){1,5}(?: [A-Z](?!\w))?(?![\w/%:-]|[.,]\d)/g
/** "SUB/0088341/KL", "WC#0227-DRV", "28/44.817": tied by signs, at least four digits. */
const TIED = /(?<![\w.,$€/#@:-])#?[A-Z0-9]{1,12}(?:[-./#][A-Z0-9]{1,12}){1,5}(?![\w%@-]|[/:.]\w)/g
/** "YQP9 0044 7188 12" */
const GROUPED = /(?<![\w.-])[A-Z]{2,4}\d{0,2} \d{4} \d{4}(?: \d{2,4}){0,2}(?![\w-]| \d)/g
/** A number in pairs of digits. */
const PAIRS = /(?<![\w.,$€/-]|\d )\d{2}(?: \d{2}){3,5}(?![\w/%-]|[.,:]\d| \d| ?(?:mg|ml|kg|%))/g
const LONG = /(?<![\w.,$€/-])\d{7,19}(?![\w.,/%-]\d|\w)/g

const NO_STREET = /\b(?:of|the|my|in|for|and|mg|ml|mcg|times?|days?|weeks?|months?|years?|pills?|tablets?|ago|at|to|per|hours?|minutes?|is|was|from|on|with|or|i|a|yrs?|yo|can|cant|could)\b|[a-z] old\b/i // prettier-ignore
const NO_STREET_ES = /(?<![\wÀ-ÿ])(?:hace|tengo|tiene|cada|desde|dura|por|con|que|cuando|m[aá]s|y|en)(?![\wÀ-ÿ])/i
const IS_STATE = /^(?:North|South|West|New) (?:Carolina|Dakota|Virginia|Mexico|Jersey|Hampshire)$/
const NO_CALLE =
  /^(?:(?:la|el) )?(?:calle|avenida|colonia|barrio|plaza|paseo|carretera) (?:y|que|donde|con|de al lado|principal)\b/i

/** Two letters with dots that are no initials of a person. */
const TWO_LETTERS = new Set('US UK AM PM MD RN DC PO ER IV CP DO NP PA OR SA LA NY BP PT OT ED HR ID TV GI OB CT CV GP PR EU EE RE DV PC IM SC SL VA VP TB UV AC EC JC DF BC BA BS MS PH CC CI QD TA FC IE EG OD OS OU NE NW SE SW NC ND SD NJ NM RI WV NH'.split(' ')) // prettier-ignore

/** A family name of the lists that is no word, or one by its ending. */
const isFamilyName = (word: string): boolean => {
  const found = classesOf(hashOfFolded(word))
  const isOther = (found & (IS.common | IS.word | IS.care | IS.medicine)) !== 0
  return (
    !isOther && ((found & IS.family) !== 0 || /(?:ton|son|man|ez|ski|sky|berg|stein|ley|ford|well|worth)$/.test(word))
  )
}

/** Every part could be of a name, one is of the lists and the first is no word. */
function isRunName(found: string): boolean {
  const parts = found.match(/[A-ZÀ-Þ][a-zà-ÿ]+/g) ?? []
  if (parts.length < 2) return false
  const classes = parts.map((part) => classesOf(hashOfFolded(part)))
  const isPlain = (bits: number) => (bits & IS.particle) === 0 && (bits & (IS.common | IS.care | IS.medicine | IS.cue | IS.nameCue)) !== 0 && ((bits & (IS.given | IS.family)) === 0 || (bits & IS.care) !== 0) // prettier-ignore
  return !classes.some(isPlain) && classes.some((bits) => (bits & (IS.given | IS.family)) !== 0 && (bits & (IS.common | IS.care)) === 0)
} // prettier-ignore

const isPlainWord = (word: string): boolean =>
  (classesOf(hashOfFolded(word)) & (IS.common | IS.care | IS.medicine)) !== 0

/** A thing, a department, a medicine: nobody's name, even behind a title. */
const isThing = (words: string): boolean => {
  const word = words.split(' ').at(-1) ?? ''
  const found = classesOf(hashOfFolded(word))
  return (
    (found & (IS.medicine | IS.month | IS.kin)) !== 0 ||
    ((found & IS.care) !== 0 && (found & (IS.given | IS.family | IS.alsoWord)) === 0)
  )
}
const isFamilyWord = (word: string) => (classesOf(hashOfFolded(word)) & IS.family) !== 0
const PRONOUNS = new Set('dr dra mr mrs ms miss sr sra i he she it they we you him her them us me my your his the a an this that these those someone somebody anyone everyone no not yes please to el la los las un una si usted ella ellos nosotros mi su me te se lo le que no hay tengo is are was will can may do does did what when where how who there here again mom dad mama papa doc doctor nurse good gracias mucho buenas buenos señor señora'.split(' ')) // prettier-ignore
const NO_CALLED = new Set('back again about for today yesterday earlier twice once is was and but because from with there here home work late in out up off'.split(' ')) // prettier-ignore
const isGivenName = (word: string) => (classesOf(hashOfFolded(word)) & (IS.given | IS.alsoWord)) !== 0
/** Spanish words that people are called by behind an article. */
const NICKNAMES = new Set('guera guero flaca flaco china chino negra negro gorda gordo morena moreno chata chato chaparra pelona pelon colocha catira rubia profe licha chula nena pecas canche mona mono'.split(' ')) // prettier-ignore
const isPronoun = (word: string) => PRONOUNS.has(word.toLowerCase()) || ((classesOf(hashOfFolded(word)) & (IS.common | IS.state)) !== 0 && (classesOf(hashOfFolded(word)) & (IS.given | IS.family | IS.alsoWord)) === 0) // prettier-ignore
/** Every word is one of every day, of care or a state: no name of a place. */
const isOfPlainWords = (words: string): boolean =>
  words.split(/[ ,&'’-]+/).every((word) => {
    if (word.length < 3 || /^[a-z]/.test(word)) return true
    const found = classesOf(hashOfFolded(word))
    return (found & (IS.common | IS.care | IS.medicine | IS.state | IS.month | IS.title | IS.kin | IS.eponym)) !== 0
  })

/** Which forms each word calls for. */
const calledBy = new Map<number, number[]>()
FORMS.forEach(({ words }, at) => {
  for (const word of new Set(words?.split(' ').map(foldWord))) {
    const hash = hashOfFolded(word)
    calledBy.set(hash, [...(calledBy.get(hash) ?? []), at])
  }
})
/** In which reading each form was last called for. */
const calledIn = new Uint32Array(FORMS.length)
let readings = 0

function callForms({ hashes, shapes, count }: Pieces) {
  readings = (readings + 1) >>> 0
  for (let i = 0; i < count; i++) {
    if ((shapes[i]! & SHAPE.word) === 0) continue
    const forms = calledBy.get(hashes[i]!)
    if (forms !== undefined) for (const at of forms) calledIn[at] = readings
  }
}

/** `isLate`: the forms that are read after the names. */
export function findWritten(reading: Reading, isLate = false): void {
  const { text, anyShape } = reading.pieces
  const hasDigit = (anyShape & SHAPE.number) !== 0
  if (!isLate) callForms(reading.pieces)
  for (let at = 0; at < FORMS.length; at++) {
    if ((FORMS[at]!.isLate === true) !== isLate) continue
    const { kind, form, confidence, group, isOfWords, needs, words, unless, unlessBehind } = FORMS[at]!
    if ((!hasDigit && !isOfWords) || (words !== undefined && calledIn[at] !== readings) || needs?.test(text) === false)
      continue
    form.lastIndex = 0
    for (let found = form.exec(text); found; found = form.exec(text)) {
      if (unless?.(group ? (found.groups?.[group] ?? '') : found[0], found.groups ?? {})) continue
      if (unlessBehind?.test(text.slice(Math.max(0, found.index - BEHIND), found.index))) continue
      const told = group ? (found.groups?.[group] ?? '') : found[0]
      const from = group ? found.index + found[0].lastIndexOf(told) : found.index
      markRange(reading, kind, from, from + told.trimEnd().length, confidence)
    }
  }
}

const MEASURED = /^ ?(?:mg|mcg|ml|cc|g|kg|lbs?|oz|cm|mm|units?|u|iu|mmhg|bpm|%|horas?|hours?|hrs?|min|minutes?|days?|d[ií]as?|weeks?|months?|meses|years?|yrs?|años|times?|tabs?|tablets?|pesos|d[oó]lares|dollars|usd|mxn|euros?|€|am|pm|x|to|a|and [A-Z]{2,4} \d)(?![a-z])/i // prettier-ignore
const OF_BOOK = /^(?:CPT|ICD|HCPCS|DRG|TSH|LDL|HDL|BP|HR|TA|FC|FR|BMI|IMC|AHI|WBC|INR|GFR|EGFR|PSA|BNP|CK|AST|ALT|MG|NA|CL|CA|PH|TIR|CMV|EBV|T|P|R|AT|Q|X|IN|ON|MY|NO|IS|TO|OR|OF|BY|A|Y|O|E|DE|EN|EL) /i // prettier-ignore

/** At least five digits in more than one group, and no row of values. */
function isGroups(found: string, text: string, end: number): boolean {
  const groups = found.split(' ')
  const numeric = groups.filter((group) => /\d/.test(group))
  const isYears = numeric.every((group) => /^(?:19|20)\d\d$/.test(group))
  const hasLetters = /[A-Z]/.test(found)
  const isLong = numeric.some((group) => digitsIn(group) >= 3)
  const isMeasure = (groups.length < 3 && groups.slice(-1).some((group) => CLINICAL.test(group) && /[A-Z]/i.test(group))) || OF_BOOK.test(found) || MEASURED.test(text.slice(end, end + 12))
  return digitsIn(found) >= (hasLetters ? 4 : 8) && isLong && !isYears && !isMeasure && numeric.length > (hasLetters ? 0 : 2) - 1
} // prettier-ignore

/** Four digits and letters or more signs than a date, a fraction or a number has. */
function isTied(found: string, text: string, end: number): boolean {
  if (digitsIn(found) < 4 || CLINICAL.test(found) || /^[A-Z]\d{2}\.\d{1,4}[A-Z]?$/.test(found) || MEASURED.test(text.slice(end, end + 12))) return false
  if (/^(?:CPT|ICD|HCPCS|CO|PR|OA)[-.]/.test(found)) return false
  const signs = found.match(/[-./#]/g) ?? []
  if (/[A-Z]/.test(found)) return !/^\d{1,4}(?:[-/.]\d{1,4}){0,2}[A-Z]{1,2}$/.test(found) || digitsIn(found) > 5
  if (found.includes('#')) return true
  // Digits alone: "28/44.817", "00.918.447", "3-00441-9/02"; no day, no range, no pressure, no amount.
  const isMixed = new Set(signs).size > 1
  const isGrouped = /^\d{1,3}(?:\.\d{3}){2,3}$/.test(found)
  return (isMixed && digitsIn(found) >= 6) || isGrouped || (signs.length > 1 && digitsIn(found) > 8)
} // prettier-ignore

/** Letters before a number that are of it. */
const MARKS = new Set('RX LOT REF SN HC MR CDL DL'.split(' '))
const WORDS_BEFORE =
  IS.cue | IS.care | IS.common | IS.state | IS.title | IS.month | IS.street | IS.medicine | IS.nameCue

/** Before telephones and days are read: groups of letters and digits that are of one code. */
export function findLetterCodes(reading: Reading): void {
  const { text } = reading.pieces
  GROUPS.lastIndex = 0
  for (let found = GROUPS.exec(text); found; found = GROUPS.exec(text)) {
    const [first, ...others] = found[0].split(' ')
    const isWordBefore = !/\d/.test(first!) && !MARKS.has(first!) && (classesOf(hashOfFolded(first!)) & WORDS_BEFORE) !== 0
    const code = isWordBefore ? others.join(' ') : found[0]
    if (!/[A-Z]/.test(code) || !/\d/.test(code) || /^(?:AM|PM) | (?:AM|PM|A|P)$/.test(code) || !isGroups(code, text, GROUPS.lastIndex)) continue
    if (/^[A-Z]+ \d{3}[-.]\d{3}[-.]\d{4}$|^[A-Z]+ \d{1,2}[-.]\d{1,2}[-.]\d{2,4}$/.test(code)) continue
    const from = found.index + found[0].length - code.length
    markRange(reading, kindOfCode(reading.pieces, pieceFrom(reading.pieces, from)), from, from + code.length, 0.7)
  }
} // prettier-ignore

/** After all the others: what is left and looks like a number of somebody or something. */
export function findLeftCodes(reading: Reading): void {
  const { text } = reading.pieces
  for (const [form, confidence] of [
    [GROUPS, 0.65],
    [TIED, 0.65],
    [BARE_CODE, 0.65],
    [PAIR, 0.65],
    [CHECKED, 0.65],
    [GROUPED, 0.7],
    [PAIRS, 0.55],
    [LONG, 0.6],
  ] as const) {
    form.lastIndex = 0
    for (let found = form.exec(text); found; found = form.exec(text))
      if (
        form === GROUPS
          ? isGroups(found[0], text, form.lastIndex)
          : form === TIED
            ? isTied(found[0], text, form.lastIndex)
            : form !== BARE_CODE || isCode(found[0])
      )
        markRange(reading, 'other', found.index, found.index + found[0].length, confidence)
  }
}

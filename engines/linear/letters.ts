/**
 * What each UTF-16 code unit is to the language, intent and emotion engines: a letter, a thing to skip, or a separator.
 *
 * One look-up per code unit keeps reading linear in the length of the text and free of allocation.
 * Letters outside the basic plane are separators: none of the languages served needs them.
 */

/** A code unit that ends a word. */
export const SEPARATOR = 0
/** A code unit that is passed over inside a word: zero-width marks, apostrophes. */
export const SKIP = 1

export const SCRIPTS = [
  'none',
  'latin',
  'cyrillic',
  'arabic',
  'devanagari',
  'han',
  'hangul',
  'kana',
  'bengali',
  'armenian',
  'khmer',
  'other',
] as const
export type Script = (typeof SCRIPTS)[number]

const CODE_UNITS = 0x10000
const isLetter = /^[\p{L}\p{M}]$/u
const isMark = /^\p{M}$/u
const SKIPPED = [0x27, 0x60, 0xb4, 0x2018, 0x2019, 0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff]

/** Lower case with its accents: what the language engine reads. Digits are separators. */
export const LOWER_LETTER = new Uint16Array(CODE_UNITS)
/** Lower case without accents, and digits: what the intent and emotion engines read ("cómo" and "como" are one word). */
export const BASE_LETTER = new Uint16Array(CODE_UNITS)
/** The index in `SCRIPTS` of each code unit. */
export const SCRIPT_OF = new Uint8Array(CODE_UNITS)

const SCRIPT_RANGES: [number, number, Script][] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xaa, 0x24f, 'latin'],
  [0x300, 0x36f, 'latin'],
  [0x1e00, 0x1eff, 'latin'],
  [0xff21, 0xff5a, 'latin'],
  [0x400, 0x52f, 'cyrillic'],
  [0x530, 0x58f, 'armenian'],
  [0x600, 0x6ff, 'arabic'],
  [0x750, 0x77f, 'arabic'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfefc, 'arabic'],
  [0x900, 0x97f, 'devanagari'],
  [0x980, 0x9ff, 'bengali'],
  [0x1780, 0x17ff, 'khmer'],
  [0x1100, 0x11ff, 'hangul'],
  [0x3130, 0x318f, 'hangul'],
  [0xac00, 0xd7a3, 'hangul'],
  [0x3040, 0x30ff, 'kana'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xf900, 0xfaff, 'han'],
]

fillTables()

function fillTables() {
  for (let code = 0; code < 0xd800; code++) fillOne(code)
  for (let code = 0xf900; code < 0xffee; code++) fillOne(code)
  for (let digit = 0x30; digit <= 0x39; digit++) BASE_LETTER[digit] = digit
  for (const code of SKIPPED) LOWER_LETTER[code] = BASE_LETTER[code] = SKIP
  for (const [from, to, script] of SCRIPT_RANGES) {
    for (let code = from; code <= to; code++) {
      if (LOWER_LETTER[code] !== SEPARATOR) SCRIPT_OF[code] = SCRIPTS.indexOf(script)
    }
  }
}

function fillOne(code: number) {
  if (isIdeographOrSyllable(code)) {
    LOWER_LETTER[code] = BASE_LETTER[code] = code
    SCRIPT_OF[code] = SCRIPTS.indexOf('other')
    return
  }
  const char = String.fromCharCode(code)
  if (!isLetter.test(char)) return
  const lower = char.toLowerCase().charCodeAt(0)
  LOWER_LETTER[code] = lower
  BASE_LETTER[code] = code <= 0x36f && isMark.test(char) ? SKIP : lower < 0x2000 ? baseOf(lower) : lower
  SCRIPT_OF[code] = SCRIPTS.indexOf('other')
}

// These blocks are letters throughout; asking a pattern 40,000 times would cost milliseconds at start.
function isIdeographOrSyllable(code: number) {
  return (code >= 0x3400 && code <= 0x4dbf) || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)
}

// Only Latin loses its accents: in Cyrillic, Arabic or Devanagari a mark makes another letter.
function baseOf(lower: number) {
  if (lower > 0x24f && (lower < 0x1e00 || lower > 0x1eff)) return lower
  return String.fromCharCode(lower).normalize('NFD').charCodeAt(0)
}

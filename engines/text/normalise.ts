/**
 * The one normaliser: what every matcher reads instead of the raw text.
 *
 * Lower case, compatibility forms folded, accents and invisible characters removed. Every character of the result
 * knows where it came from, so that a finding can always be shown in the patient's own words. The original is never
 * changed. Linear time; any string is safe (lone surrogates, NUL, bidi marks).
 */

export type Normalised = {
  original: string
  text: string
  /** Turns a range of `text` into the range of `original` that produced it. */
  toOriginal: (start: number, end: number) => Span
}

/** A half-open range in UTF-16 units. */
export type Span = { start: number; end: number }

export function normalise(original: string): Normalised {
  if (isPlainAscii(original)) {
    return { original, text: original.toLowerCase(), toOriginal: (start, end) => ({ start, end }) }
  }
  return normaliseMapped(original)
}

function isPlainAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 126 || code === 0) return false
  }
  return true
}

function normaliseMapped(original: string): Normalised {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []

  for (let at = 0; at < original.length;) {
    const code = original.codePointAt(at) ?? 0x20
    const width = code > 0xffff ? 2 : 1
    const folded = fold(code)
    parts.push(folded)
    for (let i = 0; i < folded.length; i++) {
      starts.push(at)
      ends.push(at + width)
    }
    at += width
  }

  return {
    original,
    text: parts.join(''),
    toOriginal: (start, end) => ({
      start: starts[start] ?? original.length,
      end: end > start ? (ends[end - 1] ?? original.length) : (starts[start] ?? original.length),
    }),
  }
}

/** Folded forms already worked out. Bounded: one entry per code point that was ever seen, at most `FOLD_LIMIT`. */
const folds = new Map<number, string>()
const FOLD_LIMIT = 20_000

function fold(code: number): string {
  if (code < 128) return code < 32 && code !== 10 && code !== 13 ? ' ' : asciiLower[code]!
  const known = folds.get(code)
  if (known !== undefined) return known
  const folded = foldRare(code)
  if (folds.size < FOLD_LIMIT) folds.set(code, folded)
  return folded
}

const asciiLower = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code).toLowerCase())

function foldRare(code: number): string {
  if (code >= 0xd800 && code <= 0xdfff) return ' '
  if (isInvisible(code)) return ''
  const char = String.fromCodePoint(code)
  if (APOSTROPHES.includes(char)) return "'"
  if (DASHES.includes(char)) return '-'
  if (char === '…') return '.'
  if (char === '½') return '.5'
  if (/\p{M}/u.test(char)) return KEPT_MARKS.test(char) ? char : ''
  if (/\p{Script=Hangul}/u.test(char)) return char.normalize('NFKC')
  // Without their marks İ, ñ and ß would still be letters; the mark alone is dropped.
  return char
    .normalize('NFKD')
    .replace(/\p{M}/gu, (mark) => (KEPT_MARKS.test(mark) ? mark : ''))
    .toLowerCase()
    .replace(/\p{Mn}/gu, (mark) => (KEPT_MARKS.test(mark) ? mark : ''))
}

const APOSTROPHES = '’‘ʼ´`＇‛′'
const DASHES = '–—‒―−‐‑－'

/** In these scripts a mark is part of the spelling (vowel signs), not an accent. */
const KEPT_MARKS = /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Thai}\p{Script=Tamil}\p{Script=Telugu}]/u

/** Zero-width characters, bidi controls, soft hyphen, variation selectors, byte order mark, tags. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0xe0000 && code <= 0xe01ff)
  )
}

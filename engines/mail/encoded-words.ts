/**
 * Header text to Unicode: RFC 2047 encoded words, also the broken ones that real programs write, and raw 8-bit bytes.
 *
 * Input is a byte string (one character per byte). Output never holds a line break, NUL or other control character, so a
 * decoded value can not start a header of its own. Structured fields are split into tokens before their words are decoded.
 */
import { decodeBytes, normaliseLabel, storable } from './charset.ts'

/** Longest encoded text of one word that is looked for; RFC 2047 says 75 in all, some programs write whole subjects. */
const MAX_WORD_CHARACTERS = 8_000
const MAX_LABEL_CHARACTERS = 64

/** Decodes words and 8-bit runs. `fallbackCharset` is what the body declares, used for raw 8-bit bytes. */
export function decodeHeaderText(raw: string, fallbackCharset?: string): string {
  const once = decodeWords(raw, fallbackCharset)
  // Some gateways encode an encoded word once more.
  const again =
    /^\s*=\?[^?\s]{1,64}\?[bq]\?[^?]*\?=\s*$/i.test(once) && !/[^\x00-\x7f]/.test(once) ? decodeWords(once) : once
  return oneLine(again)
}

/** Header-safe text: storable, controls become spaces, outer space removed. */
export const oneLine = (text: string): string =>
  storable(text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ')).trim()

type Piece = { kind: 'text'; raw: string } | { kind: 'word'; charset: string; bytes: Buffer }

function decodeWords(raw: string, fallbackCharset?: string): string {
  if (!raw.includes('=?')) return decodePlain(raw, fallbackCharset)
  const pieces: Piece[] = []
  let textStart = 0
  let at = raw.indexOf('=?')
  while (at !== -1) {
    const word = wordAt(raw, at)
    if (!word) {
      at = raw.indexOf('=?', at + 2)
      continue
    }
    const between = raw.slice(textStart, at)
    const last = pieces.at(-1)
    // Space between two words is not part of the text (RFC 2047 section 6.2).
    if (between !== '' && !(last?.kind === 'word' && between.trim() === '')) pieces.push({ kind: 'text', raw: between })
    const previous = pieces.at(-1)
    // A character may be split over two words: the bytes are joined before they are decoded.
    if (previous?.kind === 'word' && previous.charset === word.charset)
      previous.bytes = Buffer.concat([previous.bytes, word.bytes])
    else pieces.push({ kind: 'word', charset: word.charset, bytes: word.bytes })
    textStart = word.end
    at = raw.indexOf('=?', word.end)
  }
  if (textStart < raw.length) pieces.push({ kind: 'text', raw: raw.slice(textStart) })
  return pieces
    .map((piece) =>
      piece.kind === 'text'
        ? decodePlain(piece.raw, fallbackCharset)
        : decodeBytes(piece.bytes, piece.charset === 'detect' ? undefined : piece.charset).text,
    )
    .join('')
}

const decodePlain = (raw: string, fallbackCharset?: string): string =>
  /[^\x00-\x1a\x1c-\x7f]/.test(raw)
    ? decodeBytes(Buffer.from(raw, 'latin1'), fallbackCharset8Bit(fallbackCharset)).text
    : raw

/** A body in US-ASCII says nothing about the header's 8-bit bytes. */
const fallbackCharset8Bit = (label?: string): string | undefined =>
  label && !/^(us-ascii|ascii|7bit)$/i.test(label) ? label : undefined

function wordAt(raw: string, start: number): { charset: string; bytes: Buffer; end: number } | undefined {
  const labelEnd = raw.indexOf('?', start + 2)
  if (labelEnd === -1 || labelEnd - start - 2 > MAX_LABEL_CHARACTERS) return undefined
  const label = raw.slice(start + 2, labelEnd)
  if (/[\s=<>"]/.test(label)) return undefined
  const encoding = raw[labelEnd + 1]?.toLowerCase()
  if ((encoding !== 'b' && encoding !== 'q') || raw[labelEnd + 2] !== '?') return undefined
  const textStart = labelEnd + 3
  const limit = Math.min(raw.length, textStart + MAX_WORD_CHARACTERS)
  const textEnd = wordEnd(raw, textStart, limit, encoding)
  if (textEnd === undefined) return undefined
  const encoded = raw.slice(textStart, textEnd)
  const bytes = encoding === 'b' ? Buffer.from(encoded.replaceAll('=', ''), 'base64') : quotedWord(encoded)
  return { charset: normaliseLabel(label) ?? 'detect', bytes, end: Math.min(textEnd + 2, raw.length) }
}

/** The closing `?=`. In a Q word a literal question mark before `=20` looks like it; an unclosed word ends with the field. */
function wordEnd(raw: string, start: number, limit: number, encoding: 'b' | 'q'): number | undefined {
  // Looking only inside the window keeps a field full of openings linear.
  const window = raw.slice(start, limit)
  let at = window.indexOf('?=')
  while (encoding === 'q' && at !== -1 && /^[0-9A-F]{2}/.test(window.slice(at + 2, at + 4))) {
    const next = window.indexOf('?=', at + 2)
    if (next === -1 || /\s/.test(window.slice(at + 2, next))) break
    at = next
  }
  if (at !== -1) return start + at
  return /^[A-Za-z0-9+/=_.-]{8,}\??$/.test(window) ? start + window.replace(/\?$/, '').length : undefined
}

function quotedWord(encoded: string): Buffer {
  const out = Buffer.alloc(encoded.length)
  let length = 0
  for (let at = 0; at < encoded.length; at++) {
    const character = encoded[at]!
    if (character === '_') out[length++] = 0x20
    else if (character === '=' && /^[0-9a-fA-F]{2}/.test(encoded.slice(at + 1, at + 3))) {
      out[length++] = Number.parseInt(encoded.slice(at + 1, at + 3), 16)
      at += 2
    } else out[length++] = character.charCodeAt(0)
  }
  return out.subarray(0, length)
}

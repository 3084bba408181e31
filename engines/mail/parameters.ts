/**
 * `value; name=value` fields (Content-Type, Content-Disposition): RFC 2045 as written, RFC 2231 continuations and character
 * sets, and what is found in the wild: missing semicolons and quotes, spaces in names, encoded words in parameters.
 */
import { decodeBytes } from './charset.ts'
import { decodeHeaderText, oneLine } from './encoded-words.ts'

export type ParameterField = { value: string; parameters: Map<string, string> }

/** Most characters read of one field. */
const MAX_FIELD_CHARACTERS = 32_000
/** Most parameters read of one field. */
const MAX_PARAMETERS = 100
/** Most continuation segments of one value. */
const MAX_SEGMENTS = 200

export function parseParameters(raw: string | undefined, fallbackCharset?: string): ParameterField {
  if (!raw) return { value: '', parameters: new Map() }
  const text = withoutComments(raw.slice(0, MAX_FIELD_CHARACTERS).replace(/\s+/g, ' '))
  const semicolon = text.indexOf(';')
  const head = (semicolon === -1 ? text : text.slice(0, semicolon)).trim()
  // "text/plain charset=utf-8" and "text/plain, charset=utf-8" forgot the semicolon.
  const [value = '', ...rest] = head.split(/[\s,]+/)
  const tail = (rest.length > 0 ? `${rest.join(' ')};` : '') + (semicolon === -1 ? '' : text.slice(semicolon + 1))
  return {
    value: value.toLowerCase().replace(/^["']|["']$/g, ''),
    parameters: joinSegments(splitParameters(tail), fallbackCharset),
  }
}

function splitParameters(text: string): [string, string][] {
  const found: [string, string][] = []
  let at = 0
  while (at < text.length && found.length < MAX_PARAMETERS + MAX_SEGMENTS) {
    while (at < text.length && /[\s;,]/.test(text[at]!)) at++
    const equals = indexOfAny(text, '=;', at)
    if (equals === -1 || text[equals] === ';') {
      at = equals === -1 ? text.length : equals + 1
      continue
    }
    const name = text.slice(at, equals).trim().toLowerCase()
    at = equals + 1
    while (at < text.length && /\s/.test(text[at]!)) at++
    let value = ''
    if (text[at] === '"') {
      at++
      while (at < text.length && text[at] !== '"') {
        if (text[at] === '\\' && at + 1 < text.length && /["\\]/.test(text[at + 1]!)) at++
        value += text[at++]
      }
      const semicolon = text.indexOf(';', at)
      at = semicolon === -1 ? text.length : semicolon + 1
      // `"a" b=c`: what follows the closing quote without a semicolon.
    } else {
      const semicolon = endOfBareValue(text, at)
      value = text.slice(at, semicolon).trim()
      at = semicolon + 1
    }
    if (name) found.push([name.split(/\s+/).at(-1)!, value])
  }
  return found
}

/** A bare value ends at a semicolon, or at a space before the next `name=` (a forgotten semicolon). */
function endOfBareValue(text: string, start: number): number {
  const semicolon = text.indexOf(';', start)
  const end = semicolon === -1 ? text.length : semicolon
  const value = text.slice(start, end)
  const next = /\s+(?:charset|name|filename|boundary|format|delsp|type|report-type|size)\*?=/i.exec(value)
  return next ? start + next.index : end
}

function indexOfAny(text: string, characters: string, from: number): number {
  for (let at = from; at < text.length; at++) if (characters.includes(text[at]!)) return at
  return -1
}

type Segment = { index: number; value: string; isEncoded: boolean }

function joinSegments(found: [string, string][], fallbackCharset?: string): Map<string, string> {
  const parameters = new Map<string, string>()
  const segmented = new Map<string, Segment[]>()
  for (const [name, value] of found) {
    const parts = /^([^*]+)\*(?:(\d{1,3})\*?)?$/.exec(name)
    if (parts) {
      const list = segmented.get(parts[1]!) ?? []
      if (list.length < MAX_SEGMENTS) list.push({ index: Number(parts[2] ?? 0), value, isEncoded: name.endsWith('*') })
      segmented.set(parts[1]!, list)
    } else if (!parameters.has(name)) {
      parameters.set(name, name === 'boundary' ? value : decodeHeaderText(value, fallbackCharset))
    }
  }
  for (const [name, segments] of segmented) parameters.set(name, decodeSegments(segments, fallbackCharset))
  return parameters
}

/** RFC 2231: the first encoded segment names the character set; plain segments are taken as they are. */
function decodeSegments(segments: Segment[], fallbackCharset?: string): string {
  segments.sort((a, b) => a.index - b.index)
  let charset = fallbackCharset
  const bytes = segments.map((segment, position) => {
    if (!segment.isEncoded) return Buffer.from(segment.value, 'latin1')
    const quoted = position === 0 ? /^([^']*)'[^']*'/.exec(segment.value) : null
    if (quoted?.[1]) charset = quoted[1]
    return percentDecoded(segment.value.slice(quoted?.[0].length ?? 0))
  })
  const joined = Buffer.concat(bytes)
  // Encoded words inside RFC 2231 segments are wrong twice, and real.
  if (joined.includes('=?') && !segments.some((segment) => segment.isEncoded))
    return decodeHeaderText(joined.toString('latin1'), fallbackCharset)
  return oneLine(decodeBytes(joined, charset).text)
}

function percentDecoded(text: string): Buffer {
  const out = Buffer.alloc(text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '%' && /^[0-9a-fA-F]{2}/.test(text.slice(at + 1, at + 3))) {
      out[length++] = Number.parseInt(text.slice(at + 1, at + 3), 16)
      at += 2
    } else out[length++] = text.charCodeAt(at)
  }
  return out.subarray(0, length)
}

/** Removes `(comments)` outside quotes. An unclosed one stays: it is part of a file name. */
function withoutComments(text: string): string {
  if (!text.includes('(')) return text
  let out = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '\\' && isQuoted) out += character + (text[++at] ?? '')
    else if (character === '"') {
      isQuoted = !isQuoted
      out += character
    } else if (
      character === '(' &&
      !isQuoted &&
      /(?:^|[;\s])\s*$/.test(out.slice(-3)) &&
      !/=\s*\S*$/.test(out.slice(out.lastIndexOf(';') + 1).slice(-200))
    ) {
      const close = text.indexOf(')', at)
      if (close === -1) out += character
      else at = close
    } else out += character
  }
  return out
}

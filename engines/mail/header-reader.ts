/**
 * The header of a mail, read from its raw bytes.
 *
 * We read headers ourselves because common parsers take the first of two From fields in silence, and hand over a decoded
 * line break inside a subject. Here nothing is decoded: a value is a string in which each character is one byte (latin1),
 * unfolded, in the order of the message. Bare line breaks inside a value stay visible to the caller.
 */

export type HeaderField = {
  /** Lower case, without the colon. */
  name: string
  /** Unfolded value, one character per byte. */
  raw: string
}

export type HeaderDefect =
  'line_without_colon' | 'header_too_long' | 'too_many_fields' | 'no_header' | 'bare_cr_in_header'

export type HeaderBlock = {
  fields: HeaderField[]
  /** Offset of the first byte of the body. */
  bodyStart: number
  defects: HeaderDefect[]
}

/** Most bytes read as header; what follows is body. Real mail stays under 64 kB, exotic relay chains under 200 kB. */
export const MAX_HEADER_BYTES = 512 * 1024
/** Most fields kept. */
export const MAX_HEADER_FIELDS = 1_000

const LF = 10
const CR = 13
const fieldName = /^([!-9;-~]{1,200})[ \t]*:/

/** Names that tell a header apart from a sentence with a colon, used only to recover after garbage. */
const wellKnown =
  /^(?:from|to|cc|bcc|subject|date|received|return-path|message-id|mime-version|content-[a-z-]+|delivered-to|reply-to|sender|in-reply-to|references|dkim-signature|authentication-results|x-[a-z0-9-]+|list-[a-z-]+|auto-submitted|precedence|importance|thread-[a-z]+)$/i

export function readHeaders(bytes: Buffer, start = 0, end = bytes.length): HeaderBlock {
  const fields: HeaderField[] = []
  const defects = new Set<HeaderDefect>()
  let current: { name: string; parts: string[] } | undefined
  const close = () => {
    if (!current) return
    if (fields.length < MAX_HEADER_FIELDS) {
      // A zero means nothing in a header, and no text of the database holds one.
      const raw = current.parts.join('').replaceAll('\0', '').trim()
      if (raw.includes('\r')) defects.add('bare_cr_in_header')
      fields.push({ name: current.name, raw })
    } else defects.add('too_many_fields')
    current = undefined
  }

  let at = skipByteOrderMark(bytes, start, end)
  let isFirstLine = true
  while (at < end) {
    if (at - start > MAX_HEADER_BYTES) {
      defects.add('header_too_long')
      close()
      return { fields, bodyStart: at, defects: [...defects] }
    }
    const line = lineAt(bytes, at, end)
    if (line.text === '') {
      if (fields.length === 0 && !current && isFirstLine) {
        // Some exports begin with empty lines. They are skipped only where a header follows.
        const next = firstLineWithText(bytes, line.next, end)
        if (next && wellKnown.test(fieldName.exec(next.text)?.[1] ?? '')) {
          at = next.start
          isFirstLine = false
          continue
        }
      }
      close()
      if (fields.length === 0) defects.add('no_header')
      return { fields, bodyStart: line.next, defects: [...defects] }
    }
    const isContinuation = line.text[0] === ' ' || line.text[0] === '\t'
    const name = isContinuation ? undefined : fieldName.exec(line.text)?.[1]
    if (isContinuation && current) {
      current.parts.push(line.text)
    } else if (name !== undefined) {
      close()
      current = { name: name.toLowerCase(), parts: [line.text.slice(line.text.indexOf(':') + 1)] }
    } else if (isFirstLine && /^>?From /.test(line.text)) {
      // The separator line of a mailbox file.
    } else if (headerGoesOn(bytes, line.next, end)) {
      defects.add('line_without_colon')
      // A folded line whose indentation was lost belongs to the field above.
      if (current && !/^>?From /.test(line.text)) current.parts.push(' ', line.text)
    } else {
      close()
      defects.add(fields.length === 0 ? 'no_header' : 'line_without_colon')
      return { fields, bodyStart: at, defects: [...defects] }
    }
    isFirstLine = false
    at = line.next
  }
  close()
  if (fields.length === 0) defects.add('no_header')
  return { fields, bodyStart: end, defects: [...defects] }
}

/** All values of a field, in order. */
export const headerValues = (fields: HeaderField[], name: string): string[] =>
  fields.filter((field) => field.name === name).map((field) => field.raw)

export const firstHeader = (fields: HeaderField[], name: string): string | undefined =>
  fields.find((field) => field.name === name)?.raw

const skipByteOrderMark = (bytes: Buffer, start: number, end: number): number =>
  end - start >= 3 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf
    ? start + 3
    : start

type Line = { start: number; text: string; next: number }

function lineAt(bytes: Buffer, at: number, end: number): Line {
  const found = bytes.indexOf(LF, at)
  const lineEnd = found === -1 || found >= end ? end : found
  const textEnd = lineEnd > at && bytes[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd
  // A single line longer than the whole allowance is cut; its rest is skipped.
  const text = bytes.toString('latin1', at, Math.min(textEnd, at + MAX_HEADER_BYTES))
  return { start: at, text, next: Math.min(lineEnd + 1, end) }
}

function firstLineWithText(bytes: Buffer, at: number, end: number): Line | undefined {
  for (let position = at, tries = 0; position < end && tries < 20; tries++) {
    const line = lineAt(bytes, position, end)
    if (line.text.trim() !== '') return line
    position = line.next
  }
  return undefined
}

/** Does the line after a broken one still belong to the header? Only a well-known name counts. */
function headerGoesOn(bytes: Buffer, at: number, end: number): boolean {
  if (at >= end) return false
  const line = lineAt(bytes, at, Math.min(end, at + 1_000))
  return wellKnown.test(fieldName.exec(line.text)?.[1] ?? '')
}

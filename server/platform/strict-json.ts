/**
 * JSON from outside: a name given twice, a tree too deep or too wide is refused before anything is built (trust-D49).
 *
 * JSON.parse keeps the last of two equal names, other readers the first: what was checked would not be what is used.
 */

/** Levels of objects and arrays, and names in all objects together. */
export const DEPTH_MAX = 64
export const KEYS_MAX = 10_000

/** Not JSON we take. It says what is wrong, never what was in it. */
export class NotStrictJson extends Error {
  readonly statusCode = 422
}

export function parseStrictJson(text: string): unknown {
  checkShape(text)
  try {
    return JSON.parse(text)
  } catch {
    throw new NotStrictJson('not JSON')
  }
}

/** Walks the text once, without building. Whatever is no JSON at all is left for JSON.parse to refuse. */
function checkShape(text: string): void {
  /** The names seen in each open object; null for an array. */
  const open: (Set<string> | null)[] = []
  let keys = 0
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '{':
      case '[':
        open.push(text[at] === '{' ? new Set() : null)
        if (open.length > DEPTH_MAX) throw new NotStrictJson('too deep')
        break
      case '}':
      case ']':
        open.pop()
        break
      case '"': {
        const end = endOfString(text, at)
        const names = open.at(-1)
        if (names && isName(text, end)) {
          const name = nameOf(text.slice(at, end + 1))
          if (names.has(name)) throw new NotStrictJson('a name twice')
          if (name === '__proto__') throw new NotStrictJson('not a name')
          if (++keys > KEYS_MAX) throw new NotStrictJson('too many names')
          names.add(name)
        }
        at = end
      }
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

/** A string is a name when a colon follows. */
function isName(text: string, end: number): boolean {
  let at = end + 1
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\t' || text[at] === '\r') at++
  return text[at] === ':'
}

/** Two spellings of one name are one name. */
function nameOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return JSON.parse(quoted) as string
  } catch {
    throw new NotStrictJson('not JSON')
  }
}

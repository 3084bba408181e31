/**
 * Every string that comes in through a procedure passes here once: one spelling (NFC), whole characters, no control characters
 * but line breaks and tabs (trust-D49). What is stored, searched and compared is then the same text.
 */
import { DEPTH_MAX } from './strict-json.ts'

/** A control character, or a tree that is too deep. `field` is the path to it, made of the names the sender gave. */
export class UncleanText extends Error {
  readonly field: string
  constructor(path: readonly (string | number)[]) {
    super('control character')
    this.field = path.join('.').slice(0, 120)
  }
}

const CONTROL = /(?![\t\n\r])\p{Cc}/u

export function cleanText<T>(value: T, path: readonly (string | number)[] = []): T {
  if (typeof value === 'string') {
    if (CONTROL.test(value)) throw new UncleanText(path)
    return value.toWellFormed().normalize('NFC') as T
  }
  if (typeof value !== 'object' || value === null) return value
  if (path.length > DEPTH_MAX) throw new UncleanText(path)
  if (Array.isArray(value)) return value.map((item: unknown, at) => cleanText(item, [...path, at])) as T
  // What is no plain data (a file, a date, a set) is for the schema to refuse. Readers of addresses make objects of a class of their own.
  if (Object.prototype.toString.call(value) !== '[object Object]') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      cleanText(name, path),
      cleanText(part, [...path, name]),
    ]),
  ) as T
}

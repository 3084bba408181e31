/** One line of the understanding command: read, checked, and refused with a reason. */
import type { UnderstandInput } from './understand.ts'

export type LineError = {
  code: 'NOT_JSON' | 'NOT_AN_OBJECT' | 'TEXT_MISSING' | 'TEXT_TOO_LONG' | 'BAD_FIELD'
  message: string
}
export type ReadLine = { ok: true; input: UnderstandInput } | { ok: false; id: unknown; error: LineError }

/** Longest text accepted, in UTF-16 units (understanding-D79: 1 MB). */
export const LONGEST_TEXT = 1_048_576

export function readLine(line: string): ReadLine {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return refuse(null, 'NOT_JSON', 'This line is not JSON.')
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return refuse(null, 'NOT_AN_OBJECT', 'Give one JSON object a line, with a "text".')
  }
  return checkInput(given as Record<string, unknown>)
}

/** Checks the shape of what was given; values that are odd but readable pass and are flagged by the engines. */
export function checkInput(given: Record<string, unknown>): ReadLine {
  const id = given.id ?? null
  if (typeof given.text !== 'string') return refuse(id, 'TEXT_MISSING', 'The field "text" must be a string.')
  if (given.text.length > LONGEST_TEXT)
    return refuse(id, 'TEXT_TOO_LONG', `The text is over ${LONGEST_TEXT} characters.`)
  for (const [field, isRight] of Object.entries(SHAPES)) {
    const value = given[field]
    if (value !== undefined && value !== null && !isRight(value)) {
      return refuse(id, 'BAD_FIELD', `The field "${field}" has the wrong type.`)
    }
  }
  const entries = Object.entries(given).filter(([, value]) => value !== null)
  return { ok: true, input: Object.fromEntries(entries) as UnderstandInput }
}

const isText = (value: unknown) => typeof value === 'string'
const isTextOrNumber = (value: unknown) => isText(value) || typeof value === 'number'
const isList = (value: unknown) => Array.isArray(value) || isText(value)
const isRecord = (value: unknown) => typeof value === 'object' && !Array.isArray(value)

const SHAPES: Record<string, (value: unknown) => boolean> = {
  lang: isText,
  age: isTextOrNumber,
  age_unit: isText,
  sex: isText,
  pregnant: (value) => typeof value === 'boolean',
  postpartum_days: (value) => typeof value === 'number',
  conditions: isList,
  medications: isList,
  allergies: isList,
  vitals: isRecord,
  turns: Array.isArray,
  subject: isText,
}

const refuse = (id: unknown, code: LineError['code'], message: string): ReadLine => ({
  ok: false,
  id,
  error: { code, message },
})

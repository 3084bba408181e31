/**
 * Inputs made from what a procedure says it takes, for the access sweep: every place for an id is found by walking the schema,
 * so a procedure that is added tomorrow is swept without a word here.
 */
import { randomUUID } from 'node:crypto'
import * as z from 'zod'

export type Fill = {
  /** @returns the id for this place; undefined leaves out a place that may be left out. */
  id(place: string, mayBeLeftOut: boolean): string | undefined
  /** A cursor, where one may be given. */
  cursor(): string | undefined
  /** What is looked for, where a search may be given. */
  search(): string | undefined
  /** Which of several forms of one input is given at this place; the first one when it has nothing to say. */
  form?(place: string, forms: number): number
}

type Definition = {
  type: string
  shape?: Record<string, z.ZodType>
  innerType?: z.ZodType
  element?: z.ZodType
  options?: z.ZodType[]
  items?: z.ZodType[]
  entries?: Record<string, string>
  values?: unknown[]
  in?: z.ZodType
  keyType?: z.ZodType
  valueType?: z.ZodType
  format?: string
  checks?: { _zod: { def: { check: string; minimum?: number; value?: number; format?: string; pattern?: RegExp } } }[]
  pattern?: RegExp
}

const definitionOf = (schema: z.ZodType) => (schema as unknown as { _zod: { def: Definition } })._zod.def

/**
 * A valid input; places for ids, cursors and searches are filled as `fill` says. `place` is the path of names, such as `to.until`; what
 * stands in a further form of an input is told apart by its number: `change|2.queueId`.
 */
export function sampleInput(schema: z.ZodType, fill: Fill, place = '', mayBeLeftOut = false): unknown {
  const definition = definitionOf(schema)
  const name = nameIn(place)
  switch (definition.type) {
    case 'object': {
      const entries = Object.entries(definition.shape ?? {}).map(([key, part]) => [
        key,
        sampleInput(part, fill, place ? `${place}.${key}` : key),
      ])
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
    }
    case 'optional':
    case 'default':
    case 'prefault':
      return holdsPlace(definition.innerType!, name) ? sampleInput(definition.innerType!, fill, place, true) : undefined
    case 'nullable':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return sampleInput(definition.innerType!, fill, place, mayBeLeftOut)
    case 'array': {
      const least = checkOf(definition, 'min_length')?.minimum ?? 0
      if (least === 0 && !holdsPlace(definition.element!, name)) return []
      const item = sampleInput(definition.element!, fill, `${place}.0`, least === 0)
      return item === undefined ? [] : [item]
    }
    case 'tuple':
      return (definition.items ?? []).map((item, at) => sampleInput(item, fill, `${place}.${at}`))
    case 'union': {
      const form = fill.form?.(place, definition.options!.length) ?? 0
      return sampleInput(definition.options![form]!, fill, form === 0 ? place : `${place}|${form}`)
    }
    case 'record': {
      // An id may be the name of a field, too.
      if (formatOf(definitionOf(definition.keyType!)) !== 'uuid') return {}
      const key = sampleInput(definition.keyType!, fill, place, true)
      return typeof key === 'string' ? { [key]: sampleInput(definition.valueType!, fill, `${place}.of`) } : {}
    }
    case 'pipe':
      return sampleInput(definition.in!, fill, place)
    case 'enum':
      return Object.values(definition.entries ?? {})[0]
    case 'literal':
      return definition.values?.[0]
    case 'number':
      return name === 'version' ? 1 : Math.max(1, checkOf(definition, 'greater_than')?.value ?? 0)
    case 'boolean':
      return true
    case 'string':
      return sampleText(definition, fill, place, name, mayBeLeftOut)
    default:
      return {}
  }
}

/** The last name of a place, without the number in a list or of a form. */
export const nameIn = (place: string): string =>
  place
    .replaceAll(/\|\d+/g, '')
    .split('.')
    .findLast((part) => !/^\d+$/.test(part)) ?? ''

/** Whether an optional part is worth giving: it holds an id, a cursor or a search. */
function holdsPlace(schema: z.ZodType, name: string): boolean {
  const definition = definitionOf(schema)
  const { innerType, element, shape, options } = definition
  if (definition.type === 'string') return formatOf(definition) === 'uuid' || name === 'cursor' || name === 'search'
  if (shape) return Object.entries(shape).some(([key, part]) => holdsPlace(part, key))
  if (options) return options.some((option) => holdsPlace(option, name))
  const inner = innerType ?? element
  return inner !== undefined && holdsPlace(inner, name)
}

const checkOf = (definition: Definition, check: string) =>
  definition.checks?.map(({ _zod }) => _zod.def).find((one) => one.check === check)

const formatOf = (definition: Definition): string | undefined =>
  definition.format ?? checkOf(definition, 'string_format')?.format

function sampleText(
  definition: Definition,
  fill: Fill,
  place: string,
  name: string,
  mayBeLeftOut: boolean,
): string | undefined {
  const format = formatOf(definition)
  if (format === 'uuid') return fill.id(place, mayBeLeftOut)
  if (name === 'cursor') return fill.cursor()
  if (name === 'search') return fill.search()
  if (format === 'datetime') return new Date(Date.now() + 86_400_000).toISOString()
  if (format === 'date') return '1980-05-06'
  // What may be taken once is new each time.
  if (format === 'email') return `sweep.${randomUUID()}@example.org`
  if (name === 'name') return `sweep ${randomUUID().slice(0, 8)}`
  const known = KNOWN[name]
  const pattern = definition.pattern ?? checkOf(definition, 'string_format')?.pattern
  if (pattern) return [known ?? '', ...PATTERNS].find((text) => pattern.test(text))
  if (known) return known
  return 'sweep words'.padEnd(checkOf(definition, 'min_length')?.minimum ?? 0, 'x')
}

/** One of these fits each pattern of the contract. */
const PATTERNS = ['123456', 'US', 'sweep-slug', '09:00']
const KNOWN: Record<string, string> = {
  language: 'en',
  languages: 'en',
  timeZone: 'America/New_York',
  address: '+17815550100',
  apiUrl: 'https://carrier.example/',
  value: 'sweep.new@example.org',
  contact: 'nobody.here@example.org',
  textVersion: '2026-01',
}

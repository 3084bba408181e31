/** A JSON schema in few words, as a programmer would write it down: `{ text: string (1 to 200), urgency?: "routine" | "stat" }`. */
import type { OpenApiDocument } from './open-api.ts'

type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  default?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  prefixItems?: Schema[]
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

/** Levels shown; below it stands `{ … }`. */
const DEPTH_MAX = 8

export function describeSchema(schema: object | undefined, document: OpenApiDocument): string {
  return write((schema ?? {}) as Schema, document, 0)
}

function write(schema: Schema, document: OpenApiDocument, depth: number): string {
  const next = (part: Schema) => write(part, document, depth + 1)
  if (schema.$ref) {
    const named = document.components.schemas[schema.$ref.split('/').at(-1) ?? '']
    return named ? write(named as Schema, document, depth) : 'any'
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map((choice) => write(choice, document, depth)))].join(' | ')
  if (schema.allOf) return schema.allOf.map((part) => write(part, document, depth)).join(' & ')
  if (Array.isArray(schema.type))
    return schema.type.map((type) => write({ ...schema, type }, document, depth)).join(' | ')
  if (depth > DEPTH_MAX) return '{ … }'
  switch (schema.type) {
    case 'object':
      return writeObject(schema, next, depth)
    case 'array': {
      if (schema.prefixItems) return `[${schema.prefixItems.map(next).join(', ')}]`
      const item = write(schema.items ?? {}, document, depth)
      return `${/ \| /.test(item) && !item.startsWith('{') ? `(${item})` : item}[]${range(schema.minItems, schema.maxItems, 'items')}`
    }
    case 'string':
      return `${schema.format ?? 'string'}${range(schema.minLength, schema.maxLength, 'characters')}${schema.pattern && !schema.format ? ` like ${schema.pattern}` : ''}`
    case undefined:
      return 'any'
    default:
      return `${schema.type}${range(schema.minimum, schema.maximum)}`
  }
}

function writeObject(schema: Schema, next: (part: Schema) => string, depth: number): string {
  const pad = '  '.repeat(depth + 1)
  const lines = Object.entries(schema.properties ?? {}).map(([name, part]) => {
    const mark = schema.required?.includes(name) ? '' : '?'
    const byDefault = part.default === undefined ? '' : ` = ${JSON.stringify(part.default)}`
    return `${pad}${name}${mark}: ${next(part)}${byDefault}`
  })
  if (typeof schema.additionalProperties === 'object') lines.push(`${pad}[name]: ${next(schema.additionalProperties)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
}

/** Bounds as people say them; those of the number type itself say nothing. */
function range(low: number | undefined, high: number | undefined, unit = ''): string {
  const isReal = (bound: number | undefined): bound is number => bound !== undefined && Math.abs(bound) < 2 ** 53 - 1
  const words = unit && ` ${unit}`
  if (isReal(low) && isReal(high)) return ` (${low} to ${high}${words})`
  if (isReal(high)) return ` (at most ${high}${words})`
  return isReal(low) && low > 0 ? ` (at least ${low}${words})` : ''
}

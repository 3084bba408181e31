import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { REFUSALS } from '#contract/refusal.ts'

type English = Record<string, { defaultMessage: string; description: string }>

const here = import.meta.dirname
const parts = readdirSync(join(here, 'en'))
const read = (language: string, part: string) => JSON.parse(readFileSync(join(here, language, part), 'utf8'))
const english: English = Object.assign({}, ...parts.map((part) => read('en', part)))
const spanish: Record<string, string> = Object.assign(
  {},
  ...readdirSync(join(here, 'es')).map((part) => read('es', part)),
)
const code = sourceOf(join(here, '..'))
/** What an id may begin with, for a pattern. */
const PREFIXES = parts.map((part) => prefixOf(part).slice(0, -1)).join('|')

describe.each(parts)('%s', (part) => {
  test('has the same ids in English and Spanish, in the same order', () => {
    expect(Object.keys(read('es', part))).toEqual(Object.keys(read('en', part)))
  })

  test('keeps each id once, in the part its name begins with', () => {
    expect(Object.keys(read('en', part)).filter((id) => !id.startsWith(prefixOf(part)))).toEqual([])
  })
})

test('the chat speaks Arabic too, whole', () => {
  expect(Object.keys(read('ar', 'widget.json'))).toEqual(Object.keys(read('en', 'widget.json')))
  const differing = Object.entries<string>(read('ar', 'widget.json')).filter(
    ([id, text]) => valuesOf(text) !== valuesOf(english[id]?.defaultMessage ?? ''),
  )
  expect(differing).toEqual([])
})

test('every message tells the translator where it stands', () => {
  const silent = Object.entries(english).filter(([, { description }]) => !description || description.length < 8)
  expect(silent.map(([id]) => id)).toEqual([])
})

test('a translation takes the same values as its original', () => {
  const differing = Object.entries(english)
    .map(([id, { defaultMessage }]) => ({ id, en: valuesOf(defaultMessage), es: valuesOf(spanish[id] ?? '') }))
    .filter(({ en, es }) => en !== es)
  expect(differing).toEqual([])
})

test('every id the code names is in the catalogue', () => {
  const named = [...code.matchAll(new RegExp(`\\bid(?:=|: )['"]((?:${PREFIXES})\\.[\\w.-]+)['"]`, 'g'))].map(
    (match) => match[1]!,
  )
  expect(named.length).toBeGreaterThan(10)
  expect([...new Set(named)].filter((id) => !(id in english))).toEqual([])
})

test('every id of the catalogue is used', () => {
  // An id made from a closed list is written as a template: `desk.view.${view}`.
  const prefixes = [...code.matchAll(new RegExp(`\`((?:${PREFIXES})\\.[\\w.-]*)\\$\\{`, 'g'))].map((match) => match[1]!)
  const quoted = new Set([...code.matchAll(/['"`]([\w.-]+)(?=['"`])/g)].map((match) => match[1]!))
  const isUsed = (id: string) => quoted.has(id) || prefixes.some((prefix) => id.startsWith(prefix))
  expect(Object.keys(english).filter((id) => !isUsed(id))).toEqual([])
})

test('every refusal has its words', () => {
  expect(Object.keys(read('en', 'refusals.json')).sort()).toEqual(
    Object.keys(REFUSALS)
      .map((refusal) => `refusal.${refusal}`)
      .sort(),
  )
})

function prefixOf(part: string): string {
  return part === 'refusals.json' ? 'refusal.' : part.replace('json', '')
}

/** The names of the values and tags of a message, sorted. */
function valuesOf(message: string): string {
  const names = new Set<string>()
  const visit = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      names.add(element.value)
      if (element.type === TYPE.tag) visit(element.children)
      if (element.type === TYPE.plural || element.type === TYPE.select)
        Object.values(element.options).forEach((option) => visit(option.value))
    }
  }
  visit(parse(message))
  return [...names].sort().join(' ')
}

function sourceOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$/.test(path) && !path.startsWith('kit'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n')
}

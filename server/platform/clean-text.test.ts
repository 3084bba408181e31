import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, UncleanText } from './clean-text.ts'
import { DEPTH_MAX, KEYS_MAX, NotStrictJson, parseStrictJson } from './strict-json.ts'

test('trust-D49 whatever comes through is one spelling, whole, without control characters, and the same a second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let clean: string
      try {
        clean = cleanText({ a: [text] }).a[0] ?? ''
      } catch (error) {
        expect(error).toBeInstanceOf(UncleanText)
        expect(text).toMatch(/(?![\t\n\r])\p{Cc}/u)
        return
      }
      expect(clean).toBe(clean.normalize('NFC').toWellFormed())
      expect(clean).not.toMatch(/(?![\t\n\r])\p{Cc}/u)
      expect(cleanText(clean)).toBe(clean)
    }),
  )
})

test('trust-D49 objects of a class of their own, as readers of addresses make them, are cleaned too', () => {
  class FromQuery {
    search = 'a\u0000b'
  }
  expect(() => cleanText(new FromQuery())).toThrow(UncleanText)
  expect(() => cleanText(Object.assign(Object.create(null) as object, { 'a\u0007': 1 }))).toThrow(UncleanText)
})

test('trust-D49 strict JSON is JSON: what it takes, JSON.parse reads alike', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 20 }), (text) => {
      let strict: unknown
      try {
        strict = parseStrictJson(text)
      } catch (error) {
        expect(error).toBeInstanceOf(NotStrictJson)
        return
      }
      expect(strict).toEqual(JSON.parse(text))
    }),
  )
})

test('trust-D49 the limits hold at their edges', () => {
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  const wide = (keys: number) => `[${Array.from({ length: keys }, (_, n) => `{"k":${n}}`).join(',')}]`
  expect(() => parseStrictJson(deep(DEPTH_MAX))).not.toThrow()
  expect(() => parseStrictJson(deep(DEPTH_MAX + 1))).toThrow(NotStrictJson)
  expect(() => parseStrictJson(wide(KEYS_MAX))).not.toThrow()
  expect(() => parseStrictJson(wide(KEYS_MAX + 1))).toThrow(NotStrictJson)
  for (const text of [
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '{"x":{"a":1,"a":1}}',
    '{"__proto__":1}',
    '{"a"',
    '"\\',
    '[1,]',
  ])
    expect(() => parseStrictJson(text), text).toThrow(NotStrictJson)
  expect(parseStrictJson('[{"a":"}"},{"a":"\\"a\\":"}]')).toEqual([{ a: '}' }, { a: '"a":' }])
})

/** Understanding D20: what has just happened is told in several tenses, and means one thing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainFormOf } from './spanish-tenses.ts'

const plain = (text: string) => {
  const [word = '', before = '', beforeThat = ''] = text.split(' ').toReversed()
  return plainFormOf(word, before, beforeThat)
}

describe('understanding-D20 the plain form behind a helping verb', () => {
  test.each([
    ['ha cortado', ['corto'], 1],
    ['he cortado', ['corte'], 1],
    ['he tragado', ['trague'], 1],
    ['he picado', ['pique'], 1],
    ['he tropezado', ['tropece'], 1],
    ['ha perdido', ['perdio'], 1],
    ['han comido', ['comio'], 1],
    ['ha roto', ['rompio'], 1],
    ['habia dado', ['dio'], 1],
    ['acaba de tomarselas', ['tomo'], 2],
    ['acabo de caerme', ['cai'], 2],
    ['acaba de darle', ['dio'], 2],
    ['esta ahogando', ['ahoga'], 1],
    ['estoy sangrando', ['sangro'], 1],
    ['esta durmiendo', ['duerme'], 1],
    ['estaba temblando', ['tiemblo', 'tiembla'], 1],
  ])('%s', (text, forms, steps) => expect(plain(text)).toEqual({ forms, steps }))

  test.each(['he called', 'he fell', 'has a fever', 'ha sangre', 'de cortar', 'ha do', 'esta bien', 'acaba de llover mucho', 'he'])(
    'no helping verb, or nothing that it helps: %s',
    (text) => expect(plain(text)).toBeNull(),
  ) // prettier-ignore

  test('any words are read, and what comes out are words', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('he', 'ha', 'de', 'esta', ''), fc.constantFrom('acaba', ''), (...words) => {
        for (const form of plainFormOf(...words)?.forms ?? []) expect(form).toMatch(/^[a-z]{2,}$/)
      }),
    )
  }) // prettier-ignore
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allWords, foundIn, isEmpty, readSearch, toTsQuery } from './search-query.ts'

test('desk-D70 words and quoted phrases; broken quotes and signs are plain words', () => {
  expect(readSearch('Blood "Test Result"')).toEqual({ words: ['blood'], phrases: [['test', 'result']] })
  expect(readSearch('"one" more')).toEqual({ words: ['one', 'more'], phrases: [] })
  expect(readSearch('broken "quote here')).toEqual({ words: ['broken', 'quote', 'here'], phrases: [] })
  expect(readSearch("and & or | ! ( ) <-> :* '")).toEqual({ words: ['and', 'or'], phrases: [] })
  expect(isEmpty(readSearch('  "" ::: '))).toBe(true)
  expect(toTsQuery(readSearch('blood "test result"'))).toBe(`'blood':* & ('test' <-> 'result')`)
})

test('desk-D70 accents and capitals make no difference', () => {
  expect(readSearch('MÜLLER Peña')).toEqual(readSearch('muller pena'))
  const query = readSearch('acción')
  expect(foundIn('La ACCION fue buena', query)?.marks).toEqual([[3, 9]])
  expect(foundIn('La acción fue buena', query)?.marks).toEqual([[3, 9]])
})

test('desk-D70 the words around the first hit are shown, with each hit marked', () => {
  const text = `${'Long before. '.repeat(10)}My blood test result was late, blood again.`
  const found = foundIn(text, readSearch('blood "test result"'))
  expect(found?.words.startsWith('…')).toBe(true)
  const marked = found?.marks.map(([from, to]) => found.words.slice(from, to))
  expect(marked).toEqual(['blood', 'test result', 'blood'])
  expect(foundIn('nothing of it', readSearch('blood'))).toBeNull()
})

test('desk-D70 whatever is typed, the query is one that can be asked, and marks lie inside the shown words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      (typed, text) => {
        const query = readSearch(typed)
        expect(allWords(query).every((word) => /[\p{L}\p{N}]/u.test(word))).toBe(true)
        const found = foundIn(`${text} ${typed}`, query)
        for (const [from, to] of found?.marks ?? []) {
          expect(from).toBeLessThan(to)
          expect(to).toBeLessThanOrEqual(found?.words.length ?? 0)
        }
      },
    ),
  )
})

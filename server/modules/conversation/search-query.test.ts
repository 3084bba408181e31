import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allWords, foundIn, isEmpty, readSearch, toTsQuery } from './search-query.ts'

const nothing = { words: [], phrases: [], runs: [], narrow: {} }

test('desk-D70 words and quoted phrases; broken quotes and signs are plain words', () => {
  expect(readSearch('Blood "Test Result"')).toEqual({ ...nothing, words: ['blood'], phrases: [['test', 'result']] })
  expect(readSearch('"one" more')).toEqual({ ...nothing, words: ['one', 'more'] })
  expect(readSearch('broken "quote here')).toEqual({ ...nothing, words: ['broken', 'quote', 'here'] })
  expect(readSearch("and & or | ! ( ) <-> :* '")).toEqual({ ...nothing, words: ['and', 'or'] })
  expect(isEmpty(readSearch('  "" ::: '))).toBe(true)
  expect(toTsQuery(readSearch('blood "test result"'))).toBe(`'blood':* & ('test' <-> 'result')`)
})

test('desk-D70 accents and capitals make no difference', () => {
  expect(readSearch('MÜLLER Peña')).toEqual(readSearch('muller pena'))
  const query = readSearch('acción')
  expect(foundIn('La ACCION fue buena', query)?.marks).toEqual([[3, 9]])
  expect(foundIn('La acción fue buena', query)?.marks).toEqual([[3, 9]])
})

test('desk-D70 narrowings, in English and Spanish; those that mean nothing are plain words', () => {
  expect(readSearch('from:"maria lopez" channel:SMS before:2026-03-01 tag:vip has:file sugar')).toEqual({
    ...nothing,
    words: ['sugar'],
    narrow: {
      from: ['maria', 'lopez'],
      channels: ['sms'],
      before: new Date('2026-03-01T00:00:00Z'),
      tags: ['vip'],
      hasFile: true,
    },
  })
  expect(readSearch('de:María canal:correo después:2026-02-28 con:archivo').narrow).toEqual({
    from: ['maria'],
    channels: ['email'],
    after: new Date('2026-02-28T00:00:00Z'),
    hasFile: true,
  })
  for (const plain of [
    'channel:pigeon',
    'before:2026-02-30',
    'after:soon',
    'has:money',
    'from:"',
    'to:ana',
    'at:10',
    'constructor:x',
  ])
    expect(readSearch(plain).narrow, plain).toEqual({})
  expect(readSearch('channel:pigeon').words).toEqual(['channel', 'pigeon'])
})

test('desk-D70 scripts without spaces are asked for in pairs, and marked where they stand', () => {
  const query = readSearch('covid检测 糖')
  expect(query).toEqual({ ...nothing, words: ['covid'], runs: ['检测', '糖'] })
  expect(toTsQuery(query)).toBe(`'covid':* & ('检测') & '糖':*`)
  expect(toTsQuery(readSearch('预约时间'))).toBe(`('预约' <-> '约时' <-> '时间')`)
  const found = foundIn('我想改预约时间，谢谢', readSearch('预约时间'))
  expect(found?.marks.map(([from, to]) => found.words.slice(from, to))).toEqual(['预约时间'])
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

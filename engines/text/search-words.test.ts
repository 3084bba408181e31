import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWords, pairsOf, piecesOf, searchWords } from './search-words.ts'

test('desk-D70 accents and capitals go; scripts without spaces become pairs and their last character', () => {
  expect(searchWords('Próximo ANÁLISIS')).toBe('proximo analisis')
  expect(searchWords('预约时间 ok').trim()).toBe('预约 约时 时间 间  ok')
  expect(searchWords('糖')).toBe(' 糖 ')
  expect(pairsOf('ปวดหัว')).toHaveLength('ปวดหัว'.length - 1)
  expect(piecesOf('covid検査')).toEqual([
    { text: 'covid', isUnspaced: false },
    { text: '検査', isUnspaced: true },
  ])
})

test('desk-D70 any piece of a run is among the stored pairs, one after the other', () => {
  const character = fc.constantFrom(...'预约时间糖尿病検査かなカナー')
  fc.assert(
    fc.property(fc.array(character, { minLength: 2, maxLength: 12 }), fc.nat(), fc.nat(), (run, from, length) => {
      const start = from % (run.length - 1)
      const piece = run.slice(start, start + 2 + (length % 4)).join('')
      const stored = searchWords(run.join('')).trim().split(' ')
      expect(` ${stored.join(' ')} `).toContain(` ${pairsOf(foldWords(piece)).join(' ')} `)
    }),
  )
})

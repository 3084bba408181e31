import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitFiles, type AnswerFile } from './answer-files.ts'

const file = fc.record({
  id: fc.uuid(),
  type: fc.constantFrom('image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf'),
  size: fc.integer({ min: 1, max: 3_000_000 }),
})
const aFile = (over: Partial<AnswerFile> = {}): AnswerFile => ({ id: 'a', type: 'image/png', size: 1_000, ...over })

test('desk-D60 what goes along with a text fits what every carrier takes, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 30 }), (files) => {
      const { along: ids, filesWait } = splitFiles('sms', files)
      const along = files.filter(({ id }) => ids.includes(id))
      expect(along.every(({ type }) => ['image/png', 'image/jpeg', 'image/gif'].includes(type))).toBe(true)
      expect(along.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(5_000_000)
      expect(along.length).toBeLessThanOrEqual(10)
      expect(filesWait).toBe(along.length < files.length)
    }),
  )
})

test('desk-D60 a picture that is too large waits, and a smaller one after it goes along', () => {
  const files = [aFile({ size: 5_000_001 }), aFile({ id: 'b' }), aFile({ id: 'c', type: 'application/pdf' })]
  expect(splitFiles('sms', files)).toEqual({ along: ['b'], filesWait: true })
  expect(splitFiles('sms', [aFile()])).toEqual({ along: ['a'], filesWait: false })
  expect(splitFiles('sms', [])).toEqual({ along: [], filesWait: false })
})

test('desk-D37 a mail takes files of any kind, 7 MB of them together', () => {
  const files = [
    aFile({ type: 'application/pdf', size: 6_900_000 }),
    aFile({ id: 'b', size: 100_001 }),
    aFile({ id: 'c' }),
  ]
  expect(splitFiles('email', files)).toEqual({ along: ['a', 'c'], filesWait: true })
  expect(splitFiles('portal-chat', files)).toEqual({ along: [], filesWait: true })
})

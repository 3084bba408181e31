import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedParts } from './message-text.ts'

test('the words that raised a flag are marked where they stand', () => {
  expect(markedParts('my chest hurts a lot', [[3, 14]])).toEqual([
    { text: 'my ', isMarked: false, from: 0 },
    { text: 'chest hurts', isMarked: true, from: 3 },
    { text: ' a lot', isMarked: false, from: 14 },
  ])
})

test('whatever the spans, the text stays whole', () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: -5, max: 50 }), fc.integer({ min: -5, max: 50 })))
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), spans, (text, marks) => {
      expect(
        markedParts(text, marks)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

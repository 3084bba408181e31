import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countSegments } from './segments.ts'

describe('desk-D60 segments', () => {
  test.each([
    ['', 'gsm-7', 0, 0, 160],
    ['Your visit is at 9.', 'gsm-7', 19, 1, 141],
    ['a'.repeat(160), 'gsm-7', 160, 1, 0],
    ['a'.repeat(161), 'gsm-7', 161, 2, 145],
    ['a'.repeat(306), 'gsm-7', 306, 2, 0],
    ['a'.repeat(307), 'gsm-7', 307, 3, 152],
    ['¿Cómo está?', 'ucs-2', 11, 1, 59],
    ['¿Como esta, señor? èéùìò', 'gsm-7', 24, 1, 136],
    ['€ [5]', 'gsm-7', 8, 1, 152],
    // The pair of the escape and its sign does not stand astride of two segments.
    [`${'a'.repeat(152)}€${'b'.repeat(8)}`, 'gsm-7', 162, 2, 143],
    ['你好', 'ucs-2', 2, 1, 68],
    ['你'.repeat(70), 'ucs-2', 70, 1, 0],
    ['你'.repeat(71), 'ucs-2', 71, 2, 63],
    ['🙂', 'ucs-2', 2, 1, 68],
    [`${'a'.repeat(66)}🙂${'b'.repeat(4)}`, 'ucs-2', 72, 2, 61],
    ['👨‍👩‍👧', 'ucs-2', 8, 1, 62],
  ] as const)('desk-D60 %j', (text, encoding, units, segments, left) =>
    expect(countSegments(text)).toEqual({ encoding, units, segments, left }),
  )

  test('desk-D60 one more sign never takes fewer segments, and all units find their place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
        (text, more) => {
          const { encoding, units, segments, left } = countSegments(text)
          const size = encoding === 'gsm-7' ? 153 : 67
          expect(segments === 0).toBe(text === '')
          expect(units).toBeLessThanOrEqual(segments <= 1 ? (encoding === 'gsm-7' ? 160 : 70) : segments * size)
          expect(left).toBeGreaterThanOrEqual(0)
          expect(countSegments(text + more).segments).toBeGreaterThanOrEqual(segments)
        },
      ),
    )
  })
})

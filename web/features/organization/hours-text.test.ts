import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnPeriods, readPeriods, writePeriods } from './hours-text.ts'

test.each([
  ['', []],
  ['8:00-12:00', [{ from: '08:00', to: '12:00' }]],
  [' 08:00 – 12:00 ; 13:00-24:00,', [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '24:00' }]],
  ['22:00-06:00', [{ from: '22:00', to: '06:00' }]],
  ['8-12', null],
  ['closed', null],
])('desk-D28 hours as they are written: %s', (text, periods) => expect(readPeriods(text)).toEqual(periods)) // prettier-ignore

const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

test('desk-D28 what is written is read again, and drawn inside its day', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ from: time, to: time })), (periods) => {
      expect(readPeriods(writePeriods(periods))).toEqual(periods)
      for (const { start, length } of drawnPeriods(periods)) {
        expect(length).toBeGreaterThan(0)
        expect(start + length).toBeLessThanOrEqual(1 + 1e-9)
      }
    }),
  )
})

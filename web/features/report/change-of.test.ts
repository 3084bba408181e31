import { expect, test } from 'vitest'
import { changeOf } from './change-of.ts'

test.each([
  [337, 1, { is: 'numbers' }],
  [1, 337, { is: 'numbers' }],
  [9, 10, { is: 'numbers' }],
  [100, 10, { is: 'numbers' }],
  [99, 10, { is: 'more', share: 8.9 }],
  [15, 20, { is: 'less', share: 0.25 }],
  [7, 7, { is: 'same' }],
  [7, 0, { is: 'same' }],
])('desk-D71 %d after %d is told as %o', (count, before, change) => {
  expect(changeOf(count, before)).toEqual(change)
})

import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import { minutesText } from './minutes-text.ts'

const intl = createIntl({ locale: 'en' })

test.each([
  [0, '1 min'],
  [34.4, '34 min'],
  [90, '1.5 hr'],
  [480, '8 hr'],
  [2_880, '2 days'],
])('desk-D71 %d minutes are said as %s', (minutes, words) => {
  expect(minutesText(intl, minutes)).toBe(words)
})

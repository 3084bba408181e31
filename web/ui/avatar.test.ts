import { expect, test } from 'vitest'
import { initialsOf } from './avatar.tsx'

test.each([
  ['Maria del Carmen Ortiz', 'MO'],
  ['nguyễn', 'N'],
  ['  Ana  ', 'A'],
  ['王小明', '王'],
  ['𝒳 Æ', '𝒳Æ'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

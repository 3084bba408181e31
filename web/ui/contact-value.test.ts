import { expect, test } from 'vitest'
import { readableContact } from './contact-value.tsx'

test('a number of North America is set in groups, anything else stays as it is', () => {
  expect(readableContact('+15085550182')).toBe('+1 (508) 555-0182')
  expect(readableContact('+34915550182')).toBe('+34915550182')
  expect(readableContact('leah@example.org')).toBe('leah@example.org')
})

import { expect, test } from 'vitest'
import { zoneName } from './zone-name.ts'

test.each([
  ['en', 'America/Denver', 'Mountain Time'],
  ['es', 'America/Chicago', 'hora central'],
  ['en', 'UTC', 'UTC'],
])('in %s %s is called %s', (locale, zone, name) => {
  expect(zoneName(locale, zone)).toBe(name)
})

import { parse } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { chooseLocale, directionOf } from './locale.ts'
import { pseudoMessages } from './pseudo.ts'

test('a choice stands above what the browser asks for', () => {
  expect(chooseLocale('es', ['en-US'])).toBe('es')
  expect(chooseLocale(null, ['vi-VN', 'es-MX', 'en'])).toBe('es')
  expect(chooseLocale('xx', ['fr'])).toBe('en')
})

test('Arabic reads from the right, the long language from the left', () => {
  expect(directionOf('ar-XB')).toBe('rtl')
  expect(directionOf('en-XA')).toBe('ltr')
})

test('the made-up language is longer in every branch and keeps its values', () => {
  const message = parse('{count, plural, one {# open} other {<b>many</b> {name}}}')
  const [plural] = pseudoMessages({ some: message }, 'en-XA').some!
  expect(JSON.stringify(plural)).toContain('óópéén')
  expect(JSON.stringify(plural)).toContain('máány')
  expect(JSON.stringify(plural)).toContain('"value":"name"')
})

import { expect, test } from 'vitest'
import { maskIdentifiers } from './mask.ts'

test.each([
  ['My name is john smith and I was born 3/4/1980', 'My name is [NAME] and I was born [DATE]'],
  ['Can Maria Lopez get the flu shot?', 'Can [NAME] get the flu shot?'],
  ['is jennifer allowed to come', 'is [NAME] allowed to come'],
  ['Call me at 617-555-0199 or a.b@example.org', 'Call me at [PHONE] or [EMAIL]'],
  ['¿Puede ir mi hija Lucía el lunes?', '¿Puede ir mi hija [NAME] el lunes?'],
  ['me llamo pedro ruiz, ¿cuánto cuesta?', 'me llamo [NAME], ¿cuánto cuesta?'],
  ['My chart is 4471 and the bill 99812', 'My chart is [MRN] and the bill [ACCOUNT]'],
  ['Where is the Riverton office?', 'Where is the [PLACE] office?'],
])('understanding-D47 D48 "%s" names nobody', (text, masked) => {
  expect(maskIdentifiers(text)).toBe(masked)
})

test('understanding-D48 a question that names nobody stays as it is', () => {
  for (const text of [
    'Do you take walk-ins?',
    'When can I get a flu shot? I am free on Monday.',
    'WHERE DO I PARK',
    '¿A qué hora abren?',
  ])
    expect(maskIdentifiers(text)).toBe(text)
})

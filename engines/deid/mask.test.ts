import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canMask, hideIdentifiers, maskIdentifiers, putBack } from './mask.ts'

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

test('understanding-D48 where a script has no capitals, or all is in capitals, names would not be found', () => {
  for (const text of [
    '我叫王小明',
    'اسمي فاطمة',
    '제 이름은 김민수',
    'मेरा नाम अनिल है',
    'نام من رضا است',
    'I AM CAMILLE QUIMBO',
  ])
    expect(canMask(text), text).toBe(false)
  for (const text of ['', '12/5', '¿A qué hora abren la 1ª planta?', 'Меня зовут Анна', 'ok', 'I am here'])
    expect(canMask(text), text).toBe(true)
})

test('understanding-D48 what is hidden is put back, in whatever order it comes', () => {
  const text = 'soy pedro ruiz, mi hija Lucía nació el 3/4/2019, llame al 617-555-0199 por la nota [7]'
  const hidden = hideIdentifiers(text, { names: ['Pedro Ruiz'], language: 'es' })
  expect(hidden.text).toBe('soy [8], mi hija [9] nació el [10], llame al [11] por la nota [7]')
  expect(putBack(hidden.text, hidden)).toEqual({ text, isWhole: true })
  expect(putBack('Call ［ 11 ］, I am 【8】; note [7], [12]', hidden)).toEqual({
    text: 'Call 617-555-0199, I am pedro ruiz; note [7], [12]',
    isWhole: false,
  })
  expect(putBack(`${hidden.text} [8]`, hidden).isWhole).toBe(false)
})

test.each([
  [
    'fr',
    'Bonjour, je suis Marie Dubois, je voudrais annuler mon rendez-vous du 15 mars.',
    'Bonjour, je suis [1], je voudrais annuler mon rendez-vous du [2] mars.',
  ],
  [
    'ru',
    'Здравствуйте, меня зовут Анна Иванова. Мне нужно перенести визит.',
    'Здравствуйте, меня зовут [1]. Мне нужно перенести визит.',
  ],
  ['ht', 'Mwen rele Jean Pierre, mwen bezwen yon randevou madi.', 'Mwen rele [1], mwen bezwen yon randevou madi.'],
])('understanding-D48 in %s its words stay, and names and numbers do not', (language, text, masked) => {
  // prettier-ignore
  const hidden = hideIdentifiers(text, { names: [], language })
  expect(hidden.text).toBe(masked)
  expect(putBack(hidden.text, hidden)).toEqual({ text, isWhole: true })
})

test('understanding-D48 of any text the mask hides the same places by a name or by a number, and all come back', () => {
  const word = fc.constantFrom(
    'Ann',
    'Lee',
    'maría',
    'the',
    'pain',
    '[3]',
    '[Ann',
    '3/4/1980',
    '617-555-0199',
    'é',
    '.',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary' }))), (words) => {
      const text = words.join(' ')
      const hidden = hideIdentifiers(text, { names: [], language: 'es' })
      expect(hidden.text.replace(/\[\d+\]/g, '')).toBe(maskIdentifiers(text).replace(/\[[A-Z_]+\]|\[\d+\]/g, ''))
      expect(putBack(hidden.text, hidden)).toEqual({ text, isWhole: true })
    }),
    { numRuns: 20 },
  )
})

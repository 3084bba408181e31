/** What is made of the engines together. */
import { expect, test } from 'vitest'
import { speaksOfHealth, understand } from './understand.ts'

test.each([
  ['I do not understand my bill of last month. What is this charge for?', false],
  ['I called several times about my invoice for weeks, nobody answers.', false],
  ['Llevo meses esperando una respuesta sobre mi factura.', false],
  ['When do you open on Saturday?', false],
  ['I have had a cough for weeks.', true],
  ['My bill of last month is wrong, and I am pregnant.', true],
  ['I have no chest pain, I only ask about the bill.', true],
])('what is said of bills is no word of health by how long it took: %s', (text, is) => {
  expect(speaksOfHealth(understand({ text }))).toBe(is)
})

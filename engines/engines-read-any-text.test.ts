import fc from 'fast-check'
import { expect, test } from 'vitest'

import { findPhi } from '#engines/deid/phi.ts'
import { guessEmotion } from '#engines/emotion/emotion.ts'
import { guessIntents } from '#engines/intent/intent.ts'
import { guessLanguage, settleLanguage } from '#engines/language/language.ts'
import { readability } from '#engines/plain-words/readability.ts'

const readAll = (text: string) => ({
  language: guessLanguage(text),
  intents: guessIntents(text, 'en'),
  emotion: guessEmotion(text, 'en'),
  readability: readability(text, 'en'),
  phi: findPhi(text),
})

test('understanding-D1, D2 any string is read, twice alike, with valid spans', () => {
  const part = fc.oneof(fc.constantFrom('cancel Tuesday ', 'how much do I owe', ' I am furious, you lied. ', 'Ana Lopez', ' 614-555-0182'), fc.string({ unit: 'binary', maxLength: 60 })) // prettier-ignore
  const seen = { intents: 0, emotion: 0, phi: 0 }
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join('')
      const first = readAll(text)
      expect(readAll(text)).toEqual(first)
      seen.intents += first.intents.length
      seen.emotion += first.emotion.spans.length
      seen.phi += first.phi.length
      for (const { span } of [...first.intents, ...first.emotion.spans, ...first.phi]) {
        expect(span[0]).toBeGreaterThanOrEqual(0)
        expect(span[1]).toBeGreaterThanOrEqual(span[0])
        expect(span[1]).toBeLessThanOrEqual(text.length)
      }
    }),
  )
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(10)
})

test.each([
  ['necesito una cita para mi hija', 'es'],
  ['mwen bezwen yon randevou', 'ht'],
  ['I would like to see a doctor', 'en'],
  ['12345', 'und'],
  ['ok', 'und'],
  ['Maria Lopez', 'und'],
])('understanding-D8, D9 %s is %s', (text, code) => expect(guessLanguage(text).code).toBe(code))

test('understanding-D9 one stray message does not flip a conversation, two running do', () => {
  const guess = { code: 'es', confidence: 0.8, alternatives: [] }
  const setting = { words: 6, conversationLanguage: 'en', siteLanguage: 'en' }
  expect(settleLanguage(guess, setting)).toBe('en')
  expect(settleLanguage(guess, { ...setting, previousGuess: 'es' })).toBe('es')
})

test('understanding-D12 two asks give two intents, in order', () => {
  const names = guessIntents('cancel Tuesday and how much do I owe', 'en').map(({ name }) => name)
  expect(names).toEqual(['cancel_appointment', 'bill_question'])
})

test.each([
  'let me talk to a person',
  'quiero hablar con una persona',
  '我要找人工客服',
  'parler à une personne',
  'falar com uma pessoa',
  'mwen vle pale ak yon moun',
  'живой человек',
  '0',
])('understanding-D14 "%s" asks for a person', (text) => {
  expect(guessIntents(text, 'und').map(({ name }) => name)).toContain('speak_to_human')
})

test('understanding-D17 a furious message is not neutral', () => {
  expect(guessEmotion('I am furious, you people lied to me', 'en').tones.map(({ tone }) => tone)).toContain('anger')
  expect(guessEmotion('Please refill my lisinopril', 'en').tones[0]!.tone).toBe('neutral')
})

test('understanding-D46 identifiers are found, doses are left', () => {
  const text = 'Call 555-201-7788 or a.b@mail.com, SSN 123-45-6789, take 1/2 tablet, pressure 120/80'
  expect(findPhi(text).map(({ kind }) => kind)).toEqual(['phone', 'email', 'ssn'])
})

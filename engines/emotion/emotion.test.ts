import { expect, test } from 'vitest'
import { guessEmotion } from './emotion.ts'
import { FINE_LABELS, GROUPS, TONES } from './tones.ts'

const tonesOf = (text: string) => guessEmotion(text, 'en').tones.map(({ tone }) => tone)
const isSharp = (text: string) => tonesOf(text).some((tone) => tone === 'anger' || tone === 'frustration')

test.each([
  'this is absolutely unacceptable, I have been on hold for two hours', 'you people are useless. fix my bill NOW', 'worst clinic ever, I want to file a complaint',
  'how dare you cancel my surgery without telling me', 'fourth time I am calling about the same thing', 'your doctor lied to me and I am livid', 'stop wasting my time!!!',
  'this is ridiculous, you charged me twice', 'I will sue you', 'shame on you', 'pathetic service', 'Do your job', 'no one cares about patients here',
  'qué falta de respeto, llevo tres horas esperando', 'ya me cansé de que no contesten', 'esto es inaceptable', 'estoy furiosa con ustedes', 'es el colmo', 'me mintieron', 'nadie hace nada',
])('understanding-D17 a furious message is not neutral: %s', (text) => expect(isSharp(text)).toBe(true)) // prettier-ignore

test.each([
  'please refill my lisinopril', 'I need to reschedule my appointment', 'what time do you open on saturday', 'when is my next appointment', 'change my appointment to a later date please',
  '¿a qué hora abren?', 'quiero cambiar mi cita', 'where do I park',
])('understanding-D17 an everyday message is not frustrated: %s', (text) => expect(isSharp(text)).toBe(false)) // prettier-ignore

test('understanding-D17 28 labels, 14 groups, 11 tones and an intensity', () => {
  expect([FINE_LABELS.length, GROUPS.length, TONES.length]).toEqual([28, 14, 11])
  expect(guessEmotion('I AM FURIOUS!!! You people are useless!!!', 'en').intensity).toBe(3)
  expect(guessEmotion('when is my visit', 'en').intensity).toBe(0)
})

test('understanding-D17 intensity tells mild from strong, whatever the model is sure of', () => {
  const intensityOf = (text: string) => guessEmotion(text, 'en').intensity
  expect(intensityOf('a little nervous about tomorrow')).toBeLessThan(3)
  expect(intensityOf('I am so scared about the biopsy, I am terrified and I cannot stop crying')).toBe(3)
  expect(intensityOf('this is the third time I call and nobody calls back, I am fed up')).toBe(3)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOptOut } from './opt-out.ts'
import { optOutWords } from './words.ts'

const kindOf = (text: string) => readOptOut(text).kind

describe('desk-D39 whole-message words', () => {
  test.each([
    ['STOP', 'stop'], ['Stop.', 'stop'], ['  stop!! 🛑', 'stop'], ['StopAll', 'stop'], ['QUIT', 'stop'], ['end', 'stop'], ['revoke', 'stop'],
    ['Opt-out', 'stop'], ['unsubscribe', 'stop'], ['CANCEL', 'cancel'], ['HELP', 'help'], ['info', 'help'], ['START', 'start'], ['unstop', 'start'],
    ['ALTO', 'stop'], ['parar', 'stop'], ['Cancelar', 'cancel'], ['AYUDA', 'help'], ['停止', 'stop'], ['Стоп', 'stop'], ['توقف', 'stop'], ['arrêt', 'stop'],
  ])('%s is %s', (text, kind) => expect(kindOf(text)).toBe(kind)) // prettier-ignore

  test('desk-D39 every listed word of every language is recognised in any case', () => {
    for (const [language, kinds] of Object.entries(optOutWords)) {
      for (const [kind, words] of Object.entries(kinds)) {
        for (const word of words.split('/'))
          expect([language, word, kindOf(word.toUpperCase())]).toEqual([language, word, kind])
      }
    }
  })
})

describe('desk-D39 plain sentences', () => {
  test.each([
    'please stop texting me', 'stop sending me these messages', "don't text me anymore", 'take me off your list', 'I do not want to get these texts',
    'no more messages please', 'dejen de mandarme mensajes', 'no me escriban', 'no quiero recibir más mensajes', 'quiten mi número de su lista',
  ])('"%s" stops', (text) => expect(kindOf(text)).toBe('stop')) // prettier-ignore
})

describe('desk-D39 medical sentences are questions', () => {
  test.each([
    'can I stop the tablets', 'Can I stop taking my medicine?', 'when should I stop the antibiotic', 'the bleeding will not stop', 'stop the insulin?',
    '¿puedo parar las pastillas?', '¿Puedo dejar de tomar la medicina?', 'my son cannot stop vomiting', 'cancel my appointment Tuesday', 'cancelar mi cita del martes',
    "I can't stop crying", 'help I have chest pain', 'end of my prescription', 'no quiero morir',
  ])('"%s" is no opt-out', (text) => expect(kindOf(text)).toBe('none')) // prettier-ignore
})

test('desk-D39 doubt is told apart', () => expect(kindOf('stop it now')).toBe('doubt'))

test('understanding-D2 no string makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void readOptOut(text)))
  expect(kindOf('stop '.repeat(100_000))).toBe('none')
})

/** Texts in two languages, and Hindi, Arabic and Persian in Latin letters (understanding-D10). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessLanguage } from './language.ts'

test.each([
  ['Necesito una cita para mi hija la próxima semana. My husband will bring her because I work.', 'es', { en: 'My husband will bring her because I work' }],
  ['I need to refill my blood pressure pills before Friday this week. Mi esposo no habla inglés, por favor llámenlo en español.', 'en', { es: 'Mi esposo no habla inglés, por favor llámenlo en español' }],
  ['Please call my mother tomorrow morning about the results. 她只会说中文。', 'en', { zh: '她只会说中文' }],
  ['Здравствуйте, я хочу записаться к врачу. My English is not so good.', 'ru', { en: 'My English is not so good' }],
  ['mwen bezwen yon randevou pou pitit mwen paske li malad depi de jou. Can you please send the form by email?', 'ht', { en: 'Can you please send the form by email' }],
  ['Bonjour, je voudrais changer mon rendez-vous de mardi. Thank you so much for your help today.', 'fr', { en: 'Thank you so much for your help today' }],
  ['أريد موعد مع الطبيب هذا الأسبوع please send me a text message', 'ar', { en: 'please send me a text message' }],
])('understanding-D10 a mixed text has a main language and others with their words: %s', (text, code, others) => {
  const guess = guessLanguage(text)
  expect([guess.code, Object.fromEntries(guess.others.map(({ code, span }) => [code, text.slice(...span)]))]).toEqual([code, others]) // prettier-ignore
}) // prettier-ignore

test.each([
  'necesito más metformin y lisinopril por favor',
  'el doctor me dio amoxicillin clavulanate y me salieron ronchas',
  'tomo levothyroxine en la mañana y atorvastatin en la noche',
  'se me acabó el Extra Strength Tylenol y el Advil de mi hijo',
  'me recetaron hydrocodone acetaminophen, puedo manejar?',
  'la farmacia no tiene mi Humira ni el Trulicity',
])('understanding-D10 Spanish with English drug names stays Spanish: %s', (text) => {
  const { code, others } = guessLanguage(text)
  expect([code, others]).toEqual(['es', []])
})

test.each([
  ['mujhe bukhar hai aur sar mein dard hai', 'hi'],
  ['kya aap kal mujhe phone kar sakte hain', 'hi'],
  ['meri dawai khatam ho gayi hai', 'hi'],
  ['3andi waja3 fi sadri min embare7', 'ar'],
  ['ana ayez maw3id ma3 el doktor bokra', 'ar'],
  ['shukran kteer ya doktor inshallah', 'ar'],
  ['salam man vaght mikham baraye farda', 'fa'],
  ['saram kheili dard mikone lotfan komak konid', 'fa'],
  ['man dirooz daroo nagereftam chera dard daram', 'fa'],
])('understanding-D10 romanised, told as und with a hint: %s', (text, hint) => {
  expect(guessLanguage(text)).toMatchObject({ code: 'und', hint })
})

test.each([
  ['I need a refill of my pills please', 'en'],
  ['necesito hablar con el doctor hoy', 'es'],
  ['gusto ko magpa-check up bukas po', 'tl'],
  ['mwen bezwen wè doktè a', 'ht'],
  ['ich habe seit gestern starke Kopfschmerzen', 'de'],
  ['ho bisogno di un appuntamento domani', 'it'],
  ['je ne peux pas venir demain matin', 'fr'],
])('understanding-D10 what is in one language has no others and no hint: %s', (text, code) => {
  expect(guessLanguage(text)).toMatchObject({ code, others: [] })
  expect(guessLanguage(text).hint).toBeUndefined()
})

test('understanding-D1, D10 any string gives spans that lie in it, in order', () => {
  const sentence = fc.constantFrom('Necesito una cita para mi hija la próxima semana. ', 'My husband will bring her because I work. ', 'Здравствуйте, я хочу записаться к врачу. ', '她只会说中文。') // prettier-ignore
  const part = fc.oneof(sentence, fc.string({ unit: 'binary', maxLength: 60 }))
  let seen = 0
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join('')
      let before = 0
      for (const { span } of guessLanguage(text).others) {
        expect(span[0]).toBeGreaterThanOrEqual(before)
        expect(span[1]).toBeGreaterThan(span[0])
        expect(span[1]).toBeLessThanOrEqual(text.length)
        before = span[1]
        seen += 1
      }
    }),
  )
  expect(seen).toBeGreaterThan(10)
})

test('what a machine wrote decides no language: codes, and names of files', () => {
  const words = 'Hola, quiero pedir una cita para la próxima semana con la doctora. Muchas gracias.'
  const files = 'a-notes.txt\nb-secret-run.exe\nc-virus.txt\nd-page.html'
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(guessLanguage(`Archivos ${id}\n${words}\n${files}`)).toMatchObject({ code: 'es', others: [] })
    }),
  )
  expect(guessLanguage('report.pdf').code).toBe('und')
})

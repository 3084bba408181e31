import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultInDraft, faultInWording, TEXT_FAULTS } from './check.ts'
import { factsIn } from './facts.ts'
import { faultInTranslation, keepsFigures } from './translation.ts'

const HOURS = 'We are open from 8 am to 5 pm. On Friday we close at 3 pm. Please bring your card.'
const wording = (text: string, approved = HOURS, language = 'en') => faultInWording(text, approved, language)

test('the approved words in another form are let through', () => {
  expect(wording(HOURS)).toBeNull()
  expect(
    wording('Hello! We are open from 8 am to 5 pm, and on Friday we close at 3 pm. Please bring your card.'),
  ).toBeNull()
  expect(
    wording(
      'Hola. Estamos abiertos de 8 a 5. El viernes cerramos a las 3.',
      'Abrimos de 8 a 5. Estamos abiertos de lunes a viernes.',
      'es',
    ),
  ).toBe('fact')
})

test.each([
  ['fact', 'We are open from 8 am to 6 pm. On Friday we close at 3 pm. Please bring your card.'],
  ['word', 'We are open from 5 am to 8 pm. On Friday we close at 3 pm. Please bring your card.'],
  ['word', 'We are open from 8 pm to 5 am. On Friday we close at 3 pm. Please bring your card.'],
  ['fact', 'We are open from 8 am to 5 pm. On Monday we close at 3 pm. Please bring your card.'],
  ['fact', 'We are open from 8 am to 5 pm. Please bring your card.'],
  ['fact', 'We are open from 8 am to 5 pm. On Friday we close at 3 pm. Please bring your two cards.'],
  ['fact', 'We are open from 8 am to 5 pm. On Friday we close at 3 pm. Please bring $20.'],
  ['fact', 'We are open from 8 am to 5 pm. On Friday we close at 3 pm. Call 555-0100.'],
  ['link', 'We are open from 8 am to 5 pm. On Friday we close at 3 pm. See evil.example/pay for your card.'],
  ['link', 'We are open from 8 am to 5 pm. On Friday we close at 3 pm. See https://evil.example.'],
  ['link', 'We are open from 8 am to 5 pm. On Friday we close at 3 pm. Ask a@evil.example.'],
  ['signs', 'We are open from 8 am to 5 pm. ![card](x) On Friday we close at 3 pm.'],
  ['signs', 'We are open from 8 am to 5 pm. <b>On Friday</b> we close at 3 pm. Please bring your card.'],
  ['signs', 'We are open from 8 am to 5 pm. On Friday we close\u202E at 3 pm. Please bring your card.'],
  ['word', 'We are open from 8 am to 5 pm. On Friday we close at 3 pm. Ask Dr. Rivera for your card.'],
  ['word', 'We are open from 8 am to 5 pm. On Friday we close at 3 pm. Stop your pills.'],
  ['word', 'We are open from 8 am to 5 pm. On Friday we close at 3 pm. Your visit is booked.'],
  ['word', 'We are open from 8 am to 5 pm. On Friday we close at 3 pm. Please bring your cаrd.'],
  ['denial', 'We are not open from 8 am to 5 pm. On Friday we close at 3 pm. Please bring your card.'],
  ['denial', 'We are open from 8 am to 5 pm. On Friday we don’t close at 3 pm. Please bring your card.'],
  ['empty', '  \n'],
  ['too-long', `${HOURS} ${'please '.repeat(60)}`],
] as const)('what is new is refused: %s', (fault, text) => {
  expect(wording(text)).toBe(fault)
})

test('sentences may change places and be joined, but who does what stays together', () => {
  const approved = 'Visitors may come in at 8. Children wait outside with a nurse. A nurse calls you.'
  expect(
    wording('Hello! Children wait outside with a nurse. Visitors may come in at 8. A nurse calls you.', approved),
  ).toBeNull()
  expect(
    wording('Visitors may come in at 8, and children wait outside with a nurse. A nurse calls you.', approved),
  ).toBeNull()
  for (const turned of [
    'Children may come in at 8. Visitors wait outside with a nurse. A nurse calls you.',
    'Visitors wait outside with a nurse. Children may come in at 8. A nurse calls you.',
    'Visitors may come in at 8. Children wait outside. A nurse calls you.',
    'Visitors may come in at 8. Children wait outside with a nurse.',
    'Visitors may come in at 8. Children wait outside with a nurse. A nurse calls you. A nurse calls you.',
    'Visitors may come in at 8. Children wait outside with a nurse. You call a nurse.',
  ])
    expect(wording(turned, approved), turned).toBe('word')
})

test.each([
  ['We will call you with your results.', 'You will call us with your results.', 'en'],
  ['Stay home if you have a fever.', 'Stay home, you have a fever.', 'en'],
  ['You need to bring your card.', 'You can bring your card.', 'en'],
  ['Bring your card.', 'You can bring your card.', 'en'],
  ['Bring your card or your pass.', 'Bring your card and your pass.', 'en'],
  ['Visits in the evening cost more.', 'Yes. Visits in the evening cost more.', 'en'],
  ['Visits in the evening cost more.', 'Yes, visits in the evening cost more.', 'en'],
  ['Stay home. You have a fever.', 'Stay home if you have a fever.', 'en'],
  ['We are open. Call us.', 'When we are open, call us.', 'en'],
  ['Quédese en casa si tiene fiebre.', 'Quédese en casa, tiene fiebre.', 'es'],
  ['Le llamamos con sus resultados.', 'Nos llama con sus resultados.', 'es'],
  ['Debe traer su tarjeta.', 'Puede traer su tarjeta.', 'es'],
])('small words do not turn it around: %s', (approved, turned, language) => {
  expect(wording(turned, approved, language), turned).toBe('word')
  expect(wording(approved, approved, language)).toBeNull()
})

test('a greeting and a joining word may be added', () => {
  const approved = 'Bring your card. We call you when it is your turn.'
  for (const text of [
    'Hi! Thank you for your question. Bring your card. We call you when it is your turn.',
    'Hello, please bring your card, and then we call you when it is your turn.',
    'We call you when it is your turn. Also, bring your card, please. Happy to help.',
  ])
    expect(wording(text, approved), text).toBeNull()
})

test('understanding-D59 no word of the approved text can be lost or change places with another', () => {
  const approved = 'You need to call us if you have a fever. We will bring the form to your home and help you with it.'
  const words = approved.split(' ')
  fc.assert(
    fc.property(fc.nat(words.length - 1), fc.nat(words.length - 1), (one, other) => {
      expect(wording(words.filter((_, n) => n !== one).join(' '), approved)).not.toBeNull()
      if (words[one]?.toLowerCase() === words[other]?.toLowerCase()) return
      const turned = words.with(one, words[other] ?? '').with(other, words[one] ?? '')
      expect(wording(turned.join(' '), approved)).not.toBeNull()
    }),
  )
})

test('in Spanish, too', () => {
  const approved = 'Abrimos a las 8 y cerramos a las 5. El viernes cerramos a las 3. Traiga su tarjeta.'
  const es = (text: string) => wording(text, approved, 'es')
  expect(
    es('Hola. El viernes cerramos a las 3. Abrimos a las 8 y cerramos a las 5. Por favor traiga su tarjeta.'),
  ).toBeNull()
  expect(es('Hola. El viernes cerramos a las 5. Abrimos a las 8 y cerramos a las 3. Traiga su tarjeta.')).toBe('word')
  expect(es('El viernes no cerramos a las 3. Abrimos a las 8 y cerramos a las 5. Traiga su tarjeta.')).toBe('denial')
})

test('a sentence that denies stands as it was approved, or not at all', () => {
  const approved = 'Parking is free. You can not park in the street. Bring your card.'
  expect(
    wording('Hello. You can not park in the street. Parking is free. Please bring your card.', approved),
  ).toBeNull()
  expect(wording('Parking is free. You can park in the street. Bring your card.', approved)).toBe('denial')
  expect(wording('Parking is not free. You can park in the street. Bring your card.', approved)).toBe('denial')
})

test('another language, and hard words that were approved by a waiver, are refused', () => {
  const spanish = 'Abrimos la clínica todos los días para todas las personas que necesitan una vacuna.'
  expect(faultInWording(spanish, spanish, 'en')).toBe('language')
  const hard =
    'Prior to the administration of your medication, it is imperative that you discontinue all anticoagulants, notify the practitioner regarding any adverse reaction, and obtain authorization for the subsequent diagnostic procedure.'
  expect(faultInWording(hard, hard, 'en')).toBe('hard')
})

test('understanding-D59 whatever is let through has the facts of the approved text, and no others', () => {
  const words = fc.constantFrom(
    ...'We are open from 8 am to 5 pm Friday Monday 3 not free $20 https://evil.example please bring your card call Ana <b> . , \n'.split(' '), // prettier-ignore
  )
  let through = 0
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), fc.boolean(), (some, isWhole) => {
      const text = isWhole ? `${HOURS} ${some.join(' ')}` : some.join(' ')
      const fault = wording(text)
      if (fault !== null) {
        expect(TEXT_FAULTS).toContain(fault)
        return
      }
      through += 1
      expect(factsIn(text).toSorted()).toEqual(factsIn(HOURS).toSorted())
      expect(text).not.toMatch(/evil|Ana|\bnot\b|<|\$/)
    }),
    { numRuns: 500 },
  )
  expect(through).toBeGreaterThan(0)
})

test('any text is safe', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      (a, b) => {
        faultInWording(a, b, 'en')
        faultInDraft(a, [b], 'es')
      },
    ),
    { numRuns: 200 },
  )
})

test('a draft may say it freely, but names, numbers and links come from what it was made from', () => {
  const references = ['Can I move my visit on Friday at 10? Ana', 'Visits are moved by phone. Call 555-0100.']
  const draft = (text: string) => faultInDraft(text, references, 'en')
  expect(draft('Hello Ana. Thank you for your note. To move your visit on Friday, please call 555-0100.')).toBeNull()
  expect(draft('Hello Maria. Please call 555-0100.')).toBe('name')
  expect(draft('Please see Doctor Strange about that.')).toBe('name')
  expect(draft('Please call 555-0199.')).toBe('fact')
  expect(draft('Please pay $30 at the desk.')).toBe('fact')
  expect(draft('Please look at pay.evil.example for that.')).toBe('link')
  expect(draft('Please look here: [form](x)')).toBe('signs')
})

test('a translation may be longer, but no book, and is in the language that was asked for', () => {
  const original = '我想更改星期一的预约。'
  expect(faultInTranslation('I would like to change my appointment on Monday.', original, 'en')).toBeNull()
  expect(faultInTranslation(original, original, 'en')).toBe('other-language')
  expect(faultInTranslation(' \n', original, 'en')).toBe('empty')
  expect(faultInTranslation('yes '.repeat(100), original, 'en')).toBe('too-long')
  expect(faultInTranslation('ok', 'vale', 'en')).toBeNull()
})

test('the figures of the original stand in its translation, as often as there', () => {
  expect(keepsFigures('15 mg twice, then 3.5', '15 mg dos veces, luego 3,5')).toBe(true)
  expect(keepsFigures('50 mg', '15 mg')).toBe(false)
  expect(keepsFigures('2 of 3', '2 de 2')).toBe(false)
  expect(keepsFigures('at 12, no. 7', 'الساعة ١٢ رقم ٧')).toBe(true)
})

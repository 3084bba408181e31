/** What a composer offers and a reader is explained (understanding-D43, D44). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWords } from '#engines/linear/phrase-finder.ts'

import { isHardToRead, isKept, offerPlain, termsForReader } from './offer-plain.ts'

const offered = (text: string, language = 'en') =>
  offerPlain(text, language).offers.map(({ why, span, to }) => `${why}: ${text.slice(...span)} > ${to}`)
const taken = (text: string, language: string, at: number) => {
  const { span, to } = offerPlain(text, language).offers[at]!
  return text.slice(0, span[0]) + to + text.slice(span[1])
}

test.each([
  ['Prior to your visit, please call us.', ['jargon: Prior to > Before']],
  ['You missed your visit.', ['blame: You missed your > We missed you at your']],
  ['You missed your appointment.', ['blame: You missed your > We missed you at your']],
  ['You should have called us.', []],
  ['Have you missed your period?', []],
  ['Have you missed your appointment?', []],
  ['You missed your dose.', []],
  ['Make sure you always take it with food.', []],
  ['We sent the claims to your plan.', []],
  ['Avoid alcoholic drinks.', []],
  ['We will put in a catheter.', []],
  ['We saw edema on your leg.', ['jargon: edema > swelling']],
  ['The MRI is done.', ['explain: MRI > MRI (a picture of the inside made with a magnet)']],
])('understanding-D44 %s', (text, expected) => expect(offered(text)).toEqual(expected))

test('understanding-D44 in Spanish too', () => {
  expect(offered('Debe administrar la crema.', 'es')).toEqual(['jargon: administrar > dar'])
  expect(offered('Lo que usted siempre debe hacer es tomarlo con comida.', 'es')).toEqual([])
})

test.each([
  'Administer 2 units prior to 9 am.',
  'Administer two units.',
  'Take one tablet BID.',
  'There is no edema.',
  'You refused the lisinopril.',
  'We saw no signs of any abrasion.',
  'No hay edema.',
])('understanding-D44 beside a dose, a number or a denial nothing is offered: %s', (text) =>
  expect(offered(text, text.includes('hay') ? 'es' : 'en')).toEqual([]),
)

test('understanding-D44 what may not be changed by a key is still pointed at, with what could be said', () => {
  const { marks } = offerPlain('You failed to come. Take one tablet BID.', 'en')
  expect(marks).toContainEqual({ why: 'blame', span: [0, 13], hint: 'you have not yet' })
  expect(marks).toContainEqual({ why: 'explain', span: [36, 39], hint: 'two times a day' })
  expect(offerPlain('You should have called us.', 'en').marks).toContainEqual({ why: 'blame', span: [0, 15], hint: 'next time you can' }) // prettier-ignore
})

const PIECES = 'no not without never 5 10 two mg tablets units lisinopril metformin edema administer prior_to abrasion an is . , PE BID CT 3/14 March tomorrow hypertension asymptomatic you_failed_to you_refused you_should_have obviously discontinue monitor twice daily every hours always often each you_always claims_to alcoholic you_missed_your visit food'.split(' ').map((piece) => piece.replaceAll('_', ' ')) // prettier-ignore
const SPANISH = 'no sin nunca 5 dos mg tabletas lisinopril edema administrar hipertensión usted olvidó . , marzo mañana disnea obviamente por su culpa siempre cada administrar debe'.split(' ') // prettier-ignore

test.each([
  ['en', PIECES],
  ['es', SPANISH],
] as const)(
  'understanding-D44 whatever is taken, numbers, doses, dates, medicines and denials stand as they were, in their order (%s)',
  (language, pieces) => {
    const kept = (text: string) => foldWords(text).words.filter(isKept)
    let takenCount = 0
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 24 }), (words) => {
        const text = words.join(' ')
        const { offers } = offerPlain(text, language)
        for (let at = 0; at < offers.length; at++) {
          takenCount += 1
          expect(kept(taken(text, language, at))).toEqual(kept(text))
        }
      }),
      { numRuns: 500 },
    )
    expect(takenCount).toBeGreaterThan(100)
  },
)

test('understanding-D2 any text is helped with, and offers stand apart', () => {
  const part = fc.oneof(fc.constantFrom('Prior to ', 'you failed to pay. ', ' administer ', 'discontinue', 'Debe administrar la crema. '), fc.string({ unit: 'binary', maxLength: 30 })) // prettier-ignore
  let seen = 0
  fc.assert(
    fc.property(fc.array(part, { maxLength: 10 }), fc.constantFrom('en', 'es', 'und'), (parts, language) => {
      const text = parts.join('')
      let end = 0
      for (const { span } of offerPlain(text, language).offers) {
        expect(span[0]).toBeGreaterThanOrEqual(end)
        end = span[1]
        expect(end).toBeLessThanOrEqual(text.length)
        seen += 1
      }
      termsForReader(text, language)
    }),
  )
  expect(seen).toBeGreaterThan(10)
})

const HARD =
  'Prior to the administration of your medication it is imperative that you discontinue all anticoagulants, notify the practitioner regarding any adverse reaction, and obtain authorization for the subsequent diagnostic procedure from your insurance organization.'

test('understanding-D44 a text above grade 8 is asked about; an easy, a short one and one of another language are not', () => {
  expect(isHardToRead(HARD, 'en')).toBe(true)
  expect(isHardToRead(HARD, 'de')).toBe(false)
  expect(isHardToRead(HARD.split(' ').slice(0, 12).join(' '), 'en')).toBe(false)
  const easy = 'We got your note. Please come to the desk at nine. Bring your card and your pills. Then we can look at them with you. Call us if you feel worse before that day.' // prettier-ignore
  expect(isHardToRead(easy, 'en')).toBe(false)
})

test('understanding-D43 a reader is explained what is seldom said, once, and not what the writer explained', () => {
  const told = (text: string, language = 'en') =>
    termsForReader(text, language).map(({ span, lay }) => [text.slice(...span), lay])
  expect(told('You have edema. The edema will go.')).toEqual([['edema', 'swelling']])
  expect(told('You have edema (swelling).')).toEqual([])
  expect(told('Take one tablet BID. Your doctor will assist you.')).toEqual([['BID', 'two times a day']])
  expect(told('Tiene edema.', 'es')).toEqual([['edema', 'hinchazón']])
  expect(told('Vous avez un edema.', 'fr')).toEqual([])
  expect(told('The code has six digits.')).toEqual([])
  expect(told('Nuestra clínica abre a las nueve.', 'es')).toEqual([])
})

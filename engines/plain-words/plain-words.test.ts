/** Plain words (understanding-D41, D43, D44; figures: `npm run evaluate -- plain-words`). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMedicine } from '#engines/text/medicine-names.ts'

import { englishTerms, explainTerms, glossarySize } from './explain-terms.ts'
import { readability } from './readability.ts'
import { suggestPlain } from './suggest-plain.ts'

const told = (text: string, language = 'en') =>
  explainTerms(text, language).map(({ span, lay }) => [text.slice(...span), lay])
const offered = (text: string, language = 'en') =>
  suggestPlain(text, language).replacements.map(({ from, to }) => `${from} > ${to}`)

test('understanding-D43 the glossary holds 1,500 English and 500 Spanish terms, each with plain words', () => {
  const { en, es } = glossarySize()
  expect(en).toBeGreaterThanOrEqual(1500)
  expect(es).toBeGreaterThanOrEqual(500)
  const terms = englishTerms().flatMap((list) => list.terms)
  expect(terms.filter(({ term, lay }) => lay.trim() === '' || lay.toLowerCase() === term.toLowerCase())).toEqual([])
  expect(terms.filter(({ term }) => isMedicine(term.toLowerCase()) && !/^(?:insulin|potassium|heparin|melatonin|niacin|methadone)$/i.test(term))).toEqual([]) // prettier-ignore
})

test('understanding-D43 what the glossary says reads easier than what it explains', () => {
  const clinical = englishTerms()
    .filter(({ isClinical }) => isClinical)
    .flatMap((list) => list.terms)
  const hard = clinical.filter(({ lay }) => (readability(lay, 'en').score ?? 1) > 3.5)
  expect(hard.map(({ term, lay }) => `${term}: ${lay}`)).toEqual([])
})

test.each([
  ['The lesion was biopsied, with edema.', 'edema', 'swelling'],
  ['You have two lacerations', 'lacerations', 'cut'],
  ['Your diagnoses are listed', 'diagnoses', 'what illness you have'],
  ['Take one tablet BID', 'BID', 'two times a day'],
  ['CT showed a PE in the left lung', 'PE', 'a blood clot in the lung'],
  ['PE today: normal exam', 'PE', 'check-up'],
  ['she has MS and her leg is numb', 'MS', 'an illness of the nerves with weak spells'],
  ['MS 2 mg IV for pain', 'MS', 'a strong pain medicine'],
])('understanding-D43 %s: %s is told', (text, term, lay) => expect(told(text)).toContainEqual([term, lay]))

test.each(['Nurse PE arrived', 'all of it aids me', 'I bid you good day', 'the us map'])(
  'understanding-D43 a short form without its neighbors is not explained: %s',
  (text) => expect(explainTerms(text, 'en').filter(({ pos }) => pos === 'abbreviation')).toEqual([]),
)

test.each([
  ['Prior to surgery, discontinue it.', ['Prior to > Before', 'discontinue > stop']],
  ['You have an abrasion and two contusions.', ['an abrasion > a scrape', 'contusions > bruises']],
  ['We administered it and will monitor you.', ['administered > gave', 'monitor > watch']],
  ['It was administered here.', ['administered > given']],
  ['She is asymptomatic.', ['asymptomatic > without symptoms']],
  ['An asymptomatic patient', []],
])('understanding-D44 %s', (text, expected) => expect(offered(text)).toEqual(expected))

test.each([
  'There is no malignancy.',
  'The result is negative for carcinoma.',
  'Take 5 tablets of lisinopril 10 mg on 3/14.',
  'No hemorrhage, never febrile, denies dyspnea.',
  'Administer 2 units.',
  'Take 500 mg twice daily orally, then one tablet by mouth daily.',
])('understanding-D43 numbers, doses, dates, medicines and denials are left: %s', (text) => expect(offered(text)).toEqual([])) // prettier-ignore

test('understanding-D44 no suggestion holds a number, a denial or a medicine, whatever the text', () => {
  const word = fc.constantFrom('no', 'not', '5', 'mg', 'lisinopril', 'edema', 'administer', 'prior to', 'abrasion', 'an', 'is', '.', ',', 'PE', '3/14', 'without', 'hypertension', 'tablets', 'asymptomatic') // prettier-ignore
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      const text = words.join(' ')
      for (const { from, span } of suggestPlain(text, 'en').replacements) {
        expect(text.slice(...span)).toBe(from)
        expect(from).not.toMatch(/\d|\b(?:no|not|without|lisinopril)\b/)
      }
    }),
  )
})

test('understanding-D44 passive voice, blame and a missing next step are told', () => {
  const found = suggestPlain('The sample was taken by the lab and you failed to pay. It was worried.', 'en')
  expect(found.passive.length).toBe(1)
  expect(found.blame.map(({ instead }) => instead)).toEqual(['you have not yet'])
  const long = 'The lab looked at the sample from last week and it was fine as far as we know, and the doctor said that the same was true of the first one.'
  expect(suggestPlain(long, 'en').missingNextStep).toBe(true)
  expect(suggestPlain(`${long} Please call us.`, 'en').missingNextStep).toBe(false)
  const spanish = suggestPlain('La muestra fue enviada. Usted olvidó su tarjeta. Debe administrar la crema.', 'es')
  expect(spanish.passive.length).toBe(1)
  expect(spanish.blame.length).toBe(1)
  expect(spanish.replacements.map(({ to }) => to)).toEqual(['dar'])
}) // prettier-ignore

test('understanding-D41 a hard sentence is marked, an easy one is not, and the score tells them apart', () => {
  const easy = 'Please call us if you feel worse.'
  const hard = 'Antihypertensive pharmacotherapy necessitates periodic reassessment of renal function and electrolytes.'
  const read = readability(`${easy} ${hard}`, 'en')
  expect(read.hardSentences.map(({ span }) => span[0])).toEqual([easy.length])
  expect(readability(easy, 'en').score).toBeLessThan(2)
  expect(readability(hard, 'en').score).toBeGreaterThan(3.5)
  expect(readability('Llame si se siente peor.', 'es').inflesz).not.toBeNull()
  expect(readability('Appelez-nous si cela empire. Insuffisance cardiaque.', 'fr').rareShare).toBeGreaterThan(0)
})

test('understanding-D2 any text is explained, with valid spans in order', () => {
  const part = fc.oneof(fc.constantFrom('edema', 'hypertension. ', ' dyspnea ', 'no hemorrhage', 'hipertensión ', 'Take 5 mg '), fc.string({ unit: 'binary', maxLength: 30 })) // prettier-ignore
  let seen = 0
  fc.assert(
    fc.property(fc.array(part, { maxLength: 10 }), fc.constantFrom('en', 'es', 'und'), (parts, language) => {
      const text = parts.join('')
      let last = -1
      for (const { span } of explainTerms(text, language)) {
        expect(span[0]).toBeGreaterThanOrEqual(last)
        expect(span[1]).toBeLessThanOrEqual(text.length)
        last = span[0]
        seen += 1
      }
      suggestPlain(text, language)
    }),
  )
  expect(seen).toBeGreaterThan(10)
})

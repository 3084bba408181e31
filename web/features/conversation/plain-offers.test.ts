import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeOffer, wordsAt, type Offer, type Said } from './plain-offers.ts'

const said = (text: string, offers: Offer[], over: Partial<Said['help']> = {}): Said => ({
  text,
  help: { language: 'en', grade: 9, short: false, missingNextStep: false, offers, marks: [], ...over },
})

test('understanding-D44 a suggestion that is taken changes its place alone; the next one stands where its words are now', () => {
  const text = 'Prior to surgery, discontinue 5 mg.'
  const first: Offer = { why: 'jargon', span: [0, 8], to: 'Before' }
  const second: Offer = { why: 'jargon', span: [18, 29], to: 'stop' }
  const one = takeOffer(said(text, [first, second]), first)
  expect(one.said.text).toBe('Before surgery, discontinue 5 mg.')
  expect(one.caret).toBe(6)
  expect(one.said.help.offers.map(({ span }) => wordsAt(one.said.text, span))).toEqual(['discontinue'])
  const two = takeOffer(one.said, one.said.help.offers[0]!)
  expect(two.said.text).toBe('Before surgery, stop 5 mg.')
  expect(two.said.help.offers).toEqual([])
})

test('understanding-D44 what lies before and behind a place is never touched, and marks go with their words', () => {
  const place = fc.tuple(fc.nat(40), fc.nat(10)).map(([from, length]) => [from, from + length] as [number, number])
  fc.assert(
    fc.property(fc.string({ minLength: 60, maxLength: 80 }), place, place, fc.string({ maxLength: 20 }), (text, at, marked, to) => {
      const offer: Offer = { why: 'blame', span: at, to }
      const { said: next } = takeOffer(said(text, [offer], { marks: [{ why: 'hard', span: marked, hint: null }] }), offer)
      expect(next.text.slice(0, at[0])).toBe(text.slice(0, at[0]))
      expect(next.text.slice(at[0] + to.length)).toBe(text.slice(at[1]))
      for (const { span } of next.help.marks) expect(wordsAt(next.text, span)).toBe(wordsAt(text, marked))
    }),
  )
}) // prettier-ignore

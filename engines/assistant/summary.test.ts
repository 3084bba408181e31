/** The summary of a hand-off by value and property (understanding-D71). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { understand } from '#engines/understanding/understand.ts'
import { summarize, SUMMARY_PARTS, WORDS_OF, type SummaryFacts, type SummaryMessage } from './summary.ts'

const message = (id: string, text: string): SummaryMessage => ({ id, text, said: understand({ text }) })

const someFacts = (over: Partial<SummaryFacts> = {}): SummaryFacts => ({
  handedOff: 'm1',
  name: 'Pat Rivera',
  level: 'verified',
  urgency: 'routine',
  language: 'en',
  messages: [message('m1', 'Can I talk to a person please')],
  done: [],
  ...over,
})

const partsOf = (facts: SummaryFacts, reader: 'en' | 'es' = 'en', language = 'English') =>
  Object.fromEntries(summarize(facts, reader, language).map(({ part, label, text, messageId }) => [part, { said: `${label}: ${text}`, messageId }])) // prettier-ignore

test('understanding-D71 a wish for a person: who, what, how urgent, and nothing that is not there', () => {
  expect(partsOf(someFacts())).toEqual({
    who: { said: 'Who: Pat Rivera, verified', messageId: 'm1' },
    asks: { said: 'Asks: “Can I talk to a person please”', messageId: 'm1' },
    urgency: { said: 'Urgency: routine', messageId: 'm1' },
  })
})

test('understanding-D71 the reason of an urgency, what was found and what was denied are the words of the patient, each linked to its message', () => {
  const messages = [
    message('m1', 'What time do you open?'),
    message('m2', 'My calf is swollen and hurts after a long flight. I have no chest pain.'),
    message('m3', 'Please hurry, I am really scared'),
  ]
  const parts = partsOf(
    someFacts({
      handedOff: 'm2',
      urgency: 'asap',
      messages,
      done: [{ title: 'Our hours', messageId: 'm1' }],
      slots: [{ name: 'day', value: 'Tuesday', messageId: 'm3' }],
    }),
  )
  expect(parts['urgency']).toMatchObject({ messageId: 'm2' })
  expect(parts['urgency']?.said).toMatch(/^Urgency: today: “.*calf.*”/i)
  expect(parts['found']?.messageId).toBe('m2')
  expect(parts['denied']).toEqual({ said: expect.stringContaining('chest pain'), messageId: 'm2' })
  expect(parts['found']?.said).not.toContain('chest')
  expect(parts['done']).toEqual({ said: 'Told so far: “Our hours”', messageId: 'm1' })
  expect(parts['slots']).toEqual({ said: 'Gathered: When it happened: Tuesday', messageId: 'm3' })
  expect(parts['tone']).toEqual({ said: 'Tone: afraid', messageId: 'm3' })
})

test('understanding-D71 danger is told in the words that say so, whatever else was asked', () => {
  const messages = [message('m1', 'I want to kill myself'), message('m2', 'And can I refill my pills?')]
  const { urgency } = partsOf(someFacts({ handedOff: 'm1', urgency: 'stat', messages }))
  expect(urgency).toEqual({ said: expect.stringMatching(/^Urgency: emergency: “.*kill myself/), messageId: 'm1' })
})

test('understanding-D71 the reader reads his own language, and which one the patient speaks', () => {
  const parts = partsOf(someFacts({ level: 'none', name: null }), 'es', 'inglés')
  expect(parts['who']?.said).toBe('Quién: sin identificar')
  expect(parts['language']?.said).toBe('Idioma: inglés: intérprete si hace falta')
  expect(partsOf(someFacts())['language']).toBeUndefined()
})

const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom('chest pain', 'no fever', 'I want to die', 'since Monday', 'my baby', '胸が痛い', '😀', '”', '  \n'), { maxLength: 80 }).map((all) => all.join(' ')), // prettier-ignore
)

test('understanding-D71 whatever was written: at most 120 words, each line within its own, each of a message of this conversation', () => {
  expect(Object.values(WORDS_OF).reduce((sum, words) => sum + words, 0)).toBe(120)
  const facts = fc
    .record({
      texts: fc.array(anyText, { minLength: 1, maxLength: 4 }),
      name: fc.option(anyText),
      level: fc.constantFrom('none', 'matched', 'verified', 'verified_for' as const),
      urgency: fc.constantFrom('routine', 'urgent', 'asap', 'stat' as const),
      language: fc.constantFrom('en', 'es', 'vi', 'und'),
      titles: fc.array(anyText, { maxLength: 6 }),
      values: fc.array(anyText, { maxLength: 6 }),
      reader: fc.constantFrom('en', 'es' as const),
      at: fc.nat(3),
    })
    .map(({ texts, titles, values, at, ...rest }) => {
      const messages = texts.map((text, n) => message(`m${n}`, text))
      const handedOff = `m${at % texts.length}`
      return {
        ...rest,
        handedOff,
        messages,
        done: titles.map((title) => ({ title, messageId: 'm0' })),
        slots: values.map((value) => ({ name: 'medicine', value, messageId: 'm0' })),
      } as SummaryFacts & { reader: 'en' | 'es' }
    })
  fc.assert(
    fc.property(facts, ({ reader, ...asked }) => {
      const lines = summarize(asked, reader, 'a language with a very long name of many words')
      const ids = new Set(asked.messages.map(({ id }) => id))
      const words = lines.map(({ label, text }) => wordsIn(`${label} ${text}`))
      expect(words.reduce((sum, some) => sum + some, 0)).toBeLessThanOrEqual(120)
      lines.forEach(({ part, text, messageId }, n) => {
        expect(words[n]).toBeLessThanOrEqual(WORDS_OF[part])
        expect(text.length).toBeLessThanOrEqual(1_000)
        expect(ids).toContain(messageId)
      })
      const order = lines.map(({ part }) => SUMMARY_PARTS.indexOf(part))
      expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b))
      expect(lines.map(({ part }) => part)).toContain('urgency')
    }),
    { numRuns: 150 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INTENT_NAMES } from '#engines/intent/intent-names.ts'
import { SERVED_LANGUAGES } from '#engines/language/language.ts'
import { tooHard } from '#engines/plain-words/plain-enough.ts'
import { readability } from '#engines/plain-words/readability.ts'
import { SMS_MAX } from '#engines/sms/text-length.ts'
import { CLINICAL_INTENTS, decideTurn, type Decision, type Line, type Session, type Turn } from './decide-turn.ts'
import { aboveAnother } from './other-languages.ts'
import { smsTextOf, SPOKEN, textOf } from './texts.ts'

const begun: Session = { isIntroduced: true, failed: 0, wasUpset: false, isHandingOff: false }
const answer = {
  articleId: 'a1',
  version: 1,
  text: 'We are open from 8 to 5.',
  shortText: null,
  title: 'Our hours',
  link: '/hours',
  reviewedOn: '2026-01-05',
}
const calmTurn: Turn = {
  language: 'en',
  urgency: 'routine',
  isCrisis: false,
  isClinical: false,
  isOnlyForeign: false,
  isAskedForSafety: false,
  isNotUnderstood: false,
  intents: ['hours'],
  isFurious: false,
  isUpset: false,
  isAnxious: false,
  isSad: false,
  isConfused: false,
  session: begun,
  answer: null,
}
const page = { articleId: 'a2', version: 1, title: 'Parking', link: 'https://clinic.example/parking', isEnglishOnly: true } as const // prettier-ignore
const decided = (over: Partial<Turn>): Decision => decideTurn({ ...calmTurn, ...over })
const saysOf = ({ lines }: Decision) => lines.map(({ says }) => says)
const told = (decision: Decision) => [decision.does, decision.reason, ...saysOf(decision)]

test('understanding-D58 one question with an approved answer is answered, with the way to a person under it', () => {
  expect(told(decided({ answer }))).toEqual(['answer', null, 'answer', 'word'])
  expect(told(decided({ answer, isAnxious: true }))).toEqual(['answer', null, 'calm', 'answer', 'word'])
})

test('understanding-D12 of two questions one answer would lose the other: a person takes both', () => {
  expect(told(decided({ answer, intents: ['hours', 'bill_question'] }))).toEqual(['hand-off', 'task', 'request'])
})

test('understanding-D57 the first word says that it is automatic, whatever comes after', () => {
  const session = { ...begun, isIntroduced: false }
  expect(saysOf(decided({ answer, session }))).toEqual(['intro', 'answer'])
  expect(saysOf(decided({ intents: ['speak_to_human'], session }))).toEqual(['intro', 'person-reads'])
  expect(told(decided({ intents: ['bot_identity'] }))).toEqual(['answer', null, 'bot', 'word'])
})

test('understanding-D62 D72 the word for a person works at once, and then nothing is said', () => {
  const asked = decided({ intents: ['hours', 'speak_to_human'], answer })
  expect(told(asked)).toEqual(['hand-off', 'asked', 'person-reads'])
  expect(told(decided({ session: asked.session, answer }))).toEqual(['nothing', null])
})

test('understanding-D28 what the safety dialogue asks about is brought to people without a word of the assistant', () => {
  const asked = decided({ isClinical: true, isAskedForSafety: true, urgency: 'asap', answer })
  expect(told(asked)).toEqual(['hand-off', 'clinical'])
  expect(told(decided({ session: asked.session }))).toEqual(['nothing', null])
  expect(told(decided({ isAskedForSafety: true, isCrisis: true }))).toEqual(['hand-off', 'danger'])
})

test('understanding-D15 the second message in a row that is not understood comes to a person', () => {
  const first = decided({ intents: ['out_of_scope'] })
  expect(told(first)).toEqual(['ask', null, 'topics', 'word'])
  expect(told(decided({ intents: ['out_of_scope'], session: first.session }))).toEqual([
    'hand-off',
    'not-understood',
    'person-reads',
  ])
  expect(decided({ answer, session: first.session }).session.failed).toBe(0)
})

test('understanding-D18 D61 fury, or anger twice running, comes to a person with regret and no question', () => {
  expect(told(decided({ isFurious: true, isUpset: true, answer }))).toEqual([
    'hand-off',
    'upset',
    'sorry',
    'person-reads',
  ])
  const once = decided({ isUpset: true, answer })
  expect(once.does).toBe('answer')
  expect(decided({ isUpset: true, answer, session: once.session }).reason).toBe('upset')
})

test('understanding-D61 sadness is answered with one plain line, confusion with one step and an example in place of a list', () => {
  expect(told(decided({ answer, isSad: true }))).toEqual(['answer', null, 'sad', 'answer', 'word'])
  expect(told(decided({ intents: [], isConfused: true }))).toEqual(['ask', null, 'one-step', 'word'])
  expect(told(decided({ intents: ['out_of_scope'], isConfused: true, isSad: true }))).toEqual(['ask', null, 'sad', 'one-step', 'word']) // prettier-ignore
  for (const language of SPOKEN) {
    const texts = textOf([{ says: 'sad' }, { says: 'one-step' }, { says: 'sorry' }, { says: 'calm' }], { language, emergencyNumber: '911', day: String }) // prettier-ignore
    expect(texts).not.toMatch(/[!¡]/)
  }
})

test('understanding-D81 what is there in English only is offered as that, with an interpreter, and never told as the answer', () => {
  const offered = decided({ language: 'es', answer: page })
  expect(told(offered)).toEqual(['answer', null, 'english-only', 'word'])
  const reader = { language: 'es', emergencyNumber: '911', day: String } as const
  expect(textOf(offered.lines, reader)).toContain('solo en inglés: “Parking” https://clinic.example/parking. Una persona o un intérprete')
  expect(smsTextOf(offered.lines, reader)).toContain('solo en inglés: "Parking" https://clinic.example/parking')
}) // prettier-ignore

test('what is to be done is brought to a person, also where an article speaks of it', () => {
  expect(told(decided({ answer, intents: ['book_appointment'] }))).toEqual(['hand-off', 'task', 'request'])
  expect(told(decided({ answer, intents: ['greeting', 'refill_prescription'] }))).toEqual([
    'hand-off',
    'task',
    'request',
  ])
})

test('a task is brought to a person as a request; nothing is claimed to be done', () => {
  for (const intent of ['book_appointment', 'refill_prescription', 'pay_bill', 'test_results', 'privacy_request'])
    expect(decided({ intents: [intent] }), intent).toMatchObject({ does: 'hand-off', lines: [{ says: 'request' }] })
})

test('understanding-D16 D57 who writes a language without reviewed texts is told, once, that a person reads it; what may be about health is a nurse’s', () => {
  const first = decided({ language: 'vi', answer, session: { ...begun, isIntroduced: false } })
  expect(told(first)).toEqual(['hand-off', 'language', 'person-reads-foreign'])
  expect(told(decided({ language: 'vi', session: first.session }))).toEqual(['nothing', null])
  expect(told(decided({ language: 'ar', isClinical: true }))).toEqual(['hand-off', 'clinical', 'person-reads-foreign'])
  expect(told(decided({ language: 'ar', isClinical: true, isOnlyForeign: true }))[1]).toBe('language')
  expect(told(decided({ language: 'ar', intents: ['speak_to_human'] }))[1]).toBe('asked')
})

test('desk-D36 every served language has its line for what is in another', () => {
  const told = SERVED_LANGUAGES.map((language) => aboveAnother(language, 'x'))
  expect(new Set(told).size).toBe(SERVED_LANGUAGES.length)
  expect(told.filter((text) => !text.endsWith('\n\nx'))).toEqual([])
  expect(aboveAnother('ja', 'x')).toBe('x')
})

test.each(SERVED_LANGUAGES.filter((language) => language !== 'en' && language !== 'es'))(
  'understanding-D16 D70 in %s a line of that language stands above the English, with the number, in a chat and in one text message',
  (language) => {
    const reader = { language: 'en', other: { language, emergencyNumber: '911' }, emergencyNumber: '911', day: String } as const
    const lines: Line[] = [
      { says: 'person-reads-foreign' },
      { says: 'place', place: 2, fromMin: 5, toMin: 15 },
      { says: 'opens', when: 'X', inEnglish: 'Monday' },
    ]
    const parts = textOf(lines, reader).split('\n\n')
    expect(parts).toHaveLength(6)
    expect(new Set(parts).size).toBe(6)
    expect(parts.map((part) => /911/.test(part))).toEqual([true, true, false, false, false, false])
    expect(parts[1]).toContain('A person on our team will read this')
    for (const english of [parts[1], parts[3], parts[5]]) expect(tooHard(english ?? '', 'en')).toBeNull()
    const text = smsTextOf(lines, reader) ?? ''
    expect(text.length).toBeLessThanOrEqual(SMS_MAX)
    expect(text).toContain(`${parts[0]}\n\n${parts[1]}`)
  },
) // prettier-ignore

const anyTurn: fc.Arbitrary<Turn> = fc.record({
  language: fc.constantFrom('en', 'es', 'vi', 'und'),
  urgency: fc.constantFrom('routine', 'urgent', 'asap', 'stat'),
  isCrisis: fc.boolean(),
  isClinical: fc.boolean(),
  isOnlyForeign: fc.boolean(),
  isAskedForSafety: fc.boolean(),
  isNotUnderstood: fc.boolean(),
  intents: fc.uniqueArray(fc.constantFrom(...INTENT_NAMES), { maxLength: 4 }),
  isFurious: fc.boolean(),
  isUpset: fc.boolean(),
  isAnxious: fc.boolean(),
  isSad: fc.boolean(),
  isConfused: fc.boolean(),
  session: fc.record({
    isIntroduced: fc.boolean(),
    failed: fc.integer({ min: 0, max: 1 }),
    wasUpset: fc.boolean(),
    isHandingOff: fc.boolean(),
  }),
  answer: fc.constantFrom(answer, page, null, 'disagree' as const),
})

test('understanding-D56 D60 whatever else holds, danger and what may be clinical are never answered, asked about or greeted', () => {
  fc.assert(
    fc.property(anyTurn, (turn) => {
      const decision = decideTurn(turn)
      const isDanger = turn.isCrisis || turn.urgency === 'stat'
      const mustBePerson =
        isDanger || turn.isClinical || turn.urgency === 'asap' || turn.intents.includes('speak_to_human')
      if (mustBePerson) expect(['hand-off', 'nothing']).toContain(decision.does)
      // Beside the safety texts nothing else is said.
      if (isDanger) expect(decision.lines).toEqual([])
      if (decision.does === 'hand-off') expect(decision.session.isHandingOff).toBe(true)
      if (turn.session.isHandingOff)
        expect(decision).toEqual({ does: 'nothing', reason: null, lines: [], session: turn.session })
      if (decision.lines.length > 0 && !turn.session.isIntroduced)
        expect(['intro', 'person-reads-foreign']).toContain(decision.lines[0]?.says)
      if (decision.lines.some(({ says }) => says === 'answer')) expect(turn.answer).toBe(answer)
    }),
    { numRuns: 3_000 },
  )
  expect([...CLINICAL_INTENTS]).toContain('medication_question')
})

test('understanding-D42 each text is at grade 6 or lower, in both languages, and repeats nothing', () => {
  const topics = ['visit', 'refill', 'bill', 'insurance', 'results', 'records', 'help', 'privacy'] as const
  const lines: Line[] = [
    ...(
      [
        'intro',
        'topics',
        'bot',
        'hello',
        'goodbye',
        'thanks',
        'calm',
        'sad',
        'one-step',
        'sorry',
        'back',
        'person-reads',
        'nurse-reads',
        'word',
      ] as const
    ).map((says) => ({ says }) as Line),
    ...topics.map((topic) => ({ says: 'request', topic }) as const),
    { says: 'answer', answer },
    { says: 'english-only', page },
  ]
  for (const language of SPOKEN) {
    const texts = lines.map((line) => textOf([line], { language, emergencyNumber: '911', day: () => '5 January 2026' }))
    expect(new Set(texts).size, language).toBe(texts.length)
    const all = readability(texts.join('\n\n'), language)
    expect(all.grade, language).toBeLessThanOrEqual(6)
  }
})

const told320 = (lines: readonly Line[], language: 'en' | 'es') =>
  smsTextOf(lines, { language, emergencyNumber: '911', day: () => 'Jan 5, 2026' })

test('understanding-D70 whatever is decided fits one text message, with the citation where something is answered, and the first says what it is', () => {
  const links = fc.integer({ min: 10, max: 100 }).map((length) => `https://clinic.example/${'p'.repeat(length)}`)
  const answers = fc.record({
    articleId: fc.constant('a1'),
    version: fc.constant(1),
    text: fc.string({ minLength: 1, maxLength: 2_000 }),
    shortText: fc.option(fc.string({ minLength: 1, maxLength: 400 })),
    title: fc.string({ minLength: 1, maxLength: 120 }),
    link: links,
    reviewedOn: fc.constant('2026-01-05'),
  })
  fc.assert(
    fc.property(anyTurn, answers, fc.constantFrom('en', 'es'), (turn, approved, language) => {
      const { lines } = decideTurn({ ...turn, answer: turn.answer === answer ? approved : turn.answer })
      if (lines.length === 0) return
      const text = told320(lines, language)
      expect(text?.length ?? SMS_MAX + 1).toBeLessThanOrEqual(SMS_MAX)
      if (lines.some(({ says }) => says === 'answer')) expect(text).toContain(approved.link)
      if (lines[0]?.says === 'intro') expect(text).toMatch(/911/)
    }),
    { numRuns: 2_000 },
  )
})

test('understanding-D58 a text message shortens an answer only at the mark of its author', () => {
  const long = { ...answer, link: 'https://clinic.example/hours', text: 'We are open. '.repeat(30) }
  expect(told320([{ says: 'answer', answer: { ...long, shortText: 'Open 8 to 5.' } }], 'en')).toBe(
    'Open 8 to 5.\nFrom "Our hours", checked Jan 5, 2026: https://clinic.example/hours',
  )
  expect(told320([{ says: 'answer', answer: long }], 'es')).toMatch(/^Lea la respuesta aquí\.\nDe "Our hours"/)
  const endless = { ...long, link: `https://clinic.example/${'p'.repeat(300)}` }
  expect(told320([{ says: 'answer', answer: endless }], 'en')).toBeNull()
})

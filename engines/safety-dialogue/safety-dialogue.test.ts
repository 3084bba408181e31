import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readability } from '#engines/plain-words/readability.ts'
import { SMS_MAX } from '#engines/sms/text-length.ts'
import { adviceFor } from '#engines/triage/advice.ts'
import { adviceTexts } from '#engines/triage/advice-texts.ts'
import { families } from '#engines/triage/families/index.ts'
import { followUp, type Answer } from '#engines/triage/follow-up.ts'
import { isMoreUrgent } from '#engines/triage/verdict.ts'
import { understand } from '#engines/understanding/understand.ts'
import { adviceMark, decideStep, TRIES_MAX, type Moment } from './decide-step.ts'
import { readAnswer } from './read-answer.ts'
import { ANSWER_CHOICES, ASKED_IN, smsWordsOf, wordsOf, type Words } from './texts.ts'

const read = (text: string) => readAnswer(text, { tells: false })
const breath = { text: 'I have been short of breath today' }
const [firstAsked] = followUp(breath, []).verdict.questions

const aMoment = (text: string, over: Partial<Moment> = {}): Moment => {
  const { triage, crisis } = understand({ text })
  return {
    isSigned: true,
    isSpoken: true,
    isPersonThere: false,
    wantsPerson: false,
    isClinical: triage.urgency !== 'not_clinical',
    crisis,
    verdict: triage,
    urgency: triage.urgency,
    next: followUp({ text }, []).next,
    waiting: null,
    advised: null,
    ...over,
  }
}

describe('understanding-D28 an answer is read', () => {
  test.each([
    ['yes', ['Yes', 'yes!', 'Yeah it does', 'Sí', 'si, mucho', '👍', 'Y', 'Yes, but less than before', 'claro que sí', 'It is']],
    ['no', ['No', 'NO.', 'nope', 'No no', 'No, thank you', 'No, I am not', 'no señora', 'No, ninguna', 'not at all', '👎', 'No, I feel fine']],
    ['not_sure', ['Not sure', "I don't know", 'no sé', 'No lo sé', 'maybe', 'a little', 'no, a little', "I don't think so", 'no creo', 'not really', 'No idea', 'tal vez']],
    [null, ['', '...', 'What do you mean?', 'No?', 'I took two pills', 'no but my arm is numb', 'no puedo respirar', 'no just tired', 'I have a cat', 'Y también me duele', 'When do you open?', 'No, only when I walk']],
  ] as const)('%s', (answer, texts) => {
    expect(texts.map((text) => [text, read(text)])).toEqual(texts.map((text) => [text, answer]))
  }) // prettier-ignore

  test('each choice is read as what it says', () => {
    for (const language of ASKED_IN) expect(ANSWER_CHOICES[language].map(read)).toEqual(['yes', 'no', 'not_sure'])
  })

  test('a "no" beside a symptom closes nothing; a "yes" stays one', () => {
    expect(readAnswer('No, chest hurts', { tells: true })).toBeNull()
    expect(readAnswer('Yes, chest hurts', { tells: true })).toBe('yes')
  })

  test('no words before or after make a "no" of what doubts', () => {
    fc.assert(
      fc.property(fc.constantFrom('but sometimes', 'only when I walk', 'pero un poco', 'I cannot say'), (more) => {
        expect(read(`No, ${more}`)).not.toBe('no')
      }),
    )
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => void read(text)))
  })
})

describe('understanding-D27, D28 what is answered', () => {
  const texts = ['I have been short of breath today', 'I fell and hit my head', 'belly ache since monday', 'Me duele la panza'] // prettier-ignore
  const all = families.flatMap(({ questions = [] }) => questions.map(({ id }) => id))
  const answers = fc.array(
    fc.record({ question: fc.constantFrom(...all), answer: fc.constantFrom('yes', 'no', 'not_sure') }),
    { maxLength: 6 },
  ) as fc.Arbitrary<Answer[]>

  test('more answers never lower below what had fired, and their order says nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), answers, (text, given) => {
        const fired = followUp({ text }, []).verdict.urgency
        const { urgency } = followUp({ text }, given).verdict
        expect(isMoreUrgent(fired, urgency)).toBe(false)
        expect(followUp({ text }, given.toReversed()).verdict.urgency).toBe(urgency)
      }),
      { numRuns: 60 },
    )
  })

  test('"not sure" is as much as "yes"', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), answers, (text, given) => {
        const sure = given.map(({ question }) => ({ question, answer: 'yes' as const }))
        const unsure = given.map(({ question }) => ({ question, answer: 'not_sure' as const }))
        expect(followUp({ text }, unsure).verdict.urgency).toBe(followUp({ text }, sure).verdict.urgency)
      }),
      { numRuns: 60 },
    )
  })
})

describe('understanding-D28, D32, D34 what comes next', () => {
  test('what could be an emergency is asked about, most excluding first; what could not is advised on', () => {
    expect(decideStep(aMoment(breath.text))).toEqual({ does: 'ask', question: firstAsked, isAgain: false })
    expect(decideStep(aMoment('my knee hurts for 4 days'))).toEqual({ does: 'advise', urgency: 'routine' })
    expect(decideStep(aMoment('I have a headache'))).toMatchObject({ does: 'ask', question: { id: 'neuro-sudden' } })
    expect(decideStep(aMoment('hay fever every spring, itchy eyes'))).toEqual({ does: 'advise', urgency: 'self_care' })
    expect(decideStep(aMoment('runny nose since yesterday'))).toEqual({ does: 'advise', urgency: 'self_care' })
    expect(decideStep(aMoment('When do you open?'))).toEqual({ does: 'nothing' })
    expect(decideStep(aMoment('What are the signs of a stroke?'))).toEqual({ does: 'nothing' })
  })

  test('an emergency is asked nothing', () => {
    expect(decideStep(aMoment('crushing chest pain and I cannot breathe'))).toEqual({ does: 'nothing' })
    expect(decideStep(aMoment(breath.text, { urgency: 'emergency' }))).toEqual({ does: 'nothing' })
  })

  test('a person, another language and danger silence it', () => {
    for (const over of [
      { isPersonThere: true },
      { isSpoken: false },
      { crisis: { kinds: ['self_harm'], level: 'possible' } },
      { crisis: { kinds: ['abuse_partner'], level: 'past' } },
    ] as const)
      expect(decideStep(aMoment(breath.text, over as Partial<Moment>))).toEqual({ does: 'nothing' })
  })

  test('without a signature nothing is asked or advised, and care at home is left to a nurse, once', () => {
    const unsigned = (text: string, over: Partial<Moment> = {}) =>
      decideStep({
        ...aMoment(text),
        isSigned: false,
        verdict: understand({ text }, { signed: false }).triage,
        ...over,
      })
    expect(unsigned('runny nose since yesterday')).toEqual({ does: 'nurse' })
    expect(unsigned('runny nose since yesterday', { advised: 'nurse' })).toEqual({ does: 'nothing' })
    expect(unsigned(breath.text)).toEqual({ does: 'nothing' })
  })

  test('care at home is not told to whom the engine is not sure of, nor by a fact of the record', () => {
    const mild = understand({ text: 'runny nose since yesterday' }).triage
    expect(decideStep(aMoment('runny nose', { verdict: { ...mild, unsure: true } }))).toEqual({ does: 'nothing' })
    expect(decideStep(aMoment('runny nose since yesterday', { urgency: 'routine' }))).toEqual({ does: 'advise', urgency: 'routine' }) // prettier-ignore
  })

  test('what is not understood is asked once more, then a nurse is called; the wish for a person ends the questions', () => {
    const waiting = { question: firstAsked!, tries: 1 }
    expect(decideStep(aMoment('blue', { waiting }))).toEqual({ does: 'ask', question: firstAsked, isAgain: true })
    expect(decideStep(aMoment('blue', { waiting: { ...waiting, tries: TRIES_MAX } }))).toEqual({ does: 'call-nurse' })
    expect(decideStep(aMoment('a person please', { waiting, wantsPerson: true }))).toEqual({ does: 'person' })
  })

  test('the same advice is not said twice', () => {
    const moment = aMoment('hay fever every spring, itchy eyes')
    const advised = adviceMark(moment.urgency, moment.verdict)
    expect(decideStep({ ...moment, advised })).toEqual({ does: 'nothing' })
    expect(decideStep({ ...moment, advised, urgency: 'soon' })).toEqual({ does: 'advise', urgency: 'soon' })
  })
})

test('understanding-D32, D57 the words are plain, say what they are, name the number, and end a question with its answers', () => {
  const advice = (language: string) => adviceFor(understand(breath).triage, { language, number: '911' })!
  for (const language of ASKED_IN) {
    const all: Words[] = [
      { says: 'question', question: firstAsked!, isAgain: false },
      { says: 'question', question: firstAsked!, isAgain: true },
      { says: 'advice', advice: advice(language), phone: '555-0100' },
      { says: 'person' },
      { says: 'nurse' },
    ]
    const first = { language, emergencyNumber: '911', isFirst: true, feels: 'anxious' } as const
    const texts = all.map((words) => wordsOf(words, first))
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect([text, text.includes('911')]).toEqual([text, true])
    expect(readability(texts.join('\n\n').replaceAll(/\d+/g, 'it'), language).grade).toBeLessThanOrEqual(6)
    const [yes, no, unsure] = ANSWER_CHOICES[language]
    for (const text of texts.slice(0, 2)) expect(text).toMatch(new RegExp(`${yes}, ${no}, (or|o) ${unsure}\\.$`))
    expect(wordsOf(all[2]!, { ...first, isFirst: false, feels: null })).toContain('555-0100')
  }
  expect(wordsOf({ says: 'question', question: firstAsked!, isAgain: false }, { language: 'en', emergencyNumber: '911', isFirst: false, feels: 'upset' })).toBe(`${firstAsked!.en}\nPlease answer: Yes, No, or Not sure.`) // prettier-ignore
})

test.each(ASKED_IN)(
  'understanding-D28 D70 each question and each advice is one text message, whole, and keeps its safety net (%s)',
  (language) => {
    const around = { language, emergencyNumber: '911', isFirst: true, feels: null } as const
    for (const question of families.flatMap(({ questions = [] }) => questions))
      for (const isAgain of [false, true]) {
        const text = smsWordsOf({ says: 'question', question, isAgain }, around)
        expect(text.length, question.id).toBeLessThanOrEqual(SMS_MAX)
        expect(text).toContain(question[language])
      }
    for (const key of Object.keys(adviceTexts) as (keyof typeof adviceTexts)[])
      for (const urgency of ['urgent', 'soon', 'routine', 'self_care'] as const) {
        const verdict = { urgency, advice_key: key, subject: 'self', unsure_because: [] } as const
        const advice = adviceFor({ ...verdict, unsure_because: [] }, { language, number: '911' })
        if (!advice) throw new Error(`no advice for ${key}`)
        const text = smsWordsOf({ says: 'advice', advice, phone: '(617) 555-0101' }, { ...around, isFirst: false })
        expect(text.length, key).toBeLessThanOrEqual(SMS_MAX)
        expect(text, key).toContain('911')
        expect(text, key).toContain(advice.howSoon[0])
      }
  },
)

import { describe, expect, test } from 'vitest'
import { understand } from '#engines/understanding/understand.ts'
import { families } from './families/index.ts'
import { followUp, QUESTION_LIMIT_SMS } from './follow-up.ts'
import { compileRule, firedBy } from './protocol.ts'
import { QUESTION_LIMIT } from './triage.ts'
import { isMoreUrgent } from './verdict.ts'

const rules = families.flatMap((family) => family.rules.map((rule) => compileRule(family, rule)))
const questions = families.flatMap((family) => family.questions ?? [])

test('understanding-D28 every urgent rule has questions, at most four', () => {
  const urgent = rules.filter(({ outcome }) => outcome === 'urgent')
  expect(urgent.filter(({ ask = [] }) => ask.length === 0 || ask.length > QUESTION_LIMIT).map(({ id }) => id)).toEqual([]) // prettier-ignore
  expect(families.filter(({ ask = [] }) => ask.length > QUESTION_LIMIT).map(({ id }) => id)).toEqual([])
})

test('understanding-D28 a "yes" to the first question of an urgent rule makes an emergency', () => {
  const emergencies = rules.filter(({ outcome }) => outcome === 'emergency')
  const idle = rules
    .filter(({ outcome, ask = [] }) => outcome === 'urgent' && ask.length > 0)
    .filter(({ needs, ask = [] }) => {
      const about = questions.find(({ id }) => id === ask[0])?.about ?? ''
      const holds = new Set([...needs.flat(), about, 'any-symptom'])
      return !emergencies.some((rule) => rule.needs.flat().includes(about) && firedBy(rule, holds))
    })
  expect(idle.map(({ id, ask = [] }) => [id, ask[0]])).toEqual([])
})

describe('understanding-D28 one question at a time', () => {
  const open = { text: 'I have been short of breath today' }

  test('the next one comes until an emergency is sure or four were asked', () => {
    const first = followUp(open, [])
    expect(first.verdict.could_be).toBe('emergency')
    const yes = followUp(open, [{ question: first.next!.id, answer: 'yes' }])
    expect([yes.verdict.urgency, yes.next]).toEqual(['emergency', null])
    const unsure = followUp(open, [{ question: first.next!.id, answer: 'not_sure' }])
    expect(unsure.verdict.urgency).toBe('emergency')

    const answers: { question: string; answer: 'no' }[] = []
    for (let step = followUp(open, answers); step.next; step = followUp(open, answers)) answers.push({ question: step.next.id, answer: 'no' }) // prettier-ignore
    expect(answers.length).toBeGreaterThan(1)
    expect(answers.length).toBeLessThanOrEqual(QUESTION_LIMIT)
    expect(new Set(answers.map(({ question }) => question)).size).toBe(answers.length)
    // All denied: what was open is closed, what had fired stays.
    expect(followUp(open, answers).verdict).toMatchObject({ urgency: 'urgent', could_be: 'urgent' })
  })

  test('two by text message', () => {
    const [one, two] = followUp(open, []).verdict.questions
    const answers = [one!, two!].map(({ id }) => ({ question: id, answer: 'no' as const }))
    const { next } = followUp(open, answers, { most: QUESTION_LIMIT_SMS })
    expect(next).toBeNull()
    expect(followUp(open, answers).next).not.toBeNull()
  })

  test('an unknown question changes nothing', () => {
    expect(followUp(open, [{ question: 'no-such', answer: 'yes' }]).verdict.urgency).toBe('urgent')
  })

  test('understanding-D27 a "no" takes no fired rule away', () => {
    const text = 'crushing chest pain'
    const denied = questions.map(({ id }) => ({ question: id, answer: 'no' as const }))
    expect(followUp({ text }, denied).verdict.urgency).toBe('emergency')
  })
})

test('understanding-D27 no answer lowers a verdict', () => {
  for (const text of ['I have been short of breath today', 'my ankle is swollen', 'runny nose', 'cancel my visit']) {
    const before = followUp({ text }, []).verdict.urgency
    for (const { id } of questions)
      for (const answer of ['yes', 'no', 'not_sure'] as const)
        expect([text, id, isMoreUrgent(before, followUp({ text }, [{ question: id, answer }]).verdict.urgency)]).toEqual([text, id, false]) // prettier-ignore
  }
})

describe('understanding-D34 an unsigned protocol', () => {
  const read = (text: string, signed: boolean) => understand({ text }, { signed }).triage

  test('leaves nothing to self-care: soon, and a nurse', () => {
    expect(read('runny nose since yesterday', true).urgency).toBe('self_care')
    const unsigned = read('runny nose since yesterday', false)
    expect([unsigned.urgency, unsigned.message_urgency, unsigned.unsure_because]).toEqual(['soon', 'soon', ['protocol_not_signed']]) // prettier-ignore
    expect(unsigned.reason).toContain('a nurse should look')
  })

  test('changes nothing else', () => {
    for (const text of ['crushing chest pain', 'cough with fever for four days', 'cancel my visit', 'I want to die'])
      expect([text, read(text, false)]).toEqual([text, read(text, true)])
  })
})

describe('understanding-D29 what may hide a danger is asked about before it is left to self-care', () => {
  test.each(['headache since this morning', 'heartburn after pizza', 'my back hurts', 'I have had diarrhea since yesterday', 'me duele la cabeza'])(
    '%s',
    (text) => {
      const { verdict, next } = followUp({ text }, [])
      expect(next).not.toBeNull()
      expect(verdict.could_be).toBe('emergency')
      const answers = verdict.questions.map(({ id }) => ({ question: id, answer: 'no' as const }))
      expect(followUp({ text }, answers)).toMatchObject({ next: null, verdict: { urgency: verdict.urgency } })
      expect(followUp({ text }, [{ question: next!.id, answer: 'yes' }]).verdict.urgency).not.toBe('self_care')
    },
  ) // prettier-ignore

  test.each(['hay fever every spring, itchy eyes and sneezing', 'a wart on my finger'])('a mild picture told in full asks nothing: %s', (text) => {
    expect(followUp({ text }, []).verdict).toMatchObject({ urgency: 'self_care', questions: [] })
  }) // prettier-ignore
})

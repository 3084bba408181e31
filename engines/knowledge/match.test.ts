import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusterOf, clusterWords } from './cluster.ts'
import { ANSWER_MIN, chooseAnswer, likeness, scoreCandidates, type Candidate } from './match.ts'
import { questionWords } from './question-words.ts'

const article = (id: string, title: string, questions: string[], body: string): Candidate => ({
  id,
  title,
  questions,
  body,
})
const PARKING = article(
  'parking',
  'Parking',
  ['Where can I park?', 'Is parking free?', 'Do you have a garage?'],
  'Park behind the clinic. It is free.',
)
const REFILL = article(
  'refill',
  'Refills',
  ['How do I get a refill?', 'I am out of my medicine', 'Can you renew my prescription?'],
  'Ask in the portal.',
)
const HOURS = article(
  'hours',
  'Opening hours',
  ['When are you open?', 'What are your hours?', 'Are you open on Saturday?'],
  'We open at eight.',
)
const SHELF = [PARKING, REFILL, HOURS]

const ask = (question: string, shelf = SHELF) => chooseAnswer(scoreCandidates(question, shelf), shelf)
const winner = (question: string, shelf = SHELF) => {
  const choice = ask(question, shelf)
  return choice.kind === 'answer' ? choice.best.id : choice.kind
}

test('understanding-D82 a way of asking that is written down scores 1', () => {
  expect(scoreCandidates('where can i park', SHELF)[0]).toMatchObject({
    id: 'parking',
    score: 1,
    nearest: 'Where can I park?',
  })
})

test.each([
  ['Hi, where do I leave my car? Is there parking?', 'parking'],
  ['is it free to park??', 'parking'],
  ['I need to renew my meds', 'refill'],
  ['perscription refill please', 'refill'],
  ['what time do you close', 'hours'],
  ['are you guys open this saturday?', 'hours'],
  ['do you sell lottery tickets', 'unknown'],
  ['my neighbour plays the trumpet at night', 'unknown'],
  ['', 'unknown'],
  ['the of and', 'unknown'],
])('understanding-D58 "%s" is answered by %s', (question, expected) => {
  expect(winner(question)).toBe(expected)
})

test('understanding-D58 two articles that answer one question differently are told as such; the same words twice are one answer', () => {
  const other = article(
    'parking-2',
    'Where to park',
    ['Where can I park?', 'Where do I leave my car?', 'Parking'],
    'There is no parking here.',
  )
  expect(ask('Where can I park?', [...SHELF, other])).toMatchObject({
    kind: 'disagree',
    rivals: [{ score: 1 }, { score: 1 }],
  })
  expect(winner('Where can I park?', [...SHELF, { ...other, body: PARKING.body }])).toBe('parking')
})

test('understanding-D82 it is told what counted: the nearest way of asking, the words that are there and those that are not', () => {
  const [best] = scoreCandidates('refill for my dog', SHELF)
  expect(best).toMatchObject({
    id: 'refill',
    nearest: expect.stringContaining('efill'),
    matched: ['refill'],
    missing: ['dog'],
  })
})

test('understanding-D1 D2 any text is safe, gives the same twice, and a score lies between 0 and 1', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.string({ maxLength: 60 }), { maxLength: 4 }),
      (question, ways) => {
        const shelf = [...SHELF, article('any', ways[0] ?? '', ways, question)]
        const scored = scoreCandidates(question, shelf)
        expect(scoreCandidates(question, shelf)).toEqual(scored)
        for (const { score } of scored) expect(score >= 0 && score <= 1).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})

test('understanding-D82 the order in which articles are brought does not matter', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(SHELF, { minLength: 3 }),
      fc.constantFrom('park', 'open on a saturday', 'renew pills'),
      (shelf, question) => {
        expect(scoreCandidates(question, shelf)).toEqual(scoreCandidates(question, SHELF))
      },
    ),
  )
})

test('understanding-D83 questions that are alike lie together, each where it first lay', () => {
  const questions = [
    'Do you take walk-ins for flu shots?',
    'flu shot walk in ok?',
    'Can I bring my dog?',
    'is a dog allowed to come in',
    'Do you have a gift shop?',
  ]
  const gather = () => {
    const leaders: { id: string; words: string[] }[] = []
    return questions.map((question, n) => {
      const words = clusterWords(question)
      const id = clusterOf(words, leaders)
      if (id === undefined) leaders.push({ id: String(n), words })
      return id ?? String(n)
    })
  }
  expect(gather()[1]).toBe('0')
  expect(gather()[2]).toBe('2')
  expect(gather()[4]).toBe('4')
  expect(gather()).toEqual(gather())
})

test('small words say nothing, and words that mean the same are one', () => {
  expect(questionWords('How do I get my meds, please?')).toEqual(questionWords('medicine'))
  expect(questionWords('¿Dónde puedo estacionar?')).toEqual(questionWords('estacionamiento'))
  expect(likeness(['a'], [])).toBe(0)
  expect(ANSWER_MIN).toBeGreaterThan(0.5)
})

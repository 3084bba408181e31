import { describe, expect, test } from 'vitest'
import {
  ALLOWED,
  ARTICLE_STATES,
  faultsOf,
  gradeOf,
  latestExpiry,
  mayDo,
  toldOf,
  type ArticleContent,
  type ArticleText,
} from './article.ts'

const TODAY = '2026-03-02'
const PLAIN =
  'You can park for free in the lot behind the clinic. Drive in from Harbor Street and take a ticket. Show the ticket at the front desk. We stamp it for you. Then the gate will let you out.'
const HARD =
  'Complimentary parking accommodation is available to individuals presenting for scheduled ambulatory consultations, provided that validation documentation is obtained from registration personnel prior to departure from the facility.'

const aText = (over: Partial<ArticleText> = {}): ArticleText => ({
  language: 'en',
  title: 'Parking',
  body: PLAIN,
  questions: ['Where can I park?', 'Is parking free?', 'Do you have a parking lot?'],
  isMachine: false,
  isChecked: false,
  ...over,
})
const anArticle = (over: Partial<ArticleContent> = {}): ArticleContent => ({
  kind: 'administrative',
  audience: ['visitor'],
  siteIds: [],
  sources: [{ title: 'Visit us', url: 'https://clinic.example/visit' }],
  expiresOn: '2027-03-02',
  waiverReason: null,
  texts: [aText()],
  ...over,
})
const problemsOf = (over: Partial<ArticleContent>) => faultsOf(anArticle(over), TODAY).map(({ problem }) => problem)

test('understanding-D81 an article with everything may be published', () => {
  expect(faultsOf(anArticle(), TODAY)).toEqual([])
})

test.each<[string, Partial<ArticleContent>]>([
  ['no-title', { texts: [aText({ title: ' ' })] }],
  ['no-body', { texts: [aText({ body: ' ' })] }],
  ['few-questions', { texts: [aText({ questions: ['Where can I park?', 'where can i park? ', 'Is it free?'] })] }],
  ['no-audience', { audience: [] }],
  ['no-source', { sources: [] }],
  ['bad-source', { sources: [{ title: 'x', url: 'http://clinic.example' }] }],
  ['no-expiry', { expiresOn: null }],
  ['expiry-past', { expiresOn: '2026-03-01' }],
  ['expiry-far', { expiresOn: '2028-03-03' }],
  ['too-hard', { texts: [aText({ body: HARD.repeat(2) })] }],
  ['waiver-clinical-only', { waiverReason: 'It has to be said so.' }],
  ['no-text', { texts: [aText({ isMachine: true })] }],
])('understanding-D80 D81 it is kept back for %s', (problem, over) => {
  expect(problemsOf(over)).toContain(problem)
})

test('understanding-D80 a clinical article ends within 12 months, another within 24', () => {
  expect(latestExpiry('clinical', '2026-03-02')).toBe('2027-03-02')
  expect(latestExpiry('administrative', '2026-02-28')).toBe('2028-02-28')
  expect(latestExpiry('clinical', '2024-02-29')).toBe('2025-02-28')
  expect(problemsOf({ kind: 'clinical', expiresOn: '2027-03-03' })).toEqual(['expiry-far'])
})

describe('understanding-D81 reading level', () => {
  const SEVENTH =
    'A blood test can show how your kidneys and your liver are working on that day. You may need to stop eating for several hours before the test is taken. Water is usually allowed during this time. Ask your nurse which of your medicines you should be taking that morning. Bring something to eat for afterwards, because many people are very hungry.'

  test('English is measured by Flesch-Kincaid: up to 6 plain, up to 8 with a reason where it is clinical', () => {
    expect(gradeOf(PLAIN, 'en')).toMatchObject({ measure: 'flesch-kincaid', verdict: 'plain', limit: 6 })
    expect(gradeOf(SEVENTH, 'en').verdict).toBe('waivable')
    expect(gradeOf(HARD.repeat(2), 'en').verdict).toBe('hard')
    const texts = [aText({ body: SEVENTH })]
    expect(problemsOf({ texts })).toEqual(['too-hard'])
    expect(problemsOf({ texts, kind: 'clinical', expiresOn: '2027-03-01' })).toEqual(['needs-waiver'])
    const waived = { texts, kind: 'clinical', expiresOn: '2027-03-01', waiverReason: 'The names are needed.' } as const
    expect(problemsOf(waived)).toEqual([])
    expect(problemsOf({ ...waived, texts: [aText({ body: HARD.repeat(2) })] })).toEqual(['too-hard'])
  })

  test('Spanish by Fernández-Huerta from 70 on, other languages by words per sentence, few words by each sentence', () => {
    const spanish =
      'Puede dejar su carro gratis en el lote de atrás. Entre por la calle Harbor y tome un boleto. Muestre el boleto en la entrada. Ahí se lo sellamos. Luego la puerta se abre y usted puede salir.'
    expect(gradeOf(spanish, 'es')).toMatchObject({ measure: 'fernandez-huerta', verdict: 'plain', limit: 70 })
    expect(gradeOf('Bạn có thể đậu xe miễn phí. '.repeat(8), 'vi')).toMatchObject({
      measure: 'words-per-sentence',
      verdict: 'plain',
    })
    expect(gradeOf('We are open on Monday.', 'en')).toMatchObject({ measure: 'short', verdict: 'plain' })
    expect(gradeOf(HARD, 'en')).toMatchObject({ measure: 'short', verdict: 'hard' })
  })

  test('hard sentences are named where they stand in the body, also behind the mark of the short form', () => {
    const body = `Short and plain.\n---\n${HARD}`
    const [sentence] = gradeOf(body, 'en').hardSentences
    expect(body.slice(...(sentence?.span ?? [0, 0])).trim()).toBe(HARD)
  })
})

test('understanding-D81 a machine’s text is left out until it was checked, and its faults with it', () => {
  const machine = aText({ language: 'es', isMachine: true, questions: [] })
  expect(problemsOf({ texts: [aText(), machine] })).toEqual([])
  expect(problemsOf({ texts: [aText(), { ...machine, isChecked: true }] })).toEqual(['few-questions'])
})

test('understanding-D58 an answer is shortened at the marked place only', () => {
  expect(toldOf('One. Two.')).toEqual({ text: 'One. Two.', short: null })
  expect(toldOf('One.\n---\nTwo.')).toEqual({ text: 'One.\n\nTwo.', short: 'One.' })
})

test('what may be done in which state; from the last two nothing leads on', () => {
  const allowed = ARTICLE_STATES.map((state) => Object.keys(ALLOWED).filter((step) => mayDo(step as 'save', state)))
  expect(allowed).toEqual([['save', 'submit'], ['return', 'approve'], ['publish'], ['withdraw', 'expire'], [], []])
})

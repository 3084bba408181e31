import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, Decision } from './decide-turn.ts'
import { SPOKEN_KINDS, SPOKEN_WORDS_MAX, spokenOf, spokenRequestOf } from './spoken.ts'
import { TASKS } from './task-kinds.ts'
import { SPOKEN } from './texts.ts'

const anAnswer = (over: Partial<Answer> = {}): Answer => ({
  articleId: 'a',
  version: 1,
  text: 'We are open from 8 to 5.',
  shortText: null,
  title: 'Our hours',
  link: 'https://clinic.example/hours',
  reviewedOn: '2026-02-01',
  ...over,
})
const said = (answer: Answer, language: 'en' | 'es' = 'en') =>
  spokenOf({ does: 'answer', lines: [{ says: 'intro' }, { says: 'answer', answer }] }, language, () => 'February 1')

const LONG = 'word '.repeat(SPOKEN_WORDS_MAX + 1)

describe('understanding-D70 what is said on the telephone', () => {
  test('an approved text, and plainly where it is from', () => {
    expect(said(anAnswer())).toEqual({
      does: 'answer',
      say: ['We are open from 8 to 5.', 'This is from our page Our hours. Our team checked it on February 1.'],
    })
  })

  test.each([
    ['a long text up to the mark of its author', { text: LONG, shortText: 'We open at 8.' }, 'We open at 8.'],
    ['a long text without a mark', { text: LONG }, 'The answer is long'],
    ['an address of a page', { text: 'See https://clinic.example.' }, 'The answer is long'],
    ['signs of layout', { text: '| Monday | 8 to 5 |' }, 'The answer is long'],
  ] as const)('%s', (_name, over, words) => {
    expect(said(anAnswer(over))?.say[0]).toContain(words)
  })

  test('what is brought to a person, or is a request, is not spoken', () => {
    for (const does of ['hand-off', 'collect', 'done', 'nothing'] as const)
      expect(spokenOf({ does, lines: [{ says: 'person-reads' }] }, 'en', String)).toBeNull()
  })

  test('each thing that is said is short, and holds no address, whatever an article says', () => {
    const answers = fc.record({ text: fc.string({ unit: 'grapheme' }), shortText: fc.option(fc.string()) })
    const words = (text: string) => text.split(/\s+/).filter(Boolean).length
    fc.assert(
      fc.property(answers, fc.constantFrom('en', 'es'), (over, language) => {
        const say = said(anAnswer(over), language as 'en')?.say ?? []
        expect(say.every((text) => words(text) <= SPOKEN_WORDS_MAX && !text.includes('clinic.example'))).toBe(true)
      }),
    )
  })

  test('it is asked once more in few words', () => {
    const asked: Decision['lines'] = [{ says: 'topics' }]
    expect(spokenOf({ does: 'ask', lines: asked }, 'en', String)?.say.join(' ')).toContain('press 0 for a person')
    expect(spokenOf({ does: 'ask', lines: asked }, 'es', String)?.say.join(' ')).toContain('marque 0')
  })
})

describe('understanding-D70 a request on the telephone', () => {
  const confirm = { tells: 'confirm', kind: 'book', slots: [{ name: 'reason', shown: 'a rash | <b>on</b> my arm https://x.example' }] } as const // prettier-ignore

  test.each(SPOKEN)(
    '%s: every slot that is asked has a short question, and a turn of one has at most 25 words',
    (language) => {
      for (const kind of SPOKEN_KINDS)
        for (const slot of TASKS[kind].asks) {
          const lines = [{ says: 'task', task: { tells: 'begin', kind } }, { says: 'task', task: { tells: 'ask', slot } }] as const // prettier-ignore
          const spoken = spokenRequestOf({ does: 'collect', reason: null, lines }, language)
          expect([kind, slot, spoken === null]).toEqual([kind, slot, false])
          expect(spoken?.say.join(' ').split(' ').length, spoken?.say.join(' ')).toBeLessThanOrEqual(25)
        }
    },
  )

  test('what was said is said back without signs of layout, and the keys of a yes with it', () => {
    const spoken = spokenRequestOf({ does: 'collect', reason: null, lines: [{ says: 'task', task: confirm }], choices: ['Yes', 'No', 'Stop'] }, 'en') // prettier-ignore
    expect(spoken).toEqual({
      does: 'collect',
      say: ['This is your request.', 'Reason: a rash b on b my arm.', 'Shall I send it to our team? Press 1 for yes. 2 to change it. 3 to stop.'],
    }) // prettier-ignore
  })

  test('a choice is offered by its key; what the telephone has no words for is a person’s', () => {
    const ask = { says: 'task', task: { tells: 'ask', slot: 'who' } } as const
    expect(spokenRequestOf({ does: 'collect', reason: null, lines: [ask], choices: ['For me', 'For my child'] }, 'en')?.say).toEqual([
      'Who is the visit for?', 'Press 1: For me.', 'Press 2: For my child.',
    ]) // prettier-ignore
    const papers = { says: 'task', task: { tells: 'ask', slot: 'papers' } } as const
    expect(spokenRequestOf({ does: 'collect', reason: null, lines: [papers] }, 'en')).toBeNull()
    const takes = { says: 'task', task: { tells: 'person-takes' } } as const
    expect(spokenRequestOf({ does: 'hand-off', reason: 'task', lines: [takes] }, 'en')).toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import { readability } from '#engines/plain-words/readability.ts'
import { adviceFor, type Advice } from './advice.ts'
import { adviceTexts } from './advice-texts.ts'
import { families } from './families/index.ts'
import { triage } from './triage.ts'
import { URGENCIES, type Subject, type TriageVerdict } from './verdict.ts'

const keys = Object.keys(adviceTexts)
const outcomes = URGENCIES.filter((urgency) => urgency !== 'not_clinical')
const subjects: Subject[] = ['self', 'child', 'named_other']

const verdict = (urgency: TriageVerdict['urgency'], key: string, subject: Subject) => ({ urgency, advice_key: key, subject, unsure_because: [] }) // prettier-ignore
const textOf = (advice: Advice) => [...advice.howSoon, ...advice.toDo, ...advice.avoid, advice.callIf ?? ''].join(' ')

test('understanding-D32 every rule has a text of its own for its advice', () => {
  const named = new Set(families.flatMap(({ rules }) => rules.map(({ advice }) => advice)))
  expect([...named].filter((key) => !keys.includes(key))).toEqual([])
})

describe('understanding-D32, D42 every text for every outcome and subject', () => {
  const all = ['en', 'es'].flatMap((language) =>
    keys.flatMap((key) =>
      outcomes.flatMap((urgency) =>
        subjects.map((subject) => ({
          key,
          urgency,
          subject,
          language,
          advice: adviceFor(verdict(urgency, key, subject), { language, number: '911' })!,
        })),
      ),
    ),
  )

  test('is at grade 6 or lower', () => {
    const hard = all
      .map(({ key, urgency, subject, language, advice }) => {
        const grade = readability(textOf(advice).replace(/\d+/g, 'it'), language).grade ?? 99
        return [key, urgency, subject, language, grade] as const
      })
      .filter(([, , , , grade]) => grade > 6)
    expect(hard).toEqual([])
  })

  test('has no mark left, and no sentence of more than 24 words', () => {
    for (const { key, advice } of all) {
      const text = textOf(advice)
      expect([key, /[[\]{}|]/.test(text)]).toEqual([key, false])
      expect([key, text.split(/[.?!]/).filter((each) => each.trim().split(/\s+/).length > 24)]).toEqual([key, []])
    }
  })

  test('says when to call unless it begins with the call', () => {
    for (const { key, urgency, advice } of all) {
      expect([key, urgency, advice.callIf?.includes('911') ?? advice.howSoon[0]?.includes('911')]).toEqual([key, urgency, true]) // prettier-ignore
      expect([key, advice.callIf === null]).toEqual([key, urgency === 'emergency'])
      expect(advice.source.url).toMatch(/^https:/)
    }
  })
})

test('understanding-D32 the text speaks of whoever is ill', () => {
  const asked = { language: 'en', number: '911' }
  expect(adviceFor(triage({ text: 'my baby is limp' }), asked)!.toDo.join(' ')).toContain('your child')
  expect(adviceFor(triage({ text: 'my neighbor is having a seizure' }), asked)!.toDo.join(' ')).not.toContain('your child') // prettier-ignore
  expect(adviceFor(verdict('urgent', 'breathing', 'self'), asked)!.howSoon[0]).toBe('You need care today.')
  expect(adviceFor(verdict('urgent', 'breathing', 'child'), asked)!.howSoon[0]).toBe('Your child needs care today.')
  expect(adviceFor(verdict('urgent', 'breathing', 'child'), { language: 'es', number: '911' })!.howSoon[0]).toBe('Su hijo o hija necesita atención hoy.') // prettier-ignore
})

test('understanding-D32 where there is nothing to advise, or no reviewed language, there is no text', () => {
  expect(adviceFor(triage({ text: 'cancel my appointment' }), { language: 'en', number: '911' })).toBeNull()
  expect(adviceFor(triage({ text: 'my chest hurts' }), { language: 'vi', number: '911' })).toBeNull()
})

test('understanding-D34 without a signature nobody is told to get better at home', () => {
  const calm = { ...verdict('soon', 'cold', 'self'), unsure_because: ['protocol_not_signed' as const] }
  expect(adviceFor(calm, { language: 'en', number: '911' })!.howSoon).toEqual(['A nurse will look at this.'])
})

import { expect, test } from 'vitest'
import { QUESTIONS_MIN } from '#engines/knowledge/article.ts'
import { TEMPLATE_QUESTIONS } from './template-questions.ts'

test('understanding 4: twenty questions in each language, each ready to be asked in three ways, and no two alike', () => {
  for (const templates of Object.values(TEMPLATE_QUESTIONS)) {
    expect(templates).toHaveLength(20)
    expect(new Set(templates.map(({ title }) => title)).size).toBe(20)
    const questions = templates.flatMap((template) => template.questions)
    expect(new Set(questions).size).toBe(questions.length)
    for (const template of templates) expect(template.questions.length).toBeGreaterThanOrEqual(QUESTIONS_MIN)
  }
})

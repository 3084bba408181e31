import { describe, expect, test } from 'vitest'
import { buildLexicon } from '#engines/text/phrase-matcher.ts'
import { addAgeTerms } from './facts.ts'
import { families } from './families/index.ts'
import { foreignPhraseCount } from './foreign-phrases.ts'
import { foreignLists } from './foreign-lists.ts'
import { sources } from './sources.ts'
import { wordClasses } from './word-classes.ts'

const concepts = families.flatMap((family) => family.concepts)
const rules = families.flatMap((family) => family.rules)
const redFlags = concepts.filter(({ kind }) => kind === 'red_flag')

/** Terms that facts.ts and triage.ts derive; every other term of a rule is a concept. */
const ages = new Set<string>()
for (const months of [1, 6, 24, 48, 100, 300, 400, 500, 620, 800]) addAgeTerms(ages, months)
const terms = new Set([
  ...concepts.map(({ id }) => id),
  ...ages,
  'age-under-1-said',
  'not-copd',
  'not-adult',
  'any-symptom',
  'fever-borne',
])

test('understanding-D20 the written knowledge is large enough, and no id stands twice', () => {
  expect(redFlags.length).toBeGreaterThanOrEqual(250)
  expect(concepts.length - redFlags.length).toBeGreaterThanOrEqual(250)
  expect(rules.length).toBeGreaterThanOrEqual(250)
  expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length)
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
})

test('understanding-D20 a rule asks only for terms that exist, and a question is about a concept', () => {
  const asked = rules.flatMap(({ id, when }) => when.split(/ \+ |\|/).map((term) => [id, term] as const))
  expect(asked.filter(([, term]) => !terms.has(term))).toEqual([])
  const questions = families.flatMap((family) => family.questions ?? [])
  expect(questions.filter(({ about }) => !terms.has(about))).toEqual([])
  const known = new Set(questions.map(({ id }) => id))
  expect(rules.flatMap(({ ask }) => ask ?? []).filter((id) => !known.has(id))).toEqual([])
})

test('understanding-D31 every rule names a public page with publisher and link; a day only where it was opened', () => {
  for (const { id, source } of rules) {
    expect([id, sources[source].url.startsWith('https://')]).toEqual([id, true])
    expect(sources[source].publisher).not.toBe('')
    expect(sources[source].retrieved_on === null || /^\d{4}-\d\d-\d\d$/.test(sources[source].retrieved_on)).toBe(true)
  }
})

describe('understanding-D21 a red flag has at least 15 lay forms in each language', () => {
  test.each(['en', 'es'] as const)('%s', (language) => {
    const sizes = redFlags.map((concept) => [
      concept.id,
      buildLexicon([{ key: concept.id, phrases: concept[language] }], wordClasses, new Set()).sizes[0]!,
    ])
    expect(sizes.filter(([, size]) => Number(size) < 15)).toEqual([])
  })
})

test('understanding-D21 emergency phrases in further languages are there', () => {
  for (const language of Object.keys(foreignLists)) {
    expect([language, foreignPhraseCount(language) >= 60]).toEqual([language, true])
  }
})

test('understanding-D28 a question is short and plain', () => {
  for (const { en, es } of families.flatMap((family) => family.questions ?? [])) {
    expect(en.split(' ').length).toBeLessThanOrEqual(24)
    expect(es.split(' ').length).toBeLessThanOrEqual(24)
    expect(en).toMatch(/\?$/)
    expect(es).toMatch(/^¿.*\?$/)
  }
})

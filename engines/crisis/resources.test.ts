import { describe, expect, test } from 'vitest'
import { readability } from '#engines/plain-words/readability.ts'
import { SERVED_LANGUAGES } from '#engines/language/language.ts'
import {
  crisisText,
  emergencyNumberOf,
  emergencyNumbers,
  emergencyText,
  overdueResources,
  crisisResources,
  isReviewed,
  spokenEmergencyText,
} from './resources.ts'
import { CRISIS_KINDS } from './verdict.ts'

const sets = [[], ...CRISIS_KINDS.map((kind) => [kind])]

test('understanding-D38 US texts name 911 in every language, and 988 for a life in danger', () => {
  for (const language of SERVED_LANGUAGES) {
    for (const kinds of sets) expect([language, kinds, emergencyText({ language, country: 'US', kinds }).includes('911')]).toEqual([language, kinds, true])
  }
  expect(emergencyText({ language: 'en', country: 'US', kinds: ['self_harm'] })).toContain('call 988')
  expect(emergencyText({ language: 'es', country: 'US', kinds: ['suicide_plan'] })).toContain('988 y oprima 2')
  expect(emergencyText({ language: 'en', country: 'US', kinds: ['abuse_partner'] })).toContain('1-800-799-7233')
  expect(emergencyText({ language: 'en', country: 'US', kinds: ['abuse_child'] })).toContain('1-800-422-4453')
  expect(emergencyText({ language: 'en', country: 'US', kinds: ['sexual_assault'] })).toContain('1-800-656-4673')
}) // prettier-ignore

test('understanding-D38 a country without data gets words, never a wrong number', () => {
  expect(emergencyNumberOf('ZZ')).toBe('your local emergency number')
  expect(emergencyNumbers({ country: 'ZZ', kinds: ['self_harm'], language: 'en' })).toEqual([])
  for (const language of SERVED_LANGUAGES) {
    for (const kinds of sets)
      expect(emergencyText({ language, country: 'ZZ', kinds })).not.toMatch(/\d{2}|[{}]|undefined/)
  }
})

test('understanding-D38 numbers of another country never appear', () => {
  expect(emergencyText({ language: 'en', country: 'GB', kinds: ['self_harm'] })).not.toMatch(/988|911/)
  expect(emergencyNumbers({ country: 'FR', kinds: ['abuse_child'], language: 'fr' })).toEqual([
    { label: 'Urgences', value: '112' },
  ])
})

test('understanding-D39 an abuse text begins with a neutral line and asks whether it is safe to talk', () => {
  for (const text of [emergencyText, crisisText]) {
    const first = text({ language: 'en', country: 'US', kinds: ['abuse_partner'] }).split('\n')[0]!
    expect(first).toMatch(/safe to talk here/)
    expect(first).not.toMatch(/abuse|violence|hurt|911/i)
  }
})

describe('understanding-D42 texts are at grade 6 or lower', () => {
  for (const language of ['en', 'es']) {
    test.each(sets.map((kinds) => [kinds.join() || 'body', kinds] as const))(`${language} %s`, (_name, kinds) => {
      for (const text of [emergencyText, crisisText]) {
        const grade = readability(text({ language, country: 'US', kinds }).replace(/[\d-]{3,}/g, 'it'), language).grade
        expect(grade ?? 99).toBeLessThanOrEqual(6)
      }
    })
  }
})

test('understanding-D38 every line must be verified again within twelve months and an overdue one is told', () => {
  for (const { verified_on, verify_by } of crisisResources) {
    expect(new Date(verify_by).getTime() - new Date(verified_on).getTime()).toBeLessThanOrEqual(366 * 86_400_000)
  }
  expect(overdueResources('2026-12-01')).toEqual([])
  expect(overdueResources('2028-01-01')).toHaveLength(crisisResources.length)
})

test('desk-D36 understanding-D38 a line that nobody qualified has read stands above the English, and is heard alone', () => {
  for (const language of SERVED_LANGUAGES.filter((one) => !isReviewed(one))) {
    const asked = { language, country: 'US', kinds: [] }
    for (const text of [emergencyText(asked), crisisText(asked)]) {
      const [own, english, ...more] = text.split('\n\n')
      expect([own, more], language).toEqual([spokenEmergencyText(asked), []])
      expect(own, language).not.toBe(english)
      expect(english, language).toMatch(/^This may be an emergency\. Call 911 now\./)
    }
  }
  const asked = { language: 'en', country: 'US', kinds: [] }
  expect(spokenEmergencyText(asked)).toBe(emergencyText(asked))
  expect(emergencyText({ ...asked, language: 'ja' })).toMatch(/^This may be an emergency\.[^\n]*$/)
})

test('understanding-D21 only English and Spanish are marked as reviewed', () => {
  expect(SERVED_LANGUAGES.filter((language) => isReviewed(language))).toEqual(['en', 'es'])
})

import { expect, test } from 'vitest'
import { callLink, emergencyNumbersOf, textLink } from './emergency-numbers.ts'

test('desk-D3 a country has its own number; an unknown one gets the number that works almost anywhere', () => {
  expect(emergencyNumbersOf('US')).toEqual({ emergency: '911', crisis: { number: '988', takesTexts: true } })
  expect(emergencyNumbersOf('GB').emergency).toBe('999')
  expect(emergencyNumbersOf('ZZ').emergency).toBe('112')
})

test('a written number becomes one that a phone can dial', () => {
  expect(callLink('800 911 2000')).toBe('tel:8009112000')
  expect(callLink('+1 (555) 010-0199')).toBe('tel:+15550100199')
  expect(textLink('988')).toBe('sms:988')
})

import { expect, test } from 'vitest'
import { titleOf } from './title-of.ts'

test('a subject is the title; without one the first words are, cut between two words', () => {
  expect(titleOf('Parking', 'Where do I park?')).toBe('Parking')
  expect(titleOf('', ' Where do\n I park? ')).toBe('Where do I park?')
  expect(titleOf('', 'I want to move my visit on Friday to next week. Is there a later time?')).toBe(
    'I want to move my visit on Friday to next week. Is there a…',
  )
  expect(titleOf('', '👍'.repeat(80))).toBe(`${'👍'.repeat(60)}…`)
  expect(titleOf('', '')).toBe('')
})

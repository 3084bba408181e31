import { expect, test } from 'vitest'
import { checkOfCall, type CallFacts } from './level-rules.ts'

const NOW = new Date('2026-03-02T17:00:00Z')
const LONG_AGO = new Date('2026-01-02T17:00:00Z')
const TOMORROW = new Date('2026-03-03T17:00:00Z')
const aCall = (over: Partial<CallFacts> = {}): CallFacts => ({
  isLinked: true,
  isRelated: false,
  hasGrant: false,
  usableFrom: LONG_AGO,
  ...over,
})

test('desk-D62 two facts prove something at a number that has been on file for a week, of the patient or of who has a live grant', () => {
  expect(checkOfCall(aCall(), NOW)).toBe('two-facts')
  expect(checkOfCall(aCall({ isRelated: true, hasGrant: true }), NOW)).toBe('two-facts')
  expect(checkOfCall(aCall({ isRelated: true }), NOW)).toBe('no-grant')
  expect(checkOfCall(aCall({ usableFrom: TOMORROW }), NOW)).toBe('new-number')
  expect(checkOfCall(aCall({ usableFrom: null }), NOW)).toBe('other-number')
  expect(checkOfCall(aCall({ isLinked: false, usableFrom: null }), NOW)).toBe('nobody')
})

/** The figures of de-identification on own lines do not fall below what understanding.md section 6 asks for. */
import { expect, test } from 'vitest'
import { evaluateDeid } from './evaluate-deid.ts'

test('understanding-D46, D47 identifiers of own lines are found, and what must survive does', () => {
  const measures = evaluateDeid().filter(({ set }) => set.startsWith('own lines'))
  expect(measures.length).toBe(12)
  expect(measures.filter(({ ours, target }) => ours < (target ?? 1))).toEqual([])
})

import { expect, test } from 'vitest'
import { decideAgain } from './decide-again.ts'

const read = { value: 'Open', lastSeq: 3 }

test('desk-D21 a wish is repeated past a change of something else, never past words that nobody has read', () => {
  expect(decideAgain('Resolved', read, read, true)).toBe('again')
  expect(decideAgain('Resolved', read, { value: 'Waiting', lastSeq: 3 }, true)).toBe('ask')
  expect(decideAgain('Resolved', read, { value: 'Resolved', lastSeq: 3 }, true)).toBe('done')
  expect(decideAgain('Resolved', read, { value: 'Open', lastSeq: 4 }, true)).toBe('ask-words')
  // To take it, or to open it again, ends nothing.
  expect(decideAgain('Ada', { ...read, value: 'Nobody' }, { value: 'Nobody', lastSeq: 4 }, false)).toBe('again')
})

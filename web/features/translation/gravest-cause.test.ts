import { expect, test } from 'vitest'
import { gravestOf, nextToTry } from './gravest-cause.ts'

test('danger is told before all else, then what keeps all from being translated', () => {
  expect(gravestOf([])).toBe(null)
  expect(gravestOf(['same-language', 'labelled', 'script'])).toBe('labelled')
  expect(gravestOf(['labelled', 'timeout'])).toBe('timeout')
  expect(gravestOf(['script', 'danger', 'timeout'])).toBe('danger')
})

test('what was refused does not stand in the way of later messages, and comes again when all were', () => {
  const waiting = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  expect(nextToTry(waiting, new Map([['a', 'danger']]))).toEqual([{ id: 'b' }, { id: 'c' }])
  expect(nextToTry(waiting, new Map(waiting.map(({ id }) => [id, 'script'])))).toEqual(waiting)
})

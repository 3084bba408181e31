import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'

test('what a person kept, took away and added', () => {
  expect(changesBetween('Hello Ana. Please call us today.', 'Hello Ana. Please write to us today.')).toEqual([
    { is: 'kept', text: 'Hello Ana. Please ' },
    { is: 'removed', text: 'call ' },
    { is: 'added', text: 'write to ' },
    { is: 'kept', text: 'us today.' },
  ])
  expect(changesBetween('', '')).toEqual([])
})

test('from the changes both texts can be put together again', () => {
  const text = fc.array(fc.constantFrom('a ', 'b ', 'c\n', 'dd', ' '), { maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = changesBetween(before, after)
      const side = (left: string) =>
        changes
          .filter(({ is }) => is !== left)
          .map((change) => change.text)
          .join('')
      expect(side('added')).toBe(before)
      expect(side('removed')).toBe(after)
    }),
  )
})

test('a long text is compared as far as it is worth, and nothing of it is lost', () => {
  const long = 'word '.repeat(5_000)
  const changes = changesBetween(long, `${long}end`)
  expect(changes.map(({ is }) => is)).toEqual(['kept', 'removed', 'added'])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allOf, NOTHING, SELECTED_MAX, toggled, toggledTo } from './selection.ts'

const rows = ['a', 'b', 'c', 'd', 'e']
const chosen = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].toSorted().join('')

test('desk-D20 a row is chosen and given up; with shift all from the last one to this one become what this one becomes', () => {
  const b = toggled(NOTHING, 'b')
  expect(chosen(b)).toBe('b')
  const toD = toggledTo(b, 'd', rows)
  expect(chosen(toD)).toBe('bcd')
  expect(chosen(toggledTo(toD, 'c', rows))).toBe('b')
  expect(chosen(toggledTo(NOTHING, 'c', rows))).toBe('c')
  expect(chosen(toggledTo(toggled(NOTHING, 'gone'), 'c', rows))).toBe('cgone')
  expect(chosen(toggledTo(toggled(NOTHING, 'e'), 'd', rows))).toBe('de')
})

test('desk-D20 never more than 500 are chosen', () => {
  const many = Array.from({ length: 700 }, (_, n) => `row ${n}`)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...many), fc.boolean()), { maxLength: 20 }), (presses) => {
      const end = presses.reduce(
        (now, [id, isRange]) => (isRange ? toggledTo(now, id, many) : toggled(now, id)),
        NOTHING,
      )
      expect(end.ids.size).toBeLessThanOrEqual(SELECTED_MAX)
    }),
    { numRuns: 30 },
  )
  expect(allOf(many).ids.size).toBe(SELECTED_MAX)
})

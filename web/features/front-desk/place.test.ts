import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRoom, placeCookie, placeIn } from './place.ts'

const room = fc
  .tuple(
    fc.constantFrom('R', 'é', '3', '室'),
    fc.string({ unit: fc.constantFrom('o', ' ', '-', '.', 'ñ', '7'), maxLength: 19 }),
  )
  .map((parts) => parts.join(''))

test('desk-D64 the place of a device is read as it was written, among other cookies', () => {
  fc.assert(
    fc.property(fc.uuid(), room, (siteId, name) => {
      const [kept] = placeCookie({ siteId, room: name }).split('; ')
      expect(placeIn(`a=b; ${kept}; c=d`)).toEqual({ siteId, room: name })
    }),
  )
})

test('desk-D64 what is no place is none, whatever stands in the cookie', () => {
  for (const text of [
    '',
    'front-desk-place=',
    'front-desk-place=x~1',
    'front-desk-place=%',
    'front-desk-place=0~%E0%A4%A',
  ])
    expect(placeIn(text)).toBeNull()
  expect([isRoom('Room 2'), isRoom(''), isRoom(' 2'), isRoom('<b>'), isRoom('x'.repeat(21))]).toEqual([true, false, false, false, false]) // prettier-ignore
  fc.assert(fc.property(fc.string(), (text) => void placeIn(`front-desk-place=${text}`)))
})

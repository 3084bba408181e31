import { expect, test } from 'vitest'
import { placeAfterKey } from './place-after-key.ts'

const pressed = (key: string, here = 0, over: object = {}) =>
  placeAfterKey(
    { key, ctrlKey: false, metaKey: false, altKey: false, ...over },
    { here, count: 3, isRightToLeft: false },
  )

test('arrows go round, a figure presses the one at its place, and other keys lead nowhere', () => {
  expect(pressed('ArrowDown')).toEqual({ place: 1, isPress: false })
  expect(pressed('ArrowRight', 2)).toEqual({ place: 0, isPress: false })
  expect(pressed('ArrowUp')).toEqual({ place: 2, isPress: false })
  expect(pressed('3')).toEqual({ place: 2, isPress: true })
  expect(pressed('4')).toBeNull()
  expect(pressed('0')).toBeNull()
  expect(pressed('a')).toBeNull()
  expect(pressed('1', 0, { ctrlKey: true })).toBeNull()
})

test('from right to left the arrows change sides', () => {
  const keys = { ctrlKey: false, metaKey: false, altKey: false }
  const row = { here: 0, count: 3, isRightToLeft: true }
  expect(placeAfterKey({ key: 'ArrowLeft', ...keys }, row)).toEqual({ place: 1, isPress: false })
  expect(placeAfterKey({ key: 'ArrowRight', ...keys }, row)).toEqual({ place: 2, isPress: false })
})

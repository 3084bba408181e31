import { expect, test } from 'vitest'
import { ACTION_IDS, actionOf } from './actions.ts'
import { readKey, SEQUENCE_MS, type Pressed } from './key-chords.ts'

const press = (key: string, over: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  typing: false,
  ...over,
})

const actionAt = (pressed: Pressed, singleKeysOn = true) => readKey(pressed, null, 0, singleKeysOn).action

test('desk-D73 no two actions have the same keys, and no key hides a sequence', () => {
  const keys = ACTION_IDS.flatMap((id) => actionOf(id).keys ?? [])
  expect(new Set(keys).size).toBe(keys.length)
  const first = keys.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0])
  expect(keys.filter((key) => first.includes(key))).toEqual([])
})

test('a letter is an action, unless the person is typing or has switched letters off', () => {
  expect(actionAt(press('r'))).toBe('reply')
  expect(actionAt(press('r', { typing: true }))).toBeNull()
  expect(actionAt(press('r'), false)).toBeNull()
})

test('a letter with Shift, Alt or Control is not that action', () => {
  expect(actionAt(press('R', { shiftKey: true }))).toBeNull()
  expect(actionAt(press('r', { altKey: true }))).toBeNull()
  expect(actionAt(press('r', { ctrlKey: true }))).toBeNull()
})

test('sending works while typing, with Control and with Command', () => {
  expect(actionAt(press('Enter', { ctrlKey: true, typing: true }))).toBe('send')
  expect(actionAt(press('Enter', { metaKey: true, typing: true }))).toBe('send')
  expect(actionAt(press('Enter', { ctrlKey: true, shiftKey: true, typing: true }), false)).toBe('send-and-resolve')
  expect(actionAt(press('k', { ctrlKey: true, typing: true }))).toBe('palette')
})

test('? is itself, though it needs Shift', () => {
  expect(actionAt(press('?', { shiftKey: true }))).toBe('help')
})

test('G then a letter goes to a view, if it comes in time', () => {
  const begun = readKey(press('g'), null, 0, true)
  expect(begun).toEqual({ action: null, waiting: { prefix: 'G', since: 0 } })
  expect(readKey(press('i'), begun.waiting, SEQUENCE_MS, true).action).toBe('view-mine')
  // Too late: the letter is read alone.
  expect(readKey(press('i'), begun.waiting, SEQUENCE_MS + 1, true).action).toBe('take')
  // A letter that ends no sequence ends the waiting.
  expect(readKey(press('q'), begun.waiting, 1, true)).toEqual({ action: null, waiting: null })
})

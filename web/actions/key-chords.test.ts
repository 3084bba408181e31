import { expect, test } from 'vitest'
import { ACTION_IDS, actionOf } from './actions.ts'
import { readKey, SEQUENCE_MS, type Keyboard, type Pressed } from './key-chords.ts'
import { keysIn, takenBy, type KeyMap } from './key-map.ts'

const press = (key: string, over: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  typing: false,
  ...over,
})

const aKeyboard = (over: Partial<Keyboard> = {}, map: KeyMap = {}): Keyboard => ({
  singleKeysOn: true,
  keysOf: (id) => keysIn(map, id),
  isPossible: () => true,
  ...over,
})
const actionAt = (pressed: Pressed, singleKeysOn = true) =>
  readKey(pressed, null, 0, aKeyboard({ singleKeysOn })).action

test('desk section 4: the keys by default', () => {
  const keys = { next: 'J', previous: 'K', reply: 'R', note: 'N', assign: 'A', take: 'I', snooze: 'S', resolve: 'E', wait: 'W', tag: 'T', macro: 'M', undo: 'U', search: '/', palette: 'Mod+K', help: '?', send: 'Mod+Enter', 'send-and-resolve': 'Mod+Shift+Enter' } as const // prettier-ignore
  for (const id of ACTION_IDS) if (id in keys) expect(actionOf(id).keys, id).toBe(keys[id as keyof typeof keys])
  for (const id of ACTION_IDS) if (id.startsWith('view-')) expect(actionOf(id).keys, id).toMatch(/^G [A-Z]$/)
})

test('desk-D73 no two actions have the same keys, and no key hides a sequence', () => {
  const keys = ACTION_IDS.filter((id) => id !== 'accept-alert').flatMap((id) => actionOf(id).keys ?? [])
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
  const begun = readKey(press('g'), null, 0, aKeyboard())
  expect(begun).toEqual({ action: null, waiting: { prefix: 'G', since: 0 } })
  expect(readKey(press('i'), begun.waiting, SEQUENCE_MS, aKeyboard()).action).toBe('view-mine')
  // Too late: the letter is read alone.
  expect(readKey(press('i'), begun.waiting, SEQUENCE_MS + 1, aKeyboard()).action).toBe('take')
  // A letter that ends no sequence ends the waiting.
  expect(readKey(press('q'), begun.waiting, 1, aKeyboard())).toEqual({ action: null, waiting: null })
})

test('desk-D3 A takes a red flag where there is one to take, and assigns elsewhere', () => {
  const withFlag = readKey(press('a'), null, 0, aKeyboard())
  const without = readKey(press('a'), null, 0, aKeyboard({ isPossible: (id) => id !== 'accept-alert' }))
  expect([withFlag.action, without.action]).toEqual(['accept-alert', 'assign'])
})

test('desk-D73 keys can be set anew or taken away, and no key is given twice', () => {
  const map: KeyMap = { resolve: 'Y', snooze: null }
  const at = (key: string) => readKey(press(key), null, 0, aKeyboard({}, map)).action
  expect([at('y'), at('e'), at('s')]).toEqual(['resolve', null, null])
  expect(takenBy(map, 'tag', 'Y')).toEqual({ by: 'resolve' })
  expect(takenBy(map, 'tag', 'S')).toBeNull()
  // G begins the ways to the views; the browser and forms keep theirs.
  expect(takenBy(map, 'tag', 'G')).not.toBeNull()
  for (const keys of ['Enter', 'Tab', 'Mod+W', 'ArrowDown'])
    expect(takenBy(map, 'tag', keys)).toEqual({ by: 'reserved' })
})

/** Which action a pressed key means. Pure: the keys pressed so far and the moment come in. */
import { ACTION_IDS, actionOf, type ActionId } from './actions.ts'

export type Pressed = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
  /** The focus is in something that takes text. */
  typing: boolean
}

/** The second key of `G I` must follow within this time, in milliseconds. */
export const SEQUENCE_MS = 1_200

export type Waiting = { prefix: string; since: number } | null
export type Keystroke = { action: ActionId | null; waiting: Waiting }

export type Keyboard = {
  singleKeysOn: boolean
  keysOf: (id: ActionId) => string | undefined
  isPossible: (id: ActionId) => boolean
}

export function readKey(pressed: Pressed, waiting: Waiting, now: number, keyboard: Keyboard): Keystroke {
  const { singleKeysOn, keysOf, isPossible } = keyboard
  const chord = chordOf(pressed)
  const isSingle = !chord.startsWith('Mod+')
  if (isSingle && (pressed.typing || !singleKeysOn)) return { action: null, waiting: null }

  const prefix = waiting && now - waiting.since <= SEQUENCE_MS ? `${waiting.prefix} ` : ''
  const meant = ACTION_IDS.filter((id) => keysOf(id) === prefix + chord)
  const action = meant.find(isPossible) ?? meant[0]
  if (action) return { action: pressed.typing && !actionOf(action).whileTyping ? null : action, waiting: null }

  const beginsSequence = !prefix && ACTION_IDS.some((id) => keysOf(id)?.startsWith(`${chord} `))
  return { action: null, waiting: beginsSequence ? { prefix: chord, since: now } : null }
}

export function chordOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Omit<Pressed, 'typing'>): string {
  // With Alt a key writes a letter on many keyboards; it is never a command here.
  if (altKey) return 'Alt'
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase()
  const name = isLetter ? key.toUpperCase() : key
  const mod = ctrlKey || metaKey
  // A sign such as ? already needs Shift; only letters and named keys say it.
  return [mod && 'Mod', shiftKey && (mod ? key.length > 1 || isLetter : isLetter) && 'Shift', name]
    .filter(Boolean)
    .join('+')
}

/** The keys as a person has set them on this device, over the defaults of the list (desk-D73). Pure but for the two at the end. */
import { ACTION_IDS, actionOf, type ActionId } from './actions.ts'

/** Chosen keys by action; null: none. Absent: the default. */
export type KeyMap = Partial<Record<ActionId, string | null>>

export const keysIn = (map: KeyMap, id: ActionId): string | undefined => {
  const chosen = map[id]
  return chosen === undefined ? actionOf(id).keys : (chosen ?? undefined)
}

export type Taken = { by: ActionId } | { by: 'reserved' } | null

/** Keys that the browser, the screen reader or a form needs. */
const RESERVED =
  /^(Mod\+)?(Shift\+)?(Tab|Enter|Escape| |Arrow\w+|Home|End|Page\w+|Shift|Control|Meta|Alt|Dead|Process)$/
const OF_THE_BROWSER = /^Mod\+[A-JL-Z0-9]$/

/** Why an action cannot have these keys: another has them, they begin another's sequence, or they are not ours to take. */
export function takenBy(map: KeyMap, id: ActionId, keys: string): Taken {
  if (RESERVED.test(keys) || OF_THE_BROWSER.test(keys)) return { by: 'reserved' }
  const other = ACTION_IDS.find((one) => {
    const theirs = one === id ? undefined : keysIn(map, one)
    return theirs !== undefined && (theirs === keys || theirs.startsWith(`${keys} `))
  })
  return other ? { by: other } : null
}

const KEY = 'bedside.keys'

export function rememberedKeys(): KeyMap {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>
    return Object.fromEntries(
      Object.entries(kept).filter(
        ([id, keys]) => ACTION_IDS.includes(id as ActionId) && (keys === null || typeof keys === 'string'),
      ),
    )
  } catch {
    return {}
  }
}

export function rememberKeys(map: KeyMap): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(map))
  } catch {
    // Storage refused: the keys last as long as the page.
  }
}

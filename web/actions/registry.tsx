/**
 * Which actions are possible now, and who carries them out.
 *
 * A screen says `useAction('snooze', open)` while it can; a key, a button and the palette then all reach the same place.
 * `null` means: not possible just now.
 */
import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { ACTION_IDS, mayDo, type ActionId } from './actions.ts'
import { readKey, type Waiting } from './key-chords.ts'
import { keysIn, rememberedKeys, rememberKeys, type KeyMap } from './key-map.ts'

type Run = () => void

type Registry = {
  register: (id: ActionId, run: Run) => () => void
  run: (id: ActionId) => void
  possible: () => ActionId[]
  /** What this role may do at all, possible just now or not. */
  allowed: ActionId[]
  keysOf: (id: ActionId) => string | undefined
  keyMap: KeyMap
  setKeyMap: (map: KeyMap) => void
  singleKeysOn: boolean
  setSingleKeysOn: (on: boolean) => void
}

const RegistryContext = createContext<Registry | null>(null)

const SINGLE_KEYS_KEY = 'bedside.single-keys'

export function ActionRegistry({ role, children }: { role: string; children: ReactNode }) {
  // Several screens may offer the same action; the one that came last is meant.
  const handlers = useRef(new Map<ActionId, Run[]>())
  const [keyMap, setMap] = useState(rememberedKeys)
  const keysOf = useCallback((id: ActionId) => keysIn(keyMap, id), [keyMap])
  const [singleKeysOn, setOn] = useState(() => localStorage.getItem(SINGLE_KEYS_KEY) !== 'off')

  const register = useCallback(
    (id: ActionId, run: Run) => {
      if (!mayDo(id, role)) return () => {}
      handlers.current.set(id, [...(handlers.current.get(id) ?? []), run])
      return () => {
        handlers.current.set(
          id,
          (handlers.current.get(id) ?? []).filter((other) => other !== run),
        )
      }
    },
    [role],
  )
  const run = useCallback((id: ActionId) => handlers.current.get(id)?.at(-1)?.(), [])
  const possible = useCallback(() => ACTION_IDS.filter((id) => handlers.current.get(id)?.length), [])

  useLayoutEffect(() => {
    let waiting: Waiting = null
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || insideOverlay(event.target)) return
      const read = readKey({ ...pressOf(event), typing: takesText(event.target) }, waiting, Date.now(), {
        singleKeysOn,
        keysOf,
        isPossible: (id) => Boolean(handlers.current.get(id)?.length),
      })
      waiting = read.waiting
      if (!read.action || !handlers.current.get(read.action)?.length) return
      event.preventDefault()
      run(read.action)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [run, singleKeysOn, keysOf])

  const registry = useMemo(
    () => ({
      register,
      run,
      possible,
      allowed: ACTION_IDS.filter((id) => mayDo(id, role)),
      keysOf,
      keyMap,
      setKeyMap: (map: KeyMap) => {
        rememberKeys(map)
        setMap(map)
      },
      singleKeysOn,
      setSingleKeysOn: (on: boolean) => {
        localStorage.setItem(SINGLE_KEYS_KEY, on ? 'on' : 'off')
        setOn(on)
      },
    }),
    [register, run, possible, role, keysOf, keyMap, singleKeysOn],
  )
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

export function useActions(): Registry {
  const registry = useContext(RegistryContext)
  if (!registry) throw new Error('useActions needs an ActionRegistry above it')
  return registry
}

/** Offers an action for as long as `run` is there. */
export function useAction(id: ActionId, run: Run | null | undefined | false) {
  const { register } = useActions()
  const latest = useRef(run)
  // Before the screen is painted: what is seen can be done, however busy the machine is.
  useLayoutEffect(() => {
    latest.current = run
  })
  const isPossible = Boolean(run)
  useLayoutEffect(() => {
    if (!isPossible) return
    return register(id, () => {
      if (latest.current) latest.current()
    })
  }, [register, id, isPossible])
}

/** What was pressed, without the rest of the event. */
export const pressOf = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) => ({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
})

const insideOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest('dialog, [role="menu"], [role="listbox"]') !== null

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])'))

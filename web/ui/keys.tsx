/** How a key is shown: `Ctrl+Enter`, or `⌘ ↵` on a Mac. */
import styles from './keys.module.css'

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

const NAMES: Record<string, string> = { Mod: 'Ctrl', Enter: '↵', Escape: 'Esc', Shift: 'Shift' }
const MAC_NAMES: Record<string, string> = { Mod: '⌘', Enter: '↵', Escape: 'Esc', Shift: '⇧' }

export function Keys({ keys }: { keys: string }) {
  const names = isMac() ? MAC_NAMES : NAMES
  return (
    <span className={styles.keys}>
      {keys.split(' ').map((chord, index) => (
        <span key={`${chord}-${index}`} className={styles.chord}>
          {chord.split('+').map((key) => (
            <kbd key={key}>{names[key] ?? key.toUpperCase()}</kbd>
          ))}
        </span>
      ))}
    </span>
  )
}

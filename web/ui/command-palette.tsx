/**
 * Find an action by its name and run it, by keyboard.
 *
 * A combobox with its list: the words stay in the box, arrows move the mark, Enter runs, Escape closes.
 */
import { Search, type LucideIcon } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useIntl } from 'react-intl'
import { classNames } from './class-names.ts'
import styles from './command-palette.module.css'
import { Dialog } from './dialog.tsx'
import { Keys } from './keys.tsx'

export type Command = { id: string; name: string; group: string; keys?: string; icon?: LucideIcon; run: () => void }

/** More matches than this are not a choice any more. */
const MATCHES_SHOWN = 50

export function CommandPalette({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const intl = useIntl()
  const listId = useId()
  const [words, setWords] = useState('')
  const [marked, setMarked] = useState(0)
  const matches = findCommands(commands, words).slice(0, MATCHES_SHOWN)
  const current = matches[Math.min(marked, matches.length - 1)]

  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    // After the dialog gave the focus back, so that the action finds it where it was.
    setTimeout(command.run)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      setMarked(Math.max(0, Math.min(matches.length - 1, marked + step)))
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run(current)
    }
  }

  return (
    <Dialog title={intl.formatMessage({ id: 'ui.commands' })} titleHidden size="wide" onClose={onClose}>
      <div className={styles.box}>
        <Search aria-hidden size="1.25em" />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={current && `${listId}-${current.id}`}
          aria-label={intl.formatMessage({ id: 'ui.commands' })}
          placeholder={intl.formatMessage({ id: 'ui.commands.placeholder' })}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setMarked(0)
          }}
          onKeyDown={onKeyDown}
        />
        <Keys keys="Escape" />
      </div>
      <div id={listId} role="listbox" aria-label={intl.formatMessage({ id: 'ui.commands' })} className={styles.list}>
        {matches.map((command, index) => (
          <div key={command.id}>
            {command.group !== matches[index - 1]?.group && (
              <div role="presentation" className={styles.group}>
                {command.group}
              </div>
            )}
            <CommandLine
              id={`${listId}-${command.id}`}
              command={command}
              marked={command === current}
              onMark={() => setMarked(index)}
              onRun={() => run(command)}
            />
          </div>
        ))}
      </div>
      <p role="status" className={matches.length ? 'visually-hidden' : styles.nothing}>
        {intl.formatMessage({ id: 'ui.commands.found' }, { count: matches.length })}
      </p>
    </Dialog>
  )
}

type CommandLineProps = { id: string; command: Command; marked: boolean; onMark: () => void; onRun: () => void }

function CommandLine({ id, command, marked, onMark, onRun }: CommandLineProps) {
  const Icon = command.icon
  return (
    <div
      id={id}
      role="option"
      aria-selected={marked}
      className={classNames(styles.line, marked && styles.marked)}
      // The mark follows the pointer only when it moves, not when the list moves under it.
      onPointerMove={onMark}
      onClick={onRun}
      ref={(line) => {
        if (marked) line?.scrollIntoView({ block: 'nearest' })
      }}
    >
      {Icon ? <Icon aria-hidden size="1.15em" strokeWidth={1.9} /> : <span className={styles.noIcon} />}
      <span className={styles.name}>{command.name}</span>
      {command.keys && <Keys keys={command.keys} />}
    </div>
  )
}

/** Commands whose name or group has every typed word, case and accents aside, in their own order. */
export function findCommands(commands: readonly Command[], words: string): Command[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return commands.filter((command) => {
    const text = plain(`${command.group} ${command.name}`)
    return wanted.every((word) => text.includes(word))
  })
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim()

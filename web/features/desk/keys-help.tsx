/** Every key of the desk that this role can use, and where each is set anew (desk-D73). */
import { Keyboard, RotateCcw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ACTION_GROUPS, actionOf, type ActionId } from '../../actions/actions.ts'
import { chordOf } from '../../actions/key-chords.ts'
import { takenBy } from '../../actions/key-map.ts'
import { pressOf, useActions } from '../../actions/registry.tsx'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Keys } from '../../ui/keys.tsx'
import styles from './desk-commands.module.css'

/** The words of this page of keys. */
const keysWords: CatalogueParts = {
  en: [() => import('../../i18n/en/keys.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/keys.json', { with: { type: 'json' } })],
}

export const KeysHelp = (props: { onClose: () => void }) => (
  <PageWords parts={keysWords}>
    <AllKeys {...props} />
  </PageWords>
)

function AllKeys({ onClose }: { onClose: () => void }) {
  const intl = useIntl()
  const { allowed, keysOf, keyMap, setKeyMap, singleKeysOn, setSingleKeysOn } = useActions()
  const [setting, setSetting] = useState<ActionId | null>(null)
  const [said, setSaid] = useState('')
  const nameOf = (id: ActionId) => intl.formatMessage({ id: `desk.action.${id}` })

  const choose = (id: ActionId, keys: string | null) => {
    const taken = keys === null ? null : takenBy(keyMap, id, keys)
    if (taken) {
      setSaid(
        taken.by === 'reserved'
          ? intl.formatMessage({ id: 'keys.reserved' })
          : intl.formatMessage({ id: 'keys.taken' }, { action: nameOf(taken.by) }),
      )
      return
    }
    setKeyMap({ ...keyMap, [id]: keys })
    setSetting(null)
    setSaid(intl.formatMessage({ id: 'keys.set' }, { action: nameOf(id) }))
  }

  // Before the dialog and the registry: while a key is being chosen, it is nothing else.
  useEffect(() => {
    if (!setting) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (['Shift', 'Control', 'Meta', 'Alt', 'Tab'].includes(event.key)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape') setSetting(null)
      else choose(setting, event.key === 'Backspace' || event.key === 'Delete' ? null : chordOf(pressOf(event)))
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  })

  return (
    <Dialog title={<FormattedMessage id="keys.title" />} size="wide" onClose={onClose}>
      <Checkbox
        id="single-keys"
        checked={singleKeysOn}
        onChange={(change) => setSingleKeysOn(change.target.checked)}
        label={<FormattedMessage id="keys.single-keys" />}
        hint={<FormattedMessage id="keys.single-keys-hint" />}
      />
      <p role="status" className={styles.said}>
        {setting ? <FormattedMessage id="keys.press" values={{ action: nameOf(setting) }} /> : null} {said}
      </p>
      <div className={styles.groups}>
        {ACTION_GROUPS.map((group) => {
          const ids = allowed.filter((id) => actionOf(id).group === group)
          if (ids.length === 0) return null
          return (
            <section key={group}>
              <h3>
                <FormattedMessage id={`desk.action-group.${group}`} />
              </h3>
              <ul>
                {ids.map((id) => (
                  <li key={id} className={styles.line}>
                    <span className={styles.action}>{nameOf(id)}</span>
                    {keysOf(id) && <Keys keys={keysOf(id) ?? ''} />}
                    <IconButton
                      icon={Keyboard}
                      size="small"
                      aria-pressed={setting === id}
                      aria-label={intl.formatMessage({ id: 'keys.change' }, { action: nameOf(id) })}
                      onClick={() => {
                        setSaid('')
                        setSetting(setting === id ? null : id)
                      }}
                    />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      <Button size="small" tone="plain" icon={RotateCcw} onClick={() => setKeyMap({})}>
        <FormattedMessage id="keys.reset" />
      </Button>
    </Dialog>
  )
}

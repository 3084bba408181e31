/** Command palette and help: both are drawn from the one registry of actions. */
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ACTION_GROUPS, ACTION_IDS, actionOf } from '../../actions/actions.ts'
import { useAction, useActions } from '../../actions/registry.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { CommandPalette } from '../../ui/command-palette.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Keys } from '../../ui/keys.tsx'
import styles from './desk-commands.module.css'

export function DeskCommands() {
  const intl = useIntl()
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  const { possible, run } = useActions()
  useAction('palette', () => setOpen('palette'))
  useAction('help', () => setOpen('help'))

  if (open === 'help') return <KeysHelp onClose={() => setOpen(null)} />
  if (open !== 'palette') return null
  const commands = ACTION_GROUPS.flatMap((group) =>
    possible()
      .filter((id) => actionOf(id).group === group && id !== 'palette')
      .map((id) => ({
        id,
        name: intl.formatMessage({ id: `desk.action.${id}` }),
        group: intl.formatMessage({ id: `desk.action-group.${group}` }),
        keys: actionOf(id).keys,
        icon: actionOf(id).icon,
        run: () => run(id),
      })),
  )
  return <CommandPalette commands={commands} onClose={() => setOpen(null)} />
}

function KeysHelp({ onClose }: { onClose: () => void }) {
  const { singleKeysOn, setSingleKeysOn } = useActions()
  return (
    <Dialog title={<FormattedMessage id="desk.help.title" />} size="wide" onClose={onClose}>
      <Checkbox
        id="single-keys"
        checked={singleKeysOn}
        onChange={(change) => setSingleKeysOn(change.target.checked)}
        label={<FormattedMessage id="desk.help.single-keys" />}
        hint={<FormattedMessage id="desk.help.single-keys-hint" />}
      />
      <div className={styles.groups}>
        {ACTION_GROUPS.map((group) => (
          <section key={group}>
            <h3>
              <FormattedMessage id={`desk.action-group.${group}`} />
            </h3>
            <dl>
              {ACTION_IDS.filter((id) => actionOf(id).group === group && actionOf(id).keys).map((id) => (
                <div key={id} className={styles.line}>
                  <dt>
                    <FormattedMessage id={`desk.action.${id}`} />
                  </dt>
                  <dd>
                    <Keys keys={actionOf(id).keys ?? ''} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

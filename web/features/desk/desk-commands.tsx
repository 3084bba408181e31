/** Command palette and help: both are drawn from the one registry of actions. */
import { lazy, Suspense, useState } from 'react'
import { useIntl } from 'react-intl'
import { ACTION_GROUPS, actionOf } from '../../actions/actions.ts'
import { useAction, useActions } from '../../actions/registry.tsx'
import { CommandPalette } from '../../ui/command-palette.tsx'

const KeysHelp = lazy(() => import('./keys-help.tsx').then((one) => ({ default: one.KeysHelp })))

export function DeskCommands() {
  const intl = useIntl()
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  const { possible, run, keysOf } = useActions()
  useAction('palette', () => setOpen('palette'))
  useAction('help', () => setOpen('help'))

  if (open === 'help')
    return (
      <Suspense>
        <KeysHelp onClose={() => setOpen(null)} />
      </Suspense>
    )
  if (open !== 'palette') return null
  const commands = ACTION_GROUPS.flatMap((group) =>
    possible()
      .filter((id) => actionOf(id).group === group && id !== 'palette')
      .map((id) => ({
        id,
        name: intl.formatMessage({ id: `desk.action.${id}` }),
        group: intl.formatMessage({ id: `desk.action-group.${group}` }),
        keys: keysOf(id),
        icon: actionOf(id).icon,
        run: () => run(id),
      })),
  )
  return <CommandPalette commands={commands} onClose={() => setOpen(null)} />
}

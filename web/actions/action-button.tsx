/** A button for an action of the registry: same name, icon and key everywhere. */
import { useIntl } from 'react-intl'
import { Button, IconButton, type ButtonTone } from '../ui/button.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { actionOf, type ActionId } from './actions.ts'
import { useActions } from './registry.tsx'

type ActionButtonProps = {
  action: ActionId
  tone?: ButtonTone
  size?: 'normal' | 'small'
  iconOnly?: boolean
  pressed?: boolean
}

export function ActionButton({ action, tone, size, iconOnly, pressed }: ActionButtonProps) {
  const intl = useIntl()
  const { run, keysOf } = useActions()
  const { icon } = actionOf(action)
  const keys = keysOf(action)
  const name = intl.formatMessage({ id: `desk.action.${action}` })
  return (
    <Tooltip label={name} keys={keys}>
      {iconOnly ? (
        <IconButton
          icon={icon}
          aria-label={name}
          tone={tone}
          size={size}
          aria-pressed={pressed}
          onClick={() => run(action)}
        />
      ) : (
        <Button icon={icon} tone={tone} size={size} aria-pressed={pressed} onClick={() => run(action)}>
          {name}
        </Button>
      )}
    </Tooltip>
  )
}

import { useState, type ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Shortest and longest password beside a second factor (contract: PASSWORD_MIN, PASSWORD_MAX; trust-D22). */
const PASSWORD_MIN = 8
const PASSWORD_MAX = 128

type NewPasswordProps = {
  id: string
  value: string
  onChange: (value: string) => void
  label?: ReactNode
  hint?: ReactNode
}

/** A new password, that may be looked at while it is chosen; pasting is welcome. */
export function NewPassword({ id, value, onChange, label, hint }: NewPasswordProps) {
  const [isShown, setIsShown] = useState(false)
  return (
    <div>
      <TextField
        id={id}
        type={isShown ? 'text' : 'password'}
        required
        minLength={PASSWORD_MIN}
        maxLength={PASSWORD_MAX}
        autoComplete="new-password"
        dir="ltr"
        label={label ?? <FormattedMessage id="entrance.password.new" />}
        hint={hint ?? <FormattedMessage id="entrance.password.hint" values={{ min: PASSWORD_MIN }} />}
        value={value}
        onChange={(change) => onChange(change.target.value)}
      />
      <Checkbox
        id={`${id}-show`}
        checked={isShown}
        onChange={(change) => setIsShown(change.target.checked)}
        label={<FormattedMessage id="entrance.password.show" />}
      />
    </div>
  )
}

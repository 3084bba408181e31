import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import control from './control.module.css'
import { Field, type FieldProps } from './field.tsx'

export type Option<Value extends string = string> = { value: Value; label: string; disabled?: boolean }

type SelectProps<Value extends string> = FieldProps &
  Omit<ComponentProps<'select'>, 'id' | 'value' | 'onChange' | 'children'> & {
    value: Value
    options: readonly Option<Value>[]
    onChange: (value: Value) => void
  }

/** The system's own list: it is what a phone, a screen reader and a switch user know best. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { id, label, hint, error, labelHidden, className, options, onChange, ...select } = props
  return (
    <Field {...{ id, label, hint, error, labelHidden, className }}>
      {(wiring) => (
        <div className={control.selectBox}>
          <select
            {...select}
            {...wiring}
            className={classNames(control.control, control.select)}
            onChange={(event) => onChange(event.target.value as Value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden size="1em" />
        </div>
      )}
    </Field>
  )
}

import { Search } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import control from './control.module.css'
import { Field, type FieldProps } from './field.tsx'

export type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'id'>

export function TextField({ id, label, hint, error, labelHidden, className, ...input }: TextFieldProps) {
  return (
    <Field {...{ id, label, hint, error, labelHidden, className }}>
      {(wiring) => <input type="text" {...input} {...wiring} className={control.control} />}
    </Field>
  )
}

/** A short code that was sent or shown: digits, filled in by the phone where it can. */
export function CodeField({ id, label, hint, error, labelHidden, className, ...input }: TextFieldProps) {
  return (
    <Field {...{ id, label, hint, error, labelHidden, className }}>
      {(wiring) => (
        <input
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          dir="ltr"
          {...input}
          {...wiring}
          className={classNames(control.control, control.code)}
        />
      )}
    </Field>
  )
}

export function SearchField({ id, label, hint, error, className, ...input }: TextFieldProps) {
  return (
    <Field {...{ id, label, hint, error, className }} labelHidden>
      {(wiring) => (
        <div className={control.search}>
          <Search aria-hidden size="1em" />
          <input type="search" {...input} {...wiring} className={control.control} />
        </div>
      )}
    </Field>
  )
}

import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import control from './control.module.css'
import { Field, type FieldProps } from './field.tsx'

export type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'id'>

/** Grows with its text. */
export function TextArea({ id, label, hint, error, labelHidden, className, ...area }: TextAreaProps) {
  return (
    <Field {...{ id, label, hint, error, labelHidden, className }}>
      {(wiring) => <textarea dir="auto" {...area} {...wiring} className={classNames(control.control, control.area)} />}
    </Field>
  )
}

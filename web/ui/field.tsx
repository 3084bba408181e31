/**
 * A question with its label, hint, and what is wrong with the answer.
 *
 * The control gets its ids from here, so that label, hint and error are always tied to it. The id of the control is
 * the field's name in the form: an ErrorSummary links to it.
 */
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'

export type FieldProps = {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** The label is read aloud but not shown, because the place says it. */
  labelHidden?: boolean
  className?: string
}

export type ControlProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

export function Field({
  id,
  label,
  hint,
  error,
  labelHidden,
  className,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  return (
    <div className={classNames(styles.field, Boolean(error) && styles.wrong, className)}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className={styles.error}>
          <CircleAlert aria-hidden size="1.1em" />
          <span>{error}</span>
        </p>
      )}
      {children({
        id,
        'aria-describedby': [hintId, errorId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  )
}

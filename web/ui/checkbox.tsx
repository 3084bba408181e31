import type { ComponentProps, ReactNode } from 'react'
import styles from './checkbox.module.css'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'id'> & { id: string; label: ReactNode; hint?: ReactNode }

/** One yes or no. The whole line is the target. */
export function Checkbox({ id, label, hint, ...input }: CheckboxProps) {
  return (
    <div className={styles.line}>
      <input
        type="checkbox"
        {...input}
        id={id}
        className={styles.box}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

type ChoiceProps<Value extends string> = {
  name: string
  legend: ReactNode
  value: Value | undefined
  options: readonly { value: Value; label: ReactNode; hint?: ReactNode }[]
  onChange: (value: Value) => void
}

/** One of a few. */
export function Choice<Value extends string>({ name, legend, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map((option) => {
        const id = `${name}-${option.value}`
        return (
          <div key={option.value} className={styles.line}>
            <input
              type="radio"
              name={name}
              id={id}
              className={styles.box}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-describedby={option.hint ? `${id}-hint` : undefined}
            />
            <label htmlFor={id} className={styles.label}>
              {option.label}
            </label>
            {option.hint && (
              <p id={`${id}-hint`} className={styles.hint}>
                {option.hint}
              </p>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

type ChoicesProps<Value extends string> = {
  name: string
  legend: ReactNode
  values: readonly Value[]
  options: readonly { value: Value; label: ReactNode }[]
  onChange: (values: Value[]) => void
}

/** Any of a few. */
export function Choices<Value extends string>({ name, legend, values, options, onChange }: ChoicesProps<Value>) {
  // What is chosen and not offered here stays.
  const set = (value: Value, isOn: boolean) =>
    onChange(isOn ? [...values, value] : values.filter((other) => other !== value))
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          id={`${name}-${value}`}
          label={label}
          checked={values.includes(value)}
          onChange={({ target }) => set(value, target.checked)}
        />
      ))}
    </fieldset>
  )
}

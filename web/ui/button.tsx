/** A button, native, in four tones. `busy` keeps its width and says so; it is never merely dead. */
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import type { AccessibleName } from './accessible-name.ts'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

export type ButtonTone = 'primary' | 'secondary' | 'plain' | 'danger'

type Shape = { tone?: ButtonTone; size?: 'normal' | 'small'; busy?: boolean; icon?: LucideIcon }

export type ButtonProps = Shape & ComponentProps<'button'> & { wide?: boolean; children: ReactNode }

export function Button({
  tone = 'secondary',
  size = 'normal',
  busy,
  icon: Icon,
  wide,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...pressable(busy, { onClick: once(rest.onClick) })}
      className={classNames(styles.button, styles[tone], styles[size], wide && styles.wide, rest.className)}
    >
      {busy ? <Spinner /> : Icon && <Icon aria-hidden size="1.15em" strokeWidth={2} />}
      <span>{children}</span>
    </button>
  )
}

export type IconButtonProps = Omit<Shape, 'icon'> &
  Omit<ComponentProps<'button'>, 'aria-label' | 'aria-labelledby' | 'children'> &
  AccessibleName & { icon: LucideIcon }

/** A button with a picture only. Its name is read aloud; wrap it in Tooltip where it should be seen as well. */
export function IconButton({ tone = 'plain', size = 'normal', busy, icon: Icon, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...pressable(busy, rest)}
      className={classNames(styles.button, styles.iconOnly, styles[tone], styles[size], rest.className)}
    >
      {busy ? <Spinner /> : <Icon aria-hidden size="1.25em" strokeWidth={1.9} />}
    </button>
  )
}

/** A link that looks like a button: for going somewhere. */
export const buttonClass = (tone: ButtonTone = 'secondary', size: 'normal' | 'small' = 'normal') =>
  classNames(styles.button, styles[tone], styles[size])

// The second press of a double click is the same press: who double-clicks everything sends, calls and saves once.
const once =
  (act: ComponentProps<'button'>['onClick']): ComponentProps<'button'>['onClick'] =>
  (press) =>
    press.detail > 1 ? press.preventDefault() : act?.(press)

// A busy button stays focusable, so that the focus of a keyboard user is not thrown away.
const pressable = (busy: boolean | undefined, rest: Pick<ComponentProps<'button'>, 'onClick'>) =>
  busy
    ? { 'aria-disabled': true, 'aria-busy': true, onClick: undefined, type: 'button' as const }
    : { onClick: rest.onClick }

export const Spinner = () => <span className={styles.spinner} aria-hidden />

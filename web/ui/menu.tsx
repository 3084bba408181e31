/** A list of actions that opens from a button. */
import { Check, type LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  Pressable,
  Separator,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Keys } from './keys.tsx'
import styles from './menu.module.css'

type MenuProps = {
  /** A Button or IconButton of this kit. */
  trigger: ReactElement
  label: string
  children: ReactNode
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
  onOpenChange?: (isOpen: boolean) => void
}

export function Menu({ trigger, label, children, placement = 'bottom start', onOpenChange }: MenuProps) {
  return (
    <MenuTrigger onOpenChange={onOpenChange}>
      <Pressable>{trigger as ReactElement<Record<string, unknown>, string>}</Pressable>
      <Popover placement={placement} offset={4} className={styles.popover ?? ''}>
        <AriaMenu aria-label={label} className={styles.menu ?? ''}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

type MenuItemProps = {
  onAction: () => void
  icon?: LucideIcon
  keys?: string
  selected?: boolean
  danger?: boolean
  disabled?: boolean
  hint?: ReactNode
  /** What typing finds; needed where the children are more than text. */
  text?: string
  children: ReactNode
}

export function MenuItem(props: MenuItemProps) {
  const { onAction, icon: Icon, keys, selected, danger, disabled, hint, text, children } = props
  return (
    <AriaMenuItem
      onAction={onAction}
      isDisabled={disabled}
      textValue={text ?? (typeof children === 'string' ? children : '')}
      className={classNames(styles.item, danger && styles.danger)}
    >
      {Icon && <Icon aria-hidden size="1.15em" strokeWidth={1.9} />}
      <span className={styles.words}>
        <span>{children}</span>
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
      {keys && <Keys keys={keys} />}
      {selected && <Check aria-hidden size="1.1em" />}
    </AriaMenuItem>
  )
}

export function MenuSection({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <AriaMenuSection className={styles.section}>
      <Header className={styles.sectionTitle}>{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

export const MenuSeparator = () => <Separator className={styles.separator ?? ''} />

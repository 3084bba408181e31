/** A line across a view about the state of things: no connection, a held message, a warning. */
import { CircleCheck, Info, Siren, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { classNames } from './class-names.ts'

export type BannerTone = 'info' | 'warning' | 'emergency' | 'done' | 'note'

const icons: Record<BannerTone, LucideIcon> = {
  info: Info,
  warning: TriangleAlert,
  emergency: Siren,
  done: CircleCheck,
  note: Info,
}

type BannerProps = {
  tone?: BannerTone
  icon?: LucideIcon
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Told at once (`alert`), when convenient (`status`), or only read where it stands. */
  announce?: 'alert' | 'status' | 'never'
  flush?: boolean
}

export function Banner({ tone = 'info', icon, title, children, actions, announce = 'status', flush }: BannerProps) {
  const Icon = icon ?? icons[tone]
  return (
    <div
      role={announce === 'never' ? undefined : announce}
      className={classNames(styles.banner, styles[tone], flush && styles.flush)}
    >
      <Icon aria-hidden size="1.25em" className={styles.icon} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

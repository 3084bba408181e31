/** A short word about a thing, with a picture. The colour never stands alone. */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './badge.module.css'
import { classNames } from './class-names.ts'

export type BadgeTone = 'neutral' | 'brand' | 'emergency' | 'urgent' | 'waiting' | 'done' | 'note'

type BadgeProps = { tone?: BadgeTone; icon?: LucideIcon; strong?: boolean; title?: string; children: ReactNode }

export function Badge({ tone = 'neutral', icon: Icon, strong, title, children }: BadgeProps) {
  return (
    <span className={classNames(styles.badge, styles[tone], strong && styles.strong)} title={title}>
      {Icon && <Icon aria-hidden size="1.05em" strokeWidth={2.2} />}
      <span className={styles.text}>{children}</span>
    </span>
  )
}

/** A count beside a name. */
export const Count = ({ value, tone = 'neutral' }: { value: ReactNode; tone?: BadgeTone }) => (
  <span className={classNames(styles.count, styles[tone])}>{value}</span>
)

/** Stands where content will be. Shown only after 200 ms, so that a quick answer does not flicker. */
import { FormattedMessage } from 'react-intl'
import { classNames } from './class-names.ts'
import styles from './skeleton.module.css'

/** The whole of a view that loads: told once to a screen reader, drawn by its children. */
export function Skeleton({ children, className }: { children: React.ReactNode; className?: string }) {
  return (
    <div aria-busy="true" className={classNames(styles.skeleton, className)}>
      <span role="status" className="visually-hidden">
        <FormattedMessage id="ui.loading" />
      </span>
      <div aria-hidden>{children}</div>
    </div>
  )
}

type BarProps = { width?: 'short' | 'middle' | 'long' | 'full'; height?: 'line' | 'heading' | 'control' | 'block' }

export const SkeletonBar = ({ width = 'full', height = 'line' }: BarProps) => (
  <span className={classNames(styles.bar, styles[width], styles[height])} />
)

export const SkeletonDot = () => <span className={styles.dot} />

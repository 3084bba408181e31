import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './figure-table.module.css'

type FigureTableProps = {
  name: string
  className?: string | undefined
  /** For a table that is drawn as cards: it is one to every screen reader only when it says so. */
  role?: 'table'
  children: ReactNode
}

/** Figures in rows and columns. Wider than its place, it scrolls within itself, also by keyboard. */
export function FigureTable({ name, className, role, children }: FigureTableProps) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
      <table role={role} className={classNames(styles.table, className)}>
        {children}
      </table>
    </div>
  )
}

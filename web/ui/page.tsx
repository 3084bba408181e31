/** How a screen is laid out: a page with a title, or panes side by side that scroll on their own. */
import { useEffect, type ReactNode } from 'react'
import type { AccessibleName } from './accessible-name.ts'
import { classNames } from './class-names.ts'
import styles from './page.module.css'

type PageProps = {
  /** Also the title of the browser's tab. */
  title: string
  lead?: ReactNode
  actions?: ReactNode
  /** A narrow column for reading and forms. */
  narrow?: boolean
  children: ReactNode
}

export function Page({ title, lead, actions, narrow, children }: PageProps) {
  useDocumentTitle(title)
  return (
    <main id="main" tabIndex={-1} className={classNames(styles.page, narrow && styles.narrow)}>
      <header className={styles.header}>
        <div>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </main>
  )
}

export function Card({ title, children, actions }: { title?: ReactNode; children: ReactNode; actions?: ReactNode }) {
  return (
    <section className={styles.card}>
      {(title || actions) && (
        <header className={styles.cardHeader}>
          {title && <h2>{title}</h2>}
          {actions}
        </header>
      )}
      {children}
    </section>
  )
}

/** A link from one entry back to all of them, with its arrow. */
export const backClass = styles.back

/** One of several columns; scrolls by itself. */
export function Pane({ children, className, ...name }: AccessibleName & { children: ReactNode; className?: string }) {
  return (
    <section {...name} className={classNames(styles.pane, className)}>
      {children}
    </section>
  )
}

export const Stack = ({ children, gap = 4 }: { children: ReactNode; gap?: 2 | 4 | 6 }) => (
  <div className={classNames(styles.stack, styles[`gap${gap}`])}>{children}</div>
)

export const Row = ({ children }: { children: ReactNode }) => <div className={styles.row}>{children}</div>

export function useDocumentTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Bedside`
  }, [title])
}

/** A list of things to open. Rows are links or buttons of the caller; the list draws lines, not decisions. */
import type { ReactNode } from 'react'
import type { AccessibleName } from './accessible-name.ts'
import { classNames } from './class-names.ts'
import styles from './list.module.css'

export function List({ children, framed, ...name }: AccessibleName & { children: ReactNode; framed?: boolean }) {
  return (
    <ul {...name} className={classNames(framed && styles.framed)}>
      {children}
    </ul>
  )
}

export const ListRow = ({ children, className }: { children: ReactNode; className?: string }) => (
  <li className={classNames(styles.row, className)}>{children}</li>
)

type Fact = { term: ReactNode; value: ReactNode }

/** Names and values, such as a person's details. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact, index) => (
        <div key={index}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

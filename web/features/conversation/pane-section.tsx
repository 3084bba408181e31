/** One block of the person pane: a heading and what belongs under it. */
import type { ReactNode } from 'react'
import styles from './person-pane.module.css'

export const Section = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className={styles.card}>
    <h2 className={styles.heading}>{title}</h2>
    {children}
  </section>
)

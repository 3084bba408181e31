/** The list of a view as this device has it, with its age: a row opens what is on the device. */
import { useSearch } from '@tanstack/react-router'
import type { ReactNode, RefObject } from 'react'
import { FormattedMessage } from 'react-intl'
import type { ConversationRow } from '../../api/types.ts'
import { Timestamp } from '../../ui/timestamp.tsx'
import { useKeptList } from './kept-lists.ts'
import { useSearched } from './use-searched.ts'
import styles from './without-connection.module.css'

/** `rowOf`: a row as the list shows it; `list`: where the keys of the list go up and down. */
export type KeptRowsProps = {
  place: string
  rowOf: (row: ConversationRow) => ReactNode
  list: RefObject<HTMLUListElement | null>
}

/** What is searched or counted is not on the device. */
export function KeptRows(props: KeptRowsProps) {
  const { figure } = useSearch({ strict: false }) as { figure?: string }
  return useSearched() || figure ? null : <Rows key={props.place} {...props} />
}

function Rows({ place, rowOf, list }: KeptRowsProps) {
  const kept = useKeptList(place)
  if (!kept) return null
  return (
    <section className={styles.kept} aria-labelledby="kept-list">
      <h3 id="kept-list">
        <FormattedMessage
          id="offline.list.as-of"
          values={{ time: <Timestamp key="time" at={new Date(kept.at)} style="exact" /> }}
        />
      </h3>
      {kept.rows.length > 0 ? (
        <ul ref={list} aria-labelledby="kept-list">
          {kept.rows.map(rowOf)}
        </ul>
      ) : (
        <p className={styles.lead}>
          <FormattedMessage id="offline.list.was-empty" />
        </p>
      )}
    </section>
  )
}

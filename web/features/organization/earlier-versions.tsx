/** Versions of a setting before the one that counts, each to be brought back as a version of its own. */
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Button } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import styles from './organization.module.css'

type Version = { version: number; at: string; author: string | null }

type EarlierVersionsProps<Saved extends Version> = {
  /** The newest first; it is the one that counts, and is not shown. */
  history: readonly Saved[]
  isBusy: boolean
  says?: (saved: Saved) => ReactNode
  onBack: (saved: Saved) => void
}

export function EarlierVersions<Saved extends Version>({ history, isBusy, says, onBack }: EarlierVersionsProps<Saved>) {
  const intl = useIntl()
  const earlier = history.slice(1)
  if (earlier.length === 0) return null
  return (
    <List framed aria-label={intl.formatMessage({ id: 'organization.rules.earlier' })}>
      {earlier.map((saved) => (
        <ListRow key={saved.version} className={styles.door}>
          <span className={styles.words}>
            <FormattedMessage
              id="organization.rules.version"
              values={{ version: saved.version, author: saved.author ?? '–' }}
            />
            {says && <span className={styles.fact}>{says(saved)}</span>}
            <span className={styles.fact}>
              <Timestamp at={saved.at} style="short" />
            </span>
          </span>
          <Button
            size="small"
            busy={isBusy}
            aria-label={intl.formatMessage({ id: 'organization.rules.back-to' }, { version: saved.version })}
            onClick={() => onBack(saved)}
          >
            <FormattedMessage id="organization.rules.back" />
          </Button>
        </ListRow>
      ))}
    </List>
  )
}

import { ChevronRight, Eye, FileCheck, MonitorSmartphone, UserRound, type LucideIcon } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { PlaceLink } from '../places/place-link.tsx'
import type { Place } from '../places/places.ts'
import { List, ListRow } from '../ui/list.tsx'
import { Page } from '../ui/page.tsx'
import styles from './privacy-page.module.css'

const choices = [
  { key: 'access', icon: Eye },
  { key: 'consents', icon: FileCheck },
  { key: 'devices', icon: MonitorSmartphone },
  { key: 'details', icon: UserRound },
] as const satisfies { key: Place['name']; icon: LucideIcon }[]

export function PrivacyPage() {
  const intl = useIntl()
  return (
    <Page
      title={intl.formatMessage({ id: 'portal.privacy.title' })}
      lead={<FormattedMessage id="portal.privacy.lead" />}
    >
      <List framed aria-label={intl.formatMessage({ id: 'portal.privacy.title' })}>
        {choices.map(({ key, icon: Icon }) => (
          <ListRow key={key} className={styles.item}>
            <PlaceLink to={{ name: key }} className={styles.row}>
              <Icon aria-hidden size="1.5em" strokeWidth={1.7} className={styles.icon} />
              <span className={styles.words}>
                <span className={styles.name}>
                  <FormattedMessage id={`portal.privacy.${key}`} />
                </span>
                <span className={styles.hint}>
                  <FormattedMessage id={`portal.privacy.${key}.hint`} />
                </span>
              </span>
              <ChevronRight aria-hidden size="1.3em" className={styles.arrow} />
            </PlaceLink>
          </ListRow>
        ))}
      </List>
    </Page>
  )
}

/** When each site is open. Deadlines count these hours. */
import { useQuery } from '@tanstack/react-query'
import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { api } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card } from '../../ui/page.tsx'
import { CardStates } from './card-states.tsx'
import { EditHours, type Hours } from './edit-hours.tsx'
import { WEEKDAYS, weekdayName, writePeriods } from './hours-text.ts'
import styles from './organization.module.css'
import type { Organization } from './organization.ts'

export function HoursCard({ organization }: { organization: Organization }) {
  const intl = useIntl()
  const hours = useQuery(api.openingHours.list.queryOptions())
  const [editing, setEditing] = useState<Hours | null>(null)
  const nameOf = (siteId: string | null) =>
    siteId === null
      ? intl.formatMessage({ id: 'organization.hours.no-site' })
      : (organization.sites.find(({ id }) => id === siteId)?.name ?? '')
  return (
    <Card title={<FormattedMessage id="organization.hours.title" />}>
      <CardStates query={hours} />
      {hours.data && (
        <List framed aria-label={intl.formatMessage({ id: 'organization.hours.title' })}>
          {hours.data.map((one) => (
            <ListRow key={one.siteId ?? ''} className={styles.door}>
              <CalendarClock aria-hidden size="1.3em" strokeWidth={1.8} />
              <span className={styles.words}>
                <strong>{nameOf(one.siteId)}</strong>
                <span className={styles.fact}>{weekWords(intl, one)}</span>
              </span>
              <Button
                size="small"
                tone="plain"
                aria-label={intl.formatMessage({ id: 'organization.hours.change' }, { site: nameOf(one.siteId) })}
                onClick={() => setEditing(one)}
              >
                <FormattedMessage id="desk.change" />
              </Button>
            </ListRow>
          ))}
        </List>
      )}
      {editing && (
        <EditHours
          hours={editing}
          site={nameOf(editing.siteId)}
          onSaved={() => {
            setEditing(null)
            void hours.refetch()
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  )
}

/** Days with the same hours stand together: `Mon, Tue, Wed 08:00-17:00`. */
function weekWords(intl: IntlShape, { version, weekly }: Hours): string {
  if (version === 0) return intl.formatMessage({ id: 'organization.hours.none' })
  const days = Map.groupBy(
    WEEKDAYS.filter((day) => (weekly[day] ?? []).length > 0),
    (day) => writePeriods(weekly[day] ?? []),
  )
  return [...days].map(([text, same]) => `${same.map((day) => weekdayName(intl, day)).join(', ')} ${text}`).join(' · ')
}

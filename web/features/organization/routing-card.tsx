/** Whether work is given out by itself. Off at first: people are not offered what they do not expect (decision 0069). */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Row } from '../../ui/page.tsx'
import styles from './organization.module.css'
import { useChange } from './organization.ts'

type Settings = Awaited<ReturnType<typeof client.workload.settings>>

export function RoutingCard() {
  const queries = useQueryClient()
  const options = api.workload.settings.queryOptions()
  const { data: settings } = useQuery(options)
  const change = useChange((next: Settings) => queries.setQueryData(options.queryKey, next))
  if (!settings) return null
  const { isAutomatic } = settings
  return (
    <Card
      title={<FormattedMessage id="organization.routing" />}
      actions={
        <Badge tone={isAutomatic ? 'done' : 'waiting'}>
          <FormattedMessage id={isAutomatic ? 'organization.sending.is-on' : 'organization.sending.is-off'} />
        </Badge>
      }
    >
      <p className={styles.fact}>
        <FormattedMessage id={isAutomatic ? 'organization.routing.on-text' : 'organization.routing.off-text'} />
      </p>
      <Row>
        <Button
          tone="secondary"
          onClick={() => void change(() => client.workload.saveSettings({ ...settings, isAutomatic: !isAutomatic }))}
        >
          <FormattedMessage id={isAutomatic ? 'organization.routing.off' : 'organization.routing.on'} />
        </Button>
      </Row>
    </Card>
  )
}

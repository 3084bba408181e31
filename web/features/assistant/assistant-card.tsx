/** Where the assistant answers patients. Off at first: what patients are told by software is decided by people (decision 0156). */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Card } from '../../ui/page.tsx'
import styles from '../organization/organization.module.css'
import { useChange } from '../organization/organization.ts'

type Settings = Awaited<ReturnType<typeof client.assistant.settings>>
const CHANNELS = ['portal-chat', 'widget', 'sms', 'voice'] as const satisfies Settings['channels']

export function AssistantCard() {
  const queries = useQueryClient()
  const options = api.assistant.settings.queryOptions()
  const { data: settings } = useQuery(options)
  const change = useChange((next: Settings) => queries.setQueryData(options.queryKey, next))
  if (!settings) return null
  const { channels } = settings
  const isOn = channels.length > 0
  return (
    <Card
      title={<FormattedMessage id="assistant.title" />}
      actions={
        <Badge tone={isOn ? 'done' : 'waiting'}>
          <FormattedMessage id={isOn ? 'assistant.is-on' : 'assistant.is-off'} />
        </Badge>
      }
    >
      <p className={styles.fact}>
        <FormattedMessage id="assistant.text" />
      </p>
      {CHANNELS.map((channel) => (
        <Checkbox
          key={channel}
          id={`assistant-${channel}`}
          checked={channels.includes(channel)}
          label={<FormattedMessage id={`assistant.in.${channel}`} />}
          onChange={({ target }) => {
            const next = CHANNELS.filter((one) => (one === channel ? target.checked : channels.includes(one)))
            void change(() => client.assistant.saveSettings({ channels: [...next] }))
          }}
        />
      ))}
    </Card>
  )
}

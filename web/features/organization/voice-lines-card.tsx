/** Numbers that take calls, each with where its carrier asks what a caller hears, which telephone rings, and how calls ended. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Settings2, Phone, Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { CardStates } from './card-states.tsx'
import { Copied } from './copied.tsx'
import styles from './organization.module.css'
import { useChange } from './organization.ts'
import { VoiceLineDialog, type VoiceLine } from './voice-line-dialog.tsx'

export function VoiceLinesCard() {
  const intl = useIntl()
  const queries = useQueryClient()
  const options = api.voiceLine.list.queryOptions()
  const query = useQuery(options)
  const { data } = query
  const [opened, setOpened] = useState<VoiceLine | 'new' | null>(null)
  const change = useChange<unknown>(() => void queries.invalidateQueries({ queryKey: options.queryKey }))
  return (
    <Card
      title={<FormattedMessage id="organization.voice" />}
      actions={
        <Button size="small" icon={Plus} onClick={() => setOpened('new')}>
          <FormattedMessage id="organization.voice.add" />
        </Button>
      }
    >
      <p className={styles.fact}>
        <FormattedMessage id="organization.voice.lead" />
      </p>
      <CardStates query={query} />
      {data?.length === 0 && (
        <p>
          <FormattedMessage id="organization.voice.none" />
        </p>
      )}
      {data && data.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'organization.voice' })}>
          {data.map((line) => (
            <ListRow key={line.id} className={styles.door}>
              <Phone aria-hidden size="1.3em" strokeWidth={1.8} />
              <span className={styles.words}>
                <strong>
                  <bdi>{line.number}</bdi>
                </strong>
                <span className={styles.fact}>{line.name}</span>
                <Copied text={line.url} />
                <span className={styles.fact}>
                  <FormattedMessage id="organization.voice.status-url" />
                </span>
                <Copied text={line.statusUrl} />
                <LineFacts line={line} />
                <Row>
                  <Button size="small" icon={Settings2} onClick={() => setOpened(line)}>
                    <FormattedMessage id="organization.voice.change" />
                  </Button>
                  <Button
                    size="small"
                    tone="plain"
                    onClick={() =>
                      void change(() => client.organization.setDoorLive({ doorId: line.id, isLive: !line.isLive }))
                    }
                  >
                    <FormattedMessage id={line.isLive ? 'organization.voice.close' : 'organization.voice.open'} />
                  </Button>
                </Row>
              </span>
              <Badge tone={line.isLive ? 'done' : 'neutral'}>
                <FormattedMessage id={line.isLive ? 'organization.door.open' : 'organization.door.closed'} />
              </Badge>
            </ListRow>
          ))}
        </List>
      )}
      {opened && (
        <VoiceLineDialog
          line={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
          onChanged={(lines) => queries.setQueryData(options.queryKey, lines)}
        />
      )}
    </Card>
  )
}

function LineFacts({ line: { lastSuccessAt, counts, deskNumber } }: { line: VoiceLine }) {
  return (
    <>
      <span className={styles.fact}>
        {deskNumber ? (
          <FormattedMessage id="organization.voice.rings" values={{ number: <bdi key="number">{deskNumber}</bdi> }} />
        ) : (
          <FormattedMessage id="organization.voice.rings-nowhere" />
        )}
      </span>
      <span className={styles.fact}>
        {lastSuccessAt ? (
          <FormattedMessage
            id="organization.voice.last"
            values={{ time: <Timestamp key="time" at={lastSuccessAt} /> }}
          />
        ) : (
          <FormattedMessage id="organization.voice.never" />
        )}
      </span>
      <span className={styles.fact}>
        <FormattedMessage id="organization.voice.counts" values={counts} />
      </span>
    </>
  )
}

/** Numbers for text messages, each with where its carrier pushes what comes in, and what became of it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, MessageSquareText, Plus } from 'lucide-react'
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
import { SmsNumberDialog, type SmsNumber } from './sms-number-dialog.tsx'

export function SmsNumbersCard() {
  const intl = useIntl()
  const queries = useQueryClient()
  const options = api.smsNumber.list.queryOptions()
  const query = useQuery(options)
  const { data } = query
  const [opened, setOpened] = useState<SmsNumber | 'new' | null>(null)
  const change = useChange<unknown>(() => void queries.invalidateQueries({ queryKey: options.queryKey }))
  return (
    <Card
      title={<FormattedMessage id="organization.sms" />}
      actions={
        <Button size="small" icon={Plus} onClick={() => setOpened('new')}>
          <FormattedMessage id="organization.sms.add" />
        </Button>
      }
    >
      <p className={styles.fact}>
        <FormattedMessage id="organization.sms.lead" />
      </p>
      <CardStates query={query} />
      {data?.length === 0 && (
        <p>
          <FormattedMessage id="organization.sms.none" />
        </p>
      )}
      {data && data.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'organization.sms' })}>
          {data.map((number) => (
            <ListRow key={number.id} className={styles.door}>
              <MessageSquareText aria-hidden size="1.3em" strokeWidth={1.8} />
              <span className={styles.words}>
                <strong>
                  <bdi>{number.number}</bdi>
                </strong>
                <span className={styles.fact}>{number.name}</span>
                <Copied text={number.url} />
                <NumberFacts number={number} />
                <Row>
                  <Button size="small" icon={KeyRound} onClick={() => setOpened(number)}>
                    <FormattedMessage id="organization.sms.carrier" />
                  </Button>
                  <Button
                    size="small"
                    tone="plain"
                    onClick={() =>
                      void change(() => client.organization.setDoorLive({ doorId: number.id, isLive: !number.isLive }))
                    }
                  >
                    <FormattedMessage id={number.isLive ? 'organization.sms.close' : 'organization.sms.open'} />
                  </Button>
                </Row>
              </span>
              <Badge tone={number.isLive ? 'done' : 'neutral'}>
                <FormattedMessage id={number.isLive ? 'organization.door.open' : 'organization.door.closed'} />
              </Badge>
            </ListRow>
          ))}
        </List>
      )}
      {opened && (
        <SmsNumberDialog
          number={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
          onChanged={(numbers) => queries.setQueryData(options.queryKey, numbers)}
        />
      )}
    </Card>
  )
}

function NumberFacts({ number: { lastSuccessAt, counts } }: { number: SmsNumber }) {
  return (
    <>
      <span className={styles.fact}>
        {lastSuccessAt ? (
          <FormattedMessage id="organization.sms.last" values={{ time: <Timestamp key="time" at={lastSuccessAt} /> }} />
        ) : (
          <FormattedMessage id="organization.sms.never" />
        )}
      </span>
      <span className={styles.fact}>
        <FormattedMessage id="organization.sms.counts" values={counts} />
      </span>
    </>
  )
}

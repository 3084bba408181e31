/** The clinic's own numbers for one use, texts or calls: each with where its carrier pushes what comes in, and what became of it. */
import type { UseQueryResult } from '@tanstack/react-query'
import { Plus, Settings2, type LucideIcon } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ContactValue } from '../../ui/contact-value.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { CardStates } from './card-states.tsx'
import { Copied } from './copied.tsx'
import styles from './organization.module.css'
import { useChange } from './organization.ts'

type OwnNumber = {
  id: string
  number: string
  name: string
  url: string
  isLive: boolean
  lastSuccessAt: string | null
  counts: Record<string, number>
}

type NumbersCardProps<Shown extends OwnNumber> = {
  use: 'sms' | 'voice'
  icon: LucideIcon
  query: UseQueryResult<Shown[]>
  /** What the button says that opens the dialog of a number. */
  change: ReactNode
  /** What only this use has to say of a number. */
  facts?: (number: Shown) => ReactNode
  /** What else may be done with a number. */
  more?: (number: Shown) => ReactNode
  /** The dialog of a number; of a new one: null. */
  dialog: (number: Shown | null, close: () => void) => ReactNode
}

export function NumbersCard<Shown extends OwnNumber>(props: NumbersCardProps<Shown>) {
  const { use, icon: Icon, query, facts, more, dialog } = props
  const { data } = query
  const intl = useIntl()
  const [opened, setOpened] = useState<Shown | 'new' | null>(null)
  const change = useChange<unknown>(() => void query.refetch())
  return (
    <Card
      title={<FormattedMessage id={`organization.${use}`} />}
      actions={
        <Button size="small" icon={Plus} onClick={() => setOpened('new')}>
          <FormattedMessage id={`organization.${use}.add`} />
        </Button>
      }
    >
      <p className={styles.fact}>
        <FormattedMessage id={`organization.${use}.lead`} />
      </p>
      <CardStates query={query} />
      {data?.length === 0 && (
        <p>
          <FormattedMessage id={`organization.${use}.none`} />
        </p>
      )}
      {data && data.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: `organization.${use}` })}>
          {data.map((number) => (
            <ListRow key={number.id} className={styles.door}>
              <Icon aria-hidden size="1.3em" strokeWidth={1.8} />
              <span className={styles.words}>
                <strong>
                  <ContactValue value={number.number} />
                </strong>
                <span className={styles.fact}>{number.name}</span>
                <Copied text={number.url} />
                {facts?.(number)}
                <span className={styles.fact}>
                  {number.lastSuccessAt ? (
                    <FormattedMessage
                      id={`organization.${use}.last`}
                      values={{ time: <Timestamp key="time" at={number.lastSuccessAt} /> }}
                    />
                  ) : (
                    <FormattedMessage id={`organization.${use}.never`} />
                  )}
                </span>
                <span className={styles.fact}>
                  <FormattedMessage id={`organization.${use}.counts`} values={number.counts} />
                </span>
                <Row>
                  <Button size="small" icon={Settings2} onClick={() => setOpened(number)}>
                    {props.change}
                  </Button>
                  {more?.(number)}
                  <Button
                    size="small"
                    tone="plain"
                    onClick={() =>
                      void change(() => client.organization.setDoorLive({ doorId: number.id, isLive: !number.isLive }))
                    }
                  >
                    <FormattedMessage id={`organization.${use}.${number.isLive ? 'close' : 'open'}`} />
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
      {opened && dialog(opened === 'new' ? null : opened, () => setOpened(null))}
    </Card>
  )
}

/** Where patients reach the organization, with what to copy: the portal's address and the one line for a web site. */
import { Globe, Mail, MessageCircle, Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card } from '../../ui/page.tsx'
import { AddMailbox } from './add-mailbox.tsx'
import { Copied } from './copied.tsx'
import styles from './organization.module.css'
import { useChange, type CardProps } from './organization.ts'

const icons = { 'portal-chat': Globe, widget: MessageCircle, email: Mail } as const

export function DoorsCard({ organization, onChanged }: CardProps) {
  const intl = useIntl()
  const change = useChange(onChanged)
  const [isAdding, setIsAdding] = useState(false)
  return (
    <Card
      title={<FormattedMessage id="organization.doors" />}
      actions={
        <Button size="small" icon={Plus} onClick={() => setIsAdding(true)}>
          <FormattedMessage id="organization.mailbox.add" />
        </Button>
      }
    >
      <List framed aria-label={intl.formatMessage({ id: 'organization.doors' })}>
        {organization.doors.map((door) => {
          const Icon = icons[door.channel]
          return (
            <ListRow key={door.id} className={styles.door}>
              <Icon aria-hidden size="1.3em" strokeWidth={1.8} />
              <span className={styles.words}>
                <strong>
                  {door.channel === 'email' ? door.name : <FormattedMessage id={`organization.door.${door.channel}`} />}
                </strong>
                {door.channel === 'portal-chat' && <Copied text={`${location.origin}/?at=${organization.slug}`} />}
                {door.widgetKey && <Copied text={snippetOf(door.widgetKey)} />}
                {door.channel === 'email' && door.name !== door.address && (
                  <bdi className={styles.fact}>{door.address}</bdi>
                )}
              </span>
              <Badge tone={door.isLive ? 'done' : 'neutral'}>
                <FormattedMessage id={door.isLive ? 'organization.door.open' : 'organization.door.closed'} />
              </Badge>
              {door.channel !== 'portal-chat' && (
                <Button
                  size="small"
                  tone="plain"
                  onClick={() =>
                    void change(() => client.organization.setDoorLive({ doorId: door.id, isLive: !door.isLive }))
                  }
                >
                  <FormattedMessage id={door.isLive ? 'organization.door.close' : 'organization.door.reopen'} />
                </Button>
              )}
            </ListRow>
          )
        })}
      </List>
      {isAdding && <AddMailbox onClose={() => setIsAdding(false)} onChanged={onChanged} />}
    </Card>
  )
}

const snippetOf = (widgetKey: string) =>
  `<script src="${location.origin}/widget/loader.js?key=${widgetKey}" defer></script>`

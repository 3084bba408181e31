/** Addresses to which a mail provider pushes the mail of a mailbox, with what came of it; a secret is shown once, when it is made. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Mail } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { AddressButtons, CloseAddress, OldSecret, RenewSecret, ShownSecret } from './address-secret.tsx'
import { CardStates } from './card-states.tsx'
import { Copied } from './copied.tsx'
import styles from './organization.module.css'
import { useChange, type Organization } from './organization.ts'

type Webhook = Awaited<ReturnType<typeof client.mailWebhook.list>>[number]
type Opened = { show: 'renew' | 'close'; webhook: Webhook } | { show: 'secret'; secret: string; url: string }

export function MailWebhooksCard({ organization }: { organization: Organization }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const options = api.mailWebhook.list.queryOptions()
  const query = useQuery(options)
  const { data } = query
  const [opened, setOpened] = useState<Opened | null>(null)
  const keep = (webhooks: Webhook[]) => queries.setQueryData(options.queryKey, webhooks)
  const changeList = useChange(keep)
  const changeSecret = useChange(
    ({ webhooks, secret, mailboxId }: { webhooks: Webhook[]; secret: string; mailboxId: string }) => {
      keep(webhooks)
      const url = webhooks.find((webhook) => webhook.mailboxId === mailboxId)?.url ?? ''
      setOpened({ show: 'secret', secret, url })
    },
  )
  const open = (mailboxId: string) =>
    void changeSecret(async () => ({ ...(await client.mailWebhook.open({ mailboxId })), mailboxId }))
  const renew = ({ id, mailboxId }: Webhook, keepsOld: boolean) => {
    setOpened(null)
    void changeSecret(async () => ({
      ...(await client.mailWebhook.rotate({ mailWebhookId: id, keepsOld })),
      mailboxId,
    }))
  }
  const close = ({ id }: Webhook) => {
    setOpened(null)
    void changeList(() => client.mailWebhook.close({ mailWebhookId: id }))
  }
  const mailboxes = organization.doors.filter(({ channel }) => channel === 'email')
  return (
    <Card title={<FormattedMessage id="organization.mail-webhook" />}>
      <p className={styles.fact}>
        <FormattedMessage id="organization.mail-webhook.lead" />
      </p>
      <CardStates query={query} />
      {data && mailboxes.length === 0 && (
        <p>
          <FormattedMessage id="organization.mail-webhook.none" />
        </p>
      )}
      {data && mailboxes.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'organization.mail-webhook' })}>
          {mailboxes.map((mailbox) => {
            const webhook = data.find(({ mailboxId }) => mailboxId === mailbox.id)
            return (
              <ListRow key={mailbox.id} className={styles.door}>
                <Mail aria-hidden size="1.3em" strokeWidth={1.8} />
                <span className={styles.words}>
                  <strong>
                    <bdi>{mailbox.address}</bdi>
                  </strong>
                  {webhook && <WebhookFacts webhook={webhook} />}
                  {webhook ? (
                    <AddressButtons
                      onRenew={() => setOpened({ show: 'renew', webhook })}
                      onClose={() => setOpened({ show: 'close', webhook })}
                    />
                  ) : (
                    <Row>
                      <Button size="small" onClick={() => open(mailbox.id)}>
                        <FormattedMessage id="organization.mail-webhook.open" />
                      </Button>
                    </Row>
                  )}
                </span>
              </ListRow>
            )
          })}
        </List>
      )}
      {opened?.show === 'renew' && (
        <RenewSecret onClose={() => setOpened(null)} onRenew={(keepsOld) => renew(opened.webhook, keepsOld)} />
      )}
      {opened?.show === 'close' && (
        <CloseAddress
          title={
            <FormattedMessage id="organization.mail-webhook.close-title" values={{ mailbox: opened.webhook.mailbox }} />
          }
          onKeep={() => setOpened(null)}
          onClose={() => close(opened.webhook)}
        >
          <FormattedMessage id="organization.mail-webhook.close-what" />
        </CloseAddress>
      )}
      {opened?.show === 'secret' && <ShownSecret {...opened} onClose={() => setOpened(null)} />}
    </Card>
  )
}

function WebhookFacts({ webhook: { url, lastSuccessAt, oldSecretUntil, counts } }: { webhook: Webhook }) {
  return (
    <>
      <Copied text={url} />
      <span className={styles.fact}>
        {lastSuccessAt ? (
          <FormattedMessage
            id="organization.mail-webhook.last"
            values={{ time: <Timestamp key="time" at={lastSuccessAt} /> }}
          />
        ) : (
          <FormattedMessage id="organization.mail-webhook.never" />
        )}
      </span>
      {lastSuccessAt && (
        <span className={styles.fact}>
          <FormattedMessage id="organization.mail-webhook.counts" values={counts} />
        </span>
      )}
      <OldSecret until={oldSecretUntil} />
    </>
  )
}

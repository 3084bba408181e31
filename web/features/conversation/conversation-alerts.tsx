/** Red flags of this conversation: open ones must be accepted; accepted ones say by whom. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { mayDo } from '../../actions/actions.ts'
import { useAction, useActions } from '../../actions/registry.tsx'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationDetail } from '../../api/types.ts'
import { inWordsOf } from '../../i18n/worded.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Keys } from '../../ui/keys.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './conversation-alerts.module.css'

export const mayAcceptAlerts = (role: string) => mayDo('accept-alert', role)

export function ConversationAlerts({ conversation, me }: { conversation: ConversationDetail; me: { role: string } }) {
  const intl = useIntl()
  const { keysOf } = useActions()
  const queries = useQueryClient()
  const accept = useMutation(
    api.alert.accept.mutationOptions({
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: api.conversation.key() }),
          queries.invalidateQueries({ queryKey: api.alert.key() }),
        ]),
      onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
    }),
  )
  const open = conversation.alerts.filter((alert) => alert.acceptedAt === null)
  const first = open[0]
  const mayAccept = mayAcceptAlerts(me.role)
  useAction('accept-alert', first && mayAccept && (() => accept.mutate({ alertId: first.id })))

  return (
    <div className={styles.alerts}>
      {open.map((alert) => (
        <Banner
          key={alert.id}
          tone="emergency"
          flush
          announce="never"
          title={<FormattedMessage id={`desk.alert.${alert.kind}`} />}
          actions={
            mayAccept && (
              <Button tone="danger" busy={accept.isPending} onClick={() => accept.mutate({ alertId: alert.id })}>
                <FormattedMessage id="desk.alert.accept" /> <Keys keys={keysOf('accept-alert') ?? ''} />
              </Button>
            )
          }
        >
          <q dir="auto">{alert.words}</q>
          <p className={styles.fact}>{inWordsOf(intl, alert.reason)}</p>
          {alert.told.length > 0 && (
            <p className={styles.fact}>
              <FormattedMessage
                id="desk.alert.told"
                values={{ names: intl.formatList(alert.told.map(({ name }) => name)) }}
              />
            </p>
          )}
          {!mayAccept && <FormattedMessage id="desk.alert.nurse-only" />}
        </Banner>
      ))}
      {conversation.alerts
        .filter((alert) => alert.acceptedAt !== null)
        .slice(-1)
        .map((alert) => (
          <Banner key={alert.id} tone="done" flush announce="never">
            <FormattedMessage
              id="desk.alert.accepted"
              values={{
                name: alert.acceptedBy?.name ?? '',
                way: alert.acceptedByPhone ? 'telephone' : '',
                time: <Timestamp key="time" at={alert.acceptedAt!} style="exact" />,
              }}
            />
          </Banner>
        ))}
    </div>
  )
}

/** What became of a message on its way: per recipient the state in words, the cause, and the next step where a person must decide. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { Delivery, Message } from '../../api/types.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ContactValue } from '../../ui/contact-value.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { deliveryLook } from './badges.tsx'
import styles from './delivery-steps.module.css'
import { describeCause } from '../../api/describe-cause.ts'

export function DeliverySteps({ message }: { message: Message }) {
  if (message.deliveries.length === 0) return null
  return (
    <ul className={styles.steps}>
      {message.deliveries.map((delivery) => (
        <DeliveryStep key={delivery.id} delivery={delivery} conversationId={message.conversationId} />
      ))}
    </ul>
  )
}

function DeliveryStep({ delivery, conversationId }: { delivery: Delivery; conversationId: string }) {
  const intl = useIntl()
  const { tone, icon } = deliveryLook[delivery.state]
  // The undo time has a line of its own; what the gate holds says until when.
  const isWaiting = delivery.state === 'queued' || (delivery.state === 'held' && delivery.cause !== null)
  const isLater = isWaiting && new Date(delivery.notBefore) > new Date()
  return (
    <li className={styles.step}>
      <Badge tone={tone} icon={icon}>
        <FormattedMessage id={`desk.delivery.${delivery.state}`} />
      </Badge>
      <span className={styles.fact}>
        <FormattedMessage id={`desk.channel.${delivery.channel}`} />
        {delivery.address && (
          <>
            {' · '}
            <ContactValue value={delivery.address} />
          </>
        )}
        {' · '}
        {isLater ? (
          <FormattedMessage
            id="desk.delivery.not-before"
            values={{ time: <Timestamp at={delivery.notBefore} style="exact" key="time" /> }}
          />
        ) : (
          <Timestamp at={delivery.at} />
        )}
      </span>
      {delivery.cause && <span className={styles.cause}>{describeCause(intl, delivery.cause)}</span>}
      {(delivery.state === 'unknown' || delivery.state === 'failed') && (
        <SettleDelivery delivery={delivery} conversationId={conversationId} />
      )}
    </li>
  )
}

/** Software never sends a doubtful message again; a person who looked it up decides. */
function SettleDelivery({ delivery, conversationId }: { delivery: Delivery; conversationId: string }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const settle = useMutation(
    api.conversation.resolveDelivery.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.conversation.key() }),
      onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
    }),
  )
  const ways =
    delivery.state === 'unknown' ? (['handed_over', 'failed', 'send-again'] as const) : (['send-again'] as const)
  return (
    <span className={styles.ways}>
      {ways.map((as) => (
        <Button
          key={as}
          size="small"
          busy={settle.isPending && settle.variables.as === as}
          onClick={() => settle.mutate({ conversationId, deliveryId: delivery.id, as })}
        >
          <FormattedMessage id={`desk.delivery.settle.${as}`} />
        </Button>
      ))}
    </span>
  )
}

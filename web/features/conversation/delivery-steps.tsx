/** What became of a message on its way: per recipient the state in words, the cause, and the next step where a person must decide. */
import { FormattedMessage, useIntl } from 'react-intl'
import type { Delivery, Message } from '../../api/types.ts'
import { Badge } from '../../ui/badge.tsx'
import { ContactValue } from '../../ui/contact-value.tsx'
import { laterPart } from '../../ui/later-part.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { deliveryLook } from './badges.tsx'
import styles from './delivery-steps.module.css'
import { describeCause } from '../../api/describe-cause.ts'

const SettleDelivery = laterPart(async () => (await import('./settle-delivery.tsx')).SettleDelivery)

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
  const isWaiting =
    delivery.state === 'queued' || (delivery.state === 'held' && delivery.cause !== null && !delivery.asked)
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
      {delivery.cause && !delivery.asked && <span className={styles.cause}>{describeCause(intl, delivery.cause)}</span>}
      {(delivery.asked || tone === 'urgent' || tone === 'emergency') && (
        <SettleDelivery delivery={delivery} conversationId={conversationId} />
      )}
    </li>
  )
}

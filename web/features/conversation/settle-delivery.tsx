/**
 * A delivery that a person decides: one in doubt, which software never sends again, and one that others would read or its reader may not, which it
 * does not send unasked (desk-D36, D43). Fetched after the first page.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { Delivery } from '../../api/types.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './delivery-steps.module.css'
import { deliveryWords } from './delivery-words.ts'

type Settled = { delivery: Delivery; conversationId: string }

export const SettleDelivery = (props: Settled) => (
  <PageWords parts={deliveryWords}>
    <Ways {...props} />
  </PageWords>
)

function Ways({ delivery, conversationId }: Settled) {
  const intl = useIntl()
  const queries = useQueryClient()
  const settle = useMutation(
    api.conversation.resolveDelivery.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.conversation.key() }),
      onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
    }),
  )
  const { asked, cause, notBefore } = delivery
  return (
    <>
      {(cause === 'SHARED_ADDRESS' || cause === 'OTHER_LANGUAGE') && (
        <span className={styles.cause}>
          <FormattedMessage id={`delivery.cause.${cause}`} />{' '}
          {asked === 'open' && (
            <FormattedMessage
              id="delivery.asked-until"
              values={{ time: <Timestamp at={notBefore} style="exact" key="time" /> }}
            />
          )}
        </span>
      )}
      <span className={styles.ways}>
        {waysOf(delivery).map((as) => (
          <Button
            key={as}
            size="small"
            busy={settle.isPending && settle.variables.as === as}
            onClick={() => settle.mutate({ conversationId, deliveryId: delivery.id, as })}
          >
            <FormattedMessage id={`delivery.settle.${as}`} />
          </Button>
        ))}
      </span>
    </>
  )
}

function waysOf({ state, cause, asked, notBefore }: Delivery) {
  if (asked === 'open') return ['send', 'do-not-send'] as const
  if (asked !== null) return new Date(notBefore) > new Date() ? (['ask-again'] as const) : []
  if (state === 'unknown') return ['handed_over', 'failed', 'send-again'] as const
  return cause === 'settled-by-person' ? (['send-again'] as const) : (['send-again', 'done-without'] as const)
}

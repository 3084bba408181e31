/** How sure we are who writes, what that locks, and what unlocks it (desk-D8). Facts alone never verify. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Lock, LockOpen } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useAction } from '../../actions/registry.tsx'
import { api } from '../../api/client.ts'
import type { ConversationDetail } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { IdentityBadge } from './badges.tsx'
import styles from './person-pane.module.css'
import { useIdentityRefresh } from './use-identity-refresh.ts'

const VerifyDialog = lazy(() => import('./verify-dialog.tsx').then((one) => ({ default: one.VerifyDialog })))

export function IdentityCard({ conversation }: { conversation: ConversationDetail }) {
  const intl = useIntl()
  const [isVerifying, setIsVerifying] = useState(false)
  const panel = useQuery(api.identity.get.queryOptions({ input: { conversationId: conversation.id } }))
  const isVerified = conversation.identityLevel === 'verified' || conversation.identityLevel === 'verified_for'
  const card = useRef<HTMLElement>(null)
  const canVerify = !isVerified && conversation.patient !== null
  useAction('identity', () => (canVerify ? setIsVerifying(true) : card.current?.focus()))
  const wasVerifying = useRef(false)
  useEffect(() => {
    // Once the person is verified, the button that the dialog came from is gone.
    if (wasVerifying.current && !isVerifying && document.activeElement === document.body) card.current?.focus()
    wasVerifying.current = isVerifying
  }, [isVerifying])
  return (
    <section ref={card} className={styles.card} tabIndex={-1}>
      <h2 className={styles.heading}>
        <FormattedMessage id="desk.identity.title" />
      </h2>
      <div className={styles.consent}>
        <IdentityBadge level={conversation.identityLevel} />
        {panel.data?.expiresAt && (
          <span className={styles.fact}>
            <FormattedMessage
              id="desk.identity.until"
              values={{ time: <Timestamp key="time" at={panel.data.expiresAt} style="exact" /> }}
            />
          </span>
        )}
      </div>
      {panel.data?.method && (
        <p className={styles.fact}>
          <FormattedMessage id={`desk.identity-method.${panel.data.method}`} />
        </p>
      )}
      {conversation.locked.length > 0 ? (
        <p>
          <Lock aria-hidden size="1em" />{' '}
          <FormattedMessage
            id="desk.identity.locked"
            values={{
              what: intl.formatList(conversation.locked.map((one) => intl.formatMessage({ id: `desk.locked.${one}` }))),
            }}
          />
        </p>
      ) : (
        <p className={styles.fact}>
          <LockOpen aria-hidden size="1em" /> <FormattedMessage id="desk.identity.unlocked" />
        </p>
      )}
      {canVerify && panel.data && (
        <div className={styles.actions}>
          <Button size="small" onClick={() => setIsVerifying(true)}>
            <FormattedMessage id="desk.identity.verify" />
          </Button>
        </div>
      )}
      {isVerified && <EndIdentity conversationId={conversation.id} />}
      {isVerifying && panel.data && (
        <Suspense>
          <VerifyDialog conversationId={conversation.id} panel={panel.data} onClose={() => setIsVerifying(false)} />
        </Suspense>
      )}
    </section>
  )
}

function EndIdentity({ conversationId }: { conversationId: string }) {
  const refresh = useIdentityRefresh(conversationId)
  const end = useMutation(api.identity.end.mutationOptions({ onSuccess: refresh }))
  return (
    <div className={styles.actions}>
      <Button size="small" tone="plain" busy={end.isPending} onClick={() => end.mutate({ conversationId })}>
        <FormattedMessage id="desk.identity.end" />
      </Button>
    </div>
  )
}

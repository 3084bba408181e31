/** Sends what waits whenever there is a chance to, and says how much waits; in an emergency, above all what to do meanwhile. */
import { useQueryClient } from '@tanstack/react-query'
import { CloudOff } from 'lucide-react'
import { useCallback, useEffect } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { useConnection } from '../../api/live.tsx'
import { describeProblem } from '../../api/refusal.ts'
import { goTo } from '../../places/place-link.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import { EmergencyCard } from '../emergency/emergency-card.tsx'
import { usePatientSession } from '../patient-session/patient-session.tsx'
import { outbox, useIsSending, useOutbox, useUnheardEmergency } from './outbox.ts'
import styles from './outbox-delivery.module.css'

/** Between tries while something waits, in milliseconds: soon after a passing fault, ever less often in a long one. */
const TRY_AGAIN_MIN_MS = 2_000
const TRY_AGAIN_MAX_MS = 15_000

export function OutboxDelivery() {
  const intl = useIntl()
  const queries = useQueryClient()
  const { person, organization } = usePatientSession()
  const connection = useConnection()
  const waiting = useOutbox()
  const isSending = useIsSending()
  const emergency = useUnheardEmergency()
  const hasWaiting = waiting.length > 0

  const tryNow = useCallback(async () => {
    if (outbox.waiting().length === 0) return
    await outbox.flush((outcomes) => {
      if (outcomes.length > 0) void queries.invalidateQueries({ queryKey: api.myConversation.key() })
      for (const outcome of outcomes) {
        if (outcome.kind !== 'refused') continue
        const { conversationId, patientId = null } = outcome.message
        showToast({
          text: `${intl.formatMessage({ id: 'portal.outbox.refused' })} ${describeProblem(intl, outcome.problem)}`,
          action: {
            label: intl.formatMessage({ id: 'portal.outbox.open' }),
            run: () =>
              goTo(conversationId ? { name: 'conversation', conversationId } : { name: 'new-message' }, { patientId }),
          },
          lastsMs: 20_000,
        })
      }
    })
  }, [intl, queries])

  useEffect(() => {
    void outbox.load(person.id).then(tryNow)
  }, [person.id, tryNow])

  useEffect(() => {
    if (connection === 'online') void tryNow()
  }, [connection, tryNow])

  useEffect(() => {
    if (!hasWaiting) return
    let pauseMs = TRY_AGAIN_MIN_MS
    let timer = setTimeout(tryAgain, pauseMs)
    function tryAgain() {
      void tryNow()
      pauseMs = Math.min(2 * pauseMs, TRY_AGAIN_MAX_MS)
      timer = setTimeout(tryAgain, pauseMs)
    }
    addEventListener('online', tryNow)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', tryNow)
    }
  }, [hasWaiting, tryNow])

  const isQuiet = !hasWaiting || (isSending && connection === 'online')
  return (
    <>
      {emergency && (
        <div className={styles.emergency}>
          <EmergencyCard country={organization.country} alert="unread" text={emergency.text} />
        </div>
      )}
      {isQuiet && connection === 'offline' && (
        <Banner tone="warning" icon={CloudOff} flush>
          <FormattedMessage id="portal.offline" />
        </Banner>
      )}
      {!isQuiet && (
        <Banner
          tone="warning"
          icon={CloudOff}
          flush
          title={<FormattedMessage id="portal.outbox.waiting" values={{ count: waiting.length }} />}
          actions={
            <Button size="small" busy={isSending} onClick={() => void tryNow()}>
              <FormattedMessage id="portal.outbox.try-now" />
            </Button>
          }
        >
          <FormattedMessage id="portal.outbox.hint" />
        </Banner>
      )}
    </>
  )
}

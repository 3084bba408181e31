/**
 * Whoever came in by a code is offered a passkey, so that no code is needed next time. Asked calmly, below what matters, once on a
 * device.
 */
import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { api } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Row } from '../../ui/page.tsx'
import { hasScreenLock } from './passkey.ts'
import { decline, wasDeclined } from './passkey-answer.ts'
import styles from './passkey-offer.module.css'
import { useAddPasskey } from './use-add-passkey.ts'

export function PasskeyOffer() {
  const [isDeclined, setIsDeclined] = useState(wasDeclined)
  const lock = useQuery({
    queryKey: ['screen-lock'],
    queryFn: hasScreenLock,
    staleTime: Infinity,
    enabled: !isDeclined,
  })
  const factors = useQuery({ ...api.factor.list.queryOptions(), enabled: lock.data === true })
  const add = useAddPasskey()
  if (isDeclined || factors.data?.passkeys.length !== 0) return null

  // The offer goes, and the reader is not left on a button that is no longer there.
  const toPage = () => document.getElementById('main')?.focus({ preventScroll: true })
  return (
    <section className={styles.offer} aria-labelledby="passkey-offer">
      <KeyRound aria-hidden size="1.5em" strokeWidth={1.7} className={styles.icon} />
      <div className={styles.words}>
        <h2 id="passkey-offer">
          <FormattedMessage id="portal.passkeys.offer" />
        </h2>
        <p>
          <FormattedMessage id="portal.passkeys.what" />
        </p>
        <Row>
          <Button busy={add.isPending} onClick={() => add.mutate(undefined, { onSuccess: toPage })}>
            <FormattedMessage id="portal.passkeys.add" />
          </Button>
          <Button
            tone="plain"
            onClick={() => {
              decline()
              setIsDeclined(true)
              toPage()
            }}
          >
            <FormattedMessage id="portal.passkeys.not-now" />
          </Button>
        </Row>
      </div>
    </section>
  )
}

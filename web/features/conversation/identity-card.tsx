/** How sure we are who writes, what that locks, and what unlocks it (desk-D8). Facts alone never verify. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Lock, LockOpen } from 'lucide-react'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useAction } from '../../actions/registry.tsx'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationDetail, IdentityPanel } from '../../api/types.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CodeField, TextField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { IdentityBadge } from './badges.tsx'
import styles from './person-pane.module.css'

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
        <VerifyDialog conversationId={conversation.id} panel={panel.data} onClose={() => setIsVerifying(false)} />
      )}
    </section>
  )
}

function useRefresh(conversationId: string) {
  const queries = useQueryClient()
  return (panel: IdentityPanel) => {
    queries.setQueryData(api.identity.get.queryKey({ input: { conversationId } }), panel)
    // With the level changes what of the record is shown.
    return Promise.all([
      queries.invalidateQueries({ queryKey: api.conversation.get.key({ input: { conversationId } }) }),
      queries.invalidateQueries({ queryKey: api.patient.get.key() }),
    ])
  }
}

function EndIdentity({ conversationId }: { conversationId: string }) {
  const refresh = useRefresh(conversationId)
  const end = useMutation(api.identity.end.mutationOptions({ onSuccess: refresh }))
  return (
    <div className={styles.actions}>
      <Button size="small" tone="plain" busy={end.isPending} onClick={() => end.mutate({ conversationId })}>
        <FormattedMessage id="desk.identity.end" />
      </Button>
    </div>
  )
}

type Way = 'code' | 'document-in-person' | 'two-facts-and-call-back'

function VerifyDialog({
  conversationId,
  panel,
  onClose,
}: {
  conversationId: string
  panel: IdentityPanel
  onClose: () => void
}) {
  const intl = useIntl()
  const refresh = useRefresh(conversationId)
  const [way, setWay] = useState<Way>('code')
  const [chosen, setChosen] = useState<string>()
  const [code, setCode] = useState('')
  const [birthDate, setBirthDate] = useState('')
  const queries = useQueryClient()
  // A wrong code costs a try: the panel says how many are left, and until when none is.
  const onError = () =>
    void queries.invalidateQueries({ queryKey: api.identity.get.key({ input: { conversationId } }) })
  const sendCode = useMutation(api.identity.sendCode.mutationOptions({ onSuccess: refresh, onError }))
  const checkCode = useMutation(
    api.identity.checkCode.mutationOptions({
      onError,
      onSuccess: async (next) => {
        await refresh(next)
        if (isVerified(next)) onClose()
      },
    }),
  )
  const vouch = useMutation(
    api.identity.vouch.mutationOptions({
      onSuccess: async (next) => {
        await refresh(next)
        onClose()
      },
    }),
  )
  const error = sendCode.error ?? checkCode.error ?? vouch.error
  // A code goes by mail or text; a call goes to a number.
  const options = panel.codeTo.filter(
    ({ system }) => system !== (way === 'two-facts-and-call-back' ? 'email' : 'phone'),
  )
  const contactPointId = (
    options.find((one) => one.contactPointId === chosen) ??
    options.find(({ from }) => !from) ??
    options[0]
  )?.contactPointId

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (way === 'code') checkCode.mutate({ conversationId, code, birthDate })
    else
      vouch.mutate({
        conversationId,
        method: way,
        contactPointId: way === 'two-facts-and-call-back' ? contactPointId : undefined,
      })
  }

  return (
    <Dialog title={<FormattedMessage id="desk.verify.title" />} onClose={onClose}>
      {panel.pausedUntil && (
        <Banner tone="warning" announce="status">
          <FormattedMessage
            id="desk.verify.paused"
            values={{ time: <Timestamp key="time" at={panel.pausedUntil} style="clock" /> }}
          />
        </Banner>
      )}
      {error && (
        <Banner tone="warning" announce="alert">
          {describeProblem(intl, problemOf(error))}
        </Banner>
      )}
      <form onSubmit={submit} className={styles.form}>
        <Choice
          name="verify-way"
          legend={<FormattedMessage id="desk.verify.way" />}
          value={way}
          onChange={setWay}
          options={[
            {
              value: 'code',
              label: <FormattedMessage id="desk.verify.code" />,
              hint: <FormattedMessage id="desk.verify.code-hint" />,
            },
            {
              value: 'document-in-person',
              label: <FormattedMessage id="desk.verify.document" />,
              hint: <FormattedMessage id="desk.verify.document-hint" />,
            },
            {
              value: 'two-facts-and-call-back',
              label: <FormattedMessage id="desk.verify.call-back" />,
              hint: <FormattedMessage id="desk.verify.call-back-hint" />,
            },
          ]}
        />
        {way !== 'document-in-person' && options.length > 0 && (
          <Choice
            name="verify-contact"
            legend={<FormattedMessage id={way === 'code' ? 'desk.verify.code-to' : 'desk.verify.called'} />}
            value={contactPointId}
            onChange={setChosen}
            options={options.map((one) => ({
              value: one.contactPointId,
              label: <bdi dir="ltr">{(way === 'two-facts-and-call-back' && one.callBack) || one.masked}</bdi>,
              hint: one.from ? (
                <FormattedMessage
                  id="desk.verify.too-new"
                  values={{ time: <Timestamp key="time" at={one.from} style="exact" /> }}
                />
              ) : undefined,
            }))}
          />
        )}
        {way !== 'document-in-person' && options.length === 0 && (
          <p>
            <FormattedMessage id="desk.verify.no-contact" />
          </p>
        )}
        {way === 'code' && contactPointId && (
          <>
            <Button busy={sendCode.isPending} onClick={() => sendCode.mutate({ conversationId, contactPointId })}>
              <FormattedMessage id={panel.codeSentAt ? 'desk.verify.send-again' : 'desk.verify.send'} />
            </Button>
            {panel.codeSentAt && (
              <>
                <CodeField
                  id="verify-code"
                  required
                  pattern="\d{6}"
                  label={<FormattedMessage id="desk.verify.code-said" />}
                  hint={<FormattedMessage id="desk.verify.tries" values={{ count: panel.triesLeft }} />}
                  value={code}
                  onChange={(change) => setCode(change.target.value.replace(/\D/g, ''))}
                />
                <TextField
                  id="verify-birth"
                  type="date"
                  required
                  label={<FormattedMessage id="desk.verify.birth-said" />}
                  value={birthDate}
                  onChange={(change) => setBirthDate(change.target.value)}
                />
              </>
            )}
          </>
        )}
        <Button
          type="submit"
          tone="primary"
          busy={checkCode.isPending || vouch.isPending}
          disabled={
            way === 'code'
              ? !panel.codeSentAt || code.length !== 6 || !birthDate
              : way === 'two-facts-and-call-back' && !contactPointId
          }
        >
          <FormattedMessage id={way === 'code' ? 'desk.verify.check' : 'desk.verify.vouch'} />
        </Button>
      </form>
    </Dialog>
  )
}

const isVerified = (panel: IdentityPanel) => panel.level === 'verified' || panel.level === 'verified_for'

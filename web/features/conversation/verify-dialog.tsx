/** A code and a birth date, a document in person, or two facts and a call back: what verifies who writes (desk-D8, D10). */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { IdentityPanel } from '../../api/types.ts'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CodeField, TextField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import styles from './person-pane.module.css'
import { useIdentityRefresh } from './use-identity-refresh.ts'

const words: CatalogueParts = {
  en: [() => import('../../i18n/en/verify.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/verify.json', { with: { type: 'json' } })],
}

type Way = 'code' | 'document-in-person' | 'two-facts-and-call-back'

type VerifyDialogProps = {
  conversationId: string
  panel: IdentityPanel
  /** The number at which somebody is being called back. */
  calling?: string
  onClose: () => void
}

export const VerifyDialog = (props: VerifyDialogProps) => (
  <PageWords parts={words}>
    <Verify {...props} />
  </PageWords>
)

function Verify({ conversationId, panel, calling, onClose }: VerifyDialogProps) {
  const intl = useIntl()
  const refresh = useIdentityRefresh(conversationId)
  const [way, setWay] = useState<Way>(calling ? 'two-facts-and-call-back' : 'code')
  const [chosen, setChosen] = useState(panel.codeTo.find(({ callBack }) => callBack === calling)?.contactPointId)
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
    <Dialog title={<FormattedMessage id="verify.title" />} onClose={onClose}>
      {panel.pausedUntil && (
        <Banner tone="warning" announce="status">
          <FormattedMessage
            id="verify.paused"
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
          legend={<FormattedMessage id="verify.way" />}
          value={way}
          onChange={setWay}
          options={[
            {
              value: 'code',
              label: <FormattedMessage id="verify.code" />,
              hint: <FormattedMessage id="verify.code-hint" />,
            },
            {
              value: 'document-in-person',
              label: <FormattedMessage id="verify.document" />,
              hint: <FormattedMessage id="verify.document-hint" />,
            },
            {
              value: 'two-facts-and-call-back',
              label: <FormattedMessage id="verify.call-back" />,
              hint: <FormattedMessage id="verify.call-back-hint" />,
            },
          ]}
        />
        {way !== 'document-in-person' && options.length > 0 && (
          <Choice
            name="verify-contact"
            legend={<FormattedMessage id={way === 'code' ? 'verify.code-to' : 'verify.called'} />}
            value={contactPointId}
            onChange={setChosen}
            options={options.map((one) => ({
              value: one.contactPointId,
              label: <bdi dir="ltr">{(way === 'two-facts-and-call-back' && one.callBack) || one.masked}</bdi>,
              hint: one.from ? (
                <FormattedMessage
                  id="verify.too-new"
                  values={{ time: <Timestamp key="time" at={one.from} style="exact" /> }}
                />
              ) : undefined,
            }))}
          />
        )}
        {way !== 'document-in-person' && options.length === 0 && (
          <p>
            <FormattedMessage id="verify.no-contact" />
          </p>
        )}
        {way === 'code' && contactPointId && (
          <>
            <Button busy={sendCode.isPending} onClick={() => sendCode.mutate({ conversationId, contactPointId })}>
              <FormattedMessage id={panel.codeSentAt ? 'verify.send-again' : 'verify.send'} />
            </Button>
            {panel.codeSentAt && (
              <>
                <CodeField
                  id="verify-code"
                  required
                  pattern="\d{6}"
                  label={<FormattedMessage id="verify.code-said" />}
                  hint={<FormattedMessage id="verify.tries" values={{ count: panel.triesLeft }} />}
                  value={code}
                  onChange={(change) => setCode(change.target.value.replace(/\D/g, ''))}
                />
                <TextField
                  id="verify-birth"
                  type="date"
                  required
                  label={<FormattedMessage id="verify.birth-said" />}
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
          <FormattedMessage id={way === 'code' ? 'verify.check' : 'verify.vouch'} />
        </Button>
      </form>
    </Dialog>
  )
}

const isVerified = (panel: IdentityPanel) => panel.level === 'verified' || panel.level === 'verified_for'

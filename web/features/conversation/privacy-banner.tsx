/** Of those on the patient's side one alone reads it, or somebody took that back: said above the conversation; a nurse or a clinician changes it. */
import { useState, type SyntheticEvent } from 'react'
import { FormattedMessage } from 'react-intl'
import type { ConversationDetail } from '../../api/types.ts'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import styles from './conversation-dialogs.module.css'

const words: CatalogueParts = {
  en: [() => import('../../i18n/en/one-reader.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/one-reader.json', { with: { type: 'json' } })],
}

const REASON_MIN = 3
const REASON_MAX = 300

type PrivacyBannerProps = {
  conversation: ConversationDetail
  mayChange: boolean
  onChange: (change: { isPrivate: boolean; reason: string }) => void
}

export const PrivacyBanner = (props: PrivacyBannerProps) => (
  <PageWords parts={words}>
    <OneReader {...props} />
  </PageWords>
)

function OneReader({ conversation, mayChange, onChange }: PrivacyBannerProps) {
  const [isAsking, setIsAsking] = useState(false)
  const { isPrivate, privacyLifted } = conversation
  const step = isPrivate ? 'open' : 'close'
  return (
    <>
      <Banner
        flush
        announce="never"
        actions={
          mayChange && (
            <Button size="small" onClick={() => setIsAsking(true)}>
              <FormattedMessage id={`one-reader.${step}`} />
            </Button>
          )
        }
      >
        {privacyLifted && !isPrivate ? (
          <FormattedMessage
            id="one-reader.lifted"
            values={{
              name: privacyLifted.by,
              time: <Timestamp key="time" at={privacyLifted.at} style="full" />,
              reason: privacyLifted.reason,
            }}
          />
        ) : (
          <FormattedMessage id="one-reader.is" />
        )}
      </Banner>
      {isAsking && (
        <PrivacyDialog
          step={step}
          onClose={() => setIsAsking(false)}
          onSet={(reason) => onChange({ isPrivate: !isPrivate, reason })}
        />
      )}
    </>
  )
}

type PrivacyDialogProps = { step: 'open' | 'close'; onSet: (reason: string) => void; onClose: () => void }

function PrivacyDialog({ step, onSet, onClose }: PrivacyDialogProps) {
  const [reason, setReason] = useState('')
  const submit = (form: SyntheticEvent) => {
    form.preventDefault()
    onSet(reason.trim())
    onClose()
  }
  return (
    <Dialog title={<FormattedMessage id={`one-reader.title-${step}`} />} size="small" onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        {step === 'open' && (
          <p className={styles.fact}>
            <FormattedMessage id="one-reader.means" />
          </p>
        )}
        <TextField
          id="privacy-reason"
          required
          minLength={REASON_MIN}
          maxLength={REASON_MAX}
          label={<FormattedMessage id="one-reader.reason" />}
          value={reason}
          onChange={(change) => setReason(change.target.value)}
        />
        <Button type="submit" tone="primary" disabled={reason.trim().length < REASON_MIN}>
          <FormattedMessage id={`one-reader.set-${step}`} />
        </Button>
      </form>
    </Dialog>
  )
}

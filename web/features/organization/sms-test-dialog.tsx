/** A test message from a number of ours to a telephone, and what the carrier said of it. */
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { describeCause } from '../../api/describe-cause.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { StepProblems, useStep, useStepUp } from '../session/index.ts'
import styles from './organization.module.css'
import type { SmsNumber } from './sms-number-dialog.tsx'

type Told = Awaited<ReturnType<typeof client.smsNumber.sendTest>>

export function SmsTestDialog({ number, onClose }: { number: SmsNumber; onClose: () => void }) {
  const intl = useIntl()
  const guard = useStepUp()
  const [to, setTo] = useState('')
  const [told, setTold] = useState<Told | null>(null)
  const step = useStep({ to: 'sms-test-to' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTold(null)
    void step.run(() => guard(() => client.smsNumber.sendTest({ smsNumberId: number.id, to })), setTold, 'sms-test-to')
  }
  return (
    <Dialog title={<FormattedMessage id="organization.sms.test" />} onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <p className={styles.fact}>
          <FormattedMessage
            id="organization.sms.test.lead"
            values={{ number: <bdi key="number">{number.number}</bdi> }}
          />
        </p>
        <TextField
          id="sms-test-to"
          type="tel"
          required
          dir="ltr"
          autoComplete="off"
          maxLength={40}
          label={<FormattedMessage id="organization.sms.field.number" />}
          value={to}
          onChange={(change) => setTo(change.target.value)}
        />
        {told && (
          <Banner tone={told.outcome === 'handed_over' ? 'done' : 'warning'}>
            <FormattedMessage
              id={`organization.sms.test.${told.outcome}`}
              values={{ cause: told.cause && describeCause(intl, told.cause) }}
            />
          </Banner>
        )}
        <Button type="submit" tone="primary" wide busy={step.isBusy}>
          <FormattedMessage id="organization.sms.test.send" />
        </Button>
      </form>
    </Dialog>
  )
}

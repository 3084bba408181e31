/** A number for text messages is added, or given another account of its carrier. The secret is written only, never shown. */
import { useState, type FormEvent } from 'react'
import { FormattedMessage } from 'react-intl'
import { client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { StepProblems, useStep, useStepUp } from '../session/index.ts'
import styles from './organization.module.css'

export type SmsNumber = Awaited<ReturnType<typeof client.smsNumber.list>>[number]

type SmsNumberDialogProps = {
  /** Null: a new one. */
  number: SmsNumber | null
  onClose: () => void
  onChanged: (numbers: SmsNumber[]) => void
}

export function SmsNumberDialog({ number, onClose, onChanged }: SmsNumberDialogProps) {
  const guard = useStepUp()
  const [values, setValues] = useState({
    number: '',
    carrierAccount: number?.carrierAccount ?? '',
    secret: '',
    apiUrl: number?.apiUrl ?? '',
  })
  const step = useStep({
    number: 'sms-number',
    carrierAccount: 'sms-carrierAccount',
    secret: 'sms-secret',
    apiUrl: 'sms-apiUrl',
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { number: wanted, ...carrier } = values
    void step.run(
      () =>
        guard(() =>
          number
            ? client.smsNumber.changeCarrier({ smsNumberId: number.id, ...carrier })
            : client.smsNumber.add({ number: wanted, name: wanted, ...carrier }),
        ),
      (numbers) => {
        onChanged(numbers)
        onClose()
      },
      number ? 'sms-carrierAccount' : 'sms-number',
    )
  }
  const field = (name: keyof typeof values, type: 'tel' | 'text' | 'password' | 'url', maxLength: number) => (
    <TextField
      id={name === 'number' ? 'sms-number' : `sms-${name}`}
      type={type}
      required
      dir="ltr"
      autoComplete="off"
      maxLength={maxLength}
      label={<FormattedMessage id={`organization.sms.field.${name}`} />}
      value={values[name]}
      onChange={(change) => setValues({ ...values, [name]: change.target.value })}
    />
  )
  return (
    <Dialog
      title={<FormattedMessage id={number ? 'organization.sms.carrier' : 'organization.sms.add'} />}
      onClose={onClose}
    >
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        {!number && field('number', 'tel', 40)}
        {field('carrierAccount', 'text', 100)}
        {field('secret', 'password', 200)}
        {field('apiUrl', 'url', 500)}
        <Button type="submit" tone="primary" wide busy={step.isBusy}>
          <FormattedMessage id="organization.sms.save" />
        </Button>
      </form>
    </Dialog>
  )
}

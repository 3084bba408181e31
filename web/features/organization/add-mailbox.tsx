import { useState, type FormEvent } from 'react'
import { FormattedMessage } from 'react-intl'
import { client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { StepProblems, useStep } from '../session/index.ts'
import styles from './organization.module.css'
import type { CardProps } from './organization.ts'

export function AddMailbox({ onClose, onChanged }: Pick<CardProps, 'onChanged'> & { onClose: () => void }) {
  const [address, setAddress] = useState('')
  const [name, setName] = useState('')
  const step = useStep({ address: 'mailbox-address', name: 'mailbox-name' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(
      () => client.organization.addMailbox({ address, name: name.trim() || address }),
      (next) => {
        onChanged(next)
        onClose()
      },
      'mailbox-address',
    )
  }
  return (
    <Dialog title={<FormattedMessage id="organization.mailbox.add" />} size="small" onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <TextField
          id="mailbox-address"
          type="email"
          required
          dir="ltr"
          maxLength={320}
          label={<FormattedMessage id="organization.mailbox.address" />}
          hint={<FormattedMessage id="organization.mailbox.hint" />}
          value={address}
          onChange={(change) => setAddress(change.target.value)}
        />
        <TextField
          id="mailbox-name"
          maxLength={200}
          label={<FormattedMessage id="organization.mailbox.name" />}
          value={name}
          onChange={(change) => setName(change.target.value)}
        />
        <Button type="submit" tone="primary" wide busy={step.isBusy}>
          <FormattedMessage id="organization.mailbox.do" />
        </Button>
      </form>
    </Dialog>
  )
}

/** The carrier rings two telephones and joins them: which one first, and which is the agent's. */
import { useState, type FormEvent } from 'react'
import { FormattedMessage } from 'react-intl'
import { client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { ContactValue } from '../../ui/contact-value.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { StepProblems, useStep } from '../session/index.ts'
import styles from '../../ui/entries.module.css'

type Dialing = NonNullable<Awaited<ReturnType<typeof client.callBack.list>>['dialing']>
type DialDialogProps = {
  row: { id: string; version: number; address: string }
  dialing: Dialing
  onDialed: () => void
  onClose: () => void
}

const FIRST = ['agent', 'patient'] as const

export function DialDialog({ row, dialing, onDialed, onClose }: DialDialogProps) {
  const [agentNumber, setAgentNumber] = useState(dialing.agentNumber ?? '')
  const [first, setFirst] = useState(dialing.first)
  const step = useStep({ agentNumber: 'dial-number' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(
      () => client.callBack.dial({ callBackId: row.id, version: row.version, agentNumber, first }),
      () => {
        onDialed()
        onClose()
      },
      'dial-number',
    )
  }
  return (
    <Dialog
      title={<FormattedMessage id="phone.dial.title" values={{ number: <ContactValue value={row.address} /> }} />}
      size="small"
      onClose={onClose}
    >
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <TextField
          id="dial-number"
          type="tel"
          required
          autoFocus
          dir="ltr"
          placeholder="+1 212 555 0100"
          label={<FormattedMessage id="phone.dial.mine" />}
          hint={<FormattedMessage id="phone.dial.mine-hint" />}
          value={agentNumber}
          onChange={(change) => setAgentNumber(change.target.value)}
        />
        <Choice
          name="dial-first"
          legend={<FormattedMessage id="phone.dial.first" />}
          value={first}
          options={FIRST.map((value) => ({ value, label: <FormattedMessage id={`phone.dial.first.${value}`} /> }))}
          onChange={setFirst}
        />
        <Button type="submit" tone="primary" busy={step.isBusy}>
          <FormattedMessage id="phone.dial" />
        </Button>
      </form>
    </Dialog>
  )
}

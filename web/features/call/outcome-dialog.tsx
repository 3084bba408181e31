/** What came of a call: a note in its conversation, and what becomes of that. The words stay until they are taken. */
import { useState, type FormEvent } from 'react'
import { FormattedMessage } from 'react-intl'
import { client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from '../../ui/entries.module.css'
import { StepProblems } from '../session/step-problems.tsx'
import { useStep } from '../session/use-step.ts'

const THEN = ['keep', 'wait', 'resolve'] as const
const CHANGE = {
  keep: undefined,
  wait: { state: 'waiting', waitingOn: 'patient' },
  resolve: { state: 'resolved' },
} as const

type OutcomeDialogProps = { call: { id: string }; onNoted: () => void; onClose: () => void }

export function OutcomeDialog({ call, onNoted, onClose }: OutcomeDialogProps) {
  const [text, setText] = useState('')
  const [then, setThen] = useState<(typeof THEN)[number]>('keep')
  const step = useStep({ text: 'call-outcome' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const outcome = { text: text.trim(), then: CHANGE[then] }
    void step.run(
      () => client.deskCall.noteOutcome({ callId: call.id, outcome }),
      () => {
        onNoted()
        onClose()
      },
      'call-outcome',
    )
  }
  return (
    <Dialog title={<FormattedMessage id="phone-bar.outcome" />} size="small" onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <TextArea
          id="call-outcome"
          required
          rows={3}
          minLength={3}
          maxLength={2_000}
          label={<FormattedMessage id="phone-bar.outcome.what" />}
          hint={<FormattedMessage id="phone-bar.outcome.hint" />}
          value={text}
          onChange={(change) => setText(change.target.value)}
        />
        <Choice
          name="call-outcome-then"
          legend={<FormattedMessage id="phone-bar.outcome.then" />}
          value={then}
          onChange={setThen}
          options={THEN.map((value) => ({ value, label: <FormattedMessage id={`phone-bar.outcome.${value}`} /> }))}
        />
        <Button type="submit" tone="primary" busy={step.isBusy} disabled={text.trim().length < 3}>
          <FormattedMessage id="phone-bar.outcome.save" />
        </Button>
      </form>
    </Dialog>
  )
}

/** One policy: whom it fits, and how many minutes each answer may take. */
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './policies.module.css'
import { KINDS, URGENCIES } from './clock-kinds.ts'
import type { Organization, Policy } from './policies-page.tsx'

const PAUSES = ['patient', 'payer', 'pharmacy', 'laboratory', 'other-office'] as const

type EditPolicyProps = {
  policy: Policy
  organization: Organization
  onDone: (next: Policy) => void
  onClose: () => void
}

/** What conversations of a complaint are about (engines/intent). */
const COMPLAINT = 'complaint'

export function EditPolicy({ policy, organization, onDone, onClose }: EditPolicyProps) {
  const intl = useIntl()
  const [draft, setDraft] = useState(policy)
  const queues = draft.conditions.queue ?? []
  const setQueues = (next: string[]) =>
    setDraft({ ...draft, conditions: { ...draft.conditions, queue: next.length > 0 ? next : undefined } })
  const setTarget = (kind: (typeof KINDS)[number], urgency: (typeof URGENCIES)[number], text: string) => {
    const { [urgency]: _, ...others } = draft.targets[kind] ?? {}
    const next = text === '' ? others : { ...others, [urgency]: Number(text) }
    const { [kind]: __, ...rest } = draft.targets
    setDraft({ ...draft, targets: Object.keys(next).length > 0 ? { ...rest, [kind]: next } : rest })
  }
  const setComplaints = (isOn: boolean) => {
    const { topic: _, ...conditions } = draft.conditions
    setDraft({ ...draft, conditions: isOn ? { ...conditions, topic: [COMPLAINT] } : conditions })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDone({ ...draft, name: draft.name.trim() || policy.name })
  }
  return (
    <Dialog
      title={<FormattedMessage id="policies.edit" values={{ name: policy.name }} />}
      size="wide"
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={submit}>
        <TextField
          id="policy-name"
          required
          maxLength={80}
          label={<FormattedMessage id="policies.name" />}
          value={draft.name}
          onChange={({ target }) => setDraft({ ...draft, name: target.value })}
        />
        <Choices
          name="policy-queue"
          legend={<FormattedMessage id="policies.queues" />}
          values={queues}
          onChange={setQueues}
          options={[...organization.queues, ...organization.retiredQueues.filter(({ id }) => queues.includes(id))].map(
            ({ id, name }) => ({ value: id, label: name }),
          )}
        />
        <Checkbox
          id="policy-complaints"
          label={<FormattedMessage id="policies.complaints" />}
          hint={<FormattedMessage id="policies.complaints-hint" />}
          checked={draft.conditions.topic?.includes(COMPLAINT) ?? false}
          onChange={({ target }) => setComplaints(target.checked)}
        />
        <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby="policy-targets">
          <table className={styles.table}>
            <caption id="policy-targets">
              <FormattedMessage id="policies.targets" />
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <FormattedMessage id="policies.clock" />
                </th>
                {URGENCIES.map((urgency) => (
                  <th key={urgency} scope="col">
                    <FormattedMessage id={`desk.urgency.${urgency}`} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {KINDS.map((kind) => (
                <tr key={kind}>
                  <th scope="row">
                    <FormattedMessage id={`policies.kind.${kind}`} />
                  </th>
                  {URGENCIES.map((urgency) => (
                    <td key={urgency}>
                      <TextField
                        id={`policy-${kind}-${urgency}`}
                        type="number"
                        min={1}
                        step={1}
                        labelHidden
                        label={`${intl.formatMessage({ id: `policies.kind.${kind}` })}, ${intl.formatMessage({ id: `desk.urgency.${urgency}` })}`}
                        value={draft.targets[kind]?.[urgency] ?? ''}
                        onChange={({ target }) => setTarget(kind, urgency, target.value)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Choices
          name="policy-pause"
          legend={<FormattedMessage id="policies.pauses" />}
          values={draft.pausesOn}
          onChange={(pausesOn) => setDraft({ ...draft, pausesOn })}
          options={PAUSES.map((value) => ({ value, label: <FormattedMessage id={`desk.waiting-on.${value}`} /> }))}
        />
        <Checkbox
          id="policy-around"
          label={<FormattedMessage id="policies.around" />}
          checked={draft.isAroundTheClock}
          onChange={({ target }) => setDraft({ ...draft, isAroundTheClock: target.checked })}
        />
        <Checkbox
          id="policy-assistant"
          label={<FormattedMessage id="policies.assistant" />}
          checked={draft.assistantAnswers}
          onChange={({ target }) => setDraft({ ...draft, assistantAnswers: target.checked })}
        />
        <Button type="submit" tone="primary">
          <FormattedMessage id="policies.done" />
        </Button>
      </form>
    </Dialog>
  )
}

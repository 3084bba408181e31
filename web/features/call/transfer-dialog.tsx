/** A caller is passed on: to whom, which telephone rings, and what they need to know. The words stay until they are taken. */
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from '../../ui/entries.module.css'
import { staffOf, useSession } from '../session/session.ts'
import { StepProblems } from '../session/step-problems.tsx'
import { useStep } from '../session/use-step.ts'

type TransferDialogProps = { call: { id: string }; onPassed: () => void; onClose: () => void }

export function TransferDialog({ call, onPassed, onClose }: TransferDialogProps) {
  const intl = useIntl()
  const me = staffOf(useSession().data)
  const colleagues = useQuery(api.desk.colleagues.queryOptions())
  const organization = useQuery(api.organization.get.queryOptions())
  const [to, setTo] = useState('')
  const [number, setNumber] = useState('')
  const [summary, setSummary] = useState('')
  const step = useStep({ staffId: 'transfer-to', queueId: 'transfer-to', number: 'transfer-number', summary: 'transfer-summary' }) // prettier-ignore
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [kind, id = ''] = to.split(':')
    const target =
      kind === 'queue' ? ({ kind: 'queue', queueId: id } as const) : ({ kind: 'colleague', staffId: id } as const)
    void step.run(
      () => client.deskCall.transfer({ callId: call.id, to: target, number: number.trim(), summary: summary.trim() }),
      () => {
        onPassed()
        onClose()
      },
      'transfer-to',
    )
  }
  const failed = colleagues.error ?? organization.error
  const people = (colleagues.data ?? [])
    .filter(({ id, role }) => id !== me?.id && role !== 'administrator')
    .toSorted((a, b) => Number(b.isOnDuty) - Number(a.isOnDuty))
  return (
    <Dialog title={<FormattedMessage id="phone-bar.transfer.title" />} size="small" onClose={onClose}>
      {failed && (
        <Failed error={failed} onRetry={() => void Promise.all([colleagues.refetch(), organization.refetch()])} />
      )}
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <Select
          id="transfer-to"
          label={<FormattedMessage id="phone-bar.transfer.to" />}
          value={to}
          onChange={setTo}
          options={[
            { value: '', label: intl.formatMessage({ id: 'phone-bar.transfer.choose' }) },
            ...people.map(({ id, name, isOnDuty }) => ({
              value: `colleague:${id}`,
              label: intl.formatMessage({ id: 'phone-bar.transfer.colleague' }, { name, isHere: String(isOnDuty) }),
            })),
            ...(organization.data?.queues ?? []).map(({ id, name }) => ({
              value: `queue:${id}`,
              label: intl.formatMessage({ id: 'phone-bar.transfer.queue' }, { name }),
            })),
          ]}
        />
        <TextArea
          id="transfer-summary"
          required
          rows={3}
          minLength={3}
          maxLength={2_000}
          label={<FormattedMessage id="phone-bar.transfer.summary" />}
          hint={<FormattedMessage id="phone-bar.transfer.summary-hint" />}
          value={summary}
          onChange={(change) => setSummary(change.target.value)}
        />
        <TextField
          id="transfer-number"
          type="tel"
          dir="ltr"
          placeholder="+1 212 555 0100"
          label={<FormattedMessage id="phone-bar.transfer.number" />}
          hint={<FormattedMessage id="phone-bar.transfer.number-hint" />}
          value={number}
          onChange={(change) => setNumber(change.target.value)}
        />
        <Button type="submit" tone="primary" busy={step.isBusy} disabled={to === '' || summary.trim().length < 3}>
          <FormattedMessage id="phone-bar.transfer.do" />
        </Button>
      </form>
    </Dialog>
  )
}

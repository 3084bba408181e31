/** A visit is cancelled by the desk: the day and time once more, and why. */
import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import { StepProblems, useStep } from '../session/index.ts'
import styles from './visits.module.css'
import { VisitTime } from './visit-time.tsx'
import type { Visit } from './visits.tsx'

const REASONS = ['illness', 'transport', 'cost', 'time', 'better', 'elsewhere', 'clinic', 'other'] as const
type Reason = (typeof REASONS)[number]

type CancelDialogProps = { visit: Visit; conversationId: string; onClose: () => void }

export function CancelDialog({ visit, conversationId, onClose }: CancelDialogProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [reason, setReason] = useState<Reason>()
  const step = useStep({ reason: `visit-reason-${REASONS[0]}` })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!reason) {
      step.refuse([
        { field: `visit-reason-${REASONS[0]}`, message: intl.formatMessage({ id: 'visits.reason.missing' }) },
      ])
      return
    }
    const { id: appointmentId, version } = visit
    void step.run(
      () =>
        client.appointment
          .cancel({ appointmentId, version, conversationId, reason })
          .finally(() => queries.invalidateQueries({ queryKey: api.appointment.key() })),
      () => {
        showToast({ text: intl.formatMessage({ id: 'visits.cancel.done' }) })
        onClose()
      },
    )
  }
  return (
    <Dialog title={<FormattedMessage id="visits.cancel.title" />} size="small" onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <div>
          <p className={styles.when}>
            <VisitTime visit={visit} />
          </p>
          <p className={styles.fact}>
            <bdi>{visit.what}</bdi> · {visit.siteName}
          </p>
        </div>
        <Choice
          name="visit-reason"
          legend={<FormattedMessage id="visits.reason" />}
          value={reason}
          onChange={setReason}
          options={REASONS.map((value) => ({ value, label: <FormattedMessage id={`visits.reason.${value}`} /> }))}
        />
        <p className={styles.fact}>
          <FormattedMessage id="visits.cancel.what" />
        </p>
        <Button type="submit" tone="danger" busy={step.isBusy}>
          <FormattedMessage id="visits.cancel.do" />
        </Button>
      </form>
    </Dialog>
  )
}

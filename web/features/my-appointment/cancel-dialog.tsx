/** A visit is called off in two steps, and each says which: first why, then whether it is meant. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../../ui/error-summary.tsx'
import { Row } from '../../ui/page.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './my-appointment.module.css'
import type { MyVisit } from './use-my-visits.ts'
import { VisitWhen } from './visit-when.tsx'

const REASONS = ['illness', 'transport', 'cost', 'time', 'better', 'elsewhere', 'other'] as const
type Reason = (typeof REASONS)[number]

export function CancelDialog({ visit, onClose }: { visit: MyVisit; onClose: () => void }) {
  const intl = useIntl()
  const [reason, setReason] = useState<Reason>()
  const [isSure, setIsSure] = useState(false)
  return (
    <Dialog title={intl.formatMessage({ id: 'my-visits.cancel' })} size="small" onClose={onClose}>
      {isSure && reason ? (
        <Confirm {...{ visit, reason, onClose }} />
      ) : (
        <AskWhy {...{ visit, reason, setReason, onClose }} onNext={() => setIsSure(true)} />
      )}
    </Dialog>
  )
}

type AskWhyProps = {
  visit: MyVisit
  reason: Reason | undefined
  setReason: (reason: Reason) => void
  onNext: () => void
  onClose: () => void
}

function AskWhy({ visit, reason, setReason, onNext, onClose }: AskWhyProps) {
  const intl = useIntl()
  const [attempt, setAttempt] = useState(0)
  const missing = {
    field: `visit-reason-${REASONS[0]}`,
    message: intl.formatMessage({ id: 'my-visits.ask.missing' }),
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (reason) onNext()
    else setAttempt(attempt + 1)
  }
  return (
    <form onSubmit={submit} className={styles.form}>
      <ErrorSummary
        title={intl.formatMessage({ id: 'my-visits.ask.problem' })}
        problems={attempt > 0 && !reason ? [missing] : []}
        attempt={attempt}
      />
      <WhichVisit visit={visit} />
      <Choice
        name="visit-reason"
        legend={<FormattedMessage id="my-visits.ask" />}
        value={reason}
        onChange={setReason}
        options={REASONS.map((value) => ({ value, label: <FormattedMessage id={`my-visits.reason.${value}`} /> }))}
      />
      <Row>
        <Button type="submit" tone="primary">
          <FormattedMessage id="my-visits.ask.next" />
        </Button>
        <Button onClick={onClose}>
          <FormattedMessage id="my-visits.keep" />
        </Button>
      </Row>
    </form>
  )
}

type ConfirmProps = { visit: MyVisit; reason: Reason; onClose: () => void }

function Confirm({ visit, reason, onClose }: ConfirmProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [problems, setProblems] = useState<FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [isBusy, setIsBusy] = useState(false)
  const question = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone; the question of this step is read next.
  useEffect(() => question.current?.focus(), [])
  const cancel = async () => {
    setIsBusy(true)
    try {
      await client.myAppointment
        .cancel({ appointmentId: visit.id, version: visit.version, reason })
        .finally(() => queries.invalidateQueries({ queryKey: api.myAppointment.key() }))
      showToast({ text: intl.formatMessage({ id: 'my-visits.cancel.done' }) })
      onClose()
    } catch (error) {
      const problem = problemOf(error)
      const isStale = problem.code === 'CHANGED_MEANWHILE' || problem.code === 'STATE_NOT_ALLOWED'
      const message = isStale ? intl.formatMessage({ id: 'my-visits.stale' }) : describeProblem(intl, problem)
      setProblems([{ message }])
      setAttempt((before) => before + 1)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <div className={styles.form}>
      <ErrorSummary title={intl.formatMessage({ id: 'my-visits.problem' })} problems={problems} attempt={attempt} />
      <p ref={question} tabIndex={-1} className={styles.question}>
        <FormattedMessage id="my-visits.sure" />
      </p>
      <WhichVisit visit={visit} />
      <p className={styles.fact}>
        <FormattedMessage id="my-visits.sure.hint" />
      </p>
      <Row>
        <Button tone="danger" busy={isBusy} onClick={() => void cancel()}>
          <FormattedMessage id="my-visits.sure.do" />
        </Button>
        <Button onClick={onClose}>
          <FormattedMessage id="my-visits.keep" />
        </Button>
      </Row>
    </div>
  )
}

const WhichVisit = ({ visit }: { visit: MyVisit }) => (
  <div>
    <VisitWhen visit={visit} />
    <p className={styles.fact}>
      <bdi>{visit.siteName}</bdi>
    </p>
  </div>
)

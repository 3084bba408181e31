/** Somebody stands at the desk: a queue number, for a patient who was found or for nobody known. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { newMessageId } from '../../api/message-id.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { PatientRow } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { languageName } from '../conversation/badges.tsx'
import { FindPatient } from './find-patient.tsx'
import styles from './front-desk.module.css'
import type { Overview } from './use-turns.ts'

const REASONS = ['visit', 'unwell', 'billing', 'other'] as const

type WalkInDialogProps = {
  siteId: string
  queues: Overview['queues']
  onTaken: () => Promise<unknown>
  onClose: () => void
}

export function WalkInDialog({ siteId, queues, onTaken, onClose }: WalkInDialogProps) {
  const intl = useIntl()
  const organization = useQuery(api.organization.get.queryOptions())
  const languages = organization.data?.languages ?? ['en']
  const [messageId, setMessageId] = useState(newMessageId)
  const [patient, setPatient] = useState<PatientRow | null>(null)
  const [isChecked, setIsChecked] = useState(false)
  const [queueId, setQueueId] = useState('')
  const [reason, setReason] = useState<(typeof REASONS)[number]>('visit')
  const [language, setLanguage] = useState(languages[0] ?? 'en')
  const take = useMutation(api.frontDesk.take.mutationOptions({ onSuccess: onTaken }))
  /** Another arrival than the one that was asked for, whose answer may have been lost, has another number. */
  const anew =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setMessageId(newMessageId())
    }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const person = patient ? { patientId: patient.id, isChecked } : {}
    take.mutate({ siteId, messageId, reason, language, ...(queueId && { queueId }), ...person })
  }
  if (take.data)
    return (
      <Dialog
        title={<FormattedMessage id="front-desk.taken" />}
        size="small"
        onClose={onClose}
        actions={
          <Button tone="primary" onClick={onClose}>
            <FormattedMessage id="front-desk.taken.close" />
          </Button>
        }
      >
        <p className={styles.given} role="status">
          {take.data.number}
        </p>
        <p className={styles.fact}>
          {take.data.estimate ? (
            <FormattedMessage id="front-desk.estimate" values={take.data.estimate} />
          ) : (
            <FormattedMessage id="front-desk.estimate.none" />
          )}
        </p>
      </Dialog>
    )
  return (
    <Dialog title={<FormattedMessage id="front-desk.walk-in" />} onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <FindPatient
          chosen={patient}
          onChoose={anew((chosen) => {
            setPatient(chosen)
            setIsChecked(false)
          })}
        />
        {patient ? (
          <Checkbox
            id="walk-in-checked"
            label={<FormattedMessage id="front-desk.checked" />}
            hint={<FormattedMessage id="front-desk.checked-hint" />}
            checked={isChecked}
            onChange={(change) => anew(setIsChecked)(change.target.checked)}
          />
        ) : (
          <p className={styles.fact}>
            <FormattedMessage id="front-desk.patient.none" />
          </p>
        )}
        <Select
          id="walk-in-reason"
          label={<FormattedMessage id="front-desk.reason" />}
          value={reason}
          options={REASONS.map((value) => ({ value, label: intl.formatMessage({ id: `front-desk.reason.${value}` }) }))}
          onChange={anew(setReason)}
        />
        <Select
          id="walk-in-queue"
          label={<FormattedMessage id="front-desk.queue" />}
          value={queueId}
          options={[
            { value: '', label: intl.formatMessage({ id: 'front-desk.queue.by-reason' }) },
            ...queues.map(({ id, name, letter }) => ({ value: id, label: `${letter} · ${name}` })),
          ]}
          onChange={anew(setQueueId)}
        />
        <Select
          id="walk-in-language"
          label={<FormattedMessage id="front-desk.language" />}
          value={language}
          options={languages.map((value) => ({ value, label: languageName(intl, value) }))}
          onChange={anew(setLanguage)}
        />
        {take.error && <p role="alert">{describeProblem(intl, problemOf(take.error))}</p>}
        <Button type="submit" tone="primary" busy={take.isPending}>
          <FormattedMessage id="front-desk.take" />
        </Button>
      </form>
    </Dialog>
  )
}

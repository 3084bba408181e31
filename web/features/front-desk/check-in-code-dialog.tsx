/** A code for the kiosk, for a person whom the caller has checked (decision 0086). Shown once. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { PatientRow } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { ContactValue } from '../../ui/contact-value.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Timestamp, useNow } from '../../ui/timestamp.tsx'
import { FindPatient } from './find-patient.tsx'
import styles from './front-desk.module.css'

const METHODS = ['document-in-person', 'two-facts-and-call-back'] as const

export function CheckInCodeDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl()
  const now = useNow()
  const [patient, setPatient] = useState<PatientRow | null>(null)
  const [method, setMethod] = useState<(typeof METHODS)[number]>()
  const [contactPointId, setContactPointId] = useState<string>()
  const issue = useMutation(api.frontDesk.issueCode.mutationOptions({ gcTime: 0 }))
  const isCall = method === 'two-facts-and-call-back'
  const person = useQuery(
    api.patient.get.queryOptions({ input: { patientId: patient?.id ?? '' }, enabled: isCall && patient !== null }),
  )
  const numbers = person.data?.contactPoints.filter(
    ({ system, state, use }) => system !== 'email' && state === 'active' && use !== 'old',
  )
  const called = isCall ? numbers?.find(({ id }) => id === contactPointId)?.id : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (patient && method) issue.mutate({ patientId: patient.id, method, contactPointId: called })
  }
  return (
    <Dialog title={<FormattedMessage id="front-desk.code" />} onClose={onClose}>
      {issue.data ? (
        <div className={styles.form}>
          <p className={styles.given} role="status" dir="ltr">
            {`${issue.data.code.slice(0, 4)} ${issue.data.code.slice(4)}`}
          </p>
          <p className={styles.qr}>
            <QrCode text={issue.data.code} label={intl.formatMessage({ id: 'front-desk.code.qr' })} />
          </p>
          <p>
            <FormattedMessage
              id="front-desk.code.explain"
              values={{ time: <Timestamp key="time" at={issue.data.expiresAt} style="exact" /> }}
            />
          </p>
        </div>
      ) : (
        <form onSubmit={submit} className={styles.form}>
          <p>
            <FormattedMessage id="front-desk.code.lead" />
          </p>
          <FindPatient chosen={patient} onChoose={setPatient} />
          <Choice
            name="code-method"
            legend={<FormattedMessage id="front-desk.code.method" />}
            value={method}
            options={METHODS.map((value) => ({
              value,
              label: <FormattedMessage id={`front-desk.code.method.${value}`} />,
            }))}
            onChange={setMethod}
          />
          {isCall && person.isError && <p role="alert">{describeProblem(intl, problemOf(person.error))}</p>}
          {isCall && numbers?.length === 0 && (
            <p role="status">
              <FormattedMessage id="front-desk.code.called.none" />
            </p>
          )}
          {isCall && numbers && numbers.length > 0 && (
            <Choice
              name="code-called"
              legend={<FormattedMessage id="front-desk.code.called" />}
              value={called}
              options={numbers.map(({ id, value, codesFrom }) => ({
                value: id,
                label: <ContactValue value={value} />,
                hint:
                  new Date(codesFrom) > now ? (
                    <FormattedMessage
                      id="front-desk.code.called.new"
                      values={{ time: <Timestamp key="time" at={codesFrom} style="exact" /> }}
                    />
                  ) : undefined,
              }))}
              onChange={setContactPointId}
            />
          )}
          {issue.error && <p role="alert">{describeProblem(intl, problemOf(issue.error))}</p>}
          <Button
            type="submit"
            tone="primary"
            busy={issue.isPending}
            disabled={!patient || !method || (isCall && !called)}
          >
            <FormattedMessage id="front-desk.code.issue" />
          </Button>
        </form>
      )}
    </Dialog>
  )
}

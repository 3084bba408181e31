/** How to reach the patient. A new address counts once its code came back; the old ones are told (trust-D18). */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { BadgeCheck, CircleAlert, Mail, Phone, Plus, Smartphone, type LucideIcon } from 'lucide-react'
import { useState, type SyntheticEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ContactPoint, Patient } from '../../api/types.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/checkbox.tsx'
import { ContactValue } from '../../ui/contact-value.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Row, Stack } from '../../ui/page.tsx'
import { CodeField, TextField } from '../../ui/text-field.tsx'
import { useNow } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { usePatientSession, useWhose } from '../patient-session/patient-session.tsx'
import { StepUpClosed, useStepUp } from '../patient-session/step-up.tsx'
import styles from './my-details.module.css'

type System = ContactPoint['system']
type Adding =
  | { step: 'address'; replaces?: ContactPoint }
  | { step: 'code'; contactPointId: string; value: string; minutes: number }

const icons: Record<System, LucideIcon> = { email: Mail, sms: Smartphone, phone: Phone }

export function ContactPoints({ patient }: { patient: Patient }) {
  const intl = useIntl()
  const [adding, setAdding] = useState<Adding | null>(null)
  const [removing, setRemoving] = useState<ContactPoint | null>(null)
  const { patient: shown } = usePatientSession()
  const whose = useWhose()
  // Who acts for somebody changes no address of theirs (the server refuses too).
  const mayChange = shown?.isSelf ?? false
  const now = useNow()
  const inUse = patient.contactPoints.filter((point) => point.state !== 'detached' || isWaiting(point, now))
  return (
    <Card title={<FormattedMessage id="profile.contact.title" values={whose} />}>
      <p className={styles.hint}>
        <FormattedMessage id="profile.contact.what" />
      </p>
      <List aria-label={intl.formatMessage({ id: 'profile.contact.title' }, whose)}>
        {inUse.map((point) => (
          <ContactPointRow
            key={point.id}
            point={point}
            mayChange={mayChange}
            isWaiting={isWaiting(point, now)}
            onChange={() => setAdding({ step: 'address', replaces: point })}
            onConfirm={() => setAdding({ step: 'code', contactPointId: point.id, value: point.value, minutes: 0 })}
            onRemove={() => setRemoving(point)}
          />
        ))}
      </List>
      {!mayChange && (
        <p className={styles.hint}>
          <FormattedMessage id="profile.contact.not-yours" />
        </p>
      )}
      {mayChange && adding === null && (
        <div>
          <Button icon={Plus} onClick={() => setAdding({ step: 'address' })}>
            <FormattedMessage id="profile.contact.add" />
          </Button>
        </div>
      )}
      {adding?.step === 'address' && (
        <AddressForm
          replaces={adding.replaces}
          onSent={(contactPointId, value, minutes) => setAdding({ step: 'code', contactPointId, value, minutes })}
          onClose={() => setAdding(null)}
        />
      )}
      {adding?.step === 'code' && <CodeForm adding={adding} onClose={() => setAdding(null)} />}
      {removing && <RemoveDialog point={removing} onClose={() => setRemoving(null)} />}
    </Card>
  )
}

/** A new address whose code did not come back yet can still be confirmed while the code is good. */
const CODE_GOOD_MS = 600_000
const isWaiting = (point: ContactPoint, now: Date): boolean =>
  point.state === 'detached' && !point.verifiedAt && now.getTime() - Date.parse(point.changedAt) < CODE_GOOD_MS

type ContactPointRowProps = {
  point: ContactPoint
  mayChange: boolean
  isWaiting: boolean
  onChange: () => void
  onConfirm: () => void
  onRemove: () => void
}

function ContactPointRow({ point, mayChange, isWaiting, onChange, onConfirm, onRemove }: ContactPointRowProps) {
  const Icon = icons[point.system]
  const isBroken = point.state === 'bouncing' || point.state === 'blocked' || point.state === 'reassigned'
  return (
    <ListRow className={styles.row}>
      <Icon aria-hidden size="1.3em" strokeWidth={1.7} />
      <div className={styles.words}>
        <p className={styles.strong}>
          <ContactValue value={point.value} />
        </p>
        <p className={styles.state}>
          {isBroken && <CircleAlert aria-hidden size="1.1em" />}
          {!isBroken && point.verifiedAt && <BadgeCheck aria-hidden size="1.1em" />}
          {isBroken ? (
            <FormattedMessage id="profile.contact.broken" />
          ) : point.verifiedAt ? (
            <FormattedMessage id="profile.contact.confirmed" />
          ) : (
            <FormattedMessage id="profile.contact.unconfirmed" />
          )}
        </p>
      </div>
      <Row>
        {mayChange && isWaiting && (
          <Button size="small" onClick={onConfirm}>
            <FormattedMessage id="profile.contact.enter-code" />
          </Button>
        )}
        {mayChange && !isWaiting && (
          <>
            <Button size="small" onClick={onChange}>
              <FormattedMessage
                id="profile.contact.change"
                values={{ name: (text) => <span className="visually-hidden">{text}</span>, address: point.value }}
              />
            </Button>
            <Button size="small" tone="plain" onClick={onRemove}>
              <FormattedMessage
                id="profile.contact.remove"
                values={{ name: (text) => <span className="visually-hidden">{text}</span>, address: point.value }}
              />
            </Button>
          </>
        )}
      </Row>
    </ListRow>
  )
}

type AddressFormProps = {
  replaces: ContactPoint | undefined
  onSent: (contactPointId: string, value: string, minutes: number) => void
  onClose: () => void
}

function AddressForm({ replaces, onSent, onClose }: AddressFormProps) {
  const intl = useIntl()
  const { patientId } = usePatientSession()
  const queries = useQueryClient()
  const withStepUp = useStepUp()
  const [system, setSystem] = useState<System>(replaces?.system ?? 'sms')
  const [value, setValue] = useState('')
  const [isMissing, setMissing] = useState(false)
  const add = useMutation({
    mutationFn: () =>
      withStepUp(() =>
        client.myProfile.addContactPoint({
          system,
          value: value.trim(),
          use: replaces?.use ?? 'home',
          patientId,
          replaces: replaces?.id,
        }),
      ),
    onSuccess: ({ contactPointId, minutes }) => {
      void queries.invalidateQueries({ queryKey: api.myProfile.get.key() })
      onSent(contactPointId, value.trim(), minutes)
    },
  })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setMissing(value.trim().length < 3)
    if (value.trim().length >= 3) add.mutate()
  }
  const error = isMissing
    ? intl.formatMessage({ id: `profile.contact.missing.${system === 'email' ? 'email' : 'phone'}` })
    : add.error && !(add.error instanceof StepUpClosed)
      ? describeProblem(intl, problemOf(add.error))
      : undefined

  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      {!replaces && (
        <Choice
          name="contact-system"
          legend={<FormattedMessage id="profile.contact.kind" />}
          value={system}
          options={(['sms', 'phone', 'email'] as const).map((kind) => ({
            value: kind,
            label: <FormattedMessage id={`profile.contact.kind.${kind}`} />,
          }))}
          onChange={setSystem}
        />
      )}
      {replaces && (
        <p>
          <FormattedMessage
            id="profile.contact.replaces"
            values={{ address: <ContactValue value={replaces.value} /> }}
          />
        </p>
      )}
      <TextField
        id="contact-value"
        label={<FormattedMessage id={system === 'email' ? 'profile.contact.new-email' : 'profile.contact.new-phone'} />}
        hint={<FormattedMessage id="profile.contact.told" />}
        error={error}
        autoFocus
        type={system === 'email' ? 'email' : 'tel'}
        autoComplete={system === 'email' ? 'email' : 'tel'}
        dir="ltr"
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <Row>
        <Button type="submit" tone="primary" busy={add.isPending}>
          <FormattedMessage id="profile.contact.send-code" />
        </Button>
        <Button tone="plain" onClick={onClose}>
          <FormattedMessage id="portal.back" />
        </Button>
      </Row>
    </form>
  )
}

function CodeForm({ adding, onClose }: { adding: Extract<Adding, { step: 'code' }>; onClose: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => client.myProfile.confirmContactPoint({ contactPointId: adding.contactPointId, code }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.myProfile.get.key() })
      showToast({ text: intl.formatMessage({ id: 'profile.contact.done' }) })
      onClose()
    },
  })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (/^\d{6}$/.test(code)) confirm.mutate()
  }
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      <p role="status">
        <FormattedMessage
          id="profile.contact.sent"
          values={{ address: <ContactValue className={styles.strong} value={adding.value} /> }}
        />
      </p>
      <CodeField
        id="contact-code"
        autoFocus
        label={<FormattedMessage id="portal.code" />}
        hint={<FormattedMessage id="portal.code.hint" />}
        error={confirm.error && describeProblem(intl, problemOf(confirm.error))}
        value={code}
        onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
      />
      <Row>
        <Button type="submit" tone="primary" busy={confirm.isPending} disabled={!/^\d{6}$/.test(code)}>
          <FormattedMessage id="profile.contact.confirm" />
        </Button>
        <Button tone="plain" onClick={onClose}>
          <FormattedMessage id="portal.later" />
        </Button>
      </Row>
    </form>
  )
}

function RemoveDialog({ point, onClose }: { point: ContactPoint; onClose: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const withStepUp = useStepUp()
  const remove = useMutation({
    mutationFn: () => withStepUp(() => client.myProfile.removeContactPoint({ contactPointId: point.id })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.myProfile.get.key() })
      onClose()
    },
  })
  return (
    <Dialog
      size="small"
      title={<FormattedMessage id="profile.contact.remove.title" />}
      onClose={onClose}
      actions={
        <Row>
          <Button onClick={onClose}>
            <FormattedMessage id="portal.back" />
          </Button>
          <Button tone="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            <FormattedMessage id="portal.remove" />
          </Button>
        </Row>
      }
    >
      <Stack gap={4}>
        <p>
          <FormattedMessage
            id="profile.contact.remove.text"
            values={{ address: <ContactValue className={styles.strong} value={point.value} /> }}
          />
        </p>
        {remove.error && !(remove.error instanceof StepUpClosed) && (
          <Banner tone="warning" announce="alert">
            {describeProblem(intl, problemOf(remove.error))}
          </Banner>
        )}
      </Stack>
    </Dialog>
  )
}

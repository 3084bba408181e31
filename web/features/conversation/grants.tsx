/** Who is near the patient, what they may do, and giving and ending that (desk-D9, trust-D13). Code and words come with the pane of somebody who was verified. */
import { useQueryClient } from '@tanstack/react-query'
import { CalendarClock, Users } from 'lucide-react'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import type { PersonPane } from '../../api/types.ts'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { SPOKEN_LANGUAGES } from '../../i18n/spoken-languages.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice, Choices } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { StepProblems, useStep, useStepUp } from '../session/index.ts'
import { languageName } from './badges.tsx'
import dialog from './conversation-dialogs.module.css'
import { Section } from './pane-section.tsx'
import styles from './person-pane.module.css'

const words: CatalogueParts = {
  en: [() => import('../../i18n/en/grants.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/grants.json', { with: { type: 'json' } })],
}
type Near = PersonPane['relatedPersons'][number]
type Grant = NonNullable<Near['proxy']>
type Scope = Grant['scope'][number]

const SCOPES = ['schedule', 'messages', 'clinical', 'billing'] as const satisfies Scope[]
const BASES = ['signed-form', 'parent-of-minor', 'power-of-attorney', 'court-order'] as const
const END_REASONS = ['patient-asked', 'holder-asked', 'basis-over', 'safety'] as const
type Basis = (typeof BASES)[number]
type EndReason = (typeof END_REASONS)[number]
/** In place of the id of a person: nobody who is on file. */
const SOMEBODY_NEW = 'new'

type GrantsProps = { patient: PersonPane; mayWrite: boolean }
/** `isAhead`: it has not begun. */
type Ending = { of: Near; grant: Grant; isAhead: boolean }
type Asking = { what: 'give'; to: string } | ({ what: 'end' } & Ending) | null

export const Grants = (props: GrantsProps) => (
  <PageWords parts={words}>
    <People {...props} />
  </PageWords>
)

const nameOf = ({ given, family }: Pick<Near, 'given' | 'family'>) => `${given} ${family}`

function People({ patient, mayWrite }: GrantsProps) {
  const intl = useIntl()
  const [asking, setAsking] = useState<Asking>(null)
  const giving = useRef<HTMLButtonElement>(null)
  const close = () => setAsking(null)
  const hasEnded = useRef(false)
  useEffect(() => {
    // The button that the focus came back to is gone with the grant.
    if (!hasEnded.current || document.activeElement !== document.body) return
    hasEnded.current = false
    giving.current?.focus()
  }, [patient])
  if (!mayWrite && patient.relatedPersons.length === 0) return null
  return (
    <Section title={<FormattedMessage id="grants.title" />}>
      {patient.relatedPersons.length === 0 && (
        <p className={styles.fact}>
          <FormattedMessage id="grants.nobody" />
        </p>
      )}
      <ul className={styles.lines}>
        {patient.relatedPersons.map((person) => {
          const { proxy, nextProxy } = person
          const isLive = proxy?.state === 'active'
          return (
            <li key={person.id} className={styles.group}>
              <p>
                <bdi>{nameOf(person)}</bdi> <span className={styles.fact}>{person.relationship}</span>
              </p>
              {proxy && <GrantLine grant={proxy} patient={patient} />}
              {mayWrite && proxy && isLive && (
                <div className={styles.actions}>
                  <Button
                    size="small"
                    tone="plain"
                    aria-label={intl.formatMessage({ id: 'grants.change.of' }, { name: nameOf(person) })}
                    onClick={() => setAsking({ what: 'give', to: person.id })}
                  >
                    <FormattedMessage id="grants.change" />
                  </Button>
                  <Button
                    size="small"
                    tone="plain"
                    aria-label={intl.formatMessage({ id: 'grants.end.of' }, { name: nameOf(person) })}
                    onClick={() => setAsking({ what: 'end', of: person, grant: proxy, isAhead: false })}
                  >
                    <FormattedMessage id="grants.end" />
                  </Button>
                </div>
              )}
              {nextProxy && <GrantLine isAhead grant={nextProxy} patient={patient} />}
              {mayWrite && nextProxy && (
                <div className={styles.actions}>
                  <Button
                    size="small"
                    tone="plain"
                    aria-label={intl.formatMessage({ id: 'grants.next.end.of' }, { name: nameOf(person) })}
                    onClick={() => setAsking({ what: 'end', of: person, grant: nextProxy, isAhead: true })}
                  >
                    <FormattedMessage id="grants.next.end" />
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {mayWrite && (
        <div className={styles.actions}>
          <Button
            ref={giving}
            size="small"
            onClick={() => setAsking({ what: 'give', to: firstWithout(patient) ?? SOMEBODY_NEW })}
          >
            <FormattedMessage id="grants.give" />
          </Button>
        </div>
      )}
      {asking?.what === 'give' && <GiveDialog patient={patient} to={asking.to} onClose={close} />}
      {asking?.what === 'end' && (
        <EndDialog
          {...asking}
          onEnded={() => {
            hasEnded.current = true
          }}
          onClose={close}
        />
      )}
    </Section>
  )
}

const firstWithout = (patient: PersonPane) => patient.relatedPersons.find(({ proxy }) => proxy?.state !== 'active')?.id

/** Its last day is the one before the midnight at which it ends, where the patient is. */
function GrantLine({ grant, patient, isAhead }: { grant: Grant; patient: PersonPane; isAhead?: boolean }) {
  const intl = useIntl()
  const day = (instant: string, beforeMs = 0) =>
    intl.formatDate(Date.parse(instant) - beforeMs, { dateStyle: 'medium', timeZone: patient.timeZone ?? undefined })
  if (grant.state !== 'active')
    return grant.endsAt ? (
      <p className={styles.fact}>
        <FormattedMessage id="grants.ended" values={{ until: day(grant.endsAt, 1) }} />
      </p>
    ) : null
  const basis = BASES.find((one) => one === grant.basis)
  const values = {
    basis: basis ? intl.formatMessage({ id: `grants.basis.${basis}` }) : grant.basis,
    from: day(grant.startsAt),
    until: grant.endsAt && day(grant.endsAt, 1),
  }
  return (
    <>
      <Badge tone={isAhead ? 'waiting' : 'done'} icon={isAhead ? CalendarClock : Users}>
        <FormattedMessage
          id={isAhead ? 'grants.next.acts' : 'grants.acts'}
          values={{
            scope: intl.formatList(grant.scope.map((one) => intl.formatMessage({ id: `grants.scope.${one}` }))),
            from: values.from,
          }}
        />
      </Badge>
      <p className={styles.fact}>
        <FormattedMessage
          id={grant.endsAt ? 'grants.between' : isAhead ? 'grants.from' : 'grants.since'}
          values={values}
        />
      </p>
    </>
  )
}

/** With a grant the levels of conversations change, and what may be answered to whom. */
function useShownAgain() {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: api.patient.get.key() })
    void queries.invalidateQueries({ queryKey: api.identity.key() })
    void queries.invalidateQueries({ queryKey: api.conversation.key() })
  }
}

/** A moment of that day in each zone from Honolulu to Auckland: a grant holds from its midnight, or to the end of it, where the patient is. */
const inDay = (day: string) => `${day}T10:00:00Z`

function GiveDialog({ patient, to, onClose }: { patient: PersonPane; to: string; onClose: () => void }) {
  const intl = useIntl()
  const shownAgain = useShownAgain()
  const stepUp = useStepUp()
  const [personId, setPersonId] = useState(to)
  const before = patient.relatedPersons.find(({ id }) => id === personId)?.proxy
  const [given, setGiven] = useState('')
  const [family, setFamily] = useState('')
  const [relationship, setRelationship] = useState('')
  const [language, setLanguage] = useState(patient.language)
  const [contact, setContact] = useState('')
  const [scope, setScope] = useState<Scope[]>(before?.state === 'active' ? before.scope : [])
  const [basis, setBasis] = useState<Basis>(BASES.find((one) => one === before?.basis) ?? 'signed-form')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const step = useStep({
    given: 'grant-given',
    family: 'grant-family',
    relationship: 'grant-relationship',
    value: 'grant-contact',
    contactPoints: 'grant-contact',
    basis: 'grant-basis',
    startsAt: 'grant-from',
    endsAt: 'grant-until',
  })
  const isNew = personId === SOMEBODY_NEW
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (scope.length === 0) {
      step.refuse([{ field: 'grant-scope-schedule', message: intl.formatMessage({ id: 'grants.scope.none' }) }])
      return
    }
    void step.run(
      async () => {
        const relatedPersonId = isNew ? await addPerson() : personId
        const days = { startsAt: from ? inDay(from) : null, endsAt: until ? inDay(until) : null }
        const grant = { patientId: patient.id, relatedPersonId, scope, basis, ...days }
        return stepUp(() => client.patient.grantProxy(grant))
      },
      (person) => {
        shownAgain()
        const id = from && person.nextProxy ? 'grants.given.later' : 'grants.given.done'
        showToast({ text: intl.formatMessage({ id }, { name: nameOf(person) }) })
        onClose()
      },
    )
  }
  /** Who is on file stays there, also where the grant is refused then: the form goes on with that person. */
  const addPerson = async () => {
    const value = contact.trim()
    const system = value.includes('@') ? ('email' as const) : ('sms' as const)
    const person = { patientId: patient.id, given, family, relationship, language }
    const { id } = await client.patient.addRelatedPerson({
      ...person,
      contactPoints: value ? [{ system, value, use: 'home' }] : [],
    })
    setPersonId(id)
    shownAgain()
    return id
  }
  return (
    <Dialog title={<FormattedMessage id="grants.give" />} onClose={onClose}>
      <form onSubmit={submit} className={dialog.form}>
        <StepProblems step={step} />
        <Select
          id="grant-who"
          label={<FormattedMessage id="grants.who" />}
          value={personId}
          onChange={setPersonId}
          options={[
            ...patient.relatedPersons.map((person) => ({
              value: person.id,
              label: `${nameOf(person)}, ${person.relationship}`,
            })),
            { value: SOMEBODY_NEW, label: intl.formatMessage({ id: 'grants.who.new' }) },
          ]}
        />
        {isNew && (
          <>
            <TextField
              id="grant-given"
              required
              maxLength={200}
              label={<FormattedMessage id="grants.given" />}
              value={given}
              onChange={({ target }) => setGiven(target.value)}
            />
            <TextField
              id="grant-family"
              required
              maxLength={200}
              label={<FormattedMessage id="grants.family" />}
              value={family}
              onChange={({ target }) => setFamily(target.value)}
            />
            <TextField
              id="grant-relationship"
              required
              maxLength={60}
              label={<FormattedMessage id="grants.relationship" />}
              hint={<FormattedMessage id="grants.relationship.hint" />}
              value={relationship}
              onChange={({ target }) => setRelationship(target.value)}
            />
            <Select
              id="grant-language"
              label={<FormattedMessage id="grants.language" />}
              value={language}
              onChange={setLanguage}
              options={[...new Set([patient.language, ...SPOKEN_LANGUAGES])].map((value) => ({
                value,
                label: languageName(intl, value),
              }))}
            />
            <TextField
              id="grant-contact"
              dir="ltr"
              maxLength={320}
              label={<FormattedMessage id="grants.contact" />}
              hint={<FormattedMessage id="grants.contact.hint" />}
              value={contact}
              onChange={({ target }) => setContact(target.value)}
            />
          </>
        )}
        <Choices
          name="grant-scope"
          legend={<FormattedMessage id="grants.scope" />}
          values={scope}
          onChange={setScope}
          options={SCOPES.map((value) => ({ value, label: <FormattedMessage id={`grants.scope.choice.${value}`} /> }))}
        />
        <Select
          id="grant-basis"
          label={<FormattedMessage id="grants.basis" />}
          value={basis}
          onChange={setBasis}
          options={BASES.map((value) => ({ value, label: intl.formatMessage({ id: `grants.basis.${value}` }) }))}
        />
        <TextField
          id="grant-from"
          type="date"
          label={<FormattedMessage id="grants.first" />}
          hint={<FormattedMessage id="grants.first.hint" />}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
        <TextField
          id="grant-until"
          type="date"
          label={<FormattedMessage id="grants.until" />}
          hint={<FormattedMessage id="grants.until.hint" />}
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
        <p className={dialog.fact}>
          <FormattedMessage id="grants.told" />
        </p>
        <Button type="submit" tone="primary" busy={step.isBusy}>
          <FormattedMessage id="grants.do" />
        </Button>
      </form>
    </Dialog>
  )
}

type EndDialogProps = Ending & { onEnded: () => void; onClose: () => void }

function EndDialog({ of, grant, isAhead, onEnded, onClose }: EndDialogProps) {
  const intl = useIntl()
  const shownAgain = useShownAgain()
  const [reason, setReason] = useState<EndReason>('patient-asked')
  const step = useStep()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(
      () => client.patient.endProxy({ proxyId: grant.id, reason }),
      () => {
        shownAgain()
        showToast({ text: intl.formatMessage({ id: 'grants.end.done' }) })
        onEnded()
        onClose()
      },
    )
  }
  return (
    <Dialog
      title={<FormattedMessage id={isAhead ? 'grants.next.end.of' : 'grants.end.of'} values={{ name: nameOf(of) }} />}
      size="small"
      onClose={onClose}
    >
      <form onSubmit={submit} className={dialog.form}>
        <StepProblems step={step} />
        <Choice
          name="grant-end"
          legend={<FormattedMessage id="grants.end.reason" />}
          value={reason}
          onChange={setReason}
          options={END_REASONS.map((value) => ({
            value,
            label: <FormattedMessage id={`grants.end.reason.${value}`} />,
          }))}
        />
        <p className={dialog.fact}>
          <FormattedMessage id={isAhead ? 'grants.next.end.what' : 'grants.end.what'} />
        </p>
        <Button type="submit" tone="danger" busy={step.isBusy}>
          <FormattedMessage id={isAhead ? 'grants.next.end' : 'grants.end.do'} />
        </Button>
      </form>
    </Dialog>
  )
}

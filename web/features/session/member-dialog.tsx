/**
 * A colleague's name, role, languages, site, queues, the sensitive matters that open, and whether on call: at inviting, where the link goes by
 * mail, good once, and later. What stands on no screen (other duties) stays as it is; what the role does not have goes (decision 0264).
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { LABEL_ROLES, ON_CALL_ROLES, STAFF_ROLES, type StaffRole } from '#contract/role.ts'
import { SENSITIVITY_LABELS } from '#contract/sensitivity.ts'
import { api, client } from '../../api/client.ts'
import type { StaffMember } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Choices } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { nativeName } from '../../i18n/native-name.ts'
import { LeftToNobody, leftOf, type Left } from './left-to-nobody.tsx'
import styles from './session.module.css'
import { useStepUp } from './step-up.tsx'
import { StepProblems } from './step-problems.tsx'
import { useStep } from './use-step.ts'

export function MemberDialog({ member, onClose }: { member?: StaffMember; onClose: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const guard = useStepUp()
  const organization = useQuery(api.organization.get.queryOptions())
  const [person, setPerson] = useState(member ?? { given: '', family: '', email: '' })
  const [role, setRole] = useState<StaffRole>(member?.role ?? 'agent')
  const [languages, setLanguages] = useState<string[]>(member?.languages ?? ['en'])
  const [siteId, setSiteId] = useState(member?.siteId ?? '')
  const [queueIds, setQueueIds] = useState<string[]>(member?.queueIds ?? [])
  const [isOnCall, setIsOnCall] = useState(member?.duties.includes('on_call') ?? false)
  const [labels, setLabels] = useState(() => SENSITIVITY_LABELS.filter((label) => member?.labels.includes(label)))
  const [left, setLeft] = useState<Left | null>(null)
  const loses = (isOnCall && !ON_CALL_ROLES.includes(role)) || (labels.length > 0 && !LABEL_ROLES.includes(role))
  const step = useStep({ email: 'invite-email', given: 'invite-given', family: 'invite-family' })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { given, family, email } = person
    const others = (member?.duties ?? []).filter((duty) => duty !== 'on_call')
    const duties = isOnCall ? [...others, 'on_call' as const] : others
    const profile = { given, family, role, languages, siteId: siteId || null, queueIds, duties, labels }
    const save = () => {
      if (!member) return client.staff.invite({ ...profile, email })
      const { id: staffId, version } = member
      return client.staff.update({ ...profile, staffId, version, evenIfUnread: left !== null })
    }
    void step.run(
      () => guard<unknown>(save).then(() => ({ left: null }), leftOf),
      (done) => {
        if (done.left) return setLeft(done.left)
        showToast({ text: intl.formatMessage({ id: member ? 'staff.changed' : 'staff.sent' }) })
        void queries.invalidateQueries({ queryKey: api.staff.list.key() })
        onClose()
      },
      member ? 'invite-given' : 'invite-email',
    )
  }
  const field = (key: keyof typeof person) => ({
    id: `invite-${key}`,
    required: true,
    value: person[key],
    onChange: (change: { target: { value: string } }) => setPerson({ ...person, [key]: change.target.value }),
  })
  return (
    <Dialog title={<FormattedMessage id={member ? 'staff.change' : 'desk.staff.invite'} />} onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <div className={styles.two}>
          <TextField {...field('given')} maxLength={100} label={<FormattedMessage id="desk.set-up.given" />} />
          <TextField {...field('family')} maxLength={100} label={<FormattedMessage id="desk.set-up.family" />} />
        </div>
        {!member && (
          <TextField {...field('email')} type="email" dir="ltr" label={<FormattedMessage id="desk.sign-in.email" />} />
        )}
        <div className={styles.two}>
          <Select
            id="invite-role"
            label={intl.formatMessage({ id: 'staff.role' })}
            value={role}
            onChange={(value) => (setRole(value), setLeft(null))}
            options={STAFF_ROLES.map((value) => ({ value, label: intl.formatMessage({ id: `desk.role.${value}` }) }))}
          />
          <Select
            id="invite-site"
            label={intl.formatMessage({ id: 'desk.person.site' })}
            value={siteId}
            onChange={setSiteId}
            options={[
              { value: '', label: intl.formatMessage({ id: 'staff.all-sites' }) },
              ...(organization.data?.sites ?? []).map((site) => ({ value: site.id, label: site.name })),
            ]}
          />
        </div>
        <Choices
          name="invite-language"
          legend={<FormattedMessage id="staff.languages" />}
          values={languages}
          onChange={setLanguages}
          options={(organization.data?.languages ?? ['en']).map((value) => ({ value, label: nativeName(value) }))}
        />
        {(organization.data?.queues.length ?? 0) > 0 && (
          <Choices
            name="invite-queue"
            legend={<FormattedMessage id="staff.queues" />}
            values={queueIds}
            onChange={setQueueIds}
            options={(organization.data?.queues ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {LABEL_ROLES.includes(role) && (
          <Choices
            name="invite-label"
            legend={<FormattedMessage id="staff.labels" />}
            values={labels}
            onChange={(values) => (setLabels(values), setLeft(null))}
            options={SENSITIVITY_LABELS.map((value) => ({ value, label: <FormattedMessage id={`labels.${value}`} /> }))}
          />
        )}
        {ON_CALL_ROLES.includes(role) && (
          <Checkbox
            id="invite-on-call"
            checked={isOnCall}
            onChange={(change) => setIsOnCall(change.target.checked)}
            label={<FormattedMessage id="staff.on-call" />}
            hint={<FormattedMessage id="staff.on-call-hint" />}
          />
        )}
        {member && role !== member.role && (
          <p role="status">
            <FormattedMessage id="staff.role-what" />
          </p>
        )}
        {member && loses && (
          <p role="status">
            <FormattedMessage id="staff.rights-end" />
          </p>
        )}
        {left && <LeftToNobody left={left} />}
        <Button type="submit" tone="primary" busy={step.isBusy} disabled={languages.length === 0}>
          <FormattedMessage id={left ? 'staff.all-the-same' : member ? 'desk.save' : 'staff.send-invitation'} />
        </Button>
      </form>
    </Dialog>
  )
}

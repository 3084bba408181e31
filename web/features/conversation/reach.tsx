/** By which way alone a patient wants to be reached, and that a patient has died (desk-D46). Rare: code and words come with the button. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { PersonPane } from '../../api/types.ts'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './conversation-dialogs.module.css'

const words: CatalogueParts = {
  en: [() => import('../../i18n/en/reach.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/reach.json', { with: { type: 'json' } })],
}
const WAYS = ['portal-chat', 'email', 'sms', 'voice'] as const
type Way = (typeof WAYS)[number]

export function Reach({ patient }: { patient: PersonPane }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <PageWords parts={words}>
      <div className={styles.inPane}>
        <Button size="small" onClick={() => setOpen(true)}>
          <FormattedMessage id="reach.change" />
        </Button>
      </div>
      {isOpen && <ReachDialog patient={patient} onClose={() => setOpen(false)} />}
    </PageWords>
  )
}

function ReachDialog({ patient, onClose }: { patient: PersonPane; onClose: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [way, setWay] = useState<Way | ''>(patient.confidentialChannel ?? '')
  const [diedOn, setDiedOn] = useState(patient.deceasedOn ?? '')
  const save = useMutation({
    mutationFn: () =>
      client.patient.setReach({
        patientId: patient.id,
        version: patient.version,
        confidentialChannel: way || null,
        deceasedOn: diedOn || null,
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.patient.get.key() })
      void queries.invalidateQueries({ queryKey: api.conversation.key() })
      showToast({ text: intl.formatMessage({ id: 'reach.saved' }) })
      onClose()
    },
  })
  const problem = save.error ? problemOf(save.error) : null
  const submit = (form: FormEvent) => {
    form.preventDefault()
    save.mutate()
  }
  return (
    <Dialog title={<FormattedMessage id="reach.change" />} size="small" onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        {problem && <p role="alert">{describeProblem(intl, problem)}</p>}
        <Select
          id="reach-way"
          label={intl.formatMessage({ id: 'reach.way' })}
          value={way}
          onChange={setWay}
          options={[
            { value: '' as const, label: intl.formatMessage({ id: 'reach.any' }) },
            ...WAYS.map((value) => ({ value, label: intl.formatMessage({ id: `desk.channel.${value}` }) })),
          ]}
        />
        <TextField
          id="reach-died"
          type="date"
          label={<FormattedMessage id="reach.died" />}
          value={diedOn}
          onChange={({ target }) => setDiedOn(target.value)}
        />
        <p className={styles.fact}>
          <FormattedMessage id="reach.what" />
        </p>
        <Button type="submit" tone="primary" busy={save.isPending}>
          <FormattedMessage id="reach.save" />
        </Button>
      </form>
    </Dialog>
  )
}

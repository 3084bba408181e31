/** What the organization calls itself, and the languages it answers in. */
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Card } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { nativeName } from '../../i18n/native-name.ts'
import { StepProblems, useStep } from '../session/index.ts'
import styles from './organization.module.css'
import type { CardProps } from './organization.ts'

const LANGUAGES = ['en', 'es'] as const

export function AboutCard({ organization, onChanged }: CardProps) {
  const intl = useIntl()
  const [isEditing, setIsEditing] = useState(false)
  const facts = [
    ['organization.name', organization.name],
    ['desk.set-up.country', intl.formatDisplayName(organization.country, { type: 'region' }) ?? organization.country],
    ['desk.set-up.language', nativeName(organization.language)],
    ['organization.queues', intl.formatList(organization.queues.map(({ name }) => name))],
  ] as const
  return (
    <Card
      title={<FormattedMessage id="organization.about" />}
      actions={
        <Button size="small" onClick={() => setIsEditing(true)}>
          <FormattedMessage id="desk.change" />
        </Button>
      }
    >
      <dl className={styles.facts}>
        {facts.map(([id, value]) => (
          <div key={id}>
            <dt>
              <FormattedMessage id={id} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isEditing && <EditAbout {...{ organization, onChanged }} onClose={() => setIsEditing(false)} />}
    </Card>
  )
}

function EditAbout({ organization, onChanged, onClose }: CardProps & { onClose: () => void }) {
  const intl = useIntl()
  const [name, setName] = useState(organization.name)
  const [language, setLanguage] = useState(organization.language)
  const step = useStep()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(
      () => client.organization.update({ name, language, languages: organization.languages }),
      (next) => {
        onChanged(next)
        onClose()
      },
      'about-name',
    )
  }
  return (
    <Dialog title={<FormattedMessage id="organization.about" />} size="small" onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <TextField
          id="about-name"
          required
          maxLength={200}
          label={<FormattedMessage id="organization.name" />}
          value={name}
          onChange={(change) => setName(change.target.value)}
        />
        <Select
          id="about-language"
          label={intl.formatMessage({ id: 'desk.set-up.language' })}
          value={language}
          onChange={setLanguage}
          options={[...new Set([language, ...LANGUAGES])].map((value) => ({ value, label: nativeName(value) }))}
        />
        <Button type="submit" tone="primary" wide busy={step.isBusy}>
          <FormattedMessage id="desk.save" />
        </Button>
      </form>
    </Dialog>
  )
}

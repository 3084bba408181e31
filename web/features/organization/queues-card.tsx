/** The queues: where work waits for those who can do it. */
import { Archive, Inbox, Plus } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { nativeName } from '../../i18n/native-name.ts'
import { SPOKEN_LANGUAGES } from '../../i18n/spoken-languages.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { StepProblems, useStep } from '../session/index.ts'
import styles from './organization.module.css'
import { useChange, type CardProps, type Organization } from './organization.ts'
import { RetireQueueDialog } from './retire-queue-dialog.tsx'

type Queue = Organization['queues'][number]

const KINDS = ['service', 'clinical', 'billing'] as const

export function QueuesCard({ organization, onChanged }: CardProps) {
  const intl = useIntl()
  const [editing, setEditing] = useState<Queue | 'new' | null>(null)
  const [retiring, setRetiring] = useState<Queue | null>(null)
  const change = useChange(onChanged)
  const restore = ({ id, name }: Queue) =>
    change(
      async () => {
        await client.queue.restore({ queueId: id })
        return client.organization.get()
      },
      intl.formatMessage({ id: 'organization.queue.restored-now' }, { queue: name }),
    )
  const factsOf = ({ kind, siteId, languages }: Queue): string =>
    [
      intl.formatMessage({ id: `organization.queue.kind.${kind}` }),
      organization.sites.find(({ id }) => id === siteId)?.name,
      intl.formatList(languages.map((language) => intl.formatDisplayName(language, { type: 'language' }) ?? language)),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Card
      title={<FormattedMessage id="organization.queues" />}
      actions={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          <FormattedMessage id="organization.queue.add" />
        </Button>
      }
    >
      <List framed aria-label={intl.formatMessage({ id: 'organization.queues' })}>
        {organization.queues.map((queue) => (
          <ListRow key={queue.id} className={styles.door}>
            <Inbox aria-hidden size="1.3em" strokeWidth={1.8} />
            <span className={styles.words}>
              <strong>
                <bdi>{queue.name}</bdi>
              </strong>
              <span className={styles.fact}>{factsOf(queue)}</span>
            </span>
            <Button
              size="small"
              tone="plain"
              aria-label={intl.formatMessage({ id: 'organization.queue.change' }, { queue: queue.name })}
              onClick={() => setEditing(queue)}
            >
              <FormattedMessage id="desk.change" />
            </Button>
            <Button
              size="small"
              tone="plain"
              aria-label={intl.formatMessage({ id: 'organization.queue.retire' }, { queue: queue.name })}
              onClick={() => setRetiring(queue)}
            >
              <FormattedMessage id="organization.queue.retire-short" />
            </Button>
          </ListRow>
        ))}
        {organization.retiredQueues.map((queue) => (
          <ListRow key={queue.id} className={styles.door}>
            <Archive aria-hidden size="1.3em" strokeWidth={1.8} />
            <span className={styles.words}>
              <bdi>{queue.name}</bdi>
              <span className={styles.fact}>
                <FormattedMessage id="organization.queue.retired" values={{ facts: factsOf(queue) }} />
              </span>
            </span>
            <Button
              size="small"
              tone="plain"
              aria-label={intl.formatMessage({ id: 'organization.queue.restore' }, { queue: queue.name })}
              onClick={() => void restore(queue)}
            >
              <FormattedMessage id="organization.queue.restore-short" />
            </Button>
          </ListRow>
        ))}
      </List>
      {retiring && <RetireQueueDialog queue={retiring} onChanged={onChanged} onClose={() => setRetiring(null)} />}
      {editing && (
        <EditQueue
          queue={editing === 'new' ? null : editing}
          organization={organization}
          onChanged={onChanged}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  )
}

type EditQueueProps = CardProps & { queue: Queue | null; onClose: () => void }

function EditQueue({ queue, organization, onChanged, onClose }: EditQueueProps) {
  const intl = useIntl()
  const [draft, setDraft] = useState<Omit<Queue, 'id'>>(
    queue ?? { name: '', kind: 'service', siteId: null, languages: [] },
  )
  const step = useStep({ name: 'edit-queue-name', siteId: 'edit-queue-site' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { name, kind, siteId, languages } = draft
    void step.run(
      () => client.organization.saveQueue({ name, kind, siteId, languages, ...(queue ? { queueId: queue.id } : {}) }),
      (next) => {
        onChanged(next)
        onClose()
        if (!queue) showToast({ text: intl.formatMessage({ id: 'organization.queue.added' }, { queue: name }) })
      },
      'edit-queue-name',
    )
  }
  const offered = [...new Set([...organization.languages, ...SPOKEN_LANGUAGES, ...draft.languages])]
  return (
    <Dialog
      title={
        queue ? (
          <FormattedMessage id="organization.queue.change" values={{ queue: queue.name }} />
        ) : (
          <FormattedMessage id="organization.queue.add" />
        )
      }
      onClose={onClose}
    >
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <TextField
          id="edit-queue-name"
          required
          maxLength={80}
          label={<FormattedMessage id="organization.queue.name" />}
          value={draft.name}
          onChange={(change) => setDraft({ ...draft, name: change.target.value })}
        />
        {queue ? (
          <p className={styles.fact}>
            <FormattedMessage id={`organization.queue.kind.${queue.kind}`} />.{' '}
            <FormattedMessage id="organization.queue.kind-stays" />
          </p>
        ) : (
          <Select
            id="edit-queue-kind"
            label={intl.formatMessage({ id: 'organization.queue.kind' })}
            value={draft.kind}
            onChange={(kind) => setDraft({ ...draft, kind })}
            options={KINDS.map((value) => ({
              value,
              label: intl.formatMessage({ id: `organization.queue.kind.${value}` }),
            }))}
          />
        )}
        <Select
          id="edit-queue-site"
          label={intl.formatMessage({ id: 'organization.queue.site' })}
          value={draft.siteId ?? ''}
          onChange={(siteId) => setDraft({ ...draft, siteId: siteId || null })}
          options={[
            { value: '', label: intl.formatMessage({ id: 'organization.queue.all-sites' }) },
            ...organization.sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Choices
          name="edit-queue"
          legend={<FormattedMessage id="organization.queue.languages" />}
          values={draft.languages}
          onChange={(languages) => setDraft({ ...draft, languages })}
          options={offered.map((value) => ({ value, label: <span lang={value}>{nativeName(value)}</span> }))}
        />
        <p className={styles.fact}>
          <FormattedMessage id="organization.queue.who" />
        </p>
        <Button type="submit" tone="primary" wide busy={step.isBusy}>
          <FormattedMessage id="desk.save" />
        </Button>
      </form>
    </Dialog>
  )
}

/** A queue is taken out of use: what rests on it, what has to be changed first, and where its open work goes on. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast.tsx'
import { StepProblems, useStep } from '../session/index.ts'
import { CardStates } from './card-states.tsx'
import styles from './organization.module.css'
import type { CardProps, Organization } from './organization.ts'

type Use = Awaited<ReturnType<typeof client.queue.use>>
type Props = Pick<CardProps, 'onChanged'> & { queue: Organization['queues'][number]; onClose: () => void }

export function RetireQueueDialog({ queue, onChanged, onClose }: Props) {
  const use = useQuery({ ...api.queue.use.queryOptions({ input: { queueId: queue.id } }), staleTime: 0, gcTime: 0 })
  return (
    <Dialog
      title={<FormattedMessage id="organization.queue.retire" values={{ queue: queue.name }} />}
      onClose={onClose}
    >
      <CardStates query={use} />
      {use.data && <Retire queue={queue} use={use.data} onChanged={onChanged} onClose={onClose} />}
    </Dialog>
  )
}

function Retire({ queue, use, onChanged, onClose }: Props & { use: Use }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<string | null>(null)
  const step = useStep({ successorId: 'retire-queue-successor' })
  const successorId = chosen ?? use.successors[0]?.id ?? ''
  const to = use.successors.find(({ id }) => id === successorId)?.name ?? ''
  const first = firstOf(use)
  const names = (list: readonly { name: string }[]) => intl.formatList(list.map(({ name }) => name))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(
      async () => {
        await client.queue.retire({ queueId: queue.id, successorId })
        return client.organization.get()
      },
      (next) => {
        onChanged(next)
        void queries.invalidateQueries({ queryKey: api.conversation.key() })
        onClose()
        showToast({ text: intl.formatMessage({ id: 'organization.queue.retired-now' }, { queue: queue.name }) })
      },
      'retire-queue-successor',
    )
  }
  if (first.length > 0)
    return (
      <div className={styles.form}>
        <p>
          <FormattedMessage id="organization.queue.stays" values={{ queue: queue.name }} />
        </p>
        <ul className={styles.reasons}>
          {first.map((reason) => (
            <li key={reason}>
              <FormattedMessage
                id={`organization.queue.first.${reason}`}
                values={{
                  sites: names(use.sitesLeft),
                  rules: names(use.rules),
                  macros: names(use.macros),
                  count: use.turns,
                }}
              />
            </li>
          ))}
        </ul>
        <Button wide onClick={onClose}>
          <FormattedMessage id="ui.close" />
        </Button>
      </div>
    )
  return (
    <form onSubmit={submit} className={styles.form}>
      <StepProblems step={step} />
      <Select
        id="retire-queue-successor"
        label={intl.formatMessage({ id: 'organization.queue.successor' })}
        value={successorId}
        onChange={setChosen}
        options={use.successors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <p>
        <FormattedMessage id="organization.queue.moves" values={{ count: use.open, queue: to }} />
      </p>
      <ul className={styles.reasons}>
        {use.policies.length > 0 && (
          <li>
            <FormattedMessage id="organization.queue.names.policies" values={{ names: names(use.policies) }} />
          </li>
        )}
        {use.conditions.length > 0 && (
          <li>
            <FormattedMessage id="organization.queue.names.rules" values={{ names: names(use.conditions) }} />
          </li>
        )}
        {use.hasSkills && (
          <li>
            <FormattedMessage id="organization.queue.names.skills" values={{ queue: to }} />
          </li>
        )}
        {use.members > 0 && (
          <li>
            <FormattedMessage id="organization.queue.names.members" values={{ count: use.members, queue: to }} />
          </li>
        )}
        <li>
          <FormattedMessage id="organization.queue.comes-back" />
        </li>
      </ul>
      <Button type="submit" tone="danger" wide busy={step.isBusy}>
        <FormattedMessage id="organization.queue.retire-count" values={{ count: use.open }} />
      </Button>
    </form>
  )
}

type Reason = 'last-of-kind' | 'last-at-site' | 'rules' | 'macros' | 'front-desk'

/** What is changed before; the server asks the same. */
const firstOf = ({ successors, sitesLeft, rules, macros, turns }: Use): Reason[] => [
  ...(successors.length === 0 ? (['last-of-kind'] as const) : []),
  ...(sitesLeft.length > 0 ? (['last-at-site'] as const) : []),
  ...(rules.length > 0 ? (['rules'] as const) : []),
  ...(macros.length > 0 ? (['macros'] as const) : []),
  ...(turns > 0 ? (['front-desk'] as const) : []),
]

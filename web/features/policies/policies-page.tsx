/** Promised answer times: an order of policies, tried out, published as a whole, rolled back (desk-D24 to D27). */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Page, Row } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { EmptyState, FailedState } from '../../ui/view-states.tsx'
import { minutesText } from '../report/minutes-text.ts'
import { KINDS, URGENCIES } from './clock-kinds.ts'
import { EditPolicy } from './edit-policy.tsx'
import styles from './policies.module.css'
import { TryPolicies } from './try-policies.tsx'

type Published = Awaited<ReturnType<typeof client.servicePolicy.get>>
export type Policy = Published['policies'][number]
export type Organization = Awaited<ReturnType<typeof client.organization.get>>

export function PoliciesPage() {
  const intl = useIntl()
  const published = useQuery(api.servicePolicy.get.queryOptions())
  const organization = useQuery(api.organization.get.queryOptions())
  const failed = published.error ?? organization.error
  return (
    <Page title={intl.formatMessage({ id: 'policies.title' })} lead={<FormattedMessage id="policies.lead" />}>
      {published.data && organization.data ? (
        // A new publication is another draft.
        <Draft key={published.data.publication} published={published.data} organization={organization.data} />
      ) : failed ? (
        <FailedState
          title={describeProblem(intl, problemOf(failed))}
          code={problemOf(failed).code}
          onRetry={() => void Promise.all([published.refetch(), organization.refetch()])}
        />
      ) : (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
    </Page>
  )
}

const PROBLEMS = ['TARGET_NOT_POSITIVE', 'TARGET_TOO_LONG', 'TOO_EARLY', 'TOO_LATE'] as const

function Draft({ published, organization }: { published: Published; organization: Organization }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [policies, setPolicies] = useState(published.policies)
  const [editing, setEditing] = useState<number | null>(null)
  const [from, setFrom] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const isChanged = policies !== published.policies
  const { publication, effectiveAt } = published
  const waitsUntil = effectiveAt !== null && new Date(effectiveAt) > new Date() ? effectiveAt : null
  const publish = useMutation({
    mutationFn: (run: () => Promise<Published>) => run(),
    onSuccess: (next) => {
      showToast({ text: intl.formatMessage({ id: 'policies.published' }) })
      queries.setQueryData(api.servicePolicy.get.queryOptions().queryKey, next)
    },
    onError: (error) => {
      const told = problemOf(error)
      const reason = PROBLEMS.find((one) => one === told.detail?.reason)
      const place = /^policies\.(\d+)\./.exec(told.field ?? '')?.[1]
      const words = reason ? intl.formatMessage({ id: `policies.problem.${reason}` }) : describeProblem(intl, told)
      setProblem(place === undefined ? words : `${policies[Number(place)]?.name ?? ''}: ${words}`)
      setAttempt((count) => count + 1)
    },
  })
  const replace = (place: number, ...next: Policy[]) => setPolicies(policies.toSpliced(place, 1, ...next))
  const swap = (place: number, other: number) => {
    const [one, two] = [policies[place], policies[other]]
    if (one && two) setPolicies(policies.with(place, two).with(other, one))
  }
  const add = () => {
    const name = intl.formatMessage({ id: 'policies.new' })
    setPolicies([...policies, { name, conditions: {}, targets: {}, pausesOn: ['patient'], isAroundTheClock: false, assistantAnswers: false }]) // prettier-ignore
    setEditing(policies.length)
  }
  const edited = editing === null ? undefined : policies[editing]
  return (
    <>
      {waitsUntil && (
        <Banner tone="note">
          <FormattedMessage
            id="policies.waits"
            values={{ publication, time: <Timestamp key="time" at={waitsUntil} style="exact" /> }}
          />
        </Banner>
      )}
      {isChanged && !waitsUntil && (
        <Banner tone="note">
          <FormattedMessage id="policies.draft" values={{ publication }} />
        </Banner>
      )}
      {problem && <ErrorSummary title={problem} problems={[]} attempt={attempt} />}
      <Card
        title={<FormattedMessage id="policies.order" />}
        actions={
          <Button size="small" icon={Plus} onClick={add}>
            <FormattedMessage id="policies.add" />
          </Button>
        }
      >
        {policies.length === 0 && <EmptyState icon={Pencil} title={<FormattedMessage id="policies.empty" />} />}
        {policies.length > 0 && (
          <List framed aria-label={intl.formatMessage({ id: 'policies.title' })}>
            {policies.map((policy, place) => {
              const values = { name: policy.name }
              return (
                <ListRow key={`${place} ${policy.name}`} className={styles.policy}>
                  <span className={styles.words}>
                    <strong>{policy.name}</strong>
                    <span className={styles.fact}>
                      {queueNames(policy, organization) || <FormattedMessage id="policies.every-queue" />}
                    </span>
                    {promisesOf(intl, policy).map((line) => (
                      <span key={line} className={styles.fact}>
                        {line}
                      </span>
                    ))}
                  </span>
                  <Row>
                    <IconButton
                      icon={ArrowUp}
                      size="small"
                      disabled={place === 0}
                      aria-label={intl.formatMessage({ id: 'policies.up' }, values)}
                      onClick={() => swap(place, place - 1)}
                    />
                    <IconButton
                      icon={ArrowDown}
                      size="small"
                      disabled={place === policies.length - 1}
                      aria-label={intl.formatMessage({ id: 'policies.down' }, values)}
                      onClick={() => swap(place, place + 1)}
                    />
                    <IconButton
                      icon={Pencil}
                      size="small"
                      aria-label={intl.formatMessage({ id: 'policies.edit' }, values)}
                      onClick={() => setEditing(place)}
                    />
                    <IconButton
                      icon={Trash2}
                      size="small"
                      aria-label={intl.formatMessage({ id: 'policies.remove' }, values)}
                      onClick={() => replace(place)}
                    />
                  </Row>
                </ListRow>
              )
            })}
          </List>
        )}
        <div className={styles.publish}>
          <TextField
            id="policies-from"
            type="datetime-local"
            label={<FormattedMessage id="policies.from" />}
            hint={<FormattedMessage id="policies.from-hint" />}
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
          <Button
            tone="primary"
            disabled={!isChanged}
            busy={publish.isPending}
            onClick={() =>
              publish.mutate(() =>
                client.servicePolicy.publish({
                  publication,
                  policies,
                  ...(from && { effectiveAt: new Date(from).toISOString() }),
                }),
              )
            }
          >
            <FormattedMessage id="policies.publish" />
          </Button>
        </div>
      </Card>
      <TryPolicies policies={policies} organization={organization} />
      {published.history.length > 1 && (
        <Card title={<FormattedMessage id="policies.history" />}>
          <List framed aria-label={intl.formatMessage({ id: 'policies.history' })}>
            {published.history.slice(1).map((one) => (
              <ListRow key={one.publication} className={styles.policy}>
                <span>
                  <FormattedMessage
                    id="policies.publication"
                    values={{ publication: one.publication, author: one.author ?? '–', count: one.policies }}
                  />{' '}
                  <span className={styles.fact}>
                    <Timestamp at={one.effectiveAt} style="exact" />
                  </span>
                </span>
                <Button
                  size="small"
                  busy={publish.isPending}
                  onClick={() =>
                    publish.mutate(() => client.servicePolicy.rollBack({ publication, to: one.publication }))
                  }
                >
                  <FormattedMessage id="policies.roll-back" />
                </Button>
              </ListRow>
            ))}
          </List>
        </Card>
      )}
      {edited && editing !== null && (
        <EditPolicy
          policy={edited}
          organization={organization}
          onDone={(next) => {
            replace(editing, next)
            setEditing(null)
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

const queueNames = ({ conditions }: Policy, { queues, retiredQueues }: Organization): string =>
  [...queues, ...retiredQueues]
    .filter(({ id }) => conditions.queue?.includes(id))
    .map(({ name }) => name)
    .join(', ')

/** One line for each clock: First answer: Routine 3 hr, Urgent 1 hr. */
const promisesOf = (intl: IntlShape, { targets }: Policy): string[] =>
  KINDS.flatMap((kind) => {
    const promised = URGENCIES.flatMap((urgency) => {
      const minutes = targets[kind]?.[urgency]
      return minutes ? [`${intl.formatMessage({ id: `desk.urgency.${urgency}` })} ${minutesText(intl, minutes)}`] : []
    })
    return promised.length > 0
      ? [`${intl.formatMessage({ id: `policies.kind.${kind}` })}: ${promised.join(' · ')}`]
      : []
  })

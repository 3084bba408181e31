/** The end of a shift: what I have goes to colleagues, and each accepts it by name (desk-D34). */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PackageCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { Timestamp, useNow } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { EmptyState, FailedState } from '../../ui/view-states.tsx'
import styles from './hand-over.module.css'

type Shown = Awaited<ReturnType<typeof client.handOver.list>>

export function HandOverPage({ meId }: { meId: string }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const list = useQuery(api.handOver.list.queryOptions())
  const colleagues = useQuery(api.desk.colleagues.queryOptions())
  const refresh = () => queries.invalidateQueries({ queryKey: api.handOver.list.key() })
  useChanges(() => void refresh())
  const act = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
    onSettled: refresh,
  })
  const accept = async (handOverId: string) => {
    await client.handOver.accept({ handOverId })
    showToast({ text: intl.formatMessage({ id: 'hand-over.accepted' }) })
  }
  const others = (colleagues.data ?? []).filter(({ id, role }) => id !== meId && role !== 'administrator')
  const failed = list.error ?? colleagues.error
  const { data } = list
  return (
    <Page title={intl.formatMessage({ id: 'desk.page.hand-over' })} lead={<FormattedMessage id="hand-over.lead" />}>
      {list.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {failed && (
        <FailedState
          title={describeProblem(intl, problemOf(failed))}
          code={problemOf(failed).code}
          onRetry={() => void Promise.all([list.refetch(), colleagues.refetch()])}
        />
      )}
      {data && data.mine.length + data.toMe.length === 0 && (
        <EmptyState icon={PackageCheck} title={<FormattedMessage id="hand-over.empty" />} />
      )}
      {data && data.toMe.length > 0 && (
        <Card title={<FormattedMessage id="hand-over.to-me" />}>
          <List framed aria-label={intl.formatMessage({ id: 'hand-over.to-me' })}>
            {data.toMe.map((item) => (
              <Item
                key={item.handOverId}
                item={item}
                fact={
                  <FormattedMessage
                    id="hand-over.from"
                    values={{ name: item.from.name, age: <Timestamp at={item.at} style="age" /> }}
                  />
                }
              >
                <Button tone="primary" onClick={() => act.mutate(() => accept(item.handOverId))}>
                  <FormattedMessage id="hand-over.accept" />
                </Button>
                <Button onClick={() => act.mutate(() => client.handOver.end({ handOverId: item.handOverId }))}>
                  <FormattedMessage id="hand-over.decline" />
                </Button>
              </Item>
            ))}
          </List>
        </Card>
      )}
      {data && data.mine.length > 0 && (
        <Card title={<FormattedMessage id="hand-over.mine" />}>
          <List framed aria-label={intl.formatMessage({ id: 'hand-over.mine' })}>
            {data.mine.map((item) => (
              <Item
                key={item.conversationId}
                item={item}
                fact={item.offer && <FormattedMessage id="hand-over.offered" values={{ name: item.offer.to.name }} />}
              >
                {item.offer ? (
                  <Button
                    onClick={() => {
                      const { handOverId } = item.offer!
                      act.mutate(() => client.handOver.end({ handOverId }))
                    }}
                  >
                    <FormattedMessage id="hand-over.keep" />
                  </Button>
                ) : (
                  <Give
                    id={item.conversationId}
                    about={item.patientName ?? item.number}
                    people={others}
                    onGive={(toId) =>
                      act.mutate(() => client.handOver.offer({ conversationId: item.conversationId, toId }))
                    }
                  />
                )}
              </Item>
            ))}
          </List>
        </Card>
      )}
    </Page>
  )
}

type ItemProps = { item: Shown['mine'][number] | Shown['toMe'][number]; fact: ReactNode; children: ReactNode }

function Item({ item, fact, children }: ItemProps) {
  const now = useNow()
  const isLate = item.dueAt !== null && new Date(item.dueAt) < now
  return (
    <ListRow className={styles.item}>
      <span className={styles.words}>
        <Link
          to="/inbox/$view/$conversationId"
          params={{ view: 'all', conversationId: item.conversationId } as never}
          className={styles.title}
        >
          {item.patientName ?? item.number}: {item.subject || <FormattedMessage id="hand-over.untitled" />}
        </Link>
        <span className={styles.fact}>
          {item.dueAt && (
            <span className={isLate ? styles.late : undefined}>
              <FormattedMessage
                id={isLate ? 'hand-over.late' : 'hand-over.due'}
                values={{ time: <Timestamp at={item.dueAt} style="exact" /> }}
              />
            </span>
          )}
          {item.dueAt && fact && ' · '}
          {fact}
        </span>
      </span>
      {item.urgency !== 'routine' && (
        <Badge tone={item.urgency === 'stat' ? 'emergency' : 'urgent'}>
          <FormattedMessage id={`desk.urgency.${item.urgency}`} />
        </Badge>
      )}
      <span className={styles.actions}>{children}</span>
    </ListRow>
  )
}

type GiveProps = {
  id: string
  /** Whose conversation it is. */
  about: string
  people: readonly { id: string; name: string; isOnDuty: boolean }[]
  onGive: (toId: string) => void
}

function Give({ id, about, people, onGive }: GiveProps) {
  const intl = useIntl()
  const [toId, setToId] = useState('')
  return (
    <>
      <Select
        id={`give-${id}`}
        labelHidden
        className={styles.colleague}
        label={<FormattedMessage id="hand-over.give" values={{ about }} />}
        value={toId}
        onChange={setToId}
        options={[
          { value: '', label: intl.formatMessage({ id: 'hand-over.nobody' }) },
          ...people
            .toSorted((a, b) => Number(b.isOnDuty) - Number(a.isOnDuty))
            .map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      <Button disabled={!toId} onClick={() => onGive(toId)}>
        <FormattedMessage id="hand-over.do" />
      </Button>
    </>
  )
}

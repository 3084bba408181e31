/** What a channel could not understand, kept raw: a work list with an owner, an age and a way back (desk-D6). */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { AlarmClock, PackageCheck } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeCause } from '../../api/describe-cause.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { SetAsideEntry } from '../../api/types.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Row } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { EmptyState, FailedState } from '../../ui/view-states.tsx'
import { StepProblems, useStep } from '../session/index.ts'
import entryStyles from '../../ui/entries.module.css'
import { describeSource } from './describe-source.ts'
import styles from './set-aside-page.module.css'

export function SetAsidePage() {
  const intl = useIntl()
  const entries = useInfiniteQuery(
    api.desk.setAside.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, limit: 50 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  )
  const rows = entries.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={intl.formatMessage({ id: 'desk.view.set-aside' })} lead={<FormattedMessage id="set-aside.lead" />}>
      {entries.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {entries.isError && <FailedState code={problemOf(entries.error).code} onRetry={() => void entries.refetch()} />}
      {entries.isSuccess && rows.length === 0 && (
        <EmptyState icon={PackageCheck} title={<FormattedMessage id="desk.empty.set-aside" />} />
      )}
      {rows.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'desk.view.set-aside' })}>
          {rows.map((entry) => (
            <SetAsideRow key={entry.id} entry={entry} />
          ))}
        </List>
      )}
      {entries.hasNextPage && (
        <Button busy={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
          <FormattedMessage id="desk.list.more" />
        </Button>
      )}
    </Page>
  )
}

function SetAsideRow({ entry }: { entry: SetAsideEntry }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isDismissing, setIsDismissing] = useState(false)
  const [isReading, setIsReading] = useState(false)
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.desk.setAside.key() }),
      queries.invalidateQueries({ queryKey: api.conversation.counts.key() }),
    ])
  const onError = (error: unknown) => showToast({ text: describeProblem(intl, problemOf(error)) })
  const take = useMutation(api.desk.takeSetAside.mutationOptions({ onSuccess: refresh, onError }))
  const replay = useMutation(
    api.desk.replaySetAside.mutationOptions({
      onError,
      onSuccess: async ({ outcome, cause, conversationId }) => {
        await refresh()
        showToast({
          text: intl.formatMessage(
            { id: `set-aside.outcome-${outcome}` },
            { cause: cause ? describeCause(intl, cause) : '' },
          ),
          action: conversationId
            ? {
                label: intl.formatMessage({ id: 'set-aside.open' }),
                run: () =>
                  void navigate({
                    to: '/inbox/$view/$conversationId',
                    params: { view: 'all', conversationId },
                  } as never),
              }
            : undefined,
        })
      },
    }),
  )
  return (
    <ListRow className={entryStyles.row}>
      <div>
        <p className={entryStyles.name}>{describeCause(intl, entry.cause)}</p>
        <p className={entryStyles.fact}>
          {describeSource(intl, entry.source)} · <bdi>{entry.externalId}</bdi> ·{' '}
          <Timestamp at={entry.receivedAt} style="age" />
          {entry.tries > 0 && (
            <>
              {' · '}
              <FormattedMessage id="set-aside.tries" values={{ count: entry.tries }} />
            </>
          )}
        </p>
        <Row>
          <Badge tone={entry.state === 'open' ? 'urgent' : 'neutral'}>
            <FormattedMessage id={`set-aside.${entry.state}`} />
          </Badge>
          {entry.isLate && (
            <Badge tone="emergency" icon={AlarmClock}>
              <FormattedMessage id="set-aside.late" />
            </Badge>
          )}
          {entry.owner && <span className={entryStyles.fact}>{entry.owner.name}</span>}
        </Row>
      </div>
      <Row>
        {!entry.owner && (
          <Button size="small" busy={take.isPending} onClick={() => take.mutate({ setAsideId: entry.id })}>
            <FormattedMessage id="desk.action.take" />
          </Button>
        )}
        {entry.size !== null && (
          <Button size="small" tone="plain" onClick={() => setIsReading(true)}>
            <FormattedMessage id="set-aside.read" />
          </Button>
        )}
        <Button size="small" busy={replay.isPending} onClick={() => replay.mutate({ setAsideId: entry.id })}>
          <FormattedMessage id="set-aside.replay" />
        </Button>
        <Button size="small" tone="plain" onClick={() => setIsDismissing(true)}>
          <FormattedMessage id="set-aside.dismiss" />
        </Button>
      </Row>
      {isReading && <OriginalDialog setAsideId={entry.id} onClose={() => setIsReading(false)} />}
      {isDismissing && <DismissDialog setAsideId={entry.id} onTried={refresh} onClose={() => setIsDismissing(false)} />}
    </ListRow>
  )
}

/** The original as it came, as text: nothing of it is run or laid out. */
function OriginalDialog({ setAsideId, onClose }: { setAsideId: string; onClose: () => void }) {
  const original = useQuery(api.desk.readSetAside.queryOptions({ input: { setAsideId }, gcTime: 0 }))
  return (
    <Dialog title={<FormattedMessage id="set-aside.read" />} size="wide" onClose={onClose}>
      {original.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {original.isError && (
        <FailedState code={problemOf(original.error).code} onRetry={() => void original.refetch()} />
      )}
      {original.data && (
        <>
          <pre className={styles.original} tabIndex={0} dir="auto">
            {original.data.text}
          </pre>
          {original.data.isCut && (
            <p className={entryStyles.fact}>
              <FormattedMessage id="set-aside.cut" values={{ size: original.data.size }} />
            </p>
          )}
        </>
      )}
    </Dialog>
  )
}

type DismissDialogProps = { setAsideId: string; onTried: () => Promise<unknown>; onClose: () => void }

/** The reason stays until it is taken: a refusal is told beside it. */
function DismissDialog({ setAsideId, onTried, onClose }: DismissDialogProps) {
  const [reason, setReason] = useState('')
  const step = useStep({ reason: 'dismiss-reason' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const dismissed = () => client.desk.dismissSetAside({ setAsideId, reason: reason.trim() }).finally(onTried)
    void step.run(dismissed, onClose, 'dismiss-reason')
  }
  return (
    <Dialog title={<FormattedMessage id="set-aside.dismiss" />} size="small" onClose={onClose}>
      <form onSubmit={submit} className={entryStyles.form}>
        <StepProblems step={step} />
        <TextField
          id="dismiss-reason"
          autoFocus
          required
          minLength={3}
          maxLength={300}
          label={<FormattedMessage id="set-aside.reason" />}
          hint={<FormattedMessage id="set-aside.reason-hint" />}
          value={reason}
          onChange={(change) => setReason(change.target.value)}
        />
        <Button type="submit" tone="primary" busy={step.isBusy} disabled={reason.trim().length < 3}>
          <FormattedMessage id="set-aside.dismiss" />
        </Button>
      </form>
    </Dialog>
  )
}

/** One change of the chosen conversations: what it would do, doing it, and what became of each. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Refusal } from '#contract/refusal.ts'
import { api } from '../../api/client.ts'
import { newMessageId } from '../../api/message-id.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationRow } from '../../api/types.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { senderNameOf } from '../conversation/sender-name.ts'
import styles from './bulk-change.module.css'
import { countOf, runBulkChange, type BulkChange, type Progress } from './run.ts'
import { showUndo } from './undo-toast.ts'

type BulkDialogProps = {
  /** What the change is, in words. */
  name: string
  change: BulkChange
  rows: readonly ConversationRow[]
  /** It ran, whole or in part. */
  onDone: () => void
  onClose: () => void
}

export function BulkDialog({ name, change, rows, onDone, onClose }: BulkDialogProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  // What was chosen when the dialog opened is what is changed, once: the id makes a second click the same change.
  const [{ bulkId, items, chosen }] = useState(() => ({
    bulkId: newMessageId(),
    chosen: rows,
    items: rows.map(({ id, version }) => ({ conversationId: id, version })),
  }))
  const preview = useQuery({
    ...api.bulkChange.preview.queryOptions({ input: { change, items } }),
    gcTime: 0,
    staleTime: Infinity,
  })
  const [progress, setProgress] = useState<Progress | null>(null)
  const [startedAt, setStartedAt] = useState(0)
  const stopped = useRef(false)

  const run = useMutation({
    mutationFn: () => {
      stopped.current = false
      setStartedAt(performance.now())
      return runBulkChange({ bulkId, change, items }, (now) => {
        setProgress(now)
        return !stopped.current
      })
    },
    onSuccess: async (end) => {
      setProgress(end)
      await queries.invalidateQueries({ queryKey: api.conversation.get.key() })
      if (countOf(end, 'refused', 'waiting') === 0) close(end)
    },
  })
  const close = (end: Progress | null) => {
    if (end) {
      const done = countOf(end, 'done')
      onDone()
      const text = intl.formatMessage({ id: 'bulk.done' }, { name, done })
      showUndo(intl, queries, { bulkId, text, undoUntil: done > 0 ? end.undoUntil : null }, onDone)
    }
    onClose()
  }

  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (preview.isSuccess) first.current?.focus()
  }, [preview.isSuccess])

  const isOver = progress !== null && !run.isPending
  const shown = isOver ? progress : preview.data
  const refused = (shown?.items ?? []).flatMap(({ outcome, refusal }, place) =>
    outcome === 'refused' ? [{ row: chosen[place], refusal: refusal as Refusal }] : [],
  )
  const changes = preview.data ? countOf(preview.data as never, 'changes') : 0
  return (
    <Dialog
      title={<FormattedMessage id="bulk.title" values={{ name, count: items.length }} />}
      onClose={() => (run.isPending ? (stopped.current = true) : close(isOver ? progress : null))}
      actions={
        run.isPending ? (
          <Button onClick={() => (stopped.current = true)}>
            <FormattedMessage id="bulk.stop" />
          </Button>
        ) : isOver && !run.isError ? (
          <Button tone="primary" onClick={() => close(progress)}>
            <FormattedMessage id="bulk.close" />
          </Button>
        ) : (
          <>
            <Button onClick={() => close(progress)}>
              <FormattedMessage id="bulk.cancel" />
            </Button>
            <Button ref={first} tone="primary" disabled={changes === 0} onClick={() => run.mutate()}>
              <FormattedMessage id={run.isError ? 'bulk.go-on' : 'bulk.do'} values={{ count: changes }} />
            </Button>
          </>
        )
      }
    >
      {preview.isPending && (
        <Skeleton>
          <SkeletonBar width="long" />
          <SkeletonBar width="middle" />
        </Skeleton>
      )}
      {preview.isError && (
        <FailedState
          title={describeProblem(intl, problemOf(preview.error))}
          code={problemOf(preview.error).code}
          onRetry={() => void preview.refetch()}
        />
      )}
      {run.isError && (
        <Banner tone="warning" announce="alert">
          {describeProblem(intl, problemOf(run.error))} <FormattedMessage id="bulk.broke-off" />
        </Banner>
      )}
      {run.isPending && <Working progress={progress} total={items.length} startedAt={startedAt} />}
      {shown && !run.isPending && (
        <div className={styles.counts} role="status">
          {isOver ? (
            <FormattedMessage
              id="bulk.result"
              values={{
                done: countOf(progress, 'done'),
                same: countOf(progress, 'same'),
                refused: refused.length,
                left: countOf(progress, 'waiting'),
              }}
            />
          ) : (
            <FormattedMessage
              id="bulk.preview"
              values={{ changes, same: items.length - changes - refused.length, refused: refused.length }}
            />
          )}
        </div>
      )}
      {refused.length > 0 && !run.isPending && (
        <ul className={styles.refused}>
          {refused.map(({ row, refusal }) => (
            <li key={row?.id}>
              <strong>{row && (senderNameOf(row) || row.number)}</strong>
              <span>{describeProblem(intl, { code: refusal })}</span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

/** How far it is, and how long it will take at this pace. */
function Working({ progress, total, startedAt }: { progress: Progress | null; total: number; startedAt: number }) {
  const intl = useIntl()
  const done = progress ? total - progress.left : 0
  const seconds = done > 0 ? Math.ceil((((performance.now() - startedAt) / done) * (total - done)) / 1000) : null
  return (
    <div className={styles.working}>
      <progress max={total} value={done} aria-label={intl.formatMessage({ id: 'bulk.working' }, { done, total })} />
      <p>
        <FormattedMessage id="bulk.working" values={{ done, total }} />{' '}
        {seconds !== null && seconds > 2 && <FormattedMessage id="bulk.time-left" values={{ seconds }} />}
      </p>
    </div>
  )
}

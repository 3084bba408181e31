/** The list of a view. News is announced above it and never put in under the pointer. */
import { useNavigate } from '@tanstack/react-router'
import { ArrowUp, Inbox, SearchX } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useAction } from '../../actions/registry.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationRow } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { laterPart } from '../../ui/later-part.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { EmptyState, FailedState } from '../../ui/view-states.tsx'
import styles from './inbox-list.module.css'
import { neighbourOf } from './inbox-pages.ts'
import { InboxRow } from './inbox-row.tsx'
import { useQueuedReplies } from './reply-queue.ts'
import { allOf, NOTHING, toggled, toggledTo } from './selection.ts'
import { useInbox, type Listed } from './use-inbox.ts'

const BulkBar = lazy(() => import('../bulk-change/bulk-bar.tsx').then((one) => ({ default: one.BulkBar })))

const ListAway = lazy(() => import('./without-connection.tsx').then((one) => ({ default: one.ListAway })))

const NextCallBack = laterPart(async () => (await import('../call-back/next-call-back.tsx')).NextCallBack)

type InboxListProps = Listed & {
  /** Where it stands in the address; a saved view is no view of the house. */
  place: string
  openId: string | undefined
  myId: string
}

/** `children` stand above the rows and stay when other rows are shown: who types a search goes on typing. */
export function InboxList({ children, ...rows }: InboxListProps & { children?: ReactNode }) {
  return (
    <div className={styles.inbox}>
      {children}
      <InboxRows key={`${rows.view}-${rows.search ?? rows.figure ?? rows.saved ?? ''}`} {...rows} />
    </div>
  )
}

function InboxRows({ place, openId, myId, ...listed }: InboxListProps) {
  const inbox = useInbox(listed)
  const list = useRef<HTMLUListElement>(null)
  const rowIds = inbox.rows.map((row) => row.id)

  const [selection, setSelection] = useState(NOTHING)
  const chosen = inbox.rows.filter((row) => selection.ids.has(row.id))

  /** The row that has the focus, else the one that is open. */
  const marked = () => document.activeElement?.getAttribute('data-conversation') ?? openId
  const mark = (step: 1 | -1) => {
    // Without a connection the rows are those that the device has.
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-conversation]') ?? [])]
    const ids = rows.map((row) => row.dataset['conversation'] ?? '')
    rows[ids.indexOf(neighbourOf(ids, marked(), step) ?? '')]?.focus()
  }
  const hasRows = rowIds.length > 0 || inbox.isError
  useAction('next', hasRows && (() => mark(1)))
  useAction('previous', hasRows && (() => mark(-1)))
  const chooseMarked = () => {
    const id = marked()
    if (id && rowIds.includes(id)) setSelection((before) => toggled(before, id))
  }
  useAction('select', rowIds.length > 0 && chooseMarked)
  useAction('select-all', rowIds.length > 0 && (() => setSelection(allOf(rowIds))))

  return (
    <>
      <div role="status" className={styles.news}>
        {inbox.newCount > 0 && (
          <Button size="small" tone="primary" icon={ArrowUp} onClick={() => void inbox.showNew()}>
            <FormattedMessage id="desk.list.new" values={{ count: inbox.newCount }} />
          </Button>
        )}
      </div>
      <div className={styles.scroll}>
        {inbox.isPending && <ListSkeleton />}
        {inbox.isError && inbox.rows.length === 0 && (
          <ListFailed
            error={inbox.error}
            place={place}
            rowOf={(row) => <InboxRow key={row.id} row={row} view={place} isOpen={row.id === openId} myId={myId} />}
            list={list}
            onRetry={() => void inbox.refetch()}
          />
        )}
        {inbox.isSuccess && inbox.rows.length === 0 && <ListEmpty {...listed} />}
        {inbox.isSimilar && (
          <p role="status" className={styles.similar}>
            <FormattedMessage id="desk.search.similar" />
          </p>
        )}
        {inbox.rows.length > 0 && (
          <ul ref={list} aria-labelledby="view-title">
            {inbox.rows.map((row) => (
              <InboxRow
                key={row.id}
                row={row}
                view={place}
                isOpen={row.id === openId}
                hasLeft={inbox.leftIds.includes(row.id)}
                isChosen={selection.ids.has(row.id)}
                onChoose={(isRange) =>
                  setSelection((before) => (isRange ? toggledTo(before, row.id, rowIds) : toggled(before, row.id)))
                }
                myId={myId}
              />
            ))}
          </ul>
        )}
        {inbox.hasNextPage && (
          <MoreRows isFetching={inbox.isFetchingNextPage} onMore={() => void inbox.fetchNextPage()} />
        )}
      </div>
      {selection.ids.size > 0 && (
        <Suspense>
          <BulkBar
            rows={chosen}
            shown={inbox.rows.length}
            myId={myId}
            onAll={() => setSelection(allOf(rowIds))}
            onClear={() => setSelection(NOTHING)}
            onDone={() => {
              setSelection(NOTHING)
              void inbox.showNew()
            }}
          />
        </Suspense>
      )}
    </>
  )
}

/** Fetches the next page when its place comes into sight; a button for those who do not scroll. */
function MoreRows({ isFetching, onMore }: { isFetching: boolean; onMore: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  const more = useRef(onMore)
  useEffect(() => {
    more.current = onMore
  })
  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && more.current(), {
      rootMargin: '400px',
    })
    if (place.current) watcher.observe(place.current)
    return () => watcher.disconnect()
  }, [isFetching])
  return (
    <div ref={place} className={styles.more}>
      <Button tone="plain" size="small" busy={isFetching} onClick={onMore}>
        <FormattedMessage id="desk.list.more" />
      </Button>
    </div>
  )
}

function ListEmpty({ view, search, figure, saved }: Listed) {
  const navigate = useNavigate()
  if (search ?? figure)
    return (
      <EmptyState icon={SearchX} title={<FormattedMessage id="desk.search.nothing" />}>
        <FormattedMessage id="desk.search.nothing-hint" />
      </EmptyState>
    )
  return (
    <EmptyState
      icon={Inbox}
      title={<FormattedMessage id={saved ? 'desk.empty.saved' : `desk.empty.${view}`} />}
      action={
        (saved || (view !== 'all' && view !== 'unassigned')) && (
          <Button onClick={() => void navigate({ to: '/inbox/$view', params: { view: 'unassigned' } } as never)}>
            <FormattedMessage id="desk.empty.go-unassigned" />
          </Button>
        )
      }
    >
      <NextCallBack />
    </EmptyState>
  )
}

type ListFailedProps = {
  error: unknown
  place: string
  /** Of a list that this device has kept. */
  rowOf: (row: ConversationRow) => ReactNode
  list: RefObject<HTMLUListElement | null>
  onRetry: () => void
}

function ListFailed({ error, place, onRetry, ...kept }: ListFailedProps) {
  const intl = useIntl()
  const problem = problemOf(error)
  const waiting = useQueuedReplies()
  if (problem.isOffline)
    return (
      <Suspense fallback={<ListSkeleton />}>
        <ListAway {...{ view: place, waiting, onRetry }} {...kept} />
      </Suspense>
    )
  return (
    <FailedState
      title={describeProblem(intl, problem)}
      code={problem.code}
      requestId={problem.requestId}
      onRetry={onRetry}
    />
  )
}

const ListSkeleton = () => (
  <Skeleton>
    {Array.from({ length: 8 }, (_, row) => (
      <div key={row} className={styles.skeletonRow}>
        <SkeletonBar width="middle" />
        <SkeletonBar width="long" />
        <SkeletonBar width="short" />
      </div>
    ))}
  </Skeleton>
)

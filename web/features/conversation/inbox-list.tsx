/** The list of a view. News is announced above it and never put in under the pointer. */
import { useNavigate } from '@tanstack/react-router'
import { ArrowUp, Inbox, SearchX } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useAction } from '../../actions/registry.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { View } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { EmptyState, FailedState } from '../../ui/view-states.tsx'
import styles from './inbox-list.module.css'
import { neighbourOf } from './inbox-pages.ts'
import { InboxRow } from './inbox-row.tsx'
import { useInbox } from './use-inbox.ts'

type InboxListProps = {
  view: View
  search: string | undefined
  figure: string | undefined
  openId: string | undefined
  myId: string
  children?: ReactNode
}

export function InboxList({ view, search, figure, openId, myId, children }: InboxListProps) {
  const intl = useIntl()
  const inbox = useInbox(view, search, figure)
  const list = useRef<HTMLUListElement>(null)
  const rowIds = inbox.rows.map((row) => row.id)

  const mark = (step: 1 | -1) => {
    const focused = document.activeElement?.getAttribute('data-conversation') ?? openId
    const next = neighbourOf(rowIds, focused ?? undefined, step)
    list.current?.querySelector<HTMLElement>(`[data-conversation="${next}"]`)?.focus()
  }
  useAction('next', rowIds.length > 0 && (() => mark(1)))
  useAction('previous', rowIds.length > 0 && (() => mark(-1)))

  return (
    <div className={styles.inbox}>
      {children}
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
          <ListFailed error={inbox.error} onRetry={() => void inbox.refetch()} />
        )}
        {inbox.isSuccess && inbox.rows.length === 0 && <ListEmpty view={view} isSearch={Boolean(search ?? figure)} />}
        {inbox.rows.length > 0 && (
          <ul ref={list} aria-label={intl.formatMessage({ id: `desk.view.${view}` })}>
            {inbox.rows.map((row) => (
              <InboxRow
                key={row.id}
                row={row}
                view={view}
                isOpen={row.id === openId}
                hasLeft={inbox.leftIds.includes(row.id)}
                myId={myId}
              />
            ))}
          </ul>
        )}
        {inbox.hasNextPage && (
          <MoreRows isFetching={inbox.isFetchingNextPage} onMore={() => void inbox.fetchNextPage()} />
        )}
      </div>
    </div>
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

function ListEmpty({ view, isSearch }: { view: View; isSearch: boolean }) {
  const navigate = useNavigate()
  if (isSearch)
    return (
      <EmptyState icon={SearchX} title={<FormattedMessage id="desk.search.nothing" />}>
        <FormattedMessage id="desk.search.nothing-hint" />
      </EmptyState>
    )
  return (
    <EmptyState
      icon={Inbox}
      title={<FormattedMessage id={`desk.empty.${view}`} />}
      action={
        view !== 'all' &&
        view !== 'unassigned' && (
          <Button onClick={() => void navigate({ to: '/inbox/$view', params: { view: 'unassigned' } } as never)}>
            <FormattedMessage id="desk.empty.go-unassigned" />
          </Button>
        )
      }
    />
  )
}

function ListFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const intl = useIntl()
  const problem = problemOf(error)
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

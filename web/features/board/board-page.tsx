/** What waits, who works, and what needs somebody now. Each number opens what it counts (desk-D71). */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Figure } from '#engines/figure/figure.ts'
import { api, type client } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import styles from './board.module.css'
import { FigureLink } from './figure-link.tsx'
import { PeopleTable } from './people-table.tsx'
import { QueuesTable } from './queues-table.tsx'
import { UnfitList } from './unfit-list.tsx'

export type Board = Awaited<ReturnType<typeof client.board.read>>

/** News makes the board count anew at most this often; people come and go without news. In milliseconds. */
const COUNT_EVERY_MS = 2_000
const ASK_EVERY_MS = 5_000
/** Numbers older than this are said to be old, in milliseconds. */
const STALE_MS = 10_000

export function BoardPage({ role }: { role: string }) {
  const intl = useIntl()
  const board = useBoard()
  const isStale = useIsStale(board.dataUpdatedAt)
  const { data } = board
  const mayOpen = role === 'supervisor'
  return (
    <Page
      title={intl.formatMessage({ id: 'desk.page.board' })}
      lead={<FormattedMessage id="board.lead" />}
      actions={
        data && (
          <span className={styles.fact}>
            <FormattedMessage id="board.as-of" values={{ time: intl.formatTime(data.at, { timeStyle: 'medium' }) }} />
          </span>
        )
      }
    >
      {board.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {board.isError && !data && (
        <FailedState
          title={describeProblem(intl, problemOf(board.error))}
          code={problemOf(board.error).code}
          onRetry={() => void board.refetch()}
        />
      )}
      {data && isStale && (
        <Banner tone="warning">
          <FormattedMessage id="board.stale" values={{ time: intl.formatTime(data.at, { timeStyle: 'medium' }) }} />
        </Banner>
      )}
      {data && <Shown board={data} mayOpen={mayOpen} />}
    </Page>
  )
}

function Shown({ board, mayOpen }: { board: Board; mayOpen: boolean }) {
  const sum = (of: (queue: Board['queues'][number]) => number) => board.queues.reduce((all, one) => all + of(one), 0)
  return (
    <>
      <ul className={styles.tiles}>
        <Tile
          id="board.red-flags"
          tone="emergency"
          figure={{ name: 'red-flags' }}
          {...board.redFlags}
          mayOpen={mayOpen}
        />
        <Tile
          id="board.breached"
          tone="urgent"
          figure={{ name: 'breached' }}
          count={sum((q) => q.breached)}
          mayOpen={mayOpen}
        />
        <Tile
          id="board.due-soon"
          tone="waiting"
          figure={{ name: 'due-soon' }}
          count={sum((q) => q.dueSoon)}
          mayOpen={mayOpen}
        />
        <Tile
          id="board.unknown"
          tone="urgent"
          figure={{ name: 'unknown-deliveries' }}
          {...board.unknownDeliveries}
          mayOpen={mayOpen}
        />
      </ul>
      {board.differences.length > 0 && (
        <Banner tone="warning" title={<FormattedMessage id="board.differences" />}>
          <ul>
            {board.differences.map(({ source, count, since }) => (
              <li key={source}>
                <FormattedMessage
                  id="board.difference"
                  values={{ source, count, age: <Timestamp at={since} style="age" /> }}
                />
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {board.unfit.length > 0 && (
        <Card title={<FormattedMessage id="board.unfit" />}>
          <UnfitList unfit={board.unfit} mayOpen={mayOpen} />
        </Card>
      )}
      <Card title={<FormattedMessage id="board.queues" />}>
        <QueuesTable queues={board.queues} mayOpen={mayOpen} />
      </Card>
      <Card
        title={<FormattedMessage id="board.people" />}
        actions={
          <Link to={'/work' as never} className={buttonClass('secondary', 'small')}>
            <FormattedMessage id="board.plan" />
          </Link>
        }
      >
        {!board.isAutomatic && (
          <p className={styles.fact}>
            <FormattedMessage id="board.manual" />
          </p>
        )}
        <PeopleTable people={board.people} mayOpen={mayOpen} />
      </Card>
    </>
  )
}

type TileProps = {
  id: 'board.red-flags' | 'board.breached' | 'board.due-soon' | 'board.unknown'
  tone: 'emergency' | 'urgent' | 'waiting'
  figure: Figure
  count: number
  oldestAt?: string | null
  mayOpen: boolean
}

function Tile({ id, tone, figure, count, oldestAt, mayOpen }: TileProps) {
  const intl = useIntl()
  return (
    <li className={styles.tile} data-tone={count > 0 ? tone : undefined}>
      <span className={styles.tileNumber}>
        <FigureLink count={count} figure={figure} mayOpen={mayOpen} label={intl.formatMessage({ id })} />
      </span>
      <span>
        <FormattedMessage id={id} />
      </span>
      {oldestAt && (
        <span className={styles.fact}>
          <FormattedMessage id="board.since" values={{ age: <Timestamp at={oldestAt} style="age" /> }} />
        </span>
      )}
    </li>
  )
}

function useBoard() {
  const queries = useQueryClient()
  const board = useQuery(api.board.read.queryOptions({ refetchInterval: ASK_EVERY_MS, staleTime: 0 }))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useChanges(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void queries.invalidateQueries({ queryKey: api.board.read.key() })
    }, COUNT_EVERY_MS)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return board
}

/** Whether what came at `updatedAt` has become old; each new answer sets the time anew. */
function useIsStale(updatedAt: number): boolean {
  const [staleOf, setStaleOf] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setStaleOf(updatedAt), STALE_MS)
    return () => clearTimeout(timer)
  }, [updatedAt])
  return updatedAt > 0 && staleOf === updatedAt
}

/** The saved views in the rail, each with its count, and the way to make, change and arrange them. Fetched after the desk is there. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ListFilter, Pencil, Plus, SlidersHorizontal, UsersRound } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { api } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'
import { PageWords } from '../../i18n/page-words.tsx'
import { Count } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { viewLink, type SavedView } from './saved-view.ts'
import linkStyles from '../../ui/side-link.module.css'
import styles from './saved-views.module.css'
import { savedViewWords } from './words.ts'

/** Both come together: an icon that many parts share would travel with the first load. */
const Dialogs = lazy(() => import('./arrange-dialog.tsx').then((one) => ({ default: one.SavedViewDialogs })))

/** Counts are fetched again at most this often, in milliseconds: somebody wrote what they ask (decision 0198). */
const COUNT_EVERY_MS = 15_000

/** What is open: all views to arrange, a new one, or one that is changed. The rail holds it, since keys reach it there. */
export type Opened = 'arrange' | 'new' | { change: string } | null
type Props = {
  current: string | undefined
  opened: Opened
  onOpen: (opened: Opened) => void
  onGo?: (() => void) | undefined
}

export const SavedViews = (props: Props) => (
  <PageWords parts={savedViewWords}>
    <Views {...props} />
  </PageWords>
)

function Views({ current, opened, onOpen, onGo }: Props) {
  const intl = useIntl()
  const list = useQuery(api.savedView.list.queryOptions())
  const own = list.data?.items.filter(({ isForMe }) => isForMe) ?? []
  const counts = useCounts(own.length > 0)
  return (
    <section className={styles.views} aria-labelledby="saved-views">
      <header className={styles.head}>
        <h2 id="saved-views">
          <FormattedMessage id="saved-view.title" />
        </h2>
        {list.data && (
          <>
            {list.data.items.length > 0 && (
              <IconButton
                icon={SlidersHorizontal}
                size="small"
                aria-label={intl.formatMessage({ id: 'saved-view.arrange' })}
                onClick={() => onOpen('arrange')}
              />
            )}
            <IconButton
              icon={Plus}
              size="small"
              aria-label={intl.formatMessage({ id: 'saved-view.new' })}
              onClick={() => onOpen('new')}
            />
          </>
        )}
      </header>
      {list.isError && !list.data && (
        <p className={styles.failed}>
          <FormattedMessage id="saved-view.failed" />{' '}
          <Button size="small" tone="plain" onClick={() => void list.refetch()}>
            <FormattedMessage id="ui.try-again" />
          </Button>
        </p>
      )}
      {own.length > 0 && (
        <ul>
          {own.map((view) => (
            <ViewLine
              key={view.id}
              view={view}
              isCurrent={view.id === current}
              count={describeCount(intl, counts?.find(({ savedViewId }) => savedViewId === view.id)?.count)}
              onGo={onGo}
              onEdit={() => onOpen({ change: view.id })}
            />
          ))}
        </ul>
      )}
      {createPortal(
        // On a phone the rail is away while nobody looks at it, and a dialog in it would be too.
        <Suspense>
          {list.data && opened && <Dialogs opened={opened} views={list.data} onClose={() => onOpen(null)} />}
        </Suspense>,
        document.body,
      )}
    </section>
  )
}

type LineProps = {
  view: SavedView
  isCurrent: boolean
  count: string | null
  onGo: (() => void) | undefined
  onEdit: () => void
}

function ViewLine({ view, isCurrent, count, onGo, onEdit }: LineProps) {
  const intl = useIntl()
  const Icon = view.sharing.with === 'owner' ? ListFilter : UsersRound
  return (
    <li className={styles.line}>
      <Link
        {...viewLink(view.id)}
        onClick={onGo}
        aria-current={isCurrent ? 'page' : undefined}
        className={classNames(linkStyles.link, isCurrent && linkStyles.current)}
      >
        <Icon aria-hidden size="1.15em" strokeWidth={1.9} />
        <bdi className={linkStyles.name}>{view.name}</bdi>
        {count && <Count value={count} />}
      </Link>
      {isCurrent && view.mayChange && (
        <IconButton
          icon={Pencil}
          size="small"
          aria-label={intl.formatMessage({ id: 'saved-view.edit-of' }, { name: view.name })}
          onClick={onEdit}
        />
      )}
    </li>
  )
}

type Counted = { count: number; isMore: boolean } | null

/** Nothing where there is nothing, or where it was not counted. */
function describeCount(intl: IntlShape, counted: Counted | undefined): string | null {
  if (!counted || counted.count === 0) return null
  const count = intl.formatNumber(counted.count)
  return counted.isMore ? intl.formatMessage({ id: 'saved-view.more' }, { count }) : count
}

function useCounts(enabled: boolean) {
  const queries = useQueryClient()
  const counts = useQuery(api.savedView.counts.queryOptions({ enabled }))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useChanges(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void queries.invalidateQueries({ queryKey: api.savedView.counts.key() })
    }, COUNT_EVERY_MS)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return counts.data
}

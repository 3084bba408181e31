/** All saved views that one may see: in which order they stand, changed, deleted with a way back. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowDown, ArrowUp, ListFilter, Pencil, Plus, Trash2 } from 'lucide-react'
import { Suspense, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { showToast } from '../../ui/toast.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import { describeSharing, useViewChange, viewLink, type SavedView, type SavedViews } from './saved-view.ts'
import { SavedViewEditor } from './saved-view-editor.tsx'
import type { Opened } from './saved-views.tsx'
import styles from './saved-views.module.css'

/** Long enough to notice that it was the wrong one. */
const UNDO_MS = 10_000

type Editing = { view: SavedView | undefined }

type DialogsProps = { opened: NonNullable<Opened>; views: SavedViews; onClose: () => void }

/** What of saved views is open. */
export function SavedViewDialogs({ opened, views, onClose }: DialogsProps) {
  if (opened === 'arrange') return <ArrangeDialog views={views} onClose={onClose} />
  const view = opened === 'new' ? undefined : views.items.find(({ id }) => id === opened.change)
  if (opened !== 'new' && !view) return null
  return <SavedViewEditor view={view} mayShare={views.mayShare} onClose={onClose} />
}

function ArrangeDialog({ views, onClose }: { views: SavedViews; onClose: () => void }) {
  const intl = useIntl()
  const change = useViewChange()
  const navigate = useNavigate()
  const { view: current } = useParams({ strict: false }) as { view?: string }
  const [told, setTold] = useState('')
  const [gone, setGone] = useState<SavedView | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const { items } = views

  const move = async (at: number, by: -1 | 1) => {
    const ids = items.map(({ id }) => id)
    const [moved] = ids.splice(at, 1)
    if (moved === undefined) return
    ids.splice(at + by, 0, moved)
    const name = items[at]?.name ?? ''
    if (await change(() => client.savedView.reorder({ savedViewIds: ids })))
      setTold(intl.formatMessage({ id: 'saved-view.moved' }, { name, place: at + by + 1 }))
  }
  const remove = async (view: SavedView) => {
    if (!(await change(() => client.savedView.remove({ savedViewId: view.id })))) return
    setGone(view)
    if (view.id === current) void navigate({ to: '/inbox/$view', params: { view: 'mine' } } as never)
  }
  const bringBack = async ({ id: savedViewId }: SavedView) => {
    if (await change(() => client.savedView.restore({ savedViewId }))) setGone(null)
  }
  /** Behind the dialog nothing can be pressed; what was deleted last can be brought back for a while after it, too. */
  const close = () => {
    onClose()
    if (!gone) return
    showToast({
      text: intl.formatMessage({ id: 'saved-view.removed' }, { name: gone.name }),
      action: { label: intl.formatMessage({ id: 'saved-view.undo' }), run: () => void bringBack(gone) },
      lastsMs: UNDO_MS,
    })
  }

  return (
    <>
      <Dialog
        title={<FormattedMessage id="saved-view.title" />}
        onClose={close}
        actions={
          <Button icon={Plus} onClick={() => setEditing({ view: undefined })}>
            <FormattedMessage id="saved-view.new" />
          </Button>
        }
      >
        {gone && (
          <Banner
            tone="note"
            announce="status"
            actions={
              <Button size="small" onClick={() => void bringBack(gone)}>
                <FormattedMessage id="saved-view.undo" />
              </Button>
            }
          >
            <FormattedMessage id="saved-view.removed" values={{ name: gone.name }} />
          </Banner>
        )}
        {items.length === 0 ? (
          <EmptyState icon={ListFilter} title={<FormattedMessage id="saved-view.empty" />}>
            <FormattedMessage id="saved-view.empty-text" />
          </EmptyState>
        ) : (
          <div className={styles.list}>
            <p className={styles.lead}>
              <FormattedMessage id="saved-view.lead" />
            </p>
            <List framed aria-label={intl.formatMessage({ id: 'saved-view.title' })}>
              {items.map((view, at) => (
                <Row
                  key={view.id}
                  view={view}
                  isFirst={at === 0}
                  isLast={at === items.length - 1}
                  onMove={(by) => void move(at, by)}
                  onEdit={() => setEditing({ view })}
                  onRemove={() => void remove(view)}
                  onGo={close}
                />
              ))}
            </List>
            <p role="status" className="visually-hidden">
              {told}
            </p>
          </div>
        )}
      </Dialog>
      <Suspense>
        {editing && <SavedViewEditor view={editing.view} mayShare={views.mayShare} onClose={() => setEditing(null)} />}
      </Suspense>
    </>
  )
}

type RowProps = {
  view: SavedView
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onEdit: () => void
  onRemove: () => void
  onGo: () => void
}

function Row({ view, isFirst, isLast, onMove, onEdit, onRemove, onGo }: RowProps) {
  const intl = useIntl()
  const choices = useQuery(api.savedView.choices.queryOptions())
  const { name, sharing, isMine, isForMe, ownerName } = view
  const facts = [
    describeSharing(intl, sharing, choices.data),
    ...(isMine || !ownerName ? [] : [intl.formatMessage({ id: 'saved-view.by' }, { name: ownerName })]),
    ...(isForMe ? [] : [intl.formatMessage({ id: 'saved-view.elsewhere' })]),
  ]
  const named = (id: 'up' | 'down' | 'edit-of' | 'remove-of') =>
    intl.formatMessage({ id: `saved-view.${id}` as const }, { name })
  return (
    <ListRow className={styles.row}>
      <div className={styles.words}>
        <Link {...viewLink(view.id)} onClick={onGo}>
          <bdi>{name}</bdi>
        </Link>
        <span className={styles.fact}>{facts.join(' · ')}</span>
      </div>
      <IconButton icon={ArrowUp} size="small" aria-label={named('up')} disabled={isFirst} onClick={() => onMove(-1)} />
      <IconButton
        icon={ArrowDown}
        size="small"
        aria-label={named('down')}
        disabled={isLast}
        onClick={() => onMove(1)}
      />
      {view.mayChange && (
        <>
          <IconButton icon={Pencil} size="small" aria-label={named('edit-of')} onClick={onEdit} />
          <IconButton icon={Trash2} size="small" aria-label={named('remove-of')} onClick={onRemove} />
        </>
      )}
    </ListRow>
  )
}

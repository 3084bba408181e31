/** Three panes: the list of a view, one conversation, and the person it is about. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { MessagesSquare, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ActionButton } from '../actions/action-button.tsx'
import { useAction, useActions } from '../actions/registry.tsx'
import { api } from '../api/client.ts'
import { ConversationView, InboxList, PersonPane, useFetchedPane, useSearched } from '../features/conversation/index.ts'
import { isSavedView, isView } from '../features/desk/index.ts'
import { IconButton } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Keys } from '../ui/keys.tsx'
import { Pane, useDocumentTitle } from '../ui/page.tsx'
import { SearchField } from '../ui/text-field.tsx'
import { EmptyState } from '../ui/view-states.tsx'
import styles from './inbox-page.module.css'
import { NotFoundPage } from './page-states.tsx'
import { useMe } from './shell.tsx'

/** A search begins this long after the last key, in milliseconds. */
const SEARCH_AFTER_MS = 300
/** Characters of a search (contract: conversation.list). */
const SEARCH_MAX = 200
/** Wide enough for the person beside the conversation. */
const WIDE = '(width >= 82rem)'

export function InboxPage() {
  const intl = useIntl()
  const me = useMe()
  const { keysOf } = useActions()
  const { view, conversationId } = useParams({ strict: false }) as { view: string; conversationId?: string }
  const { figure } = useSearch({ strict: false }) as { figure?: string }
  const q = useSearched()
  useFetchedPane()
  const [personShown, setPersonShown] = useState(() => matchMedia(WIDE).matches)
  useAction('identity', conversationId !== undefined && !personShown && (() => setPersonShown(true)))
  const isSaved = isSavedView(view)
  const savedViews = useQuery(api.savedView.list.queryOptions({ enabled: isSaved })).data?.items
  const saved = savedViews?.find(({ id }) => id === view)
  if (isSaved ? savedViews && !saved : !isView(view)) return <NotFoundPage />
  // Who searches does not know in which view it is.
  const shown = q || !isView(view) ? 'all' : view
  const named = isSaved ? 'desk.action.saved-views' : (`desk.view.${shown}` as const)
  const title = q ? 'desk.search.title' : figure ? 'desk.figure.title' : named
  return (
    <div className={classNames(styles.inbox, conversationId && styles.hasOpen, personShown && styles.hasPerson)}>
      <Pane aria-labelledby="view-title" className={styles.list}>
        <InboxList
          place={view}
          view={shown}
          search={q}
          figure={q ? undefined : figure}
          saved={isSaved && !q ? view : undefined}
          openId={conversationId}
          myId={me.id}
        >
          <ListHead
            key={view}
            title={(!q && saved?.name) || intl.formatMessage({ id: title })}
            search={q}
            isTitle={!conversationId}
          />
        </InboxList>
      </Pane>
      <main id="main" tabIndex={-1} className={styles.conversation} data-open-conversation={conversationId}>
        {conversationId ? (
          <ConversationView
            key={conversationId}
            conversationId={conversationId}
            view={view}
            me={me}
            personShown={personShown}
            onPerson={() => setPersonShown(!personShown)}
          />
        ) : (
          <EmptyState icon={MessagesSquare} title={<FormattedMessage id="desk.nothing-open" />}>
            <FormattedMessage
              id="desk.nothing-open-hint"
              values={{
                next: <Keys key="next" keys={keysOf('next') ?? ''} />,
                open: <Keys key="open" keys="Enter" />,
                help: <Keys key="help" keys={keysOf('help') ?? ''} />,
              }}
            />
          </EmptyState>
        )}
      </main>
      {conversationId && personShown && (
        <Pane aria-label={intl.formatMessage({ id: 'desk.person.title' })} className={styles.person}>
          <IconButton
            icon={X}
            size="small"
            className={styles.closePerson}
            aria-label={intl.formatMessage({ id: 'ui.close' })}
            onClick={() => setPersonShown(false)}
          />
          <PersonPane conversationId={conversationId} view={view} role={me.role} />
        </Pane>
      )}
    </div>
  )
}

function ListHead({ title, search = '', isTitle }: { title: string; search: string | undefined; isTitle: boolean }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const [words, setWords] = useState(search)
  const box = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // A search that came by another way, as by the back button, stands in the field; our own does not overtake what is typed since.
  const asked = useRef(search)
  useEffect(() => {
    if (search === asked.current) return
    clearTimeout(timer.current)
    setWords((asked.current = search))
  }, [search])
  useAction('search', () => box.current?.querySelector('input')?.focus())
  useEffect(() => () => clearTimeout(timer.current), [])

  const find = (next: string) => {
    setWords(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      asked.current = next.trim().slice(0, SEARCH_MAX)
      void navigate({ to: '.', search: {}, state: { q: asked.current }, replace: true } as never)
    }, SEARCH_AFTER_MS)
  }
  return (
    <header className={styles.listHead}>
      {isTitle && <Title title={title} />}
      <div className={styles.listTitle}>
        <h2 id="view-title">{title}</h2>
        <ActionButton action="new-conversation" size="small" iconOnly />
      </div>
      <div ref={box}>
        <SearchField
          id="search"
          label={intl.formatMessage({ id: 'desk.search.label' })}
          placeholder={intl.formatMessage({ id: 'desk.search.placeholder' })}
          value={words}
          onChange={(change) => find(change.target.value)}
          onKeyDown={(press) => {
            if (press.key !== 'Escape') return
            if (words) find('')
            else press.currentTarget.blur()
          }}
        />
      </div>
    </header>
  )
}

function Title({ title }: { title: string }) {
  useDocumentTitle(title)
  return null
}

/** The rail: the standard views with their counts, and the desk's own pages. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import {
  Activity,
  Bot,
  CircleHelp,
  Building2,
  ChartColumn,
  FileText,
  LayoutDashboard,
  Settings,
  Store,
  Users,
  Workflow,
} from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useAction } from '../../actions/registry.tsx'
import { api } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'
import { Count } from '../../ui/badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import { laterPart } from '../../ui/later-part.tsx'
import type { Opened } from '../saved-view/saved-views.tsx'
import linkStyles from '../../ui/side-link.module.css'
import styles from './view-nav.module.css'
import { viewAction, viewIcon, viewLink, VIEWS, viewTone, type DeskView } from './views.ts'

const SavedViews = laterPart(async () => (await import('../saved-view/saved-views.tsx')).SavedViews)

/** Counts are fetched again at most this often, in milliseconds. */
const COUNT_EVERY_MS = 1_500

export function ViewNav({ current, role, onGo }: { current: string | undefined; role: string; onGo?: () => void }) {
  const intl = useIntl()
  const seesInbox = role !== 'administrator'
  const leads = role === 'administrator' || role === 'supervisor'
  const counts = useCounts(seesInbox)
  const [opened, setOpened] = useState<Opened>(null)
  useAction('saved-views', seesInbox && (() => setOpened('arrange')))
  useAction('new-view', seesInbox && (() => setOpened('new')))
  return (
    <nav aria-label={intl.formatMessage({ id: 'desk.nav' })} className={styles.nav}>
      {seesInbox && (
        <ul>
          {VIEWS.map((view) => {
            const Icon = viewIcon(view)
            const count = counts?.[view] ?? 0
            return (
              <li key={view}>
                <Link
                  {...viewLink(view)}
                  onClick={onGo}
                  aria-current={view === current ? 'page' : undefined}
                  className={classNames(linkStyles.link, view === current && linkStyles.current)}
                >
                  <Icon aria-hidden size="1.15em" strokeWidth={1.9} />
                  <span className={linkStyles.name}>
                    <FormattedMessage id={`desk.view.${view}`} />
                  </span>
                  {count > 0 && <Count value={intl.formatNumber(count)} tone={viewTone(view, count)} />}
                </Link>
              </li>
            )
          })}
        </ul>
      )}
      {seesInbox && <SavedViews {...{ current, opened, onGo }} onOpen={setOpened} />}
      <ul className={styles.pages}>
        {seesInbox && (
          <PageLink to="/front-desk" icon={Store} current={current} onGo={onGo} id="desk.view.front-desk" />
        )}
        {role === 'administrator' && (
          <PageLink to="/organization" icon={Building2} current={current} onGo={onGo} id="desk.page.organization" />
        )}
        {seesInbox && <PageLink to="/hand-over" icon={Users} current={current} onGo={onGo} id="desk.page.hand-over" />}
        {leads && <PageLink to="/board" icon={LayoutDashboard} current={current} onGo={onGo} id="desk.page.board" />}
        {leads && <PageLink to="/reports" icon={ChartColumn} current={current} onGo={onGo} id="desk.page.reports" />}
        {leads && <PageLink to="/staff" icon={Users} current={current} onGo={onGo} id="desk.page.staff" />}
        {(leads || role === 'clinician') && (
          <PageLink to="/assistant" icon={Bot} current={current} onGo={onGo} id="desk.page.assistant" />
        )}
        <PageLink to="/knowledge" icon={CircleHelp} current={current} onGo={onGo} id="desk.page.knowledge" />
        {leads && <PageLink to="/macros" icon={FileText} current={current} onGo={onGo} id="desk.page.macros" />}
        {leads && <PageLink to="/rules" icon={Workflow} current={current} onGo={onGo} id="desk.page.rules" />}
        <PageLink to="/status" icon={Activity} current={current} onGo={onGo} id="desk.page.status" />
        <PageLink to="/settings" icon={Settings} current={current} onGo={onGo} id="desk.page.settings" />
      </ul>
      {seesInbox && VIEWS.map((view) => <GoTo key={view} view={view} />)}
      {seesInbox && <GoToFrontDesk />}
    </nav>
  )
}

type PageLinkProps = {
  to: string
  icon: typeof Users
  id:
    | 'desk.view.front-desk'
    | 'desk.page.organization'
    | 'desk.page.staff'
    | 'desk.page.assistant'
    | 'desk.page.knowledge'
    | 'desk.page.macros'
    | 'desk.page.rules'
    | 'desk.page.board'
    | 'desk.page.hand-over'
    | 'desk.page.reports'
    | 'desk.page.status'
    | 'desk.page.settings'
  current: string | undefined
  onGo?: () => void
}

function PageLink({ to, icon: Icon, id, current, onGo }: PageLinkProps) {
  const isCurrent = current === to
  return (
    <li>
      <Link
        to={to as never}
        onClick={onGo}
        aria-current={isCurrent ? 'page' : undefined}
        className={classNames(linkStyles.link, isCurrent && linkStyles.current)}
      >
        <Icon aria-hidden size="1.15em" strokeWidth={1.9} />
        <span className={linkStyles.name}>
          <FormattedMessage id={id} />
        </span>
      </Link>
    </li>
  )
}

function GoTo({ view }: { view: DeskView }) {
  const navigate = useNavigate()
  useAction(viewAction(view), () => void navigate(viewLink(view)))
  return null
}

function GoToFrontDesk() {
  const navigate = useNavigate()
  useAction('front-desk', () => void navigate({ to: '/front-desk' } as never))
  return null
}

function useCounts(enabled: boolean) {
  const queries = useQueryClient()
  const counts = useQuery(api.conversation.counts.queryOptions({ enabled }))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useChanges(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void queries.invalidateQueries({ queryKey: api.conversation.counts.key() })
    }, COUNT_EVERY_MS)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return counts.data
}

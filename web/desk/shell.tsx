/** The frame of the desk: red flags and connection above all, the rail beside, a page in the middle. */
import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useMatches, useNavigate, useParams, useRouteContext } from '@tanstack/react-router'
import { LogOut, Menu as MenuIcon, PanelLeftClose } from 'lucide-react'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { STAFF_ROLES } from '#contract/role.ts'
import { ActionRegistry, useAction, useActions } from '../actions/registry.tsx'
import { askSession } from '../api/ask-session.ts'
import { Live } from '../api/live.tsx'
import { onSignedOut } from '../api/signed-out.ts'
import { ConnectionBanner, DeskCommands, RedFlagBand, ViewNav } from '../features/desk/index.ts'
import {
  forgetReplies,
  mayAcceptAlerts,
  replies,
  saveDrafts,
  useQueuedReplies,
} from '../features/conversation/index.ts'
import { leaveAtEnd, staffOf, StepUp, useSignOut, type Me } from '../features/session/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { IconButton } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Keys } from '../ui/keys.tsx'
import { Mark } from '../ui/mark.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import styles from './shell.module.css'

/** Who is signed in; there is always somebody inside. */
export const useMe = (): Me => (useRouteContext({ strict: false }) as { me: Me }).me

const NewConversation = lazy(() =>
  import('../features/conversation/new-conversation.tsx').then((one) => ({ default: one.NewConversation })),
)

const Attendants = lazy(() => import('./attendants.tsx').then((one) => ({ default: one.Attendants })))

export function Shell() {
  const me = useMe()
  return (
    <ActionRegistry role={me.role}>
      <Live from={me.feed}>
        <StepUp>
          <Frame />
        </StepUp>
      </Live>
    </ActionRegistry>
  )
}

function Frame() {
  const intl = useIntl()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [navShown, setNavShown] = useState(false)
  const toSignIn = useCallback(() => void navigate({ to: '/sign-in' }), [navigate])
  const signOutOnServer = useSignOut(toSignIn)
  const signOut = () => {
    forgetReplies()
    void signOutOnServer()
  }
  const [isOver, setIsOver] = useState(false)
  const onOver = useCallback(() => {
    setIsOver(true)
    forgetReplies()
    void leaveAtEnd(queries).then(toSignIn)
  }, [queries, toSignIn])
  // A socket is closed too when its session goes on under a new id, so the server is asked before anybody is sent away.
  const isAsking = useRef(false)
  const askWhoIsThere = useCallback(async () => {
    if (isAsking.current) return
    isAsking.current = true
    const session = await askSession().catch(() => undefined)
    isAsking.current = false
    if (session && !staffOf(session)) onOver()
  }, [onOver])
  useEffect(() => onSignedOut(() => void askWhoIsThere()), [askWhoIsThere])
  const current = useCurrentPlace()
  const waiting = useWaitingReplies()
  const seesInbox = me.role !== 'administrator'
  const openId = (useParams({ strict: false }) as { conversationId?: string }).conversationId

  const [isBeginning, setIsBeginning] = useState(false)
  useAction('new-conversation', seesInbox && (() => setIsBeginning(true)))
  useAction('settings', () => void navigate({ to: '/settings' }))
  useAction('sign-out', signOut)

  // Nothing of a patient stays on the screen while the way to the sign-in is found.
  if (isOver) return null
  return (
    <div className={styles.viewport}>
      <div className={styles.shell}>
        <a href="#main" className={styles.skip}>
          <FormattedMessage id="desk.skip" />
        </a>
        <div className={styles.top}>
          {seesInbox && <RedFlagBand mayAccept={mayAcceptAlerts(me.role)} openId={openId} />}
          <ConnectionBanner waiting={waiting} />
        </div>
        <header className={classNames(styles.rail, navShown && styles.railShown)}>
          <div className={styles.brand}>
            <Mark />
            <span className={styles.organization}>{me.organization.name}</span>
            <IconButton
              icon={navShown ? PanelLeftClose : MenuIcon}
              className={styles.navToggle}
              aria-expanded={navShown}
              aria-label={intl.formatMessage({ id: 'desk.nav' })}
              onClick={() => setNavShown(!navShown)}
            />
          </div>
          <div className={styles.railBody}>
            <PaletteButton />
            <ViewNav current={current} role={me.role} onGo={() => setNavShown(false)} />
            <Menu
              label={me.name}
              placement="top start"
              trigger={
                <button type="button" className={styles.me}>
                  <Avatar name={me.name} tone="staff" />
                  <span className={styles.meWords}>
                    <span>{me.name}</span>
                    <span className={styles.role}>
                      <RoleName role={me.role} />
                    </span>
                  </span>
                </button>
              }
            >
              <MenuItem icon={LogOut} onAction={signOut}>
                {intl.formatMessage({ id: 'desk.action.sign-out' })}
              </MenuItem>
            </Menu>
          </div>
        </header>
        <div className={styles.page}>
          <Outlet />
        </div>
      </div>
      <DeskCommands />
      {isBeginning && (
        <Suspense>
          <NewConversation onClose={() => setIsBeginning(false)} />
        </Suspense>
      )}
      <Suspense>
        <Attendants onSignOut={signOut} onWarn={() => void saveDrafts()} onOver={onOver} />
      </Suspense>
    </div>
  )
}

function RoleName({ role }: { role: string }) {
  const known = STAFF_ROLES.find((one) => one === role)
  return known ? <FormattedMessage id={`desk.role.${known}`} /> : null
}

function PaletteButton() {
  const { run, keysOf } = useActions()
  return (
    <button type="button" className={styles.palette} onClick={() => run('palette')}>
      <span>
        <FormattedMessage id="desk.action.palette" />
      </span>
      <Keys keys={keysOf('palette') ?? ''} />
    </button>
  )
}

/** The view or the page that is open, for the rail. */
function useCurrentPlace(): string | undefined {
  const match = useMatches().at(-1)
  const params = match?.params as { view?: string } | undefined
  if (params?.view) return params.view
  const path = match?.pathname.replace(/^\/desk/, '')
  return path === '/set-aside' || path === '/call-backs' ? path.slice(1) : path
}

/** What waits on this device. */
function useWaitingReplies() {
  const queued = useQueuedReplies()
  useEffect(() => void replies.load(), [])
  const flush = useCallback(async () => {
    const refused = await replies.flush()
    return refused.map(({ reply, problem }) => ({ conversationId: reply.conversationId, problem }))
  }, [])
  return { count: queued.length, flush }
}

/** Every address of the desk. Pages load their own code; what stands in the address can be bookmarked and sent. */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { sessionHere, staffOf } from '../features/session/index.ts'
import { InboxPage } from './inbox-page.tsx'
import { NotFoundPage, PageFailed } from './page-states.tsx'
import { Shell } from './shell.tsx'
import { VideoRoute } from './video-route.tsx'

type Context = { queries: QueryClient }
type InboxSearch = { figure?: string }

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: PageFailed,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { organization?: string; to?: string } => ({
    organization: typeof search.organization === 'string' ? search.organization : undefined,
    // Only a way inside the desk; never another site.
    to: typeof search.to === 'string' && /^\/(?!\/)/.test(search.to) ? search.to : undefined,
  }),
  component: lazyRouteComponent(() => import('./entrance-pages.tsx'), 'SignIn'),
})

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./entrance-pages.tsx'), 'SetUp'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./entrance-pages.tsx'), 'Invitation'),
})

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./entrance-pages.tsx'), 'ForgotPassword'),
})

const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/new-password',
  component: lazyRouteComponent(() => import('./entrance-pages.tsx'), 'NewPassword'),
})

/** Everything behind the sign-in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const me = staffOf(await sessionHere(context.queries))
    if (!me) throw redirect({ to: '/sign-in', search: { to: location.href } })
    return { me }
  },
})

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context }) => {
    throw context.me.role === 'administrator'
      ? redirect({ to: '/organization' })
      : redirect({ to: '/inbox/$view', params: { view: 'mine' } })
  },
})

/** Whoever else has the address is led to the first page. */
const only =
  (isAllowed: (role: string) => boolean) =>
  ({ context }: { context: Context & { me: { role: string } } }) => {
    if (!isAllowed(context.me.role)) throw redirect({ to: '/' })
  }
const leads = (role: string) => role === 'administrator' || role === 'supervisor'
const managersOnly = only(leads)
/** Work with patients: an administrator has none. */
const workersOnly = only((role) => role !== 'administrator')

const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox/$view',
  beforeLoad: workersOnly,
  // What is searched for is none of it (useSearched).
  validateSearch: ({ figure }): InboxSearch =>
    typeof figure === 'string' && figure ? { figure: figure.slice(0, 600) } : {},
  component: InboxPage,
})

const conversation = createRoute({ getParentRoute: () => inbox, path: '/$conversationId' })

const video = createRoute({
  getParentRoute: () => inside,
  path: '/video/$roomId',
  beforeLoad: workersOnly,
  component: VideoRoute,
})

const setAside = createRoute({
  getParentRoute: () => inside,
  path: '/set-aside',
  beforeLoad: workersOnly,
  component: lazyRouteComponent(() => import('./set-aside-route.tsx'), 'SetAsideRoute'),
})

const callBacks = createRoute({
  getParentRoute: () => inside,
  path: '/call-backs',
  beforeLoad: workersOnly,
  component: lazyRouteComponent(() => import('./call-backs-route.tsx'), 'CallBacksRoute'),
})

const status = createRoute({
  getParentRoute: () => inside,
  path: '/status',
  component: lazyRouteComponent(() => import('./status-route.tsx'), 'StatusRoute'),
})

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings-route.tsx'), 'SettingsRoute'),
})

const organization = createRoute({
  getParentRoute: () => inside,
  path: '/organization',
  beforeLoad: only((role) => role === 'administrator'),
  component: lazyRouteComponent(() => import('./organization-route.tsx'), 'OrganizationRoute'),
})

const staff = createRoute({
  getParentRoute: () => inside,
  path: '/staff',
  beforeLoad: managersOnly,
  component: lazyRouteComponent(() => import('./staff-route.tsx'), 'StaffRoute'),
})

const frontDesk = createRoute({
  getParentRoute: () => inside,
  path: '/front-desk',
  beforeLoad: workersOnly,
  component: lazyRouteComponent(() => import('./front-desk-route.tsx'), 'FrontDeskRoute'),
})

const macros = createRoute({
  getParentRoute: () => inside,
  path: '/macros',
  validateSearch: (search): { macro?: string } =>
    typeof search.macro === 'string' && /^(new|[0-9a-f-]{36})$/.test(search.macro) ? { macro: search.macro } : {},
  beforeLoad: managersOnly,
  component: lazyRouteComponent(() => import('./macros-route.tsx'), 'MacrosRoute'),
})

const knowledge = createRoute({
  getParentRoute: () => inside,
  path: '/knowledge',
  // The page reads its own part of the address.
  validateSearch: (search) => search,
  component: lazyRouteComponent(() => import('./knowledge-route.tsx'), 'KnowledgeRoute'),
})

const assistant = createRoute({
  getParentRoute: () => inside,
  path: '/assistant',
  // The page reads its own part of the address.
  validateSearch: (search) => search,
  beforeLoad: only((role) => leads(role) || role === 'clinician'),
  component: lazyRouteComponent(() => import('./oversight-route.tsx'), 'OversightRoute'),
})

const rules = createRoute({
  getParentRoute: () => inside,
  path: '/rules',
  beforeLoad: managersOnly,
  component: lazyRouteComponent(() => import('./rules-route.tsx'), 'RulesRoute'),
})

const board = createRoute({
  getParentRoute: () => inside,
  path: '/board',
  beforeLoad: managersOnly,
  component: lazyRouteComponent(() => import('./board-route.tsx'), 'BoardRoute'),
})

const reports = createRoute({
  getParentRoute: () => inside,
  path: '/reports',
  // The page reads its own part of the address; what it does not know it leaves out.
  validateSearch: (search) => search,
  beforeLoad: managersOnly,
  component: lazyRouteComponent(() => import('./reports-route.tsx'), 'ReportsRoute'),
})

const work = createRoute({
  getParentRoute: () => inside,
  path: '/work',
  beforeLoad: managersOnly,
  component: lazyRouteComponent(() => import('./work-route.tsx'), 'WorkRoute'),
})

const policies = createRoute({
  getParentRoute: () => inside,
  path: '/policies',
  beforeLoad: only((role) => role === 'administrator'),
  component: lazyRouteComponent(() => import('./policies-route.tsx'), 'PoliciesRoute'),
})

const protocol = createRoute({
  getParentRoute: () => inside,
  path: '/protocol',
  component: lazyRouteComponent(() => import('./protocol-route.tsx'), 'ProtocolRoute'),
})

const handOver = createRoute({
  getParentRoute: () => inside,
  path: '/hand-over',
  beforeLoad: workersOnly,
  component: lazyRouteComponent(() => import('./hand-over-route.tsx'), 'HandOverRoute'),
})

const routes = root.addChildren([
  signIn,
  setUp,
  invitation,
  forgotPassword,
  newPassword,
  inside.addChildren([
    home,
    inbox.addChildren([conversation]),
    video,
    setAside,
    frontDesk,
    callBacks,
    status,
    settings,
    organization,
    staff,
    macros,
    knowledge,
    assistant,
    rules,
    board,
    reports,
    work,
    policies,
    protocol,
    handOver,
  ]),
])

export const deskRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: routes,
    basepath: '/desk',
    context: { queries },
    defaultPreload: false,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: PageFailed,
  })

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
import { sessionOptions, staffOf } from '../features/session/index.ts'
import { InboxPage } from './inbox-page.tsx'
import { NotFoundPage, PageFailed } from './page-states.tsx'
import { Shell } from './shell.tsx'

type Context = { queries: QueryClient }
type InboxSearch = { q?: string }

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
    const session = await context.queries.ensureQueryData(sessionOptions())
    const me = staffOf(session)
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

const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox/$view',
  validateSearch: (search): InboxSearch =>
    typeof search.q === 'string' && search.q ? { q: search.q.slice(0, 200) } : {},
  component: InboxPage,
})

const conversation = createRoute({ getParentRoute: () => inbox, path: '/$conversationId' })

const setAside = createRoute({
  getParentRoute: () => inside,
  path: '/set-aside',
  component: lazyRouteComponent(() => import('../features/desk/set-aside-page.tsx'), 'SetAsidePage'),
})

const callBacks = createRoute({
  getParentRoute: () => inside,
  path: '/call-backs',
  component: lazyRouteComponent(() => import('./call-backs-route.tsx'), 'CallBacksRoute'),
})

const status = createRoute({
  getParentRoute: () => inside,
  path: '/status',
  component: lazyRouteComponent(() => import('../features/desk/status-page.tsx'), 'StatusPage'),
})

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/session/settings-page.tsx'), 'SettingsPage'),
})

const organization = createRoute({
  getParentRoute: () => inside,
  path: '/organization',
  beforeLoad: ({ context }) => {
    if (context.me.role !== 'administrator') throw redirect({ to: '/' })
  },
  component: lazyRouteComponent(() => import('./organization-route.tsx'), 'OrganizationRoute'),
})

const staff = createRoute({
  getParentRoute: () => inside,
  path: '/staff',
  component: lazyRouteComponent(() => import('./staff-route.tsx'), 'StaffRoute'),
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
    setAside,
    callBacks,
    status,
    settings,
    organization,
    staff,
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

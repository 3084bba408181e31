/**
 * The one guard of all procedures: who calls, may this role call, is the session whole and fresh enough (trust-D2, D19, D24).
 *
 * It reads what the contract says of the procedure. A procedure that says nothing is not served: `assertDescribed` stops the start.
 */
import type { RouteMeta } from '#contract/route.ts'
import { VISITOR_HEADER } from '#contract/conversation.ts'
import { contextFor, resolveCaller, sessionTokenOf, type Caller } from '#server/modules/identity/index.ts'
import { resolveVisitor } from '#server/channels/widget/visitor.ts'
import { ALL_LABELS, type Context } from '#server/platform/context.ts'
import { refusalError, type RouteContext, type Services } from '#server/platform/route-context.ts'

export type GuardedRequest = {
  requestId: string
  sourceAddress: string | null
  header(name: string): string | undefined
  setHeader(name: string, value: string | string[]): void
}

const BACKGROUND_HEADER = 'x-background'

export async function guard(
  services: Services,
  request: GuardedRequest,
  meta: RouteMeta,
  path: string,
): Promise<RouteContext<Caller | null>> {
  const { requestId, sourceAddress } = request
  const http = { header: request.header, setHeader: request.setHeader }
  const base = { ...services, http }
  const allows = (role: string): boolean => meta.roles !== 'public' && (meta.roles as readonly string[]).includes(role)

  if (allows('visitor')) {
    const [id = '', secret = ''] = (request.header(VISITOR_HEADER) ?? '').split(':')
    const visitor = await resolveVisitor(services.db, id, secret, requestId, services.now())
    if (!visitor) throw refusalError('NOT_SIGNED_IN', requestId)
    const context: Context = {
      organizationId: visitor.organizationId,
      scope: { kind: 'conversation', conversationIds: visitor.conversationId ? [visitor.conversationId] : [] },
      labels: ALL_LABELS,
      actor: { kind: 'visitor', id: visitor.id },
      onBehalfOf: null,
      role: 'visitor',
      purpose: 'PATRQT',
      identityLevel: 'none',
      sessionId: null,
      requestId,
      sourceAddress,
      route: path,
    }
    return { ...base, caller: null, context, staff: null, person: null, visitor }
  }

  const caller = await resolveCaller(services.db, sessionTokenOf(request.header('cookie')), {
    now: services.now(),
    requestId,
    isBackground: request.header(BACKGROUND_HEADER) === '1',
  })
  if (meta.roles === 'public') {
    const context = caller
      ? contextFor(caller, { requestId, route: path, sourceAddress })
      : anonymous(requestId, sourceAddress, path)
    return { ...base, caller, context, ...peopleOf(caller) }
  }
  if (!caller) throw refusalError('NOT_SIGNED_IN', requestId)
  if (caller.level === 'half') throw refusalError('SECOND_FACTOR_NEEDED', requestId)
  if (!allows(caller.role)) throw refusalError('NOT_ALLOWED', requestId)
  if (meta.stepUp && (!caller.stepUpUntil || caller.stepUpUntil <= services.now()))
    throw refusalError('STEP_UP_NEEDED', requestId)
  return {
    ...base,
    caller,
    context: contextFor(caller, { requestId, route: path, sourceAddress }),
    ...peopleOf(caller),
  }
}

export const peopleOf = (caller: Caller | null): Pick<RouteContext, 'staff' | 'person' | 'visitor'> => ({
  staff:
    caller?.level === 'full' && caller.staffMember
      ? { id: caller.staffMember.id, undoSeconds: caller.staffMember.undoSeconds }
      : null,
  person: caller?.level === 'full' ? caller.person : null,
  visitor: null,
})

/** Nobody: no organization, so no row of any table. */
const anonymous = (requestId: string, sourceAddress: string | null, route: string): Context => ({
  organizationId: '',
  scope: { kind: 'conversation', conversationIds: [] },
  labels: [],
  actor: { kind: 'unknown', id: null },
  onBehalfOf: null,
  role: 'anonymous',
  purpose: 'HOPERAT',
  identityLevel: 'none',
  sessionId: null,
  requestId,
  sourceAddress,
  route,
})

/** Every procedure must say who may call it, what it is about and what is journalled. */
export function assertDescribed(path: readonly string[], meta: Partial<RouteMeta>): asserts meta is RouteMeta {
  const missing = (['roles', 'resource', 'patient', 'audit'] as const).filter((key) => meta[key] === undefined)
  if (missing.length > 0) throw new Error(`route ${path.join('.')} does not say its ${missing.join(', ')}`)
}

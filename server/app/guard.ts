/**
 * The one guard of all procedures: who calls, may this role call, is the session whole and fresh enough (trust-D2, D19, D24).
 *
 * It reads what the contract, or a plain route, says of itself (described-routes.ts), and counts the call against the caller's
 * limit. Where a message comes in, an exceeded limit is left to `admitMessage`: its words are triaged first (trust-D57).
 */
import type { RouteMeta } from '#contract/route.ts'
import { BACKGROUND_HEADER } from '#contract/session.ts'
import { MESSAGE_MAX } from '#contract/conversation.ts'
import { VISITOR_HEADER } from '#contract/widget.ts'
import { conversationUrgency, understand } from '#engines/understanding/understand.ts'
import {
  callerOf,
  contextFor,
  readSessionToken,
  sessionTokenOf,
  type Caller,
  type SessionToken,
} from '#server/modules/identity/index.ts'
import { readVisitorToken, resolveVisitor, type VisitorToken } from '#server/channels/widget/visitor.ts'
import { ALL_LABELS, type Context } from '#server/platform/context.ts'
import type { RateName } from '#server/platform/rate-limit.ts'
import { refusalError, type RouteContext, type Services } from '#server/platform/route-context.ts'
import { noteDenial } from './note-denial.ts'

export type GuardedRequest = {
  requestId: string
  sourceAddress: string | null
  header(name: string): string | undefined
  setHeader(name: string, value: string | string[]): void
  /** Notes which procedure was called, for figures. */
  isFor(procedure: string): void
  /** Notes who was let in, and to what: a refusal after this is a denial of that person (note-denial.ts). */
  isOf(context: Context, meta: RouteMeta): void
}

/** The caller, and how long his limit would make him wait: only where the route carries a message is it not refused at once. */
export type Guarded = RouteContext<Caller | null> & { waitSeconds: number }

/** What a request says of its caller, before the database was asked whether it is true. It holds hashes, no secrets. */
export type Proof = { by: 'visitor'; token: VisitorToken | undefined } | { by: 'session'; token: SessionToken | null }

const allows = ({ roles }: RouteMeta, role: string): boolean =>
  roles !== 'public' && (roles as readonly string[]).includes(role)

export function proofOf(request: Pick<GuardedRequest, 'header'>, meta: RouteMeta): Proof {
  const visitorToken = request.header(VISITOR_HEADER)
  if (!allows(meta, 'visitor') || (visitorToken === undefined && meta.roles.length > 1))
    return { by: 'session', token: readSessionToken(sessionTokenOf(request.header('cookie'))) }
  const [id = '', secret = ''] = (visitorToken ?? '').split(':')
  return { by: 'visitor', token: readVisitorToken(id, secret) }
}

export async function guard(
  services: Services,
  request: GuardedRequest,
  meta: RouteMeta,
  path: string,
  proof: Proof = proofOf(request, meta),
): Promise<Guarded> {
  const entered = await guardProof(services, proof, request, meta, path)
  request.isOf(entered.context, meta)
  return entered
}

const isBackground = (request: Pick<GuardedRequest, 'header'>): boolean => request.header(BACKGROUND_HEADER) === '1'

/** `at`: when the request came, where that was before (decision 0130); `find`: whose session it is. */
export async function guardProof(
  services: Services,
  proof: Proof,
  request: Omit<GuardedRequest, 'isFor' | 'isOf'>,
  meta: RouteMeta,
  path: string,
  at: Date = services.now(),
  find: (token: SessionToken | null) => Promise<Caller | null> = (token) =>
    callerOf(services.db, token, { now: at, requestId: request.requestId, isBackground: isBackground(request) }),
): Promise<Guarded> {
  const { requestId, sourceAddress } = request
  const http = { header: request.header, setHeader: request.setHeader }
  const base = { ...services, http }

  if (proof.by === 'visitor') {
    const visitor = await resolveVisitor(services.db, proof.token, requestId, at)
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
    const waitSeconds = count(services, meta.carriesMessage ? 'visitor-message' : 'visitor', context)
    if (waitSeconds > 0 && !meta.carriesMessage) throw slowDown(requestId, waitSeconds)
    return { ...base, caller: null, context, staff: null, person: null, visitor, waitSeconds }
  }

  const caller = await find(proof.token)
  if (meta.roles === 'public') {
    const context = caller
      ? contextFor(caller, { requestId, route: path, sourceAddress })
      : anonymous(requestId, sourceAddress, path)
    return { ...base, caller, context, ...peopleOf(caller), waitSeconds: 0 }
  }
  if (!caller) throw refusalError('NOT_SIGNED_IN', requestId)
  const context = contextFor(caller, { requestId, route: path, sourceAddress })
  // Counted before anything is decided: a denial is written down, and so must not come without end.
  const waitSeconds = count(services, caller.staffMember ? 'staff' : 'patient', context)
  const isOpen = caller.level === 'full' && allows(meta, caller.role)
  if (waitSeconds > 0 && !(meta.carriesMessage && isOpen)) throw slowDown(requestId, waitSeconds)
  if (!isOpen) {
    const refusal = caller.level === 'half' ? 'SECOND_FACTOR_NEEDED' : 'NOT_ALLOWED'
    await noteDenial(services, context, meta, refusal)
    throw refusalError(refusal, requestId)
  }
  if (meta.stepUp && (!caller.stepUpUntil || caller.stepUpUntil <= at)) throw refusalError('STEP_UP_NEEDED', requestId)
  return { ...base, caller, context, ...peopleOf(caller), waitSeconds }
}

const count = ({ rates, now }: Services, rate: RateName, { organizationId, actor }: Context): number =>
  rates.admit(rate, `${organizationId}/${actor.kind}/${actor.id}`, now())

export const slowDown = (requestId: string, waitSeconds: number) =>
  refusalError('SLOW_DOWN', requestId, { retryAfterSeconds: waitSeconds })

/** A message above the limit is let in when it sounds like danger: triage comes before any limit (trust-D57). */
export function admitMessage({ waitSeconds, context }: Guarded, input: unknown): void {
  if (waitSeconds === 0) return
  const urgency = urgencyOf(input)
  if (urgency !== 'stat' && urgency !== 'asap') throw slowDown(context.requestId, waitSeconds)
}

/** What the words of a message sound like; needs nothing but the words. */
const urgencyOf = (input: unknown): ReturnType<typeof conversationUrgency> =>
  conversationUrgency(understand({ text: wordsOf(input) }, { identifiers: false }))

/** The words of a message as its writer sent them, whatever else of it is wrong. */
export function wordsOf(input: unknown): string {
  const { subject, text } = (input ?? {}) as { subject?: unknown; text?: unknown }
  const words = [subject, text].filter((part) => typeof part === 'string').join('\n')
  return words.slice(0, MESSAGE_MAX)
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

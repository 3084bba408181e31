/**
 * Real time over WebSocket. Frames carry ids and sequence only; what they are about is fetched, so checked and journalled (trust-D27).
 * A socket is looked at again every 30 s: an ended session, role or proxy grant closes it within a minute (trust-D11).
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { WebSocketServer, type WebSocket } from 'ws'
import * as z from 'zod'
import { contextFor, resolveCaller, sessionTokenOf } from '#server/modules/identity/index.ts'
import {
  canSeeConversation,
  factsOf,
  type ConversationFacts,
  type ToldFacts,
} from '#server/modules/conversation/index.ts'
import { heartbeat, HEARTBEAT_SECONDS } from '#server/modules/workload/index.ts'
import { readVisitorToken, resolveVisitor } from '#server/channels/widget/visitor.ts'
import { ALL_LABELS, sessionOf, systemContext, type Scope } from '#server/platform/context.ts'
import type { Attendee, Doing, Facts, Frame } from '#server/platform/realtime.ts'
import { errorFields } from '#server/platform/log.ts'
import { refusalError, type Services } from '#server/platform/route-context.ts'
import type { Role } from '#contract/role.ts'
import { DESK, PATIENT_SIDE } from '#contract/route.ts'
import type { Session } from '#engines/access-policy/policy.ts'
import type { AppOptions } from './options.ts'
import type { PlainRoute } from './described-routes.ts'
import { originIsOurs } from './origin.ts'

const RECHECK_MS = HEARTBEAT_SECONDS * 1000
const FRAME_MAX_BYTES = 4_096
/** Frames a client may send within ten seconds; a typist sends a beat every few seconds. */
const FRAMES_PER_10S = 60
/** A visitor must say who he is within this time, in milliseconds. */
const HELLO_MS = 10_000
const SOCKETS_MAX = 5_000
/**
 * Of these, how many may be of those outside the desk, and of whom nobody has said yet who they are: whoever only opens sockets takes no
 * place of the desk, and strangers none of patients and visitors who are known.
 */
const SHARES = { outside: 4_000, strangers: 500 }

const ClientFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('since'), cursor: z.string().max(60).nullable() }),
  z.object({ type: z.literal('presence'), conversationId: z.uuid(), doing: z.enum(['viewing', 'typing', 'away']) }),
  z.object({ type: z.literal('visitor'), id: z.uuid(), secret: z.string().max(100) }),
])

type Reader = {
  organizationId: string
  scope: Scope
  labels: readonly string[]
  role: Role
  staffId: string | null
  /** A patient, who acts for one, or a visitor. */
  otherId: string | null
  visitorId: string | null
}

const REALTIME: PlainRoute = {
  roles: [...DESK, ...PATIENT_SIDE, 'visitor'],
  resource: 'conversation',
  patient: 'list',
  audit: 'none',
  summary: 'A WebSocket that tells which conversations changed, by id',
}

export function registerSockets(app: FastifyInstance, services: Services, options: AppOptions): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: FRAME_MAX_BYTES })
  const outside = new Set<Duplex>()
  const strangers = new Set<Duplex>()
  const most = options.socketShares ?? SHARES
  // Without an upgrade nothing is told here.
  app.get('/realtime', { config: { describes: REALTIME } }, async (request) => {
    throw refusalError('INVALID_INPUT', request.id)
  })

  app.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // Nobody else listens until the socket is made: a line that breaks off before would end the process.
    stream.on('error', () => stream.destroy())
    const url = URL.parse(request.url ?? '', 'http://here')
    if (url?.pathname !== '/realtime' || sockets.clients.size >= SOCKETS_MAX) return refuseUpgrade(stream, 404)
    if (!originIsOurs(request.headers, options.publicUrl)) return refuseUpgrade(stream, 403)
    const isVisitor = url.searchParams.has('visitor')
    if (isVisitor && strangers.size >= most.strangers) return refuseUpgrade(stream, 503)
    if (isVisitor) strangers.add(stream)
    stream.on('close', () => [strangers, outside].forEach((share) => share.delete(stream)))
    void (isVisitor ? Promise.resolve(undefined) : readerOf(services, request.headers.cookie))
      .then((reader) => {
        if (!isVisitor && !reader) return refuseUpgrade(stream, 401)
        const isOutside = !reader?.staffId
        if (isOutside && outside.size >= most.outside) return refuseUpgrade(stream, 503)
        if (isOutside) outside.add(stream)
        sockets.handleUpgrade(request, stream, head, (socket) =>
          attend(services, socket, reader ?? undefined, request.headers.cookie, {
            isKnown: () => strangers.delete(stream),
            recheckMs: options.socketRecheckMs,
          }),
        )
      })
      .catch(() => refuseUpgrade(stream, 503))
  })
  app.addHook('onClose', async () => {
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  })
}

function refuseUpgrade(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\n\r\n`)
}

async function readerOf(services: Services, cookie: string | undefined): Promise<Reader | undefined> {
  const requestId = randomUUID()
  const caller = await resolveCaller(services.db, sessionTokenOf(cookie), {
    now: services.now(),
    requestId,
    isBackground: true,
  })
  if (!caller || caller.level !== 'full') return undefined
  const context = contextFor(caller, { requestId, route: '/realtime', sourceAddress: null })
  return {
    organizationId: context.organizationId,
    scope: context.scope,
    labels: context.labels,
    role: context.role,
    staffId: caller.staffMember?.id ?? null,
    otherId: caller.person?.relatedPersonId ?? caller.person?.patientId ?? null,
    visitorId: null,
  }
}

function attend(
  services: Services,
  socket: WebSocket,
  known: Reader | undefined,
  cookie: string | undefined,
  { isKnown, recheckMs = RECHECK_MS }: { isKnown: () => void; recheckMs: number | undefined },
): void {
  let reader = known
  let visitor: { id: string; secret: string } | undefined
  let leave: (() => void) | undefined
  let joins = 0
  let frames = 0
  /** Whether the last ping came back. */
  let isThere = true
  /** The conversation in which this socket was last seen. */
  let here: string | undefined
  const perTenSeconds = setInterval(() => (frames = 0), 10_000)
  const hello = reader ? undefined : setTimeout(() => socket.close(4401, 'NOT_SIGNED_IN'), HELLO_MS)

  const recheck = setInterval(() => {
    void again().then(
      (still) => {
        if (!still) return socket.close(4401, 'NOT_SIGNED_IN')
        // A grant ended: the socket is cut, and the screen connects again with what is left.
        if (reader && !seesAsMuch(still, reader)) return socket.close(4403, 'SCOPE_CHANGED')
        reader = still
        // A line that died without a word: whoever shut the lid is gone, not here (desk-D32).
        if (!isThere) return socket.terminate()
        isThere = false
        socket.ping()
      },
      () => undefined,
    )
  }, recheckMs)
  socket.on('pong', () => {
    isThere = true
    beat()
  })
  // While the desk answers its person is here, and can be given work (desk-D32).
  const beat = (): void => {
    if (!reader?.staffId) return
    void heartbeat(services, reader.organizationId, reader.staffId).catch((error: unknown) =>
      services.log.error('realtime.heartbeat-failed', errorFields(error)),
    )
  }
  beat()
  const again = async (): Promise<Reader | undefined> =>
    visitor ? visitorReader(services, visitor) : readerOf(services, cookie)

  /** What the chats of this visitor showed when it was told of them last. */
  const shown = new Map<string, string | null>()
  const join = async (since: string | null): Promise<void> => {
    if (!reader) return
    leave?.()
    leave = undefined
    const own = ++joins
    for (const { id, shownInChat } of await chatsOf(services, reader)) shown.set(id, shownInChat)
    const left = await services.hub.subscribe(
      {
        organizationId: reader.organizationId,
        send: (frame, facts) => {
          const told = forReader(reader, frame, facts as readonly ToldFacts[], shown)
          if (told && socket.readyState === socket.OPEN) socket.send(textOf(told))
        },
        canSee: (facts) => sees(reader, facts),
        eyes: () => eyesOf(reader),
      },
      since,
    )
    // The page was closed or asked anew meanwhile.
    if (own !== joins || socket.readyState !== socket.OPEN) left()
    else leave = left
  }
  /** A screen that believes it is told and is not would stand still for good: it is cut, and connects again. */
  const joinOrCut = (since: string | null): Promise<void> =>
    join(since).catch((error: unknown) => {
      socket.close(1013, 'TRY_AGAIN')
      throw error
    })

  socket.on('message', (data) => {
    frames += 1
    if (frames > FRAMES_PER_10S) return socket.close(4429, 'SLOW_DOWN')
    void handle(String(data)).catch((error: unknown) => services.log.error('realtime.frame-failed', errorFields(error)))
  })
  const handle = async (data: string): Promise<void> => {
    const frame = readFrame(data)
    if (!frame) return socket.close(4400, 'INVALID_INPUT')
    switch (frame.type) {
      case 'visitor': {
        const found = await visitorReader(services, frame)
        if (!found) return socket.close(4401, 'NOT_SIGNED_IN')
        clearTimeout(hello)
        isKnown()
        visitor = frame
        reader = found
        return joinOrCut(null)
      }
      case 'since':
        return joinOrCut(frame.cursor)
      case 'presence':
        return present(frame.conversationId, frame.doing)
    }
  }
  const present = async (conversationId: string, doing: Doing): Promise<void> => {
    const who = attendeeOf(reader)
    if (!reader || !who) return
    const context = systemContext(reader.organizationId, randomUUID(), '/realtime')
    const [facts] = await services.db.transaction(context, (tx) => factsOf(tx, [conversationId]))
    if (!facts || !sees(reader, facts)) return
    here = doing === 'away' ? undefined : conversationId
    services.hub.present(reader.organizationId, conversationId, who, doing)
  }

  const close = (): void => {
    clearInterval(recheck)
    clearInterval(perTenSeconds)
    clearTimeout(hello)
    leave?.()
    const who = attendeeOf(reader)
    if (reader && who && here) services.hub.present(reader.organizationId, here, who, 'away')
  }
  socket.on('close', close)
  socket.on('error', () => socket.terminate())
}

async function visitorReader(
  services: Services,
  { id, secret }: { id: string; secret: string },
): Promise<Reader | undefined> {
  const found = await resolveVisitor(services.db, readVisitorToken(id, secret), randomUUID(), services.now())
  return (
    found && {
      organizationId: found.organizationId,
      scope: { kind: 'conversation', conversationIds: found.conversationId ? [found.conversationId] : [] },
      labels: ALL_LABELS,
      role: 'visitor',
      staffId: null,
      otherId: found.id,
      visitorId: found.id,
    }
  )
}

function attendeeOf(reader: Reader | undefined): Attendee | undefined {
  if (reader?.staffId) return { kind: 'staff', id: reader.staffId }
  return reader?.otherId ? { kind: 'other', id: reader.otherId } : undefined
}

/**
 * From outside the desk one hears that a conversation changed, not by what; and sees that somebody writes an answer, not who looks at the
 * conversation, nor in a chat that has proved nothing when it is another who is answered.
 */
function forReader(
  reader: Reader | undefined,
  frame: Frame,
  facts: readonly ToldFacts[],
  shown: Map<string, string | null>,
): Frame | undefined {
  if (reader?.staffId || frame.type === 'reload') return frame
  if (frame.type === 'changed') {
    const told = changedOutside(frame)
    return told && reader?.visitorId ? newsOfChats(told, facts, shown) : told
  }
  // A chat has no room to be called to.
  if (frame.type === 'ring') return reader?.visitorId ? undefined : frame
  const isTold = reader?.visitorId == null || facts[0]?.isOfChat === true
  const isWriting = isTold && frame.staff.some(({ doing }) => doing === 'typing')
  return { ...frame, staff: isWriting ? [{ id: 'care-team', doing: 'typing' }] : [], others: [] }
}

type Changed = Extract<Frame, { type: 'changed' }>

/** What changes nothing that is read outside: nobody there is told that it happened. Of a rule all is told, since it may have answered. */
const OF_THE_DESK: ReadonlySet<string> = new Set(['note.written', 'conversation.labels-set', 'conversation.tagged', 'message.undone', 'translation.sent', 'translation.asked', 'llm.sent', 'llm.asked']) // prettier-ignore

const outside = new WeakMap<Changed, Changed>()

function changedOutside(frame: Changed): Changed | undefined {
  const known = outside.get(frame)
  if (known) return known
  const ids = new Set(frame.ids.flatMap(({ id, event }) => (OF_THE_DESK.has(event) ? [] : [id])))
  if (ids.size === 0) return undefined
  const told: Changed = { ...frame, ids: [...ids].map((id) => ({ kind: 'conversation', id, event: 'changed' })) }
  outside.set(frame, told)
  return told
}

/**
 * A chat that has proved nothing hears of what it shows: what went on elsewhere in the conversation of whoever staff think it is is no news to it
 * (decision 0241). `shown` is brought up to date.
 */
function newsOfChats(
  frame: Changed,
  facts: readonly ToldFacts[],
  shown: Map<string, string | null>,
): Changed | undefined {
  const ids = frame.ids.filter(({ id }) => {
    const mark = facts.find((fact) => fact.id === id)?.shownInChat ?? null
    const isSame = mark !== null && shown.get(id) === mark
    shown.set(id, mark)
    return !isSame
  })
  return ids.length > 0 ? { ...frame, ids } : undefined
}

async function chatsOf({ db }: Services, { organizationId, scope, visitorId }: Reader): Promise<readonly ToldFacts[]> {
  if (visitorId === null || scope.kind !== 'conversation') return []
  return db.transaction(systemContext(organizationId, randomUUID(), '/realtime'), (tx) =>
    factsOf(tx, scope.conversationIds),
  )
}

/** Whether nothing was taken away since the socket was opened: patients it may hear of, sensitivity labels, the role. */
function seesAsMuch(now: Reader, before: Reader): boolean {
  if (now.role !== before.role || now.scope.kind !== before.scope.kind) return false
  const patients = (scope: Scope): readonly string[] => (scope.kind === 'patient' ? scope.patientIds : [])
  return (
    patients(before.scope).every((patientId) => patients(now.scope).includes(patientId)) &&
    before.labels.every((label) => now.labels.includes(label))
  )
}

/** The same decision that row security makes, over the facts of the batch. */
function sees(reader: Reader | undefined, facts: Facts): boolean {
  if (!reader) return false
  return canSeeConversation(sessionFor(reader, facts as ConversationFacts), facts as ConversationFacts)
}

/** Of each reader: whether one sees a conversation is asked of all readers at once. */
const sessions = new WeakMap<Reader, Session>()

/** A visitor's conversation may have begun after the socket was opened. */
function sessionFor(reader: Reader, { id, visitorId }: ConversationFacts): Session {
  const session = sessions.get(reader) ?? sessionOf({ ...reader, actorId: reader.staffId ?? reader.otherId })
  sessions.set(reader, session)
  if (reader.visitorId === null) return session
  return { ...session, conversations: visitorId === reader.visitorId ? [id] : [] }
}

/** What `sees` decides by. */
const eyesOf = (reader: Reader | undefined): string =>
  reader ? JSON.stringify([reader.scope, reader.labels, reader.role, reader.visitorId]) : ''

const texts = new WeakMap<Frame, string>()

/** A frame that goes to many is written once. */
function textOf(frame: Frame): string {
  const text = texts.get(frame) ?? JSON.stringify(frame)
  texts.set(frame, text)
  return text
}

/** What a browser says; undefined for anything else. */
export function readFrame(text: string): z.infer<typeof ClientFrame> | undefined {
  try {
    return ClientFrame.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

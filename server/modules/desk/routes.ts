/** The desk's procedures beside the conversation's own. */
import { implement } from '@orpc/server'
import { desk } from '#contract/desk.ts'
import { ALL_LABELS } from '#server/platform/context.ts'
import { journal } from '#server/platform/journal.ts'
import { readTimeCursor, writeTimeCursor } from '#server/platform/page-cursor.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { channelFailures } from './channel-failures.ts'
import { readOriginal } from './read-original.ts'
import {
  dismissSetAside,
  LATE_AFTER_MIN,
  listSetAside,
  lockSetAside,
  settleReplay,
  takeSetAside,
  type Accepted,
} from './set-aside.ts'
import { readStatus, type Unstored } from './status.ts'

/** Takes a raw original in again through its channel. Each channel gives its own (server/app/router.ts). */
export type Replay = (
  organizationId: string,
  source: string,
  externalId: string,
  raw: Buffer,
  accepted: Accepted | null,
) => Promise<{ conversationId: string | null; cause: string | null }>

export type DeskDeps = {
  replay: Replay
  antivirus?: () => 'none' | 'works' | 'down'
  llm?: () => 'none' | 'works' | 'resting'
  translation?: () => 'none' | 'works' | 'resting'
  /** Emergencies that wait to be stored, and whether somebody would be told of one (decision 0130). */
  unstored?: (organizationId: string) => Promise<Unstored>
  unknownMailboxes?: () => Promise<number>
}

const NOTHING_UNSTORED: Unstored = { hasContact: true, waiting: 0, since: null }

export function deskRoutes({
  replay,
  antivirus = () => 'none',
  llm = () => 'none',
  translation = () => 'none',
  unstored = async () => NOTHING_UNSTORED,
  unknownMailboxes = async () => 0,
}: DeskDeps) {
  const on = implement(desk).$context<RouteContext>()
  const staffOf = ({ staff, context }: RouteContext): NonNullable<RouteContext['staff']> => {
    if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
    return staff
  }

  return on.router({
    colleagues: on.colleagues.handler(async ({ context: route }) =>
      route.db.transaction(route.context, (tx) => tx.run<ColleagueRow>(COLLEAGUES, [route.context.organizationId])),
    ),

    setAside: on.setAside.handler(async ({ input, context: route }) => {
      const after = input.cursor ? readTimeCursor(input.cursor) : undefined
      if (input.cursor && !after) throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'cursor' })
      return route.db.transaction(route.context, async (tx) => {
        const rows = await listSetAside(tx, after, input.limit + 1)
        const page = rows.slice(0, input.limit)
        const last = rows.length > input.limit ? page.at(-1) : undefined
        await journal(
          tx,
          { event: 'inbox.set-aside-listed', action: 'R', resourceKind: 'set-aside', detail: { rows: page.length } },
          route.now(),
        )
        return {
          items: page.map(({ ownerId, ownerName, receivedAt, ...row }) => ({
            ...row,
            owner: ownerId && ownerName ? { id: ownerId, name: ownerName } : null,
            receivedAt: receivedAt.toISOString(),
            isLate: route.now().getTime() - receivedAt.getTime() > LATE_AFTER_MIN * 60_000,
          })),
          next: last ? writeTimeCursor({ at: last.receivedAt, id: last.id }) : null,
        }
      })
    }),

    readSetAside: on.readSetAside.handler(({ input, context: route }) =>
      inTransaction(route, async ({ tx, now }) => {
        const original = await readOriginal(tx, input.setAsideId)
        if (!original) return refuse('NOT_FOUND')
        await journal(
          tx,
          {
            event: 'inbox.set-aside-read',
            action: 'R',
            resourceKind: 'set-aside',
            resourceId: input.setAsideId,
            fieldClasses: ['clinical'],
          },
          now,
        )
        return ok(original)
      }),
    ),

    takeSetAside: on.takeSetAside.handler(({ input, context: route }) =>
      inTransaction(route, async ({ tx, now }) => {
        if (!(await takeSetAside(tx, input.setAsideId, staffOf(route).id))) return refuse('STATE_NOT_ALLOWED')
        await journal(
          tx,
          { event: 'inbox.set-aside-taken', action: 'U', resourceKind: 'set-aside', resourceId: input.setAsideId },
          now,
        )
        return ok({})
      }),
    ),

    dismissSetAside: on.dismissSetAside.handler(({ input, context: route }) =>
      inTransaction(route, async ({ tx, now }) => {
        if (!(await dismissSetAside(tx, input.setAsideId, staffOf(route).id, input.reason, now)))
          return refuse('STATE_NOT_ALLOWED')
        await journal(
          tx,
          { event: 'inbox.set-aside-dismissed', action: 'U', resourceKind: 'set-aside', resourceId: input.setAsideId },
          now,
        )
        return ok({})
      }),
    ),

    replaySetAside: on.replaySetAside.handler(async ({ input, context: route }) => {
      const entry = await route.db.transaction(route.context, (tx) => lockSetAside(tx, input.setAsideId))
      if (!entry) throw refusalError('STATE_NOT_ALLOWED', route.context.requestId)
      const result = entry.raw
        ? await replay(route.context.organizationId, entry.source, entry.externalId, entry.raw, entry.accepted)
        : { conversationId: null, cause: 'original-missing' }
      await route.db.transaction(route.context, async (tx) => {
        await settleReplay(tx, entry.id, result.cause === null, result.cause, route.now())
        await journal(
          tx,
          {
            event: 'inbox.set-aside-replayed',
            action: 'E',
            resourceKind: 'set-aside',
            resourceId: entry.id,
            conversationId: result.conversationId,
            outcome: result.cause ? 'failed' : 'success',
          },
          route.now(),
        )
      })
      return { outcome: result.cause ? 'open' : 'replayed', cause: result.cause, conversationId: result.conversationId }
    }),

    channelFailures: on.channelFailures.handler(async ({ context: route }) => {
      const context = { ...route.context, labels: ALL_LABELS }
      const failures = await route.db.transaction(context, (tx) => channelFailures(tx, route.now()))
      return failures.map(({ lastSuccessAt, nextTryAt, ...one }) => ({
        ...one,
        lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
        nextTryAt: nextTryAt?.toISOString() ?? null,
      }))
    }),

    status: on.status.handler(async ({ context: route }) => {
      const outside = {
        antivirus: antivirus(),
        unstored: await unstored(route.context.organizationId),
        unknownMailboxes: await unknownMailboxes(),
      }
      const status = await route.db.transaction(route.context, (tx) => readStatus(tx, outside, route.now()))
      return { ...status, llm: llm(), translation: translation() }
    }),
  })
}

type ColleagueRow = {
  id: string
  name: string
  role: 'agent' | 'front_desk' | 'nurse' | 'clinician' | 'billing' | 'supervisor' | 'administrator'
  languages: string[]
  siteName: string | null
  isOnDuty: boolean
  openConversations: number
}

const COLLEAGUES = sqlText`
  select s.id, s.given || ' ' || s.family as name, s.role, s.languages, site.name as "siteName", s.on_duty as "isOnDuty",
         (select count(*)::int from conversation c where c.organization_id = $1 and c.assignee_id = s.id
            and c.state in ('open', 'waiting', 'snoozed')) as "openConversations"
    from staff_member s
    left join site on site.organization_id = $1 and site.id = s.site_id
   where s.organization_id = $1 and s.state = 'active'
   order by s.family, s.given
   limit 500`

/** The chat widget's procedures: a visitor and his one conversation. */
import { createHash } from 'node:crypto'
import { implement } from '@orpc/server'
import { widget } from '#contract/conversation.ts'
import { emergencyNumberOf } from '#engines/crisis/resources.ts'
import {
  corridorContext,
  isRedFlag,
  loadRouting,
  markDeliveriesSeen,
  markSeen,
  readOwn,
  receiveMessage,
} from '#server/modules/conversation/index.ts'
import { checkVisitorCode, identityLevelOf, requestVisitorCode } from '#server/modules/identity/index.ts'
import { systemContext, type Context } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { transactionOrSpool } from '#server/platform/journal-spool.ts'
import { refusalError, valueOf, type RouteContext, type Visitor } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { findVisitor, INSERT_VISITOR, makeSecret, organizationOf } from './visitor.ts'

export function widgetRoutes() {
  const on = implement(widget).$context<RouteContext>()

  const visitorOf = ({ visitor, context }: RouteContext): Visitor => {
    if (!visitor) throw refusalError('NOT_SIGNED_IN', context.requestId)
    return visitor
  }

  return on.router({
    open: on.open.handler(async ({ input, context: route }) => {
      const { requestId, sourceAddress } = route.context
      const organizationId = organizationOf(input.widgetKey)
      const accountId = input.widgetKey.split('.')[1] ?? ''
      if (!organizationId || !UUID.test(accountId)) throw refusalError('NOT_FOUND', requestId)
      const wait = route.rates.admit('chat-open', sourceAddress ?? 'none', route.now())
      if (wait > 0) throw refusalError('SLOW_DOWN', requestId, { retryAfterSeconds: wait })

      const context: Context = {
        ...systemContext(organizationId, requestId, 'widget.open'),
        actor: { kind: 'visitor', id: null },
        role: 'visitor',
        purpose: 'PATRQT',
      }
      return route.db.transaction(context, async (tx) => {
        const [door] = await tx.run<Door>(DOOR, [organizationId, accountId])
        if (!door) throw refusalError('NOT_FOUND', requestId)
        const known = input.visitor
          ? await findVisitor(tx, input.visitor.id, input.visitor.secret, route.now())
          : undefined
        const visitor =
          known && input.visitor ? input.visitor : await newVisitor(tx, accountId, input.language, route.now())
        const own = known?.conversationId
          ? await readOwn(
              tx,
              { id: visitor.id, ownIds: [visitor.id] },
              { conversationId: known.conversationId, after: 0 },
            )
          : undefined
        return {
          visitor,
          organizationName: door.organizationName,
          emergencyNumber: emergencyNumberOf(door.country),
          languages: door.languages,
          conversationId: known?.conversationId ?? null,
          identityLevel: known?.conversationId
            ? await identityLevelOf(tx, known.conversationId, null, route.now())
            : ('none' as const),
          messages: own?.messages ?? [],
          alert: own?.conversation.alert ?? ('none' as const),
          staffed: door.staffed,
        }
      })
    }),

    send: on.send.handler(async ({ input, context: route }) => {
      const visitor = visitorOf(route)
      const isEmergency = () => isRedFlag({ subject: null, text: input.text })
      return transactionOrSpool(route, corridorContext(route.context), isEmergency, async (tx) => {
        const [site] = (await loadRouting(tx, route.now())).sites
        const received = valueOf(
          await receiveMessage(
            { tx, jobs: route.jobs, hub: route.hub, now: route.now() },
            {
              messageId: input.messageId,
              source: `widget:${visitor.channelAccountId}`,
              externalId: input.messageId,
              digest: createHash('sha256').update(input.text).digest(),
              channel: 'widget',
              channelAccountId: visitor.channelAccountId,
              sender: {
                kind: 'visitor',
                visitorId: visitor.id,
                patientId: visitor.patientId,
                language: visitor.language,
              },
              conversationId: visitor.conversationId,
              provedBy: { visitorId: visitor.id },
              subject: null,
              text: input.text,
              siteId: site?.id ?? null,
              wantsPerson: input.wantsPerson,
            },
          ),
          route.context.requestId,
        )
        return {
          conversationId: received.conversationId,
          messageId: received.messageId,
          seq: received.seq,
          emergency: received.emergency,
        }
      })
    }),

    messages: on.messages.handler(async ({ input, context: route }) => {
      const visitor = visitorOf(route)
      const { conversationId } = visitor
      if (!conversationId)
        return { messages: [], identityLevel: 'none' as const, alert: 'none' as const, staffTyping: false }
      const own = await route.db.transaction(route.context, async (tx) => {
        const found = await readOwn(
          tx,
          { id: visitor.id, ownIds: [visitor.id] },
          { conversationId, after: input.after },
        )
        await journal(
          tx,
          {
            event: 'message.read',
            action: 'R',
            resourceKind: 'conversation',
            resourceId: conversationId,
            conversationId,
            patientIds: [found?.conversation.patientId ?? null],
            fieldClasses: ['service'],
            detail: { rows: found?.messages.length ?? 0 },
          },
          route.now(),
        )
        return found
      })
      if (!own) throw refusalError('NOT_FOUND', route.context.requestId)
      const last = own.messages.at(-1)?.seq
      const identityLevel = await route.db.transaction(corridorContext(route.context), async (tx) => {
        if (last !== undefined) {
          await markSeen(tx, {
            conversationId,
            readerKind: 'visitor',
            readerId: visitor.id,
            seq: last,
            now: route.now(),
          })
          await markDeliveriesSeen(tx, conversationId, last, route.now())
        }
        return identityLevelOf(tx, conversationId, null, route.now())
      })
      const staffTyping = route.hub
        .presence(route.context.organizationId, conversationId)
        .some(({ doing }) => doing === 'typing')
      return { messages: own.messages, identityLevel, alert: own.conversation.alert, staffTyping }
    }),

    requestCode: on.requestCode.handler(async ({ input, context: route }) => {
      const visitor = visitorOf(route)
      await requestVisitorCode(route, { visitor, contact: input.contact, birthDate: input.birthDate })
      return { sent: true as const }
    }),

    verifyCode: on.verifyCode.handler(async ({ input, context: route }) => {
      const visitor = visitorOf(route)
      return {
        identityLevel: valueOf(
          await checkVisitorCode(route, { visitor, code: input.code, birthDate: input.birthDate }),
          route.context.requestId,
        ),
      }
    }),

    leave: on.leave.handler(async () => ({})),
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Door = { organizationName: string; country: string; languages: string[]; staffed: boolean }

const DOOR = sqlText`
  select o.name as "organizationName", o.country, o.languages,
         exists (select from staff_member s where s.organization_id = $1 and s.state = 'active' and s.on_duty and s.is_accepting) as staffed
    from channel_account a join organization o on o.organization_id = $1
   where a.organization_id = $1 and a.id = $2 and a.channel = 'widget' and a.is_live`

async function newVisitor(
  tx: Transaction,
  accountId: string,
  language: string | undefined,
  now: Date,
): Promise<{ id: string; secret: string }> {
  const id = newId(now.getTime())
  const { secret, hash } = makeSecret(tx.context.organizationId)
  await tx.run(INSERT_VISITOR, [tx.context.organizationId, id, accountId, hash, language ?? null, now])
  await journal(tx, { event: 'visitor.opened', action: 'C', resourceKind: 'visitor', resourceId: id }, now)
  return { id, secret }
}

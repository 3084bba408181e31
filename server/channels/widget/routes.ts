/** The chat widget's procedures: a visitor and his one conversation, and the settings of the widget. */
import { createHash } from 'node:crypto'
import { implement } from '@orpc/server'
import type { IdentityLevel } from '#contract/role.ts'
import { widget } from '#contract/widget.ts'
import { emergencyNumberOf } from '#engines/crisis/resources.ts'
import { rateAnswer } from '#server/modules/assistant/index.ts'
import {
  answersUnderReview,
  corridorContext,
  factsOf,
  isRedFlag,
  loadRouting,
  markDeliveriesSeen,
  markSeen,
  placeInLine,
  readByStaff,
  readOwn,
  receiveMessage,
} from '#server/modules/conversation/index.ts'
import {
  checkVisitorCode,
  keepVerified,
  levelOfVisitor,
  requestVisitorCode,
  verifyConversation,
} from '#server/modules/identity/index.ts'
import { readContact, recognize } from '#server/modules/patient/index.ts'
import { isOpenAt } from '#server/modules/service-policy/index.ts'
import { systemContext, type Context } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { transactionOrSpool } from '#server/platform/journal-spool.ts'
import { refusalError, valueOf, type RouteContext, type Visitor } from '#server/platform/route-context.ts'
import {
  findWidgetDoor,
  identitySecretOf,
  ownWidget,
  readWidgetKey,
  saveOrigins,
  widgetKeyOf,
  type WidgetDoor,
} from './door.ts'
import { readIdentityToken } from './identity-token.ts'
import {
  findVisitor,
  hashSecret,
  keepNamed,
  lockVisitor,
  matchVisitor,
  openVisitor,
  whoVisited,
  type VisitorSaid,
} from './visitor.ts'

export function widgetRoutes() {
  const on = implement(widget).$context<RouteContext>()

  const visitorOf = ({ visitor, context }: RouteContext): Visitor => {
    if (!visitor) throw refusalError('NOT_SIGNED_IN', context.requestId)
    return visitor
  }

  return on.router({
    open: on.open.handler(async ({ input, context: route }) => {
      const { requestId, sourceAddress } = route.context
      const key = readWidgetKey(input.widgetKey)
      if (!key) throw refusalError('NOT_FOUND', requestId)
      const wait = route.rates.admit('chat-open', sourceAddress ?? 'none', route.now())
      if (wait > 0) throw refusalError('SLOW_DOWN', requestId, { retryAfterSeconds: wait })

      const context: Context = {
        ...systemContext(key.organizationId, requestId, 'widget.open'),
        actor: { kind: 'visitor', id: null },
        role: 'visitor',
        purpose: 'PATRQT',
      }
      return route.db.transaction(context, async (tx) => {
        const door = await findWidgetDoor(tx, key.accountId)
        if (!door) throw refusalError('NOT_FOUND', requestId)
        const named = await namedByToken(tx, route, door, input)
        const { visitor, conversationId, isAnother } = await resumeOrOpen(tx, door, input, named, route.now())
        const identityLevel = await levelOfVisitor(tx, { visitorId: visitor.id, conversationId }, route.now())
        const own = conversationId
          ? await readOwn(
              tx,
              { id: visitor.id, ownIds: [visitor.id] },
              {
                conversationId,
                after: 0,
                onlyOf: shownOf(identityLevel),
                readByStaff: await readByStaff(tx, conversationId),
                underReview: await answersUnderReview(tx, conversationId, route.now()),
              },
            )
          : undefined
        if (own) {
          await journal(
            tx,
            {
              event: 'message.read',
              action: 'R',
              actor: { kind: 'visitor', id: visitor.id },
              resourceKind: 'conversation',
              resourceId: own.conversation.id,
              conversationId: own.conversation.id,
              patientIds: [own.conversation.patientId],
              fieldClasses: ['service', 'clinical'],
              detail: { rows: own.messages.length },
            },
            route.now(),
          )
        }
        return {
          visitor,
          isAnother,
          organizationName: door.organizationName,
          emergencyNumber: emergencyNumberOf(door.country),
          languages: door.languages,
          conversationId,
          identityLevel,
          messages: own?.messages ?? [],
          unread: own?.conversation.unread ?? 0,
          alert: own?.conversation.alert ?? ('none' as const),
          staffed: door.staffed && (await isOpenAt(tx, null, route.now())),
        }
      })
    }),

    send: on.send.handler(async ({ input, context: route }) => {
      const visitor = visitorOf(route)
      const isEmergency = () => isRedFlag({ subject: null, text: input.text })
      return transactionOrSpool(route, corridorContext(route.context), isEmergency, async (tx) => {
        const { conversationId, patientId } = await lockVisitor(tx, visitor.id)
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
              sender: { kind: 'visitor', visitorId: visitor.id, patientId, language: visitor.language },
              conversationId,
              provedBy: { visitorId: visitor.id },
              subject: null,
              text: input.text,
              attachmentIds: input.attachmentIds,
              siteId: site?.id ?? null,
              claimedAt: route.heardAt ?? null,
              wantsPerson: input.wantsPerson,
            },
          ),
          route.context.requestId,
        )
        if (conversationId) await keepVerified(tx, { visitorId: visitor.id, conversationId }, route.now())
        else
          await verifyConversation(tx, { visitorId: visitor.id, conversationId: received.conversationId }, route.now())
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
      const [identityLevel, seenUpTo, wait, underReview, isOfChat] = await route.db.transaction(
        corridorContext(route.context),
        async (tx) => [
          await levelOfVisitor(tx, { visitorId: visitor.id, conversationId }, route.now()),
          conversationId ? await readByStaff(tx, conversationId) : 0,
          conversationId ? await placeInLine(tx, conversationId, route.now()) : null,
          conversationId ? await answersUnderReview(tx, conversationId, route.now()) : [],
          conversationId ? (await factsOf(tx, [conversationId]))[0]?.isOfChat === true : false,
        ],
      )
      if (!conversationId) return { ...NOTHING_YET, identityLevel }
      const own = await route.db.transaction(route.context, async (tx) => {
        const found = await readOwn(
          tx,
          { id: visitor.id, ownIds: [visitor.id] },
          { conversationId, after: input.after, onlyOf: shownOf(identityLevel), readByStaff: seenUpTo, underReview },
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
      const { staff } = route.hub.presence(route.context.organizationId, conversationId)
      return {
        conversationId,
        messages: own.messages,
        unread: own.conversation.unread,
        identityLevel,
        alert: own.conversation.alert,
        staffTyping: (isOfChat || shownOf(identityLevel) === null) && staff.some(({ doing }) => doing === 'typing'),
        wait,
      }
    }),

    rate: on.rate.handler(({ input, context: route }) => {
      visitorOf(route)
      return rateAnswer(route, input)
    }),

    markSeen: on.markSeen.handler(async ({ input, context: route }) => {
      const { id, conversationId } = visitorOf(route)
      if (!conversationId) throw refusalError('NOT_FOUND', route.context.requestId)
      await route.db.transaction(corridorContext(route.context), async (tx) => {
        const { seq } = input
        await markSeen(tx, { conversationId, readerKind: 'visitor', readerId: id, seq, now: route.now() })
        const level = await levelOfVisitor(tx, { visitorId: id, conversationId }, route.now())
        await markDeliveriesSeen(tx, conversationId, seq, route.now(), shownOf(level))
      })
      return {}
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

    settings: on.settings.handler(({ context: route }) =>
      route.db.transaction(route.context, async (tx) => {
        const widget = await ownWidget(tx, newId(route.now().getTime()))
        // The secret of the sites is in the answer.
        await journal(
          tx,
          {
            event: 'widget.settings-read',
            action: 'E',
            resourceKind: 'channel-account',
            resourceId: widget.accountId,
          },
          route.now(),
        )
        return presentSettings(route, widget)
      }),
    ),

    saveOrigins: on.saveOrigins.handler(({ input, context: route }) =>
      route.db.transaction(route.context, async (tx) => {
        const { accountId } = await ownWidget(tx, newId(route.now().getTime()))
        const origins = [...new Set(input.origins)]
        await saveOrigins(tx, accountId, origins)
        await journal(
          tx,
          {
            event: 'widget.origins-changed',
            action: 'U',
            resourceKind: 'channel-account',
            resourceId: accountId,
            detail: { origins: origins.length },
          },
          route.now(),
        )
        return presentSettings(route, { accountId, origins })
      }),
    ),
  })
}

type Opening = {
  widgetKey: string
  visitor?: { id: string; secret: string }
  language?: string
  identityToken?: string
}

/**
 * Whom a host's token names, as a digest of what it says, and which patient that is. An address that several share, or that we do not know, is no
 * patient's (desk-D4), and still somebody's.
 */
type Named = { as: Buffer; patientId: string | null }

async function namedByToken(
  tx: Transaction,
  { keys, now }: RouteContext,
  { country }: WidgetDoor,
  { widgetKey, identityToken }: Opening,
): Promise<Named | undefined> {
  if (!identityToken) return undefined
  const named = readIdentityToken(identityToken, { secret: identitySecretOf(keys, widgetKey), widgetKey, now: now() })
  if (named === undefined) return undefined
  const contact = readContact(named, country)
  const [only, ...others] = contact ? await recognize(tx, contact) : []
  const isOne = only?.kind === 'patient' && others.length === 0
  return {
    as: keys.digest('visitor-named', `${widgetKey}:${contact?.value ?? named}`),
    patientId: isOne ? only.patientId : null,
  }
}

/** The chat this browser had before; a new one for a new person in the same browser, for it is not theirs to read. */
async function resumeOrOpen(
  tx: Transaction,
  { accountId }: WidgetDoor,
  { visitor, language }: Opening,
  named: Named | undefined,
  now: Date,
): Promise<{ visitor: { id: string; secret: string }; conversationId: string | null; isAnother: boolean }> {
  const token = visitor && { id: visitor.id, secretHash: hashSecret(visitor.secret) }
  const known = token && (await findVisitor(tx, token, now))
  const before = token && named && (await whoVisited(tx, token))
  const isAnother = before !== undefined && named !== undefined && isAnotherThan(before, named)
  const patientId = named?.patientId ?? null
  if (!visitor || !known || isAnother || known.channelAccountId !== accountId) {
    const person = { accountId, language, patientId, namedAs: named?.as ?? null }
    return { visitor: await openVisitor(tx, person, now), conversationId: null, isAnother }
  }
  const { conversationId } = known
  if (named) await keepNamed(tx, visitor.id, named.as)
  if (patientId !== null && known.patientId === null)
    await matchVisitor(tx, { visitorId: visitor.id, conversationId, patientId }, now)
  return { visitor, conversationId, isAnother }
}

/** Of two whom we know, the records say it; else what the host called them. Whom it never named is the one it names now, but for a known patient. */
function isAnotherThan(before: VisitorSaid, named: Named): boolean {
  if (before.patientId !== null && named.patientId !== null) return before.patientId !== named.patientId
  return before.namedAs ? !before.namedAs.equals(named.as) : before.patientId !== null
}

/** A conversation that went on by mail or text went on with somebody whom we know: a browser that has proved nothing sees the chat alone (desk-D8). */
const shownOf = (level: IdentityLevel): 'widget' | null => (level === 'none' || level === 'matched' ? 'widget' : null)

const NOTHING_YET = {
  conversationId: null,
  wait: null,
  messages: [],
  unread: 0,
  alert: 'none' as const,
  staffTyping: false,
}

function presentSettings(
  { keys, publicUrl, context }: RouteContext,
  { accountId, origins }: { accountId: string; origins: string[] },
) {
  const widgetKey = widgetKeyOf(context.organizationId, accountId)
  return {
    widgetKey,
    scriptTag: `<script src="${publicUrl}/widget/loader.js?key=${widgetKey}" defer></script>`,
    origins,
    identitySecret: identitySecretOf(keys, widgetKey),
  }
}

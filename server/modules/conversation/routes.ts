/** Staff's procedures: contract -> policy -> use case -> answer. */
import { implement } from '@orpc/server'
import { alert, conversation } from '#contract/conversation.ts'
import { identityLevelFor, isSure } from '#server/modules/identity/index.ts'
import { ALL_LABELS, type Context } from '#server/platform/context.ts'
import { journal } from '#server/platform/journal.ts'
import { readTimeCursor, writeTimeCursor } from '#server/platform/page-cursor.ts'
import { inTransaction, refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { searchedFor } from '#server/platform/searched-for.ts'
import { acceptAlert } from './alert.ts'
import {
  assign,
  linkPatient,
  moveToQueue,
  setLabels,
  setPrivacy,
  setState,
  setTags,
  setUrgency,
} from './change-conversation.ts'
import { answerAsk } from './answer-ask.ts'
import { settleDelivery } from './deliver.ts'
import { draftsOf, saveDraft } from './drafts.ts'
import { countViews } from './count-views.ts'
import { clocksOf } from './due.ts'
import { mergeConversations, previewMerge } from './merge-conversations.ts'
import { movesOf } from './move-store.ts'
import { canAcceptAlert, noteReadersOf } from './policy.ts'
import { presentAlert, presentDetail, presentHiddenAlert, presentMessage, presentRow } from './present.ts'
import * as read from './read-store.ts'
import { everyWay } from './send-store.ts'
import { sendMessage, undoSend } from './send-message.ts'
import { foundIn, readSearch } from './search-query.ts'
import { hitsOf } from './search-store.ts'
import { splitConversation } from './split-conversation.ts'
import { startConversation } from './start-conversation.ts'
import { undoMove } from './undo-move.ts'
import { attachmentsOfDraft } from './attachments.ts'

const on = implement({ conversation, alert }).$context<RouteContext>()

/** The staff member who calls. The guard has checked the role, so there is one. */
function staffOf({ staff, context }: RouteContext): NonNullable<RouteContext['staff']> {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff
}

export const conversationRoutes = on.conversation.router({
  list: on.conversation.list.handler(async ({ input, context: route }) => {
    const staff = staffOf(route)
    const after = input.cursor ? readTimeCursor(input.cursor) : undefined
    if (input.cursor && !after) throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'cursor' })
    const feed = await route.hub.place(route.context.organizationId)
    const search = input.search ? readSearch(input.search) : undefined
    const noteReaders = noteReadersOf(route.context)
    return route.db.transaction(route.context, async (tx) => {
      const { conversationId, patientId } = input
      if (conversationId && patientId) {
        const level = await identityLevelFor(tx, { conversationId, patientId, now: route.now() })
        if (level === undefined) throw refusalError('NOT_FOUND', route.context.requestId)
        if (!isSure(level)) throw refusalError('IDENTITY_TOO_LOW', route.context.requestId)
      }
      const query = {
        view: input.view,
        staffId: staff.id,
        patientId: input.patientId,
        after,
        limit: input.limit + 1,
        now: route.now(),
      }
      const { rows, isSimilar } = await read.searchOrList(tx, query, search && { search, noteReaders })
      const page = rows.slice(0, input.limit)
      const last = rows.length > input.limit && !isSimilar ? page.at(-1) : undefined
      await journal(
        tx,
        {
          event: input.search ? 'conversation.searched' : 'conversation.listed',
          action: 'R',
          resourceKind: 'conversation',
          patientIds: page.map(({ patientId }) => patientId),
          fieldClasses: ['identity', 'service'],
          detail: {
            view: input.view,
            rows: page.length,
            ...(input.search ? { terms: searchedFor(route, input.search) } : {}),
          },
        },
        route.now(),
      )
      const ids = page.map(({ id }) => id)
      const hits = search && !isSimilar ? await hitsOf(tx, { ids, search, staffId: staff.id, noteReaders }) : undefined
      const items = page.map((row) => presentRow(row, search ? foundIn(hits?.get(row.id) ?? '', search) : null))
      return { items, next: last ? writeTimeCursor({ at: last.sortAt, id: last.id }) : null, feed, isSimilar }
    })
  }),

  counts: on.conversation.counts.handler(async ({ context: route }) => {
    const staff = staffOf(route)
    return route.db.transaction(route.context, (tx) => countViews(tx, staff.id, route.now()))
  }),

  get: on.conversation.get.handler(async ({ input, context: route }) => {
    const staff = staffOf(route)
    return route.db.transaction(route.context, async (tx) => {
      const row = await read.getConversation(tx, input.conversationId, staff.id, route.now())
      if (!row) throw refusalError('NOT_FOUND', route.context.requestId)
      const [parties, alerts, ways, clocks, moves] = await Promise.all([
        read.partiesOf(tx, row.id),
        read.alertsOf(tx, row.id),
        everyWay(tx, row, route.now()),
        clocksOf(tx, row.id, route.now()),
        movesOf(tx, row.id),
      ])
      await journal(
        tx,
        {
          event: 'conversation.read',
          action: 'R',
          resourceKind: 'conversation',
          resourceId: row.id,
          conversationId: row.id,
          patientIds: [row.patientId],
          fieldClasses: ['identity', 'contact', 'service'],
        },
        route.now(),
      )
      return presentDetail(row, { parties, alerts, ways, clocks, moves, reader: route.context }, route.now())
    })
  }),

  messages: on.conversation.messages.handler(async ({ input, context: route }) => {
    const staff = staffOf(route)
    return route.db.transaction(route.context, async (tx) => {
      const known = await read.getConversation(tx, input.conversationId, staff.id, route.now())
      if (!known) throw refusalError('NOT_FOUND', route.context.requestId)
      const { conversationId, before, limit } = input
      const after = input.from ? await read.placeBefore(tx, conversationId, new Date(input.from)) : input.after
      const rows = await read.messagesOf(tx, { conversationId, before, after, limit })
      const [first, last] = [rows[0], rows.at(-1)]
      const next = last && (await read.cameAfter(tx, conversationId, last.seq))
      const events =
        first && last
          ? await read.eventsOf(
              tx,
              conversationId,
              first.seq === 1 ? new Date(0) : first.receivedAt,
              // What happened between two pages belongs to the earlier one; what happened with a message, to its own.
              next ? new Date(Math.max(last.receivedAt.getTime(), next.getTime() - 1)) : route.now(),
            )
          : []
      await journal(
        tx,
        {
          event: 'message.read',
          action: 'R',
          resourceKind: 'message',
          conversationId: input.conversationId,
          patientIds: [known.patientId],
          fieldClasses: ['service', 'clinical'],
          detail: { rows: rows.length, from: first?.seq ?? 0 },
        },
        route.now(),
      )
      return {
        items: rows.map((row) => presentMessage(row, { ...route.context, staffId: staff.id })),
        hasOlder: (first?.seq ?? 1) > 1,
        hasNewer: next !== undefined,
        events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
      }
    })
  }),

  send: on.conversation.send.handler(async ({ input, context: route }) => {
    const staff = staffOf(route)
    const sent = await inTransaction(route, (deps) =>
      sendMessage(deps, {
        ...input,
        channel: input.channel === 'front-desk' || input.channel === 'desk' ? undefined : input.channel,
        author: { staffId: staff.id, role: route.context.role, undoSeconds: staff.undoSeconds },
      }),
    )
    return { ...sent, heldUntil: sent.heldUntil?.toISOString() ?? null }
  }),

  undoSend: on.conversation.undoSend.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => undoSend(deps, { ...input, staffId: staffOf(route).id })),
  ),

  start: on.conversation.start.handler(({ input, context: route }) =>
    inTransaction(route, (deps) =>
      startConversation(deps, {
        ...input,
        author: { staffId: staffOf(route).id, role: route.context.role, undoSeconds: staffOf(route).undoSeconds },
      }),
    ),
  ),

  setState: on.conversation.setState.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => setState(deps, input)),
  ),

  assign: on.conversation.assign.handler(({ input, context: route }) =>
    inTransaction(route, ({ tx, ...deps }) => {
      const { conversationId, version, staffId } = input
      return assign({ tx, ...deps }, { conversationId, version, staffId })
    }),
  ),

  moveToQueue: on.conversation.moveToQueue.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => moveToQueue(deps, input)),
  ),

  setLabels: on.conversation.setLabels.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => setLabels(deps, input)),
  ),

  setUrgency: on.conversation.setUrgency.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => setUrgency(deps, route.context, input)),
  ),

  setPrivacy: on.conversation.setPrivacy.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => setPrivacy(deps, { ...input, staffId: staffOf(route).id })),
  ),

  tag: on.conversation.tag.handler(({ input, context: route }) => inTransaction(route, (deps) => setTags(deps, input))),

  linkPatient: on.conversation.linkPatient.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => linkPatient(deps, input)),
  ),

  previewMerge: on.conversation.previewMerge.handler(async ({ input, context: route }) => {
    staffOf(route)
    return route.db.transaction(route.context, async (tx) => {
      const preview = valueOf(await previewMerge(tx, input), route.context.requestId)
      await journal(
        tx,
        {
          event: 'conversation.merge-previewed',
          action: 'R',
          resourceKind: 'conversation',
          resourceId: input.conversationId,
          conversationId: input.conversationId,
          patientIds: preview.patientIds,
          fieldClasses: ['service'],
          detail: { into: input.intoId },
        },
        route.now(),
      )
      return preview
    })
  }),

  merge: on.conversation.merge.handler(async ({ input, context: route }) => {
    const done = await inTransaction(route, (deps) =>
      mergeConversations(deps, { ...input, staffId: staffOf(route).id }),
    )
    return { ...done, undoUntil: done.undoUntil.toISOString() }
  }),

  split: on.conversation.split.handler(async ({ input, context: route }) => {
    const done = await inTransaction(route, (deps) => splitConversation(deps, { ...input, staffId: staffOf(route).id }))
    return { ...done, undoUntil: done.undoUntil.toISOString() }
  }),

  undoMove: on.conversation.undoMove.handler(({ input, context: route }) =>
    inTransaction(route, (deps) => undoMove(deps, { ...input, staffId: staffOf(route).id })),
  ),

  markSeen: on.conversation.markSeen.handler(async ({ input, context: route }) => {
    const staff = staffOf(route)
    await route.db.transaction(route.context, (tx) =>
      read.markSeen(tx, {
        conversationId: input.conversationId,
        readerKind: 'staff',
        readerId: staff.id,
        seq: input.seq,
        now: route.now(),
      }),
    )
    return {}
  }),

  saveDraft: on.conversation.saveDraft.handler(async ({ input, context: route }) => {
    const staff = staffOf(route)
    const row = await route.db.transaction(route.context, (tx) => saveDraft(tx, staff.id, input, route.now()))
    return { savedAt: row?.savedAt.toISOString() ?? null, otherVersion: otherVersion(row) }
  }),

  drafts: on.conversation.drafts.handler(async ({ input, context: route }) => {
    const staff = staffOf(route)
    return route.db.transaction(route.context, async (tx) => {
      const rows = await draftsOf(tx, staff.id, input.conversationId, route.now())
      return Promise.all(
        rows.map(async (row) => ({
          mode: row.mode,
          text: row.text,
          savedAt: row.savedAt.toISOString(),
          deviceVersion: row.deviceVersion,
          attachments: await attachmentsOfDraft(tx, row.id),
          otherVersion: otherVersion(row),
        })),
      )
    })
  }),

  resolveDelivery: on.conversation.resolveDelivery.handler(({ input, context: route }) =>
    inTransaction(route, async (deps) => {
      const { as } = input
      const isDone =
        as === 'send' || as === 'do-not-send' || as === 'ask-again'
          ? await answerAsk(deps, { ...input, as, undoSeconds: staffOf(route).undoSeconds })
          : await settleDelivery(deps, { ...input, as })
      return isDone ? ok({}) : refuse('STATE_NOT_ALLOWED')
    }),
  ),
})

const otherVersion = (row: { otherText: string | null; otherSavedAt: Date | null } | undefined) =>
  row?.otherText && row.otherSavedAt ? { text: row.otherText, savedAt: row.otherSavedAt.toISOString() } : null

const ofEveryLabel = (context: Context): Context => ({ ...context, labels: ALL_LABELS })

export const alertRoutes = on.alert.router({
  open: on.alert.open.handler(async ({ context: route }) => {
    const rows = await route.db.transaction(route.context, async (tx) => {
      const rows = await read.openAlerts(tx)
      if (rows.length > 0) {
        await journal(
          tx,
          {
            event: 'alert.listed',
            action: 'R',
            resourceKind: 'safety-alert',
            patientIds: rows.map(({ patientId }) => patientId),
            fieldClasses: ['identity', 'clinical'],
            detail: { rows: rows.length },
          },
          route.now(),
        )
      }
      return rows
    })
    if (!canAcceptAlert(route.context)) return rows.map(presentAlert)
    // An emergency reaches whoever can accept it, whatever labels its words have (decision 0140).
    const hidden = await read.otherOpenAlerts(route.db, ofEveryLabel(route.context), rows)
    const all = [...rows.map(presentAlert), ...hidden.map(presentHiddenAlert)]
    return all.toSorted((a, b) => (a.raisedAt < b.raisedAt ? -1 : 1))
  }),

  accept: on.alert.accept.handler(async ({ input, context: route }) => {
    if (!canAcceptAlert(route.context)) throw refusalError('NOT_ALLOWED', route.context.requestId)
    const reader = { id: staffOf(route).id, labels: route.context.labels }
    return inTransaction({ ...route, context: ofEveryLabel(route.context) }, (deps) =>
      acceptAlert(deps, input.alertId, reader),
    )
  }),
})

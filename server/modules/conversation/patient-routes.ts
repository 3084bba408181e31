/** The portal's procedures: a person's own conversations, and those of patients the person speaks for. */
import { createHash } from 'node:crypto'
import { implement } from '@orpc/server'
import { myConversation } from '#contract/my-conversation.ts'
import { PAGE_MAX } from '#contract/route.ts'
import { ALL_LABELS, type Context } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { transactionOrSpool } from '#server/platform/journal-spool.ts'
import { readTimeCursor, writeTimeCursor } from '#server/platform/page-cursor.ts'
import { refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Sender } from './inbound-message.ts'
import { leadsTo } from './move-store.ts'
import { dropOwnDraft, ownDraft, saveOwnDraft, type DraftPlace } from './own-drafts.ts'
import { readOwn } from './own-messages.ts'
import { answersUnderReview, listOwn, readByStaff } from './patient-store.ts'
import { placeInLine } from './place-in-line.ts'
import { presentForPatient } from './present.ts'
import { isRedFlag, receiveAtOnce, receiveMessage } from './receive-message.ts'
import { markDeliveriesSeen, markSeen } from './read-store.ts'

const on = implement({ myConversation }).$context<RouteContext>()

export function personOf({
  person,
  context,
}: RouteContext): NonNullable<RouteContext['person']> & { readerId: string } {
  const readerId = person?.relatedPersonId ?? person?.patientId
  if (!person || !readerId) throw refusalError('NOT_ALLOWED', context.requestId)
  return { ...person, readerId }
}

/** The corridor acts for the sender in the whole organization: it must find queues, duties and the conversation's own rows. */
export const corridorContext = (context: Context): Context => ({
  ...context,
  scope: { kind: 'organization' },
  labels: ALL_LABELS,
})

/** Row security answers: a conversation that this person does not see is not there. */
async function draftPlace(
  { db, context }: RouteContext,
  { patientId, patientIds }: WhoWrites,
  input: { conversationId?: string | undefined; patientId?: string | undefined },
): Promise<DraftPlace> {
  const { conversationId } = input
  if (conversationId === undefined) {
    const about = input.patientId ?? patientId ?? patientIds[0]
    if (!about || !patientIds.includes(about)) throw refusalError('NOT_FOUND', context.requestId)
    return { conversationId: null, patientId: about }
  }
  const rows = await db.transaction(context, (tx) => tx.run(SEEN, [context.organizationId, conversationId]))
  if (rows.length === 0) throw refusalError('NOT_FOUND', context.requestId)
  return { conversationId, patientId: null }
}

type WhoWrites = { patientId: string | null; patientIds: readonly string[] }

const SEEN = sqlText`select from conversation where organization_id = $1 and id = $2`

/**
 * Whose matter is written of: in a conversation the one whose it is, whatever the screen shows. Who is a patient here himself would else write in
 * a child's conversation as if it were his own (decision 0258).
 */
async function patientWrittenOf(
  { db, context }: RouteContext,
  { patientId, patientIds }: WhoWrites,
  input: { conversationId?: string | undefined; patientId?: string | undefined },
): Promise<string | undefined> {
  const { conversationId } = input
  if (conversationId !== undefined && patientIds.length > 1) {
    const id = await db.transaction(corridorContext(context), (tx) => leadsTo(tx, conversationId))
    const [row] = await db.transaction(context, (tx) =>
      tx.run<{ of: string | null }>(WHOSE, [context.organizationId, id]),
    )
    if (row?.of) return row.of
  }
  return input.patientId ?? patientId ?? patientIds[0]
}

const WHOSE = sqlText`select patient_id as "of" from conversation where organization_id = $1 and id = $2`

export const myConversationRoutes = on.myConversation.router({
  list: on.myConversation.list.handler(async ({ input, context: route }) => {
    const { readerId } = personOf(route)
    const after = input.cursor ? readTimeCursor(input.cursor) : undefined
    if (input.cursor && !after) throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'cursor' })
    return route.db.transaction(route.context, async (tx) => {
      const rows = await listOwn(tx, { readerId, patientId: input.patientId, after, limit: PAGE_MAX + 1 })
      const page = rows.slice(0, PAGE_MAX)
      const last = rows.length > PAGE_MAX ? page.at(-1) : undefined
      await journal(
        tx,
        {
          event: 'conversation.listed',
          action: 'R',
          resourceKind: 'conversation',
          patientIds: page.map(({ patientId }) => patientId),
          fieldClasses: ['service'],
          detail: { rows: page.length },
        },
        route.now(),
      )
      return {
        items: page.map(presentForPatient),
        next: last ? writeTimeCursor({ at: last.lastMessageAt, id: last.id }) : null,
      }
    })
  }),

  get: on.myConversation.get.handler(async ({ input, context: route }) => {
    const person = personOf(route)
    // A link to what was merged leads on; whether it may be read there is decided below, in the person's own scope.
    const { conversationId, seenUpTo, wait, underReview } = await route.db.transaction(
      corridorContext(route.context),
      async (tx) => {
        const id = await leadsTo(tx, input.conversationId)
        const [seen, line, ended] = await Promise.all([
          readByStaff(tx, id),
          placeInLine(tx, id, route.now()),
          answersUnderReview(tx, id, route.now()),
        ])
        return { conversationId: id, seenUpTo: seen, wait: line, underReview: ended }
      },
    )
    return route.db.transaction(route.context, async (tx) => {
      const found = await readOwn(
        tx,
        { id: person.readerId, ownIds: [person.patientId, person.relatedPersonId] },
        { ...input, conversationId, readByStaff: seenUpTo, underReview },
      )
      if (!found) throw refusalError('NOT_FOUND', route.context.requestId)
      await journal(
        tx,
        {
          event: 'message.read',
          action: 'R',
          resourceKind: 'conversation',
          resourceId: conversationId,
          conversationId,
          patientIds: [found.conversation.patientId],
          fieldClasses: ['service', 'clinical'],
          detail: { rows: found.messages.length },
        },
        route.now(),
      )
      return { ...found, conversation: presentForPatient(found.conversation), wait }
    })
  }),

  send: on.myConversation.send.handler(async ({ input, context: route }) => {
    const person = personOf(route)
    const patientId = await patientWrittenOf(route, person, input)
    if (!patientId || !person.patientIds.includes(patientId)) throw refusalError('NOT_FOUND', route.context.requestId)
    const about = { patientId, language: person.language, siteId: person.siteId }
    // Who is a patient here himself writes for another as the related person that he is to that patient.
    const grant = patientId === person.patientId ? undefined : person.proxies.find((one) => one.patientId === patientId)
    const sender: Sender = grant
      ? { kind: 'related-person', relatedPersonId: grant.relatedPersonId, ...about }
      : { kind: 'patient', ...about }

    // What of it had been saved when a session was about to end does not come back as unsent.
    const writtenIn: DraftPlace = input.conversationId
      ? { conversationId: input.conversationId, patientId: null }
      : { conversationId: null, patientId }

    const isEmergency = () => isRedFlag({ subject: input.subject ?? null, text: input.text })
    const receive = (isFirstTry: boolean) => async (tx: Transaction) => {
      const { jobs, hub } = route
      const received = valueOf(
        await receiveMessage(
          { tx, jobs, hub, now: route.now(), isFirstTry },
          {
            messageId: input.messageId,
            source: 'portal',
            externalId: input.messageId,
            digest: createHash('sha256').update(input.text).digest(),
            channel: 'portal-chat',
            channelAccountId: null,
            sender,
            conversationId: input.conversationId ?? null,
            // Who gives it a subject of its own begins something new.
            beginsAnew: Boolean(input.subject),
            provedBy: { patientIds: person.patientIds },
            subject: input.subject ?? null,
            text: input.text,
            attachmentIds: input.attachmentIds,
            claimedAt: route.heardAt ?? null,
          },
        ),
        route.context.requestId,
      )
      dropOwnDraft(tx, person.readerId, writtenIn)
      return {
        conversationId: received.conversationId,
        messageId: received.messageId,
        seq: received.seq,
        emergency: received.emergency,
      }
    }
    return receiveAtOnce((isFirstTry) =>
      transactionOrSpool(
        route,
        corridorContext(route.context),
        isEmergency,
        receive(isFirstTry),
        isFirstTry ? 'together' : 'transaction',
      ),
    )
  }),

  saveDraft: on.myConversation.saveDraft.handler(async ({ input, context: route }) => {
    const person = personOf(route)
    const place = await draftPlace(route, person, input)
    await route.db.transaction(corridorContext(route.context), (tx) =>
      saveOwnDraft(tx, person.readerId, place, input, route.now()),
    )
    return {}
  }),

  draft: on.myConversation.draft.handler(async ({ input, context: route }) => {
    const person = personOf(route)
    const place = await draftPlace(route, person, input)
    const draft = await route.db.transaction(corridorContext(route.context), (tx) =>
      ownDraft(tx, person.readerId, place),
    )
    return draft ? { ...draft, savedAt: draft.savedAt.toISOString() } : null
  }),

  markSeen: on.myConversation.markSeen.handler(async ({ input, context: route }) => {
    const { readerId } = personOf(route)
    const isSeen = await route.db.transaction(route.context, async (tx) => {
      const rows = await tx.run(`select from conversation where organization_id = $1 and id = $2`, [
        route.context.organizationId,
        input.conversationId,
      ])
      if (rows.length === 0) return false
      await markSeen(tx, {
        conversationId: input.conversationId,
        readerKind: 'patient',
        readerId,
        seq: input.seq,
        now: route.now(),
      })
      return true
    })
    if (!isSeen) throw refusalError('NOT_FOUND', route.context.requestId)
    await route.db.transaction(corridorContext(route.context), (tx) =>
      markDeliveriesSeen(tx, input.conversationId, input.seq, route.now()),
    )
    return {}
  }),
})

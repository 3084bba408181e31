/**
 * Whoever was answered from an article says whether it helped, and may take it back (understanding-D75, D83). What did not help is
 * looked at by a reviewer at once, and after a while its question stands among those that nobody could answer.
 */
import { implement } from '@orpc/server'
import { myAnswer } from '#contract/assistant.ts'
import { corridorContext, personOf } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { refusalError, type RouteContext } from '#server/platform/route-context.ts'
import * as store from './answer-store.ts'
import type { KnowledgeDoors, WrittenChannel } from './read-message.ts'

/** So long it may be taken back before authors hear of it, in minutes. */
const NOTED_AFTER_MIN = 10

type Rating = { messageId: string; thumb: store.Thumb | null }

/** Row security says in the caller's own scope whether it is his answer; "not there" and "not yours" look alike. */
export async function rateAnswer(route: RouteContext, { messageId, thumb }: Rating): Promise<Rating> {
  const now = route.now()
  const sees = await route.db.transaction(route.context, (tx) => store.seesAnswer(tx, messageId))
  if (!sees) throw refusalError('NOT_FOUND', route.context.requestId)
  await route.db.transaction(corridorContext(route.context), async (tx) => {
    const rated = await store.saveThumb(tx, { messageId, thumb, now })
    if (!rated) return
    await journal(
      tx,
      {
        event: 'assistant.rated',
        action: 'U',
        resourceKind: 'message',
        resourceId: messageId,
        conversationId: rated.conversationId,
        patientIds: [rated.patientId],
        fieldClasses: ['service'],
        detail: { thumb: thumb ?? 'none', article: rated.articleId },
      },
      now,
    )
    if (thumb !== 'down' || rated.isNoted) return
    const startAfter = new Date(now.getTime() + NOTED_AFTER_MIN * 60_000)
    await route.jobs.send(
      tx,
      'thumb-down',
      { organizationId: tx.context.organizationId, id: messageId },
      { startAfter },
    )
  })
  return { messageId, thumb }
}

const on = implement(myAnswer).$context<RouteContext>()

export const myAnswerRoutes = on.router({
  rate: on.rate.handler(({ input, context: route }) => {
    personOf(route)
    return rateAnswer(route, input)
  }),
})

/** The job: a thumb that was taken back, or that came twice, leaves nothing to note. */
export async function noteThumbDown(
  { db, now, noteUnanswered }: { db: Database; now: () => Date } & Pick<KnowledgeDoors, 'noteUnanswered'>,
  organizationId: string,
  messageId: string,
): Promise<void> {
  await db.transaction(systemContext(organizationId, newId(), 'job thumb-down'), async (tx) => {
    const down = await store.takeDown(tx, messageId)
    if (!down) return
    const channel = down.channel as WrittenChannel
    await noteUnanswered(tx, { ...down, channel, outcome: 'thumbs_down', now: now() })
  })
}

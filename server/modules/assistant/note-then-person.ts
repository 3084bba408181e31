/**
 * Somebody was answered from an article, and then asked for a person: the article did not settle it. Its question stands after a while among
 * those that nobody could answer (understanding-D83), unless the person was not wanted after all, or the answer is said to have helped.
 */
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import * as store from './answer-store.ts'
import type { KnowledgeDoors, WrittenChannel } from './read-message.ts'

/** An answer of longer ago is another matter, in minutes. */
const ANSWERED_WITHIN_MIN = 30
/** So long the wish for a person may be taken back before authors hear of it, in minutes; the same as for a thumb. */
const NOTED_AFTER_MIN = 10

type Deps = { tx: Transaction; jobs: Jobs; now: Date }

/** In the transaction of the hand-off that somebody asked for. */
export async function noteThenPersonLater(
  { tx, jobs, now }: Deps,
  { handOffId, conversationId }: { handOffId: string; conversationId: string },
): Promise<void> {
  const since = new Date(now.getTime() - ANSWERED_WITHIN_MIN * 60_000)
  if (!(await store.wasAnswered(tx, conversationId, since))) return
  const startAfter = new Date(now.getTime() + NOTED_AFTER_MIN * 60_000)
  await jobs.send(tx, 'then-person', { organizationId: tx.context.organizationId, id: handOffId }, { startAfter })
}

/** The job: one that comes twice leaves nothing to note. */
export async function noteThenPerson(
  { db, now, noteUnanswered }: { db: Database; now: () => Date } & Pick<KnowledgeDoors, 'noteUnanswered'>,
  organizationId: string,
  handOffId: string,
): Promise<void> {
  await db.transaction(systemContext(organizationId, newId(), 'job then-person'), async (tx) => {
    const answered = await store.takeThenPerson(tx, handOffId, ANSWERED_WITHIN_MIN)
    if (!answered) return
    const channel = answered.channel as WrittenChannel | 'voice'
    await noteUnanswered(tx, { ...answered, channel, outcome: 'then_person', now: now() })
  })
}

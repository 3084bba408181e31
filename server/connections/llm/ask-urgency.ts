/**
 * A language model reads a message after the engines did, in a job of the same commit (understanding-D76). It can raise the urgency of the
 * conversation and nothing else; the texts for the patient are not its to choose, so what it finds calls people, not the emergency text.
 */
import * as z from 'zod'
import { raiseUrgency, wordsOfMessage } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import type { Services } from '#server/platform/route-context.ts'
import { whyItStays, whyTextStays } from './may-leave.ts'
import type { Llm } from './open-llm.ts'
import { URGENCY_TASK } from './prompt.ts'
import { llmUses } from './uses-store.ts'

const ORDERS = { emergency: 'stat', urgent: 'asap', soon: 'urgent', routine: 'routine' } as const
const Answer = z.object({ urgency: z.enum(['emergency', 'urgent', 'soon', 'routine']) })

/** Stands on the desk as the reason of the urgency. */
const REASON = {
  en: 'A language model read this as more urgent than our rules did. Read it yourself.',
  es: 'Un modelo de lenguaje lo leyó como más urgente que nuestras reglas. Léalo usted.',
}

export async function askUrgency(
  { llm, services }: { llm: Llm; services: Pick<Services, 'db' | 'jobs' | 'hub' | 'now'> },
  organizationId: string,
  messageId: string,
): Promise<void> {
  const { db, jobs, hub, now } = services
  const context = systemContext(organizationId, newId(), 'job ask-urgency')
  const inSystem = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => db.transaction(context, work)

  const heard = await inSystem(async (tx) =>
    (await llmUses(tx)).includes('raise') ? wordsOfMessage(tx, messageId) : undefined,
  )
  // What is highest cannot rise.
  if (!heard || heard.urgency === 'stat') return
  const { text, names, conversationId, patientId } = heard
  if (whyItStays(heard) ?? whyTextStays(text, llm.about)) return
  const answer = await llm.ask(context, {
    about: { use: 'raise', resourceKind: 'message', resourceId: messageId, conversationId, patientId },
    task: URGENCY_TASK,
    fields: [{ name: 'message', text }],
    names,
    schema: Answer,
  })
  await inSystem(async (tx) => {
    const outcome = answer.ok
      ? await raiseUrgency(
          { tx, jobs, hub, now: now() },
          { messageId, urgency: ORDERS[answer.value.urgency], reason: REASON },
        )
      : answer.refusal
    await journal(
      tx,
      {
        event: 'llm.asked',
        action: 'E',
        resourceKind: 'message',
        resourceId: messageId,
        conversationId,
        patientIds: [patientId],
        fieldClasses: ['service'],
        detail: { ...llm.detailOf('raise', outcome), ...(answer.ok ? { urgency: answer.value.urgency } : {}) },
      },
      now(),
    )
  })
}

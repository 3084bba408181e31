/** Puts an approved answer into words that fit the question; what does not pass every check is not said (understanding-D76, D77). */
import * as z from 'zod'
import { faultInWording } from '#engines/generated-text/check.ts'
import type { WordAnswer } from '#server/modules/assistant/index.ts'
import { wordsOfMessage } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { whyItStays, whyTextStays } from './may-leave.ts'
import type { Llm } from './open-llm.ts'
import { WORDING_TASK } from './prompt.ts'
import { llmUses } from './uses-store.ts'

const Answer = z.object({ text: z.string() })

/** Of an approved text; a longer one is sent as it is, since no answer of the model could hold it. */
const APPROVED_MAX = 1_500

export const wordAnswer =
  (llm: Llm, db: Database, now: () => Date): WordAnswer =>
  async (organizationId, { messageId, question, approved, language }) => {
    if (approved.length > APPROVED_MAX) return null
    const context = systemContext(organizationId, newId(), 'job assist')
    const heard = await db.transaction(context, async (tx) =>
      (await llmUses(tx)).includes('phrase') ? wordsOfMessage(tx, messageId) : undefined,
    )
    if (!heard || (whyItStays(heard) ?? whyTextStays(question, llm.about))) return null
    const { conversationId, patientId, names } = heard
    const answer = await llm.ask(context, {
      about: { use: 'phrase', resourceKind: 'message', resourceId: messageId, conversationId, patientId },
      task: WORDING_TASK,
      fields: [
        { name: 'approved_answer', text: approved, isOurs: true },
        { name: 'question', text: question },
      ],
      names,
      schema: Answer,
    })
    const text = answer.ok ? answer.value.text.trim() : ''
    const fault = answer.ok ? faultInWording(text, approved, language) : answer.refusal
    // Here and not in the turn, which may say nothing any more.
    await db.transaction(context, (tx) =>
      journal(
        tx,
        {
          event: 'llm.asked',
          action: 'E',
          resourceKind: 'message',
          resourceId: messageId,
          conversationId,
          patientIds: [patientId],
          fieldClasses: ['service'],
          detail: llm.detailOf('phrase', fault ?? 'worded'),
        },
        now(),
      ),
    )
    return fault ? null : text
  }

/** Puts an approved answer into words that fit the question; what does not pass every check is not said (understanding-D76, D77). */
import * as z from 'zod'
import { faultInWording } from '#engines/generated-text/check.ts'
import type { WordAnswer } from '#server/modules/assistant/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Llm } from './open-llm.ts'
import { WORDING_TASK } from './prompt.ts'
import { llmUses } from './uses-store.ts'

const Answer = z.object({ text: z.string() })

/** Of an approved text; a longer one is sent as it is, since no answer of the model could hold it. */
const APPROVED_MAX = 1_500

export const wordAnswer =
  (llm: Llm, db: Database): WordAnswer =>
  async (organizationId, { question, approved, language }) => {
    const context = systemContext(organizationId, newId(), 'job assist')
    if (approved.length > APPROVED_MAX || !(await db.transaction(context, llmUses)).includes('phrase')) return null
    const answer = await llm.ask(organizationId, {
      task: WORDING_TASK,
      fields: [
        { name: 'approved_answer', text: approved, isOurs: true },
        { name: 'question', text: question },
      ],
      schema: Answer,
    })
    if (!answer.ok) return { text: null, detail: llm.detailOf('phrase', answer.refusal) }
    const text = answer.value.text.trim()
    const fault = faultInWording(text, approved, language)
    return { text: fault ? null : text, detail: llm.detailOf('phrase', fault ?? 'worded') }
  }

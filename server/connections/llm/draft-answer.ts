/**
 * A draft for the person who answers (understanding-D76): made from what that person may read, checked, kept beside what is sent, and sent
 * by nobody. Where somebody may be in danger there is none: those words are not a machine's.
 */
import * as z from 'zod'
import type { Refusal } from '#contract/refusal.ts'
import { faultInDraft } from '#engines/generated-text/check.ts'
import { saidLately, type SaidLately } from '#server/modules/conversation/index.ts'
import type { answerFrom } from '#server/modules/knowledge/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { insertDraft } from './draft-store.ts'
import { whyItStays, whyTextStays } from './may-leave.ts'
import type { Llm } from './open-llm.ts'
import { DRAFT_TASK } from './prompt.ts'
import { llmUses } from './uses-store.ts'

const Answer = z.object({ text: z.string() })

export type Drafted = {
  draft: { id: string; text: string; madeAt: string } | null
  approved: string | null
  cause: string | null
}

export async function draftAnswer(
  { llm, answerFrom: find }: { llm: Llm | null; answerFrom: typeof answerFrom },
  route: RouteContext,
  conversationId: string,
): Promise<Drafted> {
  const { db, context, now } = route
  const staffId = route.staff?.id
  if (!staffId) return valueOf(refuse('NOT_ALLOWED'), context.requestId)
  const read = await db.transaction(context, (tx) => readFor(tx, find, conversationId, now()))
  const { said, question, approved, isOn } = valueOf(read, context.requestId)
  if (!llm || !isOn) return { draft: null, approved, cause: llm ? 'switched-off' : 'none' }
  const stays = whyItStays(said) ?? whyTextStays(question, llm.about)
  if (stays) return { draft: null, approved, cause: stays }

  const transcript = said.messages.map(({ by, text }) => ({
    name: by === 'them' ? 'patient' : 'clinic',
    // The model sees that something was said there.
    ...(whyTextStays(text, llm.about) ? ({ text: NOT_SHOWN, isOurs: true } as const) : { text }),
  }))
  const answer = await llm.ask(context, {
    about: {
      use: 'draft',
      resourceKind: 'conversation',
      resourceId: conversationId,
      conversationId,
      patientId: said.patientId,
    },
    task: DRAFT_TASK,
    fields: [
      { name: 'language', text: said.language, isOurs: true },
      ...(approved ? [{ name: 'approved_answer', text: approved, isOurs: true } as const] : []),
      // The newest first: what does not fit is the oldest.
      ...transcript.toReversed(),
    ],
    names: said.names,
    schema: Answer,
  })
  const text = answer.ok ? answer.value.text.trim() : ''
  const references = [...said.messages.map((message) => message.text), ...(approved ? [approved] : [])]
  const fault = answer.ok ? faultInDraft(text, references, said.language) : answer.refusal
  const draft = fault ? null : { id: newId(now().getTime()), text, madeAt: now().toISOString() }
  const kept = await db.transaction(context, async (tx) => {
    // Read again: it may have got a label, or become a matter of danger, while the model was asked.
    const still = await readFor(tx, find, conversationId, now())
    const isKept = still.ok && !whyItStays(still.value.said)
    if (draft && isKept) {
      const { provider, model, version } = llm.about
      await insertDraft(tx, { ...draft, conversationId, staffId, provider, model, version, now: now() })
    }
    await journal(
      tx,
      {
        event: 'llm.asked',
        action: 'E',
        resourceKind: 'conversation',
        resourceId: conversationId,
        conversationId,
        patientIds: [said.patientId],
        fieldClasses: ['service'],
        detail: llm.detailOf('draft', fault ?? (isKept ? 'drafted' : 'gone')),
      },
      now(),
    )
    return still.ok && !isKept ? refuse('STATE_NOT_ALLOWED') : still
  })
  valueOf(kept, context.requestId)
  return { draft, approved: draft ? null : approved, cause: fault }
}

/** Of a message in which no names would be found. */
const NOT_SHOWN = '(not shown)'

type Read = { said: SaidLately; question: string; approved: string | null; isOn: boolean }

async function readFor(
  tx: Transaction,
  find: typeof answerFrom,
  conversationId: string,
  now: Date,
): Promise<Result<Read, Refusal>> {
  const said = await saidLately(tx, conversationId)
  if (!said) return refuse('NOT_FOUND')
  if (said.labels.length > 0 || said.isDanger || said.urgency === 'stat') return refuse('STATE_NOT_ALLOWED')
  const question = said.messages.findLast(({ by }) => by === 'them')?.text
  if (!question) return refuse('STATE_NOT_ALLOWED')
  const { language, siteId } = said
  const found = await find(tx, { question, language, siteId, audience: 'patient', now })
  return ok({
    said,
    question,
    approved: found.kind === 'answer' ? found.answer.text : null,
    isOn: (await llmUses(tx)).includes('draft'),
  })
}

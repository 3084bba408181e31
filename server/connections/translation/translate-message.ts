/**
 * A message of a patient in the language of a reader of the staff (decision 0247): sent out once, looked at, and kept beside its original, so
 * that colleagues read it without sending it again. Nobody else reads it, and nothing is decided by it.
 */
import type { Refusal } from '#contract/refusal.ts'
import { wordsOfMessage, type HeardMessage } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal, type JournalDetail } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { whyItStays } from './may-leave.ts'
import type { TranslationCause, Translator } from './open-translator.ts'
import { keepTranslation, translates, translationOf, type KeptTranslation } from './translation-store.ts'

type Wanted = { messageId: string; language: string }
type Found = { words: HeardMessage; kept: KeptTranslation | undefined; stays: TranslationCause | null }
export type Translated = { kept: KeptTranslation | null; cause: TranslationCause | null }

export async function translateMessage(
  translator: Translator | null,
  route: RouteContext,
  wanted: Wanted,
): Promise<Translated> {
  const { db, context, now, rates, hub, staff } = route
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  const { messageId, language } = wanted

  const first = await db.transaction(context, async (tx) => {
    const found = await find(tx, translator, wanted)
    if (!found.ok) return found
    const { words, kept } = found.value
    // Nothing leaves while it rests, and nothing is journalled as if it had.
    const stays = found.value.stays ?? (translator?.state() === 'resting' ? 'resting' : null)
    const outcome = kept ? 'kept' : stays
    if (outcome) await note(tx, 'translation.asked', words, { ...wanted, outcome }, now())
    return ok({ words, kept, stays })
  })
  const { words, kept, stays } = valueOf(first, context.requestId)
  if (kept) return { kept, cause: null }
  if (!translator || stays) return { kept: null, cause: stays ?? 'none' }
  const wait = rates.admit('translation', context.organizationId, now())
  if (wait > 0) throw refusalError('SLOW_DOWN', context.requestId, { retryAfterSeconds: wait })

  const { text, names, language: from } = words
  const { host, isUnderAgreement } = translator.about
  const leaves = { ...wanted, from, host, characters: text.length, isMasked: !isUnderAgreement }
  // Committed before it leaves: whatever becomes of the message, or of this process, it is told that its words went out.
  await db.transaction(context, (tx) => note(tx, 'translation.sent', words, leaves, now()))
  const answer = await translator.translate({ text, names, from, to: language })
  const last = await db.transaction(context, async (tx): Promise<Result<Translated, Refusal>> => {
    // Read again: it may have got a label, or become a matter of danger, while it was away. Or it is no longer there for this reader.
    const found = await find(tx, translator, wanted)
    const cause = !answer.ok ? answer.refusal : found.ok ? found.value.stays : null
    const outcome = cause ?? (found.ok ? 'translated' : 'gone')
    await note(tx, 'translation.asked', words, { ...wanted, outcome }, now())
    if (!found.ok) return found
    tx.afterCommit(() => hub.wake(context.organizationId))
    if (!answer.ok || cause) return ok({ kept: null, cause })
    const made = { messageId, from, ...answer.value, madeAt: now() }
    await keepTranslation(tx, { ...made, language, staffId: staff.id })
    return ok({ kept: made, cause: null })
  })
  return valueOf(last, context.requestId)
}

async function find(
  tx: Transaction,
  translator: Translator | null,
  { messageId, language }: Wanted,
): Promise<Result<Found, Refusal>> {
  const words = await wordsOfMessage(tx, messageId)
  if (!words) return refuse('NOT_FOUND')
  const kept = await translationOf(tx, { messageId, from: words.language, language })
  if (!translator) return ok({ words, kept, stays: 'none' })
  const isOn = await translates(tx)
  const { isUnderAgreement } = translator.about
  return ok({ words, kept, stays: isOn ? whyItStays(words, { language, isUnderAgreement }) : 'switched-off' })
}

/**
 * `sent`: what leaves, and where to. `asked`: what came of it; `outcome` is `kept` or why it stayed, where nothing left, and `gone` where the
 * message was not there any more for who asked.
 */
const note = (
  tx: Transaction,
  event: 'translation.sent' | 'translation.asked',
  words: Pick<HeardMessage, 'conversationId' | 'patientId'>,
  { messageId, language, ...detail }: Wanted & JournalDetail,
  now: Date,
): Promise<void> =>
  journal(
    tx,
    {
      event,
      action: 'E',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId: words.conversationId,
      patientIds: [words.patientId],
      fieldClasses: ['service'],
      detail: { ...detail, to: language },
    },
    now,
  )

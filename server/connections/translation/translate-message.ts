/**
 * A message of a patient in the language of a reader of the staff (decision 0247): sent out once, looked at, and kept beside its original, so
 * that colleagues read it without sending it again. Nobody else reads it, and nothing is decided by it.
 */
import type { Refusal } from '#contract/refusal.ts'
import { wordsToTranslate, type WordsToTranslate } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { whyItStays } from './may-leave.ts'
import type { TranslationCause, Translator } from './open-translator.ts'
import { keepTranslation, translates, translationOf, type KeptTranslation } from './translation-store.ts'

type Wanted = { messageId: string; language: string }
type Found = { words: WordsToTranslate; kept: KeptTranslation | undefined; stays: TranslationCause | null }
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
    if (found.ok && (found.value.kept || found.value.stays)) await note(tx, wanted, found.value, {}, now())
    return found
  })
  const { words, kept, stays } = valueOf(first, context.requestId)
  if (kept) return { kept, cause: null }
  if (!translator || stays) return { kept: null, cause: stays ?? 'none' }
  const wait = rates.admit('translation', context.organizationId, now())
  if (wait > 0) throw refusalError('SLOW_DOWN', context.requestId, { retryAfterSeconds: wait })

  const { text, names, language: from } = words
  const answer = await translator.translate({ text, names, from, to: language })
  const last = await db.transaction(context, async (tx): Promise<Result<Translated, Refusal>> => {
    // Read again: it may have got a label, or become a matter of danger, while it was away.
    const found = await find(tx, translator, wanted)
    if (!found.ok) return found
    const cause = answer.ok ? found.value.stays : answer.refusal
    const { host, isUnderAgreement } = translator.about
    const left = { host, from, characters: text.length, isMasked: !isUnderAgreement, outcome: cause ?? 'translated' }
    await note(tx, wanted, found.value, left, now())
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
  const words = await wordsToTranslate(tx, messageId)
  if (!words) return refuse('NOT_FOUND')
  const kept = await translationOf(tx, { messageId, from: words.language, language })
  if (!translator) return ok({ words, kept, stays: 'none' })
  const isOn = await translates(tx)
  const { isUnderAgreement } = translator.about
  return ok({ words, kept, stays: isOn ? whyItStays(words, { language, isUnderAgreement }) : 'switched-off' })
}

/** What left, and what became of it; `outcome`: `kept` or why it stayed, where nothing left. */
const note = (
  tx: Transaction,
  { messageId, language }: Wanted,
  { words, kept, stays }: Found,
  left: Record<string, string | number | boolean>,
  now: Date,
): Promise<void> =>
  journal(
    tx,
    {
      event: 'translation.asked',
      action: 'E',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId: words.conversationId,
      patientIds: [words.patientId],
      fieldClasses: ['service'],
      detail: { outcome: kept ? 'kept' : (stays ?? 'translated'), to: language, ...left },
    },
    now,
  )

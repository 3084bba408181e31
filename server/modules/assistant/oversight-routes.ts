/** The summary of a hand-off, what is to be reviewed, and the overview: every reading of a patient's words is journalled. */
import { implement } from '@orpc/server'
import { oversight } from '#contract/oversight.ts'
import { summarize } from '#engines/assistant/summary.ts'
import { reasonOf } from '#engines/triage/reason.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { readOverview } from './overview.ts'
import { replay } from './replay.ts'
import * as reviews from './review-store.ts'
import { factsOfSummary } from './summary-store.ts'

const on = implement(oversight).$context<RouteContext>()

export const oversightRoutes = on.router({
  summary: on.summary.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const { conversationId, language } = input
      const facts = await factsOfSummary(tx, conversationId, now)
      if (facts === undefined) return refuse('NOT_FOUND')
      if (facts === null) return ok({ lines: [] })
      await journal(
        tx,
        {
          event: 'hand-off.summary-read',
          action: 'R',
          resourceKind: 'conversation',
          resourceId: conversationId,
          conversationId,
          patientIds: [facts.patientId],
          fieldClasses: ['identity', 'service', 'clinical'],
        },
        now,
      )
      const lines = summarize(facts, language, nameOfLanguage(facts.language, language))
      return ok({ lines: lines.map((line) => ({ ...line, seq: facts.seqOf.get(line.messageId) ?? 0 })) })
    }),
  ),

  overview: on.overview.handler(({ input, context: route }) =>
    inTransaction(route, ({ tx, now }) => readOverview(tx, input, now)),
  ),

  toReview: on.toReview.handler(({ context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const { rows, left } = await reviews.listToReview(tx, now)
      if (rows.length > 0)
        await journal(
          tx,
          {
            event: 'decision.listed',
            action: 'R',
            resourceKind: 'message',
            patientIds: rows.map(({ patientId }) => patientId),
            fieldClasses: ['service', 'clinical'],
            detail: { rows: rows.length },
          },
          now,
        )
      return ok({ items: rows.map(presentDecision), left })
    }),
  ),

  replay: on.replay.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const { messageId } = input
      const sampled = await reviews.findSampled(tx, messageId)
      const read = sampled && (await replay(tx, messageId))
      if (!read) return refuse('NOT_FOUND')
      await journal(
        tx,
        {
          event: 'decision.replayed',
          action: 'R',
          resourceKind: 'message',
          resourceId: messageId,
          conversationId: sampled.conversationId,
          patientIds: [sampled.patientId],
          fieldClasses: ['service', 'clinical'],
          detail: { differs: read.differs },
        },
        now,
      )
      const { triage } = read.now
      const why = { en: triage.reason, es: reasonOf(triage, 'es') }
      return ok({ differs: read.differs, changed: read.changed, urgency: triage.urgency, why })
    }),
  ),

  review: on.review.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const { staff } = route
      if (!staff) throw refusalError('NOT_ALLOWED', route.context.requestId)
      const { messageId, verdict } = input
      const sampled = await reviews.findSampled(tx, messageId)
      if (!sampled) return refuse('NOT_FOUND')
      const said = verdict.agrees ? { wrong: [], reason: null } : { wrong: verdict.wrong, reason: verdict.reason }
      const review = { ...sampled, ...said, messageId, agrees: verdict.agrees, reviewerId: staff.id }
      if (!(await reviews.insertReview(tx, review, now))) return refuse('CHANGED_MEANWHILE')
      await journal(
        tx,
        {
          event: 'decision.reviewed',
          action: 'C',
          resourceKind: 'message',
          resourceId: messageId,
          conversationId: sampled.conversationId,
          patientIds: [sampled.patientId],
          fieldClasses: ['service', 'clinical'],
          detail: { agrees: verdict.agrees, because: sampled.because, wrong: [...said.wrong] },
        },
        now,
      )
      return ok({ messageId })
    }),
  ),
})

/** As the reader calls it; a code that is no language stays as it is. */
function nameOfLanguage(code: string, reader: string): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

function presentDecision({
  messageId,
  conversationId,
  at,
  because,
  text,
  language,
  urgency,
  ...row
}: reviews.ToReview) {
  const { isUnderstood, result, assistant } = row
  return {
    messageId,
    conversationId,
    at: at.toISOString(),
    because,
    words: text,
    language,
    urgency,
    why: isUnderstood ? { en: result.triage.reason, es: reasonOf(result.triage, 'es') } : null,
    intents: isUnderstood ? result.intents.map(({ name }) => name) : [],
    tones: isUnderstood ? result.emotions.tones.map(({ tone }) => tone) : [],
    assistant,
    engines: isUnderstood
      ? Object.entries(result.engine_versions).map(([engine, version]) => `${engine} ${version}`)
      : [],
  }
}

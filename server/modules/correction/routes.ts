/** Procedures of corrections. Nothing that the engines said is changed; every label and every export is journalled by codes. */
import { implement } from '@orpc/server'
import { correction, EXPORT_MAX } from '#contract/correction.ts'
import { canMask, maskIdentifiers } from '#engines/deid/mask.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse } from '#server/platform/result.ts'
import { inTransaction, refusalError, type RouteContext } from '#server/platform/route-context.ts'
import * as store from './store.ts'

const on = implement(correction).$context<RouteContext>()

/** Characters of a text that are exported. */
const TEXT_MAX = 4_000

export const correctionRoutes = on.router({
  save: on.save.handler(({ input, context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const { staff } = route
      if (!staff) throw refusalError('NOT_ALLOWED', route.context.requestId)
      const { messageId, correction: said } = input
      const read = await store.findRead(tx, messageId)
      if (!read) return refuse('NOT_FOUND')
      const { conversationId, patientId } = read
      const label = { id: newId(now.getTime()), messageId, ...said, staffId: staff.id }
      await store.insertLabel(tx, label, now)
      await journal(
        tx,
        {
          event: 'understanding.corrected',
          action: 'C',
          resourceKind: 'message',
          resourceId: messageId,
          conversationId,
          patientIds: [patientId],
          fieldClasses: ['service'],
          detail: { what: said.what, value: said.value ?? 'none' },
        },
        now,
      )
      tx.afterCommit(() => route.hub.wake(tx.context.organizationId))
      return ok({ messageId })
    }),
  ),

  export: on.export.handler(({ context: route }) =>
    inTransaction(route, async ({ tx, now }) => {
      const { rows: labelled, left } = await store.labelledMessages(tx, EXPORT_MAX)
      // A text in which no names would be found stays (decision 0263).
      const rows = labelled.filter(({ text }) => canMask(text))
      await journal(
        tx,
        {
          event: 'understanding.corrections-exported',
          action: 'R',
          resourceKind: 'message',
          patientIds: rows.map(({ patientId }) => patientId),
          fieldClasses: ['service', 'clinical'],
          detail: { rows: rows.length },
        },
        now,
      )
      return ok({ lines: rows.map(lineOf), left })
    }),
  ),
})

function lineOf({ text, names, labels, result, isUnderstood }: store.Labelled) {
  const { intent, language, tone } = labels
  return {
    text: maskIdentifiers(text.slice(0, TEXT_MAX), names),
    ...(language ? { language } : {}),
    ...(intent ? { intents: [intent] } : {}),
    ...(tone ? { tones: [tone] } : {}),
    read: isUnderstood
      ? {
          language: result.language.code,
          intents: result.intents.map(({ name }) => name),
          tones: result.emotions.tones.map(({ tone: one }) => one),
        }
      : { language: 'und', intents: [], tones: [] },
    engines: isUnderstood
      ? Object.entries(result.engine_versions).map(([engine, version]) => `${engine} ${version}`)
      : [],
  }
}

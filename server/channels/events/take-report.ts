/** A report of a system outside takes effect: once for each of its ids, in one transaction (decision 0188). */
import { createHash } from 'node:crypto'
import type * as z from 'zod'
import { Report } from '#contract/event-source.ts'
import { takeReportedEvent } from '#server/modules/conversation/index.ts'
import { systemContext, type Context } from '#server/platform/context.ts'
import { cleanText } from '#server/platform/clean-text.ts'
import { refusalError, valueOf, type Services } from '#server/platform/route-context.ts'
import { parseStrictJson } from '#server/platform/strict-json.ts'
import { keepReport, type Source } from './event-source.ts'

/**
 * Refusals: INVALID_INPUT, field `body` (no report) or `webhook-id` (this id brought another one before); NOT_ALLOWED (of a kind that the
 * source may not report); NOT_FOUND (no such conversation or patient). What was refused left nothing behind: the same id may come again.
 */
export async function takeReport(
  { db, jobs, hub, now }: Services,
  source: Source,
  { reportId, body, requestId }: { reportId: string; body: Buffer; requestId: string },
): Promise<void> {
  const report = readReport(body)
  if (!report) throw refusalError('INVALID_INPUT', requestId, { field: 'body' })
  const { kind, about } = report
  if (!source.kinds.includes(kind)) throw refusalError('NOT_ALLOWED', requestId)
  const context: Context = {
    ...systemContext(source.organizationId, requestId, 'event-webhook'),
    actor: { kind: 'client', id: source.id },
    role: 'client',
  }
  const digest = createHash('sha256').update(body).digest()
  await db.transaction(context, async (tx) => {
    const at = now()
    const kept = await keepReport(tx, { sourceId: source.id, reportId, digest, kind }, at)
    if (kept === 'repeated') return
    if (kept === 'changed') throw refusalError('INVALID_INPUT', requestId, { field: 'webhook-id' })
    valueOf(await takeReportedEvent({ tx, jobs, hub, now: at }, { kind, about }), requestId)
  })
}

/** Exactly what a source may say: no name twice, and no character that no text of the database holds. */
export function readReport(body: Buffer): z.infer<typeof Report> | undefined {
  try {
    return Report.safeParse(cleanText(parseStrictJson(body.toString()))).data
  } catch {
    return undefined
  }
}

/** A test message: through the gate, to the carrier at once, and what it says of it to whoever waits at the screen (decision 0116). */
import { decideTestText, loadRouting, testTextMessage } from '#server/modules/conversation/index.ts'
import { journal } from '#server/platform/journal.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { RouteContext } from '#server/platform/route-context.ts'
import { openNumber } from './own-number.ts'
import { sendSms } from './send-sms.ts'

type Told = { outcome: 'handed_over' | 'failed' | 'unknown' | 'refused'; cause: string | null }

export async function sendTest(
  { db, keys, context, now }: RouteContext,
  { smsNumberId, to }: { smsNumberId: string; to: string },
  outbound: OutboundRules,
): Promise<Result<Told, 'NOT_FOUND'>> {
  const tell = (event: string, detail: Record<string, string>) =>
    db.transaction(context, (tx) =>
      journal(tx, { event, action: 'E', resourceKind: 'sms-number', resourceId: smsNumberId, detail }, now()),
    )
  const asked = await db.transaction(context, async (tx) => {
    const [organization] = await tx.run<{ name: string }>(`select name from organization where organization_id = $1`, [
      context.organizationId,
    ])
    const { sites } = await loadRouting(tx, now())
    const text = testTextMessage(sites[0]?.language ?? 'en', organization?.name ?? '')
    return { from: await openNumber(tx, keys, smsNumberId), decision: await decideTestText(tx, to), text }
  })
  const { from, decision, text } = asked
  if (!from) return refuse('NOT_FOUND')
  if (decision.do !== 'allow') {
    await tell('sms-number.test-refused', { cause: decision.reason })
    return ok({ outcome: 'refused', cause: decision.reason })
  }
  // Told before the carrier is called: what happens after a crash is known to have been tried.
  await tell('sms-number.test-sent', {})
  const report = await sendSms({ from, to, text, pictures: [], statusUrl: null }, outbound)
  const cause = report.state === 'handed_over' ? null : report.cause
  await tell('sms-number.test-answered', { state: report.state, ...(cause ? { cause } : {}) })
  return ok({ outcome: report.state, cause })
}

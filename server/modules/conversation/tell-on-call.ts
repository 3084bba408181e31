/**
 * Nobody has accepted a red flag: whoever is on call hears of it where he is, by mail and, where he gave a number, by text message (desk-D3, decision
 * 0229). What is said names no patient and holds no word of one. His telephone rings as well (server/modules/call/alert-call.ts).
 */
import { sendNotice } from '#server/modules/notice/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type OnCallDeps = { tx: Transaction; jobs: Jobs; keys: Keys; publicUrl: string; now: Date }

/** A job that comes twice tells once, and once more where the alert asks again; one that comes after somebody has accepted tells nobody. */
export async function tellOnCall({ tx, jobs, keys, publicUrl, now }: OnCallDeps, alertId: string): Promise<void> {
  for (const { id, email, number, language, askedAt } of await whoIsOnCall(tx, alertId)) {
    const ways = { email, sms: number }
    for (const system of ['email', 'sms'] as const) {
      const address = ways[system]
      if (address === null) continue
      await sendNotice({ jobs, keys, now }, tx, {
        key: `alert-waits:${alertId}:${id}:${system}:${askedAt.getTime()}`,
        system,
        address,
        language,
        template: 'alert-waits',
        values: { link: `${publicUrl}/desk/inbox/red-flags` },
      })
    }
  }
}

type OnCall = { id: string; email: string; number: string | null; language: 'en' | 'es'; askedAt: Date }

/** Of those who were asked: who is on call, and where he is found. Nobody once somebody has accepted. */
export const whoIsOnCall = (tx: Transaction, alertId: string): Promise<OnCall[]> =>
  tx.run<OnCall>(ON_CALL, [tx.context.organizationId, alertId])

const ON_CALL = sqlText`
  select s.id, s.email, s.on_call_number as number, coalesce(a.asked_again_at, a.raised_at) as "askedAt",
    case when 'en' = any (s.languages) or not 'es' = any (s.languages) then 'en' else 'es' end as language
    from safety_alert a
    join staff_member s on s.organization_id = $1 and s.id = any (a.audience) and s.state = 'active' and 'on_call' = any (s.duties)
   where a.organization_id = $1 and a.id = $2 and a.accepted_at is null
   order by s.id`

/**
 * Who leads the desk asks somebody who is away to come in, by mail and, where he gave a number, by text message (desk, section 4). It says where, and
 * nothing of a patient.
 */
import { sendNotice } from '#server/modules/notice/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { peopleAtWork } from './at-work.ts'
import { CALLED_IN_AGAIN_MIN } from './rules.ts'

export type CallInDeps = { tx: Transaction; jobs: Jobs; keys: Keys; publicUrl: string; now: Date }

/** The transaction sees every label: whether somebody is at work counts the work of all. */
export async function callIn(
  { tx, jobs, keys, publicUrl, now }: CallInDeps,
  staffId: string,
): Promise<Result<{ calledInAt: string }, 'NOT_FOUND' | 'STATE_NOT_ALLOWED' | 'OUTBOUND_OFF'>> {
  const { organizationId } = tx.context
  const { people } = await peopleAtWork(tx, now)
  const person = people.find((one) => one.staffId === staffId)
  if (!person) return refuse('NOT_FOUND')
  if (!person.mayBeCalledIn) return refuse('STATE_NOT_ALLOWED')
  const [asked] = await tx.run<Asked>(ASKED, [organizationId, staffId])
  if (!asked?.outboundOn) return refuse('OUTBOUND_OFF')
  const claimed = await tx.run(CLAIM, [
    organizationId,
    staffId,
    now,
    new Date(now.getTime() - CALLED_IN_AGAIN_MIN * 60_000),
  ])
  // Somebody else asked in this moment.
  if (claimed.length === 0) return refuse('STATE_NOT_ALLOWED')
  const { email, number, language } = asked
  for (const [system, address] of [
    ['email', email],
    ['sms', number],
  ] as const)
    // prettier-ignore
    if (address !== null)
      await sendNotice({ jobs, keys, now }, tx, {
        key: `call-in:${staffId}:${now.getTime()}:${system}`,
        system,
        address,
        language,
        template: 'called-in',
        values: { link: `${publicUrl}/desk` },
      })
  const detail = { text: number !== null }
  await journal(tx, { event: 'staff.called-in', action: 'E', resourceKind: 'staff', resourceId: staffId, detail }, now)
  return ok({ calledInAt: now.toISOString() })
}

type Asked = { email: string; number: string | null; language: string; outboundOn: boolean }

const ASKED = sqlText`
  select s.email, s.on_call_number as number, o.outbound_on as "outboundOn",
    case when 'en' = any (s.languages) or not 'es' = any (s.languages) then 'en' else 'es' end as language
    from staff_member s join organization o on o.organization_id = $1
   where s.organization_id = $1 and s.id = $2`

const CLAIM = sqlText`
  insert into availability as a (organization_id, staff_id, called_in_at) values ($1, $2, $3)
  on conflict (organization_id, staff_id) do update set called_in_at = excluded.called_in_at
   where a.called_in_at is null or a.called_in_at <= $4
  returning called_in_at`

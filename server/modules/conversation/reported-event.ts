/**
 * What a system outside reported of a patient or a conversation (decision 0188): what was put aside for it comes back at once (desk-D17), and
 * rules are asked in each conversation that is still under way (desk-D68).
 */
import type { ReportedEvent } from '#engines/rules/rule.ts'
import { noteCause } from '#server/modules/rule/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { keepDue } from './due.ts'
import { noteChange } from './note-change.ts'
import { lockWhereItLeads } from './move-store.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }
export type About = { conversationNumber: string } | { recordNumber: string }

/** Of one patient: those that wait for it first, then the newest. */
const CONVERSATIONS_MAX = 50

export async function takeReportedEvent(
  deps: Deps,
  { kind, about }: { kind: ReportedEvent; about: About },
): Promise<Result<{ woken: number }, 'NOT_FOUND'>> {
  const { tx, hub, now } = deps
  const { organizationId } = tx.context
  const found =
    'recordNumber' in about
      ? await tx.run<Found>(OF_PATIENT, [organizationId, about.recordNumber, kind, CONVERSATIONS_MAX])
      : await tx.run<Found>(BY_NUMBER, [organizationId, about.conversationNumber.toUpperCase()])
  const [first] = found
  if (!first) return refuse('NOT_FOUND')
  const ids = found.flatMap(({ id }) => (id === null ? [] : [id])).toSorted()
  let woken = 0
  const isNamed = 'conversationNumber' in about
  for (const id of ids) if (await tellConversation(deps, { kind, isNamed }, id)) woken += 1
  // Nothing is under way: that it was reported is kept of the patient all the same.
  if (ids.length === 0)
    await journal(tx, { ...reported(kind), conversationId: null, patientIds: [first.patientId] }, now)
  tx.afterCommit(() => hub.wake(organizationId))
  return ok({ woken })
}

type Found = { id: string | null; patientId: string | null }

/** @returns whether it was put aside for this, and came back. */
async function tellConversation(
  { tx, jobs, now }: Deps,
  { kind, isNamed }: { kind: ReportedEvent; isNamed: boolean },
  id: string,
): Promise<boolean> {
  const { organizationId } = tx.context
  const conversation = await lockWhereItLeads(tx, id)
  if (!conversation) return false
  const conversationId = conversation.id
  const woken = await tx.run(WAKE_FOR, [organizationId, conversationId, now, kind])
  if (woken.length > 0) {
    await noteChange({ tx, jobs, now }, conversation, 'conversation.woke', {})
    await journal(
      tx,
      {
        event: 'conversation.woke',
        action: 'U',
        resourceKind: 'conversation',
        resourceId: conversationId,
        conversationId,
        detail: { reported: kind },
      },
      now,
    )
  }
  const isAwaited = woken.length > 0 || isNamed
  // After it came back, as a simulation reads it.
  await journal(
    tx,
    { ...reported(kind), conversationId, patientIds: [conversation.patientId], detail: { isAwaited } },
    now,
  )
  if (isAwaited) await keepDue({ tx, now }, conversationId)
  const cause = { trigger: 'event-reported', conversationId, reported: kind, before: null } as const
  await noteCause({ tx, jobs, now }, cause)
  return woken.length > 0
}

const reported = (kind: ReportedEvent) =>
  ({ event: `event.reported.${kind}`, action: 'E', resourceKind: 'reported-event' }) as const

const WAKE_FOR = sqlText`
  update conversation
     set state = 'open', snoozed_until = null, snoozed_for = null, version = version + 1, unread_since = coalesce(unread_since, $3), last_message_at = $3
   where organization_id = $1 and id = $2 and state = 'snoozed' and snoozed_for = $4
  returning id`

const BY_NUMBER = sqlText`
  select id, patient_id as "patientId" from conversation where organization_id = $1 and number = $2`

const OF_PATIENT = sqlText`
  select c.id, p.id as "patientId" from patient p
    left join lateral (
      select id, state, snoozed_for, last_message_at from conversation
       where organization_id = $1 and patient_id = p.id and state in ('open', 'waiting', 'snoozed')
       order by (state = 'snoozed' and snoozed_for = $3) desc, last_message_at desc limit $4) c on true
   where p.organization_id = $1 and p.record_number = $2`

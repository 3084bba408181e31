/** The red-flag alert: a person must accept it; until then it climbs the ladder, a step each minute (desk-D3). */
import type { Worded } from '#engines/triage/wording.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { keepDue } from './due.ts'
import { opensTo, STAFF_MAY_OPEN } from './policy.ts'
import { LADDER, LADDER_STEP_SECONDS } from './rules.ts'
import { keptReason } from './worded-reason.ts'

type AlertDeps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

export type NewAlert = { conversationId: string; messageId: string; kind: 'triage' | 'crisis'; reason: Worded }

/** Raises an alert. While one is open in this conversation that one is already asking; where it has asked everybody, it asks once more. */
export async function raiseAlert(deps: AlertDeps, alert: NewAlert): Promise<void> {
  const { tx, jobs, now } = deps
  const id = newId(now.getTime())
  const next = new Date(now.getTime() + LADDER_STEP_SECONDS * 1000)
  const { step, added: audience } = await nextStep(tx, alert.conversationId, 0, [])
  const [reason, reasonInSpanish] = keptReason(alert.reason)
  const rows = await tx.run(INSERT_ALERT, [
    tx.context.organizationId,
    id,
    alert.conversationId,
    alert.messageId,
    alert.kind,
    reason,
    audience,
    now,
    next,
    step,
    reasonInSpanish,
  ])
  if (rows.length === 0) return askAgain(deps, alert.conversationId)
  await jobs.send(tx, 'alert-ladder', { organizationId: tx.context.organizationId, id }, { startAfter: next })
  if (step === LAST_STEP) await jobs.send(tx, 'tell-on-call', { organizationId: tx.context.organizationId, id })
  await journal(
    tx,
    {
      event: 'alert.raised',
      action: 'C',
      resourceKind: 'safety-alert',
      resourceId: id,
      conversationId: alert.conversationId,
      detail: { kind: alert.kind, step: LADDER[step] ?? 'none', audience },
    },
    now,
  )
}

/** A new danger where the ladder has ended and nobody has accepted: everybody who is on duty now, and who is on call, is asked at once. */
async function askAgain({ tx, jobs, hub, now }: AlertDeps, conversationId: string): Promise<void> {
  const { organizationId } = tx.context
  const before = new Date(now.getTime() - ASKED_AGAIN_AFTER_MIN * 60_000)
  const [alert] = await tx.run<{ id: string; audience: string[] }>(LOCK_ENDED_ALERT, [
    organizationId,
    conversationId,
    before,
    LAST_STEP,
  ])
  if (!alert) return
  const added = await onDuty(tx, conversationId, LAST_STEP, alert.audience)
  await tx.run(ASK_AGAIN, [organizationId, alert.id, [...alert.audience, ...added], now])
  await jobs.send(tx, 'tell-on-call', { organizationId, id: alert.id })
  await journal(
    tx,
    {
      event: 'alert.climbed',
      action: 'U',
      resourceKind: 'safety-alert',
      resourceId: alert.id,
      conversationId,
      detail: { step: LADDER[LAST_STEP] ?? 'none', audience: added },
    },
    now,
  )
  tx.afterCommit(() => hub.wake(organizationId))
}

/** Who writes ten words of fear in ten messages wakes nobody ten times. */
const ASKED_AGAIN_AFTER_MIN = 10

/** One step up the ladder, if nobody has accepted. A job that comes twice, or late, finds the step taken and does nothing. */
export async function climbLadder({ tx, jobs, hub, now }: AlertDeps, alertId: string): Promise<void> {
  const [alert] = await tx.run<{ step: number; audience: string[]; conversation_id: string }>(LOCK_OPEN_ALERT, [
    tx.context.organizationId,
    alertId,
    now,
  ])
  if (!alert) return
  const { step, added } = await nextStep(tx, alert.conversation_id, alert.step + 1, alert.audience)
  const isLast = step === LAST_STEP
  const audience = [...alert.audience, ...added]
  const next = isLast ? null : new Date(now.getTime() + LADDER_STEP_SECONDS * 1000)
  await tx.run(CLIMB, [tx.context.organizationId, alertId, step, audience, next])
  if (next)
    await jobs.send(
      tx,
      'alert-ladder',
      { organizationId: tx.context.organizationId, id: alertId },
      { startAfter: next },
    )
  if (isLast) await jobs.send(tx, 'tell-on-call', { organizationId: tx.context.organizationId, id: alertId })
  await journal(
    tx,
    {
      event: 'alert.climbed',
      action: 'U',
      resourceKind: 'safety-alert',
      resourceId: alertId,
      conversationId: alert.conversation_id,
      detail: { step: LADDER[step] ?? 'none', audience: added },
    },
    now,
  )
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
}

/**
 * In a transaction of every label: somebody accepts an emergency whose words are not for them. Its conversation is given to whom it
 * opens for only.
 */
export async function acceptAlert(
  { tx, hub, now }: AlertDeps,
  alertId: string,
  staff: { id: string; labels: readonly string[] },
  way: 'desk' | 'telephone' = 'desk',
): Promise<Result<{ conversationId: string }, 'NOT_FOUND' | 'ALREADY_ACCEPTED'>> {
  const [accepted] = await tx.run<{ conversationId: string; patientId: string | null; seconds: number }>(ACCEPT, [
    tx.context.organizationId,
    alertId,
    staff.id,
    now,
    staff.labels,
    way === 'telephone',
  ])
  if (!accepted) {
    const [known] = await tx.run(`select from safety_alert where organization_id = $1 and id = $2`, [
      tx.context.organizationId,
      alertId,
    ])
    return refuse(known ? 'ALREADY_ACCEPTED' : 'NOT_FOUND')
  }
  await journal(
    tx,
    {
      event: 'alert.accepted',
      action: 'U',
      resourceKind: 'safety-alert',
      resourceId: alertId,
      conversationId: accepted.conversationId,
      patientIds: [accepted.patientId],
      detail: { seconds: Math.round(accepted.seconds), way },
    },
    now,
  )
  await keepDue({ tx, now }, accepted.conversationId)
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
  return ok({ conversationId: accepted.conversationId })
}

/** Whether somebody has it; undefined: there is no such alert. */
export async function alertState(
  tx: Transaction,
  alertId: string,
): Promise<{ conversationId: string; acceptedBy: string | null } | undefined> {
  const [alert] = await tx.run<{ conversationId: string; acceptedBy: string | null }>(
    `select conversation_id as "conversationId", accepted_by as "acceptedBy" from safety_alert where organization_id = $1 and id = $2`,
    [tx.context.organizationId, alertId],
  )
  return alert
}

const LAST_STEP = LADDER.length - 1

/** The first step from here that asks somebody: where nobody is on duty there is nobody to give a minute to. The last is taken even so. */
async function nextStep(
  tx: Transaction,
  conversationId: string,
  from: number,
  asked: readonly string[],
): Promise<{ step: number; added: string[] }> {
  for (let step = from; step < LAST_STEP; step++) {
    const added = await onDuty(tx, conversationId, step, asked)
    if (added.length > 0) return { step, added }
  }
  return { step: LAST_STEP, added: await onDuty(tx, conversationId, LAST_STEP, asked) }
}

/**
 * Who is asked at a step: one nurse, another nurse, every supervisor, then everybody on duty and whoever has the duty to be on call,
 * also at home (tell-on-call.ts). Of a labelled conversation those are asked first who may open it.
 */
async function onDuty(
  tx: Transaction,
  conversationId: string,
  step: number,
  asked: readonly string[],
): Promise<string[]> {
  const [roles, limit] = STEP_ASKS[step] ?? STEP_ASKS[STEP_ASKS.length - 1] ?? [['nurse'], 1]
  const isOnCall = step === LAST_STEP
  const values = [tx.context.organizationId, roles, asked, limit, isOnCall, conversationId]
  const rows = await tx.run<{ id: string }>(ON_DUTY, values)
  return rows.map(({ id }) => id)
}

const STEP_ASKS: readonly (readonly [readonly string[], number])[] = [
  [['nurse'], 1],
  [['nurse'], 1],
  [['supervisor'], 5],
  [['nurse', 'clinician', 'supervisor'], 50],
]

const ON_DUTY = `
  select s.id
    from staff_member s
   where s.organization_id = $1 and s.role = any ($2) and s.state = 'active' and (s.on_duty or ($5 and 'on_call' = any (s.duties)))
     and s.id <> all ($3::uuid[])
   order by ($5 and 'on_call' = any (s.duties)) desc, (select ${STAFF_MAY_OPEN} from conversation c where c.organization_id = $1 and c.id = $6) desc nulls last,
     (select count(*) from safety_alert a where a.organization_id = $1 and a.accepted_at is null and s.id = any (a.audience)), s.id
   limit $4`

const INSERT_ALERT = sqlText`
  insert into safety_alert (organization_id, id, conversation_id, message_id, urgency, kind, reason, reason_es, audience, raised_at, next_step_at, step)
  select $1, $2, $3, $4, 'stat', $5, $6, $11, $7::uuid[], $8, $9, $10
   where not exists (select from safety_alert where organization_id = $1 and conversation_id = $3 and accepted_at is null)
  returning id`

const LOCK_OPEN_ALERT = sqlText`
  select step, audience, conversation_id from safety_alert
   where organization_id = $1 and id = $2 and accepted_at is null and next_step_at <= $3
     for update`

const LOCK_ENDED_ALERT = sqlText`
  select id, audience from safety_alert
   where organization_id = $1 and conversation_id = $2 and accepted_at is null and step = $4 and coalesce(asked_again_at, raised_at) < $3
     for update`

const ASK_AGAIN = sqlText`
  update safety_alert set audience = $3::uuid[], asked_again_at = $4 where organization_id = $1 and id = $2`

const CLIMB = sqlText`
  update safety_alert set step = $3, audience = $4::uuid[], next_step_at = $5 where organization_id = $1 and id = $2`

const ACCEPT = `
  with accepted as (
    update safety_alert set accepted_by = $3, accepted_at = $4, accepted_by_phone = $6, next_step_at = null
     where organization_id = $1 and id = $2 and accepted_at is null
    returning conversation_id, raised_at
  ), taken as (
    update conversation c
       set assignee_id = case when c.assignment = 'offered' then $3 else coalesce(c.assignee_id, $3) end, assignment = 'assigned',
           version = c.version + 1
      from accepted where c.organization_id = $1 and c.id = accepted.conversation_id and ${opensTo('$5')}
  )
  select accepted.conversation_id as "conversationId", c.patient_id as "patientId",
         extract(epoch from $4 - accepted.raised_at)::float as seconds
    from accepted join conversation c on c.organization_id = $1 and c.id = accepted.conversation_id`

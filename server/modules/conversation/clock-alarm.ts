/**
 * Tells that a conversation will soon be overdue, or is: the one who has it, and somebody present who can act (desk-D29); without a word of it,
 * those who can find somebody, where nobody may open it.
 *
 * The conversation keeps when to look at it next (`look_at`); every process watches for those moments. The clocks are computed again
 * then. One that was moved, paused or met meanwhile has nothing to tell; what was told is in the journal, so a second look tells nothing.
 */
import type { Clock } from '#engines/sla/clocks.ts'
import { sendNotice } from '#server/modules/notice/index.ts'
import { allDoors } from '#server/modules/organization/index.ts'
import { noteCause } from '#server/modules/rule/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { errorFields, type Log } from '#server/platform/log.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { clocksOf, nextOf } from './due.ts'
import { tellNobodyReads } from './nobody-reads.ts'
import { STAFF_MAY_OPEN } from './policy.ts'
import { lockConversation } from './store.ts'

export type ClockDeps = { db: Database; jobs: Jobs; hub: Hub; keys: Keys; publicUrl: string; now: () => Date }

/** @returns how many clocks there was something to tell of. */
export async function tellClocks(
  { db, jobs, hub, keys, publicUrl, now }: ClockDeps,
  organizationId: string,
  conversationId: string,
  by: 'watch' | 'sweep' = 'watch',
): Promise<number> {
  return db.transaction(systemContext(organizationId, newId(), `clock ${by}`), async (tx) => {
    const at = now()
    const conversation = await lockConversation(tx, conversationId)
    if (!conversation) return 0
    const isOver = conversation.state === 'closed' || conversation.state === 'merged'
    const all = isOver ? [] : await clocksOf(tx, conversationId, at)
    await tx.run(LOOK_AT, [organizationId, conversationId, nextOf(all, at).aheadAt])
    const untold = await untoldOf(tx, conversationId, all)
    if (untold.length === 0) return 0
    const people = await peopleToTell(tx, conversationId)
    const besides =
      people.length > 0 ? [] : await tellNobodyReads({ jobs, keys, publicUrl, now: at }, tx, conversationId)
    for (const { kind, startedAt, dueAt, state } of untold) {
      const event = state === 'breached' ? 'clock.breached' : 'clock.warned'
      await journal(
        tx,
        {
          event,
          action: 'U',
          resourceKind: 'conversation',
          resourceId: conversationId,
          conversationId,
          patientIds: [conversation.patientId],
          detail: { kind, startedAt, dueAt, by, audience: [...people.map(({ id }) => id), ...besides] },
        },
        at,
      )
      await noteCause(
        { tx, jobs, now: at },
        {
          trigger: state === 'breached' ? 'clock-breached' : 'clock-warned',
          conversationId,
          before: null,
          key: `${event}:${kind}:${dueAt}`,
        },
      )
      for (const { id, email, language } of people) {
        await sendNotice({ jobs, keys, now: at }, tx, {
          key: `${event}:${conversationId}:${kind}:${dueAt}:${id}`,
          system: 'email',
          address: email,
          language,
          template: state === 'breached' ? 'clock-breached' : 'clock-warned',
          values: { link: `${publicUrl}/desk/inbox/due-next/${conversationId}` },
        })
      }
    }
    tx.afterCommit(() => hub.wake(organizationId))
    return untold.length
  })
}

/** A conversation that was taken for a look by a process that died is looked at again after this, in milliseconds. */
const TAKEN_MS = 30_000
/** Conversations of one look at an organization; the next look takes the rest. */
const WATCHED_MAX = 100

/** Looks at the conversations whose moment has come, in every organization. A process takes what no other has taken. */
export async function watchClocks(deps: ClockDeps & { log: Log }): Promise<void> {
  const { db, now } = deps
  for (const { organizationId } of await db.withoutOrganization(allDoors)) {
    const at = now()
    const taken = await db.transaction(systemContext(organizationId, newId(), 'watch clocks'), (tx) =>
      tx.run<{ id: string }>(TAKE, [organizationId, at, new Date(at.getTime() + TAKEN_MS), WATCHED_MAX]),
    )
    // One that cannot be told is taken again later, and keeps nobody else waiting.
    for (const { id } of taken)
      await tellClocks(deps, organizationId, id).catch((error: unknown) =>
        deps.log.error('clocks.not-told', errorFields(error)),
      )
  }
}

/** A watch tells within two seconds; what is still untold after this was missed, in milliseconds. */
const MISSED_AFTER_MS = 10_000
/** How far a sweep looks back: some sweeps may have been missed, too. */
const LOOKED_BACK_MS = 3_600_000
/** Conversations of one sweep and organization. */
const SWEPT_MAX = 200

/** Finds deadlines that passed without a word, and tells them late. Expected: none. @returns how many. */
export async function sweepClocks(deps: ClockDeps): Promise<number> {
  const { db, now } = deps
  const until = new Date(now().getTime() - MISSED_AFTER_MS)
  const from = new Date(now().getTime() - LOOKED_BACK_MS)
  let missed = 0
  for (const { organizationId } of await db.withoutOrganization(allDoors)) {
    const rows = await db.transaction(systemContext(organizationId, newId(), 'sweep clocks'), (tx) =>
      tx.run<{ id: string }>(OVERDUE_UNTOLD, [organizationId, from, until, SWEPT_MAX]),
    )
    for (const { id } of rows) missed += await tellClocks(deps, organizationId, id, 'sweep')
  }
  return missed
}

const TAKE = sqlText`
  update conversation set look_at = $3 where organization_id = $1 and id in (
    select id from conversation where organization_id = $1 and look_at <= $2 order by look_at limit $4 for update skip locked)
  returning id`

const LOOK_AT = sqlText`
  update conversation set look_at = $3 where organization_id = $1 and id = $2 and look_at is distinct from $3::timestamptz`

type Told = { event: string; kind: string; dueAt: string }

async function untoldOf(tx: Transaction, conversationId: string, all: readonly Clock[]): Promise<Clock[]> {
  const asking = all.filter(({ state }) => state === 'warning' || state === 'breached')
  if (asking.length === 0) return []
  const told = await tx.run<Told>(TOLD, [tx.context.organizationId, conversationId])
  return asking.filter(({ kind, dueAt, state }) => {
    const event = state === 'breached' ? 'clock.breached' : 'clock.warned'
    return !told.some((one) => one.event === event && one.kind === kind && one.dueAt === dueAt)
  })
}

type Person = { id: string; email: string; language: string }

const peopleToTell = (tx: Transaction, conversationId: string): Promise<Person[]> =>
  tx.run<Person>(PEOPLE, [tx.context.organizationId, conversationId])

const TOLD = sqlText`
  select event, detail->>'kind' as kind, detail->>'dueAt' as "dueAt" from journal
   where organization_id = $1 and conversation_id = $2 and action <> 'R' and event in ('clock.warned', 'clock.breached')
   order by at desc limit 200`

// The owner, and of those on duty who may read it one of its queue; a supervisor where the queue has nobody.
const PEOPLE = `
  with c as (select * from conversation where organization_id = $1 and id = $2),
  able as (
    select s.id, s.email, s.role, s.languages, s.on_duty, exists (
        select from queue_member m where m.organization_id = $1 and m.queue_id = c.queue_id and m.staff_id = s.id) as is_member, c.assignee_id
      from staff_member s, c
     where s.organization_id = $1 and s.state = 'active' and ${STAFF_MAY_OPEN}
  ), told as (
    select id, email, languages from able where id = assignee_id
    union
    (select id, email, languages from able
      where on_duty and id is distinct from assignee_id and (is_member or role = 'supervisor')
      order by is_member desc, id limit 1)
  )
  select id, email, case when 'en' = any (languages) or not 'es' = any (languages) then 'en' else 'es' end as language from told`

const OVERDUE_UNTOLD = sqlText`
  select c.id from conversation c
   where c.organization_id = $1 and c.due_at > $2 and c.due_at <= $3 and c.state in ('open', 'waiting', 'snoozed')
     and not exists (select from journal j
       where j.organization_id = $1 and j.conversation_id = c.id and j.action <> 'R' and j.event = 'clock.breached' and j.at >= c.due_at)
   order by c.due_at limit $4`

/** The SQL of requests that the assistant collects: where each stands, what was said of it, and what was done for it. */
import { mayMove, type Slot, type Slots, type Task, type TaskState } from '#engines/assistant/decide-task.ts'
import type { Offered } from '#engines/assistant/read-slots.ts'
import {
  OPEN_TASKS_MAX,
  PLAIN_SLOTS,
  slotsOf,
  TASK_LASTS_DAYS,
  type SlotName,
  type TaskKind,
} from '#engines/assistant/task-kinds.ts'
import { DAY_MS } from '#engines/calendar/time-zone.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

type Row = Omit<Task, 'slots'> & { slots: (Slot & { name: SlotName })[] | null }

/** Those that are not finished, the one in hand first; what nobody touched for too long is given up (D66). */
export async function openRequests(tx: Transaction, conversationId: string, now: Date): Promise<Task[]> {
  const { organizationId } = tx.context
  await tx.run(GIVE_UP, [organizationId, conversationId, new Date(now.getTime() - TASK_LASTS_DAYS * DAY_MS)])
  const rows = await tx.run<Row>(OPEN, [organizationId, conversationId, OPEN_TASKS_MAX])
  return rows.map(({ slots, ...row }) => ({ ...row, slots: slotMap(slots) }))
}

const slotMap = (rows: Row['slots']): Slots =>
  Object.fromEntries((rows ?? []).map(({ name, ...slot }) => [name, slot])) as Slots

const GIVE_UP = sqlText`
  update assistant_task set state = 'abandoned', pending = null, offered = '[]'
   where organization_id = $1 and conversation_id = $2 and state in ('collecting', 'confirming', 'paused') and updated_at < $3`

const SLOTS = `
  (select json_agg(json_build_object('name', s.name, 'value', s.value, 'shown', s.shown, 'messageId', s.message_id, 'isConfirmed', s.is_confirmed))
     from assistant_slot s where s.organization_id = $1 and s.task_id = t.id) as slots`

const OPEN = `
  select t.id, t.kind, t.state, t.step, t.pending, t.offered, t.tries, t.asked, ${SLOTS}
    from assistant_task t
   where t.organization_id = $1 and t.conversation_id = $2 and t.state in ('collecting', 'confirming', 'paused')
   order by (t.state = 'paused'), t.updated_at desc, t.id desc limit $3`

/** @param from its state before; a state that may not follow is a mistake of ours, and nothing is written. */
export async function saveRequest(
  tx: Transaction,
  conversationId: string,
  task: Task,
  from: TaskState,
  now: Date,
): Promise<void> {
  if (!mayMove(from, task.state)) throw new Error(`a request that is ${from} does not become ${task.state}`)
  const { organizationId } = tx.context
  const offered: readonly Offered[] = task.offered
  await tx.run(SAVE, [
    organizationId,
    task.id,
    conversationId,
    task.kind,
    task.state,
    task.step,
    task.pending,
    JSON.stringify(offered),
    task.tries,
    task.asked,
    now,
  ])
  const names = Object.keys(task.slots)
  await tx.run(
    sqlText`delete from assistant_slot where organization_id = $1 and task_id = $2 and name <> all ($3::text[])`,
    [organizationId, task.id, names],
  )
  for (const [name, { value, shown, messageId, isConfirmed }] of Object.entries(task.slots))
    await tx.run(SAVE_SLOT, [organizationId, task.id, name, conversationId, value, shown, messageId, isConfirmed])
}

const SAVE = sqlText`
  insert into assistant_task (organization_id, id, conversation_id, kind, state, step, pending, offered, tries, asked, started_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
  on conflict (organization_id, id) do update
    set state = excluded.state, step = excluded.step, pending = excluded.pending, offered = excluded.offered, tries = excluded.tries,
        asked = excluded.asked, updated_at = excluded.updated_at`

const SAVE_SLOT = sqlText`
  insert into assistant_slot (organization_id, task_id, name, conversation_id, value, shown, message_id, is_confirmed)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (organization_id, task_id, name) do update
    set value = excluded.value, shown = excluded.shown, message_id = excluded.message_id, is_confirmed = excluded.is_confirmed`

type Step = { taskId: string; step: number }

/** Whether it was done already for this step (D67); the conversation is locked, so nobody does it meanwhile. */
export const isDone = async (tx: Transaction, { taskId, step }: Step): Promise<boolean> =>
  (
    await tx.run(`select from assistant_effect where organization_id = $1 and task_id = $2 and step = $3`, [
      tx.context.organizationId,
      taskId,
      step,
    ])
  ).length > 0

export const noteDone = async (tx: Transaction, { taskId, step }: Step, callBackId: string, now: Date): Promise<void> =>
  void (await tx.run(
    sqlText`insert into assistant_effect (organization_id, task_id, step, kind, resource_id, at) values ($1, $2, $3, 'call-back', $4, $5)`,
    [tx.context.organizationId, taskId, step, callBackId, now],
  ))

/** Given back by a person, what was not said to the end goes on where it stood (D74). */
export async function giveRequestsBack(tx: Transaction, conversationId: string, now: Date): Promise<void> {
  await tx.run(GIVE_BACK, [tx.context.organizationId, conversationId, OPEN_TASKS_MAX, now])
}

const GIVE_BACK = sqlText`
  update assistant_task set state = 'paused', updated_at = $4
   where organization_id = $1 and id in (
     select t.id from assistant_task t
       join hand_off h on h.organization_id = $1 and h.conversation_id = t.conversation_id and h.closed_at is null
      where t.organization_id = $1 and t.conversation_id = $2 and t.state = 'handed_off' and t.updated_at >= h.requested_at
        and not exists (select from assistant_slot s where s.organization_id = $1 and s.task_id = t.id and s.is_confirmed)
      order by t.updated_at desc, t.id desc limit $3)`

export type ShownRequest = {
  id: string
  kind: TaskKind
  state: 'collecting' | 'confirming' | 'paused' | 'handed_off'
  slots: { name: SlotName; shown: string; seq: number }[]
}

/** For people: what is collected, and what was brought to them, the newest first. */
export async function requestsIn(tx: Transaction, conversationId: string, now: Date): Promise<ShownRequest[]> {
  const since = new Date(now.getTime() - TASK_LASTS_DAYS * DAY_MS)
  const rows = await tx.run<Omit<ShownRequest, 'slots'> & { slots: ShownRequest['slots'] | null }>(SHOWN, [
    tx.context.organizationId,
    conversationId,
    since,
    OPEN_TASKS_MAX,
  ])
  return rows.map(({ slots, ...row }) => {
    const order = slotsOf(row.kind)
    return { ...row, slots: (slots ?? []).toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name)) }
  })
}

const SHOWN = sqlText`
  select t.id, t.kind, t.state,
         (select json_agg(json_build_object('name', s.name, 'shown', s.shown, 'seq', m.seq))
            from assistant_slot s join message m on m.organization_id = $1 and m.id = s.message_id
           where s.organization_id = $1 and s.task_id = t.id) as slots
    from assistant_task t
   where t.organization_id = $1 and t.conversation_id = $2 and t.updated_at > $3
     and t.state in ('collecting', 'confirming', 'paused', 'handed_off')
   order by t.updated_at desc, t.id desc limit $4`

type Writer = { relatedPersonId: string | null; receipt: string; isLast: boolean }

/** Who wrote the message, and the number of its conversation. `isLast`: nothing came by another channel since. */
export async function writerOf(tx: Transaction, messageId: string): Promise<Writer | undefined> {
  const [row] = await tx.run<Writer>(
    sqlText`select case when m.author_kind = 'related-person' then m.author_id end as "relatedPersonId", c.number as receipt,
        not exists (select from message n where n.organization_id = $1 and n.conversation_id = m.conversation_id and n.direction = 'in'
          and n.seq > m.seq and n.channel <> m.channel) as "isLast"
      from message m join conversation c on c.organization_id = $1 and c.id = m.conversation_id
     where m.organization_id = $1 and m.id = $2`,
    [tx.context.organizationId, messageId],
  )
  return row
}

/** Slots of requests that go on here, said by another channel, of what is somebody's own (D66). */
export async function saidElsewhere(tx: Transaction, conversationId: string, channel: string): Promise<SlotName[]> {
  const rows = await tx.run<{ name: SlotName }>(
    sqlText`select distinct s.name from assistant_slot s
       join assistant_task t on t.organization_id = $1 and t.id = s.task_id
       join message m on m.organization_id = $1 and m.id = s.message_id
      where s.organization_id = $1 and t.conversation_id = $2 and t.state in ('collecting', 'confirming', 'paused') and m.channel <> $3`,
    [tx.context.organizationId, conversationId, channel],
  )
  return rows.map(({ name }) => name).filter((name) => name === 'number' || !PLAIN_SLOTS.has(name))
}

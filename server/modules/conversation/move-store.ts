/** The SQL of merges and splits: conversations held together, messages that change places, what undo gives back. */
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { STAFF_MAY_OPEN } from './policy.ts'
import { lockConversation, PRIVACY, type LockedConversation } from './store.ts'
import type { ChosenMessage, Late, Movable, Standing } from './move-rules.ts'
import { keptReason, reasonSql } from './worded-reason.ts'
import { URGENCIES, type Urgency } from './rules.ts'

export type MovableRow = Movable & {
  channel: string
  subject: string
  siteId: string | null
  queueId: string | null
  language: string
}

/** The conversations, held until the transaction ends; in the order of their ids, so that two merges do not wait for each other. */
export async function lockMovables(tx: Transaction, ids: readonly string[]): Promise<Map<string, MovableRow>> {
  const rows = await tx.run<MovableRow>(`${MOVABLE} order by id for no key update`, [tx.context.organizationId, ids])
  return new Map(rows.map((row) => [row.id, row]))
}

export async function readMovables(tx: Transaction, ids: readonly string[]): Promise<Map<string, MovableRow>> {
  const rows = await tx.run<MovableRow>(MOVABLE, [tx.context.organizationId, ids])
  return new Map(rows.map((row) => [row.id, row]))
}

/** An instant as JSON keeps it. */
const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

// What is held out to somebody is nobody's yet, and is held out again (decision 0028).
const MOVABLE = `
  select id, number, labels, ${PRIVACY} as privacy, visitor_id as "visitorId", last_seq as "lastSeq", version, merged_into as "mergedInto",
         ${iso('last_message_at')} as "lastMessageAt", state, waiting_on as "waitingOn", ${iso('snoozed_until')} as "snoozedUntil",
         snoozed_for as "snoozedFor", ${iso('resolved_at')} as "resolvedAt", ${iso('due_at')} as "dueAt",
         ${iso('unread_since')} as "unreadSince", case when assignment = 'assigned' then assignee_id end as "assigneeId", urgency, ${reasonSql('urgency_reason', 'urgency_reason_es')} as "urgencyReason", tags,
         patient_id as "patientId", related_person_id as "relatedPersonId", sender, channel, subject, site_id as "siteId",
         queue_id as "queueId", language
    from conversation c
   where organization_id = $1 and id = any ($2::uuid[])`

/** What undo may compare and give back, without the rest of the row. */
export const standingOf = (row: Movable): Standing => ({
  state: row.state,
  waitingOn: row.waitingOn,
  snoozedUntil: row.snoozedUntil,
  snoozedFor: row.snoozedFor,
  resolvedAt: row.resolvedAt,
  dueAt: row.dueAt,
  unreadSince: row.unreadSince,
  assigneeId: row.assigneeId,
  urgency: row.urgency,
  urgencyReason: row.urgencyReason,
  tags: row.tags,
  patientId: row.patientId,
  relatedPersonId: row.relatedPersonId,
  sender: row.sender,
})

export async function setStanding(
  tx: Transaction,
  id: string,
  standing: Standing,
  mergedInto: string | null,
  lastSeq: number,
): Promise<number> {
  const [reason, reasonInSpanish] = keptReason(standing.urgencyReason)
  const [row] = await tx.run<{ version: number }>(SET_STANDING, [
    tx.context.organizationId,
    id,
    standing.state,
    standing.waitingOn,
    standing.snoozedUntil,
    standing.snoozedFor,
    standing.resolvedAt,
    standing.dueAt,
    standing.unreadSince,
    standing.assigneeId,
    standing.urgency,
    reason,
    standing.tags,
    standing.patientId,
    standing.relatedPersonId,
    standing.sender,
    mergedInto,
    lastSeq,
    reasonInSpanish,
  ])
  if (!row) throw new Error('the conversation went away while it was locked')
  return row.version
}

// The list shows the newest word of a person that stands here; where none does, the last one that did.
// It goes to nobody who has left meanwhile, or who may not open it.
const SET_STANDING = `
  with holder as (
    select (select s.id from staff_member s where s.organization_id = $1 and s.id = $10::uuid and s.state = 'active' and ${STAFF_MAY_OPEN}) as id
      from conversation c where c.organization_id = $1 and c.id = $2
  ), newest as (
    select m.direction, m.received_at, left(btrim(regexp_replace(coalesce(m.trimmed, m.text), '\\s+', ' ', 'g')), 200) as words
      from message m
     where m.organization_id = $1 and m.conversation_id = $2 and m.direction in ('in', 'out') and m.author_kind <> 'system'
       and m.cancelled_at is null
     order by m.received_at desc, m.seq desc limit 1
  ), oldest as (
    select min(m.received_at) as at from message m
     where m.organization_id = $1 and m.conversation_id = $2 and m.direction in ('in', 'out')
  )
  update conversation
     set state = $3, waiting_on = $4, snoozed_until = $5::timestamptz, snoozed_for = $6, resolved_at = $7::timestamptz,
         due_at = $8::timestamptz, unread_since = $9::timestamptz, assignee_id = holder.id,
         assignment = case when holder.id is null then 'unassigned' else 'assigned' end, urgency = $11, urgency_reason = $12, urgency_reason_es = $19, tags = $13,
         patient_id = $14::uuid, related_person_id = $15::uuid, sender = $16, merged_into = $17::uuid, last_seq = $18,
         version = version + 1,
         last_words = coalesce((select words from newest), last_words),
         last_direction = coalesce((select direction from newest), last_direction),
         last_message_at = coalesce((select received_at from newest), last_message_at),
         first_message_at = coalesce((select at from oldest), first_message_at)
    from holder
   where organization_id = $1 and conversation.id = $2
  returning version`

export type Moved = { messageId: string; sourceSeq: number; targetSeq: number; placeholderId: string }

/** The messages of a conversation that may move, in their order; `ids`: only these. */
export async function movableMessages(
  tx: Transaction,
  id: string,
  ids: readonly string[] | null,
): Promise<ChosenMessage[]> {
  return tx.run<ChosenMessage>(MESSAGES, [tx.context.organizationId, id, ids])
}

const MESSAGES = sqlText`
  select m.id, m.seq, m.direction, exists (
           select from delivery d where d.organization_id = $1 and d.message_id = m.id and d.state in ('held', 'queued', 'sending')) as "isOnItsWay"
    from message m
   where m.organization_id = $1 and m.conversation_id = $2 and m.direction <> 'event' and ($3::uuid[] is null or m.id = any ($3::uuid[]))
   order by m.seq`

/** Takes messages from one conversation behind the last of another, in their order; each leaves an event in its place. */
export async function moveMessages(
  tx: Transaction,
  {
    moveId,
    fromId,
    to,
    messages,
    staffId,
    now,
  }: {
    moveId: string
    fromId: string
    to: { id: string; lastSeq: number }
    messages: readonly { id: string; seq: number }[]
    staffId: string
    now: Date
  },
): Promise<Moved[]> {
  const moved = messages.map(({ id, seq }, n): Moved => ({
    messageId: id,
    sourceSeq: seq,
    targetSeq: to.lastSeq + n + 1,
    placeholderId: newId(now.getTime()),
  }))
  await changePlaces(
    tx,
    moved.map(({ messageId, targetSeq }) => ({ messageId, conversationId: to.id, seq: targetSeq })),
  )
  await keepPlaces(
    tx,
    moved.map(({ messageId, sourceSeq, placeholderId }) => ({
      id: placeholderId,
      messageId,
      conversationId: fromId,
      seq: sourceSeq,
    })),
    staffId,
  )
  await recordMoved(tx, moveId, moved)
  return moved
}

export async function recordMoved(tx: Transaction, moveId: string, moved: readonly Moved[]): Promise<void> {
  await tx.run(RECORD_MOVED, [
    tx.context.organizationId,
    moveId,
    moved.map(({ messageId }) => messageId),
    moved.map(({ sourceSeq }) => sourceSeq),
    moved.map(({ targetSeq }) => targetSeq),
    moved.map(({ placeholderId }) => placeholderId),
  ])
}

const RECORD_MOVED = sqlText`
  insert into moved_message (organization_id, move_id, message_id, source_seq, target_seq, placeholder_id)
  select $1, $2, * from unnest($3::uuid[], $4::int[], $5::int[], $6::uuid[])
  on conflict (organization_id, move_id, message_id) do update set placeholder_id = excluded.placeholder_id`

/** Puts messages to free places, and what hangs on them with them. Notes keep their readers, answers their deliveries. */
async function changePlaces(
  tx: Transaction,
  places: readonly { messageId: string; conversationId: string; seq: number }[],
): Promise<void> {
  const values = [
    tx.context.organizationId,
    places.map(({ messageId }) => messageId),
    places.map(({ conversationId }) => conversationId),
    places.map(({ seq }) => seq),
  ]
  await tx.run(CHANGE_PLACES, values)
}

// The origin is the conversation of the first place; back there it is nowhere else. A reminder is found by where its message was, which has an index.
const CHANGE_PLACES = sqlText`
  with place as (
    select * from unnest($2::uuid[], $3::uuid[], $4::int[]) as p (message_id, conversation_id, seq)
  ), message_moved as (
    update message m
       set origin_id = nullif(coalesce(m.origin_id, m.conversation_id), p.conversation_id), conversation_id = p.conversation_id, seq = p.seq
      from place p where m.organization_id = $1 and m.id = p.message_id
  ), delivery_moved as (
    update delivery d set conversation_id = p.conversation_id from place p where d.organization_id = $1 and d.message_id = p.message_id
  ), attachment_moved as (
    update attachment a set conversation_id = p.conversation_id from place p where a.organization_id = $1 and a.message_id = p.message_id
  ), mention_moved as (
    update mention n set conversation_id = p.conversation_id from place p where n.organization_id = $1 and n.message_id = p.message_id
  ), dialogue_moved as (
    update safety_dialogue d set conversation_id = p.conversation_id from place p where d.organization_id = $1 and d.message_id = p.message_id
  ), reminder_moved as (
    update reminder_step r set conversation_id = p.conversation_id
      from place p join message m on m.organization_id = $1 and m.id = p.message_id
     where r.organization_id = $1 and r.conversation_id = m.conversation_id and r.message_id = p.message_id
  ), question_moved as (
    update visit_question q set conversation_id = p.conversation_id from place p
     where q.organization_id = $1 and q.message_id = p.message_id and q.answered_at is null
  )
  update safety_alert s set conversation_id = p.conversation_id from place p where s.organization_id = $1 and s.message_id = p.message_id`

async function keepPlaces(
  tx: Transaction,
  places: readonly { id: string; messageId: string; conversationId: string; seq: number }[],
  staffId: string,
): Promise<void> {
  await tx.run(KEEP_PLACES, [
    tx.context.organizationId,
    places.map(({ id }) => id),
    places.map(({ messageId }) => messageId),
    places.map(({ conversationId }) => conversationId),
    places.map(({ seq }) => seq),
    staffId,
  ])
}

const KEEP_PLACES = sqlText`
  insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, author_id, text, received_at, flags)
  select $1, p.id, p.conversation_id, p.seq, 'event', 'desk', 'staff', $6, '', m.received_at, '{moved}'
    from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[]) as p (id, message_id, conversation_id, seq)
    join message m on m.organization_id = $1 and m.id = p.message_id`

export type MoveRow = {
  id: string
  kind: 'merge' | 'split'
  sourceId: string
  targetId: string
  undoUntil: Date
  undoneAt: Date | null
  was: Was
}

/** Kept for undo: both sides before, the target and its last seq after, and the parties that the move brought along. */
export type Was = {
  source: Standing
  target: Standing
  after: Standing
  lastSeq: number
  partyIds: string[]
  /** Only of merges since these go along. */
  callBackIds?: string[]
}

export async function insertMove(
  tx: Transaction,
  move: Pick<MoveRow, 'id' | 'kind' | 'sourceId' | 'targetId' | 'undoUntil' | 'was'> & { staffId: string; now: Date },
): Promise<void> {
  await tx.run(INSERT_MOVE, [
    tx.context.organizationId,
    move.id,
    move.kind,
    move.sourceId,
    move.targetId,
    move.staffId,
    move.now,
    move.undoUntil,
    JSON.stringify(move.was),
  ])
}

const INSERT_MOVE = sqlText`
  insert into conversation_move (organization_id, id, kind, source_id, target_id, moved_by, moved_at, undo_until, was)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb)`

export async function findMove(tx: Transaction, moveId: string): Promise<MoveRow | undefined> {
  const [row] = await tx.run<MoveRow>(
    sqlText`select id, kind, source_id as "sourceId", target_id as "targetId", undo_until as "undoUntil", undone_at as "undoneAt", was
      from conversation_move where organization_id = $1 and id = $2 for update`,
    [tx.context.organizationId, moveId],
  )
  return row
}

export const markUndone = (tx: Transaction, moveId: string, staffId: string, now: Date) =>
  tx.run(sqlText`update conversation_move set undone_at = $3, undone_by = $4 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    moveId,
    now,
    staffId,
  ])

/** The people of the source take part in the target from now on, so that their tokens and addresses are known there. */
export async function copyParties(tx: Transaction, fromId: string, toId: string, now: Date): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(COPY_PARTIES, [tx.context.organizationId, fromId, toId, now])
  return rows.map(({ id }) => id)
}

const COPY_PARTIES = sqlText`
  insert into party (organization_id, id, conversation_id, role, patient_id, related_person_id, staff_id, visitor_id, address, display_name,
    proxy_link_id, joined_at)
  select $1, gen_random_uuid(), $3, y.role, y.patient_id, y.related_person_id, y.staff_id, y.visitor_id, y.address, y.display_name,
         y.proxy_link_id, $4
    from party y
   where y.organization_id = $1 and y.conversation_id = $2 and y.left_at is null
     and not exists (select from party t where t.organization_id = $1 and t.conversation_id = $3 and t.left_at is null
       and (t.patient_id, t.related_person_id, t.staff_id, t.visitor_id, t.address)
         is not distinct from (y.patient_id, y.related_person_id, y.staff_id, y.visitor_id, y.address))
  returning id`

export const endParties = (tx: Transaction, ids: readonly string[], now: Date) =>
  tx.run(
    sqlText`update party set left_at = $3 where organization_id = $1 and id = any ($2::uuid[]) and left_at is null`,
    [tx.context.organizationId, ids, now],
  )

/**
 * Words go on where no more people read them than did: the receiving side takes the labels of the giving one and its one reader, before
 * they move. @returns what that changed.
 */
export async function closeAlike(
  tx: Transaction,
  from: Pick<Movable, 'id' | 'labels' | 'patientId'>,
  to: Pick<Movable, 'id' | 'labels'>,
): Promise<{ labels: string[] | null; isClosed: boolean }> {
  const { organizationId } = tx.context
  const missing = from.labels.some((label) => !to.labels.includes(label))
  const labels = missing ? [...new Set([...to.labels, ...from.labels])].toSorted() : null
  if (labels)
    await tx.run(`update conversation set labels = $3 where organization_id = $1 and id = $2`, [
      organizationId,
      to.id,
      labels,
    ])
  const closed = await tx.run(CLOSE_ALIKE, [organizationId, from.id, to.id, from.patientId])
  return { labels, isClosed: closed.length > 0 }
}

// Whoever it is closed to now stays its reader, also where the other side turns out to be of somebody else.
const CLOSE_ALIKE = sqlText`
  insert into conversation_privacy as kept (organization_id, conversation_id, patient_id, reader_id, since)
  select $1, c.id, c.patient_id, coalesce(p.reader_id, $4::uuid), p.since
    from conversation_privacy p join conversation c on c.organization_id = $1 and c.id = $3
   where p.organization_id = $1 and p.conversation_id = $2 and p.lifted_at is null
  on conflict (organization_id, conversation_id) do update
    set reader_id = excluded.reader_id, since = excluded.since, lifted_at = null, lifted_by = null, lifted_reason = null
   where kept.lifted_at is not null
  returning conversation_id`

/** Nobody is sure any more who somebody was, once it is about a patient it was not about before (trust-D17). */
export const endChecks = (tx: Transaction, conversationId: string, now: Date) =>
  tx.run(
    sqlText`update identity_check set ended_at = $3 where organization_id = $1 and conversation_id = $2 and ended_at is null`,
    [tx.context.organizationId, conversationId, now],
  )

/** Who had read all of both has read all of what they are together. */
export const joinSeen = (
  tx: Transaction,
  { source, target, lastSeq }: { source: Movable; target: Movable; lastSeq: number },
) => tx.run(JOIN_SEEN, [tx.context.organizationId, source.id, target.id, source.lastSeq, target.lastSeq, lastSeq])

const JOIN_SEEN = sqlText`
  update conversation_seen t set seq = $6
    from conversation_seen s
   where t.organization_id = $1 and t.conversation_id = $3 and t.seq >= $5
     and s.organization_id = $1 and s.conversation_id = $2 and s.seq >= $4
     and s.reader_kind = t.reader_kind and s.reader_id = t.reader_id`

/** Where each message of a move is now, while it still is where the move put it. */
export const movedInPlace = (tx: Transaction, { id, targetId }: Pick<MoveRow, 'id' | 'targetId'>): Promise<Moved[]> =>
  tx.run<Moved>(
    sqlText`select x.message_id as "messageId", x.source_seq as "sourceSeq", x.target_seq as "targetSeq", x.placeholder_id as "placeholderId"
      from moved_message x
      join message m on m.organization_id = $1 and m.id = x.message_id and m.conversation_id = $3 and m.seq = x.target_seq
     where x.organization_id = $1 and x.move_id = $2
     order by x.source_seq`,
    [tx.context.organizationId, id, targetId],
  )

/** Messages back to the places they came from; the events there go, and stand where the messages stood. */
export async function moveBack(
  tx: Transaction,
  { move, moved, staffId, now }: { move: MoveRow; moved: readonly Moved[]; staffId: string; now: Date },
): Promise<void> {
  await tx.run(sqlText`delete from message where organization_id = $1 and id = any ($2::uuid[])`, [
    tx.context.organizationId,
    moved.map(({ placeholderId }) => placeholderId),
  ])
  await changePlaces(
    tx,
    moved.map(({ messageId, sourceSeq }) => ({ messageId, conversationId: move.sourceId, seq: sourceSeq })),
  )
  const stays = moved.map((one): Moved => ({ ...one, placeholderId: newId(now.getTime()) }))
  await keepPlaces(
    tx,
    stays.map(({ messageId, targetSeq, placeholderId }) => ({
      id: placeholderId,
      messageId,
      conversationId: move.targetId,
      seq: targetSeq,
    })),
    staffId,
  )
  await recordMoved(tx, move.id, stays)
}

/** What came into the target after the merge by a token of the source: its own place is the source (desk-D22). */
export const cameByToken = (
  tx: Transaction,
  { sourceId, targetId, was }: MoveRow,
): Promise<{ id: string; seq: number }[]> =>
  tx.run<{ id: string; seq: number }>(CAME_BY_TOKEN, [tx.context.organizationId, sourceId, targetId, was.lastSeq])

// A token of what was merged into the source before is a token of the source, too.
const CAME_BY_TOKEN = sqlText`
  with recursive led as (
    select $2::uuid as id
    union
    select c.id from led join conversation c on c.organization_id = $1 and c.merged_into = led.id and c.state = 'merged'
  )
  select m.id, m.seq from message m
   where m.organization_id = $1 and m.conversation_id = $3 and m.seq > $4 and m.origin_id in (select id from led)
   order by m.seq`

/** What the messages ask for that came after the move and stand in the conversation; null: none came. */
export async function lateIn(tx: Transaction, conversationId: string, after: number): Promise<Late | null> {
  const [row] = await tx.run<{ rank: number | null; hasInbound: boolean | null }>(LATE, [
    tx.context.organizationId,
    conversationId,
    after,
  ])
  if (!row || row.rank === null) return null
  return { urgency: URGENCIES[row.rank] ?? 'routine', hasInbound: row.hasInbound ?? false }
}

const LATE = sqlText`
  select max(case m.urgency when 'stat' then 3 when 'asap' then 2 when 'urgent' then 1 else 0 end)::int as rank,
         bool_or(m.direction = 'in' and m.automatic = 'none') as "hasInbound"
    from message m
   where m.organization_id = $1 and m.conversation_id = $2 and m.seq > $3 and m.direction in ('in', 'out')`

/** Where a conversation leads to, through all its merges; itself when it was not merged. */
export async function leadsTo(tx: Transaction, conversationId: string): Promise<string> {
  const [row] = await tx.run<{ id: string }>(LEADS_TO, [tx.context.organizationId, conversationId])
  return row?.id ?? conversationId
}

/** Merges one after the other that a token is led through. */
const LEADS_MAX = 50

const LEADS_TO = `
  with recursive way as (
    select c.id, c.merged_into, c.state, 0 as step from conversation c where c.organization_id = $1 and c.id = $2
    union all
    select c.id, c.merged_into, c.state, way.step + 1
      from way join conversation c on c.organization_id = $1 and c.id = way.merged_into
     where way.state = 'merged' and way.step < ${LEADS_MAX}
  )
  select id from way order by step desc limit 1`

/** The conversation that words for this one belong to now, held until the transaction ends. */
export async function lockWhereItLeads(tx: Transaction, id: string): Promise<LockedConversation | undefined> {
  const named = await lockConversation(tx, id)
  return named?.state === 'merged' ? lockConversation(tx, await leadsTo(tx, id)) : named
}

/** A message that named the source and stands in the target: undo finds it by this. */
export const markOrigin = (tx: Transaction, messageId: string, originId: string) =>
  tx.run(sqlText`update message set origin_id = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    messageId,
    originId,
  ])

export type PreviewFacts = { messages: number; drafts: number; openAlerts: number; onTheirWay: number }

export async function previewFacts(tx: Transaction, id: string): Promise<PreviewFacts> {
  const [row] = await tx.run<PreviewFacts>(PREVIEW, [tx.context.organizationId, id])
  return row ?? { messages: 0, drafts: 0, openAlerts: 0, onTheirWay: 0 }
}

const PREVIEW = sqlText`
  select (select count(*)::int from message m where m.organization_id = $1 and m.conversation_id = $2 and m.direction <> 'event') as messages,
         (select count(*)::int from draft d where d.organization_id = $1 and d.conversation_id = $2) as drafts,
         (select count(*)::int from safety_alert a where a.organization_id = $1 and a.conversation_id = $2 and a.accepted_at is null) as "openAlerts",
         (select count(*)::int from delivery d where d.organization_id = $1 and d.conversation_id = $2
           and d.state in ('held', 'queued', 'sending')) as "onTheirWay"`

export type MoveShown = {
  id: string
  kind: 'merge' | 'split'
  sourceId: string
  sourceNumber: string
  targetId: string
  targetNumber: string
  movedBy: string
  movedAt: Date
  messages: number
  undoUntil: Date
  undoneAt: Date | null
}

/** Merges and splits that a timeline tells of. */
const MOVES_SHOWN_MAX = 50

/** Merges and splits of a conversation, newest first; of one whose other side the reader may not open, nothing. */
export const movesOf = (tx: Transaction, conversationId: string): Promise<MoveShown[]> =>
  tx.run<MoveShown>(MOVES, [tx.context.organizationId, conversationId, MOVES_SHOWN_MAX])

const MOVES = sqlText`
  select v.id, v.kind, v.source_id as "sourceId", a.number as "sourceNumber", v.target_id as "targetId", b.number as "targetNumber",
         s.given || ' ' || s.family as "movedBy", v.moved_at as "movedAt", v.undo_until as "undoUntil", v.undone_at as "undoneAt",
         (select count(*)::int from moved_message x where x.organization_id = $1 and x.move_id = v.id) as messages
    from conversation_move v
    join conversation a on a.organization_id = $1 and a.id = v.source_id
    join conversation b on b.organization_id = $1 and b.id = v.target_id
    join staff_member s on s.organization_id = $1 and s.id = v.moved_by
   where v.organization_id = $1 and (v.source_id = $2 or v.target_id = $2)
   order by v.moved_at desc limit $3`

export type NewSplit = {
  id: string
  number: string
  source: MovableRow
  standing: Standing
  subject: string
  isOtherPatient: boolean
  now: Date
}

/** The new conversation of a split, with the readers, queue and site of the old one. */
export async function insertSplit(
  tx: Transaction,
  { id, number, source, standing, subject, isOtherPatient, now }: NewSplit,
) {
  await tx.run(INSERT_SPLIT, [
    tx.context.organizationId,
    id,
    number,
    source.id,
    subject,
    standing.patientId,
    standing.relatedPersonId,
    isOtherPatient ? null : source.visitorId,
    standing.sender,
    now,
  ])
  if (!isOtherPatient) {
    await copyParties(tx, source.id, id, now)
    await tx.run(COPY_CHECKS, [tx.context.organizationId, source.id, id])
    return
  }
  await tx.run(PARTIES_OF_OTHER, [tx.context.organizationId, source.id, id, now, standing.patientId])
}

const INSERT_SPLIT = sqlText`
  with privacy as (
    insert into conversation_privacy (organization_id, conversation_id, patient_id, reader_id, since)
    select $1, $2, $6::uuid, reader_id, since from conversation_privacy
     where organization_id = $1 and conversation_id = $4 and lifted_at is null
  )
  insert into conversation (organization_id, id, number, subject, channel, labels, patient_id, related_person_id, visitor_id, site_id, queue_id,
    language, topic, sender, last_message_at, first_message_at)
  select $1, $2, $3, $5, s.channel, s.labels, $6::uuid, $7::uuid, $8::uuid, s.site_id, s.queue_id, s.language, s.topic, $9, $10, $10
    from conversation s where s.organization_id = $1 and s.id = $4`

// About the same patient the same proof counts, until it expires there, too.
const COPY_CHECKS = sqlText`
  insert into identity_check (organization_id, id, conversation_id, level, method, for_patient_id, checked_by, at, expires_at, sender,
    related_person_id, contact_point_id)
  select $1, gen_random_uuid(), $3, level, method, for_patient_id, checked_by, at, expires_at, sender, related_person_id, contact_point_id
    from identity_check where organization_id = $1 and conversation_id = $2 and ended_at is null`

// The address that wrote comes along, and who it was for the first patient does not.
const PARTIES_OF_OTHER = sqlText`
  with other as (
    insert into party (organization_id, id, conversation_id, role, patient_id, joined_at)
    select $1, gen_random_uuid(), $3, 'patient', $5::uuid, $4 where $5::uuid is not null
  )
  insert into party (organization_id, id, conversation_id, role, address, display_name, joined_at)
  select $1, gen_random_uuid(), $3, 'author', y.address, y.display_name, $4
    from party y where y.organization_id = $1 and y.conversation_id = $2 and y.left_at is null and y.role <> 'staff' and y.address is not null`

export async function isPatient(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.run(`select from patient where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    id,
  ])
  return rows.length > 0
}

/** What a split takes along of urgency and kind: the messages' own. */
export async function askedBy(
  tx: Transaction,
  ids: readonly string[],
): Promise<{ urgency: Urgency; hasInbound: boolean }> {
  const [row] = await tx.run<{ rank: number; hasInbound: boolean }>(
    sqlText`select max(case m.urgency when 'stat' then 3 when 'asap' then 2 when 'urgent' then 1 else 0 end)::int as rank,
        bool_or(m.direction = 'in' and m.automatic = 'none') as "hasInbound"
      from message m where m.organization_id = $1 and m.id = any ($2::uuid[])`,
    [tx.context.organizationId, ids],
  )
  return { urgency: URGENCIES[row?.rank ?? 0] ?? 'routine', hasInbound: row?.hasInbound ?? false }
}

/** The SQL of the portal and the widget. Runs in the person's own scope: row security shows nothing else, no note, nothing held. */
import type { Transaction } from '#server/platform/database.ts'
import type { PlaceInTime } from '#server/platform/page-cursor.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { PatientConversationRow } from './present.ts'

/** `isShown`: a condition on `m`, beside row security. */
const rowWhere = (isShown: string): string => `
  c.id, c.number, c.subject, c.state, c.last_message_at as "lastMessageAt", c.channel, c.patient_id as "patientId",
  p.given || ' ' || p.family as "patientName",
  coalesce((select left(m.text, 200) from message m where m.organization_id = $1 and m.conversation_id = c.id order by m.seq desc limit 1), '') as "lastWords",
  coalesce((select left(m.text, 200) from message m where m.organization_id = $1 and m.conversation_id = c.id and m.direction = 'in'
     order by m.seq limit 1), '') as "firstWords",
  (select count(*)::int from message m where m.organization_id = $1 and m.conversation_id = c.id and m.direction = 'out' and ${isShown}
     and m.seq > coalesce((select seen.seq from conversation_seen seen where seen.organization_id = $1 and seen.conversation_id = c.id
       and seen.reader_kind <> 'staff' and seen.reader_id = $2), 0)) as unread,
  coalesce((select case when a.accepted_at is null then 'unread' else 'accepted' end from safety_alert a
     where a.organization_id = $1 and a.conversation_id = c.id
       and exists (select from message m where m.organization_id = $1 and m.id = a.message_id and ${isShown}) order by a.raised_at desc limit 1), 'none') as alert`
const ROW = rowWhere('true')

export async function listOwn(
  tx: Transaction,
  { readerId, patientId, after, limit }: { readerId: string; patientId?: string; after?: PlaceInTime; limit: number },
): Promise<PatientConversationRow[]> {
  return tx.run<PatientConversationRow>(
    `select ${ROW} from conversation c left join patient p on p.organization_id = $1 and p.id = c.patient_id
      where c.organization_id = $1 and c.state not in ('spam', 'merged') and ($3::uuid is null or c.patient_id = $3)
        and ($4::timestamptz is null or (c.last_message_at, c.id) < ($4, $5::uuid))
      order by c.last_message_at desc, c.id desc limit $6`,
    [tx.context.organizationId, readerId, patientId ?? null, after?.at ?? null, after?.id ?? null, limit],
  )
}

export async function getOwn(
  tx: Transaction,
  conversationId: string,
  readerId: string,
  onlyOf: string | null,
): Promise<PatientConversationRow | undefined> {
  const [row] = await tx.run<PatientConversationRow>(
    `select ${rowWhere('($4::text is null or m.channel = $4)')} from conversation c left join patient p on p.organization_id = $1 and p.id = c.patient_id
      where c.organization_id = $1 and c.id = $3 and c.state <> 'merged'`,
    [tx.context.organizationId, readerId, conversationId, onlyOf],
  )
  return row
}

export type OwnMessageRow = {
  id: string
  conversationId: string
  seq: number
  direction: 'in' | 'out'
  channel: string
  authorKind: string
  authorId: string | null
  text: string
  trimmed: string | null
  language: string
  receivedAt: Date
  flags: string[]
  choices: string[] | null
  thumb: 'none' | 'up' | 'down' | null
  attachments: { id: string; name: string; type: string; size: number; verdict: string; reason: string | null }[] | null
}

/**
 * After a place: what was written later, and what was written before it and held back until after it (the undo time of an
 * answer). A reader who wrote meanwhile stands behind such an answer and would never get it. The minute is for the clock
 * of the release, which is read before its commit.
 */
const NEWLY_VISIBLE = `(m.seq > $3 or (m.direction = 'out' and exists (
          select from delivery d where d.organization_id = $1 and d.message_id = m.id and d.changed_at > (
            select p.received_at - interval '1 minute' from message p
             where p.organization_id = $1 and p.conversation_id = $2 and p.seq = $3))))`

export async function ownMessages(
  tx: Transaction,
  {
    conversationId,
    before,
    after,
    onlyOf,
    limit,
  }: { conversationId: string; before?: number; after?: number; onlyOf: string | null; limit: number },
): Promise<OwnMessageRow[]> {
  const rows = await tx.run<OwnMessageRow>(
    `select m.id, m.conversation_id as "conversationId", m.seq, m.direction, m.channel, m.author_kind as "authorKind", m.author_id as "authorId",
            m.text, m.trimmed, m.language, m.received_at as "receivedAt", m.flags, m.choices,
            (select coalesce(a.thumb, 'none') from assistant_answer a where a.organization_id = $1 and a.message_id = m.id) as thumb,
            (select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'verdict', f.verdict, 'reason', f.reason) order by f.id)
               from attachment f where f.organization_id = $1 and f.message_id = m.id) as attachments
       from message m
      where m.organization_id = $1 and m.conversation_id = $2 and m.direction in ('in', 'out') and m.held_until is null and m.cancelled_at is null
        and ($5::text is null or m.channel = $5)
        and ${after === undefined ? 'm.seq < $3 order by m.seq desc' : `${NEWLY_VISIBLE} order by m.seq`} limit $4`,
    [tx.context.organizationId, conversationId, after ?? before ?? 2_147_483_647, limit, onlyOf],
  )
  return after === undefined ? rows.toReversed() : rows
}

/** Up to which message somebody of the team has read or answered. Run in the organization's scope: who it was is nobody else's to see. */
export async function readByStaff(tx: Transaction, conversationId: string): Promise<number> {
  const [row] = await tx.run<{ seq: number }>(
    `select greatest(
       coalesce((select max(s.seq) from conversation_seen s where s.organization_id = $1 and s.conversation_id = $2 and s.reader_kind = 'staff'), 0),
       coalesce((select max(m.seq) from message m where m.organization_id = $1 and m.conversation_id = $2 and m.author_kind = 'staff'
         and m.held_until is null), 0))::int as seq`,
    [tx.context.organizationId, conversationId],
  )
  return row?.seq ?? 0
}

/** Answers whose article is told no more: expired by its day, or withdrawn (understanding-D80). Run in the organization's scope. */
export async function answersUnderReview(tx: Transaction, conversationId: string, now: Date): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(
    sqlText`select a.message_id as id from message m
      join assistant_answer a on a.organization_id = $1 and a.message_id = m.id
      where m.organization_id = $1 and m.conversation_id = $2 and m.direction = 'out'
        and exists (select from article_version v where v.organization_id = $1 and v.article_id = a.article_id)
        and not exists (select from article_version v where v.organization_id = $1 and v.article_id = a.article_id
          and v.state = 'published' and v.expires_on >= $3::date)`,
    [tx.context.organizationId, conversationId, now.toISOString().slice(0, 10)],
  )
  return rows.map(({ id }) => id)
}

/** Given names of staff who answered, for the patient's screen; run in the organization's scope, names only. */
export async function staffNames(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.run<{ id: string; given: string; family: string }>(
    `select id, given, family from staff_member where organization_id = $1 and id = any ($2::uuid[])`,
    [tx.context.organizationId, ids],
  )
  return new Map(rows.map(({ id, given, family }) => [id, `${given} ${family.slice(0, 1)}.`]))
}

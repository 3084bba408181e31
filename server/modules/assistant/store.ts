/** The SQL of the assistant: where it stands in a conversation, what it has not answered yet, and whom it was brought to. */
import type { HandOffReason, Session } from '#engines/assistant/decide-turn.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** Messages answered by one run; who writes more before it comes round is answered by the next. */
const UNANSWERED_MAX = 10

export type StoredSession = Session & { answeredSeq: number; givenBackAt: Date | null }

export const BEGINNING: StoredSession = {
  answeredSeq: 0,
  isIntroduced: false,
  failed: 0,
  wasUpset: false,
  isHandingOff: false,
  givenBackAt: null,
}

/** Messages of the assistant in one conversation and hour; whoever still writes then, a person answers. */
export const SAID_PER_HOUR = 20

export async function loadSession(tx: Transaction, conversationId: string): Promise<StoredSession | undefined> {
  const [row] = await tx.run<StoredSession>(
    sqlText`select coalesce(s.answered_seq, 0) as "answeredSeq", coalesce(s.is_introduced, false) as "isIntroduced", coalesce(s.failed, 0) as failed,
        coalesce(s.was_upset, false) as "wasUpset", coalesce(s.is_handing_off, false) or h.id is not null as "isHandingOff",
        s.given_back_at as "givenBackAt"
       from conversation c
       left join assistant_session s on s.organization_id = $1 and s.conversation_id = c.id
       left join hand_off h on h.organization_id = $1 and h.conversation_id = c.id and h.closed_at is null
      where c.organization_id = $1 and c.id = $2`,
    [tx.context.organizationId, conversationId],
  )
  return row
}

export async function saveSession(
  tx: Transaction,
  conversationId: string,
  { answeredSeq, isIntroduced, failed, wasUpset, isHandingOff }: Session & { answeredSeq: number },
  now: Date,
): Promise<void> {
  await tx.run(SAVE_SESSION, [
    tx.context.organizationId,
    conversationId,
    answeredSeq,
    isIntroduced,
    failed,
    wasUpset,
    isHandingOff,
    now,
  ])
}

const SAVE_SESSION = sqlText`
  insert into assistant_session (organization_id, conversation_id, answered_seq, is_introduced, failed, was_upset, is_handing_off, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (organization_id, conversation_id) do update
    set answered_seq = excluded.answered_seq, is_introduced = excluded.is_introduced, failed = excluded.failed,
        was_upset = excluded.was_upset, is_handing_off = excluded.is_handing_off, updated_at = excluded.updated_at`

export type Unanswered = {
  id: string
  seq: number
  channel: string
  sender: string | null
  subject: string | null
  text: string
  urgency: 'routine' | 'urgent' | 'asap' | 'stat'
  language: string
  isAutomatic: boolean
  flags: readonly string[]
  /** The safety dialogue answers it. */
  isAskedForSafety: boolean
  state: 'understood' | 'not_understood'
  result: unknown
}

/** Older ones are left to people: who waited that long, or wrote before the assistant was there, is not answered as if just now. */
const ANSWERED_WITHIN_MIN = 15

/** What came in by these channels since the assistant last answered, in order; what was taken back is not there. */
export const loadUnanswered = (
  tx: Transaction,
  {
    conversationId,
    afterSeq,
    channels,
    now,
  }: { conversationId: string; afterSeq: number; channels: readonly string[]; now: Date },
): Promise<Unanswered[]> =>
  tx.run<Unanswered>(UNANSWERED, [
    tx.context.organizationId,
    conversationId,
    afterSeq,
    UNANSWERED_MAX,
    new Date(now.getTime() - ANSWERED_WITHIN_MIN * 60_000),
    channels,
  ])

const UNANSWERED = sqlText`
  select m.id, m.seq, m.channel, m.sender, m.subject, coalesce(m.trimmed, m.text) as text, m.urgency, m.language,
         coalesce(m.automatic, 'none') <> 'none' as "isAutomatic", m.flags, u.state, u.result,
         exists (select from safety_turn t where t.organization_id = $1 and t.message_id = m.id) as "isAskedForSafety"
    from message m
    join understanding u on u.organization_id = $1 and u.message_id = m.id and u.version = 1
   where m.organization_id = $1 and m.conversation_id = $2 and m.seq > $3 and m.direction = 'in' and m.cancelled_at is null
     and m.received_at > $5 and m.channel = any ($6::text[])
   order by m.seq limit $4`

/** Whether anything came in since then beside these, by whatever channel. */
export async function hasUnsettled(
  tx: Transaction,
  { conversationId, afterSeq, settled }: { conversationId: string; afterSeq: number; settled: readonly string[] },
): Promise<boolean> {
  const rows = await tx.run(
    sqlText`select from message where organization_id = $1 and conversation_id = $2 and seq > $3 and direction = 'in'
      and cancelled_at is null and id <> all ($4::uuid[]) limit 1`,
    [tx.context.organizationId, conversationId, afterSeq, settled],
  )
  return rows.length > 0
}

/** A person has said something to the patient since then: from there on the conversation is theirs (D73). */
export async function personSpoke(tx: Transaction, conversationId: string, since: Date | null): Promise<boolean> {
  const rows = await tx.run(
    sqlText`select from message where organization_id = $1 and conversation_id = $2 and direction = 'out' and author_kind = 'staff'
      and cancelled_at is null and ($3::timestamptz is null or received_at > $3) limit 1`,
    [tx.context.organizationId, conversationId, since],
  )
  return rows.length > 0
}

/** Messages of the assistant here since then. */
export async function saidSince(tx: Transaction, conversationId: string, since: Date): Promise<number> {
  const [row] = await tx.run<{ n: number }>(
    sqlText`select count(*)::int as n from message where organization_id = $1 and conversation_id = $2 and direction = 'out'
      and flags @> '{assistant}' and received_at > $3`,
    [tx.context.organizationId, conversationId, since],
  )
  return row?.n ?? 0
}

export type Heard = Pick<Unanswered, 'channel' | 'sender'>

/** By which channel and from where the patient wrote last: there he hears what comes without being asked for. */
export async function lastHeard(tx: Transaction, conversationId: string): Promise<Heard | undefined> {
  const [row] = await tx.run<Heard>(
    sqlText`select channel, sender from message where organization_id = $1 and conversation_id = $2 and direction = 'in' and cancelled_at is null
      order by seq desc limit 1`,
    [tx.context.organizationId, conversationId],
  )
  return row
}

/** Its first turn in a conversation, for the overview; later turns change nothing. */
export async function noteFirstTurn(
  tx: Transaction,
  conversationId: string,
  { understood, now }: { understood: boolean; now: Date },
): Promise<void> {
  await tx.run(
    sqlText`update assistant_session set begun_at = $3, first_understood = $4
      where organization_id = $1 and conversation_id = $2 and begun_at is null`,
    [tx.context.organizationId, conversationId, now, understood],
  )
}

/** How it stands with the assistant in one conversation that the reader may see. */
export type Standing = {
  patientId: string | null
  isOn: boolean
  isSilent: boolean
  handOff: {
    reason: HandOffReason
    messageId: string
    requestedAt: string
    state: 'requested' | 'offered' | 'accepted'
    acceptedAt: string | null
    /** 0: those it came to; 1: a wider circle was asked; 2: supervisors. */
    widened: number
  } | null
}

export async function standingIn(tx: Transaction, conversationId: string): Promise<Standing | undefined> {
  const [row] = await tx.run<{
    patientId: string | null
    isOn: boolean
    isAssigned: boolean
    isHandingOff: boolean
    givenBackAt: Date | null
    reason: HandOffReason | null
    messageId: string
    requestedAt: Date
    state: 'requested' | 'offered' | 'accepted'
    acceptedAt: Date | null
    widened: number
  }>(STANDING, [tx.context.organizationId, conversationId])
  if (!row) return undefined
  const { patientId, isOn, isAssigned, isHandingOff, givenBackAt, reason } = row
  const { messageId, requestedAt, acceptedAt, state, widened } = row
  return {
    patientId,
    isOn,
    isSilent: isAssigned || isHandingOff || (await personSpoke(tx, conversationId, givenBackAt)),
    handOff: reason && {
      reason,
      messageId,
      requestedAt: requestedAt.toISOString(),
      state,
      acceptedAt: acceptedAt?.toISOString() ?? null,
      widened,
    },
  }
}

const STANDING = sqlText`
  select c.patient_id as "patientId", c.channel = any (o.assistant_channels) as "isOn", c.assignment = 'assigned' as "isAssigned",
         coalesce(s.is_handing_off, false) or h.id is not null as "isHandingOff", s.given_back_at as "givenBackAt",
         h.reason, h.message_id as "messageId", h.requested_at as "requestedAt",
         h.state, h.accepted_at as "acceptedAt", h.widened
    from conversation c
    join organization o on o.organization_id = $1
    left join assistant_session s on s.organization_id = $1 and s.conversation_id = c.id
    left join hand_off h on h.organization_id = $1 and h.conversation_id = c.id and h.closed_at is null
   where c.organization_id = $1 and c.id = $2`

/** The assistant may speak again; what people said before does not silence it any more (D74). */
export async function giveBackSession(tx: Transaction, conversationId: string, now: Date): Promise<void> {
  const { organizationId } = tx.context
  await tx.run(
    sqlText`update hand_off set state = 'closed', closed_at = $3, deadline_at = null, tell_at = null
      where organization_id = $1 and conversation_id = $2 and closed_at is null`,
    [organizationId, conversationId, now],
  )
  await tx.run(
    sqlText`insert into assistant_session (organization_id, conversation_id, answered_seq, is_introduced, failed, was_upset, is_handing_off,
        given_back_at, updated_at)
      select $1, c.id, c.last_seq, true, 0, false, false, $3, $3 from conversation c where c.organization_id = $1 and c.id = $2
      on conflict (organization_id, conversation_id) do update
        set answered_seq = excluded.answered_seq, is_introduced = true, failed = 0, was_upset = false, is_handing_off = false, given_back_at = $3, updated_at = $3`,
    [organizationId, conversationId, now],
  )
}

export async function assistantChannels(tx: Transaction): Promise<string[]> {
  const [row] = await tx.run<{ channels: string[] }>(
    sqlText`select assistant_channels as channels from organization where organization_id = $1`,
    [tx.context.organizationId],
  )
  return row?.channels ?? []
}

/** The SQL of calls: every attempt has a row, everything a carrier told of it once, and a recording is kept until it is a message. */
import type { Asked, CallState as Flow } from '#engines/ivr/call-flow.ts'
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { CallStateName } from './rules.ts'

export type Call = {
  id: string
  accountId: string
  carrierCallId: string
  address: string
  /** Nothing speaks against the number being the caller's own. */
  isUsable: boolean
  state: CallStateName
  flow: Flow
  turn: number
  consent: 'given' | 'refused' | 'told' | null
  conversationId: string | null
  startedAt: Date
  queuedAt: Date | null
  ringingAt: Date | null
  /** When a telephone of ours picked up. */
  answeredAt: Date | null
  /** Who said that he has it on the telephone, and that telephone; null: the desk's. */
  answeredBy: string | null
  deskNumber: string | null
  heldAt: Date | null
  /** What the desk asked of the carrier, which has not come back about it. */
  asked: Asked | null
  askedAt: Date | null
  /** To whom it is passed on, or to which queue, and the telephone that rings for it. */
  transferTo: string | null
  transferQueue: string | null
  transferNumber: string | null
}

type Arriving = Pick<Call, 'accountId' | 'carrierCallId' | 'address' | 'isUsable' | 'flow'>

/** What a form that does not say who calls leaves as the address. */
export const ANONYMOUS = 'anonymous'

/**
 * The call, held until the transaction ends: what a carrier tells of it is taken one after the other. `isNew`: this was its first word. Who calls may be
 * told only later.
 */
export async function lockCall(
  tx: Transaction,
  arriving: Arriving,
  now: Date,
): Promise<{ call: Call; isNew: boolean }> {
  const { organizationId } = tx.context
  const { accountId, carrierCallId, address, isUsable, flow } = arriving
  const added = await tx.run(ADD, [
    organizationId,
    newId(now.getTime()),
    accountId,
    carrierCallId,
    address,
    isUsable,
    JSON.stringify(flow),
    flow.language,
    now,
  ])
  const [call] = await tx.run<Call>(LOCK, [organizationId, accountId, carrierCallId])
  if (!call) throw new Error('a call went away while it was taken')
  if (isUsable && call.address === ANONYMOUS) {
    await tx.run(SET_ADDRESS, [organizationId, call.id, address])
    return { call: { ...call, address, isUsable }, isNew: false }
  }
  return { call, isNew: added.length > 0 }
}

/** The call for a job. */
export async function lockCallById(tx: Transaction, id: string): Promise<Call | undefined> {
  const [call] = await tx.run<Call>(LOCK_BY_ID, [tx.context.organizationId, id])
  return call
}

/** @returns false when this was told before. */
export async function addCallEvent(
  tx: Transaction,
  callId: string,
  { key, kind, detail = null }: { key: string; kind: CallEventKind; detail?: string | null },
  now: Date,
): Promise<boolean> {
  const rows = await tx.run(
    sqlText`insert into call_event (organization_id, call_id, event_key, at, kind, detail) values ($1, $2, $3, $4, $5, $6)
      on conflict do nothing returning call_id`,
    [tx.context.organizationId, callId, key, now, kind, detail],
  )
  return rows.length > 0
}
export type CallEventKind =
  'arrived' | 'pressed' | 'said' | 'silent' | 'asked' | 'queued' | 'rang' | 'recorded' | 'transcribed' | 'ended'

/** A call that is over stays over, but for what is learnt later: it left a voicemail, it had been talked. */
export async function saveCall(tx: Transaction, call: Call, now: Date): Promise<void> {
  await tx.run(SAVE, [
    tx.context.organizationId,
    call.id,
    call.state,
    JSON.stringify(call.flow),
    call.turn,
    call.flow.language,
    call.consent,
    call.conversationId,
    call.queuedAt,
    call.ringingAt,
    now,
    call.answeredAt,
    call.answeredBy,
    call.deskNumber,
    call.heldAt,
    call.asked,
    call.askedAt,
    call.transferTo,
    call.transferQueue,
    call.transferNumber,
  ])
}

/** Who waits before this call, and how busy the desk's telephone is. `before`: since when the call waits. */
export async function lineNow(
  tx: Transaction,
  { accountId, callId, before, now }: { accountId: string; callId: string | null; before: Date; now: Date },
): Promise<{ ahead: number; talking: number; talkMin: number | null }> {
  const [row] = await tx.run<{ ahead: number; talking: number; talkMin: number | null }>(LINE_NOW, [
    tx.context.organizationId,
    accountId,
    callId,
    before,
    now,
    new Date(now.getTime() - OPEN_CALL_MAX_MS),
    new Date(now.getTime() - TALKS_OF_MS),
    new Date(now.getTime() - PLACE_KEPT_MS),
  ])
  return row ?? { ahead: 0, talking: 0, talkMin: null }
}

/** A call that nothing was heard of for this long is over, whatever its row says. */
const OPEN_CALL_MAX_MS = 2 * 3_600_000
const TALKS_OF_MS = 24 * 3_600_000
/** A call-back that nobody made in an hour keeps nobody else waiting any more. */
const PLACE_KEPT_MS = 3_600_000

export type Voicemail = {
  id: string
  callId: string
  recordingId: string
  url: string
  seconds: number
  transcript: string | null
  messageId: string | null
  receivedAt: Date
}

/** Keeps a recording or what was understood of it; whichever comes first makes the row. @returns the row as it is then. */
export async function keepVoicemail(
  tx: Transaction,
  {
    callId,
    recordingId,
    url,
    seconds,
    transcript,
  }: Pick<Voicemail, 'callId' | 'recordingId' | 'url' | 'seconds' | 'transcript'>,
  now: Date,
): Promise<Voicemail> {
  const [row] = await tx.run<Voicemail>(KEEP_VOICEMAIL, [
    tx.context.organizationId,
    newId(now.getTime()),
    callId,
    recordingId,
    url,
    seconds,
    transcript,
    now,
  ])
  if (!row) throw new Error('a voicemail went away while it was kept')
  return row
}

export async function lockVoicemail(tx: Transaction, id: string): Promise<Voicemail | undefined> {
  const [row] = await tx.run<Voicemail>(LOCK_VOICEMAIL, [tx.context.organizationId, id])
  return row
}

/** The recording could not be had. @returns how often that was so. */
export async function voicemailNotHad(tx: Transaction, id: string): Promise<number> {
  const [row] = await tx.run<{ tries: number }>(
    `update voicemail set tries = tries + 1 where organization_id = $1 and id = $2 returning tries`,
    [tx.context.organizationId, id],
  )
  return row?.tries ?? 0
}

/** Its words are a message already. */
export async function voicemailWordsTaken(tx: Transaction, id: string): Promise<void> {
  await tx.run(`update voicemail set transcript = null where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    id,
  ])
}

export async function voicemailTaken(tx: Transaction, id: string, messageId: string): Promise<void> {
  await tx.run(`update voicemail set state = 'taken', message_id = $3 where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    id,
    messageId,
  ])
}

const CALL = `
  id, account_id as "accountId", carrier_call_id as "carrierCallId", address, is_usable as "isUsable", state, flow, turn, consent,
  conversation_id as "conversationId", started_at as "startedAt", queued_at as "queuedAt", ringing_at as "ringingAt", answered_at as "answeredAt",
  answered_by as "answeredBy", desk_number as "deskNumber", held_at as "heldAt", asked, asked_at as "askedAt", transfer_to as "transferTo",
  transfer_queue as "transferQueue", transfer_number as "transferNumber"`

const ADD = sqlText`
  insert into call (organization_id, id, account_id, direction, carrier_call_id, address, is_usable, state, flow, language, started_at)
  values ($1, $2, $3, 'in', $4, $5, $6, 'menu', $7, $8, $9) on conflict do nothing returning id`

const SET_ADDRESS = `update call set address = $3, is_usable = true where organization_id = $1 and id = $2`

const LOCK = `select ${CALL} from call where organization_id = $1 and account_id = $2 and carrier_call_id = $3 for update`
const LOCK_BY_ID = `select ${CALL} from call where organization_id = $1 and id = $2 for update`

const SAVE = sqlText`
  update call
     set state = $3::text, flow = $4, turn = $5, language = $6, consent = $7::text,
         consent_at = case when $7::text is not null then coalesce(consent_at, $11::timestamptz) end,
         conversation_id = $8, queued_at = $9, ringing_at = $10, answered_at = $12, answered_by = $13, desk_number = $14,
         held_at = $15, asked = $16, asked_at = $17, transfer_to = $18, transfer_queue = $19, transfer_number = $20,
         ended_at = case when $3::text in ('menu', 'queued', 'ringing', 'talking', 'held', 'recording') then null else coalesce(ended_at, $11) end
   where organization_id = $1 and id = $2`

const LINE_NOW = sqlText`
  select (select count(*)::int from call
           where organization_id = $1 and account_id = $2 and state = 'queued' and queued_at < $4 and started_at > $6
             and id is distinct from $3::uuid)
       + (select count(*)::int from call_back b
           where b.organization_id = $1 and b.state = 'open' and b.due_at between $8 and $5 and b.place_since < $4) as ahead,
         (select count(*)::int from call
           where organization_id = $1 and account_id = $2 and state in ('ringing', 'talking', 'held') and started_at > $6 and id is distinct from $3::uuid) as talking,
         (select extract(epoch from avg(ended_at - coalesce(answered_at, ringing_at)))::float / 60 from call
           where organization_id = $1 and account_id = $2 and state = 'talked' and started_at > $7) as "talkMin"`

const VOICEMAIL = `
  id, call_id as "callId", recording_id as "recordingId", url, seconds, transcript, message_id as "messageId", received_at as "receivedAt"`

const KEEP_VOICEMAIL = `
  insert into voicemail as v (organization_id, id, call_id, recording_id, url, seconds, state, transcript, received_at)
  values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8)
  on conflict (organization_id, call_id, recording_id) do update
     set transcript = coalesce(v.transcript, excluded.transcript), url = case when v.url = '' then excluded.url else v.url end,
         seconds = greatest(v.seconds, excluded.seconds)
  returning ${VOICEMAIL}`

const LOCK_VOICEMAIL = `select ${VOICEMAIL} from voicemail where organization_id = $1 and id = $2 for update`

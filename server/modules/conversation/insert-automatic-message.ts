/** A message that the product writes by itself (emergency text, acknowledgement), through the gate like every other. */
import { searchWords } from '#engines/text/search-words.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { decideSend, type Decision, type Purpose, type SendChannel, type SendFacts } from './gate.ts'
import { isStopped } from './number-stop.ts'
import { HOUSE_RULES, loadSending } from './sending-rules.ts'

export type AutomaticMessage = {
  conversationId: string
  text: string
  language: string
  purpose: Purpose
  channel: SendChannel
  /** The mailbox it leaves from; its minute's budget is asked. */
  channelAccountId?: string | null
  address: string | null
  /** What it is, where it is no acknowledgement: that is counted among all automatic messages only. */
  kind?:
    | 'about-files'
    | 'stop-confirmed'
    | 'start-confirmed'
    | 'help'
    | 'rule'
    | 'call-abandoned'
    | 'call-back-missed'
    | 'call-back-moved'
    | 'visit-reminder'
    | 'visit-question'
    | 'visit-cancelled'
    | 'assistant'
    | 'safety'
  /** Of the assistant: what can be sent with one press; null: the way to a person is not offered either. */
  choices?: readonly string[] | null
  /** The sender is a machine, or an address that is not surely the sender's own: nothing automatic goes out. */
  receiverIsAutomatic: boolean
  /** What is known of the receiver, where nobody is writing at this moment. */
  facts?: Pick<SendFacts, 'consent' | 'confidentialChannel' | 'quietUntil' | 'minutesSinceTheyWrote'> &
    Partial<Pick<SendFacts, 'hasDied'>>
}

/** @returns false if the gate refused: then nothing was written. */
export async function insertAutomaticMessage(
  { tx, jobs, now }: { tx: Transaction; jobs: Jobs; now: Date },
  message: AutomaticMessage,
): Promise<boolean> {
  // To whoever is on the telephone it is said in the call. The gate stops nothing that is said to somebody who is there.
  if (message.channel === 'portal-chat' || message.channel === 'widget' || message.channel === 'voice') {
    await storeAutomaticMessage({ tx, jobs, now }, message, 'delivered')
    return true
  }
  const decision = await decideAutomatic({ tx, now }, message)
  if (decision.do !== 'allow') {
    // What is dropped is counted and shown, never silent (desk-D42). Nothing is kept for later: it would come when nobody needs it.
    await journal(
      tx,
      {
        event: 'message.automatic-refused',
        action: 'E',
        resourceKind: 'conversation',
        resourceId: message.conversationId,
        conversationId: message.conversationId,
        outcome: 'denied',
        refusal: decision.reason,
        detail: { purpose: message.purpose, channel: message.channel },
      },
      now,
    )
    return false
  }

  await storeAutomaticMessage({ tx, jobs, now }, message, 'queued')
  return true
}

/** Whether it may leave now; whoever gets it is held until the end of the transaction, and what was sent before is counted. */
export async function decideAutomatic(
  { tx, now }: { tx: Transaction; now: Date },
  message: Omit<AutomaticMessage, 'conversationId'> & { conversationId?: string },
): Promise<Decision> {
  if (message.address !== null) await lockReceivers(tx, [message.address])
  const sentBefore = await countAutomatic(tx, message, now)
  return decide(tx, message, {
    ...sentBefore,
    ...(message.kind ? { acknowledgementsToday: 0 } : {}),
    ...message.facts,
  })
}

/**
 * Once more as it waits or is handed over: sending may have been switched off, the address have bounced, its number have said STOP, the night have
 * begun, and of whoever has the address (`facts`) a consent, a grant or a life have ended. What was spent was asked when it was written.
 */
export const decideAgain = (
  tx: Transaction,
  queued: Pick<AutomaticMessage, 'channel' | 'purpose' | 'address'>,
  facts: SendFacts | undefined,
): Promise<Decision> =>
  decide(
    tx,
    { ...queued, text: '', receiverIsAutomatic: false },
    {
      ...NOTHING_SENT,
      rules: HOUSE_RULES,
      ...(facts && { quietUntil: facts.quietUntil, minutesSinceTheyWrote: facts.minutesSinceTheyWrote }),
      // What was just asked for is answered where it was asked from.
      ...(facts && queued.purpose !== 'security' && ofTheirChoice(queued.purpose, facts)),
    },
  )

/** A yes to answers from us is no yes to this one; a no is. Of care it was asked for itself. */
const ofTheirChoice = (purpose: Purpose, { isPartysWay, consent, hasDied, confidentialChannel }: SendFacts) => ({
  isPartysWay,
  consent: purpose === 'care' || consent === 'deny' ? consent : ('none' as const),
  hasDied,
  confidentialChannel,
})

async function decide(
  tx: Transaction,
  message: Pick<AutomaticMessage, 'channel' | 'purpose' | 'address' | 'kind' | 'text' | 'receiverIsAutomatic'>,
  facts: typeof NOTHING_SENT & Partial<SendFacts>,
): Promise<Decision> {
  const { channel, purpose, address, text, receiverIsAutomatic } = message
  return decideSend(
    {
      channel,
      purpose,
      isAutomatic: true,
      contentClass: 'plain',
      carriesText: true,
      isDialogue: DIALOGUE.has(message.kind ?? ''),
      text,
    },
    {
      ...(await loadSending(tx)),
      isPartysWay: address !== null,
      contactPointState: await contactPointState(tx, message),
      allowsPlain: false,
      isShared: false,
      identityLevel: 'none',
      consent: 'none',
      hasDied: false,
      confidentialChannel: null,
      hasStopped: channel === 'sms' && (await isStopped(tx, address)),
      quietUntil: null,
      minutesSinceTheyWrote: 0,
      receiverIsAutomatic,
      ...facts,
    },
  )
}

/** So short an answer ("no", "not sure") may come again and again. */
const FEW_CHARACTERS = 10

/** What answers message for message. The SQL below counts by the same two flags. */
const DIALOGUE: ReadonlySet<string> = new Set(['assistant', 'safety'])

/**
 * Held until the end of the transaction, before anything is counted: what software writes at the same moment to one address, or to several of one
 * person, is counted one after the other, or none would see the other (desk-D42). All keys at once and in one order, so that no two wait for each other.
 */
export async function lockReceivers(tx: Transaction, addresses: readonly string[]): Promise<void> {
  if (addresses.length > 0) await tx.run(LOCK_RECEIVERS, [tx.context.organizationId, addresses])
}

/** The addresses, and everybody who has one of them. */
const LOCK_RECEIVERS = sqlText`
  with receiver as (
    select unnest($2::text[]) as key union
    select coalesce(patient_id, related_person_id)::text from contact_point
     where organization_id = $1 and system in ('email', 'sms', 'phone') and value = any ($2::text[]) and state <> 'detached'
  ), keys as materialized (
    select distinct hashtextextended('automatic/' || $1::text || '/' || key, 0) as key from receiver order by 1
  )
  select pg_advisory_xact_lock(key) from keys`

/** What the gate has let through is written, and goes on its way. `until`: held, and decided again then. @returns the message. */
export async function storeAutomaticMessage(
  { tx, jobs, now }: { tx: Transaction; jobs: Jobs; now: Date },
  message: Omit<AutomaticMessage, 'receiverIsAutomatic'> & { contactPointId?: string | null },
  state: 'delivered' | 'queued' | 'held',
  { until, reason }: { until: Date | null; reason: string | null } = { until: null, reason: null },
): Promise<string> {
  const { organizationId } = tx.context
  const id = newId(now.getTime())
  const deliveryId = newId(now.getTime())
  tx.pushRows(INSERT, [
    {
      id,
      conversation_id: message.conversationId,
      channel: message.channel,
      text: message.text,
      language: message.language,
      at: now,
      flags: [message.purpose === 'emergency' ? 'emergency' : (message.kind ?? 'acknowledgement')],
      words: searchWords(message.text),
      delivery_id: deliveryId,
      address: message.address,
      purpose: message.purpose,
      state,
      cause: reason,
      channel_account_id: message.channelAccountId,
      until,
      contact_point_id: message.contactPointId,
      choices: message.choices,
    },
  ])
  const data = { organizationId, id: deliveryId }
  if (state === 'queued') await jobs.send(tx, 'deliver', data)
  if (state === 'held' && until) await jobs.send(tx, 'release-held', data, { startAfter: until })
  return id
}

export const NOTHING_SENT = {
  automaticToday: 0,
  automaticMailThisHour: 0,
  automaticSmsToday: 0,
  automaticSmsThisWeek: 0,
  automaticSmsThisHour: 0,
  dialogueSmsToday: 0,
  sameWordsToday: 0,
  acknowledgementsToday: 0,
  mailboxThisMinute: 0,
}

export const addressesOfPerson = async (tx: Transaction, address: string): Promise<string[]> =>
  (await tx.run<{ value: string }>(ADDRESSES_OF_PERSON, [tx.context.organizationId, address])).map(({ value }) => value)

export async function countAutomatic(
  tx: Transaction,
  {
    address,
    channelAccountId,
    conversationId,
  }: Pick<AutomaticMessage, 'address' | 'channelAccountId'> & { conversationId?: string },
  now: Date,
): Promise<typeof NOTHING_SENT> {
  const [row] = await tx.run<typeof NOTHING_SENT>(COUNT_AUTOMATIC, [
    tx.context.organizationId,
    address,
    new Date(now.getTime() - 24 * 3_600_000),
    new Date(now.getTime() - 3_600_000),
    channelAccountId ?? null,
    new Date(now.getTime() - 60_000),
    new Date(now.getTime() - 7 * 24 * 3_600_000),
    conversationId ?? null,
    FEW_CHARACTERS,
  ])
  return row ?? NOTHING_SENT
}

/** An address that bounces or was given up gets nothing automatic; the emergency text goes to whoever is writing now. */
export async function contactPointState(
  tx: Transaction,
  { channel, address, purpose }: Pick<AutomaticMessage, 'channel' | 'address' | 'purpose'>,
): Promise<SendFacts['contactPointState']> {
  if ((channel !== 'email' && channel !== 'sms') || purpose === 'emergency' || address === null) return 'none'
  // What is asked for by whoever writes from a number now is answered, though it is not who we thought.
  if (channel === 'sms' && purpose === 'security') return 'none'
  const [point] = await tx.run<{ state: SendFacts['contactPointState'] }>(
    sqlText`select state from contact_point where organization_id = $1 and system = $3 and value = $2
      order by (state = 'active') desc limit 1`,
    [tx.context.organizationId, address, channel],
  )
  return point?.state ?? 'none'
}

/** The address `$2` and every other of the persons who have it: a day's messages are counted over all of a person's addresses (desk-D42). */
const ADDRESSES_OF_PERSON = `
  select $2::text as value union
  select other.value from contact_point mine
    join contact_point other on other.organization_id = $1
     and (other.patient_id = mine.patient_id or other.related_person_id = mine.related_person_id)
   where mine.organization_id = $1 and mine.system in ('email', 'sms', 'phone') and mine.value = $2 and mine.state <> 'detached'
     and other.state <> 'detached'`

const COUNT_AUTOMATIC = `
  select (count(*) filter (where changed_at > $3 and not is_dialogue))::int as "automaticToday",
         (count(*) filter (where changed_at > $3 and channel = 'sms' and purpose not in ('security', 'emergency') and not is_dialogue))::int as "automaticSmsToday",
         (count(*) filter (where channel = 'sms' and purpose not in ('security', 'emergency') and not is_dialogue))::int as "automaticSmsThisWeek",
         (count(*) filter (where is_same and changed_at > $4 and channel = 'sms' and purpose not in ('security', 'emergency')))::int as "automaticSmsThisHour",
         (count(*) filter (where is_same and changed_at > $3 and is_dialogue))::int as "dialogueSmsToday",
         (select count(*)::int from message m, lateral (select text from message l where l.organization_id = $1 and l.conversation_id = $8
              and l.direction = 'in' order by l.seq desc limit 1) last
           where m.organization_id = $1 and m.conversation_id = $8 and m.direction = 'in' and m.received_at > $3 and m.text = last.text
             and char_length(last.text) > $9) as "sameWordsToday",
         (count(*) filter (where is_same and changed_at > $4 and channel = 'email'))::int as "automaticMailThisHour",
         (count(*) filter (where is_same and changed_at > $3 and purpose = 'reply' and exists (select from message m
           where m.organization_id = $1 and m.id = sent.message_id and m.flags @> '{acknowledgement}')))::int as "acknowledgementsToday",
         (select count(*)::int from (
           select from message m where m.organization_id = $1 and m.channel_account_id = $5::uuid and m.direction = 'out' and m.author_kind = 'system'
             and m.received_at > $6 limit 1000) as minute) as "mailboxThisMinute"
    from (
      select message_id, channel, purpose, changed_at, address = $2 as is_same,
             channel = 'sms' and exists (select from message m where m.organization_id = $1 and m.id = delivery.message_id
               and m.flags && '{assistant,safety}') as is_dialogue
        from delivery
       where organization_id = $1 and address = any (array(${ADDRESSES_OF_PERSON})) and is_automatic and changed_at > $7
         and state not in ('blocked', 'cancelled')
      union all
      select message_id, channel, purpose, changed_at, address = $2, false from delivery
       where organization_id = $1 and address = any (array(${ADDRESSES_OF_PERSON})) and idempotency_key like '%:continuity'
         and changed_at > $7 and state not in ('held', 'blocked', 'cancelled')) sent`

const INSERT = sqlText`
  with r as materialized (
    select * from json_to_recordset($2::json) as given(
      id uuid, conversation_id uuid, channel text, text text, language text, at timestamptz, flags text[], words text, delivery_id uuid,
      address text, purpose text, state text, cause text, channel_account_id uuid, until timestamptz, contact_point_id uuid, choices text[])
  ), c as (
    update conversation v
       set last_seq = last_seq + 1, version = version + 1
      from r
     where v.organization_id = $1 and v.id = r.conversation_id
    returning v.id, v.last_seq
  ), m as (
    insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, text, language, content_class,
      received_at, automatic, flags, search, channel_account_id, held_until, choices)
    select $1, r.id, c.id, c.last_seq, 'out', r.channel, 'system', r.text, r.language, 'service',
      r.at, 'machine', r.flags, to_tsvector('simple', r.words), r.channel_account_id, r.until, r.choices
      from c join r on r.conversation_id = c.id
  ), d as (
    insert into delivery (organization_id, id, message_id, conversation_id, channel, address, purpose, is_automatic, state, cause,
      not_before, idempotency_key, changed_at, contact_point_id)
    select $1, r.delivery_id, r.id, c.id, r.channel, r.address, r.purpose, true, r.state, r.cause,
      coalesce(r.until, r.at), r.id::text || ':' || coalesce(r.address, r.channel), r.at, r.contact_point_id
      from c join r on r.conversation_id = c.id
  )
  insert into delivery_step (organization_id, delivery_id, at, id, state, cause)
  select $1, r.delivery_id, r.at, r.delivery_id, r.state, r.cause from c join r on r.conversation_id = c.id`

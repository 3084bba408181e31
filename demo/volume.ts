/**
 * More patients and conversations than a person could read, for measuring: made by the database itself from the stories that were
 * told before, so that a million messages take minutes. Order, states, reasons and search words are those of the stories.
 */
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Clinic } from './clinic.ts'
import { buildPeople, type Patient } from './people.ts'
import { insertRows, noRows } from './rows.ts'

/** People of one insert, and conversations of one statement: below the 10 seconds that a statement may take. */
const PEOPLE_PER_BATCH = 2_000
const CONVERSATIONS_PER_BATCH = 500
/** Conversations that each added patient has, about. */
const CONVERSATIONS_PER_PATIENT = 0.9

export type Volume = { conversations: number; messages: number }

type Adding = { db: Database; clinic: Clinic; now: Date; seed: string }

/** Adds patients up to `patients` in all, with conversations of their own. */
export async function addPatients({ db, clinic, now, seed }: Adding, from: number, patients: number): Promise<void> {
  for (let n = from; n < patients;) {
    const rows = noRows()
    const people: Patient[] = buildPeople(seed, clinic, now, rows, {
      from: n,
      count: Math.min(PEOPLE_PER_BATCH, patients - n),
    })
    // These people cannot sign in: what is not there cannot be guessed.
    await inOrganization(db, clinic, (tx) => insertRows(tx, { ...rows, portal_account: [] }))
    n += people.length
  }
}

export const conversationsFor = (patients: number): number => Math.ceil(patients * CONVERSATIONS_PER_PATIENT)

/**
 * Copies told conversations under new ids for random patients of the organization, spread over the year before `now`, until at
 * least `conversations` and `messages` were added.
 */
export async function addConversations(
  { db, clinic, seed, now }: Adding,
  wanted: { conversations: number } | { messages: number },
): Promise<Volume> {
  const added: Volume = { conversations: 0, messages: 0 }
  const { start, origins } = await inOrganization(db, clinic, async (tx) => {
    const [row] = await tx.run<{ n: number }>(
      `select count(*)::int as n from conversation where organization_id = $1`,
      [clinic.organizationId],
    )
    // Looked for once: among a million copies each batch would look for them longer than it copies.
    const originals = await tx.run<{ id: string }>(ORIGINALS, [clinic.organizationId])
    return { start: row?.n ?? 0, origins: originals.map(({ id }) => id) }
  })
  const isEnough = () =>
    'messages' in wanted ? added.messages >= wanted.messages : added.conversations >= wanted.conversations
  for (let n = start; !isEnough(); n += CONVERSATIONS_PER_BATCH) {
    const left =
      'conversations' in wanted
        ? wanted.conversations - added.conversations
        : Math.ceil((wanted.messages - added.messages) / LEAST_MESSAGES)
    const count = Math.max(1, Math.min(CONVERSATIONS_PER_BATCH, left))
    const [row] = await inOrganization(db, clinic, (tx) =>
      tx.run<Volume>(COPY_CONVERSATIONS, [clinic.organizationId, n, count, seed, now, origins]),
    )
    if (!row || row.conversations === 0) throw new Error('there is nothing to copy: fill the demonstration first')
    added.conversations += row.conversations
    added.messages += row.messages
  }
  return added
}

/** No copied conversation has fewer messages than this. */
const LEAST_MESSAGES = 2

const inOrganization = <T>(
  db: Database,
  { organizationId }: Clinic,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => db.transaction(systemContext(organizationId, newId(), 'demo'), work)

/** A UUIDv7 of a name and a moment, as demo/demo-id.ts makes it. */
const id = (name: string, at: string): string =>
  `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7' || left(md5(${name}), 3) || '8' || substr(md5(${name}), 4, 15))::uuid`

const ORIGINALS = `
  select id from conversation
   where organization_id = $1 and state in ('open', 'closed', 'resolved') and urgency <> 'stat' and visitor_id is null
     and related_person_id is null and last_seq >= ${LEAST_MESSAGES} and not tags @> '{copy}'
   order by id limit 200`

const COPY_CONVERSATIONS = `
  with origin as materialized (
    select c.*, row_number() over (order by c.id) - 1 as k from conversation c where c.organization_id = $1 and c.id = any ($6::uuid[])
  ), origins as materialized (select count(*) as n from origin
  ), people as materialized (
    select id, site_id, row_number() over (order by id) - 1 as k from patient where organization_id = $1
  ), everybody as materialized (select count(*) as n from people
  ), plan as materialized (
    select g.n, o.id as origin_id, p.id as patient_id, p.site_id as site_id,
           (($5::timestamptz - make_interval(mins => (20 + (abs(hashtextextended($4::text || '/when/' || g.n, 0)) % 520000))::int)) - o.last_message_at) as shift
      from generate_series($2::int, $2::int + $3::int - 1) g(n)
      join origins on origins.n > 0
      join origin o on o.k = abs(hashtextextended($4::text || '/story/' || g.n, 0)) % origins.n
      join everybody on everybody.n > 0
      join people p on p.k = abs(hashtextextended($4::text || '/patient/' || g.n, 0)) % everybody.n
  ), copied as materialized (
    select plan.*, c.first_message_at + shift as first_at, ${id(`$4::text || '/copy/' || plan.n`, 'c.first_message_at + shift')} as copy_id
      from plan join origin c on c.id = plan.origin_id
  ), made as (
    insert into conversation (organization_id, id, number, subject, state, assignment, urgency, urgency_reason, urgency_reason_es, topic, language, tone,
      queue_id, assignee_id, patient_id, site_id, channel, tags, last_seq, last_words, last_direction, last_message_at, first_message_at, unread_since, due_at,
      resolved_at, version)
    select $1, v.copy_id, translate(upper(left(md5($4::text || '/number/' || v.n), 10)), 'ILOU', '1100'), o.subject,
           case when o.state = 'open' and v.n % 20 <> 0 then 'closed' else o.state end, o.assignment, o.urgency, o.urgency_reason, o.urgency_reason_es, o.topic, o.language,
           o.tone, o.queue_id, o.assignee_id, v.patient_id, v.site_id, o.channel, '{copy}', o.last_seq, o.last_words, o.last_direction,
           o.last_message_at + v.shift, v.first_at, o.unread_since + v.shift, case when o.state = 'open' and v.n % 20 = 0 then o.due_at + v.shift end,
           case when o.state <> 'open' or v.n % 20 <> 0 then o.last_message_at + v.shift end, o.version
      from copied v join origin o on o.id = v.origin_id
    returning id
  ), joined as (
    insert into party (organization_id, id, conversation_id, role, patient_id, joined_at)
    select $1, ${id(`$4::text || '/party/' || n`, 'first_at')}, copy_id, 'patient', patient_id, first_at from copied
  ), messages as materialized (
    select m.*, v.n, v.copy_id, v.patient_id, m.received_at + v.shift as at,
           ${id(`$4::text || '/message/' || v.n || '/' || m.seq`, 'm.received_at + v.shift')} as new_id
      from copied v join message m on m.organization_id = $1 and m.conversation_id = v.origin_id
  ), stored as (
    insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, author_id, text, trimmed, subject, language,
      urgency, content_class, external_id, content_digest, received_at, automatic, flags, readers, search)
    select $1, new_id, copy_id, seq, direction, channel, author_kind, case when author_kind = 'patient' then patient_id else author_id end, text, trimmed,
      subject, language, urgency, content_class, case when direction = 'in' then new_id::text end, content_digest, at, automatic, flags, readers, search
      from messages
    returning 1
  ), entered as (
    insert into inbox_entry (organization_id, source, external_id, content_digest, outcome, message_id, received_at)
    select $1, 'demo-volume', new_id::text, content_digest, 'stored', new_id, at from messages where direction = 'in'
  ), understood as (
    insert into understanding (organization_id, message_id, version, state, language, triage_urgency, result, at)
    select $1, m.new_id, 1, u.state, u.language, u.triage_urgency, u.result, m.at
      from messages m join understanding u on u.organization_id = $1 and u.message_id = m.id where m.direction = 'in'
  ), delivered as (
    insert into delivery (organization_id, id, message_id, conversation_id, channel, purpose, is_automatic, state, not_before, attempt, idempotency_key, changed_at)
    select $1, ${id(`$4::text || '/delivery/' || n || '/' || seq`, 'at')}, new_id, copy_id, channel, 'reply', automatic <> 'none',
      case when channel = 'email' then 'handed_over' else 'delivered' end, at, 1, new_id::text, at
      from messages where direction = 'out'
  ), told as (
    insert into journal (organization_id, id, at, boot_id, boot_count, event, action, actor_kind, actor_id, role, purpose, identity_level, request_id, resource_kind,
      resource_id, conversation_id, patient_id, patient_count, field_classes)
    select $1, ${id(`$4::text || '/journal/' || n || '/' || seq`, 'at')}, at, ${id(`$4::text || '/boot'`, '$5::timestamptz')}, n,
      case direction when 'in' then 'message.received' when 'out' then 'message.sent' else 'note.written' end, 'C',
      case when direction = 'in' then 'patient' when author_kind = 'staff' then 'staff' else 'system' end,
      case when direction = 'in' then patient_id::text else author_id::text end,
      case when direction = 'in' then 'patient' when author_kind = 'staff' then 'agent' else 'system' end,
      case when direction = 'in' then 'PATRQT' else 'HOPERAT' end, case when direction = 'in' then 'verified' else 'none' end,
      ${id(`$4::text || '/request/' || n || '/' || seq`, 'at')}, 'message', new_id, copy_id, patient_id, 1, '{service}'
      from messages
  )
  select (select count(*)::int from made) as conversations, (select count(*)::int from stored) as messages`

/** Rows on their way to the database: table by table, in an order that keeps each foreign key. */
import type { Transaction } from '#server/platform/database.ts'

type Value =
  | string
  | number
  | boolean
  | null
  | Date
  | Buffer
  | readonly string[]
  | readonly object[]
  | { readonly [key: string]: unknown }
export type Row = { readonly [column: string]: Value }

/** Parents before children. */
export const TABLES = [
  'organization',
  'site',
  'staff_member',
  'patient',
  'related_person',
  'proxy_link',
  'portal_account',
  'contact_point',
  'calendar',
  'service_policy',
  'protocol_signature',
  'queue',
  'queue_member',
  'capacity_rule',
  'shift_pattern',
  'shift',
  'saved_view',
  'rule',
  'rule_version',
  'rule_simulation',
  'channel_account',
  'macro',
  'macro_version',
  'article',
  'article_version',
  'article_text',
  'article_comment',
  'article_trial',
  'question_cluster',
  'unanswered_question',
  'visitor',
  'conversation',
  'hand_over',
  'call_back',
  'party',
  'raw_message',
  'message',
  'consent',
  'understanding',
  'understanding_label',
  'decision_review',
  'assistant_session',
  'assistant_task',
  'assistant_slot',
  'assistant_answer',
  'hand_off',
  'safety_dialogue',
  'safety_turn',
  'safety_question',
  'inbox_entry',
  'set_aside',
  'draft',
  'attachment',
  'delivery',
  'delivery_step',
  'safety_alert',
  'conversation_seen',
  'mention',
  'identity_check',
  'appointment',
  'reminder_step',
  'front_desk_count',
  'front_desk_turn',
  'mailbox_count',
  'journal',
  'journal_patient',
] as const
export type Table = (typeof TABLES)[number]

export type Rows = { readonly [table in Table]: Row[] }

export const noRows = (): Rows => Object.fromEntries(TABLES.map((table) => [table, [] as Row[]])) as unknown as Rows

/** Rows of one INSERT. */
const ROWS_PER_INSERT = 500

export async function insertRows(tx: Transaction, rows: Rows): Promise<void> {
  for (const table of TABLES) {
    for (const batch of batches(rows[table])) await insertBatch(tx, table, batch)
  }
}

/** All rows of a table have the same columns; `search_words` of a message becomes its search vector. */
async function insertBatch(tx: Transaction, table: Table, batch: readonly Row[]): Promise<void> {
  const columns = Object.keys(batch[0] ?? {})
  const targets = columns.map((column) => (column === 'search_words' ? 'search' : column))
  const values = columns.map((column) =>
    column === 'search_words' ? `to_tsvector('simple', r.search_words)` : `r.${column}`,
  )
  const words = columns.includes('search_words') ? ', jsonb_to_recordset($1::jsonb) as (search_words text)' : ''
  await tx.run(
    `insert into ${table} (${targets.join(', ')}) select ${values.join(', ')}
       from rows from (jsonb_populate_recordset(null::${table}, $1::jsonb)${words}) r`,
    [JSON.stringify(batch.map(asRecord))],
  )
}

/** Bytes as PostgreSQL writes them; everything else JSON says as the database reads it. */
const asRecord = (row: Row): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
    ]),
  )

function* batches(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) yield rows.slice(from, from + ROWS_PER_INSERT)
}

/**
 * Every table of the catalogue, tried as the product's own role: whatever a transaction says of itself, it reaches the rows of its
 * organization or none. A table that a later migration adds is tried without a word here.
 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aClinic, asSystem } from '#server/modules/conversation/a-clinic.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { catalogueFaults } from './catalogue-faults.ts'
import { RLS_EXCEPTIONS } from './rls-exceptions.ts'

const { connections, database, look } = await testDatabase()
const mine = await aClinic(database)
const theirs = await aClinic(database)
const app = new pg.Client(connections.app)

/** Two clinics in a database whose rules stand; of the other one they are dropped, to fill every table. */
const { database: ruled, connections: ruledAt } = await testDatabase()
const [a, b, c] = [await aClinic(ruled), await aClinic(ruled), await aClinic(ruled)]

/** Stands in every text column; no error and no answer may hold it. */
const CANARY = 'canary-7f3a'

type Table = { name: string; columns: { name: string; type: string; array: boolean }[] }
let tables: Table[] = []

beforeAll(async () => {
  await app.connect()
  tables = await look<Table>(
    `select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', coalesce(e.typname, t.typname), 'array', e.oid is not null) order by attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.attgenerated = '' and a.attidentity = '' group by c.relname order by c.relname`,
  )
  await fillEveryTable()
})
afterAll(() => app.end())

test('trust-D6 every table outside the list of exceptions is tried', () => {
  expect(tables.length).toBeGreaterThan(35)
  expect(Object.keys(RLS_EXCEPTIONS).every((name) => name.startsWith('auth.'))).toBe(true)
})

const NOBODY: Record<string, Record<string, string>> = {
  'nothing set': {},
  'an empty organization': { 'app.organization': '', 'app.scope': 'organization' },
  'an organization that is not an id': { 'app.organization': "x' or true --", 'app.scope': 'organization' },
  'half an id': { 'app.organization': mine.organizationId.slice(0, 20), 'app.scope': 'organization' },
  'an organization that is not there': { 'app.organization': randomUUID(), 'app.scope': 'organization' },
}

for (const [what, settings] of Object.entries(NOBODY)) {
  test(`trust-D6 with ${what} no row of any table is read, changed or removed, and no error holds data`, async () => {
    for (const { name, columns } of tables) {
      const set = columns.map((column) => `${column.name} = ${column.name}`).join(', ')
      const text = columns.find(({ type, array }) => type === 'text' && !array)?.name
      for (const statement of [
        `select * from ${name}`,
        `update ${name} set ${set} returning *`,
        `delete from ${name} returning *`,
        // A careless function would tell by its error what a row holds, if it saw the row before row security did.
        ...(text
          ? [
              `select 1 from ${name} where ${text}::int > 0`,
              `select 1 from ${name} where 1 / (length(${text}) - 1000) = 1`,
            ]
          : []),
      ]) {
        const { rows, error } = await asApp(settings, statement)
        expect(rows, `${name}: ${statement}`).toEqual([])
        expect(error, `${name}: ${statement}`).not.toContain(CANARY)
      }
    }
  })
}

test('trust-D6 another organization reads, changes and removes its own rows only', async () => {
  const settings = {
    'app.organization': theirs.organizationId,
    'app.scope': 'organization',
    'app.labels': '-',
    'app.role': 'system',
  }
  for (const { name } of tables) {
    const { rows, error } = await asApp(settings, `select organization_id from ${name}`)
    expect(error, name).toBe('')
    expect(rows.length, `${name} has rows to find`).toBeGreaterThan(0)
    expect(new Set(rows.map(({ organization_id }) => organization_id)), name).toEqual(new Set([theirs.organizationId]))
    const named = await asApp(settings, `select from ${name} where organization_id = '${mine.organizationId}'`)
    expect(named, name).toEqual({ rows: [], error: '' })
  }
})

test('trust-D6 a row cannot be written into, or moved to, another organization', async () => {
  const settings = {
    'app.organization': theirs.organizationId,
    'app.scope': 'organization',
    'app.labels': '-',
    'app.role': 'system',
  }
  for (const { name, columns } of tables) {
    const list = columns.map((column) => column.name).join(', ')
    const values = columns.map((column) =>
      column.name === 'organization_id' ? `'${mine.organizationId}'` : column.name,
    )
    const inserted = await asApp(settings, `insert into ${name} (${list}) select ${values.join(', ')} from ${name}`)
    expect(inserted, name).toMatchObject({ code: '42501' })
    const moved = await asApp(settings, `update ${name} set organization_id = '${mine.organizationId}'`)
    expect(moved, name).toMatchObject({ code: '42501' })
  }
})

test('trust-D6 without a scope only what every visitor may know of the place is seen', async () => {
  const OPEN = ['organization', 'site', 'staff_member']
  for (const scope of ['', 'patient', 'conversation', 'everything']) {
    const settings = { 'app.organization': mine.organizationId, 'app.scope': scope, 'app.labels': '-' }
    for (const { name } of tables.filter((table) => !OPEN.includes(table.name))) {
      expect(await asApp(settings, `select * from ${name}`), `${name} in scope "${scope}"`).toEqual({
        rows: [],
        error: '',
      })
    }
  }
})

test('trust-D6 the words of a labelled conversation are read, changed and written with its labels only', async () => {
  const [labelled, plain, messageId] = [randomUUID(), randomUUID(), randomUUID()]
  await ruled.transaction(asSystem(a), async (tx) => {
    for (const [id, labels] of [
      [labelled, ['PSYTHPN', 'SUD']],
      [plain, []],
    ] as const)
      await tx.run(INSERT_CONVERSATION, [
        a.organizationId,
        id,
        randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase(),
        a.patientId,
        labels,
      ])
    await tx.run(INSERT_MESSAGE, [a.organizationId, messageId, labelled, 1])
    await tx.run(INSERT_MESSAGE, [a.organizationId, randomUUID(), plain, 1])
  })
  const asStaffWith = <T>(labels: string[], work: (tx: Transaction) => Promise<T>) =>
    ruled.transaction({ ...asSystem(a), role: 'nurse', labels }, work)
  const seen = (labels: string[]) =>
    asStaffWith(
      labels,
      async (tx) => (await tx.run(`select from message where conversation_id = any ($1)`, [[labelled, plain]])).length,
    )
  expect(await seen(['PSYTHPN', 'SUD', 'HIV'])).toBe(2)
  for (const without of [[], ['SUD'], ['PSYTHPN'], ['HIV']]) {
    expect(await seen(without), without.join()).toBe(1)
    for (const statement of [`update message set text = 'changed'`, 'delete from message'])
      expect(
        await asStaffWith(without, (tx) => tx.run(`${statement} where id = $1 returning id`, [messageId])),
        statement,
      ).toEqual([])
    // Neither into a conversation that is not seen, nor by a label that is claimed away.
    await expect(
      asStaffWith(without, (tx) => tx.run(INSERT_MESSAGE, [a.organizationId, randomUUID(), labelled, 2])),
    ).rejects.toMatchObject({ sqlstate: '42501' })
  }
  const whole = ['PSYTHPN', 'SUD']
  await asStaffWith(whole, (tx) => tx.run(`update message set labels = '{}' where id = $1`, [messageId]))
  expect(await seen([])).toBe(1)

  // A label goes down to every word, and away from every word.
  await asStaffWith(whole, (tx) =>
    tx.run(`update conversation set labels = '{SUD}' where id = any ($1)`, [[labelled, plain]]),
  )
  expect([await seen([]), await seen(['SUD'])]).toEqual([0, 2])
  await asStaffWith(whole, (tx) => tx.run(`update conversation set labels = '{}' where id = $1`, [plain]))
  expect([await seen([]), await seen(['SUD'])]).toEqual([1, 2])
})

/** Of one conversation, a row of each table that holds its words; `$2` is the conversation, `$3` its message, `$4` an id of their own. */
const WORDS: Record<string, string> = {
  attachment: `insert into attachment (organization_id, id, conversation_id, message_id, name, type, size, sha256, verdict, received_at)
    values ($1, $4, $2, $3, 'A file', 'text/plain', 1, '\\x01', 'clean', now())`,
  call_back: `insert into call_back (organization_id, id, conversation_id, address, language, state, place_since, due_at, outcome, settled_at)
    select $1, $4, $2, '+15550100', 'en', 'done', now(), now(), 'Words', now() where $3::uuid is not null`,
  decision_review: `insert into decision_review (organization_id, message_id, because, agrees, wrong, reason, reviewer_id, reviewed_at)
    select $1, $3, 'sample', false, '{tone}', 'Words', s.id, now() from staff_member s
     where s.organization_id = $1 and s.given = 'Ada' and $2::uuid is not null and $4::uuid is not null`,
  draft: `insert into draft (organization_id, id, staff_id, conversation_id, mode, text, saved_at)
    select $1, $4, s.id, $2, 'reply', 'Words', now() from staff_member s where s.organization_id = $1 and s.given = 'Ada' and $3::uuid is not null`,
  mail_picture: `insert into mail_picture (organization_id, message_id, url_digest, url, type, size, storage_key, fetched_at)
    select $1, $3, '\\x01', 'https://example.org/a.png', 'image/png', 1, $4::uuid::text, now() where $2::uuid is not null`,
  patient_draft: `insert into patient_draft (organization_id, id, author_id, conversation_id, text, saved_at)
    select $1, $4, $4, $2, 'Words', now() where $3::uuid is not null`,
  raw_message: `insert into raw_message (organization_id, id, source, bytes, received_at)
    select $1, $4, 'email', 'Words', now() where $2::uuid is not null and $3::uuid is not null`,
  safety_alert: `insert into safety_alert (organization_id, id, conversation_id, message_id, urgency, kind, reason, raised_at)
    values ($1, $4, $2, $3, 'stat', 'triage', 'Words', now())`,
  understanding: `insert into understanding (organization_id, message_id, state, language, triage_urgency, result, at)
    select $1, $3, 'understood', 'en', 'routine', '{}', now() where $2::uuid is not null and $4::uuid is not null`,
  voicemail: `insert into voicemail (organization_id, id, call_id, recording_id, url, seconds, state, transcript, received_at)
    select $1, $4, k.id, 'RE1', '', 1, 'waiting', 'Words', now() from call k where k.organization_id = $1 and k.conversation_id = $2 and $3::uuid is not null`,
}
/** Only added to: an original, and what was understood. */
const NEVER_CHANGED = ['decision_review', 'raw_message', 'understanding']

test('trust-D6, D14 the files, drafts, alerts, originals and whatever was made of a labelled conversation are of its readers only', async () => {
  const [labelled, plain] = [await aConversationWithWords(['PSYTHPN', 'SUD']), await aConversationWithWords([])]
  for (const table of Object.keys(WORDS)) {
    const count = `select count(*)::int as n from ${table}`
    for (const [labels, n] of [
      [['SUD', 'PSYTHPN', 'HIV'], 2],
      [['SUD'], 1],
      [[], 1],
    ] as const)
      expect(await inPart([...labels], (tx) => tx.run(count, [])), `${table} with ${labels.join()}`).toEqual([{ n }])

    // Neither changed nor removed unseen, by a statement that asks for nothing.
    const isChanged = !NEVER_CHANGED.includes(table)
    for (const statement of [
      `update ${table} set organization_id = $1`,
      `delete from ${table} where $1::uuid is not null`,
    ]) {
      const left = inPart(['SUD'], async (tx) => {
        await tx.run(statement, [c.organizationId])
        await tx.run(`select set_config('app.labels', 'PSYTHPN,SUD', true)`, [])
        return tx.run(count, [])
      })
      if (!isChanged) await expect(left, `${table}: ${statement}`).rejects.toMatchObject({ sqlstate: '42501' })
      else expect(await left, `${table}: ${statement}`).toEqual([{ n: statement.startsWith('delete') ? 1 : 2 }])
    }

    // Not written where it is not seen; what is only added to is not seen by whoever wrote it either.
    const add = (labels: string[], { conversationId, messageId }: typeof labelled) =>
      inPart(labels, async (tx) => {
        await tx.run(`select set_config('app.labels', 'PSYTHPN,SUD', true)`, [])
        if (isChanged) await tx.run(`delete from ${table}`, [])
        await tx.run(`select set_config('app.labels', $1, true)`, [['-', ...labels].join()])
        await tx.run(WORDS[table] ?? '', [c.organizationId, conversationId, messageId, randomUUID()])
        return tx.run(count, [])
      })
    if (isChanged) {
      await expect(add(['SUD'], labelled), table).rejects.toMatchObject({ sqlstate: '42501' })
      expect(await add(['SUD', 'PSYTHPN'], labelled), table).toEqual([{ n: 1 }])
      expect(await add([], plain), table).toEqual([{ n: 1 }])
    }
    // Nor moved there.
    if (['attachment', 'draft', 'patient_draft', 'safety_alert', 'call_back'].includes(table))
      await expect(
        inPart([], (tx) => tx.run(`update ${table} set conversation_id = $1`, [labelled.conversationId])),
        table,
      ).rejects.toMatchObject({ sqlstate: '42501' })
  }
  // A label that comes later, and one that goes, reach all of them.
  const relabel = (labels: string) => inPart(['SUD', 'PSYTHPN'], (tx) => tx.run(`update conversation set labels = $1 where id = $2`, [labels, plain.conversationId]), true) // prettier-ignore
  await relabel('{SUD}')
  for (const table of Object.keys(WORDS))
    expect(await inPart([], (tx) => tx.run(`select from ${table}`, [])), table).toEqual([])
  await relabel('{}')
  for (const table of Object.keys(WORDS))
    expect(await inPart([], (tx) => tx.run(`select from ${table}`, [])), table).toHaveLength(1)
})

test('trust-D6 what no channel understood is a work list of everybody, and nobody reads its copy once it was sent in anew', async () => {
  const rawId = randomUUID()
  const setAsideId = randomUUID()
  await inPart(
    [],
    async (tx) => {
      await tx.run(`insert into raw_message (organization_id, id, source, bytes, received_at) values ($1, $2, 'email', 'Words', now())`, [c.organizationId, rawId]) // prettier-ignore
      await tx.run(
        `insert into set_aside (organization_id, id, source, external_id, cause, raw_id, received_at) values ($1, $2, 'email', 'x', 'unreadable', $3, now())`,
        [c.organizationId, setAsideId, rawId],
      )
    },
    true,
  )
  const read = () => inPart([], (tx) => tx.run(`select from raw_message where id = $1`, [rawId]))
  expect(await read()).toHaveLength(1)
  await inPart([], (tx) => tx.run(`update set_aside set state = 'replayed' where id = $1`, [setAsideId]), true)
  expect(await read()).toEqual([])
})

test('trust-D6 a database that is filled gets the policies of words: a file of a message that named no conversation is of its conversation', async () => {
  const migration = await readFile(new URL('migrations/0033_labels_of_words.sql', import.meta.url), 'utf8')
  const [up = '', down = ''] = migration.split('-- migrate:down')
  const { conversationId, messageId } = await aConversationWithWords(['SUD'])
  const admin = new pg.Client(ruledAt.admin)
  await admin.connect()
  try {
    await admin.query('begin; set local role bedside_owner')
    await admin.query(down)
    await admin.query('reset role')
    await admin.query('update attachment set conversation_id = null where message_id = $1', [messageId])
    await admin.query('set local role bedside_owner')
    await admin.query(up)
    await admin.query('reset role')
    const { rows } = await admin.query('select conversation_id as "conversationId" from attachment where message_id = $1', [messageId]) // prettier-ignore
    expect(rows).toEqual([{ conversationId }])
    expect(await catalogueFaults(admin)).toEqual([])
  } finally {
    await admin.query('rollback')
    await admin.end()
  }
})

/** A nurse with these labels, in a transaction that is taken back unless `isKept`. */
async function inPart<T>(labels: string[], work: (tx: Transaction) => Promise<T>, isKept = false): Promise<T> {
  const undo = Symbol('taken back')
  let value: T
  try {
    return await ruled.transaction({ ...asSystem(c), role: 'nurse', labels }, async (tx) => {
      value = await work(tx)
      if (!isKept) throw undo
      return value
    })
  } catch (error) {
    if (error === undo) return value!
    throw error
  }
}

async function aConversationWithWords(labels: string[]): Promise<{ conversationId: string; messageId: string }> {
  const [conversationId, messageId, rawId, accountId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await ruled.transaction(asSystem(c), async (tx) => {
    const number = randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()
    await tx.run(INSERT_CONVERSATION, [c.organizationId, conversationId, number, c.patientId, labels])
    await tx.run(INSERT_MESSAGE, [c.organizationId, messageId, conversationId, 1])
    await tx.run(`update message set raw_id = $1 where id = $2`, [rawId, messageId])
    await tx.run(
      `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'voice', 'A line', $3)`,
      [c.organizationId, accountId, `+1${Date.now()}${labels.length}`],
    )
    await tx.run(
      `insert into call (organization_id, id, account_id, direction, address, is_usable, state, flow, language, conversation_id, started_at, ended_at)
       values ($1, $2, $3, 'in', '+15550100', true, 'voicemail', '{}', 'en', $4, now(), now())`,
      [c.organizationId, randomUUID(), accountId, conversationId],
    )
    for (const [table, statement] of Object.entries(WORDS))
      await tx.run(statement, [
        c.organizationId,
        conversationId,
        messageId,
        table === 'raw_message' ? rawId : randomUUID(),
      ])
  })
  return { conversationId, messageId }
}

const INSERT_CONVERSATION = sqlText`
  insert into conversation (organization_id, id, number, channel, patient_id, labels, last_message_at, first_message_at)
  values ($1, $2, $3, 'portal-chat', $4, $5, now(), now())`
const INSERT_MESSAGE = sqlText`
  insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, text, received_at)
  values ($1, $2, $3, $4, 'in', 'portal-chat', 'patient', 'Words', now())`

test('trust-D8 a partition, a sequence and the catalogue of values are closed to a direct question', async () => {
  const partitions = await look<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits join pg_class on oid = inhrelid where relkind in ('r', 'p')`,
  )
  expect(partitions.length).toBeGreaterThan(20)
  for (const { name } of partitions)
    expect(await asApp({ 'app.organization': mine.organizationId }, `select * from ${name}`), name).toMatchObject({
      code: '42501',
    })
  // The planner's samples of column values are shown by pg_stats, which leaves out tables that row security holds.
  await look('analyze patient')
  expect(
    await asApp({ 'app.organization': mine.organizationId }, `select * from pg_stats where schemaname = 'public'`),
  ).toEqual({
    rows: [],
    error: '',
  })
  expect(await asApp({}, `select * from pg_statistic`)).toMatchObject({ code: '42501' })
})

test('trust-D9 a child of one organization cannot point at a parent of another', async () => {
  const insert = (patientId: string) =>
    ruled.transaction(asSystem(b), (tx) =>
      tx.run(
        `insert into contact_point (organization_id, id, patient_id, system, value, changed_at) values ($1, $2, $3, 'email', 'a@example.org', now())`,
        [b.organizationId, randomUUID(), patientId],
      ),
    )
  await expect(insert(a.patientId)).rejects.toMatchObject({
    sqlstate: '23503',
    constraint: 'contact_point_patient',
  })
  await expect(insert(randomUUID())).rejects.toMatchObject({ sqlstate: '23503', constraint: 'contact_point_patient' })
  await expect(insert(b.patientId)).resolves.toEqual([])
})

test('trust-D9 what is used once in one organization is free in every other', async () => {
  const insert = (at: typeof a) =>
    ruled.transaction(asSystem(at), async (tx) => {
      await tx.run(`insert into site (organization_id, id, name, time_zone) values ($1, $2, 'North', 'UTC')`, [
        at.organizationId,
        randomUUID(),
      ])
      await tx.run(
        `insert into patient (organization_id, id, record_number, given, family, birth_date) values ($1, $2, 'R-1', 'Same', 'Number', '1990-01-01')`,
        [at.organizationId, randomUUID()],
      )
      await tx.run(
        `insert into staff_member (organization_id, id, email, given, family, role) values ($1, $2, 'same@example.org', 'Same', 'Mail', 'agent')`,
        [at.organizationId, randomUUID()],
      )
    })
  await insert(a)
  await insert(b)
  await expect(insert(a)).rejects.toMatchObject({ sqlstate: '23505', constraint: 'site_name_is_used_once' })
})

test('trust-D9 the role waits 2 s for a lock and no longer, and its statements run 10 s at most', async () => {
  const limits = await asApp(
    {},
    `select name, setting from pg_settings where name ~ '^(statement|lock|idle_in_transaction_session)_timeout$' order by name`,
  )
  expect(limits.rows).toEqual([
    { name: 'idle_in_transaction_session_timeout', setting: '10000' },
    { name: 'lock_timeout', setting: '2000' },
    { name: 'statement_timeout', setting: '10000' },
  ])
  const holder = new pg.Client(connections.admin)
  await holder.connect()
  await holder.query('begin; lock table mention')
  const begun = performance.now()
  await expect(database.transaction(asSystem(mine), (tx) => tx.run('select from mention', []))).rejects.toMatchObject({
    sqlstate: '55P03',
  })
  expect(performance.now() - begun).toBeGreaterThan(1_900)
  await holder.query('rollback')
  await holder.end()
})

/** Runs one statement as the product's role in a transaction of these settings, and takes it back. */
async function asApp(settings: Record<string, string>, statement: string) {
  await app.query('begin')
  try {
    for (const [name, value] of Object.entries(settings))
      await app.query('select set_config($1, $2, true)', [name, value])
    const { rows } = await app.query<Record<string, unknown>>(statement)
    return { rows, error: '' }
  } catch (error) {
    const { message, detail = '', hint = '', where = '', code } = error as pg.DatabaseError
    return { rows: [], error: [message, detail, hint, where].join(' '), code }
  } finally {
    await app.query('rollback')
  }
}

/** One row of each organization in each table, whatever its rules: checks and foreign keys of this copy are dropped first. */
async function fillEveryTable(): Promise<void> {
  const rules = await look<{ sql: string }>(
    `select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as sql from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('c', 'f') and conparentid = 0 and conislocal order by contype desc`,
  )
  for (const { sql } of rules) await look(sql)
  await look('alter table message disable trigger user')
  for (const { organizationId } of [mine, theirs]) {
    for (const { name, columns } of tables) {
      const values = columns.map((column) => valueFor(column, organizationId))
      await look(
        `insert into ${name} (${columns.map((column) => column.name).join(', ')}) values (${values.join(', ')}) on conflict do nothing`,
      )
    }
  }
}

const idOf = (organizationId: string): string => (organizationId === mine.organizationId ? mine : theirs).siteId

function valueFor({ name, type, array }: Table['columns'][number], organizationId: string): string {
  if (name === 'organization_id') return `'${organizationId}'`
  if (array) return `'{}'`
  const value: Record<string, string> = {
    // One id of each organization for everything: a row is seen through its conversation, or the message it hangs on.
    uuid: `'${idOf(organizationId)}'`,
    text: `'${CANARY}'`,
    timestamptz: 'now()',
    date: 'current_date',
    bool: 'true',
    jsonb: `'{"text": "${CANARY}"}'`,
    bytea: `'\\x01'`,
    inet: `'127.0.0.1'`,
    json: `'{"text": "${CANARY}"}'`,
    tstzmultirange: `'{}'`,
    tsvector: `'${CANARY}'`,
    xid8: 'pg_current_xact_id()',
  }
  return value[type] ?? '1'
}

/**
 * trust-D4: the database holds what the policies say, and decides as they do in memory. The rows are of tables that have only the columns that
 * policies name, and no constraint: so a null, an unknown word or a row of nobody is tried too.
 */
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROLES } from '#contract/role.ts'
import { ACTS, compile, type Access, type Act } from '#engines/access-policy/compile.ts'
import { SETTINGS } from '#engines/access-policy/in-sql.ts'
import { SCOPES, snakeCase, type ColumnKind, type Session } from '#engines/access-policy/policy.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { ROW_POLICIES } from './row-policies.ts'
import { created, rowSecurityChanges } from './row-security.ts'

const { connections } = await testDatabase()
const admin = new pg.Client(connections.admin)
const owner = new pg.Client(connections.owner)
const app = new pg.Client(connections.app)
beforeAll(() => Promise.all([admin.connect(), owner.connect(), app.connect()]))
afterAll(() => Promise.all([admin.end(), owner.end(), app.end()]))

test('trust-D4 row security of every table is what its policy is compiled to', async () => {
  expect([...(await rowSecurityChanges(owner)).values()]).toEqual([])
})

/** Each made by hand, with what must be named. */
const BY_HAND: Record<string, string[]> = {
  'drop policy label_isolation on message': ['label_isolation on message'],
  'create policy planted on patient using (true)': ['planted on patient'],
  [`alter policy patient_isolation on conversation_privacy using (current_scope() in ('organization', 'patient'))`]: [
    'patient_isolation on conversation_privacy',
  ],
  'alter policy organization_isolation on site with check (true)': ['organization_isolation on site'],
}

for (const [statement, named] of Object.entries(BY_HAND))
  test(`trust-D4 what somebody changes by hand is named: ${statement}`, async () => {
    const { database: _, connections: own } = await testDatabase()
    const client = new pg.Client(own.owner)
    await client.connect()
    try {
      await client.query(statement)
      expect([...(await rowSecurityChanges(client)).keys()]).toEqual(named)
    } finally {
      await client.end()
    }
  })

test('trust-D4 the columns and the words that policies name are those of the tables', async () => {
  const { rows } = await admin.query<{ name: string; type: string; checks: string[] }>(
    `select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
            array(select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where c.relnamespace = 'public'::regnamespace`,
  )
  const known = new Map(rows.map((row) => [row.name, row]))
  const TYPES = { id: 'uuid', instant: 'timestamp with time zone', text: 'text', words: 'text[]' }
  for (const [table, { columns }] of Object.entries(ROW_POLICIES))
    for (const [column, kind] of Object.entries(columns)) {
      const name = `${table}.${snakeCase(column)}`
      const type = typeof kind === 'string' ? TYPES[kind] : 'text'
      expect({ name, type: known.get(name)?.type }).toEqual({ name, type })
      if (typeof kind === 'string') continue
      const words = [...(known.get(name)?.checks.join() ?? '').matchAll(/'([^']*)'/g)].map(([, word]) => word)
      expect({ name, words: words.toSorted() }).toEqual({ name, words: [...kind].toSorted() })
    }
})

const TABLES = Object.keys(ROW_POLICIES)
const ROWS = 100
const SESSIONS = 100
const SEED = 20_261_127

const access = compile(ROW_POLICIES, ROLES)
const idOf = (n: number): string => `0198c5a0-0000-7000-8000-0000000000${n}`
/** So many that a row leads to one or two of another table, or to none. */
const IDS = Array.from({ length: 24 }, (_, n) => idOf(10 + n))
const ORGANIZATIONS = [91, 92].map(idOf)
const LABELS = ['PSY', 'HIV', 'SUD']
const INSTANTS = ['2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00']

/** A value of each kind, null, and words that nobody knows. */
function valueOf(kind: ColumnKind): fc.Arbitrary<unknown> {
  if (kind === 'id') return fc.option(fc.constantFrom(...IDS), { freq: 6 })
  if (kind === 'instant') return fc.option(fc.constantFrom(...INSTANTS), { freq: 1 })
  if (kind === 'text') return fc.option(fc.constantFrom('', 'said'), { freq: 2 })
  if (kind === 'words') return fc.option(fc.subarray(LABELS), { freq: 6 })
  return fc.option(fc.constantFrom(...kind, 'unknown'), { freq: 8 })
}

type Row = Record<string, unknown>
const rowOf = (columns: Readonly<Record<string, ColumnKind>>): fc.Arbitrary<Row> =>
  fc.record({
    organizationId: fc.option(fc.constantFrom(...ORGANIZATIONS), { freq: 20 }),
    ...Object.fromEntries(Object.entries(columns).map(([column, kind]) => [column, valueOf(kind)])),
  })

const rows: Record<string, Row[]> = Object.fromEntries(
  TABLES.map((table, at) => [
    table,
    fc.sample(rowOf(ROW_POLICIES[table]!.columns), { numRuns: ROWS, seed: SEED + at }),
  ]),
)

const anySession: fc.Arbitrary<Session> = fc.record({
  organizationId: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ORGANIZATIONS) }, { weight: 1, arbitrary: fc.constantFrom('', idOf(93)) }), // prettier-ignore
  scope: fc.oneof({ weight: 9, arbitrary: fc.constantFrom<string>(...SCOPES) }, { weight: 1, arbitrary: fc.constantFrom('', 'organizations', 'PATIENT', ' patient') }), // prettier-ignore
  role: fc.constantFrom<string>(...ROLES, 'system', 'supervisor', '', 'supervisors'),
  actorId: fc.option(fc.constantFrom(...IDS)),
  patients: fc.subarray(IDS),
  self: fc.subarray(IDS),
  conversations: fc.subarray(IDS),
  labels: fc.subarray(LABELS),
})

beforeAll(async () => {
  await owner.query('begin')
  await owner.query('create schema world; create schema wish; grant usage on schema world, wish to bedside_app')
  const TYPES = { id: 'uuid', instant: 'timestamptz', text: 'text', words: 'text[]' }
  const columnsOf = (table: string) =>
    Object.entries({ organizationId: 'id' as const, ...ROW_POLICIES[table]!.columns })
      .map(([name, kind]) => `${snakeCase(name)} ${typeof kind === 'string' ? TYPES[kind] : 'text'}`)
      .join(', ')
  await owner.query('set local search_path = world, public')
  for (const table of TABLES) {
    // In `wish` stands what somebody would write: nothing holds it but the predicate that is asked.
    for (const schema of ['world', 'wish'])
      await owner.query(`create table ${schema}.${table} (n int, ${columnsOf(table)}); grant select on ${schema}.${table} to bedside_app`) // prettier-ignore
    const given = rows[table]!.map((row, n) => ({ n, ...Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value])) })) // prettier-ignore
    for (const schema of ['world', 'wish'])
      await owner.query(`insert into ${schema}.${table} select * from jsonb_populate_recordset(null::${schema}.${table}, $1)`, [JSON.stringify(given)]) // prettier-ignore
  }
  for (const table of TABLES) {
    await owner.query(`alter table ${table} enable row level security; alter table ${table} force row level security`)
    for (const one of access.rowSecurity(table)) await owner.query(created(`${one.name} on ${table}`, one))
  }
  await owner.query('commit')
})

const predicateOf = (table: string, act: Act) => access.where(table, act, { as: table, session: SETTINGS })

/** Alike policies are asked once; so are acts that every rule is for alike, with the same words. */
const QUESTIONS = TABLES.filter(
  (table, at) => TABLES.findIndex((other) => JSON.stringify(ROW_POLICIES[other]) === JSON.stringify(ROW_POLICIES[table])) === at, // prettier-ignore
).flatMap((table) => {
  const isOfAll = ROW_POLICIES[table]!.rules.every((rule) => rule.for === 'all')
  const isAlike = (one: Act, other: Act) => one === other || (isOfAll && predicateOf(table, one) === predicateOf(table, other)) // prettier-ignore
  return ACTS.filter((act, at) => ACTS.findIndex((other) => isAlike(act, other)) === at).map((act) => ({ table, act }))
})

/** Of reading row security itself is asked, of the other acts the predicate. */
const ASK = QUESTIONS.map(({ table, act }, at) => {
  const from = act === 'select' ? table : `wish.${table} as ${table} where ${predicateOf(table, act)}`
  return `select ${at} as at, coalesce(array_agg(n order by n), '{}') as permitted from ${from}`
}).join('\nunion all ')

/** As database.ts says it. */
const settingsOf = ({ organizationId, scope, role, actorId, patients, self, conversations, labels }: Session) => ({
  organization: organizationId,
  scope,
  role,
  actor: actorId ?? '',
  patients: patients?.join() ?? '',
  self: self?.join() ?? '',
  conversations: conversations?.join() ?? '',
  labels: ['-', ...(labels ?? [])].join(),
})

/** What the database answered each session: of each question, the rows. */
const answers: { session: Session; permitted: readonly number[][] }[] = []

beforeAll(async () => {
  await app.query('set search_path = world, public')
  for (const session of fc.sample(anySession, { numRuns: SESSIONS, seed: SEED })) {
    await app.query('begin')
    for (const [name, value] of Object.entries(settingsOf(session)))
      await app.query({ name: 'say', text: 'select set_config($1, $2, true)', values: [`app.${name}`, value] })
    const { rows: answered } = await app.query<{ at: number; permitted: number[] }>({ name: 'ask', text: ASK })
    await app.query('rollback')
    answers.push({ session, permitted: answered.toSorted((a, b) => a.at - b.at).map(({ permitted }) => permitted) })
  }
})

const inMemory = ({ permits }: Access, { table, act }: (typeof QUESTIONS)[number], session: Session): number[] =>
  rows[table]!.flatMap((row, n) => (permits(table, act, session, row, rows) ? [n] : []))

test('trust-D4 of 10,000 pairs of a row and a session for each policy and act, both engines say the same', () => {
  for (const [at, question] of QUESTIONS.entries()) {
    let permitted = 0
    for (const { session, permitted: inDatabase } of answers) {
      const found = inMemory(access, question, session)
      expect({ question, session, found }).toEqual({ question, session, found: inDatabase[at] })
      permitted += found.length
    }
    // The question was a good one: both answers were frequent.
    const pairs = ROWS * answers.length
    expect({ question, pairs, isGood: permitted > pairs / 100 && permitted < pairs * 0.9 }).toEqual({
      question,
      pairs: 10_000,
      isGood: true,
    })
  }
})

test('trust-D4 with any one rule of a policy left out on one side, the 10,000 pairs say so', () => {
  let leftOut = 0
  for (const table of new Set(QUESTIONS.map((question) => question.table))) {
    const { columns, rules } = ROW_POLICIES[table]!
    for (const { name } of rules.slice(1)) {
      const without = { ...ROW_POLICIES, [table]: { columns, rules: rules.filter((rule) => rule.name !== name) } }
      const other = compile(without, ROLES)
      const isSeen = QUESTIONS.some(
        (question, at) =>
          question.table === table &&
          answers.some(({ session, permitted }) => inMemory(other, question, session).join() !== permitted[at]?.join()),
      )
      expect({ table, name, isSeen }).toEqual({ table, name, isSeen: true })
      leftOut += 1
    }
  }
  expect(leftOut).toBeGreaterThan(30)
})

import { setTimeout as pause } from 'node:timers/promises'
import { inspect } from 'node:util'
import pg from 'pg'
import { expect, test } from 'vitest'
import { aClinic, asPatient, asSystem, type Clinic } from '#server/modules/conversation/a-clinic.ts'
import { DatabaseFailure, isUnavailable, reduce, TransactionIsOver, wordsOf, type Transaction } from './database.ts'
import { errorFields, jsonLog } from './log.ts'
import { testDatabase } from './test-database.ts'

const POOL = 5
/** In values that must not come back in any error. */
const CANARY = 'canary-9d21'
const { database, connections, look } = await testDatabase({ poolSize: POOL })
const clinics = [await aClinic(database), await aClinic(database), await aClinic(database)]

/** What a request does after it has looked at its rows. */
type Ending =
  | 'answers'
  | 'in one go'
  | 'throws'
  | 'refused statement'
  | 'timed out'
  | 'cancelled'
  | 'connection lost'
  | 'goes on too long'
  | 'client gone'
const ENDINGS: readonly Ending[] = [
  ...Array.from({ length: 12 }, (): Ending => 'answers'),
  'throws', 'throws', 'refused statement', 'refused statement', 'timed out', 'cancelled', 'goes on too long', 'client gone', 'client gone', 'in one go', 'in one go',
] // prettier-ignore

const REQUESTS = 3_000
/** Requests at once; the rest of them wait for one of five connections. */
const AT_ONCE = 24

test("trust-D7 of 3,000 interleaved requests of three organizations on five connections none sees what is another's", async () => {
  const leaks: string[] = []
  const outcomes: Record<string, number> = {}
  let next = 0
  const worker = async (): Promise<void> => {
    for (let n = next++; n < REQUESTS; n = next++) {
      const clinic = clinics[n % clinics.length] as Clinic
      const ending = n % 250 === 249 ? 'connection lost' : (ENDINGS[(n * 6) % ENDINGS.length] as Ending)
      const asked = request(clinic, n, ending, leaks)
      // A client that hangs up does not stop the transaction; nobody waits for its answer.
      const outcome = ending === 'client gone' ? Promise.race([asked, pause(1, 'abandoned')]) : asked
      const told = await outcome.catch((error: unknown) => (error as Error).constructor.name)
      if (ending === 'client gone') await asked.catch(() => undefined)
      outcomes[`${ending}: ${told}`] = (outcomes[`${ending}: ${told}`] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))

  expect(leaks).toEqual([])
  expect(await settingsOfIdleConnections()).toEqual(Array.from({ length: POOL }, () => NO_SETTINGS))
  expect(database.load().waiting).toBe(0)
  // Every kind of ending happened, and each ended as it should.
  const kinds = Object.keys(outcomes)
  expect(kinds.toSorted()).toEqual(
    [
      'answers: ok',
      'cancelled: DatabaseFailure',
      'client gone: abandoned',
      'connection lost: DatabaseFailure',
      'goes on too long: ok',
      'in one go: ok',
      'refused statement: DatabaseFailure',
      'throws: Error',
      'timed out: DatabaseFailure',
      ...(kinds.includes('client gone: ok') ? ['client gone: ok'] : []),
    ].toSorted(),
  )
}, 60_000)

type Seen = { organization_id: string; id: string; said: string; patients: string }
const SEE = `
  select organization_id, id, current_setting('app.organization') as said, current_setting('app.patients') as patients from patient`

async function request(clinic: Clinic, n: number, ending: Ending, leaks: string[]): Promise<string> {
  const patient = n % 3 === 1 ? clinic.otherPatientId : clinic.patientId
  const context = n % 2 === 0 ? asSystem(clinic) : asPatient(clinic, patient)
  const check = (seen: Seen[]): void => {
    const expected = n % 2 === 0 ? [clinic.patientId, clinic.otherPatientId] : [patient]
    const ids = seen.map(({ id }) => id)
    if (ids.length !== expected.length || !expected.every((id) => ids.includes(id))) leaks.push(`${n}: ${ids.join()}`)
    if (seen.some((row) => row.said !== clinic.organizationId || row.patients !== (n % 2 === 0 ? '' : patient)))
      leaks.push(`${n}: settings`)
  }
  if (ending === 'in one go') {
    check(await database.read<Seen>(context, SEE, []))
    return 'ok'
  }
  return database.transaction(context, async (tx) => {
    check(await tx.run<Seen>(SEE, []))
    await end(tx, ending)
    return 'ok'
  })
}

async function end(tx: Transaction, ending: Ending): Promise<void> {
  if (ending === 'throws') throw new Error('a bug')
  if (ending === 'refused statement') await tx.run('select 1 / 0', [])
  if (ending === 'timed out') {
    await tx.run(`set local statement_timeout = '3ms'`, [])
    await tx.run('select pg_sleep(5)', [])
  }
  if (ending === 'cancelled' || ending === 'connection lost') {
    const [row] = await tx.run<{ pid: number }>('select pg_backend_pid() as pid', [])
    const sleeping = tx.run('select pg_sleep(5)', [])
    const woken = sleeping.then(
      () => true,
      () => true,
    )
    const stop = `select pg_${ending === 'cancelled' ? 'cancel' : 'terminate'}_backend(pid) from pg_stat_activity
      where pid = $1 and state = 'active' and query = 'select pg_sleep(5)'`
    // Not before it sleeps, and not twice in a row: a cancel that comes too soon is forgotten, one too late would hit the next caller.
    while (true) {
      const isSent = (await look(stop, [row?.pid])).length > 0
      if (await Promise.race([woken, pause(isSent ? 300 : 1, false)])) break
    }
    await sleeping
  }
  // A promise that nobody awaited: it would ask while the next caller has the connection.
  if (ending === 'goes on too long') {
    void pause(2).then(() => expect(tx.run('select 1', [])).rejects.toBeInstanceOf(TransactionIsOver))
  }
}

const NO_SETTINGS = {
  organization: '',
  scope: '',
  patients: '',
  conversations: '',
  labels: '',
  actor: '',
  role: 'bedside_app',
}

/** Asks each connection of the pool after its transaction was committed: what is left is what the next caller would find. */
async function settingsOfIdleConnections() {
  let arrived = 0
  const all = Array.from({ length: POOL }, () =>
    database.transaction(asSystem(clinics[0] as Clinic), async (tx) => {
      arrived += 1
      while (arrived < POOL) await pause(1)
      await tx.run('commit', [])
      const [row] = await tx.run(
        `select current_setting('app.organization', true) as organization, current_setting('app.scope', true) as scope,
                current_setting('app.patients', true) as patients, current_setting('app.conversations', true) as conversations,
                current_setting('app.labels', true) as labels, current_setting('app.actor', true) as actor, current_user::text as role`,
        [],
      )
      return row
    }),
  )
  return Promise.all(all)
}

test('trust-D7 a statement after the end of its transaction is refused, by either way of asking', async () => {
  let escaped: Transaction | undefined
  await database.transaction(asSystem(clinics[0] as Clinic), async (tx) => void (escaped = tx))
  await expect(escaped?.run('select 1', [])).rejects.toBeInstanceOf(TransactionIsOver)
  expect(() => escaped?.push('select 1', [])).toThrow(TransactionIsOver)
  await expect(escaped?.sql.selectFrom('patient').selectAll().execute()).rejects.toBeInstanceOf(TransactionIsOver)
})

test('trust-D7 a setting with quotes in it is a setting', async () => {
  const context = {
    ...asSystem(clinics[0] as Clinic),
    requestId: `'; select set_config('app.organization', 'x', true) --\\`,
  }
  const [row] = await database.transaction(context, (tx) =>
    tx.run<{ request: string }>(`select current_setting('app.request') as request`, []),
  )
  expect(row?.request).toBe(context.requestId)
})

test('trust-D79 what is printed when the start fails holds no value of the database', async () => {
  const failure = look(`select '${CANARY}'::uuid`)
  await expect(failure).rejects.toThrow(CANARY)
  expect(wordsOf(await failure.catch((error: unknown) => error))).toBe('database refused: 22P02')
  expect(wordsOf(new Error('Port 3000 is taken'))).toBe('Port 3000 is taken')
})

test('a socket that broke is no SQLSTATE, so a later try may work', () => {
  expect(isUnavailable(new DatabaseFailure('CONN0', undefined))).toBe(true)
  expect(reduce(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).toMatchObject({ sqlstate: 'CONN0' })
  expect(reduce(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toMatchObject({ sqlstate: 'CONN0' })
  expect(reduce(Object.assign(new Error('corrupt'), { code: 'XX001' }))).toMatchObject({ sqlstate: 'XX001' })
})

test('a transaction that failed inside does not answer as if it had been stored', async () => {
  const done = database.transaction(asSystem(clinics[0] as Clinic), async (tx) => {
    await tx.run('select 1 / 0', []).catch(() => undefined)
    return 'stored'
  })
  await expect(done).rejects.toMatchObject({ sqlstate: '25P02' })
})

/** Each provoked with a value that must not come back. */
const ERRORS: Record<string, { sqlstate: string; text: string; values?: unknown[]; constraint?: string }> = {
  'a unique key': {
    sqlstate: '23505',
    constraint: 'site_name_is_used_once',
    text: `insert into site (organization_id, id, name, time_zone) select current_organization(), gen_random_uuid(), $1, 'UTC' from generate_series(1, 2)`,
    values: [CANARY],
  },
  'a cast': { sqlstate: '22P02', text: `select $1::text::uuid`, values: [CANARY] },
  'a cast of a stored value': { sqlstate: '22P02', text: `select given::int from patient` },
  'a check': {
    sqlstate: '23514',
    constraint: 'site_country_check',
    text: `insert into site (organization_id, id, name, time_zone, country) values (current_organization(), gen_random_uuid(), $1, 'UTC', $1)`,
    values: [CANARY],
  },
  'a missing value': {
    sqlstate: '23502',
    text: `insert into site (organization_id, id, name, time_zone) values (current_organization(), gen_random_uuid(), $1, null)`,
    values: [CANARY],
  },
  'row security': {
    sqlstate: '42501',
    text: `insert into site (organization_id, id, name, time_zone) values (gen_random_uuid(), gen_random_uuid(), $1, 'UTC')`,
    values: [CANARY],
  },
  'a time-out': { sqlstate: '57014', text: `select pg_sleep(5), '${CANARY}'` },
  'a name that is not there': { sqlstate: '42703', text: `select "${CANARY}" from patient` },
}

for (const [what, { sqlstate, text, values = [], constraint }] of Object.entries(ERRORS)) {
  test(`trust-D79 ${what} is told by its SQLSTATE and constraint, never by a value`, async () => {
    const lines: string[] = []
    const log = jsonLog((line) => lines.push(line))
    const error = await database
      .transaction(asSystem(clinics[0] as Clinic), async (tx) => {
        if (sqlstate === '57014') await tx.run(`set local statement_timeout = '5ms'`, [])
        return tx.run(text, values)
      })
      .then(
        () => undefined,
        (failure: unknown) => failure,
      )
    log.error('test.failed', errorFields(error))
    expect(error).toBeInstanceOf(DatabaseFailure)
    expect(error).toMatchObject({ sqlstate, constraint })
    expect(inspect(error, { depth: 9, showHidden: true }) + lines.join()).not.toMatch(
      new RegExp(`${CANARY}|Pat\\b|Olga`),
    )
    expect(isUnavailable(error)).toBe(sqlstate === '57014')
  })
}

test('trust-D79 the server writes no statement, value or parameter into its own log', async () => {
  const client = new pg.Client(connections.admin)
  await client.connect()
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name = any ($1) order by name`,
    [['log_error_verbosity', 'log_min_error_statement', 'log_parameter_max_length', 'log_parameter_max_length_on_error', 'log_statement',
      'log_min_duration_statement', 'log_min_duration_sample', 'log_transaction_sample_rate', 'log_duration', 'log_min_messages']], // prettier-ignore
  )
  await client.end()
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    log_duration: 'off',
    log_error_verbosity: 'terse',
    log_min_duration_sample: '-1',
    log_min_duration_statement: '-1',
    log_min_error_statement: 'panic',
    log_min_messages: 'log',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_statement: 'none',
    log_transaction_sample_rate: '0',
  })
})

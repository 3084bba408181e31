/**
 * The one way to the database: a transaction that says first for whom it runs.
 *
 * The first statement sets the context transaction-locally; row security reads it. The pool is not exported, so there is no
 * query outside a transaction. Statements are prepared once per connection and sent without waiting for the one before
 * (pipeline), which keeps a message's way through the corridor at a few round trips.
 */
import type { Writable } from 'node:stream'
import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { Context } from './context.ts'
import type { DB } from './database-types.ts'
import { DatabaseFailure, isLost, NO_CONNECTION, TransactionIsOver } from './database-failure.ts'
import { leaveTogether } from './transactions-together.ts'

export { DatabaseFailure, TransactionIsOver }

export type Database = {
  /** Runs `work` in one transaction; commits when it returns, rolls back when it throws. */
  transaction<T>(context: Context, work: (tx: Transaction) => Promise<T>): Promise<T>
  /**
   * The same for work that mostly waits for no answer: what it pushes is kept until it waits for one, and when it ends without it leaves
   * together with others that ended meanwhile (transactions-together.ts). Its `tx.sql` cannot be used.
   */
  together<T>(context: Context, work: (tx: Transaction) => Promise<T>): Promise<T>
  /**
   * One statement in a transaction of its own: begin, statement and commit leave together and cost one way there and back. It is
   * planned once and for all values, so it is for statements that go by key.
   */
  read<Row extends pg.QueryResultRow>(context: Context, text: string, values: readonly unknown[]): Promise<Row[]>
  /** A transaction without an organization: only tables outside row security (sign-in, jobs) are visible. */
  withoutOrganization<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Connections in use and waiting callers, for /metrics and readiness. */
  load(): { total: number; idle: number; waiting: number }
  close(): Promise<void>
}

export type Transaction = {
  sql: Kysely<DB>
  context: Context
  /** Runs after a successful commit; never if it rolled back. For NOTIFY and other news, not for effects that must happen. */
  afterCommit(tell: () => void): void
  /** One text statement with numbered parameters, prepared under its own text. For the statements that Kysely cannot write well. */
  run<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]>
  /**
   * As `run`, for a text that is made for one question: unprepared, so that it takes no other's place among the prepared ones. `withinMs`: from
   * here to its end a statement of this transaction is cut off after that time.
   */
  runOnce<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[], withinMs?: number): Promise<Row[]>
  /**
   * Reads by key what this transaction does not write. Where it has not begun yet (`Database.together`), it need not begin for it.
   */
  look<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]>
  /**
   * A statement that nobody waits for: it is on its way, and the commit follows it. When it fails the transaction fails, with the
   * error as `explain` tells it.
   */
  push(text: string, values: readonly unknown[], explain?: (failure: DatabaseFailure) => Error): void
  /**
   * As `push`, for a statement that takes any number of rows: `$1` is the organization, `$2` the rows as JSON (`rowsAsJson`). A statement
   * of this kind writes each row as if the others were not there.
   */
  pushRows(text: string, rows: readonly object[], explain?: (failure: DatabaseFailure) => Error): void
}

/** The second parameter of a statement that takes rows. Half of a character that two halves make is no character. */
export function rowsAsJson(rows: readonly object[]): string {
  const json = JSON.stringify(rows)
  // A half is written as an escape, and hardly any message holds one.
  return HALF.test(json) ? JSON.stringify(rows.map(wellFormed)) : json
}

const HALF = /\\ud[89a-f]/

const wellFormed = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? value.toWellFormed() : value]),
  )

/**
 * True when a retry later may work: connection trouble, shutdown, too many connections, a full disk, a wait for a lock or a statement
 * that was cut off, two transactions in each other's way.
 */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof DatabaseFailure && /^(08|53|57|58|XX|CONN|40001|40P01|55P03|25P03|25P04)/.test(error.sqlstate)

/** Distinct statements kept prepared per connection; above it, statements are sent unprepared. */
const PREPARED_MAX = 500
/** How long a caller waits for a free connection, in milliseconds (trust-D72: 503 in 2 s). */
const CONNECTION_WAIT_MS = 2_000
/** The first word of a transaction costs the server nothing: without an answer in this time there is none, in milliseconds. */
const BEGIN_WAIT_MS = 2_000
/** A statement that gives no sign of life for longer is given up with its connection: the server would have ended it after 10 s. */
const SILENCE_MAX_MS = 12_000

export function openDatabase(connection: pg.PoolConfig, size: number): Database {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    connectionTimeoutMillis: CONNECTION_WAIT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    query_timeout: SILENCE_MAX_MS,
    pipeline: true,
  } as pg.PoolConfig)
  // An idle connection that dies (server restart) is dropped by the pool; the next caller opens a new one.
  pool.on('error', () => undefined)

  const transaction = <T>(context: Context, work: (tx: Transaction) => Promise<T>) => inTransaction(pool, context, work)
  const read: Database['read'] = (context, text, values) => inOneGo(pool, context, text, values)
  return {
    transaction,
    together: leaveTogether(transaction, read),
    read,
    withoutOrganization: (work) => inTransaction(pool, NOBODY, work),
    load: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  }
}

/** A connection for `work`, given back afterwards; a broken one is not used again. */
async function onConnection<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient, breaks: () => void) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw reduce(error)
  })
  let broken = false
  const breaks = () => void (broken = true)
  // Without a listener, a connection that dies between two statements would end the process.
  client.on('error', breaks)
  try {
    return await work(client, breaks)
  } finally {
    client.off('error', breaks)
    client.release(broken)
  }
}

const inOneGo = <Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  context: Context,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> =>
  onConnection(pool, async (client, breaks) => {
    gather(client)
    const steps = [
      begin(client, context, 'force_generic_plan'),
      send<Row>(client, text, values),
      client.query(COMMIT),
    ] as const
    // All three answers are waited for, so that none is left for the connection's next user. A failed statement makes COMMIT roll back.
    const [begun, read, committed] = await Promise.allSettled(steps)
    if (read.status === 'rejected') throw reduce(read.reason)
    for (const step of [begun, committed]) {
      if (step.status === 'fulfilled') continue
      breaks()
      throw reduce(step.reason)
    }
    return read.value.rows
  })

const inTransaction = <T>(pool: pg.Pool, context: Context, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  onConnection(pool, async (client, breaks) => {
    const news: (() => void)[] = []
    const pushed: Promise<unknown>[] = []
    let isOver = false
    // Work that goes on after the end would run in the next caller's transaction, as somebody else.
    const ask: Ask = (text, values, isOnce) =>
      isOver ? Promise.reject(new TransactionIsOver()) : send(client, text, values, isOnce)
    gather(client)
    const begun = begin(client, context).catch((error: unknown) => {
      breaks()
      throw error
    })
    begun.catch(() => undefined)
    let kysely: Kysely<DB> | undefined
    const tx: Transaction = {
      get sql() {
        return (kysely ??= kyselyOn(ask))
      },
      context,
      afterCommit: (tell) => void news.push(tell),
      run: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]) =>
        (await ask<Row>(text, values)).rows,
      runOnce: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[], withinMs?: number) => {
        if (withinMs !== undefined) tx.push(LIMIT_TIME, [`${withinMs}ms`])
        return (await ask<Row>(text, values, true)).rows
      },
      look: (text, values) => tx.run(text, values),
      push: (text, values, explain) => {
        if (isOver) throw new TransactionIsOver()
        gather(client)
        const step = ask(text, values).catch((error: unknown) => {
          throw explain?.(reduce(error)) ?? error
        })
        step.catch(() => undefined)
        pushed.push(step)
      },
      pushRows: (text, rows, explain) => tx.push(text, [context.organizationId, rowsAsJson(rows)], explain),
    }
    let value: T
    try {
      value = await work(tx)
    } catch (error) {
      // What failed first explains the rest: after it the server refuses every statement.
      isOver = true
      const first = await firstFailure([begun, ...pushed])
      // A lost connection has rolled back by itself; asking it would only wait.
      if (isLost(first ?? error)) breaks()
      else await client.query('rollback').catch(breaks)
      throw first ?? error
    }
    isOver = true
    const committing = client.query(COMMIT)
    const first = await firstFailure([begun, ...pushed])
    const commit = await committing.catch((error: unknown) => {
      breaks()
      throw first ?? reduce(error)
    })
    if (first) throw first
    // A transaction that failed inside answers COMMIT with ROLLBACK and no error.
    if (commit.command !== 'COMMIT') throw new DatabaseFailure('25P02', undefined)
    for (const tell of news) tell()
    return value
  })

// The driver says nothing of its socket in its types.
const streamOf = (client: pg.PoolClient): Writable =>
  (client as unknown as { connection: { stream: Writable } }).connection.stream

/** What is asked until the next turn of the event loop leaves in one packet: begin and first statement, last row and commit. */
function gather(client: pg.PoolClient): void {
  const stream = streamOf(client)
  stream.cork()
  process.nextTick(() => stream.uncork())
}

async function firstFailure(steps: readonly Promise<unknown>[]): Promise<unknown> {
  for (const step of await Promise.allSettled(steps)) if (step.status === 'rejected') return step.reason
  return undefined
}

// Prepared as every other statement: parsing them anew took a tenth of the database's time for a message.
const BEGIN = { name: 'begin', text: 'begin', query_timeout: BEGIN_WAIT_MS } as pg.QueryConfig
const COMMIT = { name: 'commit', text: 'commit' }
const LIMIT_TIME = `select set_config('statement_timeout', $1, true)`
const SETTINGS = ['organization', 'scope', 'patients', 'self', 'conversations', 'labels', 'actor', 'role', 'purpose', 'request'] // prettier-ignore
const SET_CONTEXT = {
  name: 'context',
  text: `select ${SETTINGS.map((name, at) => `set_config('app.${name}', $${at + 1}, true)`).join(', ')},
    set_config('plan_cache_mode', $${SETTINGS.length + 1}, true)`,
}

/** A line that swallows what is sent is closed, so that whatever waits behind the first word fails with it (trust-D72). */
async function begin(
  client: pg.PoolClient,
  context: Context,
  plan: 'auto' | 'force_generic_plan' = 'auto',
): Promise<void> {
  const { scope } = context
  const values = [
    context.organizationId,
    scope.kind,
    scope.kind === 'patient' ? scope.patientIds.join(',') : '',
    scope.kind === 'patient' ? scope.selfIds.join(',') : '',
    scope.kind === 'conversation' ? scope.conversationIds.join(',') : '',
    ['-', ...context.labels].join(','),
    context.actor.id ?? '',
    context.role,
    context.purpose,
    context.requestId,
    plan,
  ]
  await Promise.all([client.query(BEGIN), client.query({ ...SET_CONTEXT, values })]).catch((error: unknown) => {
    const failure = reduce(error)
    if (isLost(failure)) streamOf(client).destroy()
    throw failure
  })
}

const NOBODY: Context = {
  organizationId: '',
  scope: { kind: 'conversation', conversationIds: [] },
  labels: [],
  actor: { kind: 'system', id: null },
  onBehalfOf: null,
  role: 'system',
  purpose: 'HSYSADMIN',
  identityLevel: 'none',
  sessionId: null,
  requestId: '',
  sourceAddress: null,
  route: null,
}

type Ask = <Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[],
  isOnce?: boolean,
) => Promise<pg.QueryResult<Row>>

const statementNames = new Map<string, string>()

function send<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  text: string,
  values: readonly unknown[],
  isOnce = false,
) {
  let name = isOnce ? undefined : statementNames.get(text)
  if (!isOnce && name === undefined && statementNames.size < PREPARED_MAX) {
    name = `s${statementNames.size}`
    statementNames.set(text, name)
  }
  return client.query<Row>({ text, values: [...values], ...(name ? { name } : {}) }).catch((error: unknown) => {
    throw reduce(error)
  })
}

function kyselyOn(ask: Ask): Kysely<DB> {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await ask(query.sql, query.parameters)
      return {
        rows: result.rows as R[],
        numAffectedRows: result.rowCount === null ? undefined : BigInt(result.rowCount),
      }
    },
    streamQuery() {
      throw new Error('rows are read by page, not by stream')
    },
  }
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => connection,
      beginTransaction: async () => undefined,
      commitTransaction: async () => undefined,
      rollbackTransaction: async () => undefined,
      releaseConnection: async () => undefined,
      destroy: async () => undefined,
    }),
  }
  return new Kysely<DB>({ dialect })
}

/** What the driver says of a failure holds values of rows and parameters; this is what may be told of it (trust-D79). */
export function reduce(error: unknown): DatabaseFailure {
  if (error instanceof DatabaseFailure) return error
  const { code, constraint } = error as { code?: string; constraint?: string }
  // EPIPE and its like have five letters too.
  return new DatabaseFailure(
    /^(\d\d|F0|HV|P0|XX)[0-9A-Z]{3}$/.test(code ?? '') ? (code as string) : NO_CONNECTION,
    constraint,
  )
}

/** What may be printed of an error: our own words as they are, of the driver's the SQLSTATE and constraint. */
export const wordsOf = (error: unknown): string =>
  error instanceof pg.DatabaseError ? reduce(error).message : (error as Error).message

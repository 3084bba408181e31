/**
 * The one way to the database: a transaction that says first for whom it runs.
 *
 * The first statement sets the context transaction-locally; row security reads it. The pool is not exported, so there is no
 * query outside a transaction. Statements are prepared once per connection and sent without waiting for the one before
 * (pipeline), which keeps a message's way through the corridor at a few round trips.
 */
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

export type Database = {
  /** Runs `work` in one transaction; commits when it returns, rolls back when it throws. */
  transaction<T>(context: Context, work: (tx: Transaction) => Promise<T>): Promise<T>
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
}

/** What may be said of a failed statement: the SQLSTATE and the constraint. The driver's `detail` holds row values. */
export class DatabaseFailure extends Error {
  readonly sqlstate: string
  readonly constraint: string | undefined
  constructor(sqlstate: string, constraint: string | undefined) {
    super(`database refused: ${sqlstate}${constraint ? ` ${constraint}` : ''}`)
    this.sqlstate = sqlstate
    this.constraint = constraint
  }
}

/** True when the database is gone or going, so that a retry later may work: connection trouble, shutdown, too many connections. */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof DatabaseFailure && /^(08|57P0|53[23]|XX|CONN)/.test(error.sqlstate)

/** Distinct statements kept prepared per connection; above it, statements are sent unprepared. */
const PREPARED_MAX = 500
/** How long a caller waits for a free connection, in milliseconds (trust-D72: 503 in 2 s). */
const CONNECTION_WAIT_MS = 2_000

export function openDatabase(connection: pg.PoolConfig, size: number): Database {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    connectionTimeoutMillis: CONNECTION_WAIT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    pipeline: true,
  } as pg.PoolConfig)
  // An idle connection that dies (server restart) is dropped by the pool; the next caller opens a new one.
  pool.on('error', () => undefined)

  return {
    transaction: (context, work) => inTransaction(pool, context, work),
    withoutOrganization: (work) => inTransaction(pool, NOBODY, work),
    load: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  }
}

async function inTransaction<T>(pool: pg.Pool, context: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw reduce(error)
  })
  const news: (() => void)[] = []
  let broken = false
  // Without a listener, a connection that dies between two statements would end the process.
  const onError = () => (broken = true)
  client.on('error', onError)
  try {
    const begun = client.query(beginText(context)).catch((error: unknown) => {
      broken = true
      throw reduce(error)
    })
    begun.catch(() => undefined)
    const tx: Transaction = {
      sql: kyselyOn(client),
      context,
      afterCommit: (tell) => void news.push(tell),
      run: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]) => {
        const result = await send<Row>(client, text, values)
        return result.rows
      },
    }
    let value: T
    try {
      value = await work(tx)
      await begun
    } catch (error) {
      await client.query('rollback').catch(() => (broken = true))
      throw error
    }
    const commit = await client.query('commit').catch((error: unknown) => {
      broken = true
      throw reduce(error)
    })
    // A transaction that failed inside answers COMMIT with ROLLBACK and no error.
    if (commit.command !== 'COMMIT') throw new DatabaseFailure('25P02', undefined)
    for (const tell of news) tell()
    return value
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

function beginText(context: Context): string {
  const { scope } = context
  const settings: Record<string, string> = {
    'app.organization': context.organizationId,
    'app.scope': scope.kind,
    'app.patients': scope.kind === 'patient' ? scope.patientIds.join(',') : '',
    'app.conversations': scope.kind === 'conversation' ? scope.conversationIds.join(',') : '',
    'app.labels': ['-', ...context.labels].join(','),
    'app.actor': context.actor.id ?? '',
    'app.role': context.role,
    'app.purpose': context.purpose,
    'app.request': context.requestId,
  }
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  )
  return `begin; select ${calls.join(', ')}`
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

const statementNames = new Map<string, string>()

function send<Row extends pg.QueryResultRow>(client: pg.PoolClient, text: string, values: readonly unknown[]) {
  let name = statementNames.get(text)
  if (name === undefined && statementNames.size < PREPARED_MAX) {
    name = `s${statementNames.size}`
    statementNames.set(text, name)
  }
  return client.query<Row>({ text, values: [...values], ...(name ? { name } : {}) }).catch((error: unknown) => {
    throw reduce(error)
  })
}

function kyselyOn(client: pg.PoolClient): Kysely<DB> {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await send(client, query.sql, query.parameters)
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

function reduce(error: unknown): DatabaseFailure {
  if (error instanceof DatabaseFailure) return error
  const { code, constraint } = error as { code?: string; constraint?: string }
  // Errors without an SQLSTATE come from the socket or the pool: the connection is the trouble.
  return new DatabaseFailure(/^[0-9A-Z]{5}$/.test(code ?? '') ? (code as string) : 'CONN0', constraint)
}

/** What may be told of a statement or a transaction that failed. */

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

/** A statement was sent after its transaction had ended: a promise was not awaited. */
export class TransactionIsOver extends Error {}

/** Whether the connection was lost: nobody knows what the database did with what was sent last. */
export const isLost = (error: unknown): boolean => error instanceof DatabaseFailure && error.sqlstate === NO_CONNECTION

/** Stands for an error without an SQLSTATE: it comes from the socket or the pool, so the connection is the trouble. */
export const NO_CONNECTION = 'CONN0'

/**
 * Transactions that leave together. What arrives in the same moment is mostly written without waiting for one answer of the database; there
 * the way there and back, the start of each statement and the commit cost more than the rows do.
 *
 * So work in a transaction of this kind keeps what it pushes. When it waits for an answer it becomes a transaction of its own, as any
 * other. When it ends without, it leaves: with what ends in the same turn of the event loop when nothing is under way, else with all that ended meanwhile, in one
 * transaction. There, rows for the same statement go into it at once; each work's own order is kept. It is told of its end after the commit.
 *
 * A group whose transaction is refused has not happened: each of its works is sent again in a transaction of its own, and lives or
 * fails by itself. When the connection was lost nobody knows, so each is told so and nothing is sent again.
 */
import { askTogether } from './ask-together.ts'
import type { Context } from './context.ts'
import { DatabaseFailure, isLost, TransactionIsOver } from './database-failure.ts'
import type { Database, Transaction } from './database.ts'
import { newId } from './id.ts'

type InTransaction = <T>(context: Context, work: (tx: Transaction) => Promise<T>) => Promise<T>
type Look = Database['read']

/** Works of one transaction at most, and how long one may wait for the transaction before, in milliseconds. */
const TOGETHER = { atOnceMax: 32, waitMaxMs: 50 }
/** Sets of eyes (`eyesOf`) whose groups are remembered. */
const EYES_KEPT_MAX = 1_000

type Explain = (failure: DatabaseFailure) => Error
type Step =
  | { kind: 'rows'; text: string; rows: readonly object[]; explain: Explain | undefined }
  | { kind: 'statement'; text: string; values: readonly unknown[]; explain: Explain | undefined }
type Leaving = { context: Context; steps: readonly Step[] }
type Left = { ok: true } | { ok: false; error: unknown }

/** @param look reads in a short transaction of its own. */
export function leaveTogether(alone: InTransaction, look: Look): InTransaction {
  const doors = new Map<string, (leaving: Leaving) => Promise<Left>>()
  const doorOf = (context: Context) => {
    const eyes = eyesOf(context)
    const known = doors.get(eyes)
    if (known) return known
    if (doors.size >= EYES_KEPT_MAX) doors.clear()
    const door = askTogether(TOGETHER, (group: readonly Leaving[]) => leave(alone, group))
    doors.set(eyes, door)
    return door
  }

  return async <T>(context: Context, work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const own = untilItWaits<T>(alone, look, context)
    let value: T
    try {
      value = await work(own.tx)
    } catch (error) {
      return own.failed(error)
    }
    const leaving = await own.ended(value)
    if (leaving.length > 0) {
      const left = await doorOf(context)({ context, steps: leaving })
      if (!left.ok) throw left.error
    }
    for (const tell of own.news) tell()
    return value
  }
}

/** All that row security reads of what is pushed: rows of works that see the same may be written by one statement. */
const eyesOf = ({ organizationId, scope, labels }: Context): string => JSON.stringify([organizationId, scope, labels])

/** A transaction that begins only when it must. */
function untilItWaits<T>(alone: InTransaction, look: Look, context: Context) {
  const kept: Step[] = []
  const news: (() => void)[] = []
  const worked = Promise.withResolvers<T>()
  worked.promise.catch(() => undefined)
  let isOver = false
  let begun: Promise<Transaction> | undefined
  let whole: Promise<T> | undefined

  const begin = (): Promise<Transaction> => {
    begun ??= new Promise((began, failed) => {
      whole = alone(context, (real) => {
        began(real)
        return worked.promise
      })
      whole.catch(failed)
    })
    return begun
  }
  const keep = (step: Step): void => {
    if (isOver) throw new TransactionIsOver()
    kept.push(step)
  }
  /** What was kept before is on its way when the question is asked. */
  const asking = async <Answer>(ask: (real: Transaction) => Promise<Answer>): Promise<Answer> => {
    if (isOver) throw new TransactionIsOver()
    const before = kept.splice(0)
    const real = await begin()
    sendAll(real, before)
    return ask(real)
  }
  const tx: Transaction = {
    get sql(): Transaction['sql'] {
      throw new Error('a transaction that leaves together runs statements as text')
    },
    context,
    afterCommit: (tell) => void news.push(tell),
    run: (text, values) => asking((real) => real.run(text, values)),
    runOnce: (text, values, withinMs) => asking((real) => real.runOnce(text, values, withinMs)),
    async look(text, values) {
      if (isOver) throw new TransactionIsOver()
      return begun ? tx.run(text, values) : look(context, text, values)
    },
    push: (text, values, explain) => keep({ kind: 'statement', text, values, explain }),
    pushRows: (text, rows, explain) => keep({ kind: 'rows', text, rows, explain }),
  }
  return {
    tx,
    news,
    async failed(error: unknown): Promise<never> {
      isOver = true
      worked.reject(error)
      await whole
      throw error
    },
    /** @returns what is still to be sent; nothing where it had begun, and is committed. */
    async ended(value: T): Promise<readonly Step[]> {
      isOver = true
      if (!begun) return kept
      sendAll(await begun, kept)
      worked.resolve(value)
      await whole
      return []
    },
  }
}

function sendAll(tx: Transaction, steps: readonly Step[]): void {
  for (const step of steps) {
    if (step.kind === 'rows') tx.pushRows(step.text, step.rows, step.explain)
    else tx.push(step.text, step.values, step.explain)
  }
}

async function leave(alone: InTransaction, group: readonly Leaving[]): Promise<Left[]> {
  const [first] = group
  if (!first || group.length === 1) return Promise.all(group.map((leaving) => leaveAlone(alone, leaving)))
  try {
    await alone(forSeveral(first.context), async (tx) => sendAll(tx, unexplained(group)))
    return group.map(() => ({ ok: true }))
  } catch (error) {
    if (mayHaveHappened(error)) return group.map(() => ({ ok: false, error }))
    return Promise.all(group.map((leaving) => leaveAlone(alone, leaving)))
  }
}

/** What failed is explained to each by itself. */
const unexplained = (group: readonly Leaving[]): Step[] =>
  inLayers(group.map(({ steps }) => steps)).map((step) => ({ ...step, explain: undefined }))

/** The connection was lost, or the server was going down: perhaps it had committed before. */
const mayHaveHappened = (error: unknown): boolean =>
  error instanceof DatabaseFailure && (isLost(error) || error.sqlstate.startsWith('57P'))

async function leaveAlone(alone: InTransaction, { context, steps }: Leaving): Promise<Left> {
  try {
    await alone(context, async (tx) => sendAll(tx, steps))
    return { ok: true }
  } catch (error) {
    return { ok: false, error }
  }
}

/** Who acts stands in the rows themselves; of the transaction nobody reads it. */
const forSeveral = (context: Context): Context => ({
  ...context,
  actor: { kind: 'system', id: null },
  role: 'system',
  requestId: newId(),
})

/** One list of several: each keeps its own order, and rows for the same statement that may go now go at once. */
export function inLayers(lists: readonly (readonly Step[])[]): Step[] {
  const all: Step[] = []
  const rest = lists.map((steps) => [...steps])
  while (rest.some((steps) => steps.length > 0)) {
    for (const steps of rest) while (steps[0]?.kind === 'statement') all.push(steps.shift() as Step)
    const step = rest.find(([head]) => head)?.[0]
    if (step?.kind !== 'rows') continue
    const isSame = ([head]: Step[]) => head?.kind === 'rows' && head.text === step.text
    const rows = rest.filter(isSame).flatMap((steps) => (steps.shift() as typeof step).rows)
    all.push({ ...step, rows })
  }
  return all
}

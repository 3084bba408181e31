/**
 * A policy made into a decision about one row that is at hand. It says what row security would say of the same row (in-sql.ts): null and
 * what is not known permit nothing.
 */
import type { Condition, Session, SessionSet } from './policy.ts'

export type Row = Readonly<Record<string, unknown>>
/** Rows of other tables that the policy asks about, by table. A table that is not here was not read: a question to it is not permitted. */
export type Others = Readonly<Record<string, readonly Row[]>>

export type Case = { session: Session; row: Row; others: Others; outer?: Row }
export type Decide = (asked: Case) => boolean

/** `seesRow`: whether the session sees a row of that table, by its own policy. */
export function decideIn(condition: Condition | 'always', seesRow: (table: string, asked: Case) => boolean): Decide {
  const made = (one: Condition | 'always'): Decide => decideIn(one, seesRow)
  if (condition === 'always') return () => true
  if ('all' in condition) {
    const parts = condition.all.map(made)
    return (asked) => parts.every((part) => part(asked))
  }
  if ('any' in condition) {
    const parts = condition.any.map(made)
    return (asked) => parts.some((part) => part(asked))
  }
  if ('byScope' in condition) {
    const parts = new Map(Object.entries(condition.byScope).map(([scope, one]) => [scope, made(one)]))
    return (asked) => parts.get(asked.session.scope)?.(asked) ?? false
  }
  if ('if' in condition) {
    const [holds, then, otherwise] = [made(condition.if), made(condition.then), made(condition.else)]
    const column = 'none' in condition.if ? condition.if.none : condition.if.column
    return (asked) => isKnown(asked.row, column) && (holds(asked) ? then(asked) : otherwise(asked))
  }
  if ('sees' in condition || 'some' in condition || 'every' in condition) return decideQuestion(condition, seesRow)
  return ({ session, row, outer }) => decideAtom(condition, session, row, outer)
}

type Question = Extract<Condition, { by: unknown }>

function decideQuestion(question: Question, seesRow: (table: string, asked: Case) => boolean): Decide {
  const table = 'sees' in question ? question.sees : 'some' in question ? question.some : question.every
  const pairs = Object.entries(question.by)
  const where = decideIn('where' in question ? question.where : 'always', seesRow)
  const permits = decideIn('every' in question ? question.permits : 'always', seesRow)
  return ({ session, row, others }) => {
    const rows = Object.hasOwn(others, table) ? others[table] : undefined
    if (!rows) return false
    const seen = rows
      .filter((other) => isSame(other.organizationId, row.organizationId))
      .filter((other) => pairs.every(([their, mine]) => isSame(other[their], row[mine])))
      .map((other): Case => ({ session, row: other, others, outer: row }))
      .filter((asked) => seesRow(table, asked) && where(asked))
    return 'every' in question ? seen.every(permits) : seen.length > 0
  }
}

function decideAtom(atom: Condition, session: Session, row: Row, outer: Row | undefined): boolean {
  if ('scope' in atom) return session.scope === atom.scope
  if ('role' in atom) return atom.role.includes(session.role)
  if ('none' in atom) return isKnown(row, atom.none) && row[atom.none] === null
  if (!('column' in atom) || !isKnown(row, atom.column)) return false
  const value = row[atom.column]
  if ('is' in atom) return isSame(value, atom.is === 'organization' ? session.organizationId : session.actorId)
  if ('of' in atom) return atom.of.some((word) => word === value)
  if ('orOuter' in atom) return has(session, atom.in, value ?? outer?.[atom.orOuter])
  if ('in' in atom) return has(session, atom.in, value)
  if (!Array.isArray(value)) return false
  if ('within' in atom) return value.every((one) => has(session, atom.within, one))
  return 'meets' in atom && value.some((one) => has(session, atom.meets, one))
}

const isKnown = (row: Row, column: string): boolean => Object.hasOwn(row, column) && row[column] !== undefined

const has = (session: Session, set: SessionSet, value: unknown): boolean =>
  typeof value === 'string' && (session[set] ?? []).includes(value)

/** Two that are null are not the same, as in SQL. */
const isSame = (one: unknown, other: unknown): boolean => typeof one === 'string' && one !== '' && one === other

/**
 * A policy made into a decision about one row that is at hand. It says what row security would say of the same row (in-sql.ts): null and
 * what is not known permit nothing.
 */
import type { Atom, Condition, Session, SessionSet } from './policy.ts'

export type Row = Readonly<Record<string, unknown>>
/** Rows of other tables that the policy asks about, by table. A table that is not here was not read: a question to it is not permitted. */
export type Others = Readonly<Record<string, readonly Row[]>>

export type Case = { session: Session; row: Row; others: Others; outer?: Row }
export type Decide = (asked: Case) => boolean

/** `seesRow`: whether the session sees a row of that table, by its own policy. */
export function decideIn(condition: Condition | 'always', seesRow: (table: string, asked: Case) => boolean): Decide {
  const made = (one: Condition | 'always'): Decide => decideIn(one, seesRow)
  if (condition === 'always') return () => true
  if ('all' in condition) return decideAll(condition.all.map(made))
  if ('any' in condition) {
    const parts = condition.any.map(made)
    return (asked) => {
      for (const part of parts) if (part(asked)) return true
      return false
    }
  }
  if ('byScope' in condition) {
    const parts = new Map(Object.entries(condition.byScope).map(([scope, one]) => [scope, made(one)]))
    return (asked) => parts.get(asked.session.scope)?.(asked) ?? false
  }
  if ('if' in condition) {
    const [holds, then, otherwise] = [made(condition.if), made(condition.then), made(condition.else)]
    const column = 'none' in condition.if ? condition.if.none : condition.if.column
    return (asked) => asked.row[column] !== undefined && (holds(asked) ? then(asked) : otherwise(asked))
  }
  if ('sees' in condition || 'some' in condition || 'every' in condition) return decideQuestion(condition, seesRow)
  return decideAtom(condition)
}

/** Asked for each open screen of each conversation that something happens in: a loop, and nothing is made for an answer. */
export const decideAll =
  (parts: readonly Decide[]): Decide =>
  (asked) => {
    for (const part of parts) if (!part(asked)) return false
    return true
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

function decideAtom(atom: Atom): Decide {
  if ('scope' in atom) return ({ session }) => session.scope === atom.scope
  if ('role' in atom) return ({ session }) => atom.role.includes(session.role)
  if ('none' in atom) return ({ row }) => row[atom.none] === null
  const value = ({ row }: Case): unknown => row[atom.column]
  if ('is' in atom)
    return atom.is === 'organization'
      ? (asked) => isSame(value(asked), asked.session.organizationId)
      : (asked) => isSame(value(asked), asked.session.actorId)
  if ('of' in atom) return (asked) => atom.of.some((word) => word === value(asked))
  if ('orOuter' in atom)
    return (asked) => {
      const own = value(asked)
      return has(asked.session, atom.in, own === null ? asked.outer?.[atom.orOuter] : own)
    }
  if ('in' in atom) return (asked) => has(asked.session, atom.in, value(asked))
  if ('within' in atom) {
    return (asked) => {
      const words = value(asked)
      return Array.isArray(words) && words.every((word) => has(asked.session, atom.within, word))
    }
  }
  return (asked) => {
    const words = value(asked)
    return Array.isArray(words) && words.some((word) => has(asked.session, atom.meets, word))
  }
}

/** A text has parts that are no members. */
function has(session: Session, set: SessionSet, value: unknown): boolean {
  const members: unknown = session[set]
  return typeof value === 'string' && Array.isArray(members) && members.includes(value)
}

/** Two that are null are not the same, as in SQL. An instant is at hand as the text that the database gave. */
const isSame = (one: unknown, other: unknown): boolean => typeof one === 'string' && one !== '' && one === other

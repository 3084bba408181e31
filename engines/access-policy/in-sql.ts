/**
 * A policy made into a predicate of SQL. It is written once, when the process or a migration starts: the text holds no value of a request, and
 * stays the same for all of them.
 *
 * How it is written is known to the planner (migration 0014): a `case` is taken for one row in two where `<@` and `=` against what nobody
 * knows are taken for few; what is asked in a `select` of its own is asked once and not for each row.
 */
import { snakeCase, type Condition, type ScopeWord, type SessionSet } from './policy.ts'

/** How the session is written. A word that is not here cannot be asked, and denies. */
export type SqlSession = {
  organization: string
  /** Known when the text is written, or asked for each statement. */
  scope: { known: ScopeWord } | { asked: string }
  role?: (role: string) => string
  isActor?: (column: string) => string
  sets: Readonly<Partial<Record<SessionSet, string>>>
}

/** The settings of a transaction: what row security reads. */
export const SETTINGS: SqlSession = {
  organization: 'current_organization()',
  scope: { asked: 'current_scope()' },
  role: (role) => `current_role_is('${role}')`,
  isActor: (column) => `${column}::text = current_actor()`,
  sets: {
    patients: 'current_patients()',
    self: 'current_self()',
    conversations: 'current_conversations()',
    labels: 'current_labels()',
  },
}

/** `as`: the name of the row in the statement; `outer`: of the row that asks for it. */
export type Written = { as: string; session: SqlSession; outer?: string }

const NEVER = 'false'
const ALWAYS = 'true'

export function sqlOf(condition: Condition | 'always', written: Written): string {
  const { as, session } = written
  const made = (one: Condition | 'always'): string => sqlOf(one, written)
  if (condition === 'always') return ALWAYS
  if ('all' in condition) return allOf(condition.all.map(made))
  if ('any' in condition) return anyOf(condition.any.map(made))
  if ('byScope' in condition) {
    const parts = Object.entries(condition.byScope)
    if ('known' in session.scope) {
      const { known } = session.scope
      const part = parts.find(([scope]) => scope === known)?.[1]
      return part === undefined ? NEVER : made(part)
    }
    const cases = parts.map(([scope, one]) => `when '${scope}' then ${made(one)}`)
    return `case (select ${session.scope.asked}) ${cases.join(' ')} else ${NEVER} end`
  }
  if ('if' in condition)
    return `case when ${made(condition.if)} then ${made(condition.then)} else ${made(condition.else)} end`
  if ('sees' in condition) return `exists (${rowsOf(condition.sees, condition.by, as)})`
  if ('some' in condition) {
    const where = sqlOf(condition.where, { as: condition.some, session, outer: as })
    return `exists (${rowsOf(condition.some, condition.by, as)} and ${where})`
  }
  if ('every' in condition) {
    const there = { as: condition.every, session, outer: as }
    const [where, permits] = [sqlOf(condition.where, there), sqlOf(condition.permits, there)]
    return `not exists (${rowsOf(condition.every, condition.by, as)} and ${where} and (${permits}) is not true)`
  }
  return sqlOfAtom(condition, written)
}

/** Row security holds the rows that are found: what the session does not see is not among them. */
function rowsOf(table: string, by: Readonly<Record<string, string>>, as: string): string {
  const pairs = Object.entries(by).map(([their, mine]) => `${table}.${snakeCase(their)} = ${as}.${snakeCase(mine)}`)
  return `select from ${table} where ${[`${table}.organization_id = ${as}.organization_id`, ...pairs].join(' and ')}`
}

function sqlOfAtom(atom: Condition, { as, session, outer }: Written): string {
  if ('scope' in atom) {
    if ('known' in session.scope) return session.scope.known === atom.scope ? ALWAYS : NEVER
    return `${session.scope.asked} = '${atom.scope}'`
  }
  if ('role' in atom) return session.role ? anyOf(atom.role.map(session.role)) : NEVER
  if ('none' in atom) return `${as}.${snakeCase(atom.none)} is null`
  if (!('column' in atom)) return NEVER
  const column = `${as}.${snakeCase(atom.column)}`
  if ('is' in atom)
    return atom.is === 'organization' ? `${column} = ${session.organization}` : (session.isActor?.(column) ?? NEVER)
  if ('of' in atom)
    return atom.of.length === 1
      ? `${column} = '${atom.of[0] ?? ''}'`
      : `${column} in (${atom.of.map((word) => `'${word}'`).join(', ')})`
  const set = session.sets['in' in atom ? atom.in : 'within' in atom ? atom.within : atom.meets]
  if (set === undefined) return NEVER
  if ('orOuter' in atom) return `coalesce(${column}, ${outer}.${snakeCase(atom.orOuter)}) = any (${set})`
  if ('in' in atom) return `${column} = any (${set})`
  if ('meets' in atom) return `${column} && ${set}`
  return `case when ${column} = '{}' then true else ${column} <@ ${set} end`
}

export function allOf(parts: readonly string[]): string {
  if (parts.includes(NEVER)) return NEVER
  return joined(
    parts.filter((part) => part !== ALWAYS),
    ' and ',
    ALWAYS,
  )
}

function anyOf(parts: readonly string[]): string {
  if (parts.includes(ALWAYS)) return ALWAYS
  return joined(
    parts.filter((part) => part !== NEVER),
    ' or ',
    NEVER,
  )
}

const joined = (parts: readonly string[], word: string, none: string): string =>
  parts.length > 1 ? `(${parts.join(word)})` : (parts[0] ?? none)

/** Policies compiled once, to both sides: what row security is to hold, and a decision in memory. */
import { decideAll, decideIn, type Case, type Decide, type Others, type Row } from './in-memory.ts'
import { faultOfPolicy } from './fault-of-policy.ts'
import { allOf, SETTINGS, sqlOf, type SqlSession } from './in-sql.ts'
import type { Condition, Policies, Policy, Rule, Session } from './policy.ts'

/** What somebody wants with a row. A row that is changed is reached as it was, and written as it will be. */
export const ACTS = ['select', 'insert', 'update', 'update-to', 'delete'] as const
export type Act = (typeof ACTS)[number]

export type RowSecurity = { name: string; command: Rule['for']; using: string | null; check: string | null }

export type Access = {
  /** What is wrong with the policy of a table; such a table is closed. */
  faultOf(table: string): string | undefined
  permits(table: string, act: Act, session: Session, row: Row, others?: Others): boolean
  /** The policies that the database must hold on a table; `held`: on another one, by the same policy. */
  rowSecurity(table: string, held?: string): readonly RowSecurity[]
  /** The predicate of an act, for a statement; `as`: the name of the row in it. */
  where(table: string, act: Act, written: { as: string; session: SqlSession }): string
}

export function compile(policies: Policies, roles: readonly string[]): Access {
  const tables = typeof policies === 'object' && policies !== null ? Object.keys(policies) : []
  const faults = new Map(tables.map((table) => [table, faultOfPolicy(policies, table, roles)]))
  const faultOf = (table: string): string | undefined =>
    faults.has(table) ? faults.get(table) : `${table} has no policy`
  const sound = (table: string): Policy | undefined => (faultOf(table) === undefined ? policies[table] : undefined)
  const seesRow = (table: string, asked: Case): boolean => decisions.get(table)?.get('select')?.(asked) ?? false
  const decisions = new Map(
    tables.map((table) => [
      table,
      new Map(
        ACTS.map((act): [Act, Decide] => {
          const parts = conditionsFor(sound(table), act).map((condition) => decideIn(condition, seesRow))
          return [act, parts.length > 0 ? decideAll(parts) : () => false]
        }),
      ),
    ]),
  )
  return {
    faultOf,
    permits: (table, act, session, row, others = NONE) =>
      decisions.get(table)?.get(act)?.({ session, row, others }) ?? false,
    rowSecurity: (table, held = table) => sound(table)?.rules.map((rule) => rowSecurityOf(rule, held)) ?? [],
    where: (table, act, written) => {
      const parts = conditionsFor(sound(table), act).map((condition) => sqlOf(condition, written))
      return parts.length > 0 ? allOf(parts) : 'false'
    },
  }
}

const NONE: Others = {}

/** All of them must hold. None: the act is not permitted. */
function conditionsFor(policy: Policy | undefined, act: Act): Condition[] {
  const isNew = act === 'insert' || act === 'update-to'
  const command = act === 'update-to' ? 'update' : act
  return (policy?.rules ?? [])
    .filter((rule) => rule.for === 'all' || rule.for === command)
    .flatMap((rule) => (isNew ? ('check' in rule ? [rule.check] : []) : 'using' in rule ? [rule.using] : []))
}

function rowSecurityOf(rule: Rule, table: string): RowSecurity {
  const written = { as: table, session: SETTINGS }
  return {
    name: rule.name,
    command: rule.for,
    using: 'using' in rule ? sqlOf(rule.using, written) : null,
    check: 'check' in rule ? sqlOf(rule.check, written) : null,
  }
}

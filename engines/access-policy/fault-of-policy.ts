/** What is wrong with data that should be a policy: the first place that the language does not know. A policy with a fault denies everything. */
import { RULE_COMMANDS, RULE_NAMES, SCOPES, SESSION_SETS, type ColumnKind } from './policy.ts'
import { OF_ORGANIZATION } from './shapes.ts'

/** Conditions that stand in each other, and tables that lead to each other. */
const DEPTH_MAX = 8
const LIST_MAX = 30
const NAME = /^[a-z][A-Za-z]{0,40}$/
const TABLE = /^[a-z][a-z_]{0,40}$/
const WORD = /^[A-Za-z][A-Za-z_-]{0,40}$/

type Data = Readonly<Record<string, unknown>>

/** @returns where it stands and what it is, such as `rules.1.using.any.0.scope`. */
export function faultOfPolicy(policies: unknown, table: string, roles: readonly string[]): string | undefined {
  return isRecord(policies) ? faultOfTable(policies, table, { roles, trail: [] }) : 'policies'
}

type Asked = { roles: readonly string[]; trail: readonly string[] }

/** With what it leads to: a question to a table whose policy has a fault is a fault. */
function faultOfTable(policies: Data, table: string, { roles, trail }: Asked): string | undefined {
  if (!TABLE.test(table) || !Object.hasOwn(policies, table)) return `${table} has no policy`
  if (trail.includes(table) || trail.length > DEPTH_MAX) return `${table} leads to itself`
  const policy = policies[table]
  if (!isRecord(policy) || !hasKeys(policy, ['columns', 'rules'])) return table
  const { columns, rules } = policy
  if (!isRecord(columns) || !Object.entries(columns).every(isColumn)) return `${table}.columns`
  if (!isList(rules)) return `${table}.rules`
  if (!isSame(rules[0], OF_ORGANIZATION)) return `${table}.rules.0`
  const names = rules.map((rule) => (isRecord(rule) ? rule.name : undefined))
  if (new Set(names).size < names.length) return `${table}.rules.name`
  const here: Here = {
    policies,
    roles,
    trail: [...trail, table],
    columns: { ...columns, organizationId: 'id' } as Here['columns'],
    outer: undefined,
  }
  for (const [at, rule] of rules.entries()) {
    const fault = faultOfRule(rule, here)
    if (fault !== undefined) return `${table}.rules.${at}.${fault}`
  }
  return undefined
}

type Columns = Readonly<Record<string, ColumnKind>>
type Here = {
  policies: Data
  roles: readonly string[]
  trail: readonly string[]
  columns: Columns
  outer: Columns | undefined
}

const PARTS = {
  all: ['using', 'check'],
  update: ['using', 'check'],
  select: ['using'],
  delete: ['using'],
  insert: ['check'],
} as const

function faultOfRule(rule: unknown, here: Here): string | undefined {
  if (!isRecord(rule)) return 'rule'
  if (!isOneOf(rule.name, RULE_NAMES)) return 'name'
  if (!isOneOf(rule.for, RULE_COMMANDS)) return 'for'
  const parts = PARTS[rule.for]
  if (!hasKeys(rule, ['name', 'for', ...parts])) return 'parts'
  for (const part of parts) {
    const fault = faultOfCondition(rule[part], here, 1)
    if (fault !== undefined) return `${part}.${fault}`
  }
  return undefined
}

function faultOfCondition(condition: unknown, here: Here, depth: number): string | undefined {
  if (!isRecord(condition) || depth > DEPTH_MAX) return 'condition'
  const within = (one: unknown, at: string): string | undefined => {
    const fault = faultOfCondition(one, here, depth + 1)
    return fault === undefined ? undefined : `${at}.${fault}`
  }
  if (hasKeys(condition, ['all'])) return faultOfList(condition.all, 'all', within)
  if (hasKeys(condition, ['any'])) return faultOfList(condition.any, 'any', within)
  if (hasKeys(condition, ['byScope'])) {
    const { byScope } = condition
    if (!isRecord(byScope) || Object.keys(byScope).length < 2) return 'byScope'
    for (const [scope, one] of Object.entries(byScope)) {
      if (!isOneOf(scope, SCOPES)) return 'byScope'
      const fault = one === 'always' ? undefined : within(one, `byScope.${scope}`)
      if (fault !== undefined) return fault
    }
    return undefined
  }
  if (hasKeys(condition, ['if', 'then', 'else'])) {
    if (!isRecord(condition.if) || !(hasKeys(condition.if, ['none']) || hasKeys(condition.if, ['column', 'of'])))
      return 'if'
    const then = condition.then === 'always' ? undefined : within(condition.then, 'then')
    return faultOfAtom(condition.if, here) ?? then ?? within(condition.else, 'else')
  }
  for (const [word, keys] of Object.entries(QUESTIONS))
    if (hasKeys(condition, keys)) return faultOfQuestion(condition, word, keys, here, depth)
  return faultOfAtom(condition, here)
}

function faultOfList(
  list: unknown,
  at: string,
  within: (one: unknown, at: string) => string | undefined,
): string | undefined {
  // One condition alone needs no word around it: more likely another was lost.
  if (!isList(list) || list.length < 2) return at
  return list.map((one, n) => within(one, `${at}.${n}`)).find((fault) => fault !== undefined)
}

const QUESTIONS = {
  sees: ['sees', 'by'],
  some: ['some', 'by', 'where'],
  every: ['every', 'by', 'where', 'permits'],
} as const

/** A question to the rows of another table. */
function faultOfQuestion(
  question: Data,
  word: string,
  keys: readonly string[],
  here: Here,
  depth: number,
): string | undefined {
  const table = question[word]
  if (typeof table !== 'string') return word
  const fault = faultOfTable(here.policies, table, here)
  if (fault !== undefined) return `${word} (${fault})`
  const theirs: Columns = { ...(here.policies[table] as { columns: Columns }).columns, organizationId: 'id' }
  const { by } = question
  if (!isRecord(by) || Object.keys(by).length === 0) return 'by'
  for (const [their, mine] of Object.entries(by))
    if (typeof mine !== 'string' || !isComparable(kindOf(theirs, their), kindOf(here.columns, mine))) return 'by'
  const there = { ...here, columns: theirs, outer: here.columns, trail: [...here.trail, table] }
  for (const part of keys.slice(2)) {
    const inner = faultOfCondition(question[part], there, depth + 1)
    if (inner !== undefined) return `${part}.${inner}`
  }
  return undefined
}

const isComparable = (theirs: ColumnKind | undefined, mine: ColumnKind | undefined): boolean =>
  theirs === mine && (mine === 'id' || mine === 'instant')

function faultOfAtom(atom: Data, { roles, columns, outer }: Here): string | undefined {
  const kind = typeof atom.column === 'string' ? kindOf(columns, atom.column) : undefined
  const isSet = (set: unknown): boolean => isOneOf(set, SESSION_SETS)
  if (hasKeys(atom, ['scope'])) return isOneOf(atom.scope, SCOPES) ? undefined : 'scope'
  if (hasKeys(atom, ['role'])) return areWords(atom.role, roles) ? undefined : 'role'
  if (hasKeys(atom, ['none']))
    return typeof atom.none === 'string' && kindOf(columns, atom.none) !== undefined ? undefined : 'none'
  if (hasKeys(atom, ['column', 'is']))
    return kind === 'id' && isOneOf(atom.is, ['organization', 'actor']) ? undefined : 'is'
  if (hasKeys(atom, ['column', 'in'])) return kind === 'id' && isSet(atom.in) ? undefined : 'in'
  if (hasKeys(atom, ['column', 'orOuter', 'in'])) {
    const isOfOuter = typeof atom.orOuter === 'string' && outer !== undefined && kindOf(outer, atom.orOuter) === 'id'
    return kind === 'id' && isOfOuter && isSet(atom.in) ? undefined : 'orOuter'
  }
  if (hasKeys(atom, ['column', 'within'])) return kind === 'words' && isSet(atom.within) ? undefined : 'within'
  if (hasKeys(atom, ['column', 'meets'])) return kind === 'words' && isSet(atom.meets) ? undefined : 'meets'
  if (hasKeys(atom, ['column', 'of'])) return isList(kind) && areWords(atom.of, kind) ? undefined : 'of'
  return 'condition'
}

const kindOf = (columns: Columns, name: string): ColumnKind | undefined =>
  Object.hasOwn(columns, name) ? columns[name] : undefined

const isColumn = ([name, kind]: [string, unknown]): boolean =>
  NAME.test(name) &&
  name !== 'organizationId' &&
  (isOneOf(kind, ['id', 'instant', 'text', 'words']) || (isList(kind) && areWords(kind, kind)))

/** Some of the words that there are, each once. */
const areWords = (list: unknown, known: readonly unknown[]): boolean =>
  isList(list) &&
  list.length > 0 &&
  new Set(list).size === list.length &&
  list.every((word) => typeof word === 'string' && WORD.test(word) && known.includes(word))

const isRecord = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length <= LIST_MAX

const isOneOf = <Word extends string>(value: unknown, words: readonly Word[]): value is Word =>
  words.some((word) => word === value)

const hasKeys = (record: Data, keys: readonly string[]): boolean =>
  Object.keys(record).length === keys.length && keys.every((key) => Object.hasOwn(record, key))

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

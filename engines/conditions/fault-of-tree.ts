/** What is wrong with conditions that somebody wants to save: the first field outside the closed lists or the limits (desk-D11, D68). */
import { isGroup, operatorsOf, valuesOf, type Condition, type ConditionTable, type Group } from './condition.ts'

export type TreeFault = {
  /** Where it stands, such as `when.of.1.values`. */
  field: string
  reason:
    | 'EMPTY'
    | 'TOO_LONG'
    | 'TOO_MANY'
    | 'TOO_DEEP'
    | 'NOT_A_FIELD'
    | 'NOT_AN_OPERATOR'
    | 'NOT_A_VALUE'
    | 'NOT_FOR_TRIGGER'
    | 'NOT_BEFORE'
    | 'OUT_OF_RANGE'
}

type Judged = {
  /** Where the tree stands. */
  path: string
  table: ConditionTable
  /** The event that is asked about; null: none is. */
  event: string | null
  /** Values of the organization's own, by field: no others may be named. */
  own: Readonly<Record<string, readonly string[]>>
}

/** The tree is walked by a list of what is still to see, so that no depth of it can overflow. */
export function faultOfTree(root: Group, judged: Judged): TreeFault | undefined {
  const { path, table } = judged
  const open: { node: Group | Condition; field: string; depth: number }[] = [{ node: root, field: path, depth: 1 }]
  let conditions = 0
  let seen = 0
  for (let next = open.shift(); next; next = open.shift()) {
    const { node, field, depth } = next
    if (++seen > table.conditionsMax * 2) return { field: path, reason: 'TOO_MANY' }
    if (isGroup(node)) {
      if (depth > table.depthMax) return { field, reason: 'TOO_DEEP' }
      if (!['all', 'any', 'none'].includes(node.match)) return { field: `${field}.match`, reason: 'NOT_A_VALUE' }
      if (depth > 1 && node.of.length === 0) return { field, reason: 'EMPTY' }
      if (node.of.length > table.conditionsMax) return { field, reason: 'TOO_MANY' }
      open.push(...node.of.map((one, at) => ({ node: one, field: `${field}.of.${at}`, depth: depth + 1 })))
      continue
    }
    if (++conditions > table.conditionsMax) return { field, reason: 'TOO_MANY' }
    const fault = faultOfCondition(node, judged)
    if (fault) return { ...fault, field: `${field}.${fault.field}` }
  }
  return undefined
}

function faultOfCondition(condition: Condition, { table, event, own }: Judged): TreeFault | undefined {
  const { field, when, operator, values } = condition
  const spec = Object.hasOwn(table.fields, field) ? table.fields[field] : undefined
  if (!spec) return { field: 'field', reason: 'NOT_A_FIELD' }
  if (spec.only && spec.only !== event) return { field: 'field', reason: 'NOT_FOR_TRIGGER' }
  if (when === 'before' && !spec.before) return { field: 'when', reason: 'NOT_BEFORE' }
  if (!operatorsOf(spec).includes(operator)) return { field: 'operator', reason: 'NOT_AN_OPERATOR' }
  if (values.length === 0 || values.some((value) => value.trim() === '')) return { field: 'values', reason: 'EMPTY' }
  const isOne = operator === 'at-least' || spec.kind === 'hours'
  if (values.length > (isOne ? 1 : table.valuesMax)) return { field: 'values', reason: 'TOO_MANY' }
  if (values.some((value) => value.length > table.valueMaxChars)) return { field: 'values', reason: 'TOO_LONG' }
  if (spec.kind === 'hours')
    return isHours(values[0], spec.most) ? undefined : { field: 'values', reason: 'OUT_OF_RANGE' }
  const allowed = valuesOf(spec) ?? own[field]
  return allowed && values.some((value) => !allowed.includes(value))
    ? { field: 'values', reason: 'NOT_A_VALUE' }
    : undefined
}

const isHours = (text = '', most: number): boolean => /^[1-9]\d{0,5}$/.test(text) && Number(text) <= most

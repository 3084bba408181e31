/** Conditions over a table of fields: what is refused is named, and what passes is within the limits of that table (desk-D11, D68). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isGroup, OPERATORS, operatorsOf, type Condition, type ConditionTable, type Group } from './condition.ts'
import { faultOfTree } from './fault-of-tree.ts'

const table = {
  fields: {
    size: { kind: 'choice', values: ['small', 'large'], ranked: true },
    colour: { kind: 'choice', values: ['red', 'blue'], before: true },
    owner: { kind: 'code' },
    words: { kind: 'words', only: 'told' },
    old: { kind: 'yes-no' },
    age: { kind: 'hours', most: 100 },
  },
  depthMax: 2,
  conditionsMax: 3,
  valuesMax: 2,
  valueMaxChars: 5,
} satisfies ConditionTable

const judge = (when: Group, event: string | null = null) =>
  faultOfTree(when, { path: 'when', table, event, own: { owner: ['ada'] } })
const a = (over: Partial<Condition> = {}): Condition => ({ field: 'old', when: 'now', operator: 'is', values: ['yes'], ...over }) // prettier-ignore
const all = (...of: Group['of']): Group => ({ match: 'all', of })

test.each<[string, Group, string, string]>([
  ['a field of another table', all(a({ field: 'state' })), 'when.of.0.field', 'NOT_A_FIELD'],
  ['a field named like something inherited', all(a({ field: 'toString' })), 'when.of.0.field', 'NOT_A_FIELD'],
  ['an order where there is none', all(a({ field: 'colour', operator: 'at-least', values: ['red'] })), 'when.of.0.operator', 'NOT_AN_OPERATOR'],
  ['two values for "at least"', all(a({ field: 'size', operator: 'at-least', values: ['small', 'large'] })), 'when.of.0.values', 'TOO_MANY'],
  ['a value of no list', all(a({ field: 'size', values: ['huge'] })), 'when.of.0.values', 'NOT_A_VALUE'],
  ['somebody who is not here', all(a({ field: 'owner', values: ['eve'] })), 'when.of.0.values', 'NOT_A_VALUE'],
  ['the past of what has none', all(a({ when: 'before' })), 'when.of.0.when', 'NOT_BEFORE'],
  ['words when nothing is told', all(a({ field: 'words', operator: 'contains', values: ['x'] })), 'when.of.0.field', 'NOT_FOR_TRIGGER'],
  ['three values', all(a({ field: 'owner', values: ['ada', 'ada', 'ada'] })), 'when.of.0.values', 'TOO_MANY'],
  ['a long value', all(a({ field: 'words', operator: 'contains', values: ['longer'] })), 'when.of.0.values', 'TOO_LONG'],
  ['no hours', all(a({ field: 'age', operator: 'less-than', values: ['0'] })), 'when.of.0.values', 'OUT_OF_RANGE'],
  ['too many hours', all(a({ field: 'age', operator: 'at-least', values: ['101'] })), 'when.of.0.values', 'OUT_OF_RANGE'],
  ['hours in words', all(a({ field: 'age', operator: 'at-least', values: ['1e1'] })), 'when.of.0.values', 'OUT_OF_RANGE'],
  ['hours that are compared otherwise', all(a({ field: 'age', operator: 'is', values: ['5'] })), 'when.of.0.operator', 'NOT_AN_OPERATOR'],
  ['three deep', all(all(all(a()))), 'when.of.0.of.0', 'TOO_DEEP'],
  ['four conditions', all(a(), a(), a(), a()), 'when', 'TOO_MANY'],
  ['an empty group in a group', all(all()), 'when.of.0', 'EMPTY'],
])('%s', (_name, when, field, reason) => expect(judge(when, reason === 'TOO_LONG' ? 'told' : null)).toEqual({ field, reason })) // prettier-ignore

test('what is within the table passes, and an empty root is no condition', () => {
  expect(judge(all())).toBeUndefined()
  expect(judge(all(a(), all(a({ field: 'size', operator: 'at-least', values: ['small'] }))))).toBeUndefined()
  expect(judge(all(a({ field: 'age', operator: 'less-than', values: ['100'] })))).toBeUndefined()
  expect(judge(all(a({ field: 'words', operator: 'contains', values: ['x'] })), 'told')).toBeUndefined()
})

const anyCondition = fc.record({
  field: fc.constantFrom(...Object.keys(table.fields), 'state'),
  when: fc.constantFrom('now' as const, 'before' as const),
  operator: fc.constantFrom(...OPERATORS),
  values: fc.array(fc.constantFrom('small', 'red', 'ada', 'yes', 'no'), { maxLength: 3 }),
})
/** Most are right, so that trees pass. */
const conditions = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(a(), a({ field: 'size', operator: 'at-least', values: ['small'] }), a({ field: 'owner', values: ['ada'] })) },
  { weight: 1, arbitrary: anyCondition },
) // prettier-ignore
const { tree: groups } = fc.letrec<{ tree: Group; node: Group | Condition }>((tie) => ({
  tree: fc.record({ match: fc.constantFrom('all', 'any', 'none'), of: fc.array(tie('node'), { maxLength: 3 }) }),
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, conditions, tie('tree')),
}))

test('any tree is judged, and one that passes is within the limits of its table', () => {
  const all: Condition[] = []
  const depthOf = (node: Group | Condition): number => (isGroup(node) ? 1 + Math.max(0, ...node.of.map(depthOf)) : 0)
  const leavesOf = (node: Group | Condition): Condition[] => (isGroup(node) ? node.of.flatMap(leavesOf) : [node])
  fc.assert(
    fc.property(groups, (when) => {
      const fault = judge(when)
      if (fault) {
        expect(fault.field).toMatch(/^when[a-z0-9.]*$/)
        return
      }
      const leaves = leavesOf(when)
      all.push(...leaves)
      expect(depthOf(when)).toBeLessThanOrEqual(table.depthMax)
      expect(leaves.length).toBeLessThanOrEqual(table.conditionsMax)
      for (const { field, operator } of leaves)
        expect(operatorsOf(table.fields[field as keyof typeof table.fields])).toContain(operator)
    }),
    { numRuns: 2_000 },
  )
  expect(all.length).toBeGreaterThan(20)
})

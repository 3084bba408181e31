/** Conditions in groups, over a table of fields: what must hold for a rule to act. Closed lists; the table says which fields and how many. */

/** `choice`: one of `values`, in `ranked` ones from low to high; `code` and `words`: as it is written; `yes-no`; `hours`: so many, whole. */
type FieldKind =
  | { kind: 'choice'; values: readonly string[]; ranked?: true }
  | { kind: 'hours'; most: number }
  | { kind: 'code' | 'words' | 'yes-no' }
/** `before`: also its value before an event. `only`: known for this event alone. */
export type FieldSpec = FieldKind & { before?: true; only?: string }

/** The fields that may be asked for, and how much of it. */
export type ConditionTable<Field extends string = string> = {
  fields: Readonly<Record<Field, FieldSpec>>
  /** Groups that stand in each other, conditions in all of them, values of one condition, and characters of a value. */
  depthMax: number
  conditionsMax: number
  valuesMax: number
  valueMaxChars: number
}

/** `is`: one of the values; `at-least`: of what is ranked, and of hours, as is `less-than`; `contains`: one of the words, whole, whatever the accents and case. */
export const OPERATORS = ['is', 'is-not', 'at-least', 'less-than', 'contains', 'contains-not'] as const
export type Operator = (typeof OPERATORS)[number]

export function operatorsOf(spec: FieldSpec): readonly Operator[] {
  if (spec.kind === 'words') return ['contains', 'contains-not']
  if (spec.kind === 'yes-no') return ['is']
  if (spec.kind === 'hours') return ['at-least', 'less-than']
  return spec.kind === 'choice' && spec.ranked ? ['is', 'is-not', 'at-least'] : ['is', 'is-not']
}

const YES_NO = ['yes', 'no'] as const
export const yesOrNo = (is: boolean): (typeof YES_NO)[number] => (is ? 'yes' : 'no')

/** The values among which a field is chosen; undefined where it is written or chosen from the organization's own. */
export const valuesOf = (spec: FieldSpec): readonly string[] | undefined =>
  spec.kind === 'choice' ? spec.values : spec.kind === 'yes-no' ? YES_NO : undefined

/** Of how many values a condition may be: at least one of something is one. */
export const takesOne = (spec: FieldSpec, operator: Operator): boolean =>
  operator === 'at-least' || spec.kind === 'yes-no' || spec.kind === 'hours'

export type Condition<Field extends string = string> = {
  field: Field
  when: 'now' | 'before'
  operator: Operator
  values: readonly string[]
}
/** All, any or none of what stands in it must hold; an empty group of `all` or `none` always does. */
export type Group<Field extends string = string> = {
  match: 'all' | 'any' | 'none'
  of: readonly (Group<Field> | Condition<Field>)[]
}
export const isGroup = <Field extends string>(node: Group<Field> | Condition<Field>): node is Group<Field> =>
  'of' in node

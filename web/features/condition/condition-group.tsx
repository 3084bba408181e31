/** All, any or none of some conditions; groups stand in groups. Whoever shows it brings the words of condition.json. */
import { ListTree, Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import {
  isGroup,
  operatorsOf,
  takesOne,
  type Condition,
  type ConditionTable,
  type Group,
  type Operator,
} from '#engines/conditions/condition.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select, type Option } from '../../ui/select.tsx'
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx'
import groupStyles from '../../ui/field-group.module.css'
import styles from './condition.module.css'

type Id = FormatjsIntl.Message['ids']

/** What may be asked for. */
export type Asking<Field extends string> = {
  table: ConditionTable<Field>
  /** Of these fields, where something is known of them. */
  fields: readonly Field[]
  /** What can be chosen for a field; undefined where it is written. */
  optionsOf: (field: Field) => Option[] | undefined
  /** What a new condition begins as. */
  first: Condition<Field>
  /** What it means that there is none. */
  always: ReactNode
  /** The id of the control for a field as the server names it, such as `when.of.0.values`. */
  controlOf: (field: string) => string
  errorAt: (field: string) => ReactNode
}

type GroupProps<Field extends string> = {
  asking: Asking<Field>
  /** Where it stands, as the server names it. */
  path: string
  legend: ReactNode
  group: Group<Field>
  depth?: number
  onChange: (group: Group<Field>) => void
}

export function ConditionGroup<Field extends string>(props: GroupProps<Field>) {
  const { asking, path, legend, group, depth = 1, onChange } = props
  const { controlOf, errorAt, first } = asking
  const intl = useIntl()
  const { match, of } = group
  const replace = (at: number, node: Group<Field>['of'][number]) =>
    onChange({ match, of: of.map((one, n) => (n === at ? node : one)) })
  const remove = (at: number) => onChange({ match, of: of.filter((_, n) => n !== at) })
  return (
    <fieldset className={groupStyles.group}>
      <legend>{legend}</legend>
      {of.length === 0 && depth === 1 && <p className={styles.fact}>{asking.always}</p>}
      {(of.length > 1 || depth > 1 || match !== 'all') && (
        <Select<Group['match']>
          id={controlOf(`${path}.match`)}
          label={<FormattedMessage id="condition.match.label" />}
          error={errorAt(path)}
          value={match}
          options={(['all', 'any', 'none'] as const).map((one) => ({ value: one, label: intl.formatMessage({ id: `condition.match.${one}` }) }))} // prettier-ignore
          onChange={(next) => onChange({ match: next, of })}
        />
      )}
      {of.map((node, at) => {
        const own = `${path}.of.${at}`
        return (
          // A condition has no name of its own; its place is what the server knows it by.
          <div key={own} className={groupStyles.part}>
            {isGroup(node) ? (
              <ConditionGroup
                asking={asking}
                path={own}
                legend={<FormattedMessage id={`condition.match.${node.match}`} />}
                group={node}
                depth={depth + 1}
                onChange={(next) => replace(at, next)}
              />
            ) : (
              <ConditionFields asking={asking} path={own} condition={node} onChange={(next) => replace(at, next)} />
            )}
            <IconButton
              icon={Trash2}
              size="small"
              aria-label={
                isGroup(node)
                  ? intl.formatMessage({ id: 'condition.group.remove' })
                  : intl.formatMessage({ id: 'condition.remove' }, { place: at + 1 })
              }
              onClick={() => remove(at)}
            />
          </div>
        )
      })}
      <div className={styles.buttons}>
        <Button size="small" icon={Plus} onClick={() => onChange({ match, of: [...of, first] })}>
          <FormattedMessage id="condition.add" />
        </Button>
        {depth < asking.table.depthMax && (
          <Button
            size="small"
            tone="plain"
            icon={ListTree}
            onClick={() => onChange({ match, of: [...of, { match: 'any', of: [first] }] })}
          >
            <FormattedMessage id="condition.group.add" />
          </Button>
        )}
      </div>
    </fieldset>
  )
}

type FieldsProps<Field extends string> = {
  asking: Asking<Field>
  path: string
  condition: Condition<Field>
  onChange: (condition: Condition<Field>) => void
}

function ConditionFields<Field extends string>({ asking, path, condition, onChange }: FieldsProps<Field>) {
  const intl = useIntl()
  const { table, controlOf, errorAt } = asking
  const { field, when, operator, values } = condition
  const spec = table.fields[field]
  const names = Object.keys(table.fields) as Field[]
  const known = names.filter((name) => name === field || asking.fields.includes(name))
  const options = asking.optionsOf(field)
  const choose = (name: Field) =>
    onChange({
      field: name,
      when: 'now',
      operator: operatorsOf(table.fields[name])[0] ?? 'is',
      values: table.fields[name].kind === 'yes-no' ? ['yes'] : [],
    })
  const isOne = takesOne(spec, operator)
  return (
    <div className={styles.form}>
      <div className={groupStyles.fields}>
        <Select<Field>
          id={controlOf(`${path}.field`)}
          label={<FormattedMessage id="condition.field" />}
          error={errorAt(`${path}.field`) ?? errorAt(path)}
          value={field}
          options={known.map((name) => ({
            value: name,
            label: intl.formatMessage({ id: `condition.field.${name}` as Id }),
          }))}
          onChange={choose}
        />
        {spec.before && (
          <Select<Condition['when']>
            id={controlOf(`${path}.when`)}
            label={<FormattedMessage id="condition.when" />}
            error={errorAt(`${path}.when`)}
            value={when}
            options={(['now', 'before'] as const).map((one) => ({ value: one, label: intl.formatMessage({ id: `condition.${one}` }) }))} // prettier-ignore
            onChange={(next) => onChange({ ...condition, when: next })}
          />
        )}
        {operatorsOf(spec).length > 1 && (
          <Select<Operator>
            id={controlOf(`${path}.operator`)}
            label={<FormattedMessage id="condition.operator" />}
            error={errorAt(`${path}.operator`)}
            value={operator}
            options={operatorsOf(spec).map((one) => ({ value: one, label: intl.formatMessage({ id: `condition.operator.${one}` }) }))} // prettier-ignore
            onChange={(next) => onChange({ ...condition, operator: next, values: takesOne(spec, next) ? values.slice(0, 1) : values })} // prettier-ignore
          />
        )}
        {options && isOne && (
          <Select
            id={controlOf(`${path}.values`)}
            label={<FormattedMessage id="condition.values" />}
            error={errorAt(`${path}.values`)}
            value={values[0] ?? ''}
            options={[...(values.length === 0 ? [{ value: '', label: '–' }] : []), ...options]}
            onChange={(value) => onChange({ ...condition, values: [value] })}
          />
        )}
      </div>
      {options && !isOne && (
        <fieldset
          className={groupStyles.values}
          id={controlOf(`${path}.values`)}
          tabIndex={-1}
          data-wrong={errorAt(`${path}.values`) ? true : undefined}
        >
          <legend className="visually-hidden">
            <FormattedMessage id="condition.values" />
          </legend>
          {options.map(({ value, label }) => (
            <Checkbox
              key={value}
              id={controlOf(`${path}.values.${value}`)}
              label={label}
              checked={values.includes(value)}
              onChange={({ target }) =>
                onChange({
                  ...condition,
                  values: target.checked ? [...values, value] : values.filter((one) => one !== value),
                })
              }
            />
          ))}
        </fieldset>
      )}
      {spec.kind === 'hours' && (
        <TextField
          id={controlOf(`${path}.values`)}
          type="number"
          min={1}
          max={spec.most}
          label={<FormattedMessage id="condition.hours" />}
          error={errorAt(`${path}.values`)}
          value={values[0] ?? ''}
          onChange={({ target }) => onChange({ ...condition, values: target.value === '' ? [] : [target.value] })}
        />
      )}
      {!options && spec.kind !== 'hours' && (
        <ListField
          id={controlOf(`${path}.values`)}
          label={<FormattedMessage id="condition.values" />}
          error={errorAt(`${path}.values`)}
          items={values}
          onItems={(next) => onChange({ ...condition, values: next })}
        />
      )}
    </div>
  )
}

type ListFieldProps = Omit<TextFieldProps, 'value' | 'onChange'> & {
  items: readonly string[]
  onItems: (items: string[]) => void
}

/** Several short texts in one line, with commas between. */
export function ListField({ items, onItems, ...field }: ListFieldProps) {
  const [text, setText] = useState(items.join(', '))
  return (
    <TextField
      {...field}
      dir="auto"
      hint={<FormattedMessage id="condition.values.hint" />}
      value={text}
      onChange={({ target }) => {
        setText(target.value)
        onItems(target.value.split(',').map((one) => one.trim()).filter(Boolean)) // prettier-ignore
      }}
    />
  )
}

/** All, any or none of some conditions; groups stand in groups, five deep. */
import { ListTree, Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import {
  DEPTH_MAX,
  FIELD_NAMES,
  fieldOf,
  isGroup,
  operatorsOf,
  type Condition,
  type Field,
  type Group,
  type Operator,
  type TriggerKind,
} from '#engines/rules/rule.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx'
import { controlOf, optionsOf, type Choices } from './rule.ts'
import styles from './rule.module.css'

type Shared = { trigger: TriggerKind; choices: Choices; errorAt: (field: string) => ReactNode }
type GroupProps = Shared & {
  /** Where it stands, as the server names it. */
  path: string
  legend: ReactNode
  group: Group
  depth?: number
  onChange: (group: Group) => void
}

const FIRST: Condition = { field: 'language', when: 'now', operator: 'is', values: [] }

export function ConditionGroup({ path, legend, group, depth = 1, onChange, ...shared }: GroupProps) {
  const intl = useIntl()
  const { match, of } = group
  const replace = (at: number, node: Group['of'][number]) =>
    onChange({ match, of: of.map((one, n) => (n === at ? node : one)) })
  const remove = (at: number) => onChange({ match, of: of.filter((_, n) => n !== at) })
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {of.length === 0 && depth === 1 && (
        <p className={styles.fact}>
          <FormattedMessage id="rules.conditions.always" />
        </p>
      )}
      {(of.length > 1 || depth > 1 || match !== 'all') && (
        <Select<Group['match']>
          id={controlOf(`${path}.match`)}
          label={<FormattedMessage id="rules.match.label" />}
          error={shared.errorAt(path)}
          value={match}
          options={(['all', 'any', 'none'] as const).map((one) => ({ value: one, label: intl.formatMessage({ id: `rules.match.${one}` }) }))} // prettier-ignore
          onChange={(next) => onChange({ match: next, of })}
        />
      )}
      {of.map((node, at) => {
        const own = `${path}.of.${at}`
        return (
          // A condition has no name of its own; its place is what the server knows it by.
          <div key={own} className={styles.node}>
            {isGroup(node) ? (
              <ConditionGroup
                {...shared}
                path={own}
                legend={<FormattedMessage id={`rules.match.${node.match}`} />}
                group={node}
                depth={depth + 1}
                onChange={(next) => replace(at, next)}
              />
            ) : (
              <ConditionFields {...shared} path={own} condition={node} onChange={(next) => replace(at, next)} />
            )}
            <IconButton
              icon={Trash2}
              size="small"
              aria-label={
                isGroup(node)
                  ? intl.formatMessage({ id: 'rules.group.remove' })
                  : intl.formatMessage({ id: 'rules.condition.remove' }, { place: at + 1 })
              }
              onClick={() => remove(at)}
            />
          </div>
        )
      })}
      <div className={styles.buttons}>
        <Button size="small" icon={Plus} onClick={() => onChange({ match, of: [...of, FIRST] })}>
          <FormattedMessage id="rules.condition.add" />
        </Button>
        {depth < DEPTH_MAX && (
          <Button
            size="small"
            tone="plain"
            icon={ListTree}
            onClick={() => onChange({ match, of: [...of, { match: 'any', of: [FIRST] }] })}
          >
            <FormattedMessage id="rules.group.add" />
          </Button>
        )}
      </div>
    </fieldset>
  )
}

type FieldsProps = Shared & { path: string; condition: Condition; onChange: (condition: Condition) => void }

function ConditionFields({ path, condition, trigger, choices, errorAt, onChange }: FieldsProps) {
  const intl = useIntl()
  const { field, when, operator, values } = condition
  const { before } = fieldOf(field)
  const known = FIELD_NAMES.filter((name) => name === field || (fieldOf(name).only ?? trigger) === trigger)
  const options = optionsOf(intl, field, choices)
  const choose = (name: Field) =>
    onChange({
      field: name,
      when: 'now',
      operator: operatorsOf(name)[0] ?? 'is',
      values: fieldOf(name).kind === 'yes-no' ? ['yes'] : [],
    })
  const isOne = operator === 'at-least' || fieldOf(field).kind === 'yes-no'
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        <Select<Field>
          id={controlOf(`${path}.field`)}
          label={<FormattedMessage id="rules.condition.field" />}
          error={errorAt(`${path}.field`) ?? errorAt(path)}
          value={field}
          options={known.map((name) => ({ value: name, label: intl.formatMessage({ id: `rules.field.${name}` }) }))}
          onChange={choose}
        />
        {before && (
          <Select<Condition['when']>
            id={controlOf(`${path}.when`)}
            label={<FormattedMessage id="rules.condition.when" />}
            error={errorAt(`${path}.when`)}
            value={when}
            options={(['now', 'before'] as const).map((one) => ({ value: one, label: intl.formatMessage({ id: `rules.condition.${one}` }) }))} // prettier-ignore
            onChange={(next) => onChange({ ...condition, when: next })}
          />
        )}
        {operatorsOf(field).length > 1 && (
          <Select<Operator>
            id={controlOf(`${path}.operator`)}
            label={<FormattedMessage id="rules.condition.operator" />}
            error={errorAt(`${path}.operator`)}
            value={operator}
            options={operatorsOf(field).map((one) => ({ value: one, label: intl.formatMessage({ id: `rules.operator.${one}` }) }))} // prettier-ignore
            onChange={(next) => onChange({ ...condition, operator: next, values: next === 'at-least' ? values.slice(0, 1) : values })} // prettier-ignore
          />
        )}
        {options && isOne && (
          <Select
            id={controlOf(`${path}.values`)}
            label={<FormattedMessage id="rules.condition.values" />}
            error={errorAt(`${path}.values`)}
            value={values[0] ?? ''}
            options={[...(values.length === 0 ? [{ value: '', label: '–' }] : []), ...options]}
            onChange={(value) => onChange({ ...condition, values: [value] })}
          />
        )}
      </div>
      {options && !isOne && (
        <fieldset
          className={styles.values}
          id={controlOf(`${path}.values`)}
          tabIndex={-1}
          data-wrong={errorAt(`${path}.values`) ? true : undefined}
        >
          <legend className="visually-hidden">
            <FormattedMessage id="rules.condition.values" />
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
      {!options && (
        <ListField
          id={controlOf(`${path}.values`)}
          label={<FormattedMessage id="rules.condition.values" />}
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
      hint={<FormattedMessage id="rules.values.hint" />}
      value={text}
      onChange={({ target }) => {
        setText(target.value)
        onItems(target.value.split(',').map((one) => one.trim()).filter(Boolean)) // prettier-ignore
      }}
    />
  )
}

/** Writes a rule: when it looks, what must hold, what it does, with the whole in words beside it. Saving makes a new version. */
import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import {
  HOURS_MAX,
  NAME_MAX_CHARS,
  PER_HOUR_MAX,
  RULE_CONDITIONS,
  TRIGGERS,
  type TriggerKind,
} from '#engines/rules/rule.ts'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../../ui/error-summary.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ConditionGroup, describeConditionFault } from '../condition/index.ts'
import { RuleActions } from './rule-actions.tsx'
import { describeRule } from './rule-words.ts'
import {
  controlOf,
  definitionOf,
  optionsOf,
  type Choices,
  type Condition,
  type Definition,
  type Field,
  type Rule,
} from './rule.ts'
import groupStyles from '../../ui/field-group.module.css'
import styles from './rule.module.css'

const NEW: Definition = {
  name: '',
  trigger: { kind: 'message-arrived' },
  when: { match: 'all', of: [] },
  actions: [],
  includesAutomatic: false,
  perHour: 100,
}
const HOURS_AT_FIRST = 24
const FIRST: Condition = { field: 'language', when: 'now', operator: 'is', values: [] }
const FIELDS = Object.keys(RULE_CONDITIONS.fields) as Field[]

type Props = { rule: Rule | undefined; choices: Choices; onSaved: (ruleId: string) => void; onClose: () => void }

export function RuleEditor({ rule, choices, onSaved, onClose }: Props) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Definition>(() => (rule ? definitionOf(rule.newest) : NEW))
  const [problems, setProblems] = useState<FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const change = (over: Partial<Definition>) => setDraft({ ...draft, ...over })
  const errorAt = (field: string) => problems.find((problem) => problem.field === controlOf(field))?.message
  const { trigger } = draft

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      const definition = draft as Parameters<typeof client.rule.save>[0]['definition']
      const saved = await client.rule.save({
        ruleId: rule?.id ?? null,
        version: rule?.newest.version ?? 0,
        definition: { ...definition, name: draft.name.trim() },
      })
      await queries.invalidateQueries({ queryKey: api.rule.key() })
      showToast({ text: intl.formatMessage({ id: 'rules.saved' }, { version: saved.version }) })
      onSaved(saved.ruleId)
    } catch (error) {
      const problem = problemOf(error)
      const id = `rules.fault.${String(problem.detail?.reason)}` as FormatjsIntl.Message['ids']
      const message =
        describeConditionFault(intl, problem.detail?.reason) ??
        (id in intl.messages ? intl.formatMessage({ id }) : describeProblem(intl, problem))
      setProblems([{ ...(problem.field ? { field: controlOf(problem.field) } : {}), message }])
      setAttempt(attempt + 1)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog title={<FormattedMessage id={rule ? 'rules.edit' : 'rules.new'} />} size="wide" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className={styles.form} noValidate>
        <ErrorSummary title={intl.formatMessage({ id: 'desk.form.problem' })} problems={problems} attempt={attempt} />
        <TextField
          id={controlOf('name')}
          label={<FormattedMessage id="rules.name" />}
          maxLength={NAME_MAX_CHARS}
          error={errorAt('name')}
          value={draft.name}
          onChange={({ target }) => change({ name: target.value })}
        />
        <div className={groupStyles.fields}>
          <Select<TriggerKind>
            id={controlOf('trigger')}
            label={<FormattedMessage id="rules.trigger" />}
            error={errorAt('trigger')}
            value={trigger.kind}
            options={TRIGGERS.map((kind) => ({ value: kind, label: intl.formatMessage({ id: `rules.trigger.${kind}` }) }))} // prettier-ignore
            onChange={(kind) => change({ trigger: kind === 'time-since' ? { kind, hours: HOURS_AT_FIRST } : { kind } })}
          />
          {trigger.kind === 'time-since' && (
            <TextField
              id={controlOf('trigger.hours')}
              type="number"
              min={1}
              max={HOURS_MAX}
              label={<FormattedMessage id="rules.hours" />}
              error={errorAt('trigger.hours')}
              value={trigger.hours}
              onChange={({ target }) => change({ trigger: { kind: 'time-since', hours: target.valueAsNumber || 0 } })}
            />
          )}
        </div>
        <ConditionGroup
          asking={{
            table: RULE_CONDITIONS,
            fields: FIELDS.filter((name) => (RULE_CONDITIONS.fields[name].only ?? trigger.kind) === trigger.kind),
            optionsOf: (name) => optionsOf(intl, name, choices),
            first: FIRST,
            always: <FormattedMessage id="rules.conditions.always" />,
            controlOf,
            errorAt,
          }}
          path="when"
          legend={<FormattedMessage id="rules.conditions" />}
          group={draft.when}
          onChange={(when) => change({ when })}
        />
        <RuleActions
          actions={draft.actions}
          choices={choices}
          errorAt={errorAt}
          onChange={(actions) => change({ actions })}
        />
        {trigger.kind === 'message-arrived' && (
          <Checkbox
            id={controlOf('includesAutomatic')}
            label={<FormattedMessage id="rules.automatic" />}
            checked={draft.includesAutomatic}
            onChange={({ target }) => change({ includesAutomatic: target.checked })}
          />
        )}
        <TextField
          id={controlOf('perHour')}
          type="number"
          min={1}
          max={PER_HOUR_MAX}
          label={<FormattedMessage id="rules.per-hour" />}
          hint={<FormattedMessage id="rules.per-hour.hint" />}
          error={errorAt('perHour')}
          value={draft.perHour}
          onChange={({ target }) => change({ perHour: target.valueAsNumber || 0 })}
        />
        <section className={styles.summary} aria-label={intl.formatMessage({ id: 'rules.summary.title' })}>
          <p>{describeRule(intl, draft, choices)}</p>
        </section>
        <Button type="submit" tone="primary" busy={busy}>
          <FormattedMessage id="desk.save" />
        </Button>
      </form>
    </Dialog>
  )
}

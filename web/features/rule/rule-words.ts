/** A rule in one sentence: "When a message arrives and its language is Spanish, then tag it “spanish”." */
import type { IntlShape } from 'react-intl'
import { isGroup } from '#engines/conditions/condition.ts'
import type { Action, Condition, Definition, Group } from '#engines/rules/rule.ts'
import { languageName, nameAmong } from '../condition/index.ts'
import { valueName, type Choices, type Outcome } from './rule.ts'

type Id = FormatjsIntl.Message['ids']

export function describeRule(intl: IntlShape, { trigger, when, actions }: Definition, choices: Choices): string {
  const hours = trigger.kind === 'time-since' ? trigger.hours : 0
  const values = {
    trigger: intl.formatMessage({ id: `rules.when.${trigger.kind}` }, { hours }),
    actions:
      actions.length > 0
        ? intl.formatList(actions.map((action) => describeAction(intl, action, choices)))
        : intl.formatMessage({ id: 'rules.summary.nothing' }),
  }
  if (when.of.length === 0) return intl.formatMessage({ id: 'rules.summary.always' }, values)
  return intl.formatMessage({ id: 'rules.summary.if' }, { ...values, conditions: describeGroup(intl, when, choices) })
}

function describeGroup(intl: IntlShape, { match, of }: Group, choices: Choices): string {
  const parts = of.map((node) => {
    if (!isGroup(node)) return describeCondition(intl, node, choices)
    const list = describeGroup(intl, node, choices)
    return node.match === 'none' || node.of.length < 2 ? list : intl.formatMessage({ id: 'rules.says.group' }, { list })
  })
  const list = intl.formatList(parts, { type: match === 'all' ? 'conjunction' : 'disjunction' })
  return match === 'none' ? intl.formatMessage({ id: 'rules.says.none' }, { list }) : list
}

function describeCondition(intl: IntlShape, { field, when, operator, values }: Condition, choices: Choices): string {
  const [only] = values
  if (field === 'patient-linked' || field === 'assigned' || field === 'open-hours')
    return intl.formatMessage({ id: `rules.says.${field}-${only === 'no' ? 'no' : 'yes'}` })
  const names = values.map((value) => valueName(intl, field, value, choices))
  return intl.formatMessage(
    { id: `rules.says.${when}.${operator}` as Id },
    {
      field: intl.formatMessage({ id: `rules.its.${field}` }),
      values: intl.formatList(names, { type: 'disjunction' }),
    },
  )
}

function describeAction(intl: IntlShape, action: Action, choices: Choices): string {
  const named = (list: Choices['queues'], wanted: string) => nameAmong(intl, list, wanted)
  const what = (): string => {
    switch (action.kind) {
      case 'tag':
        return intl.formatList(action.tags.map((tag) => `“${tag}”`))
      case 'queue':
        return named([...choices.queues, ...choices.retiredQueues], action.queueId)
      case 'assign':
        return named(choices.staff, action.staffId)
      case 'urgency':
        return intl.formatMessage({ id: `desk.urgency.${action.urgency}` })
      case 'note':
        return intl.formatList(action.readers.map((reader) => intl.formatMessage({ id: `desk.reader.${reader}` })))
      case 'reply':
        return intl.formatList(action.texts.map(({ language }) => languageName(intl, language)))
      case 'macro':
        return `“${named([...choices.macros, ...choices.retiredMacros], action.macroId)}”`
      case 'webhook':
        return named(choices.webhooks, action.webhookId)
    }
  }
  return intl.formatMessage({ id: `rules.does.${action.kind}` }, { what: what() })
}

/** What became of one action: done, refused and why. */
export function describeOutcome(intl: IntlShape, { kind, outcome, reason, language }: Outcome): string {
  const name = intl.formatMessage({ id: `rules.action.${kind}` })
  const action = language ? `${name} (${languageName(intl, language)})` : name
  const id = `rules.reason.${reason}` as Id
  return intl.formatMessage(
    { id: `rules.outcome.${outcome}` },
    { action, reason: reason === null ? '' : id in intl.messages ? intl.formatMessage({ id }) : reason },
  )
}

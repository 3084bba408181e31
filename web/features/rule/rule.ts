/** What the parts of the rules' page share: the shapes, and the choices of a field in words. */
import { useQueryClient } from '@tanstack/react-query'
import { useIntl, type IntlShape } from 'react-intl'
import { RULE_CONDITIONS, type Action, type Condition, type Definition, type Field } from '#engines/rules/rule.ts'
import { api, type client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { Option } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast.tsx'
import { valueName as commonName, valuesToChoose, yesOrNoName } from '../condition/index.ts'
import { useStepUp } from '../session/index.ts'

export type Rules = Awaited<ReturnType<typeof client.rule.list>>
export type Rule = Rules['items'][number]
export type Choices = Awaited<ReturnType<typeof client.rule.choices>>
export type Outcome = Awaited<ReturnType<typeof client.rule.runs>>['items'][number]['outcomes'][number]

/** The contract holds what was judged by the engine when it was saved. */
export const definitionOf = ({ definition }: Rule['newest']): Definition => definition as unknown as Definition

/** What can be chosen for a field; undefined where it is written. */
export function optionsOf(intl: IntlShape, field: Field, choices: Choices): Option[] | undefined {
  const named = (list: Choices['queues']) => list.map(({ id, name }) => ({ value: id, label: name }))
  if (field === 'queue') return named(choices.queues)
  if (field === 'site') return named(choices.sites)
  const values = valuesToChoose(field, RULE_CONDITIONS.fields[field])
  return values?.map((value) => ({ value, label: valueName(intl, field, value, choices) }))
}

export function valueName(intl: IntlShape, field: Field, value: string, choices: Choices): string {
  const word = (id: string) => intl.formatMessage({ id: id as FormatjsIntl.Message['ids'] })
  switch (field) {
    case 'identity-level':
      return word(`desk.identity.${value}`)
    case 'changed':
      return word(`rules.changed.${value}`)
    case 'reported':
      return word(`desk.snooze-event.${value}`)
    case 'patient-linked':
    case 'assigned':
    case 'open-hours':
      return yesOrNoName(intl, value)
    default:
      return commonName(intl, field, value, choices) ?? `“${value}”`
  }
}

/** Does a change, asks for a fresh factor where the server wants one, and keeps the list of rules as it is then. */
export function useRuleChange() {
  const intl = useIntl()
  const queries = useQueryClient()
  const guard = useStepUp()
  return async (change: () => Promise<unknown>, done?: string): Promise<boolean> => {
    try {
      await guard(change)
      if (done) showToast({ text: done })
      return true
    } catch (error) {
      showToast({ text: describeProblem(intl, problemOf(error)) })
      return false
    } finally {
      await queries.invalidateQueries({ queryKey: api.rule.key() })
    }
  }
}

export type { Action, Condition, Definition, Field }

/** The id of the control for a field as the server names it, such as `when.of.0.values`. */
export const controlOf = (field: string): string => `rule-${field.replaceAll('.', '-')}`

/** What the parts of the rules' page share: the shapes, and the choices of a field in words. */
import { useQueryClient } from '@tanstack/react-query'
import { useIntl, type IntlShape } from 'react-intl'
import { INTENT_NAMES } from '#engines/intent/intent-names.ts'
import { valuesOf, type Action, type Condition, type Definition, type Field } from '#engines/rules/rule.ts'
import { api, type client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { Option } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast.tsx'
import { SPOKEN_LANGUAGES } from '../../i18n/spoken-languages.ts'
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
  const values =
    field === 'language' ? SPOKEN_LANGUAGES : field === 'intent' || field === 'topic' ? INTENT_NAMES : valuesOf(field)
  return values?.map((value) => ({ value, label: valueName(intl, field, value, choices) }))
}

export function valueName(intl: IntlShape, field: Field, value: string, choices: Choices): string {
  const word = (id: string) => intl.formatMessage({ id: id as FormatjsIntl.Message['ids'] })
  const among = (list: Choices['queues']) => list.find(({ id }) => id === value)?.name ?? word('rules.unknown')
  switch (field) {
    case 'channel':
      return word(`desk.channel.${value}`)
    case 'urgency':
      return word(`desk.urgency.${value}`)
    case 'state':
      return word(`desk.state.${value}`)
    case 'identity-level':
      return word(`desk.identity.${value}`)
    case 'changed':
      return word(`rules.changed.${value}`)
    case 'reported':
      return word(`desk.snooze-event.${value}`)
    case 'intent':
    case 'topic':
      return word(`rules.intent.${value}`)
    case 'language':
      return languageName(intl, value)
    case 'queue':
      return among([...choices.queues, ...choices.retiredQueues])
    case 'site':
      return among(choices.sites)
    case 'patient-linked':
    case 'assigned':
    case 'open-hours':
      return word(value === 'yes' ? 'rules.yes' : 'rules.no')
    case 'text':
    case 'tag':
      return `“${value}”`
  }
}

/** In the words of who writes the rule. */
export function languageName(intl: IntlShape, code: string): string {
  try {
    return intl.formatDisplayName(code, { type: 'language' }) ?? code
  } catch {
    // Somebody may have written a code that is none.
    return code
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

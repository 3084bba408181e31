/** The values of a condition in words: what rules and saved views alike ask for. */
import type { IntlShape } from 'react-intl'
import { INTENT_NAMES } from '#engines/intent/intent-names.ts'
import { valuesOf, type FieldSpec } from '#engines/conditions/condition.ts'
import { SPOKEN_LANGUAGES } from '../../i18n/spoken-languages.ts'

type Id = FormatjsIntl.Message['ids']
type Named = readonly { id: string; name: string }[]
/** What the organization has of its own. */
export type OwnNames = { queues: Named; retiredQueues: Named; sites: Named }

/** The values that are chosen; undefined where they are written, or the organization's own. */
export const valuesToChoose = (field: string, spec: FieldSpec): readonly string[] | undefined =>
  field === 'language' ? SPOKEN_LANGUAGES : field === 'intent' || field === 'topic' ? INTENT_NAMES : valuesOf(spec)

/** @returns undefined for a field that only its own table knows. */
export function valueName(intl: IntlShape, field: string, value: string, own: OwnNames): string | undefined {
  const word = (id: string) => intl.formatMessage({ id: id as Id })
  switch (field) {
    case 'channel':
      return word(`desk.channel.${value}`)
    case 'urgency':
      return word(`desk.urgency.${value}`)
    case 'state':
      return word(`desk.state.${value}`)
    case 'intent':
    case 'topic':
      return word(`condition.intent.${value}`)
    case 'language':
      return languageName(intl, value)
    case 'queue':
      return nameAmong(intl, [...own.queues, ...own.retiredQueues], value)
    case 'site':
      return nameAmong(intl, own.sites, value)
    case 'tag':
      return `“${value}”`
    default:
      return undefined
  }
}

export const nameAmong = (intl: IntlShape, list: Named, value: string): string =>
  list.find(({ id }) => id === value)?.name ?? intl.formatMessage({ id: 'condition.unknown' })

/** In the words of who reads it. */
export function languageName(intl: IntlShape, code: string): string {
  try {
    return intl.formatDisplayName(code, { type: 'language' }) ?? code
  } catch {
    // Somebody may have written a code that is none.
    return code
  }
}

export const yesOrNoName = (intl: IntlShape, value: string): string =>
  intl.formatMessage({ id: value === 'yes' ? 'condition.yes' : 'condition.no' })

/** Why a field is refused, where its reason is one of conditions. */
export function describeConditionFault(intl: IntlShape, reason: unknown): string | undefined {
  const id = `condition.fault.${String(reason)}`
  return id in intl.messages ? intl.formatMessage({ id: id as Id }) : undefined
}

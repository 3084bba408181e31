/** Of a macro in a list: the languages of its text, and how many other steps it has. */
import { useIntl } from 'react-intl'
import { languageName } from '../conversation/badges.tsx'
import choices from '../conversation/conversation-dialogs.module.css'
import type { MacroRow } from './use-macro-list.ts'

export function MacroFacts({ row }: { row: MacroRow }) {
  const intl = useIntl()
  const others = row.steps.filter((step) => step.do !== 'text').length
  const facts = [
    row.languages.length > 0 ? intl.formatList(row.languages.map((language) => languageName(intl, language))) : null,
    others > 0 ? intl.formatMessage({ id: 'macro.steps-count' }, { count: others }) : null,
  ]
  return <span className={choices.fact}>{facts.filter(Boolean).join(' · ')}</span>
}

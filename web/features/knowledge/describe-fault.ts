import type { IntlShape } from 'react-intl'
import { languageName } from '../conversation/badges.tsx'
import type { Fault } from './knowledge.ts'

/** What keeps an article from being published, in words, with the language it is about. */
export const describeFault = (intl: IntlShape, { problem, language }: Fault): string => {
  const words = intl.formatMessage({ id: `knowledge.problem.${problem}` })
  return language === null
    ? words
    : intl.formatMessage({ id: 'knowledge.problem-in' }, { language: languageName(intl, language), problem: words })
}

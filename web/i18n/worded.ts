/** What the server tells in each language of staff, in the language of this screen. */
import type { IntlShape } from 'react-intl'
import { languageOf, type Locale } from './locale.ts'

type Worded = Record<'en' | 'es', string>

export const inWordsOf = ({ locale }: Pick<IntlShape, 'locale'>, worded: Worded): string =>
  worded[languageOf(locale as Locale)]

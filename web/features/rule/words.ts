import type { CatalogueParts } from '../../i18n/messages.ts'
import { conditionWords } from '../condition/index.ts'

/** The words of the rules and of their conditions. */
export const rulesWords: CatalogueParts = {
  en: [...conditionWords.en, () => import('../../i18n/en/rules.json', { with: { type: 'json' } })],
  es: [...conditionWords.es, () => import('../../i18n/es/rules.json', { with: { type: 'json' } })],
}

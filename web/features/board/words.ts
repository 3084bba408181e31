import type { CatalogueParts } from '../../i18n/messages.ts'
import { routingWords } from '../../i18n/routing-words.ts'

/** The words of the supervisor board. */
export const boardWords: CatalogueParts = {
  en: [() => import('../../i18n/en/board.json', { with: { type: 'json' } }), ...routingWords.en],
  es: [() => import('../../i18n/es/board.json', { with: { type: 'json' } }), ...routingWords.es],
}

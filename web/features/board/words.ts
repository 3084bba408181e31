import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the supervisor board. */
export const boardWords: CatalogueParts = {
  en: [() => import('../../i18n/en/board.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/board.json', { with: { type: 'json' } })],
}

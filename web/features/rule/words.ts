import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the rules. */
export const rulesWords: CatalogueParts = {
  en: [() => import('../../i18n/en/rules.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/rules.json', { with: { type: 'json' } })],
}

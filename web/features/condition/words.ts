import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of conditions. */
export const conditionWords: CatalogueParts = {
  en: [() => import('../../i18n/en/condition.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/condition.json', { with: { type: 'json' } })],
}

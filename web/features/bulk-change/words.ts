import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of changing many conversations at once. */
export const bulkWords: CatalogueParts = {
  en: [() => import('../../i18n/en/bulk.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/bulk.json', { with: { type: 'json' } })],
}

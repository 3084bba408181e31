import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of a page without a connection. */
export const offlineWords: CatalogueParts = {
  en: [() => import('../../i18n/en/offline.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/offline.json', { with: { type: 'json' } })],
}

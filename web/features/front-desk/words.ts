import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the front desk's page and of its cards. */
export const frontDeskWords: CatalogueParts = {
  en: [() => import('../../i18n/en/front-desk.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/front-desk.json', { with: { type: 'json' } })],
}

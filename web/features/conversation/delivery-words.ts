import type { CatalogueParts } from '../../i18n/messages.ts'

/** Of a delivery that a person decides. */
export const deliveryWords: CatalogueParts = {
  en: [() => import('../../i18n/en/delivery.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/delivery.json', { with: { type: 'json' } })],
}

import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the page of call-backs. */
export const phoneWords: CatalogueParts = {
  en: [() => import('../../i18n/en/phone.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/phone.json', { with: { type: 'json' } })],
}

import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the phone bar. */
export const barWords: CatalogueParts = {
  en: [() => import('../../i18n/en/phone-bar.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/phone-bar.json', { with: { type: 'json' } })],
}

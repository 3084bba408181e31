import type { CatalogueParts } from '../../i18n/messages.ts'

/** Of the pages that a one-time link leads to, or asks for one. */
export const entranceWords: CatalogueParts = {
  en: [() => import('../../i18n/en/entrance.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/entrance.json', { with: { type: 'json' } })],
}

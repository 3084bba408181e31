import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the portal's page of visits. */
export const visitWords: CatalogueParts = {
  en: [() => import('../../i18n/en/my-visits.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/my-visits.json', { with: { type: 'json' } })],
}

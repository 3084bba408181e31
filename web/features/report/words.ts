import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the reports. */
export const reportWords: CatalogueParts = {
  en: [() => import('../../i18n/en/report.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/report.json', { with: { type: 'json' } })],
}

import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the assistant's page; those of the reports name its times. */
export const oversightWords: CatalogueParts = {
  en: [
    () => import('../../i18n/en/oversight.json', { with: { type: 'json' } }),
    () => import('../../i18n/en/report.json', { with: { type: 'json' } }),
  ],
  es: [
    () => import('../../i18n/es/oversight.json', { with: { type: 'json' } }),
    () => import('../../i18n/es/report.json', { with: { type: 'json' } }),
  ],
}

import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the organization's pages. */
export const organizationWords: CatalogueParts = {
  en: [() => import('../../i18n/en/organization.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/organization.json', { with: { type: 'json' } })],
}

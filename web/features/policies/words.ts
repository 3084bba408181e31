import type { CatalogueParts } from '../../i18n/messages.ts'

export const policiesWords: CatalogueParts = {
  en: [() => import('../../i18n/en/policies.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/policies.json', { with: { type: 'json' } })],
}

import type { CatalogueParts } from '../../i18n/messages.ts'

export const safetyWords: CatalogueParts = {
  en: [() => import('../../i18n/en/safety.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/safety.json', { with: { type: 'json' } })],
}

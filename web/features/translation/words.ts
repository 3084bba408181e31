import type { CatalogueParts } from '../../i18n/messages.ts'

export const translationWords: CatalogueParts = {
  en: [() => import('../../i18n/en/translation.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/translation.json', { with: { type: 'json' } })],
}

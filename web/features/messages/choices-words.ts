import type { CatalogueParts } from '../../i18n/messages.ts'

export const choicesWords: CatalogueParts = {
  en: [() => import('../../i18n/en/choices.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/choices.json', { with: { type: 'json' } })],
}

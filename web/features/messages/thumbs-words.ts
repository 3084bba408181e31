import type { CatalogueParts } from '../../i18n/messages.ts'

export const thumbsWords: CatalogueParts = {
  en: [() => import('../../i18n/en/thumbs.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/thumbs.json', { with: { type: 'json' } })],
}

import type { CatalogueParts } from '../../i18n/messages.ts'

export const correctionWords: CatalogueParts = {
  en: [() => import('../../i18n/en/correction.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/correction.json', { with: { type: 'json' } })],
}

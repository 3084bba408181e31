import type { CatalogueParts } from '../../i18n/messages.ts'

export const handOverWords: CatalogueParts = {
  en: [() => import('../../i18n/en/hand-over.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/hand-over.json', { with: { type: 'json' } })],
}

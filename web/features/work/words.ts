import type { CatalogueParts } from '../../i18n/messages.ts'

export const workWords: CatalogueParts = {
  en: [() => import('../../i18n/en/work.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/work.json', { with: { type: 'json' } })],
}

import type { CatalogueParts } from '../../i18n/messages.ts'

export const assistantWords: CatalogueParts = {
  en: [() => import('../../i18n/en/assistant.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/assistant.json', { with: { type: 'json' } })],
}

import type { CatalogueParts } from '../../i18n/messages.ts'

export const llmWords: CatalogueParts = {
  en: [() => import('../../i18n/en/llm.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/llm.json', { with: { type: 'json' } })],
}

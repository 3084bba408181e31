import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the articles' page. */
export const knowledgeWords: CatalogueParts = {
  en: [() => import('../../i18n/en/knowledge.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/knowledge.json', { with: { type: 'json' } })],
}

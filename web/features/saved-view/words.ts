import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of saved views; those of their conditions come with the editor. */
export const savedViewWords: CatalogueParts = {
  en: [() => import('../../i18n/en/saved-view.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/saved-view.json', { with: { type: 'json' } })],
}

import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of macros: of running one, and of their page. */
export const macroWords: CatalogueParts = {
  en: [() => import('../../i18n/en/macro.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/macro.json', { with: { type: 'json' } })],
}

import type { CatalogueParts } from '../i18n/messages.ts'

/** The words the desk needs. */
export const catalogueParts: CatalogueParts = {
  en: [
    () => import('../i18n/en/ui.json', { with: { type: 'json' } }),
    () => import('../i18n/en/refusals.json', { with: { type: 'json' } }),
    () => import('../i18n/en/desk.json', { with: { type: 'json' } }),
  ],
  es: [
    () => import('../i18n/es/ui.json', { with: { type: 'json' } }),
    () => import('../i18n/es/refusals.json', { with: { type: 'json' } }),
    () => import('../i18n/es/desk.json', { with: { type: 'json' } }),
  ],
}

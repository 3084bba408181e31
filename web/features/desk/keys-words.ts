import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the dialog that names the keys. */
export const keysWords: CatalogueParts = {
  en: [() => import('../../i18n/en/keys.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/keys.json', { with: { type: 'json' } })],
}

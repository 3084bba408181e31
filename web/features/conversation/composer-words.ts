import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of what the composer offers, asks and stops. */
export const composerWords: CatalogueParts = {
  en: [() => import('../../i18n/en/composer.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/composer.json', { with: { type: 'json' } })],
}

import type { CatalogueParts } from '../../i18n/messages.ts'

/** Of the second factor, where it is shown and where it is set up. */
export const factorWords = {
  en: [() => import('../../i18n/en/factor.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/factor.json', { with: { type: 'json' } })],
} satisfies CatalogueParts

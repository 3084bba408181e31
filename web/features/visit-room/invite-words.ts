import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the desk about inviting, and about what happened in a room. */
export const inviteWords: CatalogueParts = {
  en: [() => import('../../i18n/en/invite.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/invite.json', { with: { type: 'json' } })],
}

import type { CatalogueParts } from '../../i18n/messages.ts'

/** The words of the room, for both sides. */
export const visitRoomWords: CatalogueParts = {
  en: [() => import('../../i18n/en/visit-room.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/visit-room.json', { with: { type: 'json' } })],
}

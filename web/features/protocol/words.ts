import type { CatalogueParts } from '../../i18n/messages.ts'

export const protocolWords: CatalogueParts = {
  en: [() => import('../../i18n/en/protocol.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/protocol.json', { with: { type: 'json' } })],
}

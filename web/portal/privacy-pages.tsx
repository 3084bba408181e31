/** Consents and "who saw my record", with their words. */
import { AccessList as List } from '../features/access/access-list.tsx'
import { Consents as Choices } from '../features/consents/consents.tsx'
import type { CatalogueParts } from '../i18n/messages.ts'
import { PageWords } from '../i18n/page-words.tsx'

const words: CatalogueParts = {
  en: [() => import('../i18n/en/privacy.json', { with: { type: 'json' } })],
  es: [() => import('../i18n/es/privacy.json', { with: { type: 'json' } })],
}

export const AccessList = () => (
  <PageWords parts={words}>
    <List />
  </PageWords>
)

export const Consents = () => (
  <PageWords parts={words}>
    <Choices />
  </PageWords>
)

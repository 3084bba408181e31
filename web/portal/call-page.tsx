/** Calls, with their words. */
import { CallPage as Calls } from '../features/my-call-back/call-page.tsx'
import type { CatalogueParts } from '../i18n/messages.ts'
import { PageWords } from '../i18n/page-words.tsx'

const words: CatalogueParts = {
  en: [() => import('../i18n/en/calls.json', { with: { type: 'json' } })],
  es: [() => import('../i18n/es/calls.json', { with: { type: 'json' } })],
}

export const CallPage = () => (
  <PageWords parts={words}>
    <Calls />
  </PageWords>
)

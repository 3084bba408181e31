/** The patient's own details, with their words. */
import { MyDetails } from '../features/profile/my-details.tsx'
import type { CatalogueParts } from '../i18n/messages.ts'
import { PageWords } from '../i18n/page-words.tsx'

const words: CatalogueParts = {
  en: [() => import('../i18n/en/profile.json', { with: { type: 'json' } })],
  es: [() => import('../i18n/es/profile.json', { with: { type: 'json' } })],
}

export const DetailsPage = () => (
  <PageWords parts={words}>
    <MyDetails />
  </PageWords>
)

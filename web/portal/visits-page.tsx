/** Visits, with their words. */
import { VisitsPage as Visits } from '../features/my-appointment/visits-page.tsx'
import { visitWords } from '../features/my-appointment/words.ts'
import { PageWords } from '../i18n/page-words.tsx'

export const VisitsPage = () => (
  <PageWords parts={visitWords}>
    <Visits />
  </PageWords>
)

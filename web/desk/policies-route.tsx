import { PoliciesPage } from '../features/policies/policies-page.tsx'
import { policiesWords } from '../features/policies/words.ts'
import { PageWords } from '../i18n/page-words.tsx'

export function PoliciesRoute() {
  return (
    <PageWords parts={policiesWords}>
      <PoliciesPage />
    </PageWords>
  )
}

import { OrganizationPage } from '../features/organization/organization-page.tsx'
import { organizationWords } from '../features/organization/words.ts'
import { PageWords } from '../i18n/page-words.tsx'

export function OrganizationRoute() {
  return (
    <PageWords parts={organizationWords}>
      <OrganizationPage />
    </PageWords>
  )
}

import { CallBacksPage } from '../features/call-back/call-backs-page.tsx'
import { phoneWords } from '../features/call-back/words.ts'
import { PageWords } from '../i18n/page-words.tsx'

export function CallBacksRoute() {
  return (
    <PageWords parts={phoneWords}>
      <CallBacksPage />
    </PageWords>
  )
}

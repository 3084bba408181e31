import { MacrosPage } from '../features/macro/macros-page.tsx'
import { macroWords } from '../features/macro/words.ts'
import { PageWords } from '../i18n/page-words.tsx'

export function MacrosRoute() {
  return (
    <PageWords parts={macroWords}>
      <MacrosPage />
    </PageWords>
  )
}

import { StatusPage } from '../features/desk/status-page.tsx'
import type { CatalogueParts } from '../i18n/messages.ts'
import { PageWords } from '../i18n/page-words.tsx'

const words: CatalogueParts = {
  en: [() => import('../i18n/en/status.json', { with: { type: 'json' } })],
  es: [() => import('../i18n/es/status.json', { with: { type: 'json' } })],
}

export function StatusRoute() {
  return (
    <PageWords parts={words}>
      <StatusPage />
    </PageWords>
  )
}

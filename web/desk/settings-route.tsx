import { factorWords } from '../features/session/factor-words.ts'
import { SettingsPage } from '../features/session/settings-page.tsx'
import type { CatalogueParts } from '../i18n/messages.ts'
import { PageWords } from '../i18n/page-words.tsx'

const words: CatalogueParts = {
  en: [() => import('../i18n/en/settings.json', { with: { type: 'json' } }), ...factorWords.en],
  es: [() => import('../i18n/es/settings.json', { with: { type: 'json' } }), ...factorWords.es],
}

export function SettingsRoute() {
  return (
    <PageWords parts={words}>
      <SettingsPage />
    </PageWords>
  )
}

import { SetAsidePage } from '../features/desk/set-aside-page.tsx'
import type { CatalogueParts } from '../i18n/messages.ts'
import { PageWords } from '../i18n/page-words.tsx'

const words: CatalogueParts = {
  en: [() => import('../i18n/en/set-aside.json', { with: { type: 'json' } })],
  es: [() => import('../i18n/es/set-aside.json', { with: { type: 'json' } })],
}

export function SetAsideRoute() {
  return (
    <PageWords parts={words}>
      <SetAsidePage />
    </PageWords>
  )
}

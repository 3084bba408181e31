import { StaffPage } from '../features/session/staff-page.tsx'
import type { CatalogueParts } from '../i18n/messages.ts'
import { PageWords } from '../i18n/page-words.tsx'
import { useMe } from './shell.tsx'

const words: CatalogueParts = {
  en: [
    () => import('../i18n/en/staff.json', { with: { type: 'json' } }),
    () => import('../i18n/en/labels.json', { with: { type: 'json' } }),
  ],
  es: [
    () => import('../i18n/es/staff.json', { with: { type: 'json' } }),
    () => import('../i18n/es/labels.json', { with: { type: 'json' } }),
  ],
}

export function StaffRoute() {
  const { role, id } = useMe()
  return (
    <PageWords parts={words}>
      <StaffPage role={role} meId={id} />
    </PageWords>
  )
}

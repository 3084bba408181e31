import { OversightPage } from '../features/oversight/oversight-page.tsx'
import { oversightWords } from '../features/oversight/words.ts'
import { PageWords } from '../i18n/page-words.tsx'
import { useMe } from './shell.tsx'

export function OversightRoute() {
  const { role } = useMe()
  return (
    <PageWords parts={oversightWords}>
      <OversightPage role={role} />
    </PageWords>
  )
}

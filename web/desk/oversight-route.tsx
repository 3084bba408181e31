import { useRouteContext } from '@tanstack/react-router'
import { OversightPage } from '../features/oversight/oversight-page.tsx'
import { oversightWords } from '../features/oversight/words.ts'
import type { Me } from '../features/session/index.ts'
import { PageWords } from '../i18n/page-words.tsx'

export function OversightRoute() {
  const { me } = useRouteContext({ strict: false }) as { me: Me }
  return (
    <PageWords parts={oversightWords}>
      <OversightPage role={me.role} />
    </PageWords>
  )
}

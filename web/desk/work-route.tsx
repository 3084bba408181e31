import { useRouteContext } from '@tanstack/react-router'
import { WorkPage } from '../features/work/work-page.tsx'
import { workWords } from '../features/work/words.ts'
import type { Me } from '../features/session/index.ts'
import { PageWords } from '../i18n/page-words.tsx'

export function WorkRoute() {
  const me = useRouteContext({ strict: false, select: (context: { me?: Me }) => context.me })
  return <PageWords parts={workWords}>{me && <WorkPage role={me.role} />}</PageWords>
}

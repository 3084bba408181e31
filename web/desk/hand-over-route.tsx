import { useRouteContext } from '@tanstack/react-router'
import { HandOverPage } from '../features/hand-over/hand-over-page.tsx'
import { handOverWords } from '../features/hand-over/words.ts'
import type { Me } from '../features/session/index.ts'
import { PageWords } from '../i18n/page-words.tsx'

export function HandOverRoute() {
  const me = useRouteContext({ strict: false, select: (context: { me?: Me }) => context.me })
  return <PageWords parts={handOverWords}>{me && <HandOverPage meId={me.id} />}</PageWords>
}

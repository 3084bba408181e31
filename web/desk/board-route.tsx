import { useRouteContext } from '@tanstack/react-router'
import { BoardPage } from '../features/board/board-page.tsx'
import { boardWords } from '../features/board/words.ts'
import type { Me } from '../features/session/index.ts'
import { PageWords } from '../i18n/page-words.tsx'

export function BoardRoute() {
  const { role } = useRouteContext({ strict: false, select: ({ me }: { me?: Me }) => ({ role: me?.role ?? '' }) })
  return (
    <PageWords parts={boardWords}>
      <BoardPage role={role} />
    </PageWords>
  )
}

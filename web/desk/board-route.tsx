import { BoardPage } from '../features/board/board-page.tsx'
import { boardWords } from '../features/board/words.ts'
import { PageWords } from '../i18n/page-words.tsx'
import { useMe } from './shell.tsx'

export function BoardRoute() {
  const { role } = useMe()
  return (
    <PageWords parts={boardWords}>
      <BoardPage role={role} />
    </PageWords>
  )
}

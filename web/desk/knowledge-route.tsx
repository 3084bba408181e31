import { useRouteContext } from '@tanstack/react-router'
import { KnowledgePage } from '../features/knowledge/knowledge-page.tsx'
import { knowledgeWords } from '../features/knowledge/words.ts'
import type { Me } from '../features/session/index.ts'
import { PageWords } from '../i18n/page-words.tsx'

export function KnowledgeRoute() {
  const { me } = useRouteContext({ strict: false }) as { me: Me }
  return (
    <PageWords parts={knowledgeWords}>
      <KnowledgePage me={me} />
    </PageWords>
  )
}

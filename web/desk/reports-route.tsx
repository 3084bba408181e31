import { useNavigate, useRouteContext, useSearch } from '@tanstack/react-router'
import { ReportsPage } from '../features/report/reports-page.tsx'
import { readSearch } from '../features/report/report-search.ts'
import { reportWords } from '../features/report/words.ts'
import type { Me } from '../features/session/index.ts'
import { PageWords } from '../i18n/page-words.tsx'

export function ReportsRoute() {
  const { role } = useRouteContext({ strict: false, select: ({ me }: { me?: Me }) => ({ role: me?.role ?? '' }) })
  const navigate = useNavigate()
  const search = readSearch(useSearch({ strict: false }))
  return (
    <PageWords parts={reportWords}>
      <ReportsPage
        role={role}
        search={search}
        onSearch={(next) => void navigate({ to: '.', search: next, replace: true } as never)}
      />
    </PageWords>
  )
}

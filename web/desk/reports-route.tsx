import { useNavigate, useSearch } from '@tanstack/react-router'
import { ReportsPage } from '../features/report/reports-page.tsx'
import { readSearch } from '../features/report/report-search.ts'
import { reportWords } from '../features/report/words.ts'
import { PageWords } from '../i18n/page-words.tsx'
import { useMe } from './shell.tsx'

export function ReportsRoute() {
  const { role } = useMe()
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

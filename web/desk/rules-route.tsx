import { RulesPage } from '../features/rule/rules-page.tsx'
import { rulesWords } from '../features/rule/words.ts'
import { PageWords } from '../i18n/page-words.tsx'
import { useMe } from './shell.tsx'

export function RulesRoute() {
  const { role } = useMe()
  return (
    <PageWords parts={rulesWords}>
      <RulesPage mayChange={role === 'administrator'} />
    </PageWords>
  )
}

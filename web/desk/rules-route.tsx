import { useRouteContext } from '@tanstack/react-router'
import { RulesPage } from '../features/rule/rules-page.tsx'
import { rulesWords } from '../features/rule/words.ts'
import type { Me } from '../features/session/index.ts'
import { PageWords } from '../i18n/page-words.tsx'

export function RulesRoute() {
  // Asked here and not of the shell: what three pages share travels with the portal too.
  const { me } = useRouteContext({ strict: false }) as { me: Me }
  return (
    <PageWords parts={rulesWords}>
      <RulesPage mayChange={me.role === 'administrator'} />
    </PageWords>
  )
}

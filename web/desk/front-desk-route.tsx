import { FrontDeskPage } from '../features/front-desk/front-desk-page.tsx'
import { frontDeskWords } from '../features/front-desk/words.ts'
import { PageWords } from '../i18n/page-words.tsx'
import { useMe } from './shell.tsx'

export function FrontDeskRoute() {
  const { role } = useMe()
  return (
    <PageWords parts={frontDeskWords}>
      <FrontDeskPage role={role} />
    </PageWords>
  )
}

import { ProtocolPage } from '../features/protocol/protocol-page.tsx'
import { protocolWords } from '../features/protocol/words.ts'
import { PageWords } from '../i18n/page-words.tsx'
import { useMe } from './shell.tsx'

export function ProtocolRoute() {
  const { role } = useMe()
  return (
    <PageWords parts={protocolWords}>
      <ProtocolPage isClinician={role === 'clinician'} />
    </PageWords>
  )
}

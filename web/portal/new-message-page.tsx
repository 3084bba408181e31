import { useQueryClient } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../api/client.ts'
import { Composer } from '../features/messages/composer.tsx'
import { usePatientSession } from '../features/patient-session/patient-session.tsx'
import { goTo } from '../places/place-link.tsx'
import { Page } from '../ui/page.tsx'

export function NewMessagePage() {
  const intl = useIntl()
  const queries = useQueryClient()
  const { patientId } = usePatientSession()
  return (
    <Page
      narrow
      title={intl.formatMessage({ id: 'portal.new-message.title' })}
      lead={<FormattedMessage id="portal.new-message.lead" />}
    >
      <Composer
        key={patientId}
        onSent={({ conversationId }) => {
          void queries.invalidateQueries({ queryKey: api.myConversation.key() })
          goTo({ name: 'conversation', conversationId }, { replace: true })
        }}
        onWaiting={() => goTo({ name: 'messages' }, { replace: true })}
      />
    </Page>
  )
}

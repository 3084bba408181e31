import { FormattedMessage, useIntl } from 'react-intl'
import { ConversationList, WriteLink } from '../features/messages/conversation-list.tsx'
import { Page } from '../ui/page.tsx'

export function MessagesPage() {
  const intl = useIntl()
  return (
    <Page
      title={intl.formatMessage({ id: 'portal.messages.title' })}
      lead={<FormattedMessage id="portal.messages.lead" />}
      actions={<WriteLink />}
    >
      <ConversationList />
    </Page>
  )
}

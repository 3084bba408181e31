import { Phone } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ConversationList, WriteLink } from '../features/messages/conversation-list.tsx'
import { PlaceLink } from '../places/place-link.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'

export function MessagesPage() {
  const intl = useIntl()
  return (
    <Page
      title={intl.formatMessage({ id: 'portal.messages.title' })}
      lead={<FormattedMessage id="portal.messages.lead" />}
      actions={
        <>
          <WriteLink />
          <PlaceLink to={{ name: 'calls' }} className={buttonClass('secondary')}>
            <Phone aria-hidden size="1.15em" strokeWidth={2} />
            <FormattedMessage id="portal.calls" />
          </PlaceLink>
        </>
      }
    >
      <ConversationList />
    </Page>
  )
}

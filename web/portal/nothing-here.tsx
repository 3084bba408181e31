import { Compass } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { PlaceLink } from '../places/place-link.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { EmptyState } from '../ui/view-states.tsx'

export function NothingHere() {
  const intl = useIntl()
  return (
    <Page title={intl.formatMessage({ id: 'portal.nothing.title' })}>
      <EmptyState
        icon={Compass}
        title={<FormattedMessage id="portal.nothing.text" />}
        action={
          <PlaceLink to={{ name: 'home' }} className={buttonClass('primary')}>
            <FormattedMessage id="portal.nothing.home" />
          </PlaceLink>
        }
      />
    </Page>
  )
}

import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import { buttonClass } from '../../ui/button.tsx'
import { FailedState } from '../../ui/view-states.tsx'

/** A one-time link that was used, is too old, or was cut on its way. */
export const LinkOver = () => (
  <FailedState
    title={<FormattedMessage id="refusal.LINK_USED" />}
    safe={
      <Link to={'/sign-in' as never} className={buttonClass()}>
        <FormattedMessage id="desk.to-sign-in" />
      </Link>
    }
  />
)

/** What works beside the desk and may come a moment later: the end of the session, and the page without a network. */
import type { ComponentProps } from 'react'
import { SessionWarning } from '../features/session/session-warning.tsx'
import { PageKeeper } from '../offline/page-keeper.tsx'

export function Attendants(warning: ComponentProps<typeof SessionWarning>) {
  return (
    <>
      <PageKeeper scope="/desk" />
      <SessionWarning {...warning} />
    </>
  )
}

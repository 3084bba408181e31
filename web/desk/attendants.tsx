/** What works beside the desk and may come a moment later: the end of the session, the page and its lists without a network. */
import type { ComponentProps } from 'react'
import { ListKeeper } from '../features/conversation/list-keeper.tsx'
import { SessionWarning } from '../features/session/session-warning.tsx'
import { PageKeeper } from '../offline/page-keeper.tsx'

export function Attendants(warning: ComponentProps<typeof SessionWarning>) {
  return (
    <>
      <PageKeeper scope="/desk" />
      <ListKeeper />
      <SessionWarning {...warning} />
    </>
  )
}

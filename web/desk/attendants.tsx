/** What works beside the desk and may come a moment later: calls, the end of the session, the page and its lists without a network. */
import type { ComponentProps } from 'react'
import { ListKeeper } from '../features/conversation/list-keeper.tsx'
import { staffOf, useSession } from '../features/session/session.ts'
import { SessionWarning } from '../features/session/session-warning.tsx'
import { PageKeeper } from '../offline/page-keeper.tsx'
import { laterPart } from '../ui/later-part.tsx'

const PhoneBar = laterPart(async () => (await import('../features/call/phone-bar.tsx')).PhoneBar)

const RoomWatch = laterPart(async () => (await import('../features/visit-room/at-desk.ts')).RoomWatch)

export function Attendants(warning: ComponentProps<typeof SessionWarning>) {
  const me = staffOf(useSession().data)
  return (
    <>
      {me && me.role !== 'administrator' && (
        <>
          <PhoneBar />
          <RoomWatch />
        </>
      )}
      <PageKeeper scope="/desk" />
      <ListKeeper />
      <SessionWarning {...warning} />
    </>
  )
}

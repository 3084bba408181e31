/** Above the timeline, while a video visit of the conversation is open: who is in it, and the way there. */
import { Video } from 'lucide-react'
import { useIntl } from 'react-intl'
import { PageWords } from '../../i18n/page-words.tsx'
import { Banner } from '../../ui/banner.tsx'
import { EndRoom } from './end-room.tsx'
import { describeRoom, hasMet, JoinLink } from './invite-dialog.tsx'
import { inviteWords } from './invite-words.ts'
import { useOpenRoom } from './use-open-room.ts'

export const RoomStrip = (props: { conversationId: string }) => (
  <PageWords parts={inviteWords}>
    <Strip {...props} />
  </PageWords>
)

function Strip({ conversationId }: { conversationId: string }) {
  const intl = useIntl()
  const { found, refresh } = useOpenRoom(conversationId)
  const room = found.data?.room
  if (!room) return null
  const isWaitedFor = room.seats.length > 0 && !room.seats.some(({ person }) => person === 'staff')
  return (
    <Banner
      flush
      icon={Video}
      tone={isWaitedFor ? 'warning' : 'info'}
      actions={
        !room.seats.some(({ isMine }) => isMine) && (
          <>
            <JoinLink roomId={room.id} size="small" />
            <EndRoom roomId={room.id} hasMet={hasMet(room)} size="small" onEnd={refresh} />
          </>
        )
      }
    >
      {describeRoom(intl, room)}
    </Banner>
  )
}

/** Tells whoever invited, wherever on the desk that person is, that somebody waits in the video visit. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'
import { PageWords } from '../../i18n/page-words.tsx'
import { showToast } from '../../ui/toast.tsx'
import { describeRoom } from './invite-dialog.tsx'
import { inviteWords } from './invite-words.ts'
import { invitedHere } from './invited-here.ts'

/** Longer than other notices: nobody is to wait for want of a look. */
const SHOWN_MS = 60_000

export const RoomWatch = () => (
  <PageWords parts={inviteWords}>
    <Watch />
  </PageWords>
)

function Watch() {
  const intl = useIntl()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const look = async (conversationId: string) => {
    const options = api.visitRoom.ofConversation.queryOptions({ input: { conversationId } })
    const found = await queries.fetchQuery({ ...options, staleTime: 0 }).catch(() => undefined)
    const room = found?.room
    if (!room || room.seats.length === 0 || room.seats.some(({ person }) => person === 'staff')) return
    showToast({
      id: `video-${room.id}`,
      text: describeRoom(intl, room),
      lastsMs: SHOWN_MS,
      action: {
        label: intl.formatMessage({ id: 'invite.join' }),
        run: () => void navigate({ to: '/video/$roomId', params: { roomId: room.id } }),
      },
    })
  }
  useChanges((changes) => {
    const invited = invitedHere()
    const came = changes?.filter(({ id, event }) => event === 'visit-room.joined' && invited.includes(id)) ?? []
    for (const { id } of came) void look(id)
  })
  return null
}

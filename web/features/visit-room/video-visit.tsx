/** A video visit in the portal: the room, and the messages of its conversation beside it. */
import { useQuery } from '@tanstack/react-query'
import { MessageCircle, VideoOff } from 'lucide-react'
import { useEffect } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { problemOf } from '../../api/refusal.ts'
import { goTo, PlaceLink } from '../../places/place-link.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { laterPart } from '../../ui/later-part.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import { usePatientSession } from '../patient-session/patient-session.tsx'
import { VisitRoom } from './visit-room.tsx'

const MessagesBeside = laterPart(async () => (await import('../messages/conversation.tsx')).MessagesBeside)

export function VideoVisit({ roomId }: { roomId: string }) {
  const intl = useIntl()
  const { patient, patients } = usePatientSession()
  // As it was when the page was opened: what happens in the room is told to whoever is in it.
  const room = useQuery(api.myVisitRoom.get.queryOptions({ input: { roomId }, staleTime: Infinity }))
  // A link names nobody: what is shown beside it is of whoever is invited.
  const about = patients.find(({ id }) => id === room.data?.patient.id) ?? patient
  const isElsewhere = about?.id !== patient?.id
  useEffect(() => {
    if (isElsewhere) goTo({ name: 'video', roomId }, { replace: true, patientId: about?.isSelf ? null : about?.id })
  }, [isElsewhere, roomId, about])
  const isGone = room.isError && problemOf(room.error).code === 'NOT_FOUND'
  return (
    <Page title={intl.formatMessage({ id: 'visit-room.title' })}>
      {room.isPending && (
        <Skeleton>
          <SkeletonBar width="long" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {isGone && (
        <EmptyState
          icon={VideoOff}
          title={<FormattedMessage id="visit-room.over.unknown" />}
          action={
            <PlaceLink to={{ name: 'messages' }} className={buttonClass('primary')}>
              <FormattedMessage id="visit-room.to-messages" />
            </PlaceLink>
          }
        />
      )}
      {room.isError && !isGone && !room.data && <Failed error={room.error} onRetry={() => void room.refetch()} />}
      {room.data && !isElsewhere && (
        <VisitRoom
          side="myVisitRoom"
          room={room.data}
          beside={
            <MessagesBeside
              conversationId={room.data.conversationId}
              name={intl.formatMessage({ id: 'visit-room.messages' })}
            />
          }
          ways={
            <PlaceLink
              to={{ name: 'conversation', conversationId: room.data.conversationId }}
              className={buttonClass('secondary')}
            >
              <MessageCircle aria-hidden size="1.15em" />
              <FormattedMessage id="visit-room.to-messages" />
            </PlaceLink>
          }
        />
      )}
    </Page>
  )
}

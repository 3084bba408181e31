/** A video visit in the portal: the room, and the messages of its conversation beside it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { MessageCircle, VideoOff } from 'lucide-react'
import { useEffect } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { problemOf } from '../../api/refusal.ts'
import { goTo, PlaceLink } from '../../places/place-link.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import { Composer } from '../messages/composer.tsx'
import { Emergency, Messages } from '../messages/conversation.tsx'
import { useMyConversation, useTellSeen } from '../messages/use-my-conversations.ts'
import { usePatientSession } from '../patient-session/patient-session.tsx'
import styles from './visit-room.module.css'
import { VisitRoom } from './visit-room.tsx'

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
          beside={<Beside conversationId={room.data.conversationId} />}
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

/** The same messages as on their own page; what is written here is one of them. */
function Beside({ conversationId }: { conversationId: string }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { organization } = usePatientSession()
  const { query, conversation, messages } = useMyConversation(conversationId)
  useTellSeen(conversationId, messages.at(-1)?.seq ?? 0, (conversation?.unread ?? 0) > 0)
  if (!conversation)
    return query.isError ? (
      <Failed error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton>
        <SkeletonBar width="long" height="block" />
      </Skeleton>
    )
  return (
    <section className={styles.messages} aria-label={intl.formatMessage({ id: 'visit-room.messages' })}>
      <Emergency country={organization.country} conversation={conversation} messages={messages} />
      <div className={styles.log}>
        <Messages conversationId={conversationId} messages={messages} />
      </div>
      <Composer
        conversationId={conversationId}
        onSent={() => void queries.invalidateQueries({ queryKey: api.myConversation.key() })}
      />
    </section>
  )
}

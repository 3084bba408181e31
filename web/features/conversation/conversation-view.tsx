/** The middle pane: header, timeline and composer of one conversation. */
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeCause } from '../../api/describe-cause.ts'
import { usePresence } from '../../api/live.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationDetail, Message } from '../../api/types.ts'
import { Banner } from '../../ui/banner.tsx'
import { laterPart } from '../../ui/later-part.tsx'
import { Skeleton, SkeletonBar, SkeletonDot } from '../../ui/skeleton.tsx'
import { showToast } from '../../ui/toast.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { Composer } from './composer.tsx'
import { ConversationAlerts } from './conversation-alerts.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import styles from './conversation-view.module.css'
import { ConversationNumber } from './move-line.tsx'
import { QueuedReplyCard } from './queued-reply-card.tsx'
import { useQueuedReplies, type QueuedReply } from './reply-queue.ts'
import type { TimelineEvent } from './timeline.ts'
import { TimelineView } from './timeline-view.tsx'
import { usePlaces } from './use-places.ts'
import { useConversation, useMarkSeen } from './use-conversation.ts'
import { keepDraft } from './use-draft.ts'

const PrivacyBanner = laterPart(async () => (await import('./privacy-banner.tsx')).PrivacyBanner)
const TranslateUnread = laterPart(async () => (await import('../translation/translate-unread.tsx')).TranslateUnread)
const RoomStrip = laterPart(async () => (await import('../visit-room/at-desk.ts')).RoomStrip)
const DayDialog = laterPart(async () => (await import('./timeline-place.tsx')).DayDialog)
const ConversationAway = lazy(() =>
  import('./without-connection.tsx').then((one) => ({ default: one.ConversationAway })),
)

type ConversationViewProps = {
  conversationId: string
  view: string
  me: { id: string; name: string; role: string }
  personShown: boolean
  onPerson: () => void
}

export function ConversationView(props: ConversationViewProps) {
  const intl = useIntl()
  const conversation = useConversation(props.conversationId)
  const waiting = useQueuedReplies().filter((reply) => reply.conversationId === props.conversationId)
  if (conversation.detail.isError && !conversation.detail.data) {
    const problem = problemOf(conversation.detail.error)
    if (problem.isOffline)
      return (
        <Suspense fallback={<ConversationSkeleton />}>
          <ConversationAway {...props} waiting={waiting} onRetry={() => void conversation.detail.refetch()}>
            {waiting.map((reply) => (
              <QueuedReplyCard key={reply.messageId} reply={reply} />
            ))}
          </ConversationAway>
        </Suspense>
      )
    return (
      <FailedState
        title={describeProblem(intl, problem)}
        code={problem.code}
        requestId={problem.requestId}
        onRetry={() => void conversation.detail.refetch()}
      />
    )
  }
  if (!conversation.detail.data) return <ConversationSkeleton />
  return <OpenConversation {...props} {...{ conversation, waiting }} detail={conversation.detail.data} />
}

type OpenConversationProps = ConversationViewProps & {
  conversation: ReturnType<typeof useConversation>
  waiting: readonly QueuedReply[]
  detail: ConversationDetail
}

function OpenConversation({ conversation, waiting, detail, view, me, personShown, onPerson }: OpenConversationProps) {
  const intl = useIntl()
  const { timeline, messages, events, refresh } = conversation
  const queries = useQueryClient()
  const [isTyping, setIsTyping] = useState(false)
  const seenSeq = useRef(0)
  // One whose sending was not answered yet may stand in the timeline already.
  const queued = waiting.filter((reply) => !messages.some(({ id }) => id === reply.messageId))
  const lastSeq = messages.reduce((most, { seq }) => Math.max(most, seq), 0)
  const places = usePlaces(detail, { messages, events, hasOlder: timeline.hasNextPage })
  const present = usePresence(detail.id, isTyping ? 'typing' : 'viewing', me.id)
  useMarkSeen(detail.id, lastSeq, detail.isUnread)

  const undo = async (message: Message) => {
    try {
      const { text } = await client.conversation.undoSend({ conversationId: detail.id, messageId: message.id })
      // The files first: what is saved next names the files of the draft.
      await queries.refetchQueries({ queryKey: api.conversation.drafts.key({ input: { conversationId: detail.id } }) })
      await keepDraft(detail.id, message.direction === 'note' ? 'note' : 'reply', text)
      showToast({ text: intl.formatMessage({ id: 'desk.held.undone' }) })
    } catch (error) {
      showToast({ text: describeProblem(intl, problemOf(error)) })
    }
    await refresh()
  }

  const setPrivacy = async (change: { isPrivate: boolean; reason: string }) => {
    try {
      await client.conversation.setPrivacy({ conversationId: detail.id, version: detail.version, ...change })
    } catch (error) {
      showToast({ text: describeProblem(intl, problemOf(error)) })
    }
    await refresh()
  }

  return (
    <div className={styles.view}>
      <ConversationHeader
        {...{ view, me, present, personShown, onPerson }}
        conversation={detail}
        places={places.possible}
      />
      <ConversationAlerts conversation={detail} me={me} />
      {detail.mayBelongTo && (
        <Banner flush announce="never">
          <FormattedMessage
            id="desk.may-belong-to"
            values={{ number: detail.mayBelongTo.number, reason: describeCause(intl, detail.mayBelongTo.reason) }}
          />
        </Banner>
      )}
      {(detail.isPrivate || detail.privacyLifted) && (
        <PrivacyBanner
          conversation={detail}
          mayChange={me.role === 'nurse' || me.role === 'clinician'}
          onChange={(change) => void setPrivacy(change)}
        />
      )}
      {detail.mergedInto && (
        <Banner flush announce="never">
          <FormattedMessage id="desk.move.merged-into" /> <ConversationNumber to={detail.mergedInto} />
        </Banner>
      )}
      {hasRoom(events) && <RoomStrip conversationId={detail.id} />}
      <TranslateUnread conversationId={detail.id} messages={messages} unread={places.unread} />
      {timeline.isPending ? (
        <ConversationSkeleton />
      ) : (
        <TimelineView
          {...{ queued }}
          messages={places.messages}
          events={places.events}
          place={places.shown}
          conversation={detail}
          hasOlder={places.hasOlder}
          isFetchingOlder={places.isFetchingOlder || timeline.isFetchingNextPage}
          onOlder={() => void (places.older ?? timeline.fetchNextPage)()}
          newer={places.newer}
          onNewest={places.toNewest}
          onUndo={(message) => void undo(message)}
          onSeen={(seq) => {
            seenSeq.current = Math.max(seenSeq.current, seq)
          }}
        />
      )}
      {places.isAskingDay && <DayDialog onDay={places.toDay} onClose={places.closeDay} />}
      {detail.state !== 'merged' && (
        <Composer
          key={detail.id}
          conversation={detail}
          messages={messages}
          seenSeq={() => seenSeq.current}
          onSent={() => {
            places.onSent()
            return refresh()
          }}
          onTyping={setIsTyping}
        />
      )}
    </div>
  )
}

/** A video visit that nobody has ended, as far as is shown; whether it is open the strip asks. */
const hasRoom = (events: readonly TimelineEvent[]): boolean =>
  events.findLast(({ event }) => event.startsWith('visit-room.'))?.event.endsWith('ended') === false

const ConversationSkeleton = () => (
  <Skeleton className={styles.skeleton}>
    <SkeletonBar width="middle" height="heading" />
    <SkeletonBar width="short" />
    {[0, 1, 2].map((row) => (
      <div key={row} className={styles.skeletonMessage}>
        <SkeletonDot />
        <div>
          <SkeletonBar width="long" />
          <SkeletonBar width="middle" />
        </div>
      </div>
    ))}
  </Skeleton>
)

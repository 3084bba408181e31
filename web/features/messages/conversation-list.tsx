/** All conversations of a patient, the newest first, the unread ones plain to see. */
import { ChevronRight, MessageCircle, PenLine, Siren } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Failed } from '../../api/failed.tsx'
import type { MyConversation } from '../../api/types.ts'
import { PlaceLink } from '../../places/place-link.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import styles from './conversation-list.module.css'
import { useMyConversations } from './use-my-conversations.ts'

export function ConversationList() {
  const intl = useIntl()
  const { list, conversations } = useMyConversations()
  if (list.isPending) return <ListSkeleton />
  if (list.isError && conversations.length === 0)
    return <Failed error={list.error} onRetry={() => void list.refetch()} />
  if (conversations.length === 0)
    return (
      <EmptyState icon={MessageCircle} title={<FormattedMessage id="portal.messages.empty" />}>
        <FormattedMessage id="portal.messages.empty.hint" />
      </EmptyState>
    )
  return (
    <>
      <List framed aria-label={intl.formatMessage({ id: 'portal.messages.title' })}>
        {conversations.map((conversation) => (
          <ConversationRow key={conversation.id} conversation={conversation} />
        ))}
      </List>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <FormattedMessage id="portal.more" />
        </Button>
      )}
    </>
  )
}

export function ConversationRow({ conversation }: { conversation: MyConversation }) {
  const { id, subject, lastWords, lastMessageAt, unread, state, alert } = conversation
  const isOver = state === 'resolved' || state === 'closed'
  return (
    <ListRow className={styles.item}>
      <PlaceLink
        to={{ name: 'conversation', conversationId: id }}
        className={classNames(styles.row, unread > 0 && styles.unread)}
      >
        <span className={styles.words}>
          <span className={styles.subject} dir="auto">
            {subject || <FormattedMessage id="portal.conversation.untitled" />}
          </span>
          {/* One message alone is told by the name of the matter, which is made of its words. */}
          {!(subject && lastWords.startsWith(subject.replace(/…$/, ''))) && (
            <span className={styles.last} dir="auto">
              {lastWords}
            </span>
          )}
          <span className={styles.facts}>
            <Timestamp at={lastMessageAt} />
            {unread > 0 && (
              <Badge tone="brand" strong>
                <FormattedMessage id="portal.messages.unread" values={{ count: unread }} />
              </Badge>
            )}
            {alert !== 'none' && !isOver && (
              <Badge tone="emergency" icon={Siren}>
                <FormattedMessage id="portal.messages.urgent" />
              </Badge>
            )}
            {isOver && (
              <Badge>
                <FormattedMessage id="portal.messages.done" />
              </Badge>
            )}
          </span>
        </span>
        <ChevronRight aria-hidden size="1.3em" className={styles.arrow} />
      </PlaceLink>
    </ListRow>
  )
}

export const WriteLink = () => (
  <PlaceLink to={{ name: 'new-message' }} className={buttonClass('primary')}>
    <PenLine aria-hidden size="1.15em" strokeWidth={2} />
    <FormattedMessage id="portal.messages.write" />
  </PlaceLink>
)

export const ListSkeleton = () => (
  <Skeleton>
    {[1, 2, 3].map((row) => (
      <div key={row} className={styles.skeleton}>
        <SkeletonBar width="middle" />
        <SkeletonBar width="long" />
      </div>
    ))}
  </Skeleton>
)

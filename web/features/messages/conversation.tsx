/** One conversation: what was written, what to do in an emergency, and a place to answer. */
import { useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, CheckCheck, CloudOff } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { usePresence } from '../../api/live.tsx'
import { problemOf } from '../../api/refusal.ts'
import type { MyConversation, MyMessage } from '../../api/types.ts'
import { goTo, PlaceLink } from '../../places/place-link.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useDocumentTitle } from '../../ui/page.tsx'
import { laterPart } from '../../ui/later-part.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { EmergencyCard } from '../emergency/emergency-card.tsx'
import { usePatientSession } from '../patient-session/patient-session.tsx'
import { Composer } from './composer.tsx'
import styles from './conversation.module.css'
import { MessageBubble, WaitingBubble } from './message-bubble.tsx'
import { outbox, useIsSending, useUnlisted } from './outbox.ts'
import { useMyConversation, useTellSeen } from './use-my-conversations.ts'

const Choices = laterPart(async () => (await import('./choices.tsx')).Choices)

/** How near to the end a reader stands who wants to follow what comes, in pixels. */
const NEAR_END_PX = 240

export function Conversation({ conversationId }: { conversationId: string }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { organization, person, patient, patients } = usePatientSession()
  const [isTyping, setTyping] = useState(false)
  const { query, conversation, wait, messages } = useMyConversation(conversationId)
  const title = conversation?.subject || intl.formatMessage({ id: 'portal.conversation.untitled' })
  const { staff } = usePresence(conversationId, isTyping ? 'typing' : 'viewing', person.id)
  // What was written before stays on the server; what is written now waits on this device like any other message (decision 0133).
  const isAway = !conversation && query.isError && problemOf(query.error).isOffline
  // The browser's tab may be seen by others: it does not name the matter (trust-D39).
  useDocumentTitle(intl.formatMessage({ id: 'portal.conversation.tab' }))
  const isOpen = conversation?.state === 'open' || conversation?.state === 'waiting'
  // A link to a conversation that was merged leads to the one it is part of now.
  const leadsTo = conversation?.id ?? conversationId
  // And a link from a mail names nobody: what is shown beside it is of whoever the conversation is about.
  const about = patients.find(({ id }) => id === conversation?.patient?.id) ?? patient
  const isElsewhere = leadsTo !== conversationId || about?.id !== patient?.id
  useEffect(() => {
    if (!isElsewhere) return
    goTo(
      { name: 'conversation', conversationId: leadsTo },
      { replace: true, patientId: about?.isSelf ? null : about?.id },
    )
  }, [isElsewhere, leadsTo, about])
  useTellSeen(leadsTo, messages.at(-1)?.seq ?? 0, (conversation?.unread ?? 0) > 0)

  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <header className={styles.header}>
        <PlaceLink to={{ name: 'messages' }} className={styles.back}>
          <ArrowLeft aria-hidden size="1.15em" className={styles.arrow} />
          <FormattedMessage id="portal.messages.all" />
        </PlaceLink>
        <h1>
          <bdi>{title}</bdi>
        </h1>
      </header>
      {conversation && <Emergency country={organization.country} conversation={conversation} messages={messages} />}
      {query.isPending && (
        <Skeleton>
          <SkeletonBar width="long" height="block" />
          <SkeletonBar width="middle" height="block" />
        </Skeleton>
      )}
      {query.isError && !conversation && !isAway && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {isAway && (
        <Banner announce="never" icon={CloudOff}>
          <FormattedMessage id="portal.conversation.away" />
        </Banner>
      )}
      {(conversation || isAway) && (
        <>
          {query.hasNextPage && (
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              <FormattedMessage id="portal.conversation.older" />
            </Button>
          )}
          <Messages conversationId={conversationId} messages={messages} />
          {isOpen && (
            <Offered
              conversationId={conversationId}
              messages={messages}
              onSent={() => void queries.invalidateQueries({ queryKey: api.myConversation.key() })}
            />
          )}
          <p role="status" className={styles.writing}>
            {staff.length > 0 ? (
              <FormattedMessage id="portal.conversation.writing" />
            ) : (
              wait && (
                <FormattedMessage
                  id={wait.fromMin === 0 ? 'portal.conversation.wait.up-to' : 'portal.conversation.wait.range'}
                  values={{ place: wait.place, from: wait.fromMin, to: wait.toMin }}
                />
              )
            )}
          </p>
          {conversation && !isOpen && (
            <Banner tone="done" icon={CheckCheck} announce="never">
              <FormattedMessage id="portal.conversation.resolved" />
            </Banner>
          )}
          <div className={styles.composer}>
            <Composer
              key={conversationId}
              conversationId={conversationId}
              onTyping={setTyping}
              onSent={() => void queries.invalidateQueries({ queryKey: api.myConversation.key() })}
            />
          </div>
        </>
      )}
    </main>
  )
}

/** The same messages beside the picture of a video visit; what is written there is one of them. */
export function MessagesBeside({ conversationId, name }: { conversationId: string; name: string }) {
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
    <section className={styles.beside} aria-label={name}>
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

type OfferedProps = { conversationId: string; messages: MyMessage[]; onSent: () => void }

/** While the assistant goes on, the way to a person is there; its choices stand under the newest message only. */
function Offered({ conversationId, messages, onSent }: OfferedProps) {
  const isWaiting = useUnlisted(conversationId, messages).length > 0
  const said = messages.findLast(({ direction }) => direction === 'out')
  if (!said?.choices) return null
  const isNewest = said === messages.at(-1) && !isWaiting
  return (
    <Choices
      // Of another message they are other buttons.
      key={said.id}
      conversationId={conversationId}
      choices={isNewest ? said.choices : []}
      language={said.language}
      onSent={onSent}
    />
  )
}

type EmergencyProps = { country: string; conversation: MyConversation; messages: MyMessage[] }

function Emergency({ country, conversation, messages }: EmergencyProps) {
  const reviewed = messages.findLast((message) => message.isEmergencyText)
  const isOver = conversation.state === 'resolved' || conversation.state === 'closed'
  if (isOver || (conversation.alert === 'none' && !reviewed)) return null
  return (
    <div className={styles.emergency}>
      <EmergencyCard
        country={country}
        alert={conversation.alert}
        // The reviewed text says that nobody has read the message: true until somebody has accepted it.
        text={conversation.alert === 'accepted' ? undefined : reviewed?.text}
      />
    </div>
  )
}

function Messages({ conversationId, messages }: { conversationId: string; messages: MyMessage[] }) {
  const intl = useIntl()
  const waiting = useUnlisted(conversationId, messages)
  const isSending = useIsSending()
  const end = useRef<HTMLDivElement>(null)
  const [isFirst, setFirst] = useState(true)
  const count = messages.length + waiting.length
  useEffect(() => void outbox.arrived(messages.map(({ id }) => id)), [messages.length])
  const lastOfMine = messages.findLast((message) => message.direction === 'in')?.id

  useLayoutEffect(() => {
    const distance = end.current ? end.current.getBoundingClientRect().top - innerHeight : 0
    if (isFirst || distance < NEAR_END_PX) end.current?.scrollIntoView({ block: 'end' })
    setFirst(false)
    // Only what was added moves the page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [count])

  return (
    <div role="log" aria-label={intl.formatMessage({ id: 'portal.conversation.log' })}>
      <ul className={styles.messages}>
        {messages.flatMap((message, place) => {
          const before = messages[place - 1]
          const isNewDay = !before || dayOf(before.at) !== dayOf(message.at)
          return [
            isNewDay && (
              <li key={`day-${message.id}`} className={styles.day}>
                <Timestamp at={message.at} style="day" />
              </li>
            ),
            <MessageBubble
              key={message.id}
              message={message}
              isContinued={!isNewDay && isSameAuthor(before, message)}
              isLastOfMine={message.id === lastOfMine && waiting.length === 0}
            />,
          ]
        })}
        {waiting.map((message) => (
          <WaitingBubble key={message.messageId} message={message} isSending={isSending} />
        ))}
      </ul>
      <div ref={end} className={styles.end} />
    </div>
  )
}

/** Messages of one author within this time stand together, in milliseconds. */
const CONTINUES_WITHIN_MS = 5 * 60_000

const isSameAuthor = (before: MyMessage, message: MyMessage) =>
  before.author.kind === message.author.kind &&
  before.author.name === message.author.name &&
  before.isEmergencyText === message.isEmergencyText &&
  Date.parse(message.at) - Date.parse(before.at) < CONTINUES_WITHIN_MS

const dayOf = (at: string) => new Date(at).toDateString()

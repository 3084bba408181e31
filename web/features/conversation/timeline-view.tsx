/** All that was said and done in a conversation, oldest at the top, opened at its end. */
import { ArrowDown } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import type { ConversationDetail, Message } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { describeTime, Timestamp } from '../../ui/timestamp.tsx'
import { laterPart } from '../../ui/later-part.tsx'
import { MessageCard } from './message-card.tsx'
import { ConversationNumber, MoveLine } from './move-line.tsx'
import type { QueuedReply } from './reply-queue.ts'
import { QueuedReplyCard } from './queued-reply-card.tsx'
import { timelineOf, type TimelineEvent } from './timeline.ts'
import type { Shown } from './use-places.ts'
import styles from './timeline-view.module.css'

const BackToNewest = laterPart(async () => (await import('./timeline-place.tsx')).BackToNewest)
const NewerMessages = laterPart(async () => (await import('./timeline-place.tsx')).NewerMessages)
const RoomEvent = laterPart(async () => (await import('../visit-room/at-desk.ts')).RoomEvent)
const PlaceSaid = laterPart(async () => (await import('./timeline-place.tsx')).PlaceSaid)

/** Within this distance of its end, in pixels, the timeline follows what is added. */
const FOLLOWS_WITHIN = 80

type TimelineViewProps = {
  conversation: ConversationDetail
  messages: Message[]
  events: TimelineEvent[]
  queued: QueuedReply[]
  hasOlder: boolean
  isFetchingOlder: boolean
  onOlder: () => void
  /** Messages after those that are shown, where somebody went to a place further up. */
  newer: { isFetching: boolean; fetch: () => unknown } | null
  /** Where somebody went to. */
  place: Shown | null
  onNewest: () => void
  onUndo: (message: Message) => void
  /** The newest message that has been in sight: what the writer is held to have seen. */
  onSeen: (seq: number) => void
}

export function TimelineView(props: TimelineViewProps) {
  const { conversation, messages, events, queued, hasOlder, isFetchingOlder, onOlder, newer, place } = props
  const { onNewest, onUndo, onSeen } = props
  const isAtEnd = newer === null
  const intl = useIntl()
  const scroll = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  const heightBefore = useRef(0)
  const [hasNews, setHasNews] = useState(false)
  const lastSeq = messages.reduce((most, { seq }) => Math.max(most, seq), 0)
  const firstSeq = messages.reduce((least, { seq }) => Math.min(least, seq), Infinity)

  const toEnd = () => {
    scroll.current?.scrollTo({ top: scroll.current.scrollHeight })
    setHasNews(false)
    onSeen(lastSeq)
  }

  // A new message at the end: follow it, or say that it is there. Where the end is not loaded, nothing is followed.
  const wasAtEnd = useRef(true)
  useLayoutEffect(() => {
    const isNews = isAtEnd && wasAtEnd.current
    wasAtEnd.current = isAtEnd
    if (isAtEnd && follows.current) toEnd()
    else if (isNews && lastSeq > 0) setHasNews(true)
  }, [lastSeq, queued.length, isAtEnd])

  // Older messages came in above: what was being read stays where it was.
  useLayoutEffect(() => {
    const box = scroll.current
    if (!box) return
    if (!follows.current && heightBefore.current) box.scrollTop += box.scrollHeight - heightBefore.current
    heightBefore.current = 0
  }, [firstSeq])

  // The end is followed too when the view itself becomes lower, as when the composer grows.
  useEffect(() => {
    const box = scroll.current
    if (!box) return
    const watcher = new ResizeObserver(() => {
      if (follows.current) box.scrollTo({ top: box.scrollHeight })
    })
    watcher.observe(box)
    for (const child of box.children) watcher.observe(child)
    return () => watcher.disconnect()
  }, [])

  // Somebody went to a place: it is in sight and has the focus, whatever had it before.
  const wish = place && `${place.n} ${place.seq}`
  useEffect(() => {
    const box = scroll.current
    if (!place || !box) return
    if (place.seq === undefined) {
      follows.current = true
      toEnd()
      if (place.sort !== 'sent') box.focus({ preventScroll: true })
      return
    }
    follows.current = false
    setHasNews(false)
    const { seq } = place
    const cards = [...box.querySelectorAll<HTMLElement>('article')]
    const card = cards.find(({ id }) => Number(id.replace('message-', '')) >= seq) ?? cards.at(-1)
    if (!card) return
    card.tabIndex = -1
    card.scrollIntoView({ block: 'start' })
    card.focus({ preventScroll: true })
    // Each wish is fulfilled once; what comes later moves nothing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wish])

  const onScroll = () => {
    const box = scroll.current
    if (!box) return
    follows.current = isAtEnd && box.scrollHeight - box.scrollTop - box.clientHeight < FOLLOWS_WITHIN
    if (follows.current && hasNews) toEnd()
  }

  const items = timelineOf(messages, events, (at) =>
    intl.formatDate(at, { year: 'numeric', month: '2-digit', day: '2-digit' }),
  )
  return (
    <div className={styles.frame}>
      <div
        ref={scroll}
        className={styles.scroll}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-label={intl.formatMessage({ id: 'desk.timeline' })}
      >
        <div className={styles.items}>
          {hasOlder && (
            <Button
              tone="plain"
              size="small"
              busy={isFetchingOlder}
              className={styles.older}
              onClick={() => {
                follows.current = false
                heightBefore.current = scroll.current?.scrollHeight ?? 0
                onOlder()
              }}
            >
              <FormattedMessage id="desk.timeline.older" />
            </Button>
          )}
          {items.map((item) => {
            if (item.kind === 'day') return <Timestamp key={item.key} at={item.at} style="day" className={styles.day} />
            if (item.kind === 'event')
              return <EventLine key={item.key} event={item.event} conversation={conversation} />
            if (item.message.direction === 'event')
              return (
                <p key={item.key} className={styles.event}>
                  {item.message.movedTo ? (
                    <>
                      <FormattedMessage id="desk.move.was-here" /> <ConversationNumber to={item.message.movedTo} />
                    </>
                  ) : (
                    <span>{item.message.text}</span>
                  )}{' '}
                  <Timestamp at={item.at} style="clock" />
                </p>
              )
            return <MessageCard key={item.key} message={item.message} isContinued={item.isContinued} onUndo={onUndo} />
          })}
          {newer && <NewerMessages {...newer} className={styles.older} />}
          {isAtEnd && queued.map((reply) => <QueuedReplyCard key={reply.messageId} reply={reply} />)}
        </div>
      </div>
      <p role="status" className="visually-hidden">
        {place && place.sort !== 'sent' && <PlaceSaid key={wish} place={place} messages={messages} />}
      </p>
      {newer && <BackToNewest className={styles.toNews} onClick={onNewest} />}
      {hasNews && isAtEnd && (
        <Button size="small" tone="primary" icon={ArrowDown} className={styles.toNews} onClick={toEnd}>
          <FormattedMessage id="desk.timeline.news" />
        </Button>
      )}
    </div>
  )
}

function EventLine({ event, conversation }: { event: TimelineEvent; conversation: ConversationDetail }) {
  const intl = useIntl()
  const move = conversation.moves.find(({ id }) => id === event.detail?.['move'])
  // The line of an undo says that it was; the way back and the way on stand at the move itself.
  const isMove = event.event === 'conversation.merged' || event.event === 'conversation.split'
  return (
    <p className={styles.event}>
      <span>
        {event.event.startsWith('visit-room.') ? (
          <RoomEvent event={event} patientName={conversation.patient?.name ?? ''} />
        ) : (
          describeEvent(intl, event)
        )}
      </span>{' '}
      <Timestamp at={event.at} style="clock" />
      {move && isMove && <MoveLine move={move} conversation={conversation} />}
    </p>
  )
}

const URGENCIES = ['routine', 'urgent', 'asap', 'stat'] as const
const WAITS = ['patient', 'clinician', 'payer', 'pharmacy', 'laboratory', 'other-office'] as const

/** A code of the journal in words; a time as a time. */
function valueWords(intl: IntlShape, name: string, value: unknown): string {
  const urgency = URGENCIES.find((one) => one === value)
  if (urgency) return intl.formatMessage({ id: `desk.urgency.${urgency}` })
  const wait = WAITS.find((one) => one === value)
  if (wait) return intl.formatMessage({ id: `desk.waiting-on.${wait}` })
  const clock = `desk.clock.${String(value)}` as FormatjsIntl.Message['ids']
  if (name === 'kind' && clock in intl.messages) return intl.formatMessage({ id: clock })
  if (name === 'until' && typeof value === 'string') return describeTime(intl, new Date(value), new Date(), 'full')
  return String(value)
}

/** What happened, in words; an event without words of its own is told by its name. */
function describeEvent(intl: IntlShape, { event, actorName, ruleName, told, detail }: TimelineEvent): string {
  const id = `desk.event.${event}` as FormatjsIntl.Message['ids']
  const actor = ruleName
    ? intl.formatMessage({ id: 'desk.event.rule' }, { name: ruleName })
    : (actorName ?? intl.formatMessage({ id: 'desk.event.somebody' }))
  if (!(id in intl.messages)) return `${actor} · ${event.replaceAll(/[._-]/g, ' ')}`
  const said = Object.entries(detail ?? {}).map(([name, value]) => [name, valueWords(intl, name, value)])
  const names = {
    count: told.length,
    told: intl.formatList(told),
    self: String(told.length === 1 && told[0] === actor),
  }
  return intl.formatMessage(
    { id },
    {
      to: '',
      from: '',
      into: '',
      messages: 0,
      reason: '',
      way: '',
      identity: '',
      ...Object.fromEntries(said),
      ...names,
      actor,
    },
  )
}

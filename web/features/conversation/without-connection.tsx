/**
 * What the desk shows of its conversations without a connection: what was written on this device, and the rows of lists as they stood last
 * (decisions 0133, 0249).
 *
 * A draft that the device has can be written on. A reply is not begun here: nobody answers what they cannot read.
 */
import { Link } from '@tanstack/react-router'
import { ArrowLeft, CloudOff, StickyNote } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { deviceStore } from '../../api/device-store.ts'
import { useConnection } from '../../api/live.tsx'
import { PageWords } from '../../i18n/page-words.tsx'
import { offlineWords } from './offline-words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { DRAFT, draftOf, type OnDevice } from './device-drafts.ts'
import { KeptRows, type KeptRowsProps } from './kept-rows.tsx'
import type { QueuedReply } from './reply-queue.ts'
import { waitingFiles } from './waiting-files.ts'
import styles from './without-connection.module.css'

type AwayProps = { waiting: readonly QueuedReply[]; onRetry: () => void }

/** In place of a conversation that could not be fetched; `children` are its replies that wait. */
export function ConversationAway({
  conversationId,
  view,
  waiting,
  children,
  onRetry,
}: AwayProps & { conversationId: string; view: string; children: ReactNode }) {
  const drafts = useDraftsHere(waiting.length).filter((draft) => draft.conversationId === conversationId)
  return (
    <PageWords parts={offlineWords}>
      <div className={styles.away}>
        <Link
          to="/inbox/$view"
          params={{ view } as never}
          search={((before: object) => before) as never}
          state
          className={styles.back}
        >
          <ArrowLeft aria-hidden size="1.15em" />
          <FormattedMessage id="desk.back-to-list" />
        </Link>
        <h2>
          <FormattedMessage id="offline.conversation.title" />
        </h2>
        <p className={styles.lead}>
          <FormattedMessage id="offline.conversation.text" />
        </p>
        <Retry onRetry={onRetry} />
        {children}
        {drafts.map((draft) => (
          <DraftHere key={`${draft.key} ${draft.keptAt}`} draft={draft} />
        ))}
      </div>
    </PageWords>
  )
}

type ListAwayProps = AwayProps & Omit<KeptRowsProps, 'place'> & { view: string }

/** In place of a list that could not be fetched. */
export function ListAway({ view, waiting, rowOf, list, onRetry }: ListAwayProps) {
  const drafts = useDraftsHere(waiting.length)
  return (
    <PageWords parts={offlineWords}>
      <div className={styles.away}>
        <p className={styles.lead}>
          <FormattedMessage id="offline.list.text" />
        </p>
        <Retry onRetry={onRetry} />
        {waiting.length + drafts.length > 0 && (
          <>
            <h3 id="on-this-device">
              <FormattedMessage id="offline.list.here" />
            </h3>
            <List framed aria-labelledby="on-this-device">
              {waiting.map(({ messageId, conversationId, text, queuedAt }) => (
                <Line key={messageId} {...{ view, conversationId, text }} at={queuedAt} isWaiting />
              ))}
              {drafts.map(({ key, conversationId, text, keptAt }) => (
                <Line key={key} {...{ view, conversationId, text }} at={keptAt} />
              ))}
            </List>
          </>
        )}
        <KeptRows place={view} {...{ rowOf, list }} />
      </div>
    </PageWords>
  )
}

type LineProps = { view: string; conversationId: string; text: string; at: number; isWaiting?: boolean }

function Line({ view, conversationId, text, at, isWaiting }: LineProps) {
  return (
    <ListRow>
      <Link
        to="/inbox/$view/$conversationId"
        params={{ view, conversationId } as never}
        data-conversation={conversationId}
        className={styles.line}
      >
        <span className={styles.words} dir="auto">
          {text}
        </span>
        <span className={styles.facts}>
          <Badge tone="waiting" icon={isWaiting ? CloudOff : StickyNote}>
            <FormattedMessage id={isWaiting ? 'desk.queue.not-sent-yet' : 'offline.draft'} />
          </Badge>
          <Timestamp at={new Date(at).toISOString()} />
        </span>
      </Link>
    </ListRow>
  )
}

/** While nothing is reached at all, the line above the desk offers it once for everything. */
function Retry({ onRetry }: Pick<AwayProps, 'onRetry'>) {
  if (useConnection() === 'offline') return null
  return (
    <Button onClick={onRetry}>
      <FormattedMessage id="ui.try-again" />
    </Button>
  )
}

/** At each key on the device, as in the composer, which opens it when the conversation is back. */
function DraftHere({ draft }: { draft: ReturnType<typeof draftOf> }) {
  const { key, mode } = draft
  const [text, setText] = useState(draft.text)
  const [files, setFiles] = useState<string[]>([])
  useEffect(() => {
    void waitingFiles(key).then((kept) => setFiles(kept.map(({ name }) => name)))
  }, [key])
  const write = (next: string) => {
    setText(next)
    void deviceStore.put<OnDevice>(DRAFT, key, { text: next })
  }
  return (
    <TextArea
      id={`draft-${mode}`}
      rows={6}
      label={<FormattedMessage id={mode === 'note' ? 'desk.composer.note' : 'desk.composer.reply'} />}
      hint={
        <>
          <FormattedMessage id="desk.draft.on-device" />{' '}
          {files.length > 0 && <FormattedMessage id="offline.files" values={{ names: files.join(', ') }} />}
        </>
      }
      value={text}
      onChange={(change) => write(change.target.value)}
    />
  )
}

/** Read again when a waiting reply goes or becomes a draft; the oldest first. */
function useDraftsHere(waiting: number): ReturnType<typeof draftOf>[] {
  const [drafts, setDrafts] = useState<ReturnType<typeof draftOf>[]>([])
  useEffect(() => {
    let isGone = false
    void deviceStore.all<OnDevice>(DRAFT).then((kept) => {
      if (!isGone) setDrafts(kept.map(draftOf).filter(({ text }) => text.trim()))
    })
    return () => {
      isGone = true
    }
  }, [waiting])
  return drafts
}

/** One message of a conversation, as the patient sees it. */
import { Bot, Clock, Eye, FileX, Paperclip, ShieldX } from 'lucide-react'
import { lazy, Suspense, type ReactNode } from 'react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { isHeld } from '#contract/held-file.ts'
import { fileUrl } from '../../api/links.ts'
import type { Attachment, MyMessage } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { laterPart } from '../../ui/later-part.tsx'
import styles from './message-bubble.module.css'
import { OurText } from './our-text.tsx'
import { outbox, type OutgoingMessage, type SentMessage } from './outbox.ts'

type Explaining = (props: Pick<MyMessage, 'text' | 'terms'>) => ReactNode

/** Fetched only where there is something to explain; where that fails, the words themselves stand. */
const ExplainedText = lazy<Explaining>(() =>
  import('./explained-text.tsx').then(
    (one) => ({ default: one.ExplainedText }),
    () => ({ default: ({ text }) => text }),
  ),
)

const Thumbs = laterPart(async () => (await import('./thumbs.tsx')).Thumbs)

type MessageBubbleProps = {
  message: MyMessage
  /** Follows one of the same author, so the name is not said again. */
  isContinued: boolean
  /** The newest of mine: whether it was seen is said under it. */
  isLastOfMine: boolean
}

export function MessageBubble({ message, isContinued, isLastOfMine }: MessageBubbleProps) {
  const side = message.direction === 'in' && styles.mine
  return (
    <li className={classNames(styles.message, side, message.isEmergencyText && styles.emergency)}>
      {!isContinued && (
        <p className={styles.who}>
          <AuthorName author={message.author} />
          <Timestamp at={message.at} style="clock" className={styles.time} />
        </p>
      )}
      <div className={styles.bubble}>
        {message.text && (
          <p className={styles.text} dir="auto" lang={message.language === 'und' ? undefined : message.language}>
            {message.direction === 'in' ? (
              message.text
            ) : message.terms.length === 0 ? (
              <OurText text={message.text} />
            ) : (
              <Suspense fallback={message.text}>
                <ExplainedText text={message.text} terms={message.terms} />
              </Suspense>
            )}
          </p>
        )}
        <Files attachments={message.attachments} />
        {message.filesMissing && (
          <p className={styles.file}>
            <FileX aria-hidden size="1.1em" />
            <FormattedMessage id="portal.file.missing" />
          </p>
        )}
      </div>
      {message.thumb && <Thumbs messageId={message.id} thumb={message.thumb} isUnderReview={message.isUnderReview} />}
      {isLastOfMine && (
        <p className={styles.state}>
          {message.seenByStaff ? <Eye aria-hidden size="1.1em" /> : <Clock aria-hidden size="1.1em" />}
          {message.seenByStaff ? (
            <FormattedMessage id="portal.message.seen" />
          ) : (
            <FormattedMessage id="portal.message.sent" />
          )}
        </p>
      )}
    </li>
  )
}

function AuthorName({ author }: { author: MyMessage['author'] }) {
  if (author.kind === 'me') return <FormattedMessage id="portal.author.me" />
  if (author.kind === 'automatic')
    return (
      <span className={styles.automatic}>
        <Bot aria-hidden size="1.1em" /> <FormattedMessage id="portal.author.automatic" />
      </span>
    )
  if (author.name) return <bdi>{author.name}</bdi>
  return author.kind === 'staff' ? (
    <FormattedMessage id="portal.author.team" />
  ) : (
    <FormattedMessage id="portal.author.other" />
  )
}

function Files({ attachments }: { attachments: readonly Attachment[] }) {
  const intl = useIntl()
  if (attachments.length === 0) return null
  return (
    <ul className={styles.files} aria-label={intl.formatMessage({ id: 'portal.files' })}>
      {attachments.map(({ id, name, verdict, reason }) => (
        <li key={id} className={styles.file}>
          {verdict === 'clean' || (verdict === 'waiting' && !isHeld({ verdict, reason })) ? (
            <Paperclip aria-hidden size="1.1em" />
          ) : (
            <ShieldX aria-hidden size="1.1em" />
          )}
          {verdict === 'clean' ? (
            <a href={fileUrl(id)} target="_blank" rel="noopener noreferrer">
              <bdi>{name}</bdi>
            </a>
          ) : (
            <span>
              <bdi>{name}</bdi>{' '}
              {verdict === 'waiting' && reason === 'image_not_readable_here' ? (
                <FormattedMessage id="portal.file.heic" />
              ) : isHeld({ verdict, reason }) ? (
                <FormattedMessage id="portal.file.held" />
              ) : verdict === 'waiting' ? (
                <FormattedMessage id="portal.file.checking" />
              ) : (
                <FormattedMessage id="portal.file.closed" />
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Written, and not in the list yet. */
export function WaitingBubble({ message, isSending }: { message: OutgoingMessage | SentMessage; isSending: boolean }) {
  const intl = useIntl()
  const isSent = 'seq' in message
  const files = [...message.attachments.map(({ name }) => name), ...message.files.map(({ name }) => name)]
  return (
    <li className={classNames(styles.message, styles.mine, styles.waiting)}>
      <div className={styles.bubble}>
        <p className={styles.text} dir="auto">
          {message.text}
        </p>
        {files.length > 0 && (
          <ul className={styles.files}>
            {files.map((name, place) => (
              <li key={place} className={styles.file}>
                <Paperclip aria-hidden size="1.1em" />
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className={styles.state} role="status">
        <Clock aria-hidden size="1.1em" />
        <FormattedMessage id={`portal.message.${isSent ? 'sent' : isSending ? 'sending' : 'waiting'}`} />
        {!isSent && !isSending && (
          <Button tone="plain" size="small" onClick={() => void drop(intl, message)}>
            <FormattedMessage id="portal.message.drop" />
          </Button>
        )}
      </p>
    </li>
  )
}

async function drop(intl: IntlShape, message: OutgoingMessage): Promise<void> {
  await outbox.remove(message.messageId)
  showToast({
    text: intl.formatMessage({ id: 'portal.message.dropped' }),
    action: { label: intl.formatMessage({ id: 'portal.message.undo-drop' }), run: () => void outbox.add(message) },
  })
}

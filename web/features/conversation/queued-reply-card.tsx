/** A reply that waits on this device for a connection. */
import { CloudOff, Paperclip } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './message-card.module.css'
import { replies, useIsLeaving, type QueuedReply } from './reply-queue.ts'
import { keepDraft } from './use-draft.ts'

export function QueuedReplyCard({ reply }: { reply: QueuedReply }) {
  const isLeaving = useIsLeaving(reply.messageId)
  const takeBack = () =>
    replies.takeBack(reply, () => keepDraft(reply.conversationId, reply.mode, reply.text, { files: reply.files }))
  return (
    <article className={classNames(styles.message, reply.mode === 'note' ? styles.note : styles.out)}>
      <div className={styles.text} dir="auto">
        {reply.text}
      </div>
      {reply.files.length > 0 && (
        <ul className={styles.waitingFiles}>
          {reply.files.map(({ name }, place) => (
            <li key={place}>
              <Paperclip aria-hidden size="1em" /> <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.ways}>
        <Badge tone="waiting" icon={CloudOff}>
          <FormattedMessage id="desk.queue.not-sent-yet" />
        </Badge>
        {!isLeaving && (
          <Button size="small" tone="plain" onClick={() => void takeBack()}>
            <FormattedMessage id="desk.queue.take-back" />
          </Button>
        )}
      </p>
    </article>
  )
}

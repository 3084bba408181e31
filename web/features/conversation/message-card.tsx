/** One message of the timeline, on whichever channel it came or went. */
import { Bot, ChevronDown, Code, FileDown, Globe, Lock, Mail, Merge, Sparkles, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { originalUrl } from '../../api/links.ts'
import type { Message } from '../../api/types.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { laterPart } from '../../ui/later-part.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { AttachmentList } from './attachment-list.tsx'
import { ChannelMark, LanguageName } from './badges.tsx'
import { DeliverySteps } from './delivery-steps.tsx'
import { HeldMessage } from './held-message.tsx'
import styles from './message-card.module.css'
import { markedParts } from './message-text.ts'
import { RedFlagReason } from './red-flag-reason.tsx'

const MailFrame = laterPart(async () => (await import('./mail-frame.tsx')).MailFrame)
const AskedQuestions = laterPart(async () => (await import('../safety-dialogue/asked-questions.tsx')).AskedQuestions)

const Corrections = laterPart(async () => (await import('../correction/corrections.tsx')).Corrections)

const MessageTranslation = laterPart(
  async () => (await import('../translation/message-translation.tsx')).MessageTranslation,
)

type MessageCardProps = { message: Message; isContinued: boolean; onUndo: (message: Message) => void }

export function MessageCard({ message, isContinued, onUndo }: MessageCardProps) {
  const { direction } = message
  return (
    <article
      id={`message-${message.seq}`}
      className={classNames(
        styles.message,
        styles[direction],
        isContinued && styles.continued,
        isRedFlag(message) && styles.redFlag,
      )}
    >
      {!isContinued && <MessageHeader message={message} />}
      {message.subject && !isContinued && <p className={styles.subject}>{message.subject}</p>}
      {message.understanding && <RedFlagReason understanding={message.understanding} urgency={message.urgency} />}
      <KeptMeanwhile message={message} />
      <MessageFlags message={message} />
      <MessageBody message={message} />
      {direction === 'in' && <MessageTranslation message={message} />}
      <AttachmentList attachments={message.attachments} />
      {message.understanding && (
        <div className={styles.read}>
          {direction === 'in' && <Understood message={message} />}
          {message.text.trim() !== '' && (
            <Corrections messageId={message.id} corrected={message.understanding.corrected} />
          )}
        </div>
      )}
      {message.understanding && message.understanding.asked.length > 0 && (
        <AskedQuestions asked={message.understanding.asked} />
      )}
      {/* What software wrote and the gate holds is told by its delivery: nobody takes it back. */}
      {message.heldUntil && !message.cancelledAt && message.author.kind === 'staff' && (
        <HeldMessage
          heldUntil={message.heldUntil}
          waits={message.deliveries.some(({ state }) => state === 'held')}
          onUndo={() => onUndo(message)}
        />
      )}
      {direction === 'out' && <DeliverySteps message={message} />}
    </article>
  )
}

const isRedFlag = ({ direction, urgency }: Message) => direction === 'in' && (urgency === 'stat' || urgency === 'asap')

function MessageHeader({ message }: { message: Message }) {
  const isOurs = message.direction !== 'in'
  return (
    <header className={styles.header}>
      <Avatar name={message.author.name} tone={isOurs ? 'staff' : 'person'} size="small" />
      <span className={styles.author}>
        {message.author.name ?? <FormattedMessage id={`desk.author.${message.author.kind}`} />}
      </span>
      {message.direction === 'note' && (
        <Badge tone="note" icon={Lock}>
          <FormattedMessage
            id="desk.note.readers"
            values={{ readers: <NoteReaders key="readers" message={message} /> }}
          />
        </Badge>
      )}
      {message.automatic !== 'none' && message.author.kind !== 'system' && (
        <Badge icon={Bot}>
          <FormattedMessage id={`desk.automatic.${message.automatic}`} />
        </Badge>
      )}
      {message.origin && (
        <Badge icon={Merge}>
          <FormattedMessage id="desk.message.origin" values={{ number: message.origin.number }} />
        </Badge>
      )}
      <span className={styles.when}>
        {message.direction !== 'note' && <ChannelMark channel={message.channel} />}
        <Timestamp at={message.at} style="clock" />
      </span>
    </header>
  )
}

function NoteReaders({ message }: { message: Message }) {
  const intl = useIntl()
  return <>{intl.formatList(message.readers.map((reader) => intl.formatMessage({ id: `desk.reader.${reader}` })))}</>
}

/** An emergency that could not be stored when it was written (decision 0130): the time above is that of the return. */
function KeptMeanwhile({ message: { channel, claimedAt } }: { message: Message }) {
  if (!claimedAt || (channel !== 'portal-chat' && channel !== 'widget')) return null
  return (
    <p className={styles.flags}>
      <TriangleAlert aria-hidden size="1.1em" />
      <span>
        <FormattedMessage id="desk.message.kept" values={{ at: <Timestamp at={claimedAt} /> }} />
      </span>
    </p>
  )
}

function MessageFlags({ message }: { message: Message }) {
  const intl = useIntl()
  // Doubts are about what came in; marks of our own automatic texts are for the server.
  const flags = message.direction === 'in' ? message.flags : message.flags.filter((flag) => flag === 'hidden')
  if (flags.length === 0) return null
  // What a message of a call is, is no reason for care.
  if (flags.every((flag) => OF_A_CALL.includes(flag)))
    return (
      <p className={styles.understood}>{intl.formatList(flags.map((flag) => describeFlag(intl, flag, message)))}</p>
    )
  return (
    <p className={styles.flags}>
      <TriangleAlert aria-hidden size="1.1em" />
      <FormattedMessage
        id="desk.message.flags"
        values={{ flags: intl.formatList(flags.map((flag) => describeFlag(intl, flag, message))) }}
      />
    </p>
  )
}

const OF_A_CALL = ['call', 'voicemail', 'callback_requested', 'transcript']

/** A flag of the mail reader that has words of its own; else its name, which an administrator knows. */
const describeFlag = (intl: IntlShape, flag: string, { answerTo }: Message) => {
  const known = flag.startsWith('html_') ? 'html_as_text' : flag
  const id = `desk.flag.${known}` as FormatjsIntl.Message['ids']
  return id in intl.messages ? intl.formatMessage({ id }, { address: answerTo ?? '?' }) : flag.replaceAll(/[-_]/g, ' ')
}

function MessageBody({ message }: { message: Message }) {
  const [shows, setShows] = useState<'new' | 'whole' | 'formatted'>(message.trimmed === null ? 'whole' : 'new')
  const text = shows === 'new' ? (message.trimmed ?? message.text) : message.text
  const isCut = message.trimmed !== null && message.trimmed.length < message.text.length
  return (
    <>
      {shows === 'formatted' ? (
        <MailFrame messageId={message.id} />
      ) : (
        <MessageText text={text} language={message.language} spans={spansOf(message, text)} />
      )}
      {(isCut || message.hasHtml || message.hasRaw) && (
        <p className={styles.ways}>
          {isCut && shows !== 'formatted' && (
            <Button
              size="small"
              tone="plain"
              icon={ChevronDown}
              onClick={() => setShows(shows === 'new' ? 'whole' : 'new')}
            >
              <FormattedMessage id={shows === 'new' ? 'desk.message.show-quoted' : 'desk.message.hide-quoted'} />
            </Button>
          )}
          {message.hasHtml && (
            <Button
              size="small"
              tone="plain"
              icon={shows === 'formatted' ? Code : Mail}
              onClick={() => setShows(shows === 'formatted' ? (isCut ? 'new' : 'whole') : 'formatted')}
            >
              <FormattedMessage id={shows === 'formatted' ? 'desk.message.show-text' : 'desk.message.show-formatted'} />
            </Button>
          )}
          {message.hasRaw && (
            <a className={buttonClass('plain', 'small')} href={originalUrl(message.id)} download>
              <FileDown aria-hidden size="1.15em" />
              <FormattedMessage id="desk.message.original" />
            </a>
          )}
        </p>
      )}
    </>
  )
}

/** What raised a finding is marked in the new words, and in the whole text where these stand at its beginning. */
const spansOf = ({ understanding, trimmed }: Message, text: string) =>
  trimmed === null || text.startsWith(trimmed) ? (understanding?.spans ?? []) : []

function MessageText({
  text,
  language,
  spans,
}: {
  text: string
  language: string
  spans: readonly (readonly [number, number])[]
}) {
  if (!text.trim())
    return (
      <p className={styles.empty}>
        <FormattedMessage id="desk.message.no-text" />
      </p>
    )
  return (
    <div className={styles.text} dir="auto" lang={language === 'und' ? undefined : language}>
      {markedParts(text, spans).map((part) => (part.isMarked ? <mark key={part.from}>{part.text}</mark> : part.text))}
    </div>
  )
}

/** What the engines made of it, in one quiet line. */
function Understood({ message }: { message: Message }) {
  const intl = useIntl()
  const understood = message.understanding
  if (!understood) return null
  if (understood.state === 'not_understood')
    return (
      <p className={styles.understood}>
        <TriangleAlert aria-hidden size="1.05em" />
        <FormattedMessage id="desk.understood.not" />
      </p>
    )
  const isForeign = understood.language.slice(0, 2) !== intl.locale.slice(0, 2)
  const about = understood.intents.slice(0, 2).map((intent) => intl.formatMessage({ id: `desk.intent.${intent.name}` }))
  const showsTone = understood.tone !== null && understood.tone !== 'neutral'
  if (!isForeign && about.length === 0 && !showsTone) return null
  return (
    <p className={styles.understood}>
      {isForeign && (
        <span>
          <Globe aria-hidden size="1.05em" />
          <LanguageName language={understood.language} />
        </span>
      )}
      {about.length > 0 && (
        <span>
          <Sparkles aria-hidden size="1.05em" />
          {intl.formatList(about)}
        </span>
      )}
      {showsTone && understood.tone && <FormattedMessage id={`desk.tone.${understood.tone}`} />}
    </p>
  )
}

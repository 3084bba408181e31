/** One conversation in the list: who, what, how urgent, until when. */
import { Link } from '@tanstack/react-router'
import { AlarmClock, BadgeCheck, Globe, ShieldQuestion, Siren, UserCheck } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { ConversationRow, IdentityLevel } from '../../api/types.ts'
import { inWordsOf } from '../../i18n/worded.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { classNames } from '../../ui/class-names.ts'
import { describeAge, Timestamp, useNow } from '../../ui/timestamp.tsx'
import { markedParts } from './message-text.ts'
import { ChannelMark, languageName, StateBadge, UrgencyBadge } from './badges.tsx'
import styles from './inbox-row.module.css'
import { senderNameOf } from './sender-name.ts'

type InboxRowProps = {
  row: ConversationRow
  view: string
  isOpen: boolean
  hasLeft?: boolean
  isChosen?: boolean
  /** `isRange`: all rows from the last one that was chosen. Without it nothing is done with the row but opened. */
  onChoose?: (isRange: boolean) => void
  myId: string
}

export function InboxRow({ row, view, isOpen, hasLeft, isChosen, onChoose, myId }: InboxRowProps) {
  const intl = useIntl()
  const isRedFlag = row.urgency === 'stat' || row.alertOpen
  const why = row.urgencyReason && inWordsOf(intl, row.urgencyReason)
  return (
    <li className={classNames(styles.item, hasLeft && styles.left, isChosen && styles.chosen)}>
      {onChoose && (
        <label className={styles.choose}>
          <input
            type="checkbox"
            checked={isChosen ?? false}
            aria-label={intl.formatMessage({ id: 'desk.row.select' }, { name: senderNameOf(row) || row.number })}
            onChange={(change) => onChoose((change.nativeEvent as MouseEvent).shiftKey)}
          />
        </label>
      )}
      <Link
        to="/inbox/$view/$conversationId"
        params={{ view, conversationId: row.id } as never}
        search={((before: object) => before) as never}
        state
        data-conversation={row.id}
        aria-current={isOpen ? 'true' : undefined}
        className={classNames(
          styles.row,
          isOpen && styles.open,
          row.isUnread && styles.unread,
          isRedFlag && styles.redFlag,
        )}
      >
        <span className={styles.who}>
          <RowName row={row} />
          <Timestamp at={row.lastMessageAt} className={styles.time} />
        </span>
        {row.subject && <span className={styles.subject}>{row.subject}</span>}
        {row.found ? (
          <span className={styles.words} dir="auto">
            {markedParts(row.found.words, row.found.marks).map((part) =>
              part.isMarked ? <mark key={part.from}>{part.text}</mark> : part.text,
            )}
          </span>
        ) : isRedFlag && (row.flagWords || why) ? (
          <span className={styles.reason} title={why ?? undefined}>
            <Siren aria-hidden size="1em" />
            <q dir="auto">{row.flagWords || why}</q>
          </span>
        ) : (
          <span className={styles.words} dir="auto">
            {row.lastDirection === 'out' && <FormattedMessage id="desk.row.we-wrote" />} {row.lastWords}
          </span>
        )}
        <span className={styles.facts}>
          {row.urgency !== 'routine' && <UrgencyBadge urgency={row.urgency} />}
          {row.state !== 'open' && <StateBadge conversation={row} />}
          <span className={styles.marks}>
            <ChannelMark channel={row.channel} />
            <IdentityMark level={row.identityLevel} />
            <LanguageMark language={row.language} />
          </span>
          <Due row={row} />
          {row.tags.slice(0, 2).map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
          {row.assignee && <Assignee assignee={row.assignee} isMe={row.assignee.id === myId} />}
        </span>
      </Link>
    </li>
  )
}

function RowName({ row }: { row: ConversationRow }) {
  return (
    <span className={styles.name}>
      {row.isUnread && (
        <span className={styles.dot}>
          <span className="visually-hidden">
            <FormattedMessage id="desk.row.unread" />
          </span>
        </span>
      )}
      <bdi>{senderNameOf(row) || <FormattedMessage id="desk.unknown-sender" />}</bdi>
      {!row.patient && row.senderName && (
        <span className={styles.unlinked}>
          <FormattedMessage id="desk.row.not-linked" />
        </span>
      )}
    </span>
  )
}

const identityIcon = { none: ShieldQuestion, matched: UserCheck, verified: BadgeCheck, verified_for: BadgeCheck }

function IdentityMark({ level }: { level: IdentityLevel }) {
  const intl = useIntl()
  const Icon = identityIcon[level]
  return (
    <Icon
      size="1.05em"
      strokeWidth={1.9}
      role="img"
      aria-label={intl.formatMessage({ id: `desk.identity.${level}` })}
    />
  )
}

function LanguageMark({ language }: { language: string }) {
  const intl = useIntl()
  if (language.slice(0, 2) === intl.locale.slice(0, 2)) return null
  return (
    <span className={styles.language}>
      <Globe aria-hidden size="1em" />
      {languageName(intl, language)}
    </span>
  )
}

function Due({ row }: { row: ConversationRow }) {
  const intl = useIntl()
  const now = useNow()
  const at = row.state === 'snoozed' ? row.snoozedUntil : row.dueAt
  if (!at) return null
  const moment = new Date(at)
  const isLate = row.state !== 'snoozed' && moment < now
  const id = row.state === 'snoozed' ? 'desk.row.wakes' : isLate ? 'desk.row.late' : 'desk.row.due'
  return (
    <span className={classNames(styles.due, isLate && styles.late)}>
      <AlarmClock aria-hidden size="1em" />
      {intl.formatMessage({ id }, { when: describeAge(intl, moment, now) })}
    </span>
  )
}

function Assignee({ assignee, isMe }: { assignee: { name: string }; isMe: boolean }) {
  return (
    <span className={styles.assignee}>
      <Avatar name={assignee.name} tone="staff" size="small" />
      <span className="visually-hidden">
        {isMe ? (
          <FormattedMessage id="desk.row.mine" />
        ) : (
          <FormattedMessage id="desk.row.assigned" values={{ name: assignee.name }} />
        )}
      </span>
    </span>
  )
}

/** Files of a message. Only what was checked can be opened; for the rest the reason stands beside it. */
import { File, FileText, Image, LoaderCircle, ShieldX, X, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { isHeld } from '#contract/held-file.ts'
import { fileUrl } from '../../api/links.ts'
import type { Attachment } from '../../api/types.ts'
import { IconButton } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './attachment-list.module.css'

type AttachmentListProps = {
  attachments: readonly Attachment[]
  onRemove?: (attachment: Attachment) => void
  children?: ReactNode
}

export function AttachmentList({ attachments, onRemove, children }: AttachmentListProps) {
  const intl = useIntl()
  if (attachments.length === 0 && !children) return null
  return (
    <ul className={styles.list} aria-label={intl.formatMessage({ id: 'desk.files' })}>
      {attachments.map((attachment) => (
        <li key={attachment.id} className={classNames(styles.file, attachment.verdict !== 'clean' && styles.closed)}>
          <FileMark attachment={attachment} />
          {attachment.verdict === 'clean' && attachment.type.startsWith('audio/') && (
            // Fetched only when somebody plays it: that is a read of a patient's data.
            // eslint-disable-next-line jsx-a11y/media-has-caption -- what the carrier understood stands beside it as text
            <audio
              controls
              preload="none"
              src={fileUrl(attachment.id)}
              aria-label={intl.formatMessage({ id: 'desk.file.play' }, { name: attachment.name })}
            />
          )}
          <span className={styles.words}>
            {attachment.verdict === 'clean' ? (
              <a href={fileUrl(attachment.id)} target="_blank" rel="noopener noreferrer">
                <bdi>{attachment.name}</bdi>
              </a>
            ) : (
              <bdi>{attachment.name}</bdi>
            )}
            <span className={styles.fact}>
              {fileSize(intl, attachment.size)}
              {attachment.verdict !== 'clean' && (
                <>
                  {' · '}
                  <FormattedMessage id={`desk.file.${isHeld(attachment) ? 'unreadable' : attachment.verdict}`} />
                </>
              )}
            </span>
          </span>
          {onRemove && (
            <IconButton
              icon={X}
              size="small"
              aria-label={intl.formatMessage({ id: 'desk.file.remove' }, { name: attachment.name })}
              onClick={() => onRemove(attachment)}
            />
          )}
        </li>
      ))}
      {children}
    </ul>
  )
}

function FileMark({ attachment }: { attachment: Attachment }) {
  const { type, verdict } = attachment
  const Icon: LucideIcon =
    verdict === 'waiting' && !isHeld(attachment)
      ? LoaderCircle
      : verdict !== 'clean'
        ? ShieldX
        : type.startsWith('image/')
          ? Image
          : type === 'application/pdf'
            ? FileText
            : File
  return <Icon aria-hidden size="1.25em" strokeWidth={1.8} />
}

export function fileSize(intl: IntlShape, bytes: number): string {
  const [unit, size] = bytes >= 1_000_000 ? (['megabyte', 1_000_000] as const) : (['kilobyte', 1_000] as const)
  return intl.formatNumber(Math.max(bytes / size, 0.1), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  })
}

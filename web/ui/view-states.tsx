/** The empty and the failed face of a view. */
import { ShieldCheck, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Button } from './button.tsx'
import styles from './view-states.module.css'

type EmptyStateProps = { icon: LucideIcon; title: ReactNode; children?: ReactNode; action?: ReactNode }

/** Says what will be here, and offers the first step. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <span className={styles.mark}>
        <Icon aria-hidden size={26} strokeWidth={1.6} />
      </span>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  )
}

type FailedStateProps = {
  /** What could not be done. */
  title?: ReactNode
  /** What is not lost. */
  safe?: ReactNode
  code?: string
  requestId?: string
  onRetry?: () => void
}

/** Says what is safe, what to do, and a code to tell somebody. */
export function FailedState({ title, safe, code, requestId, onRetry }: FailedStateProps) {
  const intl = useIntl()
  const isAway = code === 'UNAVAILABLE' && !navigator.onLine
  // To ask again for what is not there, or not for this person, would lead nowhere.
  const isFinal = code === 'NOT_FOUND' || code === 'NOT_ALLOWED'
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title}>
        {isAway ? <FormattedMessage id="ui.failed.offline" /> : (title ?? <FormattedMessage id="ui.failed.title" />)}
      </p>
      {!isFinal && (
        <p className={styles.safe}>
          <ShieldCheck aria-hidden size="1.2em" />
          <span>{safe ?? <FormattedMessage id="ui.failed.safe" />}</span>
        </p>
      )}
      {onRetry && !isFinal && (
        <Button tone="primary" onClick={onRetry}>
          <FormattedMessage id="ui.try-again" />
        </Button>
      )}
      {(code || requestId) && (
        <p className={styles.code}>
          <FormattedMessage
            id="ui.failed.code"
            values={{
              code: <code>{[code, requestId].filter(Boolean).join(' ') || intl.formatMessage({ id: 'ui.none' })}</code>,
            }}
          />
        </p>
      )}
    </div>
  )
}

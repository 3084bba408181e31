/**
 * What a person needs to know who takes the conversation over (understanding-D71): ten lines at most, each a way to its message.
 *
 * Open where there is room, closed on a phone and while a red flag waits, which says it itself; it is fetched, and its reading journalled, only when it is shown.
 */
import { useQuery } from '@tanstack/react-query'
import { ArrowDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { IconButton } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './summary-card.module.css'

const WIDE = '(min-width: 48rem)'

type SummaryCardProps = { conversation: { id: string; version: number }; flagWaits: boolean }

export function SummaryCard({ conversation, flagWaits }: SummaryCardProps) {
  const intl = useIntl()
  const [isOpen, setIsOpen] = useState(() => !flagWaits && matchMedia(WIDE).matches)
  const language = intl.locale.startsWith('es') ? ('es' as const) : ('en' as const)
  const { data, isError, refetch } = useQuery(
    api.oversight.summary.queryOptions({ input: { conversationId: conversation.id, language }, enabled: isOpen }),
  )
  // What the patient writes next belongs to it.
  useEffect(() => {
    if (isOpen) void refetch()
  }, [refetch, isOpen, conversation.version])
  const go = (seq: number) => {
    const message = document.getElementById(`message-${seq}`)
    if (!message) return showToast({ text: intl.formatMessage({ id: 'assistant.summary.further-up' }) })
    message.tabIndex = -1
    message.scrollIntoView({ block: 'center' })
    message.focus({ preventScroll: true })
  }
  return (
    <details className={styles.card} open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        <FormattedMessage id="assistant.summary" />
      </summary>
      {isError && (
        <p>
          <FormattedMessage id="assistant.summary.failed" />
        </p>
      )}
      {data && (
        <dl className={styles.lines}>
          {data.lines.map(({ part, label, text, seq }) => (
            <div key={part} data-part={part}>
              <dt>{label}</dt>
              <dd>
                <span dir="auto">{text}</span>
                <IconButton
                  icon={ArrowDown}
                  size="small"
                  aria-label={intl.formatMessage({ id: 'assistant.summary.go' }, { label })}
                  onClick={() => go(seq)}
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  )
}

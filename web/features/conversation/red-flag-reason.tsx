/** Why a message is a red flag: what the rules say of it. The words they read are marked in the text below. */
import { Siren } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Message, Urgency } from '../../api/types.ts'
import { inWordsOf } from '../../i18n/worded.ts'
import styles from './message-card.module.css'

type RedFlagReasonProps = { understanding: NonNullable<Message['understanding']>; urgency: Urgency }

export function RedFlagReason({ understanding, urgency }: RedFlagReasonProps) {
  const intl = useIntl()
  if (urgency === 'routine' || !understanding.reason) return null
  return (
    <div className={urgency === 'urgent' ? styles.urgentReason : styles.reason}>
      <Siren aria-hidden size="1.2em" />
      <div>
        <p>
          <strong>
            <FormattedMessage id={`desk.urgency.${urgency}`} />
          </strong>{' '}
          <span dir="auto">{inWordsOf(intl, understanding.reason)}</span>
        </p>
        {understanding.rules.length > 0 && (
          <ul className={styles.rules}>
            {understanding.rules.map((rule) => (
              <li key={rule.id}>
                {rule.url ? (
                  <a href={rule.url} target="_blank" rel="noopener noreferrer">
                    {rule.title}
                  </a>
                ) : (
                  rule.title
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

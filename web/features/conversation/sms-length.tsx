/** What a text message will cost and whether it fits, while it is written (desk-D60). */
import { FormattedMessage } from 'react-intl'
import { countSegments, LONGEST_SMS } from '#engines/sms/segments.ts'
import styles from './composer.module.css'

export function SmsLength({ text, carriesText }: { text: string; carriesText: boolean }) {
  if (!carriesText)
    return (
      <p className={styles.hint}>
        <FormattedMessage id="desk.composer.segments.link" />
      </p>
    )
  if (text.length > LONGEST_SMS)
    return (
      <p className={styles.gateClosed} role="alert">
        <FormattedMessage id="desk.composer.segments.too-long" values={{ most: LONGEST_SMS }} />
      </p>
    )
  const { encoding, segments, left } = countSegments(text.trim())
  return (
    <p className={styles.hint}>
      <FormattedMessage
        id={encoding === 'gsm-7' ? 'desk.composer.segments' : 'desk.composer.segments.special'}
        values={{ segments, left }}
      />
    </p>
  )
}

/** Something to copy whole: an address, a line of code, a secret. */
import { Copy } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './organization.module.css'

export function Copied({ text }: { text: string }) {
  const intl = useIntl()
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => showToast({ text: intl.formatMessage({ id: 'organization.copied' }) }),
      () => undefined,
    )
  return (
    <span className={styles.copied}>
      <code dir="ltr">{text}</code>
      <Button size="small" tone="plain" icon={Copy} onClick={() => void copy()}>
        <FormattedMessage id="organization.copy" />
      </Button>
    </span>
  )
}

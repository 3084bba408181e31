/** The secret by which a system outside signs what it sends to us: shown once, when it is made; renewed with or without a time for the old one. */
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Copied } from './copied.tsx'
import styles from './organization.module.css'

export function ShownSecret({ secret, url, onClose }: { secret: string; url: string; onClose: () => void }) {
  return (
    <Dialog
      insists
      title={<FormattedMessage id="organization.mail-webhook.secret" />}
      onClose={onClose}
      actions={
        <Button tone="primary" onClick={onClose}>
          <FormattedMessage id="organization.mail-webhook.kept" />
        </Button>
      }
    >
      <div className={styles.form}>
        <p>
          <FormattedMessage id="organization.mail-webhook.secret-what" />
        </p>
        <Copied text={secret} />
        <Copied text={url} />
      </div>
    </Dialog>
  )
}

export function RenewSecret({ onClose, onRenew }: { onClose: () => void; onRenew: (keepsOld: boolean) => void }) {
  const [keepsOld, setKeepsOld] = useState(true)
  return (
    <Dialog
      size="small"
      title={<FormattedMessage id="organization.mail-webhook.renew" />}
      onClose={onClose}
      actions={
        <Button tone="primary" onClick={() => onRenew(keepsOld)}>
          <FormattedMessage id="organization.mail-webhook.renew" />
        </Button>
      }
    >
      <Checkbox
        id="keeps-old-secret"
        checked={keepsOld}
        onChange={(change) => setKeepsOld(change.target.checked)}
        label={<FormattedMessage id="organization.mail-webhook.keep-old" />}
        hint={<FormattedMessage id="organization.mail-webhook.keep-old.hint" />}
      />
    </Dialog>
  )
}

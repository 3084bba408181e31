/**
 * A web address of ours that takes in what is signed: its secret is shown once, when it is made, and renewed with or without a time for
 * the old one; what is closed stays closed.
 */
import { KeyRound } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Row } from '../../ui/page.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { Copied } from './copied.tsx'
import styles from './organization.module.css'

export function AddressButtons({ onRenew, onClose }: { onRenew: () => void; onClose: () => void }) {
  return (
    <Row>
      <Button size="small" icon={KeyRound} onClick={onRenew}>
        <FormattedMessage id="organization.address.renew" />
      </Button>
      <Button size="small" tone="plain" onClick={onClose}>
        <FormattedMessage id="organization.address.close" />
      </Button>
    </Row>
  )
}

export function OldSecret({ until }: { until: string | null }) {
  if (!until) return null
  return (
    <span className={styles.fact}>
      <FormattedMessage
        id="organization.address.old"
        values={{ time: <Timestamp key="time" at={until} style="full" /> }}
      />
    </span>
  )
}

export function ShownSecret({ secret, url, onClose }: { secret: string; url: string; onClose: () => void }) {
  return (
    <Dialog
      insists
      title={<FormattedMessage id="organization.address.secret" />}
      onClose={onClose}
      actions={
        <Button tone="primary" onClick={onClose}>
          <FormattedMessage id="organization.address.kept" />
        </Button>
      }
    >
      <div className={styles.form}>
        <p>
          <FormattedMessage id="organization.address.secret-what" />
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
      title={<FormattedMessage id="organization.address.renew" />}
      onClose={onClose}
      actions={
        <Button tone="primary" onClick={() => onRenew(keepsOld)}>
          <FormattedMessage id="organization.address.renew" />
        </Button>
      }
    >
      <Checkbox
        id="keeps-old-secret"
        checked={keepsOld}
        onChange={(change) => setKeepsOld(change.target.checked)}
        label={<FormattedMessage id="organization.address.keep-old" />}
        hint={<FormattedMessage id="organization.address.keep-old.hint" />}
      />
    </Dialog>
  )
}

type CloseProps = { title: ReactNode; children: ReactNode; onKeep: () => void; onClose: () => void }

export function CloseAddress({ title, children, onKeep, onClose }: CloseProps) {
  return (
    <Dialog
      size="small"
      title={title}
      onClose={onKeep}
      actions={
        <Button tone="danger" onClick={onClose}>
          <FormattedMessage id="organization.address.close" />
        </Button>
      }
    >
      <p>{children}</p>
    </Dialog>
  )
}

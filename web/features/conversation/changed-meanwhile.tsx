/** Two people changed the same thing: both values side by side, and a choice (desk-D21). */
import { FormattedMessage } from 'react-intl'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './conversation-dialogs.module.css'

/** What stands now, what was wanted, and the way to do it all the same. */
export type Conflict = { theirs: string; mine: string; retry: () => void }

export function ChangedMeanwhile({ conflict, onClose }: { conflict: Conflict; onClose: () => void }) {
  return (
    <Dialog
      insists
      size="small"
      title={<FormattedMessage id="desk.conflict.title" />}
      onClose={onClose}
      actions={
        <>
          <Button
            onClick={() => {
              onClose()
              conflict.retry()
            }}
          >
            <FormattedMessage id="desk.conflict.use-mine" />
          </Button>
          <Button tone="primary" autoFocus onClick={onClose}>
            <FormattedMessage id="desk.conflict.keep" />
          </Button>
        </>
      }
    >
      <dl className={styles.both}>
        <dt>
          <FormattedMessage id="desk.conflict.now" />
        </dt>
        <dd>{conflict.theirs}</dd>
        <dt>
          <FormattedMessage id="desk.conflict.wanted" />
        </dt>
        <dd>{conflict.mine}</dd>
      </dl>
    </Dialog>
  )
}

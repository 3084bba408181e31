/** Two people changed the same thing: both values side by side, and a choice (desk-D21). */
import { FormattedMessage } from 'react-intl'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './conversation-dialogs.module.css'

/** What stands now, what was wanted, and the way to do it all the same. */
export type Conflict = {
  theirs: string
  mine: string
  /** Something was written that is to be read first. */
  isWords: boolean
  retry: () => void
}

type ChangedMeanwhileProps = { conflict: Conflict; onClose: () => void }

const meanwhileWords: CatalogueParts = {
  en: [() => import('../../i18n/en/meanwhile.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/meanwhile.json', { with: { type: 'json' } })],
}

export const ChangedMeanwhile = (props: ChangedMeanwhileProps) => (
  <PageWords parts={meanwhileWords}>
    <Choice {...props} />
  </PageWords>
)

function Choice({ conflict, onClose }: ChangedMeanwhileProps) {
  return (
    <Dialog
      insists
      size="small"
      title={<FormattedMessage id={conflict.isWords ? 'meanwhile.words' : 'meanwhile.title'} />}
      onClose={onClose}
      actions={
        <>
          <Button
            onClick={() => {
              onClose()
              conflict.retry()
            }}
          >
            <FormattedMessage id="meanwhile.use-mine" />
          </Button>
          <Button tone="primary" autoFocus onClick={onClose}>
            <FormattedMessage id="meanwhile.keep" />
          </Button>
        </>
      }
    >
      <dl className={styles.both}>
        <dt>
          <FormattedMessage id="meanwhile.now" />
        </dt>
        <dd>{conflict.theirs}</dd>
        <dt>
          <FormattedMessage id="meanwhile.wanted" />
        </dt>
        <dd>{conflict.mine}</dd>
      </dl>
    </Dialog>
  )
}

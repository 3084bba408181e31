/** Which queue has it from now on. Who has the conversation gives it back. */
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { api } from '../../api/client.ts'
import { problemOf } from '../../api/refusal.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import styles from './conversation-dialogs.module.css'

type QueueDialogProps = {
  current: string | undefined
  onMove: (queueId: string, name: string) => void
  onClose: () => void
}

export function QueueDialog({ current, onMove, onClose }: QueueDialogProps) {
  const organization = useQuery(api.organization.get.queryOptions())
  return (
    <Dialog title={<FormattedMessage id="desk.action.queue" />} size="small" onClose={onClose}>
      <p className={styles.fact}>
        <FormattedMessage id="moving.queue.hint" />
      </p>
      {organization.isError && (
        <FailedState code={problemOf(organization.error).code} onRetry={() => void organization.refetch()} />
      )}
      <ul className={styles.choices}>
        {organization.data?.queues
          .filter(({ id }) => id !== current)
          .map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.choice}
                onClick={() => {
                  onMove(id, name)
                  onClose()
                }}
              >
                {name}
              </button>
            </li>
          ))}
      </ul>
    </Dialog>
  )
}

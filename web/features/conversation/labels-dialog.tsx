/** Who may read a conversation: the sensitivity labels that its reader has to have (trust.md section 2). Set by those who have them. */
import { useState, type FormEvent } from 'react'
import { FormattedMessage } from 'react-intl'
import type { ConversationDetail } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './conversation-dialogs.module.css'

type Labels = ConversationDetail['labelsToSet']

type LabelsDialogProps = {
  conversation: ConversationDetail
  onLabel: (labels: Labels) => void
  onClose: () => void
}

export function LabelsDialog({ conversation, onLabel, onClose }: LabelsDialogProps) {
  const [chosen, setChosen] = useState<Labels>(() =>
    conversation.labelsToSet.filter((label) => conversation.labels.includes(label)),
  )
  const submit = (form: FormEvent) => {
    form.preventDefault()
    onLabel(chosen)
    onClose()
  }
  return (
    <Dialog title={<FormattedMessage id="moving.labels.title" />} size="small" onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <p className={styles.fact}>
          <FormattedMessage id="moving.labels.hint" />
        </p>
        <Choices
          name="label"
          legend={<FormattedMessage id="moving.labels.which" />}
          values={chosen}
          onChange={setChosen}
          options={conversation.labelsToSet.map((value) => ({
            value,
            label: <FormattedMessage id={`labels.${value}`} />,
          }))}
        />
        <Button type="submit" tone="primary">
          <FormattedMessage id="moving.labels.do" />
        </Button>
      </form>
    </Dialog>
  )
}

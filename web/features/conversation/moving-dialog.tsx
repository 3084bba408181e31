/** Merging, splitting, another queue, labels and a promised call are rare: their dialogs and words come when they are asked for. */
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { BookCallBackDialog } from '../call-back/index.ts'
import type { ConversationDetail } from '../../api/types.ts'
import { LabelsDialog } from './labels-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { QueueDialog } from './queue-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'

const words: CatalogueParts = {
  en: [
    () => import('../../i18n/en/moving.json', { with: { type: 'json' } }),
    () => import('../../i18n/en/labels.json', { with: { type: 'json' } }),
  ],
  es: [
    () => import('../../i18n/es/moving.json', { with: { type: 'json' } }),
    () => import('../../i18n/es/labels.json', { with: { type: 'json' } }),
  ],
}

type MovingDialogProps = {
  what: 'call-back' | 'queue' | 'labels' | 'merge' | 'split'
  conversation: ConversationDetail
  onMove: (queueId: string, name: string) => void
  onLabel: (labels: ConversationDetail['labelsToSet']) => void
  onClose: () => void
}

export function MovingDialog({ what, conversation, onMove, onLabel, onClose }: MovingDialogProps) {
  if (what === 'call-back') return <BookCallBackDialog conversationId={conversation.id} onClose={onClose} />
  const Asked = what === 'merge' ? MergeDialog : SplitDialog
  return (
    <PageWords parts={words}>
      {what === 'queue' ? (
        <QueueDialog current={conversation.queue?.id} onClose={onClose} onMove={onMove} />
      ) : what === 'labels' ? (
        <LabelsDialog conversation={conversation} onLabel={onLabel} onClose={onClose} />
      ) : (
        <Asked conversation={conversation} onClose={onClose} />
      )}
    </PageWords>
  )
}

/** From a conversation: somebody is promised a call at a time. Its words come with it. */
import { useQueryClient } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { describeTime } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { CallTimeDialog } from './call-time-dialog.tsx'
import { phoneWords } from './words.ts'

export const BookCallBackDialog = (props: { conversationId: string; onClose: () => void }) => (
  <PageWords parts={phoneWords}>
    <Book {...props} />
  </PageWords>
)

function Book({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const intl = useIntl()
  const queries = useQueryClient()
  return (
    <CallTimeDialog
      conversationId={conversationId}
      onClose={onClose}
      onChosen={async ({ address, at, timeZone }) => {
        const { dueAt } = await client.callBack.book({ conversationId, address, at })
        void queries.invalidateQueries({ queryKey: api.conversation.counts.key() })
        const time = describeTime(intl, new Date(dueAt), new Date(), 'full', timeZone)
        // Somebody was promised a call there before; the earlier time stands.
        const id = dueAt === at ? 'phone.booked' : 'phone.joined'
        showToast({ text: intl.formatMessage({ id }, { time }) })
      }}
    />
  )
}

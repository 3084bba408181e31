/** Whether the assistant speaks in this conversation, why it brought it to people, and the way back to it (understanding-D71, D74). */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bot } from 'lucide-react'
import { useEffect, useState, type SyntheticEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, type client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import dialogs from '../conversation/conversation-dialogs.module.css'
import styles from './assistant-line.module.css'
import { Requests } from './requests.tsx'
import { SummaryCard } from './summary-card.tsx'
import { assistantWords } from './words.ts'

/** Characters of a note; as the contract has it. */
export const GIVE_BACK_NOTE_MAX = 2_000

type Shown = {
  id: string
  version: number
  urgency: string
  state: string
  alerts: readonly { acceptedAt: string | null }[]
}

export function AssistantLine({ conversation }: { conversation: Shown }) {
  const { data, refetch } = useQuery(
    api.assistant.inConversation.queryOptions({ input: { conversationId: conversation.id } }),
  )
  // Whatever happened in the conversation may have changed it.
  useEffect(() => void refetch(), [refetch, conversation.version])
  if (!data?.isOn) return null
  return (
    <PageWords parts={assistantWords}>
      <Line conversation={conversation} standing={data} />
    </PageWords>
  )
}

type Standing = Awaited<ReturnType<typeof client.assistant.inConversation>>

function Line({
  conversation,
  standing: { isSilent, handOff, requests },
}: {
  conversation: Shown
  standing: Standing
}) {
  const intl = useIntl()
  const queries = useQueryClient()
  const giveBack = useMutation(
    api.assistant.giveBack.mutationOptions({
      onSuccess: () => showToast({ text: intl.formatMessage({ id: 'assistant.given-back' }) }),
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: api.conversation.key() }),
          queries.invalidateQueries({ queryKey: api.assistant.key() }),
        ]),
      onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
    }),
  )
  const [isAsking, setIsAsking] = useState(false)
  const flagWaits = conversation.alerts.some(({ acceptedAt }) => acceptedAt === null)
  // Danger stays with people.
  const mayGiveBack =
    isSilent &&
    conversation.urgency === 'routine' &&
    (conversation.state === 'open' || conversation.state === 'waiting')
  return (
    <>
      <div className={styles.line}>
        <Bot aria-hidden size="1.1em" />
        <p>
          {handOff ? (
            <FormattedMessage
              id="assistant.handed-off"
              values={{
                reason: intl.formatMessage({ id: `assistant.because.${handOff.reason}` }),
                at: <Timestamp at={handOff.requestedAt} style="exact" />,
              }}
            />
          ) : (
            <FormattedMessage id={isSilent ? 'assistant.silent' : 'assistant.speaks'} />
          )}{' '}
          {handOff && handOff.state !== 'accepted' && (
            <strong>
              <FormattedMessage id={`assistant.waits.${handOff.widened === 0 ? 0 : handOff.widened === 1 ? 1 : 2}`} />
            </strong>
          )}
        </p>
        {mayGiveBack && (
          <Button size="small" tone="secondary" busy={giveBack.isPending} onClick={() => setIsAsking(true)}>
            <FormattedMessage id="assistant.give-back" />
          </Button>
        )}
      </div>
      {handOff && (
        <SummaryCard key={`${handOff.messageId} ${flagWaits}`} conversation={conversation} flagWaits={flagWaits} />
      )}
      <Requests requests={requests} />
      {isAsking && (
        <GiveBackDialog
          onClose={() => setIsAsking(false)}
          onGive={(note) =>
            giveBack.mutate({
              conversationId: conversation.id,
              version: conversation.version,
              ...(note === '' ? {} : { note }),
            })
          }
        />
      )}
    </>
  )
}

/** What colleagues should know stays here as a note; the patient is told only that the assistant goes on (D74). */
function GiveBackDialog({ onGive, onClose }: { onGive: (note: string) => void; onClose: () => void }) {
  const [note, setNote] = useState('')
  const submit = (form: SyntheticEvent) => {
    form.preventDefault()
    onGive(note.trim())
    onClose()
  }
  return (
    <Dialog title={<FormattedMessage id="assistant.give-back" />} size="small" onClose={onClose}>
      <form onSubmit={submit} className={dialogs.form}>
        <TextArea
          id="give-back-note"
          rows={3}
          maxLength={GIVE_BACK_NOTE_MAX}
          label={<FormattedMessage id="assistant.give-back.note" />}
          hint={<FormattedMessage id="assistant.give-back.hint" />}
          value={note}
          onChange={(change) => setNote(change.target.value)}
        />
        <Button type="submit" tone="primary">
          <FormattedMessage id="assistant.give-back.now" />
        </Button>
      </form>
    </Dialog>
  )
}

/** Whether the assistant speaks in this conversation, why it brought it to people, and the way back to it (understanding-D71, D74). */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bot } from 'lucide-react'
import { useEffect } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, type client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Button } from '../../ui/button.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './assistant-line.module.css'
import { Requests } from './requests.tsx'
import { SummaryCard } from './summary-card.tsx'
import { assistantWords } from './words.ts'

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
          <Button
            size="small"
            tone="secondary"
            busy={giveBack.isPending}
            onClick={() => giveBack.mutate({ conversationId: conversation.id, version: conversation.version })}
          >
            <FormattedMessage id="assistant.give-back" />
          </Button>
        )}
      </div>
      {handOff && (
        <SummaryCard key={`${handOff.messageId} ${flagWaits}`} conversation={conversation} flagWaits={flagWaits} />
      )}
      <Requests requests={requests} />
    </>
  )
}

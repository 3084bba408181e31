/** Asks for a draft and shows it with its mark; the person who answers takes it into the composer, or leaves it (understanding-D76). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import choices from '../conversation/conversation-dialogs.module.css'
import { describeLlmCause } from './cause.ts'
import { llmWords } from './words.ts'

type DraftOfferProps = { conversation: { id: string; urgency: string }; onText: (text: string) => void }

/** Whether drafts are on changes by an administrator's hand: it is asked once in this time, in milliseconds. */
const ASKED_AGAIN_MS = 60_000

export function DraftOffer(props: DraftOfferProps) {
  const { data } = useQuery(api.llm.forStaff.queryOptions({ staleTime: ASKED_AGAIN_MS }))
  // Of an emergency there is no draft: those words are people's.
  if (!data?.drafts || props.conversation.urgency === 'stat') return null
  return (
    <PageWords parts={llmWords}>
      <AskForDraft {...props} />
    </PageWords>
  )
}

function AskForDraft({ conversation, onText }: DraftOfferProps) {
  const intl = useIntl()
  const ask = useMutation(api.llm.draft.mutationOptions())
  const { data, error } = ask
  const text = data?.draft?.text ?? data?.approved
  return (
    <>
      <p>
        <Button busy={ask.isPending} onClick={() => ask.mutate({ conversationId: conversation.id })}>
          <FormattedMessage id="llm.draft" />
        </Button>
      </p>
      {error && (
        <Banner tone="warning" announce="alert">
          {describeProblem(intl, problemOf(error))}
        </Banner>
      )}
      {data && (
        <Banner tone={data.draft ? 'note' : 'warning'} announce="status">
          {data.draft ? <FormattedMessage id="llm.drafted" /> : describeLlmCause(intl, data.cause ?? 'none')}{' '}
          {data.approved && <FormattedMessage id="llm.approved" />}
        </Banner>
      )}
      {text && (
        <>
          <p className={choices.preview} dir="auto">
            {text}
          </p>
          <p>
            <Button onClick={() => onText(text)}>
              <FormattedMessage id="llm.take" />
            </Button>
          </p>
        </>
      )}
    </>
  )
}

/** Above a conversation: its unread messages that the reader cannot read, translated by one press. Tells of what colleagues had translated, too. */
import { useMutation } from '@tanstack/react-query'
import { Languages } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useChanges } from '../../api/live.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { Message } from '../../api/types.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { gravestOf, isOfTheMessage, nextToTry } from './gravest-cause.ts'
import { useForeign, useTranslations, type Cause } from './use-translations.ts'
import { translationWords } from './words.ts'

/** Messages that one press sends out; what is left is offered again. */
const AT_ONCE_MAX = 20

/** `unread`: the first message that was not read when the conversation was opened. */
type TranslateUnreadProps = { conversationId: string; messages: readonly Message[]; unread: number | null }

export function TranslateUnread({ conversationId, messages, unread }: TranslateUnreadProps) {
  const foreign = messages.filter(useForeign())
  const translations = useTranslations(conversationId, foreign.length > 0)
  useChanges((changes) => {
    if (changes === null || changes.some(({ id }) => id === conversationId)) translations.refresh()
  })
  const waiting = foreign.filter((message) => unread !== null && message.seq >= unread && !translations.of(message))
  return (
    <PageWords parts={translationWords}>
      <Offer key={conversationId} waiting={translations.isOn ? waiting : []} translate={translations.translate} />
    </PageWords>
  )
}

type OfferProps = { waiting: readonly Message[]; translate: (message: Message) => Promise<Cause | null> }

function Offer({ waiting, translate }: OfferProps) {
  const intl = useIntl()
  const [refused, setRefused] = useState<ReadonlyMap<string, Cause>>(new Map())
  const ask = useMutation({
    mutationFn: async () => {
      const stay = new Map(refused)
      let first: Message | undefined
      // One after the other: what failed once is not asked again and again.
      for (const message of nextToTry(waiting, refused).slice(0, AT_ONCE_MAX)) {
        const cause = await translate(message)
        if (cause && !isOfTheMessage(cause)) return { first, cause }
        if (cause) stay.set(message.id, cause)
        else first ??= message
        setRefused(new Map(stay))
      }
      return { first, cause: null }
    },
    // The button goes with what it was for: the first that was translated has the focus then.
    onSuccess: ({ first }) => toMessage(first),
  })
  const reasons = waiting.flatMap(({ id }) => refused.get(id) ?? [])
  const cause = ask.isPending ? null : gravestOf([...reasons, ...(ask.data?.cause ? [ask.data.cause] : [])])
  // Of one there is a button of its own.
  if (waiting.length < 2 && !cause && !ask.error) return null
  return (
    <Banner
      flush
      tone={cause || ask.error ? 'warning' : 'info'}
      icon={Languages}
      title={
        cause &&
        waiting.length > 0 && <FormattedMessage id="translation.unread.stay" values={{ count: waiting.length }} />
      }
      actions={
        waiting.length > 1 && (
          <Button size="small" busy={ask.isPending} onClick={() => ask.mutate()}>
            <FormattedMessage id="translation.unread.translate" />
          </Button>
        )
      }
    >
      {ask.error && cause !== 'danger' ? (
        describeProblem(intl, problemOf(ask.error))
      ) : cause ? (
        <FormattedMessage id={`translation.cause.${cause}`} />
      ) : (
        <FormattedMessage id="translation.unread" values={{ count: waiting.length }} />
      )}
    </Banner>
  )
}

function toMessage(message: Message | undefined): void {
  const card = document.getElementById(`message-${message?.seq}`)
  if (!card) return
  card.tabIndex = -1
  card.focus({ preventScroll: true })
}

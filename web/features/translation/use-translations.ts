/** What of a conversation this reader cannot read, and what was translated of it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../../api/client.ts'
import type { Message } from '../../api/types.ts'
import { languageOf } from '../../i18n/locale.ts'
import { useLanguage } from '../../i18n/words.tsx'
import { useSession } from '../session/index.ts'

type Translation = Awaited<ReturnType<typeof client.translation.kept>>['translations'][number]
export type Cause = NonNullable<Awaited<ReturnType<typeof client.translation.translate>>['cause']>

/** Whether messages are translated here changes by an administrator's hand: it is asked once in this time, in milliseconds. */
const ASKED_AGAIN_MS = 60_000

export function useTranslations(conversationId: string, isNeeded: boolean) {
  const queries = useQueryClient()
  const { locale } = useLanguage()
  const language = languageOf(locale)
  const offered = useQuery(api.translation.forStaff.queryOptions({ enabled: isNeeded, staleTime: ASKED_AGAIN_MS })).data
  const input = { conversationId, language }
  const kept = useQuery(
    api.translation.kept.queryOptions({ input, enabled: isNeeded && (offered?.isOn || offered?.isKept) === true }),
  ).data
  return {
    isOn: offered?.isOn === true,
    /** Of what was read as another language since, there is none any more. */
    of: (message: Message): Translation | undefined =>
      kept?.translations.find(({ messageId, from }) => messageId === message.id && from === languageIn(message)),
    /** @returns why there is none. */
    translate: async ({ id: messageId }: Message): Promise<Cause | null> => {
      const { cause } = await client.translation.translate({ messageId, language })
      await queries.invalidateQueries({ queryKey: api.translation.kept.key({ input }) })
      return cause
    },
    refresh: () => void queries.invalidateQueries({ queryKey: api.translation.kept.key({ input }) }),
  }
}

/** Tells which messages of patients this reader does not read. */
export function useForeign(): (message: Message) => boolean {
  const { locale } = useLanguage()
  const reads = useSession().data?.person?.languages ?? []
  return (message) => {
    const language = languageIn(message)
    if (message.direction !== 'in' || message.text.trim() === '' || language === 'und') return false
    return ![languageOf(locale), ...reads].some((one) => one.slice(0, 2) === language.slice(0, 2))
  }
}

const languageIn = ({ understanding, language }: Message) => understanding?.corrected.language ?? language

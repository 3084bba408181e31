/** The open room of a conversation, kept up to date by the news of the server. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { useChanges } from '../../api/live.tsx'

export function useOpenRoom(conversationId: string) {
  const queries = useQueryClient()
  const options = api.visitRoom.ofConversation.queryOptions({ input: { conversationId } })
  const found = useQuery(options)
  const refresh = () => queries.invalidateQueries({ queryKey: options.queryKey })
  useChanges((changes) => {
    if (changes === null || changes.some(({ id }) => id === conversationId)) void refresh()
  })
  return { found, refresh }
}

/** The panel as the server answered it; with the level changes what of the record is shown. */
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import type { IdentityPanel } from '../../api/types.ts'

export function useIdentityRefresh(conversationId: string) {
  const queries = useQueryClient()
  return (panel: IdentityPanel) => {
    queries.setQueryData(api.identity.get.queryKey({ input: { conversationId } }), panel)
    return Promise.all([
      queries.invalidateQueries({ queryKey: api.conversation.get.key({ input: { conversationId } }) }),
      queries.invalidateQueries({ queryKey: api.patient.get.key() }),
    ])
  }
}

/** Why routing gave a conversation to somebody; asked only where work is given out by itself. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import type { RoutingDecision } from '../../api/types.ts'

/** Settings change by an administrator's hand. */
const SETTINGS_KEPT_MS = 60_000

export function useRouting(conversationId: string): RoutingDecision | null {
  const settings = useQuery(api.workload.settings.queryOptions({ staleTime: SETTINGS_KEPT_MS }))
  const isAutomatic = settings.data?.isAutomatic ?? false
  const answer = useQuery(api.workload.decision.queryOptions({ input: { conversationId }, enabled: isAutomatic }))
  return answer.data?.decision ?? null
}

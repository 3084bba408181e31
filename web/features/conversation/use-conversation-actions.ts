/** What can be done with a conversation as a whole; each tells what it did and how to take it back. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationDetail, Urgency } from '../../api/types.ts'
import { showToast } from '../../ui/toast.tsx'

type To = Parameters<typeof client.conversation.setState>[0]['to']

/** A change of state can be undone for as long as its notice stands, in milliseconds. */
const UNDO_SHOWN_MS = 10_000

export function useConversationActions(conversation: ConversationDetail) {
  const intl = useIntl()
  const queries = useQueryClient()
  const conversationId = conversation.id
  const detailKey = api.conversation.get.queryKey({ input: { conversationId } })

  const refetch = () => queries.invalidateQueries({ queryKey: api.conversation.get.key({ input: { conversationId } }) })

  /** The version the server has now: someone may have changed another part since this screen was drawn. */
  const version = () => queries.getQueryData<ConversationDetail>(detailKey)?.version ?? conversation.version

  const took = ({ version: next, lastSeq }: { version: number; lastSeq: number }) => {
    queries.setQueryData<ConversationDetail>(detailKey, (old) => old && { ...old, version: next, lastSeq })
    void refetch()
  }

  const refused = async (error: unknown) => {
    const problem = problemOf(error)
    showToast({ text: describeProblem(intl, problem) })
    await refetch()
  }

  const stateChange = useMutation({
    mutationFn: (to: To) => client.conversation.setState({ conversationId, version: version(), to }),
    onSuccess: (changed, to) => {
      took(changed)
      const before = conversation.state
      showToast({
        id: `state-${conversationId}`,
        text: intl.formatMessage({ id: `desk.did.${to.state}` }),
        lastsMs: UNDO_SHOWN_MS,
        action:
          before === 'open' && to.state !== 'open'
            ? { label: intl.formatMessage({ id: 'desk.undo' }), run: () => stateChange.mutate({ state: 'open' }) }
            : undefined,
      })
    },
    onError: refused,
  })

  const assignment = useMutation({
    mutationFn: (staffId: string | null) => client.conversation.assign({ conversationId, version: version(), staffId }),
    onSuccess: (changed, staffId) => {
      took(changed)
      showToast({ text: intl.formatMessage({ id: staffId ? 'desk.did.assigned' : 'desk.did.released' }) })
    },
    onError: refused,
  })

  const urgencyChange = useMutation({
    mutationFn: (change: { urgency: Urgency; reason: string }) =>
      client.conversation.setUrgency({ conversationId, version: version(), ...change }),
    onSuccess: took,
    onError: refused,
  })

  const tagChange = useMutation({
    mutationFn: (change: { add: string[]; remove: string[] }) => client.conversation.tag({ conversationId, ...change }),
    onSuccess: took,
    onError: refused,
  })

  const patientLink = useMutation({
    mutationFn: (patientId: string | null) =>
      client.conversation.linkPatient({ conversationId, version: version(), patientId }),
    onSuccess: took,
    onError: refused,
  })

  return {
    setState: stateChange.mutate,
    isSettingState: stateChange.isPending,
    assign: assignment.mutate,
    setUrgency: urgencyChange.mutate,
    tag: tagChange.mutate,
    linkPatient: patientLink.mutate,
  }
}

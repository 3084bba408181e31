/**
 * What can be done with a conversation as a whole; each tells what it did and how to take it back. What somebody else changed
 * meanwhile is shown beside what was wanted (desk-D21).
 */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationDetail, Urgency } from '../../api/types.ts'
import { showToast } from '../../ui/toast.tsx'
import type { Conflict } from './changed-meanwhile.tsx'

type To = Parameters<typeof client.conversation.setState>[0]['to']

/** A change of state can be undone for as long as its notice stands, in milliseconds. */
const UNDO_SHOWN_MS = 10_000

export function useConversationActions(conversation: ConversationDetail) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const conversationId = conversation.id
  const detailOptions = api.conversation.get.queryOptions({ input: { conversationId } })
  const detailKey = detailOptions.queryKey

  const refetch = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.conversation.get.key({ input: { conversationId } }) }),
      queries.invalidateQueries({ queryKey: api.workload.decision.key({ input: { conversationId } }) }),
    ])

  /** The version on the screen, or a later one that this screen brought about itself. */
  const version = () => queries.getQueryData<ConversationDetail>(detailKey)?.version ?? conversation.version

  const took = ({ version: next, lastSeq }: { version: number; lastSeq: number }) => {
    queries.setQueryData<ConversationDetail>(detailKey, (old) => old && { ...old, version: next, lastSeq })
    void refetch()
  }

  /**
   * What the person saw when they wished. It is kept with the wish: news of the change may be on the screen before the refusal is, and
   * then nothing would look changed.
   */
  const seen = () => conversation
  type Compared = {
    seen: ConversationDetail | undefined
    valueOf: (now: ConversationDetail) => string
    mine: string
    retry: () => void
  }

  /** Unless both wanted the same, or only something else was changed: then the wish is repeated as it is. */
  const refused = async (error: unknown, compared?: Compared) => {
    const problem = problemOf(error)
    if (problem.code !== 'CHANGED_MEANWHILE' || !compared) {
      showToast({ text: describeProblem(intl, problem) })
      await refetch()
      return
    }
    const before = compared.valueOf(compared.seen ?? conversation)
    const now = await queries.fetchQuery({ ...detailOptions, staleTime: 0 }).catch(() => undefined)
    if (!now) return
    const theirs = compared.valueOf(now)
    if (theirs === compared.mine) return
    if (theirs === before) compared.retry()
    else setConflict({ theirs, mine: compared.mine, retry: compared.retry })
  }

  const stateName = (state: To['state'] | ConversationDetail['state']) =>
    intl.formatMessage({ id: `desk.state.${state}` })
  const stateChange = useMutation({
    onMutate: seen,
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
    onError: (error, to, seenThen) =>
      refused(error, {
        seen: seenThen,
        valueOf: (now) => stateName(now.state),
        mine: stateName(to.state),
        retry: () => stateChange.mutate(to),
      }),
  })

  const nobody = intl.formatMessage({ id: 'desk.assigned-to-nobody' })
  const assignment = useMutation({
    onMutate: seen,
    mutationFn: ({ staffId }: { staffId: string | null; name: string }) =>
      client.conversation.assign({ conversationId, version: version(), staffId }),
    onSuccess: (changed, { staffId }) => {
      took(changed)
      showToast({ text: intl.formatMessage({ id: staffId ? 'desk.did.assigned' : 'desk.did.released' }) })
    },
    onError: (error, wanted, seenThen) =>
      refused(error, {
        seen: seenThen,
        valueOf: (now) => now.assignee?.name ?? nobody,
        mine: wanted.name,
        retry: () => assignment.mutate(wanted),
      }),
  })

  const urgencyName = (urgency: Urgency) => intl.formatMessage({ id: `desk.urgency.${urgency}` })
  const urgencyChange = useMutation({
    onMutate: seen,
    mutationFn: (change: { urgency: Urgency; reason: string }) =>
      client.conversation.setUrgency({ conversationId, version: version(), ...change }),
    onSuccess: took,
    onError: (error, change, seenThen) =>
      refused(error, {
        seen: seenThen,
        valueOf: (now) => urgencyName(now.urgency),
        mine: urgencyName(change.urgency),
        retry: () => urgencyChange.mutate(change),
      }),
  })

  const queueChange = useMutation({
    onMutate: seen,
    mutationFn: ({ queueId }: { queueId: string; name: string }) =>
      client.conversation.moveToQueue({ conversationId, version: version(), queueId }),
    onSuccess: took,
    onError: (error, wanted, seenThen) =>
      refused(error, {
        seen: seenThen,
        valueOf: (now) => now.queue?.name ?? '',
        mine: wanted.name,
        retry: () => queueChange.mutate(wanted),
      }),
  })

  const labelChange = useMutation({
    onMutate: seen,
    mutationFn: (labels: ConversationDetail['labelsToSet']) =>
      client.conversation.setLabels({ conversationId, version: version(), labels }),
    onSuccess: took,
    onError: (error, labels, seenThen) =>
      refused(error, {
        seen: seenThen,
        valueOf: (now) => intl.formatList(now.labels),
        mine: intl.formatList(labels),
        retry: () => labelChange.mutate(labels),
      }),
  })

  const tagChange = useMutation({
    mutationFn: (change: { add: string[]; remove: string[] }) => client.conversation.tag({ conversationId, ...change }),
    onSuccess: took,
    onError: (error) => refused(error),
  })

  const patientLink = useMutation({
    onMutate: seen,
    mutationFn: ({ patientId }: { patientId: string | null; name: string }) =>
      client.conversation.linkPatient({ conversationId, version: version(), patientId }),
    onSuccess: took,
    onError: (error, wanted, seenThen) =>
      refused(error, {
        seen: seenThen,
        valueOf: (now) => now.patient?.name ?? intl.formatMessage({ id: 'desk.unknown-sender' }),
        mine: wanted.name,
        retry: () => patientLink.mutate(wanted),
      }),
  })

  return {
    conflict,
    closeConflict: () => setConflict(null),
    setState: stateChange.mutate,
    isSettingState: stateChange.isPending,
    /** Without a name: to nobody. */
    assign: (staffId: string | null, name = nobody) => assignment.mutate({ staffId, name }),
    setUrgency: urgencyChange.mutate,
    moveToQueue: (queueId: string, name: string) => queueChange.mutate({ queueId, name }),
    setLabels: labelChange.mutate,
    tag: tagChange.mutate,
    linkPatient: (patientId: string | null, name = intl.formatMessage({ id: 'desk.unknown-sender' })) =>
      patientLink.mutate({ patientId, name }),
  }
}

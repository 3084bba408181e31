/**
 * What can be done with a conversation as a whole; each tells what it did and how to take it back. What somebody else changed
 * meanwhile is shown beside what was wanted (desk-D21).
 */
import { ORPCError } from '@orpc/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { newMessageId } from '../../api/message-id.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ConversationDetail, Urgency } from '../../api/types.ts'
import { showToast } from '../../ui/toast.tsx'
import type { Conflict } from './changed-meanwhile.tsx'
import { decideAgain } from './decide-again.ts'
import { seenBy } from './own-words.ts'

type To = Parameters<typeof client.conversation.setState>[0]['to']
type Progress = Awaited<ReturnType<typeof client.bulkChange.begin>>

/** A change of state can be undone for as long as its notice stands, in milliseconds. */
const UNDO_SHOWN_MS = 10_000
const URGENCIES = ['routine', 'urgent', 'asap', 'stat'] as const satisfies Urgency[]

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

  /** What somebody wrote in the same moment is fetched first: a version that comes from behind it would pass it over. */
  const took = ({ version: next, lastSeq }: { version: number; lastSeq: number }) => {
    queries.setQueryData<ConversationDetail>(detailKey, (old) =>
      old?.lastSeq === lastSeq ? { ...old, version: next } : old,
    )
    void refetch()
  }

  const readUpTo = ({ lastSeq }: ConversationDetail) => seenBy({ conversationId, seenSeq: lastSeq })
  /** For what ends or lowers what is owed to the writer: no version behind words that nobody has read here. */
  const versionRead = (read: ConversationDetail) => {
    const now = queries.getQueryData<ConversationDetail>(detailKey)
    return now && now.lastSeq <= readUpTo(read) ? now.version : read.version
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
    /** What was written since bears on it. */
    weighsWords?: boolean
    retry: (now: ConversationDetail) => void
  }

  const refused = async (error: unknown, compared?: Compared) => {
    const problem = problemOf(error)
    if (problem.code !== 'CHANGED_MEANWHILE' || !compared) {
      showToast({ text: describeProblem(intl, problem) })
      await refetch()
      return
    }
    const { seen: read = conversation, valueOf, mine, weighsWords = false } = compared
    const before = { value: valueOf(read), lastSeq: readUpTo(read) }
    const now = await queries.fetchQuery({ ...detailOptions, staleTime: 0 }).catch(() => undefined)
    if (!now) return
    const theirs = valueOf(now)
    const next = decideAgain(mine, before, { value: theirs, lastSeq: now.lastSeq }, weighsWords)
    if (next === 'again') compared.retry(now)
    else if (next !== 'done')
      setConflict({ theirs, mine, isWords: next === 'ask-words', retry: () => compared.retry(now) })
  }

  const stateName = (state: To['state'] | ConversationDetail['state']) =>
    intl.formatMessage({ id: `desk.state.${state}` })
  /** A bulk change of one, so that its undo gives back the promise to answer with the state (decision 0090). */
  const stateChange = useMutation({
    mutationFn: async ({ to, read }: { to: To; read: ConversationDetail }) => {
      const items = [{ conversationId, version: versionRead(read) }]
      return settled(await client.bulkChange.begin({ bulkId: newMessageId(), change: { do: 'state', to }, items }))
    },
    onSuccess: ({ bulkId }, { to, read }) => {
      void refetch()
      showToast({
        id: `state-${conversationId}`,
        text: intl.formatMessage({ id: `desk.did.${to.state}` }),
        lastsMs: UNDO_SHOWN_MS,
        action: {
          label: intl.formatMessage({ id: 'desk.undo' }),
          run: () => stateUndo.mutate({ bulkId, to: read.state as To['state'] }),
        },
      })
    },
    onError: (error, { to, read }) =>
      refused(error, {
        seen: read,
        valueOf: (now) => stateName(now.state),
        mine: stateName(to.state),
        weighsWords: to.state !== 'open',
        retry: (now) => stateChange.mutate({ to, read: now }),
      }),
  })
  const stateUndo = useMutation({
    mutationFn: async ({ bulkId }: { bulkId: string; to: To['state'] }) =>
      settled(await client.bulkChange.undo({ bulkId })),
    onSuccess: (_, { to }) => {
      void refetch()
      showToast({ id: `state-${conversationId}`, text: intl.formatMessage({ id: `desk.did.${to}` }) })
    },
    onError: (error) => refused(error),
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
    mutationFn: ({ read, ...change }: { urgency: Urgency; reason: string; read: ConversationDetail }) =>
      client.conversation.setUrgency({ conversationId, version: versionRead(read), ...change }),
    onSuccess: took,
    onError: (error, { read, ...change }) =>
      refused(error, {
        seen: read,
        valueOf: (now) => urgencyName(now.urgency),
        mine: urgencyName(change.urgency),
        weighsWords: URGENCIES.indexOf(change.urgency) < URGENCIES.indexOf(read.urgency),
        retry: (now) => urgencyChange.mutate({ ...change, read: now }),
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
    /** `read`: as it stood when the wish began, as in a dialog that is open for a while. */
    setState: (to: To, read = conversation) => stateChange.mutate({ to, read }),
    /** Without a name: to nobody. */
    assign: (staffId: string | null, name = nobody) => assignment.mutate({ staffId, name }),
    setUrgency: (change: { urgency: Urgency; reason: string }, read = conversation) =>
      urgencyChange.mutate({ ...change, read }),
    moveToQueue: (queueId: string, name: string) => queueChange.mutate({ queueId, name }),
    setLabels: labelChange.mutate,
    tag: tagChange.mutate,
    linkPatient: (patientId: string | null, name = intl.formatMessage({ id: 'desk.unknown-sender' })) =>
      patientLink.mutate({ patientId, name }),
  }
}

/** What was refused the one item is thrown, as a refusal of the whole is. */
function settled(change: Progress): Progress {
  const refusal = change.items[0]?.refusal
  if (refusal) throw new ORPCError(refusal, { defined: true })
  return change
}

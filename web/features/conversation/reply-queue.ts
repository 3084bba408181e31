/**
 * Replies written without a connection: kept on this device, sent in order when it is back.
 *
 * The id of a message is made before the first try, so that a try whose answer was lost does no harm. A reply that is
 * refused meanwhile becomes a draft with its reason; nothing is sent past a newer message of the patient (desk-D72).
 */
import { useSyncExternalStore } from 'react'
import { client } from '../../api/client.ts'
import { deviceStore } from '../../api/device-store.ts'
import type { DeviceStore } from '../../api/memory-store.ts'
import { fileOf, type KeptFile } from '../../api/kept-file.ts'
import { problemOf, type Problem } from '../../api/refusal.ts'
import { isTakenBack, markTakenBack } from '../../api/taken-back.ts'
import { uploadFile } from '../../api/upload.ts'
import { mentionsOf } from './composer-rules.ts'
import { own, seenBy } from './own-words.ts'
import { keepDraft } from './use-draft.ts'

export type SendInput = Parameters<typeof client.conversation.send>[0]
/**
 * `files`: chosen without a connection; uploaded before the reply is sent. `uploaded`: what the first of them became on the server. They
 * stay here until the reply has left, for a draft that comes back has them too.
 */
export type QueuedReply = SendInput & { queuedAt: number; files: KeptFile[]; uploaded: string[] }
export type RefusedReply = { reply: QueuedReply; problem: Problem }

const KIND = 'reply'
/** Replies waiting on one device. */
export const QUEUE_MAX = 50

/** `onUploaded`: one more of the files is with the server, which is not sent there again. */
type Send = (
  input: SendInput,
  files: readonly KeptFile[],
  onUploaded: (attachmentId: string) => Promise<void>,
) => Promise<{ questions: string[] }>
type GiveBack = (refused: RefusedReply) => Promise<unknown>

export function replyQueue(store: DeviceStore, send: Send, now: () => number, giveBack: GiveBack) {
  let waiting: QueuedReply[] = []
  let sending: Promise<RefusedReply[]> | undefined
  /** The one that is on its way: too late to take it back. */
  let leaving: string | undefined
  const listeners = new Set<() => void>()

  const tell = (next: QueuedReply[]) => {
    waiting = next
    for (const listener of listeners) listener()
  }

  async function load() {
    const kept = await store.all<QueuedReply>(KIND)
    // Versions before kept no ids of uploads.
    tell(kept.map(({ value }) => ({ ...value, uploaded: value.uploaded ?? [] })))
  }

  /** @returns false when the queue is full: the text then stays in the composer. */
  async function add(input: SendInput, files: KeptFile[] = []): Promise<boolean> {
    if (waiting.length >= QUEUE_MAX) return false
    const reply = { ...input, files, uploaded: [], queuedAt: now() }
    // A device without room for it keeps it as long as the page.
    await store.put(KIND, input.messageId, reply).catch(() => {})
    tell([...waiting.filter((other) => other.messageId !== input.messageId), reply])
    return true
  }

  async function remove(messageId: string) {
    await store.remove(KIND, messageId)
    tell(waiting.filter((reply) => reply.messageId !== messageId))
  }

  /** Out of the line at once, so that it is not sent meanwhile; forgotten when its words are kept elsewhere. */
  async function takeBack(reply: QueuedReply, keep: () => Promise<unknown>) {
    if (leaving === reply.messageId || !waiting.includes(reply)) return
    tell(waiting.filter((other) => other !== reply))
    await keep()
    await markTakenBack(store, reply.messageId)
    await store.remove(KIND, reply.messageId)
  }

  async function uploaded(messageId: string, attachmentId: string) {
    tell(
      waiting.map((reply) =>
        reply.messageId === messageId ? { ...reply, uploaded: [...reply.uploaded, attachmentId] } : reply,
      ),
    )
    const reply = waiting.find((other) => other.messageId === messageId)
    if (reply) await store.put(KIND, messageId, reply).catch(() => {})
  }

  /** Sends what waits, oldest first; two calls at once are one, and what it refused is told to the first of them. */
  function flush(): Promise<RefusedReply[]> {
    if (sending) return sending.then(() => [])
    return (sending = sendAll().finally(() => {
      sending = leaving = undefined
      tell(waiting)
    }))
  }

  async function sendAll(): Promise<RefusedReply[]> {
    const refused: RefusedReply[] = []
    for (let reply = waiting[0]; reply; reply = waiting[0]) {
      leaving = reply.messageId
      tell(waiting)
      const { messageId } = reply
      if (await isTakenBack(store, messageId)) {
        await remove(messageId)
        continue
      }
      // Whoever wrote it may have signed out in the moment that this took, or it was taken back here.
      if (!waiting.includes(reply)) continue
      const { queuedAt: _, files, uploaded: before, ...input } = reply
      const attachmentIds = before.length > 0 ? [...(input.attachmentIds ?? []), ...before] : input.attachmentIds
      const problem = await send({ ...input, attachmentIds }, files.slice(before.length), (id) =>
        uploaded(messageId, id),
      ).then(asked, problemOf)
      if (problem?.isOffline || problem?.code === 'UNAVAILABLE' || problem?.code === 'NOT_SIGNED_IN') return refused
      if (problem) {
        // Its words are kept as a draft before they are forgotten here: the page may close at any moment.
        await giveBack({ reply, problem })
        await markTakenBack(store, messageId)
        refused.push({ reply, problem })
      }
      await remove(messageId)
    }
    return refused
  }

  return {
    load,
    add,
    takeBack,
    flush,
    isLeaving: (messageId: string) => leaving === messageId,
    waiting: () => waiting,
    clear: () => tell([]),
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

// A question needs the writer, who may be gone: the reply becomes a draft.
const asked = ({ questions }: { questions: string[] }): Problem | undefined =>
  questions.length > 0 ? { code: 'INVALID_INPUT', isOffline: false, detail: { questions } } : undefined

/** Sends it now; without a connection it is not known yet whom a note calls. */
export async function sendAnswer(input: SendInput) {
  const mentions = await mentionsOf(input, () => client.desk.colleagues())
  const answer = { ...input, mentions, seenSeq: seenBy(input) }
  const taken = await client.conversation.send(answer)
  if (taken.questions.length === 0) own.sent(answer, taken.lastSeq)
  return taken
}

const sendWithFiles: Send = async (input, files, onUploaded) => {
  const attachmentIds = [...(input.attachmentIds ?? [])]
  for (const file of files) {
    const { id } = await uploadFile(input.conversationId, fileOf(file), () => {}).done
    attachmentIds.push(id)
    await onUploaded(id)
  }
  // Whoever wrote it may have signed out meanwhile.
  if (!replies.waiting().some(({ messageId }) => messageId === input.messageId))
    throw new DOMException('', 'AbortError')
  // Nobody is there to be asked how it reads: a late answer is worse than a hard one.
  return sendAnswer({ ...input, attachmentIds, confirmed: [...(input.confirmed ?? []), 'hard-to-read'] })
}

/** What was refused becomes a draft again. */
const toDraft = ({ reply: { conversationId, mode, text, files }, problem }: RefusedReply) =>
  keepDraft(conversationId, mode, text, { refusal: problem.code, files })

export const replies = replyQueue(deviceStore, sendWithFiles, Date.now, toDraft)

/** Whoever wrote here is gone: the page knows nothing of what they sent, or have to send. */
export function forgetReplies(): void {
  replies.clear()
  own.forget()
}

export const useIsLeaving = (messageId: string) =>
  useSyncExternalStore(replies.subscribe, () => replies.isLeaving(messageId))

export const useQueuedReplies = () => useSyncExternalStore(replies.subscribe, replies.waiting)

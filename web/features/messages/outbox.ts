/**
 * Every message of the portal goes through here: kept on this device first, then sent, oldest first (desk-D72).
 *
 * Its id is made before the first try, so a try whose answer was lost does no harm. Without a connection it waits; a
 * refused message goes back to its writer with the reason.
 */
import { useSyncExternalStore } from 'react'
import { client } from '../../api/client.ts'
import { deviceStore } from '../../api/device-store.ts'
import type { DeviceStore } from '../../api/memory-store.ts'
import { problemOf, type Problem } from '../../api/refusal.ts'
import type { Attachment, EmergencyHelp } from '../../api/types.ts'
import { uploadFile } from '../../api/upload.ts'
import { giveBack } from './drafts.ts'
import { fileOf, type KeptFile } from '../../api/kept-file.ts'

export type OutgoingMessage = {
  messageId: string
  /** Who wrote it: on a shared device the next person neither sees nor sends it. */
  personId: string
  /** Absent: a new matter. */
  conversationId?: string | undefined
  patientId?: string | undefined
  subject?: string | undefined
  text: string
  attachments: Attachment[]
  /** Chosen without a connection; uploaded before the message is sent. */
  files: KeptFile[]
  writtenAt: number
}

/** The server has it, and where it stands in its conversation. */
export type SentMessage = OutgoingMessage & { conversationId: string; seq: number }

export type Outcome =
  | { kind: 'sent'; message: SentMessage; conversationId: string; emergency: EmergencyHelp | null }
  | { kind: 'refused'; message: OutgoingMessage; problem: Problem }

/** `text`: in the writer's language, as the conversation will show it. */
export type UnheardEmergency = { text: string | undefined }

const KIND = 'my-message'
/** Messages waiting on one device. */
export const OUTBOX_MAX = 50

type Deliver = (
  message: OutgoingMessage,
) => Promise<{ conversationId: string; seq: number; emergency: EmergencyHelp | null }>

export function messageOutbox(store: DeviceStore, deliver: Deliver) {
  let waiting: readonly OutgoingMessage[] = []
  /** Kept for the page until the list of their conversation reaches them; the newest of them. */
  let sent: readonly SentMessage[] = []
  let state: 'idle' | 'sending' = 'idle'
  let sending: Promise<Outcome[]> | undefined
  /** Sounded like an emergency to a server that could not store it (trust-D64): what it says to do, where it could. */
  const emergencies = new Map<string, UnheardEmergency>()
  const listeners = new Set<() => void>()

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const setWaiting = (next: readonly OutgoingMessage[]) => {
    waiting = next
    tell()
  }

  /** What this person left; what another person left on the device is dropped. */
  async function load(personId: string) {
    const kept = (await store.all<OutgoingMessage>(KIND)).map((item) => item.value)
    for (const message of kept) if (message.personId !== personId) await store.remove(KIND, message.messageId)
    // What was written while the device was read stands here already.
    const here = waiting.filter((message) => message.personId === personId)
    const isHere = new Set(here.map(({ messageId }) => messageId))
    setWaiting([...kept.filter((message) => message.personId === personId && !isHere.has(message.messageId)), ...here])
  }

  /** From here on it is safe. @returns false when the outbox is full: the words then stay with their writer. */
  async function add(message: OutgoingMessage): Promise<boolean> {
    if (waiting.length >= OUTBOX_MAX) return false
    // A device without room for it keeps it as long as the page.
    await store.put(KIND, message.messageId, message).catch(() => {})
    setWaiting([...without(message.messageId), message])
    return true
  }

  /** Tries to send what was added, after all that waits before it. */
  async function sendNow(messageId: string): Promise<Outcome | { kind: 'waiting' }> {
    const isMine = (outcome: Outcome) => outcome.message.messageId === messageId
    const joined = sending
    const outcome = (await flush()).find(isMine)
    // A round that was already at its end did not see this message.
    const settled = outcome ?? (joined && isWaiting(messageId) ? (await flush()).find(isMine) : undefined)
    return settled ?? { kind: 'waiting' }
  }

  const isWaiting = (messageId: string) => waiting.some((message) => message.messageId === messageId)

  async function remove(messageId: string) {
    await store.remove(KIND, messageId)
    setWaiting(without(messageId))
  }

  const without = (messageId: string) => waiting.filter((message) => message.messageId !== messageId)

  /** What stands in the conversation was received, though the answer to its sending may still be on its way, or lost. */
  async function arrived(messageIds: readonly string[]) {
    for (const { messageId } of waiting) if (messageIds.includes(messageId)) await remove(messageId)
  }

  /** Sends what waits; calls at the same time are one. */
  function flush(): Promise<Outcome[]> {
    if (sending) return sending
    state = 'sending'
    tell()
    sending = sendAll().finally(() => {
      sending = undefined
      state = 'idle'
      tell()
    })
    return sending
  }

  async function sendAll(): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    for (let message = waiting[0]; message; message = waiting[0]) {
      const outcome = await tryOne(message)
      if (!outcome) return outcomes
      outcomes.push(outcome)
      if (outcome.kind === 'refused') await giveBack(store, message, outcome.problem)
      await store.remove(KIND, message.messageId)
      // From one to the other in one step: the writer sees it all the time.
      if (outcome.kind === 'sent') sent = [...sent, outcome.message].slice(-OUTBOX_MAX)
      setWaiting(without(message.messageId))
    }
    return outcomes
  }

  /** Undefined: not now, but later. */
  async function tryOne(message: OutgoingMessage): Promise<Outcome | undefined> {
    try {
      const { conversationId, seq, emergency } = await deliver(message)
      return { kind: 'sent', message: { ...message, conversationId, seq }, conversationId, emergency }
    } catch (error) {
      const problem = problemOf(error)
      if (problem.detail?.isEmergency === true) {
        const { emergency } = problem.detail as { emergency?: EmergencyHelp }
        emergencies.set(message.messageId, { text: emergency?.text })
      }
      return problem.isOffline || PASSING.has(problem.code) ? undefined : { kind: 'refused', message, problem }
    }
  }

  return {
    load,
    add,
    sendNow,
    remove,
    arrived,
    flush,
    waiting: () => waiting,
    sent: () => sent,
    isSending: () => state === 'sending',
    /** The last words that nobody can have read yet and that sounded like an emergency. */
    emergency: () => emergencies.get(waiting.findLast(({ messageId }) => emergencies.has(messageId))?.messageId ?? ''),
    /** Forgets what is on the page; the device's own store is wiped by signing out. */
    clear() {
      sent = []
      setWaiting([])
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Refusals that say nothing against the message. */
const PASSING = new Set<Problem['code']>([
  'UNAVAILABLE',
  'NOT_SIGNED_IN',
  'SECOND_FACTOR_NEEDED',
  'SLOW_DOWN',
  'INTERNAL',
  'AUDIT_UNAVAILABLE',
])

async function deliverToServer(message: OutgoingMessage) {
  const uploaded = []
  for (const file of message.files) {
    uploaded.push(await uploadFile(message.conversationId ?? null, fileOf(file), () => {}).done)
  }
  const { messageId, conversationId, patientId, subject, text } = message
  const attachmentIds = [...message.attachments, ...uploaded].map(({ id }) => id)
  return client.myConversation.send({ messageId, conversationId, patientId, subject, text, attachmentIds })
}

export const outbox = messageOutbox(deviceStore, deliverToServer)

export const useOutbox = () => useSyncExternalStore(outbox.subscribe, outbox.waiting)
/** What was written here and is not in the list of its conversation yet: on its way, or with the server. */
export function unlisted(
  written: readonly (OutgoingMessage | SentMessage)[],
  conversationId: string,
  listed: readonly { id: string; seq: number }[],
) {
  const last = listed.at(-1)?.seq ?? 0
  return written.filter(
    (message) =>
      message.conversationId === conversationId &&
      !('seq' in message && message.seq <= last) &&
      !listed.some(({ id }) => id === message.messageId),
  )
}

export function useUnlisted(conversationId: string, listed: readonly { id: string; seq: number }[]) {
  const waiting = useOutbox()
  const sent = useSyncExternalStore(outbox.subscribe, outbox.sent)
  return unlisted([...sent, ...waiting], conversationId, listed)
}
export const useIsSending = () => useSyncExternalStore(outbox.subscribe, outbox.isSending)
export const useUnheardEmergency = () => useSyncExternalStore(outbox.subscribe, outbox.emergency)

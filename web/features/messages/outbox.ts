/**
 * Every message of the portal goes through here: kept on this device first, then sent, oldest first (desk-D72). Those that have files to
 * upload first go in a line of their own: a photo on a poor line keeps no words back that were written after it.
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
import { isTakenBack, markTakenBack, unmarkTakenBack } from '../../api/taken-back.ts'
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
  /** Chosen without a connection; uploaded before the message is sent, and attachments from then on. */
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

/** `onUploaded`: the first of the files is with the server, which is not sent there again. */
type Deliver = (
  message: OutgoingMessage,
  onUploaded: (attachment: Attachment) => Promise<void>,
) => Promise<{ conversationId: string; seq: number; emergency: EmergencyHelp | null }>

const LINES = ['words', 'files'] as const
type Line = (typeof LINES)[number]
const lineOf = ({ files }: OutgoingMessage): Line => (files.length > 0 ? 'files' : 'words')

export function messageOutbox(store: DeviceStore, deliver: Deliver) {
  let waiting: readonly OutgoingMessage[] = []
  /** Kept for the page until the list of their conversation reaches them; the newest of them. */
  let sent: readonly SentMessage[] = []
  const rounds = new Map<Line, Promise<Outcome[]>>()
  const told = new WeakSet<Outcome[]>()
  /** Whose files have just come up stands in the other line, but leaves with the round that brought them. */
  const onTheirWay = new Set<string>()
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
    await unmarkTakenBack(store, message.messageId)
    // A device without room for it keeps it as long as the page.
    await store.put(KIND, message.messageId, message).catch(() => {})
    setWaiting([...without(message.messageId), message])
    return true
  }

  /** Tries to send what was added, after all that waits before it in its line. */
  async function sendNow(messageId: string): Promise<Outcome | { kind: 'waiting' }> {
    const isMine = (outcome: Outcome) => outcome.message.messageId === messageId
    const message = find(messageId)
    if (!message) return { kind: 'waiting' }
    const line = lineOf(message)
    const joined = rounds.has(line)
    const outcome = (await round(line)).find(isMine)
    // A round that was already at its end did not see this message.
    const settled = outcome ?? (joined && find(messageId) ? (await round(line)).find(isMine) : undefined)
    return settled ?? { kind: 'waiting' }
  }

  const find = (messageId: string) => waiting.find((message) => message.messageId === messageId)

  async function remove(messageId: string) {
    await markTakenBack(store, messageId)
    await forget(messageId)
  }

  async function forget(messageId: string) {
    await store.remove(KIND, messageId)
    setWaiting(without(messageId))
  }

  const without = (messageId: string) => waiting.filter((message) => message.messageId !== messageId)

  /** What stands in the conversation was received, though the answer to its sending may still be on its way, or lost. */
  async function arrived(messageIds: readonly string[]) {
    for (const { messageId } of waiting) if (messageIds.includes(messageId)) await forget(messageId)
  }

  /**
   * Sends what waits; calls at the same time are one in each line, and words are tried again while a file is on its way.
   * `tellEnd`: of each round once, when it is over.
   */
  async function flush(tellEnd: (outcomes: Outcome[]) => void = () => {}): Promise<Outcome[]> {
    const ends = LINES.map(async (line) => {
      const outcomes = await round(line)
      if (!told.has(outcomes)) tellEnd(outcomes)
      told.add(outcomes)
      return outcomes
    })
    return (await Promise.all(ends)).flat()
  }

  function round(line: Line): Promise<Outcome[]> {
    const begun = rounds.get(line)
    if (begun) return begun
    const sending = sendAll(line).finally(() => {
      rounds.delete(line)
      tell()
    })
    rounds.set(line, sending)
    tell()
    return sending
  }

  const next = (line: Line) => waiting.find((message) => lineOf(message) === line && !onTheirWay.has(message.messageId))

  async function sendAll(line: Line): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    for (let message = next(line); message; message = next(line)) {
      const { messageId } = message
      if (await isTakenBack(store, messageId)) {
        await forget(messageId)
        continue
      }
      // Whoever wrote it may have signed out in the moment that this took.
      if (!find(messageId)) continue
      onTheirWay.add(messageId)
      const outcome = await tryOne(message).finally(() => onTheirWay.delete(messageId))
      if (!outcome) return outcomes
      outcomes.push(outcome)
      if (outcome.kind === 'refused') {
        await giveBack(store, outcome.message, outcome.problem)
        await markTakenBack(store, messageId)
      }
      await store.remove(KIND, messageId)
      // From one to the other in one step: the writer sees it all the time.
      if (outcome.kind === 'sent') sent = [...sent, outcome.message].slice(-OUTBOX_MAX)
      setWaiting(without(messageId))
    }
    return outcomes
  }

  async function uploaded(messageId: string, attachment: Attachment) {
    const before = find(messageId)
    if (!before) throw new DOMException('', 'AbortError')
    const message = { ...before, attachments: [...before.attachments, attachment], files: before.files.slice(1) }
    await store.put(KIND, messageId, message).catch(() => {})
    setWaiting(waiting.map((other) => (other.messageId === messageId ? message : other)))
  }

  /** Undefined: not now, but later. */
  async function tryOne(begun: OutgoingMessage): Promise<Outcome | undefined> {
    const { messageId } = begun
    try {
      const { conversationId, seq, emergency } = await deliver(begun, (attachment) => uploaded(messageId, attachment))
      const message = find(messageId) ?? begun
      return { kind: 'sent', message: { ...message, conversationId, seq }, conversationId, emergency }
    } catch (error) {
      const message = find(messageId) ?? begun
      const problem = problemOf(error)
      if (problem.detail?.isEmergency === true) {
        const { emergency } = problem.detail as { emergency?: EmergencyHelp }
        emergencies.set(messageId, { text: emergency?.text })
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
    isSending: () => rounds.size > 0,
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

const deliverToServer: Deliver = async (message, onUploaded) => {
  const uploaded: Attachment[] = []
  for (const file of message.files) {
    const attachment = await uploadFile(message.conversationId ?? null, fileOf(file), () => {}).done
    uploaded.push(attachment)
    await onUploaded(attachment)
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

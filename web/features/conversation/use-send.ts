/** Sending: with what happens when the conversation moved, the server asks, refuses, or is not there. */
import { useRef, useState } from 'react'
import { keptFiles } from '../../api/kept-file.ts'
import { madeOnce, newMessageId } from '../../api/message-id.ts'
import { problemOf, type Problem } from '../../api/refusal.ts'
import { seenBy } from './own-words.ts'
import { replies, sendAnswer, type SendInput } from './reply-queue.ts'

export type Question = 'language' | 'attachment-missing' | 'hard-to-read' | 'shared-address'

/** Words that may not leave without a reason: where they stand in what was sent, and who else could read there. */
export type Stopped = {
  found: { field: 'text' | 'subject'; why: 'other-patient' | 'identifier'; span: [number, number] }[]
  openness: 'unverified' | 'unencrypted' | null
}

export type Sending =
  | { step: 'writing' }
  | { step: 'sending' }
  /** Others wrote meanwhile: the writer reads, then edits or sends again. */
  | { step: 'moved'; input: SendInput; seenSeq: number }
  | { step: 'asked'; input: SendInput; questions: Question[] }
  | { step: 'stopped'; input: SendInput; stopped: Stopped }
  | { step: 'refused'; problem: Problem }

export type Outcome = 'sent' | 'queued' | 'kept'

/** What makes an answer this one: where it goes is of it, or another address would be told as sent what had gone to the first. */
export const contentOf = (
  { conversationId, channel, contactPointId, address, mode, text, attachmentIds }: Omit<SendInput, 'messageId'>,
  waitingFiles: number,
) => [conversationId, channel, contactPointId, address, mode, text, attachmentIds, waitingFiles]

/** @param onUnreadable files that waited here and can be read no more. */
export function useSend(onUnreadable: (files: readonly File[]) => void) {
  const [sending, setSending] = useState<Sending>({ step: 'writing' })
  // One id for one message, however often it has to be tried; what was changed since is another one.
  const idOf = useRef(madeOnce(newMessageId))
  const isBusy = useRef(false)

  /** @param waitingFiles files that could not be uploaded: with them it waits on this device. */
  async function send(draft: Omit<SendInput, 'messageId'>, waitingFiles: readonly File[]): Promise<Outcome> {
    if (isBusy.current) return 'kept'
    isBusy.current = true
    setSending({ step: 'sending' })
    const input = { ...draft, seenSeq: seenBy(draft), messageId: idOf.current(contentOf(draft, waitingFiles.length)) }
    const outcome = waitingFiles.length > 0 ? await keepWith(input, waitingFiles) : await attempt(input)
    isBusy.current = false
    if (outcome !== 'kept') {
      idOf.current = madeOnce(newMessageId)
      setSending({ step: 'writing' })
    }
    return outcome
  }

  async function keepWith(input: SendInput, files: readonly File[]): Promise<Outcome> {
    const { kept, unreadable } = await keptFiles(files)
    if (unreadable.length === 0 && (await replies.add(input, kept))) return 'queued'
    onUnreadable(unreadable)
    const isFull = unreadable.length === 0
    setSending({ step: 'refused', problem: { code: isFull ? 'UNAVAILABLE' : 'FILE_REFUSED', isOffline: isFull } })
    return 'kept'
  }

  async function attempt(input: SendInput): Promise<Outcome> {
    try {
      const { questions } = await sendAnswer(input)
      if (questions.length === 0) return 'sent'
      setSending({ step: 'asked', input, questions })
    } catch (error) {
      const problem = problemOf(error)
      if (problem.isOffline && (await replies.add(input))) return 'queued'
      if (problem.code === 'CONVERSATION_MOVED') setSending({ step: 'moved', input, seenSeq: input.seenSeq })
      else if (problem.code === 'DISCLOSURE_STOPPED')
        setSending({ step: 'stopped', input, stopped: problem.detail as Stopped })
      else setSending({ step: 'refused', problem })
    }
    return 'kept'
  }

  return { sending, send, backToWriting: () => setSending({ step: 'writing' }) }
}

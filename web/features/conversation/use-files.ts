/** Files being added to a draft: each with its progress, its refusal, and a cancel. Without a connection they wait on this device. */
import { useEffect, useRef, useState } from 'react'
import { KEPT_FILES_MAX_BYTES } from '../../api/kept-file.ts'
import { useConnection } from '../../api/live.tsx'
import { FILE_MAX_BYTES, FILES_MAX } from '../../api/send-file.ts'
import { uploadFile, type Upload } from '../../api/upload.ts'
import { problemOf, type Problem } from '../../api/refusal.ts'
import type { Attachment } from '../../api/types.ts'
import { draftKey, type Mode } from './device-drafts.ts'
import { keepWaitingFiles, onFilesBack, waitingFiles } from './waiting-files.ts'

/** `kept`: it has met a lost connection, and waits on this device until the server has it. */
export type PendingFile = {
  key: string
  name: string
  size: number
  share: number
  problem?: Problem
  upload?: Upload
  kept?: File
}

const FILE_REFUSED: Problem = { code: 'FILE_REFUSED', isOffline: false }

const aLine = (file: File): PendingFile => ({ key: crypto.randomUUID(), name: file.name, size: file.size, share: 0 })

export function useFiles(conversationId: string, mode: Mode) {
  const draft = draftKey(conversationId, mode)
  const isOffline = useConnection() === 'offline'
  const [attached, setAttached] = useState<Attachment[]>([])
  const [pending, setPending] = useState<PendingFile[]>([])
  const latest = useRef(pending)
  latest.current = pending
  const isRead = useRef(false)

  const change = (key: string, part: Partial<PendingFile>) =>
    setPending((files) => files.map((file) => (file.key === key ? { ...file, ...part } : file)))
  const drop = (key: string) => setPending((files) => files.filter((file) => file.key !== key))

  const upload = (key: string, file: File): Upload => {
    const begun = uploadFile(conversationId, file, (share) => change(key, { share }))
    begun.done.then(
      (attachment) => {
        drop(key)
        setAttached((before) => [...before, attachment])
      },
      (error: unknown) => {
        if (error instanceof DOMException) return drop(key)
        const problem = problemOf(error)
        const others = latest.current.filter((line) => line.key !== key)
        const isKept = problem.isOffline && bytesOf(others) + file.size <= KEPT_FILES_MAX_BYTES
        change(key, { upload: undefined, ...(isKept ? { kept: file } : { problem, kept: undefined }) })
      },
    )
    return begun
  }

  const add = (files: Iterable<File>) => {
    const room = FILES_MAX - attached.length - pending.length
    for (const file of [...files].slice(0, Math.max(0, room))) {
      const line = aLine(file)
      const isTooLarge = file.size > FILE_MAX_BYTES
      const step = isTooLarge
        ? { problem: { code: 'TOO_LARGE', isOffline: false } as const }
        : { upload: upload(line.key, file) }
      setPending((before) => [...before, { ...line, ...step }])
    }
  }

  // What waited here before, and what comes back with a reply that was not sent.
  useEffect(() => {
    const take = (files: File[]) =>
      setPending((before) => [...before, ...files.map((file) => ({ ...aLine(file), kept: file }))])
    void waitingFiles(draft).then((files) => {
      isRead.current = true
      take(files)
    })
    return onFilesBack(draft, take)
  }, [draft])

  const kept = pending.flatMap((file) => file.kept ?? [])
  const keptKeys = pending.flatMap(({ key, kept: file }) => (file ? key : [])).join()
  useEffect(() => {
    if (isRead.current) void keepWaitingFiles(draft, kept)
  }, [draft, keptKeys])

  useEffect(() => {
    if (isOffline) return
    for (const { key, kept: file, upload: begun } of latest.current)
      if (file && !begun) change(key, { share: 0, upload: upload(key, file) })
  }, [isOffline, keptKeys])

  return {
    attached,
    pending,
    add,
    remove: (attachment: Attachment) => setAttached((before) => before.filter((other) => other.id !== attachment.id)),
    cancel: (file: PendingFile) => {
      file.upload?.cancel()
      drop(file.key)
    },
    /** They waited here, and can be read no more. */
    unreadable: (gone: readonly File[]) => {
      for (const { key, kept: file } of latest.current)
        if (file && gone.includes(file)) change(key, { kept: undefined, problem: FILE_REFUSED })
    },
    /** Files the server already has with a draft, as after an undo. */
    restore: (attachments: Attachment[]) =>
      setAttached((before) => [
        ...before,
        ...attachments.filter((one) => !before.some((other) => other.id === one.id)),
      ]),
    /** What was sent is gone from here, and what was refused; files chosen meanwhile stay. */
    sent: (ids: readonly string[]) => {
      setAttached((before) => before.filter(({ id }) => !ids.includes(id)))
      setPending((before) => before.filter((file) => file.upload))
    },
    /** They go with the reply into the line of what waits. */
    waiting: pending.flatMap((file) => (file.kept && !file.upload ? file.kept : [])),
    isUploading: pending.some((file) => file.upload),
  }
}

const bytesOf = (files: readonly PendingFile[]): number => files.reduce((sum, { kept }) => sum + (kept?.size ?? 0), 0)

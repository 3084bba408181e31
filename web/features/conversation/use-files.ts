/** Files being added to a draft: each with its progress, its refusal, and a cancel. */
import { useState } from 'react'
import { FILE_MAX_BYTES, FILES_MAX } from '../../api/send-file.ts'
import { uploadFile, type Upload } from '../../api/upload.ts'
import { problemOf, type Problem } from '../../api/refusal.ts'
import type { Attachment } from '../../api/types.ts'

export type PendingFile = { key: string; name: string; size: number; share: number; problem?: Problem; upload?: Upload }

export function useFiles(conversationId: string) {
  const [attached, setAttached] = useState<Attachment[]>([])
  const [pending, setPending] = useState<PendingFile[]>([])

  const change = (key: string, part: Partial<PendingFile>) =>
    setPending((files) => files.map((file) => (file.key === key ? { ...file, ...part } : file)))
  const drop = (key: string) => setPending((files) => files.filter((file) => file.key !== key))

  const add = (files: Iterable<File>) => {
    const room = FILES_MAX - attached.length - pending.length
    for (const file of [...files].slice(0, Math.max(0, room))) {
      const key = crypto.randomUUID()
      const line = { key, name: file.name, size: file.size, share: 0 }
      if (file.size > FILE_MAX_BYTES) {
        setPending((before) => [...before, { ...line, problem: { code: 'TOO_LARGE', isOffline: false } }])
        continue
      }
      const upload = uploadFile(conversationId, file, (share) => change(key, { share }))
      setPending((before) => [...before, { ...line, upload }])
      upload.done.then(
        (attachment) => {
          drop(key)
          setAttached((before) => [...before, attachment])
        },
        (error) =>
          error instanceof DOMException ? drop(key) : change(key, { problem: problemOf(error), upload: undefined }),
      )
    }
  }

  return {
    attached,
    pending,
    add,
    remove: (attachment: Attachment) => setAttached((before) => before.filter((other) => other.id !== attachment.id)),
    cancel: (file: PendingFile) => {
      file.upload?.cancel()
      drop(file.key)
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
    isUploading: pending.some((file) => file.upload),
  }
}

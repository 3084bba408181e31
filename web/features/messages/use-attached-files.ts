/** Files chosen for a message: sent at once where there is a connection, kept for later where there is none. */
import { useRef, useState } from 'react'
import { problemOf, type Problem } from '../../api/refusal.ts'
import type { Attachment } from '../../api/types.ts'
import { KEPT_FILES_MAX_BYTES } from '../../api/kept-file.ts'
import { FILE_MAX_BYTES, FILES_MAX } from '../../api/send-file.ts'
import { uploadFile } from '../../api/upload.ts'

export type AttachedFile = { key: string; name: string; size: number } & (
  | { step: 'uploading'; share: number; cancel: () => void }
  | { step: 'stored'; attachment: Attachment }
  | { step: 'kept'; file: File }
  | { step: 'refused'; code: Problem['code'] }
)

/** Kept here, and then moved or changed. */
export const UNREADABLE = { step: 'refused', code: 'FILE_REFUSED' } as const

export function useAttachedFiles(conversationId: string | undefined) {
  const [files, setFiles] = useState<AttachedFile[]>([])
  const latest = useRef(files)
  latest.current = files

  const change = (key: string, next: AttachedFile | null) =>
    setFiles((before) => before.flatMap((file) => (file.key === key ? (next ?? []) : file)))

  const attach = (chosen: Iterable<File>) => {
    for (const file of chosen) {
      const key = crypto.randomUUID()
      const about = { key, name: file.name, size: file.size }
      if (latest.current.length >= FILES_MAX || file.size > FILE_MAX_BYTES) {
        add({ ...about, step: 'refused', code: 'TOO_LARGE' })
        continue
      }
      const upload = uploadFile(conversationId ?? null, file, (share) => setShare(key, share))
      add({ ...about, step: 'uploading', share: 0, cancel: upload.cancel })
      upload.done.then(
        (attachment) => change(key, { ...about, step: 'stored', attachment }),
        (error: unknown) => {
          if (error instanceof DOMException) return
          const problem = problemOf(error)
          if (!problem.isOffline) change(key, { ...about, step: 'refused', code: problem.code })
          else if (keptBytes(latest.current) + file.size > KEPT_FILES_MAX_BYTES)
            change(key, { ...about, step: 'refused', code: 'UNAVAILABLE' })
          else change(key, { ...about, step: 'kept', file })
        },
      )
    }
  }
  const add = (file: AttachedFile) => {
    latest.current = [...latest.current, file]
    setFiles(latest.current)
  }
  const setShare = (key: string, share: number) =>
    setFiles((before) =>
      before.map((file) => (file.key === key && file.step === 'uploading' ? { ...file, share } : file)),
    )

  const remove = (key: string) => {
    const file = latest.current.find((other) => other.key === key)
    if (file?.step === 'uploading') file.cancel()
    change(key, null)
  }

  return {
    files,
    attach,
    remove,
    /** Files that the server already has, beside what is here. */
    restore: (attachments: Attachment[]) =>
      setFiles((before) => [
        ...before,
        ...attachments
          .filter(({ id }) => !before.some((file) => file.step === 'stored' && file.attachment.id === id))
          .map((attachment) => ({
            key: attachment.id,
            name: attachment.name,
            size: attachment.size,
            step: 'stored' as const,
            attachment,
          })),
      ]),
    clear: () => setFiles([]),
    /** Said beside the composer, until it is taken away. */
    refuse: (unreadable: readonly File[]) =>
      unreadable.forEach(({ name, size }) => add({ key: crypto.randomUUID(), name, size, ...UNREADABLE })),
    stored: files.flatMap((file) => (file.step === 'stored' ? file.attachment : [])),
    kept: files.flatMap((file) => (file.step === 'kept' ? file.file : [])),
    isUploading: files.some(({ step }) => step === 'uploading'),
  }
}

const keptBytes = (files: AttachedFile[]) =>
  files.reduce((sum, file) => sum + (file.step === 'kept' ? file.size : 0), 0)

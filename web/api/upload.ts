/** One file of a screen, sent up: what the server refuses is thrown as the contract's error, like at every other call. */
import { ORPCError } from '@orpc/client'
import { uploadUrl } from './links.ts'
import { sendFile } from './send-file.ts'
import type { Attachment } from './types.ts'

export type Upload = { done: Promise<Attachment>; cancel: () => void }

export function uploadFile(conversationId: string | null, file: File, onProgress: (share: number) => void): Upload {
  const { done, cancel } = sendFile(uploadUrl(conversationId), file, onProgress)
  return {
    done: done.then((answer) => {
      if (answer.ok) return answer.attachment
      const { code, status, requestId } = answer
      throw new ORPCError(code, { status, data: { requestId } })
    }),
    cancel,
  }
}

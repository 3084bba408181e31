/** Sends one file, with its progress. `fetch` cannot tell how far it is. */
import { ORPCError } from '@orpc/client'
import { uploadUrl } from './links.ts'
import type { Attachment } from './types.ts'

/** Bytes of one file (contract: ATTACHMENT_MAX_BYTES, desk-D55). */
export const FILE_MAX_BYTES = 25_000_000
/** Files of one message (contract: ATTACHMENTS_MAX). */
export const FILES_MAX = 20

export type Upload = { done: Promise<Attachment>; cancel: () => void }

export function uploadFile(conversationId: string | null, file: File, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<Attachment>((resolve, reject) => {
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () => {
      const answer = parsed(request.responseText)
      if (request.status < 300) resolve(answer as Attachment)
      else reject(refusal(request.status, answer))
    }
    request.onerror = () => reject(new TypeError('no connection'))
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
  })
  const form = new FormData()
  form.append('file', file)
  request.open('POST', uploadUrl(conversationId))
  request.send(form)
  return { done, cancel: () => request.abort() }
}

function refusal(status: number, answer: unknown): ORPCError<string, unknown> {
  const { code, requestId } = (answer ?? {}) as { code?: string; requestId?: string }
  return new ORPCError(code ?? codeOf[status] ?? 'UNAVAILABLE', { status, data: { requestId } })
}

const codeOf: Record<number, string> = { 413: 'TOO_LARGE', 422: 'FILE_REFUSED', 429: 'SLOW_DOWN' }

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

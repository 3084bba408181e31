/** Sends one file, with its progress: `fetch` cannot tell how far it is. Used by screens and by the chat, which has no library. */
import type { Attachment } from './types.ts'

/** Bytes of one file (contract: ATTACHMENT_MAX_BYTES, desk-D55). */
export const FILE_MAX_BYTES = 25_000_000
/** Files of one message (contract: ATTACHMENTS_MAX). */
export const FILES_MAX = 20
/**
 * What a file dialog offers; the server decides by the content. HEIC is left out, since a phone that is not offered it hands over a JPEG
 * of the same photo (decision 0248).
 */
export const FILE_TYPES = 'image/jpeg,image/png,image/webp,application/pdf,text/plain,text/csv'

export type FileAnswer =
  { ok: true; attachment: Attachment } | { ok: false; code: string; status: number; requestId: string | undefined }

export type Sending = {
  /** Rejects with a TypeError when the server was not reached, with an AbortError when it was cancelled. */
  done: Promise<FileAnswer>
  cancel: () => void
}

export function sendFile(
  url: string,
  file: File,
  onProgress: (share: number) => void,
  headers: Record<string, string> = {},
): Sending {
  const request = new XMLHttpRequest()
  const done = new Promise<FileAnswer>((resolve, reject) => {
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () => resolve(answerOf(request))
    request.onerror = () => reject(new TypeError('no connection'))
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
  })
  const form = new FormData()
  form.append('file', file)
  request.open('POST', url)
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  request.send(form)
  return { done, cancel: () => request.abort() }
}

const REFUSED: readonly Attachment['verdict'][] = ['infected', 'refused', 'unreadable']

function answerOf({ status, responseText }: XMLHttpRequest): FileAnswer {
  const answer = parsed(responseText) as Partial<Attachment> & { code?: string; requestId?: string }
  if (status < 300 && answer.id && answer.verdict && !REFUSED.includes(answer.verdict))
    return { ok: true, attachment: answer as Attachment }
  const code = answer.code ?? (status < 300 ? 'FILE_REFUSED' : (codeOf[status] ?? 'UNAVAILABLE'))
  return { ok: false, code, status, requestId: answer.requestId }
}

const codeOf: Record<number, string> = { 413: 'TOO_LARGE', 422: 'FILE_REFUSED', 429: 'SLOW_DOWN' }

function parsed(text: string): object {
  try {
    return (JSON.parse(text) ?? {}) as object
  } catch {
    return {}
  }
}

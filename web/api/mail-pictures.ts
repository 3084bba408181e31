/** Pictures that a mail shows from elsewhere: counted, and fetched by the server when somebody wants them. */
import { ORPCError } from '@orpc/client'
import { mailPicturesUrl } from './links.ts'

export type MailPictures = { shown: number; hidden: number }

export const countMailPictures = (messageId: string): Promise<MailPictures> => ask('GET', messageId)
export const fetchMailPictures = (messageId: string): Promise<MailPictures> => ask('POST', messageId)

async function ask(method: 'GET' | 'POST', messageId: string): Promise<MailPictures> {
  const response = await fetch(mailPicturesUrl(messageId), { method })
  const answer = (await response.json().catch(() => ({}))) as MailPictures & { code?: string; requestId?: string }
  if (response.ok) return answer
  const { code = 'UNAVAILABLE', requestId } = answer
  throw new ORPCError(code, { status: response.status, data: { requestId } })
}

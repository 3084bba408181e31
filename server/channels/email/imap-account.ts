/**
 * A mailbox that is read over IMAP, as configuration writes it:
 * `imaps://user:password@host/Folder?mailbox=care@clinic.example`, or with `token-file=/path` in place of the password for OAuth.
 */
import { readFile } from 'node:fs/promises'

export type ImapAccount = {
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS, which is only left out on loopback. */
  isTls: boolean
  user: string
  password: string | null
  /** A file in which somebody keeps a fresh access token; it is read at each connection. */
  tokenFile: string | null
  folder: string
  /** The address of our mailbox; the user name where it is one. */
  mailbox: string
}

/** Throws with one line that says what to change; never with the address itself, which holds a password. */
export function readImapUrl(text: string): ImapAccount {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new Error('IMAP_URL is not an address such as imaps://user:password@host/INBOX')
  }
  const isTls = url.protocol === 'imaps:'
  if (!isTls && url.protocol !== 'imap:') throw new Error('IMAP_URL must begin with imaps: or imap:')
  const user = decodeURIComponent(url.username)
  const tokenFile = url.searchParams.get('token-file')
  if (!user || (!url.password && !tokenFile))
    throw new Error('IMAP_URL needs a user and a password, or a user and token-file=')
  const mailbox = (url.searchParams.get('mailbox') ?? user).toLowerCase()
  if (!mailbox.includes('@')) throw new Error('IMAP_URL needs mailbox=address, since the user is no address')
  return {
    host: url.hostname,
    port: Number(url.port) || (isTls ? 993 : 143),
    isTls,
    user,
    password: url.password ? decodeURIComponent(url.password) : null,
    tokenFile,
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
    mailbox,
  }
}

/** What to sign in with now: a token is read afresh, since the old one may have run out. */
export async function credentialsOf({
  user,
  password,
  tokenFile,
}: ImapAccount): Promise<{ user: string; pass?: string; accessToken?: string }> {
  if (tokenFile) return { user, accessToken: (await readFile(tokenFile, 'utf8')).trim() }
  return { user, pass: password ?? '' }
}

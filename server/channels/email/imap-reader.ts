/**
 * Reads one folder over IMAP: woken by IDLE, and within every 30 s all the same (desk-D47, D58).
 *
 * What a listing shows is written down as seen before anything is fetched; `\Seen` is set only after the commit. A connection that is
 * cut, a token that runs out, a mail that cannot be fetched: the rest goes on, and what is open is tried again at the next look.
 */
import { ImapFlow } from 'imapflow'
import { createHash, randomUUID } from 'node:crypto'
import { MAX_MAIL_BYTES } from '#engines/mail/read-mail.ts'
import { setAside } from '#server/modules/desk/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { isUnavailable, type Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { errorFields } from '#server/platform/log.ts'
import { resolveOutbound, type OutboundRules } from '#server/platform/outbound.ts'
import type { Services } from '#server/platform/route-context.ts'
import { settleArrival, strikeOutAsDuplicates } from '../arrival.ts'
import { credentialsOf, type ImapAccount } from './imap-account.ts'
import {
  keyOf,
  leaveFolder,
  noteFailure,
  noteListing,
  noteSuccess,
  oldKeys,
  openMails,
  takeFolder,
  type FolderState,
  type Numbering,
} from './imap-store.ts'
import { sourceOf, type Mailbox } from './mailbox.ts'

export type ImapReader = { stop(): Promise<void> }

export type ImapDeps = {
  services: Services
  account: ImapAccount
  mailbox: Mailbox
  outbound: OutboundRules
  /** Durable when it returns. */
  takeIn(raw: Buffer, arrivalKey: string): Promise<unknown>
  /** Between two looks, in milliseconds. */
  pollMs?: number
}

/** Between two looks, in milliseconds: short enough that what is found by a look is on a screen within 30 s (desk-D47, section 6). */
const POLL_MS = 25_000
/** After a second failure in a row, in milliseconds; doubled at each further one. */
const AGAIN_MS = 500
const FAILURES_COUNTED = 8
/** Mails of one listing that are noted at once, and old numbers that are struck out at once. */
const NOTED_AT_ONCE = 500
const STRUCK_AT_ONCE = 1_000
/** Of the newest open mails, and of the oldest, that are tried at one look: what comes meanwhile waits for no more than these. */
const TRIED_EACH = 100
const CONNECT_MS = 10_000
const SOCKET_MS = 120_000
/** The library begins IDLE after this much silence, in milliseconds. */
const IDLE_AFTER_MS = 200

export function startImapReader(deps: ImapDeps): ImapReader {
  const { services, account, mailbox, pollMs = POLL_MS } = deps
  const owner = randomUUID()
  const bell = makeBell()
  const stopBell = makeBell()
  let isStopped = false
  let failures = 0
  let client: ImapFlow | undefined

  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    services.db.transaction(systemContext(mailbox.organizationId, newId(), sourceOf(mailbox)), work)

  const look = async (): Promise<void> => {
    const place = { accountId: mailbox.accountId, folder: account.folder, owner }
    const state = await inTransaction((tx) => takeFolder(tx, place, services.now()))
    if (!state) return
    if (!client?.usable) client = await connect(deps, bell.ring)
    const { hasMore } = await readFolder({ ...deps, inTransaction, isStopped: () => isStopped }, client, state)
    await inTransaction((tx) => noteSuccess(tx, mailbox.accountId, account.folder, services.now()))
    failures = 0
    if (hasMore) bell.ring()
  }

  const run = async (): Promise<void> => {
    while (!isStopped) {
      await look().catch(async (error: unknown) => {
        services.log.error('imap.look-failed', errorFields(error))
        client?.close()
        client = undefined
        // At once the first time, since a cut is often over; then ever later, but never later than an ordinary look.
        const waitMs = failures > 0 ? Math.min(pollMs, AGAIN_MS * 2 ** failures) : 0
        const now = services.now()
        const nextTryAt = new Date(now.getTime() + waitMs)
        const place = { accountId: mailbox.accountId, folder: account.folder }
        await inTransaction((tx) => noteFailure(tx, { ...place, failure: failureOf(error), nextTryAt }, now)).catch(
          () => undefined,
        )
        if (waitMs > 0) await stopBell.wait(waitMs)
        failures = Math.min(failures + 1, FAILURES_COUNTED)
        bell.ring()
      })
      if (!isStopped) await bell.wait(pollMs)
    }
    await client?.logout().catch(() => undefined)
    client?.close()
    await inTransaction((tx) => leaveFolder(tx, mailbox.accountId, account.folder, owner)).catch(() => undefined)
  }

  const done = run()
  return {
    async stop() {
      isStopped = true
      bell.ring()
      stopBell.ring()
      // A server that hangs must not hold our end.
      setTimeout(() => client?.close(), 1_000).unref()
      await done
    },
  }
}

async function connect({ account, outbound }: ImapDeps, ring: () => void): Promise<ImapFlow> {
  const way = await resolveOutbound(account, outbound)
  if (!way.ok) throw Object.assign(new Error(way.refusal), { code: way.refusal })
  const { host, port, servername, isLocal } = way.value
  const client = new ImapFlow({
    host,
    port,
    servername,
    secure: account.isTls,
    // Never a password in the clear to somebody else's network (trust-D47).
    ...(account.isTls ? {} : { doSTARTTLS: !isLocal }),
    tls: { minVersion: 'TLSv1.2' },
    auth: await credentialsOf(account),
    logger: false,
    autoIdleDelay: IDLE_AFTER_MS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SOCKET_MS,
  })
  // Errors of an open connection come here as well as to whoever waits; without a listener they would end the process.
  client.on('error', ring)
  client.on('close', ring)
  client.on('exists', ring)
  await client.connect()
  return client
}

type FolderDeps = ImapDeps & {
  inTransaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  isStopped: () => boolean
}

async function readFolder(deps: FolderDeps, client: ImapFlow, state: FolderState): Promise<{ hasMore: boolean }> {
  const lock = await client.getMailboxLock(deps.account.folder)
  try {
    // News that came since the last command are taken in here.
    await client.noop()
    const open = client.mailbox
    if (!open) throw new Error('the folder did not open')
    const numbering = {
      source: sourceOf(deps.mailbox),
      folderDigest: digestOf(deps.account.folder),
      uidValidity: open.uidValidity,
    }
    await list(deps, client, state, numbering, open.uidNext)
    return await takeOpen(deps, client, numbering)
  } finally {
    lock.release()
  }
}

/**
 * Writes down what is new. The first time that is what nobody has read yet; afterwards everything above the last number. A new
 * UIDVALIDITY voids all numbers: everything since our first look is listed again, and what we have is known by its digest.
 */
async function list(
  { inTransaction, mailbox, account, services }: FolderDeps,
  client: ImapFlow,
  state: FolderState,
  numbering: Numbering,
  uidNext: number,
): Promise<void> {
  const { source, uidValidity } = numbering
  const isSame = state.uidValidity === uidValidity
  const found = new Set<number>()
  const search = async (query: Parameters<ImapFlow['search']>[0]) => {
    for (const uid of (await client.search(query, { uid: true })) || []) found.add(uid)
  }
  if (isSame) await search({ uid: `${state.lastUid + 1}:*` })
  else await search({ seen: false })
  if (!isSame && state.uidValidity !== null)
    await search({ since: new Date(state.connectedAt.getTime() - 24 * 3_600_000) })
  // A range that ends in * names the last mail even if its number is smaller.
  const uids = [...found].filter((uid) => !isSame || uid > state.lastUid).toSorted((a, b) => a - b)

  const reached = Math.max(isSame ? state.lastUid : 0, uidNext - 1, ...uids.slice(-1))
  if (isSame && uids.length === 0 && reached === state.lastUid) return
  if (!isSame) while ((await inTransaction((tx) => strikeOutOldNumbers(tx, numbering))) === STRUCK_AT_ONCE) continue
  for (let at = 0; at === 0 || at < uids.length; at += NOTED_AT_ONCE) {
    const batch = uids.slice(at, at + NOTED_AT_ONCE)
    const isLast = at + NOTED_AT_ONCE >= uids.length
    const lastUid = isLast ? reached : (batch.at(-1) ?? reached)
    const keys = batch.map((uid) => keyOf(numbering, uid))
    // Until a new numbering is listed whole, it counts as not begun: a crash in between lists it again.
    const reach = isSame || isLast ? { uidValidity, lastUid } : state
    const listing = { accountId: mailbox.accountId, folder: account.folder, source, keys, ...reach }
    await inTransaction((tx) => noteListing(tx, listing, services.now()))
  }
}

/** @returns whether more wait than were tried, and the next look should not. */
async function takeOpen(deps: FolderDeps, client: ImapFlow, numbering: Numbering): Promise<{ hasMore: boolean }> {
  const { inTransaction, services, isStopped } = deps
  const mails = await inTransaction((tx) => openMails(tx, numbering, TRIED_EACH))
  let taken = 0
  for (const { uid, key } of mails) {
    if (isStopped()) return { hasMore: false }
    try {
      if (await takeOne(deps, client, uid, key)) taken++
    } catch (error) {
      // The connection or the database is gone: the next look goes on here. Anything else is this mail's own trouble.
      if (!client.usable || isUnavailable(error)) throw error
      services.log.error('imap.mail-not-taken', errorFields(error))
    }
  }
  return { hasMore: taken > 0 && mails.length === 2 * TRIED_EACH }
}

/** @returns whether it is settled. */
async function takeOne(
  { inTransaction, mailbox, services, takeIn }: FolderDeps,
  client: ImapFlow,
  uid: number,
  key: string,
): Promise<boolean> {
  const source = sourceOf(mailbox)
  const head = await client.fetchOne(String(uid), { uid: true, size: true }, { uid: true })
  if (!head) {
    // Somebody deleted it before we came: nothing can be lost that is not there. A mail that is listed and not given stays open.
    const stillThere = await client.search({ uid: String(uid) }, { uid: true })
    if (!stillThere || stillThere.includes(uid)) return false
    await inTransaction((tx) => settleArrival(tx, source, key, 'refused', services.now()))
    return true
  }
  if ((head.size ?? 0) > MAX_MAIL_BYTES) {
    await inTransaction(async (tx) => {
      const digest = Buffer.from(key)
      await setAside(tx, { source, externalId: key, digest, cause: 'too-large', raw: null }, services.now())
      await settleArrival(tx, source, key, 'set_aside', services.now())
    })
  } else {
    const mail = await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true })
    if (!mail || !mail.source) return false
    await takeIn(mail.source, key)
  }
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
  return true
}

/** What was open under the old numbers of this folder is listed again under the new ones. */
async function strikeOutOldNumbers(tx: Transaction, numbering: Numbering): Promise<number> {
  const keys = await oldKeys(tx, numbering, STRUCK_AT_ONCE)
  await strikeOutAsDuplicates(tx, numbering.source, keys)
  return keys.length
}

const digestOf = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 16)

/** A code for the status screen; a server's words are not kept. */
function failureOf(error: unknown): string {
  const { authenticationFailed, code } = error as { authenticationFailed?: boolean; code?: unknown }
  if (authenticationFailed) return 'sign-in-refused'
  return typeof code === 'string' && /^[\w-]{1,60}$/.test(code) ? code.toLowerCase() : 'connection-lost'
}

/** Wakes who waits; rung while nobody waits, the next wait ends at once. */
function makeBell() {
  let wake: (() => void) | undefined
  let isRung = false
  return {
    ring() {
      isRung = true
      wake?.()
    },
    async wait(ms: number) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      wake = undefined
      isRung = false
    },
  }
}

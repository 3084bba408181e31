/**
 * One raw mail, from bytes to the corridor. Durable when it returns: only then may the channel say "received".
 *
 * It reads from the top: parsed, noted as seen, made safe to look at, and then in one transaction decided and stored. A mail that
 * cannot be taken in is set aside with its original; the next one goes on (desk-D6).
 */
import { createHash } from 'node:crypto'
import { decideLoop, isStorm } from '#engines/mail/loop.ts'
import { readMail, type Mail, type MailContext } from '#engines/mail/read-mail.ts'
import { decideThread, keyOfReference, type Reference, type ThreadDecision } from '#engines/mail/threading.ts'
import { tokenOfAddress } from '#engines/mail/token.ts'
import { withoutKnown } from '#engines/mail/trim.ts'
import { fileStaffMail, isRedFlag, receiveMessage, type InboundMessage } from '#server/modules/conversation/index.ts'
import { setAside } from '#server/modules/desk/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { DatabaseFailure, type Transaction } from '#server/platform/database.ts'
import type { FileCheck } from '#server/platform/file-check.ts'
import type { HtmlSanitiser, Sanitised } from '#server/platform/html-sanitiser.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { transactionOrSpool } from '#server/platform/journal-spool.ts'
import { errorFields } from '#server/platform/log.ts'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { seeArrivals, settleArrival, type Outcome } from '../arrival.ts'
import { settleBounce } from './bounce.ts'
import { checkAttachments, type CheckedAttachments } from './mail-files.ts'
import { noteBody } from './mail-storm.ts'
import { findHandOver, keepHandOver, type HandOver } from './mail-webhook.ts'
import { domainOf, sourceOf, type Mailbox } from './mailbox.ts'
import { knownReferences, textsBefore, type KnownReferences } from './references.ts'
import { verifyingKeys } from './token-keys.ts'

export type MailDeps = { services: Services; sanitiser: HtmlSanitiser; checkFile: FileCheck['check'] }

export type HandedOver = {
  raw: Buffer
  /** Under which the mail was noted as seen; without one, the digest of its bytes. */
  arrivalKey?: string
  /** Receiving addresses the transport told, which may stand in no header. */
  envelopeTo?: readonly string[]
  /** Under which a provider handed it over: a repeat of the same bytes has no effect, other bytes under the same id are kept and marked. */
  handOver?: HandOver
  /** A person takes it in again from the set-aside list: neither counted again nor set aside for the same cause again. */
  isReplay?: boolean
}

export type MailOutcome = { outcome: Outcome; conversationId: string | null; cause: string | null }

export async function receiveMail(deps: MailDeps, mailbox: Mailbox, handed: HandedOver): Promise<MailOutcome> {
  const { services } = deps
  const { raw } = handed
  const source = sourceOf(mailbox)
  const digest = createHash('sha256').update(raw).digest()
  const key = handed.arrivalKey ?? digest.toString('hex')
  const context = systemContext(mailbox.organizationId, newId(), source)
  const read = readSafely(services, mailbox, raw)
  const facts: Facts = { mailbox, source, digest, key, handed, isIdReused: false }

  const known = await services.db.transaction(context, async (tx) => {
    if (!handed.isReplay) await seeArrivals(tx, source, [key], services.now())
    return read.ok ? findKnown(tx, source, externalIdOf(read.mail, digest), digest) : undefined
  })
  const safe = read.ok && !known ? await makeSafe(deps, read.mail) : undefined

  const work = async (tx: Transaction): Promise<MailOutcome> => {
    const { handOver } = handed
    const before = handOver ? await findHandOver(tx, handOver, digest, services.now()) : 'new'
    if (before === 'changed') await tellIdReused(tx, facts, services.now())
    const repeated: MailOutcome = { outcome: 'duplicate', conversationId: null, cause: 'repeated-hand-over' }
    const result =
      before === 'repeated'
        ? repeated
        : (known ?? (await decideAndStore(tx, services, { ...facts, isIdReused: before === 'changed' }, read, safe)))
    if (handOver && before !== 'repeated') await keepHandOver(tx, handOver, digest, result.outcome, services.now())
    if (!handed.isReplay) await settleArrival(tx, source, key, result.outcome, services.now())
    return result
  }
  try {
    return await transactionOrSpool(services, context, () => read.ok && isRedFlag(wordsOf(read.mail)), work)
  } catch (error) {
    if (!isRefusedForGood(error) || handed.isReplay) throw error
    services.log.error('mail.not-stored', errorFields(error))
    return services.db.transaction(context, async (tx) => {
      const result = await putAside(tx, facts, 'not-stored', services.now())
      await settleArrival(tx, source, key, result.outcome, services.now())
      return result
    })
  }
}

/** Whether a mail asks for an emergency text; it needs nothing but its bytes. */
export function isRedFlagMail(services: Services, mailbox: Mailbox, raw: Buffer): boolean {
  const read = readSafely(services, mailbox, raw)
  return read.ok && isRedFlag(wordsOf(read.mail))
}

/** What the database will refuse at every try: said "later" to, its sender would come again for days, and nobody would see it (trust-D70). */
const isRefusedForGood = (error: unknown): boolean =>
  error instanceof DatabaseFailure && /^(22|23(?!505)|54)/.test(error.sqlstate)

/** What the corridor will read of it. */
const wordsOf = (mail: Mail, before: readonly string[] = []): Words => ({
  subject: mail.subject || null,
  text: mail.text.replaceAll('\0', ''),
  ...newWords(mail.trimmed, before),
})
type Words = Pick<InboundMessage, 'subject' | 'text' | 'trimmed' | 'doubtful'>

/** Of a quote without marks only what was not written `before` in its conversation may be new: an old alarm is not raised again (desk-D2). */
function newWords({ text, isTrimmed, doubtful }: Mail['trimmed'], before: readonly string[]) {
  const rest = withoutKnown(doubtful, before).replaceAll('\0', '')
  if (isTrimmed) return { trimmed: text.replaceAll('\0', ''), doubtful: rest }
  return { trimmed: rest === doubtful ? null : rest }
}

type Facts = {
  mailbox: Mailbox
  source: string
  digest: Buffer
  key: string
  handed: HandedOver
  /** Its hand-over has an id under which other bytes came before. */
  isIdReused: boolean
}
type Read = { ok: true; mail: Mail } | { ok: false; cause: 'too-large' | 'unreadable' }
type Safe = { html: Sanitised | null; files: CheckedAttachments }

/** A parser that fails is our fault and never the end of the mail. */
function readSafely(services: Services, mailbox: Mailbox, raw: Buffer): Read {
  const domain = domainOf(mailbox.address)
  const context: MailContext = {
    own: { addresses: [mailbox.address], domains: [domain] },
    trust: { authenticators: [] },
    receivedAt: services.now(),
  }
  try {
    return { ok: true, mail: readMail(raw, context) }
  } catch (error) {
    services.log.error('mail.not-read', errorFields(error))
    return { ok: false, cause: error instanceof RangeError ? 'too-large' : 'unreadable' }
  }
}

async function makeSafe({ services, sanitiser, checkFile }: MailDeps, mail: Mail): Promise<Safe> {
  return {
    html: mail.html === undefined ? null : await sanitiser.sanitise(mail.html),
    files: await checkAttachments(mail, checkFile, services.files),
  }
}

async function decideAndStore(
  tx: Transaction,
  services: Services,
  facts: Facts,
  read: Read,
  safe: Safe | undefined,
): Promise<MailOutcome> {
  const now = services.now()
  if (!read.ok || !safe) return putAside(tx, facts, read.ok ? 'unreadable' : read.cause, now)
  const { mail } = read
  const references = [...envelopeReferences(facts), ...mail.references]
  const keys = verifyingKeys(services.keys, now)
  const own = ownId(mail, domainOf(facts.mailbox.address))
  const known = await knownReferences(tx, own ? [...references, own] : references, {
    domain: domainOf(facts.mailbox.address),
    keys,
    now,
  })
  // Our own mail that came round again, by its MAC: counted and nothing else. The form alone proves nothing.
  if (own && known.get(keyOfReference(own))?.isVerified)
    return { outcome: 'duplicate', conversationId: null, cause: 'own-echo' }
  const automatic = automaticOf(mail, facts)

  const loop = decideLoop(mail.fields, facts.handed.isReplay ? 0 : await equalBefore(tx, mail, now))
  if (loop.decision === 'set_aside' && !facts.handed.isReplay)
    return putAsideOnce(tx, facts, loop.reason === 'mail_loop' ? 'mail-loop' : 'mail-storm', mail, now)

  const staffId = mail.sender.usable && mail.sender.address ? await staffOf(tx, mail.sender.address) : null
  const comesIn = staffId === null || automatic !== 'none' || (await isForUs(tx, mail, facts))
  if (staffId && !comesIn) {
    // A colleague wrote to somebody past the desk. Who is spoken to stands in To; that it was the colleague, only he can say.
    if (!facts.handed.isReplay) return putAside(tx, facts, 'written-by-staff', now, staffId)
    return fileOwnMail(tx, services, facts, { mail, staffId, known, references })
  }

  const thread = decideThread(references, known, mail.sender)
  const bounced = mail.classified.report ? await settleBounce(tx, mail.classified.report, now) : null
  const leadsTo = [...known.values()].map(({ conversationId }) => conversationId)
  const before =
    mail.trimmed.doubtful === '' ? [] : await textsBefore(tx, bounced === null ? leadsTo : [...leadsTo, bounced])
  const inbound = inboundOf(mail, wordsOf(mail, before), safe, facts, automatic)
  const received = await receiveMessage(
    { tx, jobs: services.jobs, hub: services.hub, now },
    staffId && automatic === 'none'
      ? // What a colleague writes to us is not for the patient of the conversation that it answers.
        {
          ...inbound,
          flags: [...(inbound.flags ?? []), 'written_by_staff'],
          conversationId: null,
          provedBy: 'token',
          mayBelongTo: thread.decision === 'join' ? hintTo(thread.conversationId) : hintOf(thread),
        }
      : {
          ...inbound,
          conversationId: bounced ?? joined(thread),
          provedBy: 'token',
          mayBelongTo: hintOf(thread),
        },
  )
  if (!received.ok) return putAside(tx, facts, 'conversation-gone', now)
  return { outcome: received.value.outcome, conversationId: received.value.conversationId, cause: null }
}

function inboundOf(
  mail: Mail,
  words: Words,
  { html, files }: Safe,
  { source, digest, mailbox, handed, isIdReused }: Facts,
  automatic: InboundMessage['automatic'],
): Omit<InboundMessage, 'conversationId' | 'provedBy' | 'mayBelongTo'> {
  const flags = [
    ...mail.sender.flags,
    ...mail.flags,
    ...files.flags,
    ...(html && !html.ok ? [`html_${html.limit}`] : []),
    ...(isIdReused ? ['hand_over_id_reused'] : []),
  ]
  return {
    source,
    externalId: externalIdOf(mail, digest),
    digest,
    channel: 'email',
    channelAccountId: mailbox.accountId,
    sender: {
      kind: 'address',
      system: 'email',
      value: (mail.sender.address ?? 'unknown').toLowerCase(),
      name: mail.sender.name || null,
      usable: mail.sender.usable && mail.sender.address !== undefined,
      isNamed: mail.sender.flags.includes('from_no_reply'),
    },
    answerTo: mail.sender.replyTo?.toLowerCase().slice(0, ADDRESS_MAX) ?? null,
    replyTo: null,
    ...words,
    safeHtml: html?.ok ? html.html : null,
    claimedAt: mail.claimedAt ?? null,
    automatic,
    flags: [...new Set(flags)].slice(0, FLAGS_MAX),
    attachments: files.attachments,
    raw: handed.raw,
    siteId: mailbox.siteId,
  }
}

const FLAGS_MAX = 40
const ADDRESS_MAX = 320

/** Without a Message-ID the bytes are the name. */
const externalIdOf = (mail: Mail, digest: Buffer): string => (mail.messageId ?? digest.toString('hex')).slice(0, 1_000)

/** Was this mail taken in before? Also when it was deleted here since: its entry stays as a tombstone (desk-D58). */
async function findKnown(
  tx: Transaction,
  source: string,
  externalId: string,
  digest: Buffer,
): Promise<MailOutcome | undefined> {
  const [entry] = await tx.run<{ conversationId: string | null }>(KNOWN, [
    tx.context.organizationId,
    source,
    externalId,
    digest,
  ])
  return entry && { outcome: 'duplicate', conversationId: entry.conversationId, cause: null }
}

const KNOWN = sqlText`
  with entry as (
    update inbox_entry set repeats = repeats + 1
     where organization_id = $1 and source = $2 and external_id = $3 and content_digest = $4
    returning message_id
  )
  select (select m.conversation_id from message m where m.organization_id = $1 and m.id = entry.message_id) as "conversationId" from entry`

/** A token in the receiving address of the transport: a mail that reached us as a blind copy names it in no header. */
function envelopeReferences({ handed, mailbox }: Facts): Reference[] {
  return (handed.envelopeTo ?? []).flatMap((address) => {
    const token = tokenOfAddress(address, [domainOf(mailbox.address)])
    return token ? [{ kind: 'token' as const, token, from: 'address' as const }] : []
  })
}

function ownId(mail: Mail, domain: string): Reference | undefined {
  const token = mail.messageId && tokenOfAddress(mail.messageId.slice(1, -1), [domain])
  return token ? { kind: 'token', token, from: 'in_reply_to' } : undefined
}

/**
 * A mail in our own name that is not ours by its MAC may be a form on a web site, or a forger: it is kept and read as own echo, so that
 * nothing answers it. A foreign Message-ID in our form is no mark at all.
 */
function automaticOf(mail: Mail, { mailbox, handed }: Facts): InboundMessage['automatic'] {
  if (mail.classified.reason !== 'own_message_id') return mail.classified.classification
  const again = readMail(handed.raw, {
    own: { addresses: [mailbox.address], domains: [] },
    trust: { authenticators: [] },
  })
  return again.classified.classification
}

/**
 * A mail from a colleague's address that nobody else has got, or that tells of a danger, is read like any other: it waits for no confirmation
 * (decision 0242). Confirmed, what went to somebody outside stands as what it is.
 */
async function isForUs(tx: Transaction, mail: Mail, { mailbox, handed }: Facts): Promise<boolean> {
  if (!handed.isReplay && isRedFlag(wordsOf(mail))) return true
  const domain = domainOf(mailbox.address)
  const others = [...mail.to, ...mail.cc]
    .map(({ address }) => address.toLowerCase())
    .filter((address) => address.includes('@') && tokenOfAddress(address, [domain]) === undefined)
  const [row] = await tx.run<{ isOurs: boolean }>(ALL_OURS, [tx.context.organizationId, [...new Set(others)]])
  return row?.isOurs ?? false
}

const ALL_OURS = sqlText`
  select not exists (
    select from unnest($2::text[]) to_whom (address)
     where not exists (select from channel_account a where a.organization_id = $1 and a.channel = 'email' and lower(a.address) = to_whom.address)
       and not exists (select from staff_member s where s.organization_id = $1 and lower(s.email) = to_whom.address and s.state = 'active')) as "isOurs"`

/** The member of staff whose mailbox this is. */
async function staffOf(tx: Transaction, address: string): Promise<string | null> {
  const [row] = await tx.run<{ id: string }>(
    `select id from staff_member where organization_id = $1 and lower(email) = $2 and state = 'active' limit 1`,
    [tx.context.organizationId, address.toLowerCase()],
  )
  return row?.id ?? null
}

/** Confirmed: stored as what it is, a mail of a colleague to the person in To, which has left already. */
async function fileOwnMail(
  tx: Transaction,
  services: Services,
  { source, digest, mailbox, handed }: Facts,
  {
    mail,
    staffId,
    known,
    references,
  }: { mail: Mail; staffId: string; known: KnownReferences; references: Reference[] },
): Promise<MailOutcome> {
  const to = mail.to.find(({ address }) => address.includes('@') && domainOf(address) !== domainOf(mailbox.address))
  if (!to) return { outcome: 'set_aside', conversationId: null, cause: 'nobody-in-to' }
  const thread = decideThread(references, known, { address: to.address, usable: true })
  const conversationId = await fileStaffMail(
    { tx, hub: services.hub, now: services.now() },
    {
      conversationId: joined(thread),
      staffId,
      source,
      externalId: externalIdOf(mail, digest),
      digest,
      channelAccountId: mailbox.accountId,
      to: { address: to.address.toLowerCase(), name: to.name || null },
      subject: mail.subject,
      text: mail.text.replaceAll('\0', ''),
      claimedAt: mail.claimedAt ?? null,
      raw: handed.raw,
    },
  )
  return { outcome: 'stored', conversationId, cause: null }
}

async function putAside(
  tx: Transaction,
  { source, digest, handed }: Facts,
  cause: string,
  now: Date,
  ownerId: string | null = null,
): Promise<MailOutcome> {
  if (handed.isReplay) return { outcome: 'set_aside', conversationId: null, cause }
  const isNew = await setAside(
    tx,
    { source, externalId: `aside-${digest.toString('hex')}`, digest, cause, raw: handed.raw, ownerId },
    now,
  )
  return { outcome: isNew ? 'set_aside' : 'duplicate', conversationId: null, cause }
}

/** A danger is only one of a storm where all of its words came so often before, the subject too (decision 0023). */
async function equalBefore(tx: Transaction, mail: Mail, now: Date): Promise<number> {
  const { body, whole } = await noteBody(tx, mail, now)
  return body > whole && isStorm(body) && isRedFlag(wordsOf(mail)) ? whole : body
}

/** The first mail of a storm is put aside and raises the alarm; the equal ones after it within the hour are counted only (desk-D52). */
async function putAsideOnce(
  tx: Transaction,
  facts: Facts,
  cause: 'mail-loop' | 'mail-storm',
  mail: Mail,
  now: Date,
): Promise<MailOutcome> {
  const [before] = await tx.run(
    sqlText`select from set_aside where organization_id = $1 and source = $2 and cause = $3 and sender = $4 and received_at > $5 limit 1`,
    [tx.context.organizationId, facts.source, cause, senderKey(mail), new Date(now.getTime() - 3_600_000)],
  )
  if (before) return { outcome: 'refused', conversationId: null, cause }
  const result = await putAside(tx, facts, cause, now)
  await tx.run(`update set_aside set sender = $4 where organization_id = $1 and source = $2 and external_id = $3`, [
    tx.context.organizationId,
    facts.source,
    `aside-${facts.digest.toString('hex')}`,
    senderKey(mail),
  ])
  await journal(
    tx,
    {
      event: 'inbox.alarm',
      action: 'E',
      resourceKind: 'mailbox',
      outcome: 'failed',
      detail: { source: facts.source, cause },
    },
    now,
  )
  return result
}

/** Two mails under one id: the provider is at fault, or somebody has the secret. */
const tellIdReused = (tx: Transaction, { source, handed }: Facts, now: Date): Promise<void> =>
  journal(
    tx,
    {
      event: 'mail.hand-over-id-reused',
      action: 'E',
      resourceKind: 'mail-webhook',
      resourceId: handed.handOver?.webhookId ?? null,
      detail: { source },
    },
    now,
  )

const senderKey = (mail: Mail): string => (mail.sender.address ?? '').toLowerCase().slice(0, 320)
const joined = (thread: ThreadDecision): string | null => (thread.decision === 'join' ? thread.conversationId : null)

function hintOf(thread: ThreadDecision): InboundMessage['mayBelongTo'] {
  if (thread.decision === 'join' || !thread.hintConversationId) return null
  return hintTo(thread.hintConversationId)
}

const hintTo = (conversationId: string): InboundMessage['mayBelongTo'] => ({ conversationId, reason: 'references' })

/** One raw mail, from bytes to the corridor. A mail that cannot be read is set aside with its original; the next one goes on (desk-D6). */
import { createHash } from 'node:crypto'
import {
  decideThread,
  keyOfReference,
  type KnownReference,
  type Reference,
  type ThreadDecision,
} from '#engines/mail/threading.ts'
import { readMail, type Mail } from '#engines/mail/read-mail.ts'
import { messageIdOf, readToken, tokenIsOurs } from '#engines/mail/token.ts'
import {
  isRedFlag,
  receiveMessage,
  type InboundAttachment,
  type InboundMessage,
} from '#server/modules/conversation/index.ts'
import { setAside } from '#server/modules/desk/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { checkFile, MAX_FILE_BYTES } from '#server/platform/file-check.ts'
import type { HtmlSanitiser } from '#server/platform/html-sanitiser.ts'
import { newId } from '#server/platform/id.ts'
import { transactionOrSpool } from '#server/platform/journal-spool.ts'
import { errorFields } from '#server/platform/log.ts'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type Mailbox = { organizationId: string; accountId: string; address: string; siteId: string | null }
export type MailDeps = { services: Services; sanitiser: HtmlSanitiser; tokenKey: Buffer }
export type MailOutcome = {
  outcome: 'stored' | 'duplicate' | 'set_aside' | 'refused'
  conversationId: string | null
  cause: string | null
}

/** Attachments of one mail; what is above is listed as refused (desk-D55). */
const FILES_MAX = 100
/** Attachment bytes of one mail (desk-D55). */
const FILES_MAX_BYTES = 50_000_000

export const sourceOf = (mailbox: Mailbox): string => `email:${mailbox.address}`

/** Durable when it returns: only then may the channel say "received". */
export async function receiveMail(deps: MailDeps, mailbox: Mailbox, raw: Buffer): Promise<MailOutcome> {
  const { services } = deps
  const context = systemContext(mailbox.organizationId, newId(), sourceOf(mailbox))
  const digest = createHash('sha256').update(raw).digest()
  const source = sourceOf(mailbox)
  let read: { mail: Mail; inbound: Omit<InboundMessage, 'conversationId' | 'provedBy' | 'mayBelongTo'> }
  try {
    read = await toInbound(deps, mailbox, raw, digest)
  } catch (error) {
    services.log.error('mail.not-read', errorFields(error))
    const cause = error instanceof RangeError ? 'too-large' : 'unreadable'
    await services.db.transaction(context, async (tx) => {
      await setAside(tx, { source, externalId: digest.toString('hex'), digest, cause, raw }, services.now())
      await count(tx, source, 'set_aside', services.now())
    })
    return { outcome: 'set_aside', conversationId: null, cause }
  }
  const { mail, inbound } = read
  const work = async (tx: Transaction): Promise<MailOutcome> => {
    if (mail.classified.classification === 'own_echo') {
      await count(tx, source, 'duplicate', services.now())
      return { outcome: 'duplicate', conversationId: null, cause: null }
    }
    const thread = decideThread(
      mail.references,
      await knownReferences(tx, mailbox, deps.tokenKey, mail.references, services.now()),
      {
        address: mail.sender.address,
        usable: mail.sender.usable,
      },
    )
    const bounced = mail.classified.report ? await settleBounce(tx, mail, services.now()) : null
    const received = await receiveMessage(
      { tx, jobs: services.jobs, hub: services.hub, now: services.now() },
      { ...inbound, conversationId: bounced ?? joined(thread), provedBy: 'token', mayBelongTo: hintOf(thread) },
    )
    if (!received.ok) {
      await setAside(
        tx,
        { source, externalId: inbound.externalId, digest, cause: 'conversation-gone', raw },
        services.now(),
      )
      await count(tx, source, 'set_aside', services.now())
      return { outcome: 'set_aside', conversationId: null, cause: 'conversation-gone' }
    }
    await count(tx, source, received.value.outcome, services.now())
    return { outcome: received.value.outcome, conversationId: received.value.conversationId, cause: null }
  }
  return transactionOrSpool(services, context, () => isRedFlag(inbound), work)
}

async function toInbound({ services, sanitiser }: MailDeps, mailbox: Mailbox, raw: Buffer, digest: Buffer) {
  const domain = domainOf(mailbox)
  const mail = readMail(raw, {
    own: { addresses: [mailbox.address], domains: [domain] },
    trust: { authenticators: [] },
    receivedAt: services.now(),
  })
  const safe = mail.html === undefined ? null : await sanitiser.sanitise(mail.html)
  const attachments = await checkAttachments(services, mail)
  const flags = [...mail.sender.flags, ...mail.flags, ...(safe && !safe.ok ? [`html_${safe.limit}`] : [])]
  return {
    mail,
    inbound: {
      source: sourceOf(mailbox),
      externalId: mail.messageId ?? digest.toString('hex'),
      digest,
      channel: 'email' as const,
      channelAccountId: mailbox.accountId,
      sender: {
        kind: 'address' as const,
        system: 'email' as const,
        value: (mail.sender.address ?? 'unknown').toLowerCase(),
        name: mail.sender.name || null,
        usable: mail.sender.usable && mail.sender.address !== undefined,
      },
      replyTo: null,
      subject: mail.subject || null,
      text: mail.text.replaceAll('\0', ''),
      trimmed: mail.trimmed.isTrimmed ? mail.trimmed.text.replaceAll('\0', '') : null,
      safeHtml: safe?.ok ? safe.html : null,
      claimedAt: mail.claimedAt ?? null,
      automatic: mail.classified.classification,
      flags: flags.slice(0, 40),
      attachments,
      raw,
      siteId: mailbox.siteId,
    },
  }
}

async function checkAttachments(services: Services, mail: Mail): Promise<InboundAttachment[]> {
  const attachments: InboundAttachment[] = []
  let bytesLeft = FILES_MAX_BYTES
  for (const file of mail.attachments.slice(0, FILES_MAX)) {
    const head = { name: file.name, disposition: file.disposition, contentId: file.contentId ?? null }
    bytesLeft -= file.bytes.length
    if (file.bytes.length > MAX_FILE_BYTES || bytesLeft < 0) {
      attachments.push({
        ...head,
        type: file.type,
        size: file.bytes.length,
        sha256: sha256(file.bytes),
        verdict: 'refused',
        reason: 'too-large',
        storageKey: null,
      })
      continue
    }
    const checked = await checkFile(file.bytes, file.name, file.type)
    attachments.push({
      ...head,
      name: checked.name,
      type: checked.type,
      size: checked.bytes.length,
      sha256: sha256(checked.bytes),
      verdict: checked.verdict === 'held' ? 'waiting' : checked.verdict,
      reason: checked.reason,
      storageKey: checked.verdict === 'refused' ? null : await services.files.put(checked.bytes),
    })
  }
  return attachments
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
const domainOf = ({ address }: Mailbox): string => address.slice(address.lastIndexOf('@') + 1)
const joined = (thread: ThreadDecision): string | null => (thread.decision === 'join' ? thread.conversationId : null)

function hintOf(thread: ThreadDecision): InboundMessage['mayBelongTo'] {
  if (thread.decision === 'join' || !thread.hintConversationId) return null
  return { conversationId: thread.hintConversationId, reason: 'references' }
}

/** What the store knows of the references. The MAC of a token is checked against each live party of the conversation it names. */
async function knownReferences(
  tx: Transaction,
  mailbox: Mailbox,
  tokenKey: Buffer,
  references: readonly Reference[],
  now: Date,
): Promise<Map<string, KnownReference>> {
  const idOf = (reference: Reference): string =>
    reference.kind === 'token'
      ? messageIdOf(reference.token, domainOf(mailbox))
      : `<${reference.messageId.replace(/^<|>$/g, '')}>`
  const known = new Map<string, KnownReference>()
  if (references.length === 0) return known
  const rows = await tx.run<{
    externalId: string
    conversationId: string
    parties: { id: string; address: string | null }[] | null
  }>(REFERENCES, [mailbox.organizationId, references.map(idOf)])
  for (const reference of references) {
    const row = rows.find(({ externalId }) => externalId === idOf(reference))
    if (!row) continue
    const parties = row.parties ?? []
    const token = reference.kind === 'token' ? readToken(reference.token) : undefined
    known.set(keyOfReference(reference), {
      conversationId: row.conversationId,
      isVerified:
        token !== undefined &&
        parties.some(({ id }) =>
          tokenIsOurs(
            token,
            [{ secret: tokenKey }],
            { organizationId: mailbox.organizationId, conversationId: row.conversationId, partyId: id },
            now,
          ),
        ),
      liveParties: parties.flatMap(({ address }) => (address ? [address] : [])),
    })
  }
  return known
}

// A party's addresses: the one it wrote from, and those on file of the person it is.
const REFERENCES = sqlText`
  select m.external_id as "externalId", m.conversation_id as "conversationId",
         (select json_agg(json_build_object('id', y.id, 'address', a.value))
            from party y
            left join lateral (
              select y.address as value where y.address is not null
              union select p.value from contact_point p where p.organization_id = $1 and p.system = 'email' and p.state in ('active', 'bouncing')
                and ((y.related_person_id is null and p.patient_id = y.patient_id) or p.related_person_id = y.related_person_id)
            ) a on true
           where y.organization_id = $1 and y.conversation_id = m.conversation_id and y.left_at is null and y.role in ('author', 'patient', 'proxy')
             and (y.related_person_id is null or exists (select from proxy_link l where l.organization_id = $1
               and l.related_person_id = y.related_person_id and l.state = 'active' and (l.ends_at is null or l.ends_at > now())))) as parties
    from message m
   where m.organization_id = $1 and m.external_id = any ($2::text[])
   limit 50`

/** A delivery report about a mail of ours: 5.x.x fails it and marks the address; 4.x.x is only noted (desk-D51). @returns its conversation. */
async function settleBounce(tx: Transaction, mail: Mail, now: Date): Promise<string | null> {
  const report = mail.classified.report
  if (!report?.originalMessageId) return null
  const [row] = await tx.run<{ conversationId: string }>(BOUNCE, [
    tx.context.organizationId,
    `<${report.originalMessageId.replace(/^<|>$/g, '')}>`,
    report.kind === 'permanent',
    now,
    newId(now.getTime()),
    `bounced-${report.recipients[0]?.status ?? report.kind}`.slice(0, 60),
  ])
  return row?.conversationId ?? null
}

const BOUNCE = sqlText`
  with d as (
    update delivery d set state = case when $3 then 'failed' else d.state end, cause = $6, changed_at = $4
      from message m
     where d.organization_id = $1 and m.organization_id = $1 and m.external_id = $2 and d.message_id = m.id and d.channel = 'email'
       and d.state in ('handed_over', 'delivered', 'sending', 'unknown', 'failed')
    returning d.id, d.conversation_id, d.contact_point_id, d.attempt, d.state
  ), step as (
    insert into delivery_step (organization_id, delivery_id, at, id, state, cause, attempt) select $1, id, $4, $5, state, $6, attempt from d limit 1
  ), point as (
    update contact_point set state = 'bouncing', version = version + 1
     where organization_id = $1 and $3 and id in (select contact_point_id from d) and state = 'active'
  )
  select conversation_id as "conversationId" from d limit 1`

/** The reconciliation counter of this mailbox and hour: seen = stored + duplicate + refused + set aside (desk-D58). */
async function count(
  tx: Transaction,
  source: string,
  outcome: 'stored' | 'duplicate' | 'refused' | 'set_aside',
  now: Date,
): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000)
  await tx.run(
    `insert into mailbox_count (organization_id, source, hour, seen, ${outcome}) values ($1, $2, $3, 1, 1)
     on conflict (organization_id, source, hour) do update set seen = mailbox_count.seen + 1, ${outcome} = mailbox_count.${outcome} + 1`,
    [tx.context.organizationId, source, hour],
  )
}

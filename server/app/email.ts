/** Wires the e-mail channel: what leaves as mail, and what comes in. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import {
  makeToken,
  messageIdOf,
  readToken,
  replyAddress,
  tokenIsOurs,
  TOKEN_RANDOM_BYTES,
} from '#engines/mail/token.ts'
import { openMailOut } from '#server/channels/email/send-mail.ts'
import { readOutbox } from '#server/channels/email/local-outbox.ts'
import { openMailIn, type MailIn } from '#server/channels/email/mail-in.ts'
import type { WhileAway } from '#server/channels/email/smtp-listener.ts'
import { signingKey, verifyingKeys } from '#server/channels/email/token-keys.ts'
import {
  continuityText,
  filesOfMail,
  linkMailText,
  linkTextMessage,
  mailSubject,
  sendingLineFirst,
  type Carriers,
  type Handover,
  type HandoverReport,
} from '#server/modules/conversation/index.ts'
import type { Replay } from '#server/modules/desk/index.ts'
import type { CarryNotice } from '#server/modules/notice/index.ts'
import type { Config } from '#server/platform/config.ts'
import { systemContext } from '#server/platform/context.ts'
import type { FileCheck } from '#server/platform/file-check.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type Email = {
  carriers: Carriers
  carryNotice: CarryNotice
  replay: Replay
  receiveMail: MailIn['receive']
  readOutbox: typeof readOutbox extends (folder: string) => infer R ? () => R : never
  port: number | null
  stop(): Promise<void>
}

export async function openEmail(
  services: Services,
  config: Config,
  fileCheck: FileCheck,
  whileAway?: WhileAway,
): Promise<Email> {
  const outboxFolder = join(config.dataFolder, 'outbox')
  const { outbound } = config
  const send = openMailOut({ url: config.smtpOut?.url ?? null, outboxFolder, outbound })

  const carry = async (handover: Handover): Promise<HandoverReport> => {
    const { organizationId, conversationId } = handover
    const context = systemContext(organizationId, newId(), 'job deliver')
    const [[door], kept] = await services.db.transaction(context, (tx) =>
      Promise.all([
        tx.run<Door>(DOOR, [organizationId, conversationId, handover.partyId, handover.messageId]),
        filesOfMail(tx, handover.files.along),
      ]),
    )
    if (!door?.address || !door.partyId) return { state: 'failed', cause: 'no-mailbox', canRetry: false }
    const files = await Promise.all(
      kept.map(async ({ name, type, storageKey }) => ({ name, type, bytes: await services.files.get(storageKey) })),
    ).catch(() => undefined)
    if (!files) return { state: 'failed', cause: 'original-missing', canRetry: true }
    const domain = door.address.slice(door.address.lastIndexOf('@') + 1)
    const binding = { organizationId, conversationId: door.writtenIn ?? conversationId, partyId: door.partyId }
    const token = tokenOf(services, binding, door.token)
    const messageId = messageIdOf(token, domain)
    // The token is kept before the mail leaves: an answer may come faster than our own bookkeeping.
    await services.db.transaction(context, (tx) =>
      tx.run(KEEP_TOKEN, [organizationId, handover.messageId, messageId, token]),
    )
    const report = await send({
      key: `${handover.idempotencyKey}:${handover.attempt}`,
      from: `"${door.name.replaceAll('"', '')}" <${door.address}>`,
      to: handover.address,
      replyTo: replyAddress(token, domain),
      subject: mailSubject(handover.language, door.name),
      text: textOf(handover, door.name, `${services.publicUrl}/portal/messages/${conversationId}`),
      messageId,
      inReplyTo: handover.replyToExternalId?.startsWith('<') ? handover.replyToExternalId : undefined,
      references: door.references ?? [],
      isAutomatic: handover.isAutomatic,
      files,
    })
    return report.state === 'handed_over'
      ? { state: 'handed_over', providerRef: messageId, messageToken: token }
      : report
  }

  const carryNotice: CarryNotice = async (notice) => {
    if (notice.system !== 'email' && config.smtpOut) return { state: 'failed', cause: 'no-carrier', canRetry: false }
    const context = systemContext(notice.organizationId, newId(), 'job notice')
    const [door] = await services.db.transaction(context, (tx) =>
      tx.run<Door>(DOOR, [notice.organizationId, null, null, null]),
    )
    const from = door?.address ?? 'no-reply@localhost'
    return send({
      key: notice.idempotencyKey,
      from: `"${(door?.name ?? 'Bedside').replaceAll('"', '')}" <${from}>`,
      // Where no number of ours can send text messages, the local outbox shows them like mails.
      to: notice.system === 'email' ? notice.address : `${notice.address.replace('+', '')}@sms.localhost`,
      subject: notice.subject,
      text: notice.body,
      messageId: `<${notice.idempotencyKey}@${from.slice(from.lastIndexOf('@') + 1)}>`,
      isAutomatic: true,
    })
  }

  const mailIn: MailIn = await openMailIn(services, {
    smtp: config.smtpIn,
    imap: config.work ? (config.imap?.urls ?? []) : [],
    outbound,
    checkFile: fileCheck.check,
    ...(whileAway ? { whileAway } : {}),
  })
  return {
    carriers: { email: carry },
    carryNotice,
    replay: mailIn.replay,
    receiveMail: mailIn.receive,
    readOutbox: () => readOutbox(outboxFolder),
    port: mailIn.port,
    stop: mailIn.stop,
  }
}

/** One message has one reference for ever: sent again, it is the same mail to whoever gets it twice, and old answers still find home. */
function tokenOf(
  { keys, now }: Services,
  binding: { organizationId: string; conversationId: string; partyId: string },
  kept: string | null,
): string {
  const read = kept === null ? undefined : readToken(kept)
  if (kept !== null && read && tokenIsOurs(read, verifyingKeys(keys, now()), binding, now())) return kept
  return makeToken(randomBytes(TOKEN_RANDOM_BYTES), signingKey(keys, now()), binding)
}

/** The words, or a link to them; files that do not go along are behind a link too. */
function textOf({ carriesText, text, language, continues, files }: Handover, name: string, url: string): string {
  if (carriesText) return files.filesWait ? `${text}\n\n${linkTextMessage(language, name, url)}` : text
  return continues ? continuityText(language, name, url) : linkMailText(language, name, url)
}

type Door = {
  address: string | null
  name: string
  /** The conversation is about a patient we know. */
  partyId: string | null
  /** The conversation in which the message was first written: a reference is read as one of that (references.ts), also after a merge. */
  writtenIn: string | null
  /** The reference this message left with before. */
  token: string | null
  references: string[] | null
}

const DOOR = `
  with written as (
    select coalesce(origin_id, conversation_id) as "in", message_id_token as token from message where organization_id = $1 and id = $4::uuid
  )
  select o.name, (select "in" from written) as "writtenIn", (select token from written) as token,
         (select a.address from channel_account a where a.organization_id = $1 and a.channel = 'email' and a.is_live
           order by ${sendingLineFirst('email', '$2::uuid')} limit 1) as address,
         (select array_agg(r.external_id order by r.seq) from (
           select external_id, seq from message m where m.organization_id = $1 and m.conversation_id = $2::uuid and m.channel = 'email'
              and m.external_id like '<%>' and m.id <> $4::uuid order by m.seq desc limit 20) r) as references,
         coalesce($3::uuid, (select p.id from party p where p.organization_id = $1 and p.conversation_id = coalesce((select "in" from written), $2::uuid) and p.role <> 'staff'
            order by p.joined_at limit 1)) as "partyId"
    from organization o where o.organization_id = $1`

const KEEP_TOKEN = sqlText`
  update message set external_id = $3, message_id_token = $4 where organization_id = $1 and id = $2`

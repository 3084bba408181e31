/** Wires the e-mail channel: what leaves as mail, and what comes in. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { makeToken, messageIdOf, replyAddress, TOKEN_RANDOM_BYTES } from '#engines/mail/token.ts'
import { openMailOut } from '#server/channels/email/send-mail.ts'
import { readOutbox } from '#server/channels/email/local-outbox.ts'
import { openMailIn, type MailIn } from '#server/channels/email/mail-in.ts'
import {
  linkMailText,
  linkSubject,
  type Carriers,
  type Handover,
  type HandoverReport,
} from '#server/modules/conversation/index.ts'
import type { Replay } from '#server/modules/desk/index.ts'
import type { CarryNotice } from '#server/modules/notice/index.ts'
import type { Config } from '#server/platform/config.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type Email = {
  carriers: Carriers
  carryNotice: CarryNotice
  replay: Replay
  readOutbox: typeof readOutbox extends (folder: string) => infer R ? () => R : never
  port: number | null
  stop(): Promise<void>
}

export async function openEmail(services: Services, config: Config): Promise<Email> {
  const outboxFolder = join(config.dataFolder, 'outbox')
  const send = openMailOut({ url: config.smtpOut?.url ?? null, outboxFolder })
  const tokenKey = services.keys.digest('mail-token', '1')

  const carry = async (handover: Handover): Promise<HandoverReport> => {
    const { organizationId, conversationId } = handover
    const context = systemContext(organizationId, newId(), 'job deliver')
    const door = await services.db.transaction(
      context,
      async (tx) => (await tx.run<Door>(DOOR, [organizationId, conversationId, handover.partyId]))[0],
    )
    if (!door?.address || !door.partyId) return { state: 'failed', cause: 'no-mailbox', canRetry: false }
    const domain = door.address.slice(door.address.lastIndexOf('@') + 1)
    const token = makeToken(randomBytes(TOKEN_RANDOM_BYTES), tokenKey, {
      organizationId,
      conversationId,
      partyId: door.partyId,
    })
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
      subject: handover.carriesText && door.subject ? `Re: ${door.subject}` : linkSubject(handover.language, door.name),
      text: handover.carriesText
        ? handover.text
        : linkMailText(handover.language, door.name, `${services.publicUrl}/messages/${conversationId}`),
      messageId,
      inReplyTo: handover.replyToExternalId?.startsWith('<') ? handover.replyToExternalId : undefined,
      isAutomatic: handover.isAutomatic,
    })
    return report.state === 'handed_over'
      ? { state: 'handed_over', providerRef: messageId, messageToken: token }
      : report
  }

  const carryNotice: CarryNotice = async (notice) => {
    if (notice.system !== 'email' && config.smtpOut) return { state: 'failed', cause: 'no-carrier', canRetry: false }
    const context = systemContext(notice.organizationId, newId(), 'job notice')
    const [door] = await services.db.transaction(context, (tx) =>
      tx.run<Door>(DOOR, [notice.organizationId, null, null]),
    )
    const from = door?.address ?? 'no-reply@localhost'
    return send({
      key: notice.idempotencyKey,
      from: `"${(door?.name ?? 'Bedside').replaceAll('"', '')}" <${from}>`,
      // Text messages have no carrier yet; in the local outbox they are shown like mails.
      to: notice.system === 'email' ? notice.address : `${notice.address.replace('+', '')}@sms.localhost`,
      subject: notice.subject,
      text: notice.body,
      messageId: `<${notice.idempotencyKey}@${from.slice(from.lastIndexOf('@') + 1)}>`,
      isAutomatic: true,
    })
  }

  const mailIn: MailIn = await openMailIn(services, { smtp: config.smtpIn, imap: config.imap?.url ?? null, tokenKey })
  return {
    carriers: { email: carry },
    carryNotice,
    replay: mailIn.replay,
    readOutbox: () => readOutbox(outboxFolder),
    port: mailIn.port,
    stop: mailIn.stop,
  }
}

type Door = { address: string | null; name: string; subject: string; partyId: string | null }

const DOOR = sqlText`
  select o.name,
         (select a.address from channel_account a where a.organization_id = $1 and a.channel = 'email' and a.is_live order by a.id limit 1) as address,
         (select c.subject from conversation c where c.organization_id = $1 and c.id = $2::uuid) as subject,
         coalesce($3::uuid, (select p.id from party p where p.organization_id = $1 and p.conversation_id = $2::uuid and p.role <> 'staff'
            order by p.joined_at limit 1)) as "partyId"
    from organization o where o.organization_id = $1`

const KEEP_TOKEN = sqlText`
  update message set external_id = $3, message_id_token = $4 where organization_id = $1 and id = $2`

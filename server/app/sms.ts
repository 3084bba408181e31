/** Wires the channel of text messages: answers and codes that leave by it, and what comes in. */
import type { FormField } from '#engines/sms/carrier-signature.ts'
import { LONGEST_SMS } from '#engines/sms/segments.ts'
import { endpointOf } from '#server/channels/hook-endpoint.ts'
import { numberToSendFrom, type OwnNumber } from '#server/channels/sms/own-number.ts'
import { pictureAddress } from '#server/channels/sms/picture-address.ts'
import { receiveSms } from '#server/channels/sms/receive-sms.ts'
import { sendSms } from '#server/channels/sms/send-sms.ts'
import {
  continuityTextMessage,
  linkTextMessage,
  type Carriers,
  type Handover,
  type HandoverReport,
} from '#server/modules/conversation/index.ts'
import type { CarryNotice } from '#server/modules/notice/index.ts'
import type { Config } from '#server/platform/config.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { FileCheck } from '#server/platform/file-check.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'

export type Sms = {
  carriers: Carriers
  carryNotice: CarryNotice
  receive(number: OwnNumber, fields: readonly FormField[]): Promise<unknown>
}

/** `carryElse` takes the notices that are no text messages, and those of an organization that has no number. */
export function openSms(
  services: Services,
  { outbound }: Pick<Config, 'outbound'>,
  fileCheck: Pick<FileCheck, 'check'>,
  carryElse: CarryNotice,
): Sms {
  const { db, keys, publicUrl } = services
  const from = (organizationId: string, conversationId: string | null) =>
    db.transaction(systemContext(organizationId, newId(), 'job deliver'), async (tx) => ({
      number: await numberToSendFrom(tx, keys, conversationId),
      name: await nameOf(tx),
    }))

  const carry = async (handover: Handover): Promise<HandoverReport> => {
    const { organizationId, conversationId, deliveryId, address, files } = handover
    const { number, name } = await from(organizationId, conversationId)
    if (!number) return { state: 'failed', cause: 'no-number', canRetry: false }
    const statusUrl = `${publicUrl}/hooks/sms/${endpointOf(organizationId, number.accountId)}/status?delivery=${deliveryId}`
    const pictures = files.along.map(
      (attachmentId) => publicUrl + pictureAddress(keys, { organizationId, attachmentId, deliveryId }, services.now()),
    )
    const text = textOf(handover, name, `${publicUrl}/portal/messages/${conversationId}`)
    return sendSms({ from: number, to: address, text, pictures, statusUrl }, outbound)
  }

  const carryNotice: CarryNotice = async (notice) => {
    if (notice.system === 'email') return carryElse(notice)
    const { number } = await from(notice.organizationId, null)
    if (!number) return carryElse(notice)
    return sendSms({ from: number, to: notice.address, text: notice.body, pictures: [], statusUrl: null }, outbound)
  }

  return {
    carriers: { sms: carry },
    carryNotice,
    receive: (number, fields) => receiveSms({ services, checkFile: fileCheck.check, outbound }, number, fields),
  }
}

/** The words, or a link to them; files that do not go along are behind the link too. */
function textOf({ text, language, carriesText, continues, files }: Handover, name: string, url: string): string {
  if (continues) return continuityTextMessage(language, name, continues === 'widget' ? null : url)
  const link = linkTextMessage(language, name, url)
  if (!carriesText) return link
  const both = files.filesWait ? `${text}\n\n${link}` : text
  return both.length > LONGEST_SMS ? link : both
}

async function nameOf(tx: Transaction): Promise<string> {
  const [row] = await tx.run<{ name: string }>(`select name from organization where organization_id = $1`, [
    tx.context.organizationId,
  ])
  return row?.name ?? ''
}

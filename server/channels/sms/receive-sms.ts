/**
 * One signed text message, from the form to the corridor. Durable when it returns: only then may the carrier hear "received".
 *
 * Counted like mail: seen before it is worked on, struck out in the transaction that settles it (desk-D58).
 */
import { createHash } from 'node:crypto'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import { LONGEST_SMS } from '#engines/sms/segments.ts'
import { isRedFlag, receiveMessage, type InboundMessage } from '#server/modules/conversation/index.ts'
import { setAside } from '#server/modules/desk/index.ts'
import { readContact } from '#server/modules/patient/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { transactionOrSpool } from '#server/platform/journal-spool.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import type { FileCheck } from '#server/platform/file-check.ts'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { seeArrivals, settleArrival, type Outcome } from '../arrival.ts'
import { formValues } from '../form-values.ts'
import { sourceOf, type OwnNumber } from './own-number.ts'
import { checkFiles, filesOf } from './sms-files.ts'

export type SmsDeps = { services: Services; checkFile: FileCheck['check']; outbound: OutboundRules }

/** Ten segments with some room; a longer one is no text message. */
const TEXT_MAX = 2 * LONGEST_SMS

export async function receiveSms(
  { services, checkFile, outbound }: SmsDeps,
  number: OwnNumber,
  fields: readonly FormField[],
): Promise<Outcome> {
  const values = formValues(fields)
  const source = sourceOf(number)
  // Without what the carrier may write otherwise at a repeat: the id, who to whom, the words and the files.
  const said = [
    'MessageSid',
    'From',
    'Body',
    ...fields.map(([name]) => name).filter((name) => /^MediaUrl\d+$/.test(name)),
  ]
  const digest = createHash('sha256')
    .update(JSON.stringify(said.map((name) => values.get(name) ?? null)))
    .digest()
  const id = values.get('MessageSid') ?? ''
  const externalId = /^[A-Za-z0-9]{2,64}$/.test(id) ? id : null
  const key = externalId ?? digest.toString('hex')
  const context = systemContext(number.organizationId, newId(), source)

  const isKnown = await services.db.transaction(context, async (tx) => {
    // In the order of the transaction that settles it: entry first, then count. The other order would let two repeats wait for each other.
    const repeated = externalId !== null && (await repeat(tx, source, externalId, digest))
    await seeArrivals(tx, source, [key], services.now())
    return repeated
  })
  const sender = senderOf(values.get('From') ?? '')
  const text = (values.get('Body') ?? '').replaceAll('\0', '').toWellFormed().normalize('NFC')
  const files = { check: checkFile, store: services.files, outbound }
  const attachments = isKnown || !sender ? [] : await checkFiles(files, number, filesOf(fields))

  const work = async (tx: Transaction): Promise<Outcome> => {
    const now = services.now()
    const outcome = await decide(tx, now)
    await settleArrival(tx, source, key, outcome, now)
    return outcome
  }
  const decide = async (tx: Transaction, now: Date): Promise<Outcome> => {
    if (isKnown) return 'duplicate'
    if (!externalId || !sender || text.length > TEXT_MAX) {
      const raw = Buffer.from(new URLSearchParams(fields.map(([name, value]) => [name, value])).toString())
      const cause = sender && externalId ? 'too-large' : 'unreadable'
      const isNew = await setAside(tx, { source, externalId: `aside-${key}`, digest, cause, raw }, now)
      return isNew ? 'set_aside' : 'duplicate'
    }
    const inbound: InboundMessage = {
      source,
      externalId,
      digest,
      channel: 'sms',
      channelAccountId: number.accountId,
      sender,
      conversationId: null,
      provedBy: 'token',
      subject: null,
      text,
      attachments,
      siteId: number.siteId,
    }
    const received = await receiveMessage({ tx, jobs: services.jobs, hub: services.hub, now }, inbound)
    if (!received.ok) throw new Error('a text that named no conversation was refused one')
    return received.value.outcome
  }
  return transactionOrSpool(services, context, () => isRedFlag({ subject: null, text, attachments }), work)
}

/** A number in full is somebody's; a short code or a name is a machine's, and nothing answers it by itself. */
export function senderOf(from: string): InboundMessage['sender'] | undefined {
  const value = from.trim().slice(0, 100)
  if (value === '') return undefined
  const contact = value.startsWith('+') ? readContact(value, 'US') : null
  const usable = contact?.system === 'sms'
  return { kind: 'address', system: 'sms', value: usable ? contact.value : value, name: null, usable }
}

/** Was it taken in before? Then it is only counted. */
async function repeat(tx: Transaction, source: string, externalId: string, digest: Buffer): Promise<boolean> {
  const rows = await tx.run(
    sqlText`update inbox_entry set repeats = repeats + 1
      where organization_id = $1 and source = $2 and external_id = $3 and content_digest = $4 returning source`,
    [tx.context.organizationId, source, externalId, digest],
  )
  return rows.length > 0
}

/**
 * What a carrier says later of a text: states go forward only; a doubled receipt changes nothing, and a late lower one is kept in the
 * ledger and changes nothing (desk section 2, D60). What is `unknown` stays for a person, who sees the receipt there (desk-D43).
 */
import type { FormField } from '#engines/sms/carrier-signature.ts'
import { noteReceipt, type Receipt } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import { formValues } from '../form-values.ts'
import type { OwnNumber } from './own-number.ts'

const STATES: Record<string, Receipt['state']> = {
  sent: 'handed_over',
  delivered: 'delivered',
  read: 'seen',
  undelivered: 'failed',
  failed: 'failed',
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `deliveryId` stands in the signed address that we gave the carrier. */
export async function takeReceipt(
  { db, hub, now }: Services,
  number: OwnNumber,
  deliveryId: string,
  fields: readonly FormField[],
): Promise<void> {
  const values = formValues(fields)
  const state = STATES[values.get('MessageStatus') ?? '']
  const providerRef = values.get('MessageSid') ?? ''
  if (!state || !UUID.test(deliveryId) || !/^[A-Za-z0-9]{2,64}$/.test(providerRef)) return
  const code = /^\d{1,6}$/.exec(values.get('ErrorCode') ?? '')?.[0]
  const receipt = {
    deliveryId,
    state,
    providerRef,
    cause: state === 'failed' ? `sms-${code ?? 'not-delivered'}` : null,
  }
  await db.transaction(systemContext(number.organizationId, newId(), 'sms-receipt'), (tx) =>
    noteReceipt({ tx, hub, now: now() }, receipt),
  )
}

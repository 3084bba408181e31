/** A text that was set aside is handed in anew by a person (desk-D6): by the same door, for the number it came to. */
import type { FormField } from '#engines/sms/carrier-signature.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { formValues } from '../form-values.ts'
import { openNumbers, sourceOf, type OwnNumber } from './own-number.ts'

type Receive = (number: OwnNumber, fields: readonly FormField[]) => Promise<unknown>
type Aside = { organizationId: string; source: string; raw: Buffer }

/** `source`: `sms:` with the number, or with the id of its account where a kept emergency was set aside. */
export async function replayText(
  { db, keys }: Pick<Services, 'db' | 'keys'>,
  receive: Receive,
  { organizationId, source, raw }: Aside,
): Promise<{ conversationId: string | null; cause: string | null }> {
  const context = systemContext(organizationId, newId(), 'replay')
  const numbers = await db.transaction(context, (tx) => openNumbers(tx, keys))
  const number = numbers.find((one) => sourceOf(one) === source || `sms:${one.accountId}` === source)
  if (!number) return { conversationId: null, cause: 'no-number' }
  const fields = [...new URLSearchParams(raw.toString())]
  await receive(number, fields)
  // What is set aside once more adds nothing to the list: whether there is a message now decides.
  const [stored] = await db.transaction(context, (tx) =>
    tx.run<{ conversationId: string }>(STORED, [
      organizationId,
      sourceOf(number),
      formValues(fields).get('MessageSid') ?? '',
    ]),
  )
  return stored ? { ...stored, cause: null } : { conversationId: null, cause: 'unreadable' }
}

const STORED = sqlText`
  select m.conversation_id as "conversationId" from inbox_entry e join message m on m.organization_id = $1 and m.id = e.message_id
   where e.organization_id = $1 and e.source = $2 and e.external_id = $3`

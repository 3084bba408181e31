/**
 * Our numbers, each with the carrier's account by which it speaks. A webhook finds its number by its address, never by what is in the
 * form; the secret that signs what comes also opens the carrier's interface.
 */
import { randomBytes } from 'node:crypto'
import { isCarrierSignature, type FormField } from '#engines/sms/carrier-signature.ts'
import { sendingLineFirst } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { readEndpoint } from '../hook-endpoint.ts'

export type OwnNumber = {
  organizationId: string
  accountId: string
  /** E.164. */
  address: string
  siteId: string | null
  carrierAccount: string
  secret: string
  /** Where the carrier's interface begins, without a slash at the end. */
  apiUrl: string
}

export const sourceOf = ({ address }: OwnNumber): string => `sms:${address}`

/** What an address that leads nowhere is checked against; nobody knows it. */
const NO_SECRET = randomBytes(32).toString('hex')

/** The number a signed form is for. @returns undefined alike for a wrong address, a wrong signature and a closed number. */
export async function numberOfForm(
  { db, keys }: Services,
  endpoint: string,
  { url, signature, fields }: { url: string; signature: string; fields: readonly FormField[] },
): Promise<OwnNumber | undefined> {
  const { organizationId, id } = readEndpoint(endpoint)
  const [row] = await db.transaction(systemContext(organizationId, newId(), 'sms-webhook'), (tx) =>
    tx.run<Row>(BY_ID, [organizationId, id]),
  )
  const number = row && opened(keys, organizationId, row)
  const isSigned = isCarrierSignature(signature, number?.secret ?? NO_SECRET, url, fields)
  return isSigned ? number : undefined
}

/** For a look at its carrier. */
export async function numberById(tx: Transaction, keys: Keys, accountId: string): Promise<OwnNumber | undefined> {
  const { organizationId } = tx.context
  const [row] = await tx.run<Row>(BY_ID, [organizationId, accountId])
  return row && opened(keys, organizationId, row)
}

/** The number a text leaves from. */
export async function numberToSendFrom(
  tx: Transaction,
  keys: Keys,
  conversationId: string | null,
): Promise<OwnNumber | undefined> {
  const [row] = await tx.run<Row>(TO_SEND_FROM, [tx.context.organizationId, conversationId])
  return row && opened(keys, tx.context.organizationId, row)
}

/** An open number of the organization. */
export async function openNumber(tx: Transaction, keys: Keys, accountId: string): Promise<OwnNumber | undefined> {
  const [row] = await tx.run<Row>(BY_ID, [tx.context.organizationId, accountId])
  return row && opened(keys, tx.context.organizationId, row)
}

/** All open numbers of the organization, to be remembered for when the database does not answer (decision 0130). */
export async function openNumbers(tx: Transaction, keys: Keys): Promise<OwnNumber[]> {
  const rows = await tx.run<Row>(OPEN, [tx.context.organizationId])
  return rows.map((row) => opened(keys, tx.context.organizationId, row))
}

export type NewNumber = Pick<OwnNumber, 'address' | 'carrierAccount' | 'secret' | 'apiUrl'> & { name: string }

/** @returns false when the number is another door's already. */
export async function addNumber(tx: Transaction, keys: Keys, number: NewNumber, now: Date): Promise<boolean> {
  const accountId = newId(now.getTime())
  const { organizationId } = tx.context
  const rows = await tx.run(ADD, [
    organizationId,
    accountId,
    number.name,
    number.address,
    number.carrierAccount,
    keys.seal(Buffer.from(number.secret), placeOf(accountId)),
    number.apiUrl,
    now,
  ])
  return rows.length > 0
}

/** Another account, secret or interface of the carrier for a number. @returns false when there is no such number. */
export async function changeCarrier(
  tx: Transaction,
  keys: Keys,
  accountId: string,
  carrier: Pick<OwnNumber, 'carrierAccount' | 'secret' | 'apiUrl'>,
  now: Date,
): Promise<boolean> {
  const sealed = keys.seal(Buffer.from(carrier.secret), placeOf(accountId))
  const values = [tx.context.organizationId, accountId, carrier.carrierAccount, sealed, carrier.apiUrl, now]
  return (await tx.run(CHANGE, values)).length > 0
}

export type NumberRow = {
  id: string
  name: string
  address: string
  isLive: boolean
  carrierAccount: string
  apiUrl: string
  lastSuccessAt: Date | null
  stored: number
  duplicate: number
  refused: number
  setAside: number
  handedOver: number
  failed: number
  unknown: number
}

/** With what became of its texts since `since`. */
export const numbersOf = (tx: Transaction, since: Date): Promise<NumberRow[]> =>
  tx.run<NumberRow>(LIST, [tx.context.organizationId, since])

type Row = Omit<OwnNumber, 'organizationId' | 'secret'> & { secretSealed: Buffer }

const opened = (keys: Keys, organizationId: string, { secretSealed, ...row }: Row): OwnNumber => ({
  ...row,
  organizationId,
  secret: keys.open(secretSealed, placeOf(row.accountId)).toString(),
})

const placeOf = (accountId: string): string => `sms_carrier/${accountId}/secret`

const COLUMNS = `a.id as "accountId", a.address, a.site_id as "siteId", s.carrier_account as "carrierAccount", s.secret_sealed as "secretSealed",
  s.api_url as "apiUrl"`

const BY_ID = `
  select ${COLUMNS} from channel_account a join sms_carrier s on s.organization_id = $1 and s.account_id = a.id
   where a.organization_id = $1 and a.id = $2 and a.channel = 'sms' and a.is_live`

const OPEN = `
  select ${COLUMNS} from channel_account a join sms_carrier s on s.organization_id = $1 and s.account_id = a.id
   where a.organization_id = $1 and a.channel = 'sms' and a.is_live order by a.id limit 50`

const TO_SEND_FROM = `
  select ${COLUMNS} from channel_account a join sms_carrier s on s.organization_id = $1 and s.account_id = a.id
   where a.organization_id = $1 and a.channel = 'sms' and a.is_live
   order by ${sendingLineFirst('sms', '$2::uuid')} limit 1`

const ADD = sqlText`
  with a as (
    insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'sms', $3, $4)
    on conflict (organization_id, channel, address) do nothing returning id
  )
  insert into sms_carrier (organization_id, account_id, carrier_account, secret_sealed, api_url, changed_at)
  select $1, id, $5, $6, $7, $8 from a returning account_id`

const CHANGE = sqlText`
  update sms_carrier set carrier_account = $3, secret_sealed = $4, api_url = $5, changed_at = $6
   where organization_id = $1 and account_id = $2 returning account_id`

const LIST = sqlText`
  select a.id, a.name, a.address, a.is_live as "isLive", s.carrier_account as "carrierAccount", s.api_url as "apiUrl", n.*, d.*
    from channel_account a join sms_carrier s on s.organization_id = $1 and s.account_id = a.id
    cross join lateral (
      select max(hour) as "lastSuccessAt", coalesce(sum(stored), 0)::int as stored, coalesce(sum(duplicate), 0)::int as duplicate,
             coalesce(sum(refused), 0)::int as refused, coalesce(sum(set_aside), 0)::int as "setAside"
        from mailbox_count where organization_id = $1 and source = 'sms:' || a.address and hour > $2) n
    cross join lateral (
      select (count(*) filter (where state in ('handed_over', 'delivered', 'seen')))::int as "handedOver",
             (count(*) filter (where state = 'failed'))::int as failed, (count(*) filter (where state = 'unknown'))::int as unknown
        from delivery where organization_id = $1 and channel = 'sms' and changed_at > $2) d
   where a.organization_id = $1 and a.channel = 'sms' order by a.address limit 50`

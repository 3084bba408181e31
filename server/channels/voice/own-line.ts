/**
 * Our numbers that take calls, each with the carrier's account that speaks for it. A webhook finds its line by its address, never by what is
 * in the form (as for texts, server/channels/sms/own-number.ts).
 */
import { randomBytes } from 'node:crypto'
import type { Spoken } from '#engines/ivr/languages.ts'
import { isCarrierSignature, type FormField } from '#engines/sms/carrier-signature.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { Carrier } from '../carrier.ts'
import { readEndpoint } from '../hook-endpoint.ts'

export type OwnLine = Carrier & {
  organizationId: string
  accountId: string
  /** E.164. */
  address: string
  siteId: string | null
  /** The telephone that rings at the desk, E.164; null: nobody can pick up. */
  deskNumber: string | null
  callsAtOnce: number
  /** The carrier tells what it understood of a voicemail. */
  isTranscribed: boolean
  /** What callers choose from, in this order. */
  languages: readonly Spoken[]
}

export const sourceOf = ({ address }: Pick<OwnLine, 'address'>): string => `voice:${address}`

/** What an address that leads nowhere is checked against; nobody knows it. */
const NO_SECRET = randomBytes(32).toString('hex')

/** The line a signed form is for. @returns undefined alike for a wrong address, a wrong signature and a closed line. */
export async function lineOfForm(
  { db, keys }: Services,
  endpoint: string,
  { url, signature, fields }: { url: string; signature: string; fields: readonly FormField[] },
): Promise<OwnLine | undefined> {
  const { organizationId, id } = readEndpoint(endpoint)
  const [row] = await db.transaction(systemContext(organizationId, newId(), 'voice-webhook'), (tx) =>
    tx.run<Row>(BY_ID, [organizationId, id]),
  )
  const line = row && opened(keys, organizationId, row)
  return isCarrierSignature(signature, line?.secret ?? NO_SECRET, url, fields) ? line : undefined
}

/** For a job. */
export async function lineById(tx: Transaction, keys: Keys, accountId: string): Promise<OwnLine | undefined> {
  const { organizationId } = tx.context
  const [row] = await tx.run<Row>(BY_ID, [organizationId, accountId])
  return row && opened(keys, organizationId, row)
}

/** Also one that was closed since: what was left on it is still to be had. */
export async function lineEvenClosed(tx: Transaction, keys: Keys, accountId: string): Promise<OwnLine | undefined> {
  const { organizationId } = tx.context
  const [row] = await tx.run<Row>(EVEN_CLOSED, [organizationId, accountId])
  return row && opened(keys, organizationId, row)
}

/** All open lines of the organization, to be remembered for when the database does not answer (decision 0130). */
export async function openLines(tx: Transaction, keys: Keys): Promise<OwnLine[]> {
  const rows = await tx.run<Row>(OPEN, [tx.context.organizationId])
  return rows.map((row) => opened(keys, tx.context.organizationId, row))
}

/** The account by which a number sends and receives texts already. */
export async function carrierOfTexts(tx: Transaction, keys: Keys, address: string): Promise<Carrier | undefined> {
  const [row] = await tx.run<{ accountId: string; carrierAccount: string; secretSealed: Buffer; apiUrl: string }>(
    CARRIER_OF_TEXTS,
    [tx.context.organizationId, address],
  )
  return row && { ...row, secret: keys.open(row.secretSealed, `sms_carrier/${row.accountId}/secret`).toString() }
}

/** Left out: a new line speaks English and Spanish, another keeps what it speaks. */
type Languages = { languages?: readonly Spoken[] | undefined }
type Desk = Pick<OwnLine, 'deskNumber' | 'callsAtOnce' | 'isTranscribed'> & Languages
export type NewLine = Carrier & Desk & { name: string; address: string }

/** @returns false when the number takes calls already. */
export async function addLine(tx: Transaction, keys: Keys, line: NewLine, now: Date): Promise<boolean> {
  const accountId = newId(now.getTime())
  const rows = await tx.run(ADD, [
    tx.context.organizationId,
    accountId,
    line.name,
    line.address,
    line.carrierAccount,
    keys.seal(Buffer.from(line.secret), placeOf(accountId)),
    line.apiUrl,
    line.deskNumber,
    line.callsAtOnce,
    line.isTranscribed,
    now,
    line.languages ?? null,
  ])
  return rows.length > 0
}

/** What is left out stays. @returns false when there is no such line. */
export async function changeLine(
  tx: Transaction,
  keys: Keys,
  accountId: string,
  { carrier, desk }: { carrier?: Carrier; desk?: Desk },
  now: Date,
): Promise<boolean> {
  const rows = await tx.run(CHANGE, [
    tx.context.organizationId,
    accountId,
    carrier?.carrierAccount ?? null,
    carrier ? keys.seal(Buffer.from(carrier.secret), placeOf(accountId)) : null,
    carrier?.apiUrl ?? null,
    now,
    desk !== undefined,
    desk?.deskNumber ?? null,
    desk?.callsAtOnce ?? null,
    desk?.isTranscribed ?? null,
    desk?.languages ?? null,
  ])
  return rows.length > 0
}

export type LineRow = Required<Desk> & {
  id: string
  name: string
  address: string
  isLive: boolean
  carrierAccount: string
  apiUrl: string
  country: string
  language: string
  lastSuccessAt: Date | null
  seen: number
  stored: number
  duplicate: number
  refused: number
  calls: number
  talked: number
  voicemails: number
  callBacks: number
  abandoned: number
}

/** With what carriers told since `since`, and how the calls since then ended. */
export const linesOf = (tx: Transaction, since: Date): Promise<LineRow[]> =>
  tx.run<LineRow>(LIST, [tx.context.organizationId, since])

type Row = Omit<OwnLine, 'organizationId' | 'secret'> & { secretSealed: Buffer }

const opened = (keys: Keys, organizationId: string, { secretSealed, ...row }: Row): OwnLine => ({
  ...row,
  organizationId,
  secret: keys.open(secretSealed, placeOf(row.accountId)).toString(),
})

const placeOf = (accountId: string): string => `voice_line/${accountId}/secret`

const LINES = sqlText`
  select a.id as "accountId", a.address, a.site_id as "siteId", v.carrier_account as "carrierAccount", v.secret_sealed as "secretSealed",
         v.api_url as "apiUrl", v.desk_number as "deskNumber", v.calls_at_once as "callsAtOnce", v.is_transcribed as "isTranscribed", v.languages
    from channel_account a join voice_line v on v.organization_id = $1 and v.account_id = a.id`

const EVEN_CLOSED = `${LINES}
   where a.organization_id = $1 and a.id = $2 and a.channel = 'voice'`
const BY_ID = `${EVEN_CLOSED} and a.is_live`

const OPEN = `${LINES}
   where a.organization_id = $1 and a.channel = 'voice' and a.is_live order by a.id limit 50`

const CARRIER_OF_TEXTS = sqlText`
  select a.id as "accountId", s.carrier_account as "carrierAccount", s.secret_sealed as "secretSealed", s.api_url as "apiUrl"
    from channel_account a join sms_carrier s on s.organization_id = $1 and s.account_id = a.id
   where a.organization_id = $1 and a.channel = 'sms' and a.address = $2`

const ADD = sqlText`
  with a as (
    insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'voice', $3, $4)
    on conflict (organization_id, channel, address) do nothing returning id
  )
  insert into voice_line (organization_id, account_id, carrier_account, secret_sealed, api_url, desk_number, calls_at_once, is_transcribed,
    changed_at, languages)
  select $1, id, $5, $6, $7, $8, $9, $10, $11, coalesce($12, '{en,es}'::text[]) from a returning account_id`

const CHANGE = sqlText`
  update voice_line
     set carrier_account = coalesce($3, carrier_account), secret_sealed = coalesce($4, secret_sealed), api_url = coalesce($5, api_url),
         desk_number = case when $7 then $8 else desk_number end, calls_at_once = coalesce($9, calls_at_once),
         is_transcribed = coalesce($10, is_transcribed), languages = coalesce($11::text[], languages), changed_at = $6
   where organization_id = $1 and account_id = $2 returning account_id`

const LIST = sqlText`
  select a.id, a.name, a.address, a.is_live as "isLive", v.carrier_account as "carrierAccount", v.api_url as "apiUrl",
         v.desk_number as "deskNumber", v.calls_at_once as "callsAtOnce", v.is_transcribed as "isTranscribed", v.languages,
         coalesce(s.country, 'US') as country, coalesce(s.language, 'en') as language, n.*, c.*
    from channel_account a join voice_line v on v.organization_id = $1 and v.account_id = a.id
    left join lateral (
      select country, language from site where organization_id = $1 and (a.site_id is null or id = a.site_id) order by name limit 1) s on true
    cross join lateral (
      select max(hour) as "lastSuccessAt", coalesce(sum(seen), 0)::int as seen, coalesce(sum(stored), 0)::int as stored,
             coalesce(sum(duplicate), 0)::int as duplicate, coalesce(sum(refused), 0)::int as refused
        from mailbox_count where organization_id = $1 and source = 'voice:' || a.address and hour > $2) n
    cross join lateral (
      select count(*)::int as calls, (count(*) filter (where state = 'talked'))::int as talked,
             (count(*) filter (where state = 'voicemail'))::int as voicemails, (count(*) filter (where state = 'call_back'))::int as "callBacks",
             (count(*) filter (where state = 'abandoned'))::int as abandoned
        from call where organization_id = $1 and account_id = a.id and direction = 'in' and started_at > $2) c
   where a.organization_id = $1 and a.channel = 'voice' order by a.address limit 50`

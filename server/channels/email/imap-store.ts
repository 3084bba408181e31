/** How far a folder was read over IMAP, and which process reads it. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { seeArrivals } from '../arrival.ts'

export type FolderState = {
  /** Null before the first look: what was read there by others before is not ours. */
  uidValidity: bigint | null
  lastUid: number
  connectedAt: Date
}

/** A process that has not looked for this long has lost the folder to another, in seconds. */
export const FOLDER_LEASE_SECONDS = 90

/** @returns undefined while another process reads the folder. */
export async function takeFolder(
  tx: Transaction,
  { accountId, folder, owner }: { accountId: string; folder: string; owner: string },
  now: Date,
): Promise<FolderState | undefined> {
  const [row] = await tx.run<{ uidValidity: string | null; lastUid: string; connectedAt: Date }>(TAKE, [
    tx.context.organizationId,
    accountId,
    folder,
    owner,
    now,
    new Date(now.getTime() + FOLDER_LEASE_SECONDS * 1000),
  ])
  return (
    row && {
      uidValidity: row.uidValidity === null ? null : BigInt(row.uidValidity),
      lastUid: Number(row.lastUid),
      connectedAt: row.connectedAt,
    }
  )
}

/** Notes the mails of a listing as seen and how far it reached, together: nothing between the two can be lost. */
export async function noteListing(
  tx: Transaction,
  {
    accountId,
    folder,
    source,
    keys,
    uidValidity,
    lastUid,
  }: {
    accountId: string
    folder: string
    source: string
    keys: readonly string[]
    uidValidity: bigint | null
    lastUid: number
  },
  now: Date,
): Promise<void> {
  await seeArrivals(tx, source, keys, now)
  await tx.run(
    `update imap_folder set uid_validity = $4, last_uid = $5 where organization_id = $1 and account_id = $2 and folder = $3`,
    [tx.context.organizationId, accountId, folder, uidValidity === null ? null : uidValidity.toString(), lastUid],
  )
}

export async function noteSuccess(tx: Transaction, accountId: string, folder: string, now: Date): Promise<void> {
  await tx.run(
    sqlText`update imap_folder set last_success_at = $4, failure = null, failed_since = null, next_try_at = null
      where organization_id = $1 and account_id = $2 and folder = $3`,
    [tx.context.organizationId, accountId, folder, now],
  )
}

/** `failure` is a code; since when it fails is kept until the next success. */
export async function noteFailure(
  tx: Transaction,
  { accountId, folder, failure, nextTryAt }: { accountId: string; folder: string; failure: string; nextTryAt: Date },
  now: Date,
): Promise<void> {
  await tx.run(
    sqlText`update imap_folder set failure = left($4, 60), failed_since = coalesce(failed_since, $5), next_try_at = $6
      where organization_id = $1 and account_id = $2 and folder = $3`,
    [tx.context.organizationId, accountId, folder, failure, now, nextTryAt],
  )
}

export async function leaveFolder(tx: Transaction, accountId: string, folder: string, owner: string): Promise<void> {
  await tx.run(
    sqlText`update imap_folder set lease_owner = null, lease_until = null
      where organization_id = $1 and account_id = $2 and folder = $3 and lease_owner = $4`,
    [tx.context.organizationId, accountId, folder, owner],
  )
}

const TAKE = sqlText`
  insert into imap_folder (organization_id, account_id, folder, connected_at, lease_owner, lease_until) values ($1, $2, $3, $5, $4, $6)
  on conflict (organization_id, account_id, folder) do update set lease_owner = $4, lease_until = $6
    where imap_folder.lease_owner = $4 or imap_folder.lease_until is null or imap_folder.lease_until < $5
  returning uid_validity::text as "uidValidity", last_uid::text as "lastUid", connected_at as "connectedAt"`

/** A folder under one numbering: other folders of the mailbox, and other numberings, have keys of their own (`keyOf`). */
export type Numbering = { source: string; folderDigest: string; uidValidity: bigint }

/** Two folders of one mailbox count their mails alike: each key names its folder, by a digest, since a name may be long. */
export const keyOf = ({ folderDigest, uidValidity }: Omit<Numbering, 'source'>, uid: number): string =>
  `uid:${uidValidity}:${uid}:${folderDigest}`

export type OpenMail = { key: string; uid: number }

/**
 * Mails of this folder that are seen and not settled. Where there are more than twice `each`, the newest and then the oldest: a new one does not
 * wait behind a backlog, and the backlog gets on.
 */
export async function openMails(
  tx: Transaction,
  { source, folderDigest, uidValidity }: Numbering,
  each: number,
): Promise<OpenMail[]> {
  const { organizationId } = tx.context
  const rows = await tx.run<{ key: string; uid: string }>(OPEN_MAILS, [organizationId, source, `uid:${uidValidity}:%`, folderDigest, each]) // prettier-ignore
  const mails = rows.map(({ key, uid }) => ({ key, uid: Number(uid) })).toSorted((a, b) => a.uid - b.uid)
  return mails.length < 2 * each ? mails : [...mails.slice(each), ...mails.slice(0, each)]
}

/** Keys of this folder under other numberings. */
export async function oldKeys(
  tx: Transaction,
  { source, folderDigest, uidValidity }: Numbering,
  limit: number,
): Promise<string[]> {
  const { organizationId } = tx.context
  const rows = await tx.run<{ key: string }>(OLD_KEYS, [organizationId, source, `uid:${uidValidity}:%`, folderDigest, limit]) // prettier-ignore
  return rows.map(({ key }) => key)
}

// Noted before keys named their folder, it is any folder's.
const OF_FOLDER = `a.organization_id = $1 and a.source = $2 and (a.arrival_key like 'uid:%:' || $4 or a.arrival_key ~ '^uid:[0-9]+:[0-9]+$')`

const OPEN_MAILS = `
  with mail as (
    select a.arrival_key as key, split_part(a.arrival_key, ':', 3)::bigint as uid from mail_arrival a where ${OF_FOLDER} and a.arrival_key like $3
  )
  (select key, uid from mail order by uid limit $5) union (select key, uid from mail order by uid desc limit $5)`

const OLD_KEYS = `
  select a.arrival_key as key from mail_arrival a where ${OF_FOLDER} and a.arrival_key not like $3 limit $5`

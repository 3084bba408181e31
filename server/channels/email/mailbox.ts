/** Our mailboxes: which one an address belongs to, by one indexed look-up however many organizations there are. */
import { messageIdOf, tokenOfAddress } from '#engines/mail/token.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type Mailbox = { organizationId: string; accountId: string; address: string; siteId: string | null }

/** Mailboxes of one domain that are looked at for the owner of a token. */
const DOMAIN_MAILBOXES_MAX = 50

export const sourceOf = (mailbox: Mailbox): string => `email:${mailbox.address}`
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** The mailbox an address belongs to: itself, or a signed answering address of its domain. */
export async function findMailbox(db: Database, address: string): Promise<Mailbox | undefined> {
  const wanted = address.toLowerCase()
  const domain = domainOf(wanted)
  const doors = await db.withoutOrganization((tx) => tx.run<Door>(DOORS, [wanted, domain, DOMAIN_MAILBOXES_MAX]))
  const own = doors.find((door) => door.address === wanted)
  if (own) return mailboxOf(db, own)
  const token = tokenOfAddress(wanted, [domain])
  if (!token) return undefined
  const organizations = [...new Set(doors.map(({ organizationId }) => organizationId))]
  if (organizations.length === 1 && doors[0]) return mailboxOf(db, doors[0])
  // Several organizations share the domain: the one that sent the token.
  for (const organizationId of organizations) {
    const door = doors.find((one) => one.organizationId === organizationId)
    if (door && (await hasSent(db, organizationId, messageIdOf(token, domain)))) return mailboxOf(db, door)
  }
  return undefined
}

/** A mailbox of this organization by its address; without one, the organization's first. */
export async function mailboxOfOrganization(
  db: Database,
  organizationId: string,
  address: string | null,
): Promise<Mailbox | undefined> {
  const [door] = await db.withoutOrganization((tx) => tx.run<Door>(DOOR_OF_ORGANIZATION, [organizationId, address]))
  return door && mailboxOf(db, door)
}

/** Undefined where several organizations have mailboxes. */
export async function firstMailboxOfOnlyOrganization(db: Database): Promise<Mailbox | undefined> {
  const [only, another] = await db.withoutOrganization((tx) => tx.run<{ organizationId: string }>(ORGANIZATIONS, []))
  return only && !another ? mailboxOfOrganization(db, only.organizationId, null) : undefined
}

/** All mailboxes of the organization of `tx`, to be remembered for when the database does not answer (decision 0130). */
export async function knownMailboxes(tx: Transaction): Promise<Mailbox[]> {
  const { organizationId } = tx.context
  const rows = await tx.run<Omit<Mailbox, 'organizationId'>>(OPEN, [organizationId])
  return rows.map((row) => ({ organizationId, ...row }))
}

/** Among what is remembered: the mailbox itself, or the only one of the domain for a signed answering address. */
export function mailboxAmong(known: readonly Mailbox[], address: string): Mailbox | undefined {
  const wanted = address.toLowerCase()
  const own = known.find((mailbox) => mailbox.address === wanted)
  if (own || !tokenOfAddress(wanted, [domainOf(wanted)])) return own
  const ofDomain = known.filter((mailbox) => domainOf(mailbox.address) === domainOf(wanted))
  return new Set(ofDomain.map(({ organizationId }) => organizationId)).size === 1 ? ofDomain[0] : undefined
}

type Door = { address: string; organizationId: string; accountId: string }

async function mailboxOf(db: Database, { organizationId, accountId, address }: Door): Promise<Mailbox> {
  const [account] = await db.transaction(systemContext(organizationId, newId(), 'mail'), (tx) =>
    tx.run<{ siteId: string | null }>(
      `select site_id as "siteId" from channel_account where organization_id = $1 and id = $2`,
      [organizationId, accountId],
    ),
  )
  return { organizationId, accountId, address, siteId: account?.siteId ?? null }
}

const hasSent = (db: Database, organizationId: string, messageId: string): Promise<boolean> =>
  db.transaction(
    systemContext(organizationId, newId(), 'mail'),
    async (tx) =>
      (
        await tx.run(
          `select from message where organization_id = $1 and external_id = $2 and direction = 'out' limit 1`,
          [organizationId, messageId],
        )
      ).length > 0,
  )

const OPEN = sqlText`
  select id as "accountId", address, site_id as "siteId" from channel_account
   where organization_id = $1 and channel = 'email' and is_live order by id limit 50`

const DOORS = sqlText`
  select address, organization_id as "organizationId", account_id as "accountId" from auth.mailbox_door where address = $1
  union all
  (select address, organization_id, account_id from auth.mailbox_door where domain = $2 and address <> $1
    and not exists (select from auth.mailbox_door where address = $1) order by account_id limit $3)`

const ORGANIZATIONS = sqlText`select distinct organization_id as "organizationId" from auth.mailbox_door limit 2`

const DOOR_OF_ORGANIZATION = sqlText`
  select address, organization_id as "organizationId", account_id as "accountId" from auth.mailbox_door
   where organization_id = $1 and ($2::text is null or address = $2) order by account_id limit 1`

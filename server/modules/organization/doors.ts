/**
 * The doors of an organization through which patients write: the portal, the chat of its web site, its mailboxes.
 *
 * A mailbox address belongs to one organization of the whole installation (constraint mailbox_is_bound_once, kept by a trigger): two
 * that claimed the same would read each other's mail.
 */
import type * as z from 'zod'
import type { Door } from '#contract/organization.ts'
import { DatabaseFailure, type Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** Mailboxes of one organization; each mail is looked up among all of them. */
const MAILBOXES_MAX = 50

/** What every organization has from the start: the portal and a chat for its web site. */
export async function openFirstDoors(tx: Transaction, slug: string, now: Date): Promise<void> {
  const first = [
    ['portal-chat', 'Patient portal', 'portal'],
    ['widget', 'Chat on our web site', `${slug}-chat`],
  ] as const
  for (const [channel, name, address] of first)
    await tx.run(INSERT, [tx.context.organizationId, newId(now.getTime()), channel, name, address])
}

/** @returns why not: the address is another door's, or there are too many. */
export async function addMailbox(
  tx: Transaction,
  { name, address }: { name: string; address: string },
  now: Date,
): Promise<'taken' | 'too-many' | null> {
  const { organizationId } = tx.context
  const plain = address.normalize('NFKC').trim().toLowerCase()
  const [counted] = await tx.run<{ count: number }>(COUNT, [organizationId])
  if ((counted?.count ?? 0) >= MAILBOXES_MAX) return 'too-many'
  const added = await tx.run(INSERT, [organizationId, newId(now.getTime()), 'email', name, plain])
  return added.length === 0 ? 'taken' : null
}

/** Another organization has the address: the statement failed, and the transaction with it. */
export const isTakenMailbox = (error: unknown): boolean =>
  error instanceof DatabaseFailure && error.constraint === 'mailbox_is_bound_once'

export const setDoorLive = async (tx: Transaction, doorId: string, isLive: boolean): Promise<boolean> =>
  (await tx.run(SET_LIVE, [tx.context.organizationId, doorId, isLive])).length > 0

export async function doorsOf(tx: Transaction): Promise<z.infer<typeof Door>[]> {
  const { organizationId } = tx.context
  const rows = await tx.run<Omit<z.infer<typeof Door>, 'widgetKey'>>(LIST, [organizationId])
  return rows.map((row) => ({
    ...row,
    widgetKey: row.channel === 'widget' ? widgetKeyOf(organizationId, row.id) : null,
  }))
}

/** The key names organization and door, so that the chat is found under row security (server/channels/widget). */
const widgetKeyOf = (organizationId: string, doorId: string): string =>
  `${organizationId.replaceAll('-', '')}.${doorId}`

const INSERT = sqlText`
  insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, $3, $4, $5) on conflict do nothing returning id`
const COUNT = sqlText`select count(*)::int as count from channel_account where organization_id = $1 and channel = 'email'`
const SET_LIVE = sqlText`update channel_account set is_live = $3 where organization_id = $1 and id = $2 returning id`
const LIST = sqlText`
  select id, channel, name, address, is_live as "isLive" from channel_account
  where organization_id = $1 and channel in ('portal-chat', 'widget', 'email')
  order by array_position('{portal-chat,widget,email}'::text[], channel), name, id limit 100`

/**
 * The widget's door: its key, the sites that may show it, and the secret with which they say who their visitor is.
 *
 * The key is public and names the organization and the channel account: `<organization, 32 hex digits>.<account id>`. The
 * secret is derived from the master key, so that nothing is stored that would have to be sealed.
 */
import { randomUUID } from 'node:crypto'
import type { Database, Transaction } from '#server/platform/database.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type WidgetDoor = {
  accountId: string
  organizationName: string
  country: string
  languages: string[]
  /** Somebody is on duty and takes work now; whether it is open besides is for the caller to ask. */
  staffed: boolean
  /** Origins whose pages may show the chat, such as `https://clinic.example`. */
  origins: string[]
}

const KEY =
  /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export const widgetKeyOf = (organizationId: string, accountId: string): string =>
  `${organizationId.replaceAll('-', '')}.${accountId}`

export function readWidgetKey(key: string): { organizationId: string; accountId: string } | undefined {
  const parts = KEY.exec(key)
  return parts?.[6] ? { organizationId: parts.slice(1, 6).join('-'), accountId: parts[6] } : undefined
}

export const identitySecretOf = (keys: Keys, widgetKey: string): string =>
  keys.digest('widget-identity', widgetKey).toString('base64url')

/** @returns undefined when there is no such widget, or it is switched off. */
export async function findWidgetDoor(tx: Transaction, accountId: string): Promise<WidgetDoor | undefined> {
  const [door] = await tx.run<WidgetDoor>(FIND, [tx.context.organizationId, accountId])
  return door
}

/** The origins of the sites that may hold this widget; none for an unknown key (trust-D61). */
export async function hostOriginsOf(db: Database, widgetKey: string): Promise<readonly string[]> {
  const key = readWidgetKey(widgetKey)
  if (!key) return []
  const context = systemContext(key.organizationId, randomUUID(), 'widget')
  return (await db.transaction(context, (tx) => findWidgetDoor(tx, key.accountId)))?.origins ?? []
}

/** The organization's widget, made when it is first looked at; it is shown nowhere until a site is registered. */
export async function ownWidget(
  tx: Transaction,
  newAccountId: string,
): Promise<{ accountId: string; origins: string[] }> {
  const { organizationId } = tx.context
  const [known] = await tx.run<{ accountId: string; origins: string[] }>(OWN, [organizationId])
  if (known) return known
  await tx.run(INSERT, [organizationId, newAccountId, `chat-${newAccountId}`])
  return { accountId: newAccountId, origins: [] }
}

export async function saveOrigins(tx: Transaction, accountId: string, origins: readonly string[]): Promise<void> {
  await tx.run(SAVE, [tx.context.organizationId, accountId, JSON.stringify(origins)])
}

const FIND = sqlText`
  select a.id as "accountId", o.name as "organizationName", o.country, o.languages,
         array(select jsonb_array_elements_text(coalesce(a.settings -> 'origins', '[]'))) as origins,
         exists (select from staff_member s where s.organization_id = $1 and s.state = 'active' and s.on_duty and s.is_accepting) as staffed
    from channel_account a join organization o on o.organization_id = $1
   where a.organization_id = $1 and a.id = $2 and a.channel = 'widget' and a.is_live`
const OWN = sqlText`
  select id as "accountId", array(select jsonb_array_elements_text(coalesce(settings -> 'origins', '[]'))) as origins
    from channel_account where organization_id = $1 and channel = 'widget' order by id limit 1`
const INSERT = sqlText`
  insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'widget', 'Chat', $3)`
const SAVE = sqlText`
  update channel_account set settings = settings || jsonb_build_object('origins', $3::jsonb)
   where organization_id = $1 and id = $2 and channel = 'widget'`

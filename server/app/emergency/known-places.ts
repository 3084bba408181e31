/**
 * What is remembered of each organization for the time when the database does not answer: how it is called, where it is, which
 * language it speaks, and its doors with what proves who pushes there. Read at the start and every minute; nothing of a patient, and of
 * a door nothing that is written down.
 */
import { mailboxAmong, knownMailboxes, type Mailbox } from '#server/channels/email/mailbox.ts'
import { knownMailWebhooks, type KnownMailWebhook } from '#server/channels/email/mail-webhook.ts'
import { endpointOf } from '#server/channels/hook-endpoint.ts'
import { openNumbers, type OwnNumber } from '#server/channels/sms/own-number.ts'
import { openLines, type OwnLine } from '#server/channels/voice/own-line.ts'
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { DecryptContext, type Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type KnownPlace = {
  organizationId: string
  slug: string
  name: string
  /** Of its first site. */
  language: string
  country: string
  timeZone: string
  /** The address of its first mailbox. */
  mailbox: string | null
}

export type KnownPlaces = {
  /** @returns undefined for an organization that is not known here. */
  find(organizationId: string): KnownPlace | undefined
  /** The only one of this installation. */
  only(): KnownPlace | undefined
  /** Doors by the last part of their address. */
  number(endpoint: string): OwnNumber | undefined
  line(endpoint: string): OwnLine | undefined
  mailWebhook(endpoint: string): KnownMailWebhook | undefined
  mailbox(address: string): Mailbox | undefined
  /** Reads again; what was read before stays where the database does not answer. */
  read(db: Database): Promise<void>
}

type Doors = {
  places: Map<string, KnownPlace>
  numbers: Map<string, OwnNumber>
  lines: Map<string, OwnLine>
  mailWebhooks: Map<string, KnownMailWebhook>
  mailboxes: Mailbox[]
}

const NONE = (): Doors => ({
  places: new Map(),
  numbers: new Map(),
  lines: new Map(),
  mailWebhooks: new Map(),
  mailboxes: [],
})

export function openKnownPlaces(keys: Keys, now: () => Date): KnownPlaces {
  let known = NONE()

  async function readDoors(tx: Transaction, organizationId: string, found: Doors): Promise<void> {
    found.mailboxes.push(...(await knownMailboxes(tx)))
    for (const webhook of await knownMailWebhooks(tx, keys, now()))
      found.mailWebhooks.set(endpointOf(organizationId, webhook.webhookId), webhook)
    for (const number of await openNumbers(tx, keys))
      found.numbers.set(endpointOf(organizationId, number.accountId), number)
    for (const line of await openLines(tx, keys)) found.lines.set(endpointOf(organizationId, line.accountId), line)
  }

  return {
    find: (organizationId) => known.places.get(organizationId),
    only: () => (known.places.size === 1 ? [...known.places.values()][0] : undefined),
    number: (endpoint) => known.numbers.get(endpoint),
    line: (endpoint) => known.lines.get(endpoint),
    mailWebhook: (endpoint) => known.mailWebhooks.get(endpoint),
    mailbox: (address) => mailboxAmong(known.mailboxes, address),
    async read(db) {
      const doors = await db.withoutOrganization(allDoors)
      const found = NONE()
      for (const { organizationId, slug } of doors)
        await db.transaction(systemContext(organizationId, newId(), 'known-places'), async (tx) => {
          const [place] = await tx.run<Omit<KnownPlace, 'organizationId' | 'slug'>>(PLACE, [organizationId])
          if (!place) return
          found.places.set(organizationId, { organizationId, slug, ...place })
          await readDoors(tx, organizationId, found).catch(unlessSealedOtherwise)
        })
      known = found
    },
  }
}

/** A secret under another key keeps nobody from being known; its door answers nobody either. */
function unlessSealedOtherwise(error: unknown): void {
  if (!(error instanceof DecryptContext)) throw error
}

const PLACE = sqlText`
  select o.name, coalesce(s.language, 'en') as language, coalesce(s.country, o.country) as country, coalesce(s.time_zone, 'UTC') as "timeZone",
         (select a.address from channel_account a where a.organization_id = $1 and a.channel = 'email' and a.is_live order by a.id limit 1) as mailbox
    from organization o
    left join lateral (select language, country, time_zone from site where organization_id = $1 order by name limit 1) s on true
   where o.organization_id = $1`

/**
 * What is remembered of each organization for the time when the database does not answer: how it is called, where it is, which
 * language it speaks. Read at the start and every minute; nothing of a patient.
 */
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
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
  /** Reads again; what was read before stays where the database does not answer. */
  read(db: Database): Promise<void>
}

export function openKnownPlaces(): KnownPlaces {
  let places = new Map<string, KnownPlace>()
  return {
    find: (organizationId) => places.get(organizationId),
    only: () => (places.size === 1 ? [...places.values()][0] : undefined),
    async read(db) {
      const doors = await db.withoutOrganization(allDoors)
      const found = new Map<string, KnownPlace>()
      for (const { organizationId, slug } of doors) {
        const context = systemContext(organizationId, newId(), 'known-places')
        const [place] = await db.read<Omit<KnownPlace, 'organizationId' | 'slug'>>(context, PLACE, [organizationId])
        if (place) found.set(organizationId, { organizationId, slug, ...place })
      }
      places = found
    },
  }
}

const PLACE = sqlText`
  select o.name, coalesce(s.language, 'en') as language, coalesce(s.country, o.country) as country, coalesce(s.time_zone, 'UTC') as "timeZone",
         (select a.address from channel_account a where a.organization_id = $1 and a.channel = 'email' and a.is_live order by a.id limit 1) as mailbox
    from organization o
    left join lateral (select language, country, time_zone from site where organization_id = $1 order by name limit 1) s on true
   where o.organization_id = $1`

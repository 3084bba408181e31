/** What rules know of a conversation: now, for an event that has just happened, and of past moments. */
import { workingTimeBetween } from '#engines/calendar/working-time.ts'
import { READ_MAX_CHARS } from '#engines/rules/plain-words.ts'
import type { Facts } from '#engines/rules/rule.ts'
import { identityLevelSql } from '#server/modules/identity/index.ts'
import { calendarVersions, type CalendarRow } from '#server/modules/service-policy/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { lockConversation } from './store.ts'

type FactsRow = Omit<Facts, 'isOpen' | 'intents' | 'text'> & { patientId: string | null }

/** The conversation is locked. What is closed or went into another is not a rule's matter any more. */
export async function factsOf(
  tx: Transaction,
  { conversationId, messageId }: { conversationId: string; messageId: string | null },
  now: Date,
): Promise<{ facts: Facts; patientId: string | null } | undefined> {
  const { organizationId } = tx.context
  const locked = await lockConversation(tx, conversationId)
  if (!locked || locked.state === 'closed' || locked.state === 'merged') return undefined
  const [[row], [said], calendars] = await Promise.all([
    tx.run<FactsRow>(FACTS, [organizationId, conversationId, now]),
    tx.run<{ text: string; intents: string[] }>(SAID, [organizationId, messageId, READ_MAX_CHARS]),
    calendarVersions(tx),
  ])
  if (!row) return undefined
  const { patientId, ...known } = row
  const facts = { ...known, intents: said?.intents ?? [], text: said?.text ?? '', isOpen: isOpen(calendars, row.siteId, now) } // prettier-ignore
  return { facts, patientId }
}

const FACTS = `
  select c.channel, c.language, c.urgency, c.topic, c.state, c.queue_id as "queueId", c.site_id as "siteId", c.tags,
         c.patient_id is not null as "isPatientLinked", c.assignment = 'assigned' as "isAssigned", c.patient_id as "patientId",
         ${identityLevelSql('$3')} as "identityLevel"
    from conversation c where c.organization_id = $1 and c.id = $2`

/** What a message `m` says: its subject and new words, up to `$3` characters. */
export const WORDS_SQL = `left(coalesce(m.subject || ' ', '') || coalesce(m.trimmed, m.text), $3)`
/** What it is about, by its understanding `u`, the surest first. */
export const INTENTS_SQL = `
  array(select i->>'name' from jsonb_array_elements(case when jsonb_typeof(u.result->'intents') = 'array' then u.result->'intents' else '[]' end)
    with ordinality x(i, n) order by n)`

const SAID = `
  select ${WORDS_SQL} as text, ${INTENTS_SQL} as intents
    from message m left join understanding u on u.organization_id = $1 and u.message_id = m.id and u.version = 1
   where m.organization_id = $1 and m.id = $2::uuid`

/** Opening hours and how sure it was who wrote, at past moments, in their order. */
export async function factsAt(
  tx: Transaction,
  moments: readonly { conversationId: string; siteId: string | null; at: Date }[],
): Promise<{ isOpen: boolean; identityLevel: string }[]> {
  if (moments.length === 0) return []
  const [levels, calendars] = await Promise.all([
    tx.run<{ level: string }>(LEVELS, [
      tx.context.organizationId,
      moments.map(({ conversationId }) => conversationId),
      moments.map(({ at }) => at),
    ]),
    calendarVersions(tx),
  ])
  return moments.map(({ siteId, at }, n) => ({
    isOpen: isOpen(calendars, siteId, at),
    identityLevel: levels[n]?.level ?? 'none',
  }))
}

const LEVELS = `
  select coalesce((select ${identityLevelSql('x.at')} from conversation c where c.organization_id = $1 and c.id = x.id), 'none') as level
    from unnest($2::uuid[], $3::timestamptz[]) with ordinality x(id, at, n) order by x.n`

/** By the hours that counted then; a site without hours is always open. */
function isOpen(calendars: readonly CalendarRow[], siteId: string | null, at: Date): boolean {
  const own = calendars.filter((calendar) => calendar.siteId === siteId)
  const calendar = own.findLast(({ effectiveAt }) => effectiveAt <= at) ?? own[0]
  return calendar === undefined || workingTimeBetween(calendar, at.getTime(), at.getTime() + 1) > 0
}

/** Open or waiting conversations in which nothing was said since a moment, oldest first. */
export const silentSince = (
  tx: Transaction,
  { after, until, limit }: { after: { saidAt: Date; id: string }; until: Date; limit: number },
): Promise<{ id: string; saidAt: Date }[]> =>
  tx.run<{ id: string; saidAt: Date }>(SILENT, [
    tx.context.organizationId,
    after.saidAt,
    after.id || '00000000-0000-0000-0000-000000000000',
    until,
    limit,
  ])

const SILENT = sqlText`
  select id, last_message_at as "saidAt" from conversation
   where organization_id = $1 and (last_message_at, id) > ($2, $3::uuid) and last_message_at <= $4 and state in ('open', 'waiting')
   order by last_message_at, id limit $5`

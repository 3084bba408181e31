/** The past of conversations as the replay of a simulation takes it: from the journal, with the words of the messages (desk-D69). */
import type { Beginning, Past } from '#engines/rules/replay.ts'
import { READ_MAX_CHARS } from '#engines/rules/plain-words.ts'
import { REPORTED_EVENTS, type Urgency } from '#engines/rules/rule.ts'
import type { PastConversation } from '#server/modules/rule/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { CHANGE_EVENTS, stateOf } from './note-change.ts'
import { INTENTS_SQL, WORDS_SQL } from './rule-facts.ts'

/** Journal rows read for one page of conversations; a page with more says that it is cut. */
const ENTRIES_MAX = 20_000
const PAST_EVENTS = [
  'message.received',
  'message.sent',
  'alert.accepted',
  'clock.warned',
  'clock.breached',
  ...REPORTED_EVENTS.map((kind) => `event.reported.${kind}`),
  ...Object.keys(CHANGE_EVENTS),
]

export async function countPast(tx: Transaction, from: Date): Promise<number> {
  const [row] = await tx.run<{ count: number }>(
    `select count(*)::int as count from conversation where organization_id = $1 and last_message_at >= $2 and state <> 'merged'`,
    [tx.context.organizationId, from],
  )
  return row?.count ?? 0
}

type ConversationRow = Beginning & { id: string; lastMessageAt: Date }
type Entry = {
  conversationId: string
  at: Date
  event: string
  resourceId: string | null
  detail: Record<string, unknown> | null
}
type Said = { id: string; text: string; intents: string[] }

export async function pastOf(
  tx: Transaction,
  page: { from: Date; textFrom: Date; after: { lastMessageAt: Date; id: string } | undefined; limit: number },
): Promise<{ items: PastConversation[]; isCut: boolean }> {
  const { organizationId } = tx.context
  const { from, textFrom, after, limit } = page
  const rows = await tx.run<ConversationRow>(CONVERSATIONS, [
    organizationId,
    from,
    after?.lastMessageAt ?? null,
    after?.id ?? null,
    limit,
  ])
  const ids = rows.map(({ id }) => id)
  const [entries, said] = await Promise.all([
    tx.run<Entry>(ENTRIES, [organizationId, ids, PAST_EVENTS, ENTRIES_MAX]),
    tx.run<Said>(SAID, [organizationId, ids, READ_MAX_CHARS, textFrom]),
  ])
  const words = new Map(said.map((one) => [one.id, one]))
  const byConversation = Map.groupBy(entries, ({ conversationId }) => conversationId)
  const items = rows.map(({ id, lastMessageAt, ...today }) => {
    const own = byConversation.get(id) ?? []
    return {
      id,
      lastMessageAt,
      beginning: beginningOf(today, own),
      past: own.flatMap((entry) => pastEntry(entry, words)),
    }
  })
  return { items, isCut: entries.length === ENTRIES_MAX }
}

/** What it was before the first change that the journal tells of; where nothing changed it is as today. */
function beginningOf(today: Beginning, entries: readonly Entry[]): Beginning {
  const first = (event: string) => entries.find((entry) => entry.event === event)?.detail
  const moved = first('conversation.queue-set')
  const linked = first('conversation.linked')
  return {
    ...today,
    queueId: moved ? ((moved.from as string | null | undefined) ?? null) : today.queueId,
    isPatientLinked: linked ? typeof linked.from === 'string' : today.isPatientLinked,
  }
}

function pastEntry({ event, at: moment, resourceId, detail }: Entry, words: ReadonlyMap<string, Said>): Past[] {
  const at = moment.getTime()
  const to = (detail?.to ?? null) as string | null
  switch (event) {
    case 'message.received': {
      const said = resourceId === null ? undefined : words.get(resourceId)
      if (!said) return []
      return [
        {
          kind: 'arrived',
          at,
          messageId: said.id,
          language: textOf(detail?.language) ?? 'und',
          urgency: (textOf(detail?.urgency) ?? 'routine') as Urgency,
          intents: said.intents,
          text: said.text,
          isAutomatic: (detail?.automatic ?? 'none') !== 'none',
          queueId: textOf(detail?.queueId),
        },
      ]
    }
    case 'message.sent':
      return [{ kind: 'said', at }]
    case 'alert.accepted':
      return [{ kind: 'taken', at }]
    case 'clock.warned':
    case 'clock.breached':
      return [{ kind: 'clock', at, what: event === 'clock.warned' ? 'clock-warned' : 'clock-breached' }]
    case 'conversation.assigned':
    case 'conversation.handed-over':
      return [{ kind: 'assigned', at, to }]
    case 'conversation.queue-set':
      return [{ kind: 'queue', at, to }]
    case 'conversation.urgency-set':
      return [{ kind: 'urgency', at, to: to as Urgency }]
    case 'conversation.tagged':
      return [{ kind: 'tagged', at }]
    case 'conversation.linked':
      return [{ kind: 'linked', at, to }]
    default: {
      const what = REPORTED_EVENTS.find((kind) => event === `event.reported.${kind}`)
      return what ? [{ kind: 'reported', at, what }] : [{ kind: 'state', at, to: stateOf(event) }]
    }
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const CONVERSATIONS = sqlText`
  select id, last_message_at as "lastMessageAt", channel, site_id as "siteId", queue_id as "queueId", tags, language,
         patient_id is not null as "isPatientLinked"
    from conversation
   where organization_id = $1 and last_message_at >= $2 and state <> 'merged'
     and ($3::timestamptz is null or (last_message_at, id) < ($3, $4::uuid))
   order by last_message_at desc, id desc limit $5`

const ENTRIES = sqlText`
  select conversation_id as "conversationId", at, event, resource_id as "resourceId", detail
    from journal
   where organization_id = $1 and conversation_id = any ($2::uuid[]) and action <> 'R' and event = any ($3)
   order by at, seq limit $4`

// The words of what came in before the days that are simulated are not asked for.
const SAID = `
  select m.id, case when m.received_at >= $4 then ${WORDS_SQL} else '' end as text, ${INTENTS_SQL} as intents
    from message m left join understanding u on u.organization_id = $1 and u.message_id = m.id and u.version = 1
   where m.organization_id = $1 and m.conversation_id = any ($2::uuid[]) and m.direction = 'in'`

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DESK } from '#contract/route.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic } from './a-clinic.ts'
import { aDesk } from './a-desk.ts'
import { VIEWS, type ViewName } from './views.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)
const ada = desk.as(clinic.agentId)

const PLACES = (Object.keys(VIEWS) as ViewName[]).filter((view) => view !== 'set-aside')
const START = Date.parse('2026-03-02T12:00:00Z')

const aConversation = fc.record({
  state: fc.constantFrom('open', 'waiting', 'snoozed', 'resolved', 'closed', 'spam'),
  assignee: fc.constantFrom(null, clinic.agentId, clinic.otherAgentId),
  urgency: fc.constantFrom('routine', 'urgent', 'asap', 'stat'),
  channel: fc.constantFrom('portal-chat', 'email', 'widget', 'voice', 'front-desk'),
  isDue: fc.boolean(),
  /** Few minutes, so that many share one and the id decides. */
  minute: fc.nat(4),
  mentions: fc.boolean(),
  callBack: fc.constantFrom(null, 'open', 'done'),
  delivery: fc.constantFrom(null, 'failed', 'unknown', 'blocked', 'delivered'),
  alert: fc.constantFrom(null, null, 'open', 'accepted'),
  labels: fc.constantFrom([], ['PSY']),
})
type Made = typeof aConversation extends fc.Arbitrary<infer T> ? T : never

/** What each view holds, in words of its own: the list and the count are measured against it. */
const belongs: Record<ViewName, (made: Made) => boolean> = {
  mine: (made) => isActive(made) && made.assignee === clinic.agentId,
  unassigned: ({ state, assignee }) => state === 'open' && assignee === null,
  'red-flags': (made) => (made.urgency === 'stat' && isActive(made)) || made.alert === 'open',
  'due-next': (made) => made.isDue && isActive(made),
  waiting: ({ state }) => state === 'waiting',
  snoozed: ({ state }) => state === 'snoozed',
  mentions: (made) => made.mentions && isActive(made),
  'not-sent': ({ delivery }) => delivery !== null && delivery !== 'delivered',
  'set-aside': () => false,
  'call-backs': ({ callBack }) => callBack === 'open',
  'front-desk': (made) => made.channel === 'front-desk' && isActive(made),
  all: () => true,
}
const isActive = ({ state }: Made) => ['open', 'waiting', 'snoozed'].includes(state)

async function fill(made: readonly Made[]): Promise<Map<string, Made>> {
  await look(
    `truncate call_back, mention, delivery, delivery_step, message, conversation, party, identity_check, safety_alert cascade`,
  )
  const ids = new Map<string, Made>()
  for (const one of made) {
    const id = newId()
    ids.set(id, one)
    const at = new Date(START + one.minute * 60_000)
    await look(
      `insert into conversation (organization_id, id, number, state, waiting_on, snoozed_until, urgency, assignee_id, assignment, channel,
         due_at, last_message_at, first_message_at, labels)
       values ($1, $2, $3, $4, $5, $6, $7, $8::uuid, $9, $10, $11, $12, $12, $13)`,
      [
        clinic.organizationId,
        id,
        id.replaceAll('-', '').slice(-10).toUpperCase(),
        one.state,
        one.state === 'waiting' ? 'payer' : null,
        one.state === 'snoozed' ? at : null,
        one.urgency,
        one.assignee,
        one.assignee ? 'assigned' : 'unassigned',
        one.channel,
        one.isDue ? at : null,
        at,
        one.labels,
      ],
    )
    if (one.callBack)
      await look(
        `insert into call_back (organization_id, id, conversation_id, address, language, state, place_since, due_at, settled_at)
         values ($1, $2, $2, $3, 'en', $4, $5, $5, $6)`,
        [
          clinic.organizationId,
          id,
          `+1212555${String(ids.size).padStart(4, '0')}`,
          one.callBack,
          at,
          one.callBack === 'done' ? at : null,
        ],
      )
    if (one.alert)
      await look(
        `insert into safety_alert (organization_id, id, conversation_id, message_id, urgency, kind, reason, raised_at, accepted_by, accepted_at)
         values ($1, $2, $2, $2, 'stat', 'crisis', 'x', $3, $4, $5)`,
        [clinic.organizationId, id, at, ...(one.alert === 'accepted' ? [clinic.nurseId, at] : [null, null])],
      )
    if (one.mentions)
      await look(
        `insert into mention (organization_id, staff_id, conversation_id, message_id, at) values ($1, $2, $3, $3, $4)`,
        [clinic.organizationId, clinic.agentId, id, at],
      )
    if (one.delivery) {
      await look(
        `insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, text, received_at)
         values ($1, $2, $3, 1, 'out', 'email', 'staff', 'x', $4)`,
        [clinic.organizationId, newId(), id, at],
      )
      await look(
        `insert into delivery (organization_id, id, message_id, conversation_id, channel, purpose, state, not_before, idempotency_key, changed_at)
         select $1, $2, m.id, $3, 'email', 'reply', $4, $5, gen_random_uuid()::text, $5 from message m where m.conversation_id = $3`,
        [clinic.organizationId, newId(), id, one.delivery, at],
      )
    }
  }
  return ids
}

async function listed(view: ViewName, limit: number, by = ada): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await by.conversation.list({ view, limit, cursor })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  return ids
}

test('desk-D11, D12 whatever there is: a view counts what it lists, each row once, whatever the size of a page; what is closed to the reader counts nowhere', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aConversation, { minLength: 5, maxLength: 14 }),
      fc.integer({ min: 1, max: 6 }),
      async (made, limit) => {
        const ids = await fill(made)
        const counts = await ada.conversation.counts()
        for (const view of PLACES) {
          const rows = await listed(view, limit)
          const expected = [...ids].filter(([, one]) => belongs[view](one) && one.labels.length === 0).map(([id]) => id)
          expect([...rows].toSorted(), view).toEqual(expected.toSorted())
          expect(counts[view], view).toBe(rows.length)
        }
      },
    ),
    { numRuns: 6 },
  )
})

test('trust-D10 for each role, with and without a label, every count is the length of its list', async () => {
  await fill(fc.sample(aConversation, { numRuns: 40, seed: 10 }))
  // Another organization's conversations are in the same tables.
  const neighbour = await aClinic(database)
  const elsewhere = aDesk(database, neighbour)
  await elsewhere.receive('Somebody else writes here', {
    sender: { kind: 'patient', patientId: neighbour.patientId, language: 'en', siteId: null },
  })

  for (const role of DESK) {
    const seen: Record<string, number> = {}
    for (const labels of [[], ['PSY']]) {
      const person = desk.as(clinic.agentId, role, labels)
      const counts = await person.conversation.counts()
      for (const view of PLACES) {
        const rows = await listed(view, 50, person)
        expect(counts[view], `${role} ${labels.join()} ${view}`).toBe(rows.length)
        if (view === 'all') seen[labels.join()] = rows.length
      }
    }
    expect(seen.PSY, role).toBe(40)
    expect(seen[''], role).toBeLessThan(40)
  }
})

test('desk-D12 a page begins after the last row of the one before, also when rows come and go between them', async () => {
  const plain: Made = {
    state: 'open',
    assignee: null,
    urgency: 'routine',
    channel: 'email',
    isDue: false,
    minute: 0,
    mentions: false,
    callBack: null,
    delivery: null,
    alert: null,
    labels: [],
  }
  const ids = [...(await fill(Array.from({ length: 6 }, (_, minute) => ({ ...plain, minute })))).keys()]
  const first = await ada.conversation.list({ view: 'all', limit: 2 })
  expect(first.items.map(({ id }) => id)).toEqual([ids[5], ids[4]])
  await desk.receive('A new one at the top')
  await look(`delete from conversation where id = $1`, [ids[4]])
  const second = await ada.conversation.list({ view: 'all', limit: 2, cursor: first.next ?? '' })
  expect(second.items.map(({ id }) => id)).toEqual([ids[3], ids[2]])
  await expect(ada.conversation.list({ view: 'all', cursor: 'nonsense' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('desk-D12 a row shows who, what, the last words, where, in which language, how urgent and why, until when, whose, and how sure', async () => {
  await fill([])
  const { conversationId } = await desk.receive("my chest hurts and I can't breathe", { subject: 'Help' })
  const { items } = await ada.conversation.list({ view: 'all' })
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    id: conversationId,
    patient: { id: clinic.patientId, name: 'Pat Rivera' },
    subject: 'Help',
    channel: 'portal-chat',
    language: 'en',
    urgency: 'stat',
    flagWords: "my chest hurts and I can't breathe",
    assignee: null,
    identityLevel: 'verified',
    alertOpen: true,
  })
  expect(items[0]?.urgencyReason).toBeTruthy()
  expect(items[0]?.dueAt).not.toBeNull()
})

test('understanding-D31 row, alert and message say why to a reader of either language, with the same words of the patient', async () => {
  await fill([])
  const { conversationId } = await desk.receive("my chest hurts and I can't breathe")
  const { items } = await ada.conversation.list({ view: 'all' })
  const detail = await ada.conversation.get({ conversationId })
  const page = await ada.conversation.messages({ conversationId })
  const written = page.items.find(({ direction }) => direction === 'in')
  const reasons = [
    items[0]?.urgencyReason,
    detail.urgencyReason,
    detail.alerts[0]?.reason,
    written?.understanding?.reason,
  ]
  for (const reason of reasons) {
    expect(reason?.en).toMatch(/^Emergency: "I can't breathe".*\(rule .*Cannot get enough air/)
    expect(reason?.es).toMatch(/^Emergencia: "I can't breathe".*\(regla .*No le entra suficiente aire/)
  }
  const nurse = desk.as(clinic.nurseId, 'nurse')
  await nurse.conversation.setUrgency({
    conversationId,
    version: detail.version,
    urgency: 'routine',
    reason: 'Spoke with her',
  })
  expect((await ada.conversation.get({ conversationId })).urgencyReason).toEqual({
    en: 'Spoke with her',
    es: 'Spoke with her',
  })
})

test('desk-D11 what has passed ten thousand is not counted again for a minute, and by nobody who may read otherwise', async () => {
  await fill([])
  const insert = (from: number, to: number, labels: readonly string[]) =>
    look(
      `insert into conversation (organization_id, id, number, state, channel, urgency, assignment, last_message_at, first_message_at, labels)
       select $1, gen_random_uuid(), lpad(n::text, 10, '0'), 'closed', 'email', 'routine', 'unassigned', now(), now(), $2
         from generate_series($3::int, $4::int) n`,
      [clinic.organizationId, labels, from, to],
    )
  await insert(1, 10_000, [])
  await insert(10_001, 10_001, ['PSY'])
  const psychiatrist = desk.as(clinic.nurseId, 'nurse', ['PSY'])
  const all = async (reader: typeof ada) => (await reader.conversation.counts()).all
  expect([await all(ada), await all(psychiatrist)]).toEqual([10_000, 10_001])
  await look(`delete from conversation where organization_id = $1 and number = '0000000007'`, [clinic.organizationId])
  expect(await all(ada)).toBe(9_999)
  expect(await all(psychiatrist)).toBe(10_001)
  desk.clock.at = new Date(desk.clock.at.getTime() + 60_000)
  expect(await all(psychiatrist)).toBe(10_000)
})

test('desk-D11 whoever wants to die stands among the red flags until somebody accepts, though it is no emergency of the body', async () => {
  await fill([])
  const { conversationId, urgency } = await desk.receive('I want to kill myself')
  expect(urgency).not.toBe('stat')
  const flagged = async () => [await listed('red-flags', 10), (await ada.conversation.counts())['red-flags']]
  expect(await flagged()).toEqual([[conversationId], 1])
  const { alerts } = await ada.conversation.get({ conversationId })
  await desk.as(clinic.nurseId, 'nurse').alert.accept({ alertId: alerts[0]?.id ?? '' })
  expect(await flagged()).toEqual([[], 0])
})

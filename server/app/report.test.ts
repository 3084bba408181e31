/** Reports through their procedures, over random data: every number equals the list that it opens (desk-D71). */
import { createRouterClient } from '@orpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeFigure } from '#engines/figure/figure.ts'
import { aClinic, asSystem, type Clinic } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { conditionBehind } from '#server/modules/report/behind.ts'
import { boardRoutes, reportRoutes } from '#server/modules/report/index.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { numbersOf, readCounted, readReportDirectly } from '#server/modules/report/a-report-read-directly.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)
const as = (role: 'supervisor' | 'administrator') =>
  createRouterClient(
    { board: boardRoutes, report: reportRoutes },
    { context: desk.routeOf(clinic.supervisorId, role, []) },
  )
const supervisor = as('supervisor')

const NOW = new Date('2026-03-31T16:00:00Z')
const HOUR = 3_600_000
/** Two weeks, and the two before; the clinic is in New York. */
const ASKED = { from: '2026-03-15', to: '2026-03-28' }

const aMessage = fc.record({
  afterHours: fc.nat(72),
  direction: fc.constantFrom('in', 'in', 'out'),
  author: fc.constantFrom('staff', 'assistant', 'system'),
  isAutomatic: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  isCancelled: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  delivery: fc.constantFrom('delivered', 'handed_over', 'failed', 'blocked', 'unknown', 'queued'),
})
const anEntry = fc.record({
  afterHours: fc.nat(100),
  waitingOn: fc.constantFrom('patient', 'patient', 'clinician', 'payer'),
  event: fc.constantFrom('conversation.resolved', 'conversation.waiting', 'conversation.waiting', 'conversation.open', 'conversation.assigned', 'conversation.queue-set', 'message.automatic-refused', 'call.abandoned', 'call.abandoned-text', 'call.answered', 'front-desk.left', 'front-desk.served'), // prettier-ignore
})
const aConversation = fc.record({
  daysAgo: fc.nat(45),
  channel: fc.constantFrom('email', 'sms', 'widget', 'portal-chat'),
  queue: fc.constantFrom('service', 'billing', null),
  site: fc.constantFrom('main', 'main', 'west', null),
  state: fc.constantFrom('open', 'open', 'waiting', 'resolved', 'closed', 'merged', 'spam'),
  isLabelled: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  messages: fc.array(aMessage, { minLength: 1, maxLength: 6 }),
  entries: fc.array(anEntry, { maxLength: 4 }),
})
type Told = typeof aConversation extends fc.Arbitrary<infer T> ? T : never

const INSERT_CONVERSATION = `
  insert into conversation (organization_id, id, number, state, waiting_on, queue_id, site_id, labels, channel, last_message_at, first_message_at, resolved_at)
  values ($1, $2, upper(left(md5($2::uuid::text), 10)), $3, case when $3 = 'waiting' then 'patient' end, $4, $5, $6, $7, $8, $9,
    case when $3 in ('resolved', 'closed') then $8::timestamptz end)`
const INSERT_MESSAGE = `
  insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, author_id, text, received_at, automatic, cancelled_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, 'words', $9, $10, $11)`
const INSERT_DELIVERY = `
  insert into delivery (organization_id, id, message_id, conversation_id, channel, purpose, state, cause, is_automatic, not_before, idempotency_key, changed_at)
  values ($1, $2, $3, $4, $5, 'reply', $6, case when $6 = 'blocked' then 'NO_CONSENT' end, $7, $8, $2::uuid::text, $8)`
const INSERT_ENTRY = `
  insert into journal (organization_id, id, at, boot_id, boot_count, event, action, actor_kind, role, purpose, request_id, resource_kind, resource_id, conversation_id, refusal, detail)
  values ($1, $2, $3, $2, 1, $4, 'U', 'staff', 'agent', 'HOPERAT', $2, 'conversation', $5, $5, case when $4 = 'message.automatic-refused' then 'BUDGET_SPENT' end, $6)`

/** Three hours behind, and later by name: reports of all sites keep the days of the other. */
const westId = newId()

async function write({ organizationId, agentId, otherAgentId, queueIds, siteId }: Clinic, told: readonly Told[]) {
  await database.transaction(asSystem({ organizationId }), async (tx) => {
    await tx.run(`insert into site (organization_id, id, name, time_zone) values ($1, $2, 'West', 'America/Los_Angeles')`, [organizationId, westId]) // prettier-ignore
    for (const one of told) {
      const id = newId()
      const start = NOW.getTime() - one.daysAgo * 24 * HOUR
      const messages = one.messages.toSorted((a, b) => a.afterHours - b.afterHours)
      const last = Math.min(NOW.getTime(), start + (messages.at(-1)?.afterHours ?? 0) * HOUR)
      const first = start + (messages[0]?.afterHours ?? 0) * HOUR
      const labels = one.isLabelled ? ['PSY'] : []
      const queueId = one.queue && queueIds[one.queue as 'service']
      const site = one.site && { main: siteId, west: westId }[one.site]
      await tx.run(INSERT_CONVERSATION, [organizationId, id, one.state, queueId, site ?? null, labels, one.channel, new Date(last), new Date(first)]) // prettier-ignore
      for (const [n, message] of messages.entries()) {
        const messageId = newId()
        const at = new Date(start + message.afterHours * HOUR)
        const isOut = message.direction === 'out'
        const author = isOut ? message.author : 'unknown'
        await tx.run(INSERT_MESSAGE, [
          organizationId,
          messageId,
          id,
          n + 1,
          message.direction,
          one.channel,
          author,
          author === 'staff' ? (n % 2 === 0 ? agentId : otherAgentId) : null,
          at,
          message.isAutomatic && !isOut ? 'auto_reply' : 'none',
          message.isCancelled && isOut ? at : null,
        ])
        if (isOut)
          await tx.run(INSERT_DELIVERY, [organizationId, newId(), messageId, id, one.channel, message.delivery, author !== 'staff', at]) // prettier-ignore
      }
      for (const { afterHours, waitingOn, event } of one.entries) {
        const at = new Date(start + afterHours * HOUR)
        const to = event === 'conversation.queue-set' ? queueIds.billing : event === 'front-desk.left' ? 'left' : otherAgentId // prettier-ignore
        const detail = { from: agentId, to, waitingOn }
        await tx.run(INSERT_ENTRY, [organizationId, newId(), at, event, id, detail])
      }
    }
  })
}

test('desk-D71 every number of a report, and of the time before, equals the list it opens', async () => {
  desk.clock.at = NOW
  await write(clinic, fc.sample(aConversation, { numRuns: 90, seed: 71 }))
  const report = await readCounted(supervisor, ASKED)
  expect(report.timeZone).toBe('America/New_York')
  expect(report.period).toEqual({ from: '2026-03-15T04:00:00.000Z', to: '2026-03-29T04:00:00.000Z' })
  // Two weeks earlier the clocks had not changed yet: the days are the clinic's.
  expect(report.before.from).toBe('2026-03-01T05:00:00.000Z')
  const numbers = report.measures.flatMap(({ measure, rows }) =>
    rows.flatMap(({ key, cells }) =>
      cells.flatMap(({ column, count, before }) => [
        { measure, row: key, column, count, ...report.period },
        { measure, row: key, column, count: before.count, ...report.before },
      ]),
    ),
  )
  const counted = numbers.filter(({ count }) => count > 0)
  const measures = new Set(counted.map(({ measure }) => measure))
  expect(measures.size).toBeGreaterThanOrEqual(13)
  expect(measures).toContain('waits')
  const some = fc.sample(fc.constantFrom(...numbers), { numRuns: 25, seed: 3 })
  for (const { count, ...cell } of [...counted.filter(({ row }) => row === 'all'), ...some]) {
    const figure = writeFigure({ name: 'report', ...cell })
    const { items, next } = await supervisor.board.conversations({ figure, limit: 50 })
    expect([cell, new Set(items.map(({ id }) => id)).size, next]).toEqual([cell, count, null])
  }
})

test('desk-D71 numbers and waits of any days, of any site, queue or channel, are those of reading every conversation', async () => {
  const { context } = desk.routeOf(clinic.supervisorId, 'supervisor', [])
  const ranges = [
    { from: '2026-03-15', to: '2026-03-28' },
    { from: '2026-03-08', to: '2026-03-08' },
    { from: '2026-02-20', to: '2026-03-31' },
    { from: '2026-03-09', to: '2026-03-16', siteId: westId },
    { from: '2026-03-01', to: '2026-03-31', channel: 'sms' as const },
    { from: '2026-03-03', to: '2026-03-20', queueId: clinic.queueIds.billing, siteId: clinic.siteId },
  ]
  for (const asked of ranges) {
    const report = await supervisor.report.read(asked)
    const directly = await readReportDirectly(database, context, report, asked, NOW)
    expect([asked, numbersOf(report)]).toEqual([asked, directly])
    expect(report.asOf).toBe(NOW.toISOString())
  }

  // What somebody does without later was refused for the same reason.
  const report = await supervisor.report.read(ASKED)
  await look(
    `with d as (update delivery set cause = 'settled-by-person' where organization_id = $1 and state = 'blocked' returning id)
     insert into delivery_step (organization_id, delivery_id, at, id, state, cause)
     select $1, d.id, $2::timestamptz + s.n * interval '1 minute', gen_random_uuid(), 'blocked', s.cause
       from d, (values (0, 'NO_CONSENT'), (1, 'settled-by-person')) s (n, cause)`,
    [clinic.organizationId, NOW],
  )
  expect(await readReportDirectly(database, context, report, {}, NOW)).toEqual(numbersOf(report))
})

test('desk-D71 a number opens the same conversations whether they are gathered or walked', async () => {
  const { context } = desk.routeOf(clinic.supervisorId, 'supervisor', [])
  const { period, before } = await supervisor.report.read(ASKED)
  for (const [measure, row, column] of [['volume', 'all', 'begun'], ['load', 'all', 'answered'], ['deliveries', 'email', 'failed']] as const)
    for (const time of [period, before]) {
      const figure = { name: 'report' as const, measure, row, column, from: String(time.from), to: String(time.to) }
      const idsBy = (gatheredMax?: number) =>
        database.transaction(context, async (tx) => {
          const condition = await conditionBehind(tx, figure, 'supervisor', NOW, gatheredMax)
          if (!condition.ok) throw new Error(condition.refusal)
          const values: unknown[] = [clinic.organizationId]
          const where = condition.value((value) => `$${values.push(value)}`)
          const rows = await tx.run<{ id: string }>(`select c.id from conversation c where c.organization_id = $1 and ${where} order by c.id`, values)
          return rows.map(({ id }) => id)
        })
      const gathered = await idsBy()
      expect(gathered.length).toBeGreaterThan(0)
      expect(await idsBy(0)).toEqual(gathered)
    } // prettier-ignore
})

test('desk-D63, D71 who hung up in the line, was not there when called, or had no answer in the chat is counted with its list; who came back is not', async () => {
  const at = (minutes: number) => new Date(Date.parse('2026-02-10T15:00:00Z') + minutes * 60_000)
  const { organizationId, queueIds, siteId } = clinic
  const told = async (channel: string, entries: [string, number, string | null][]): Promise<string> => {
    const id = newId()
    await database.transaction(asSystem({ organizationId }), async (tx) => {
      await tx.run(INSERT_CONVERSATION, [organizationId, id, 'open', queueIds.billing, siteId, [], channel, at(0), at(0)]) // prettier-ignore
      await tx.run(INSERT_MESSAGE, [organizationId, newId(), id, 1, 'in', channel, 'unknown', null, at(0), 'none', null]) // prettier-ignore
      await tx.run(INSERT_ENTRY, [organizationId, newId(), at(0), 'message.received', id, null])
      for (const [event, minutes, to] of entries)
        await tx.run(INSERT_ENTRY, [organizationId, newId(), at(minutes), event, id, to && { to }])
    })
    return id
  }
  const gone = {
    voice: [
      await told('voice', [['call.abandoned', 2, null]]),
      await told('voice', [['call.abandoned-text', 3, null]]),
    ],
    'front-desk': [
      await told('front-desk', [['front-desk.called', 5, 'called'], ['front-desk.called', 9, 'left']]), // prettier-ignore
      await told('front-desk', [['front-desk.left', 5, 'left'], ['front-desk.restored', 6, 'waiting'], ['front-desk.left', 20, 'left']]), // prettier-ignore
    ],
    widget: [await told('widget', [])],
  }
  const answered = [
    await told('voice', [['call.answered', 1, null]]),
    await told('front-desk', [['front-desk.served', 5, 'serving'], ['front-desk.left', 7, 'left']]), // prettier-ignore
    await told('front-desk', [['front-desk.left', 5, 'left'], ['front-desk.restored', 6, 'waiting'], ['front-desk.served', 9, 'serving']]), // prettier-ignore
  ]
  await told('front-desk', [['front-desk.left', 5, 'left'], ['front-desk.restored', 6, 'waiting']]) // prettier-ignore
  await told('voice', [['call.hung-up', 0, null]])

  const asked = { from: '2026-02-10', to: '2026-02-10', queueId: queueIds.billing }
  const report = await supervisor.report.read(asked)
  const measure = report.measures.find((one) => one.measure === 'abandoned')
  const counted = Object.fromEntries(
    measure?.rows.map(({ key, cells }) => [key, cells.map(({ count }) => count)]) ?? [],
  )
  expect(counted).toEqual({ voice: [2, 1], 'front-desk': [2, 2], widget: [1, 0], all: [5, 3] })
  const behind = async (row: string, column: string) => {
    const figure = writeFigure({ name: 'report', measure: 'abandoned', row, column, ...report.period, queue: queueIds.billing }) // prettier-ignore
    return (await supervisor.board.conversations({ figure })).items.map(({ id }) => id).toSorted()
  }
  for (const [channel, ids] of Object.entries(gone)) expect(await behind(channel, 'left')).toEqual(ids.toSorted())
  expect(await behind('all', 'left')).toEqual(Object.values(gone).flat().toSorted())
  expect(await behind('all', 'answered')).toEqual(answered.toSorted())
})

test('desk-D26 how long was waited on the patient and on ourselves is told with its list and in the shared file', async () => {
  const at = (minutes: number) => new Date(Date.parse('2026-02-04T15:00:00Z') + minutes * 60_000)
  const { organizationId, siteId, queueIds } = clinic
  const told = async (steps: [string, number, string | null][]): Promise<string> => {
    const id = newId()
    await database.transaction(asSystem({ organizationId }), async (tx) => {
      await tx.run(INSERT_CONVERSATION, [organizationId, id, 'open', queueIds.clinical, siteId, [], 'email', at(0), at(0)]) // prettier-ignore
      await tx.run(INSERT_MESSAGE, [organizationId, newId(), id, 1, 'in', 'email', 'unknown', null, at(0), 'none', null]) // prettier-ignore
      for (const [state, minutes, waitingOn] of steps)
        await tx.run(INSERT_ENTRY, [organizationId, newId(), at(minutes), `conversation.${state}`, id, waitingOn && { waitingOn }]) // prettier-ignore
    })
    return id
  }
  const both = await told([['waiting', 10, 'patient'], ['waiting', 70, 'clinician'], ['open', 100, null]]) // prettier-ignore
  // While it is resolved nobody waits, and a wait that goes on is counted once it is over.
  const resolved = await told([['waiting', 5, 'patient'], ['resolved', 12, null], ['open', 60, null], ['waiting', 90, 'clinician']]) // prettier-ignore
  await told([['waiting', 5, 'clinician']])
  const asked = { from: '2026-02-04', to: '2026-02-04', queueId: queueIds.clinical }
  const report = await supervisor.report.read(asked)
  const rows = report.measures.find(({ measure }) => measure === 'waits')?.rows ?? []
  const sums = Object.fromEntries(
    rows
      .find(({ key }) => key === 'email')
      ?.cells.map(({ column, count, sumMin, medianMin }) => [column, [count, sumMin, medianMin]]) ?? [],
  )
  expect(sums).toEqual({ patient: [2, 67, 7], ourselves: [1, 30, 30], outside: [0, null, null] })
  const behind = async (column: string) => {
    const figure = writeFigure({ name: 'report', measure: 'waits', row: 'email', column, ...report.period, queue: queueIds.clinical }) // prettier-ignore
    return (await supervisor.board.conversations({ figure })).items.map(({ id }) => id).toSorted()
  }
  expect(await behind('ourselves')).toEqual([both])
  expect(await behind('patient')).toEqual([both, resolved].toSorted())
  const { csv } = await supervisor.report.export(asked)
  expect(csv).toContain('sum_minutes_in_steps')
  expect(csv).toContain('waits,email,patient,0,,,')
})

test('desk-D71 a filter narrows numbers and lists alike; people are for supervisors; a time that is no time is refused', async () => {
  const narrowed = { ...ASKED, channel: 'sms' as const, queueId: clinic.queueIds.service }
  const report = await supervisor.report.read(narrowed)
  const volume = report.measures.find(({ measure }) => measure === 'volume')
  expect(volume?.rows.map(({ key }) => key)).toEqual(['sms', 'all'])
  const count = volume?.rows[0]?.cells[0]?.count ?? 0
  const figure = writeFigure({ name: 'report', measure: 'volume', row: 'sms', column: 'begun', ...report.period, channel: 'sms', queue: clinic.queueIds.service }) // prettier-ignore
  const { items } = await supervisor.board.conversations({ figure })
  expect(items).toHaveLength(count)
  expect(items.every(({ channel }) => channel === 'sms')).toBe(true)

  const seen = (await as('administrator').report.read(ASKED)).measures.map(({ measure }) => measure)
  expect(seen).not.toContain('people')
  expect(seen).toContain('load')
  for (const wrong of [
    { from: '2026-03-15', to: '2026-03-14' },
    { from: '2024-01-01', to: '2026-03-14' },
  ])
    expect(await refusalOf(supervisor.report.read(wrong))).toMatchObject({ code: 'INVALID_INPUT', field: 'to' })
  const unknown = writeFigure({ name: 'report', measure: 'volume', row: 'sms', column: 'begun' })
  expect(await refusalOf(supervisor.board.conversations({ figure: unknown }))).toMatchObject({ field: 'figure' })
})

/** The numbers of conversations in a shared file, and the waits beside them. */
const numbersIn = (csv: string) =>
  csv
    .trim()
    .split('\r\n')
    .slice(2)
    .flatMap((line) => {
      const fields = line.split(',').slice(-8)
      return [fields.slice(0, 4), fields.slice(4)].map(([count = '', ...waits]) => ({ count: Number(count), waits }))
    })

test('desk-D71 a file to be shared hides the numbers of small groups and is journalled', async () => {
  const { csv, fileName } = await supervisor.report.export(ASKED)
  expect(fileName).toBe('report-2026-03-15-2026-03-28.csv')
  expect(csv.split('\r\n')[1]).toContain('conversations_to_nearest_11,')
  const [told] = await look<{ detail: object }>(`select detail from journal where event = 'report.exported' and organization_id = $1 order by seq desc`, [clinic.organizationId]) // prettier-ignore
  expect(told?.detail).toEqual(ASKED)
})

test('trust-D10 no two numbers of files over times that overlap, and of one channel alone, differ by 1 to 10', async () => {
  const shared = []
  for (const asked of [
    ASKED,
    { ...ASKED, from: '2026-03-16' },
    { ...ASKED, to: '2026-03-27' },
    { ...ASKED, channel: 'sms' as const },
  ])
    shared.push(...numbersIn((await supervisor.report.export(asked)).csv))
  const counts = [...new Set(shared.map(({ count }) => count))]
  expect(counts.length).toBeGreaterThan(2)
  for (const one of counts)
    for (const other of counts) expect([0, 11].includes(Math.min(11, Math.abs(one - other)))).toBe(true)
  expect(shared.filter(({ count, waits }) => count < 22 && waits.some(Boolean))).toEqual([])
})

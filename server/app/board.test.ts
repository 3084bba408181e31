/** The supervisor board through its procedures: each number equals the list behind it, and only who leads the desk reads it (desk-D71). */
import { createRouterClient } from '@orpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFigure, writeFigure, type Figure } from '#engines/figure/figure.ts'
import { DEFAULT_POLICY } from '#engines/routing/policy.ts'
import { aClinic, asSystem, type Clinic } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { boardRoutes } from '#server/modules/report/index.ts'
import { heartbeat, routeConversation, workloadRoutes } from '#server/modules/workload/index.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'

const { database, look } = await testDatabase()

async function aFloor() {
  const clinic = await aClinic(database)
  const desk = aDesk(database, clinic)
  const routeOf = (staffId: string, role: 'supervisor' | 'agent' | 'administrator' = 'supervisor') =>
    desk.routeOf(staffId, role, [])
  const { board, workload } = createRouterClient(
    { board: boardRoutes, workload: workloadRoutes },
    { context: routeOf(clinic.supervisorId) },
  )
  return { clinic, desk, board, workload, routeOf }
}

/** Every number of the board with the figure that opens it. */
const numbersOf = (
  shown: Awaited<ReturnType<Awaited<ReturnType<typeof aFloor>>['board']['read']>>,
): [number, Figure][] => [
  ...shown.queues.flatMap(({ id, waiting, dueSoon, breached }): [number, Figure][] => {
    const queue = id ?? 'none'
    return [
      [waiting, { name: 'waiting', queue }],
      [dueSoon, { name: 'due-soon', queue }],
      [breached, { name: 'breached', queue }],
    ]
  }),
  ...shown.people.map(({ staffId, inHand }): [number, Figure] => [inHand, { name: 'in-hand', staff: staffId }]),
  [shown.redFlags.count, { name: 'red-flags' }],
  [shown.unknownDeliveries.count, { name: 'unknown-deliveries' }],
  ...shown.unfit.map(({ queueId, language, count }): [number, Figure] => [
    count,
    { name: 'nobody-fits', queue: queueId ?? 'none', language },
  ]),
]

/** Conversations in random states, written as the corridor and the desk leave them. */
const aRow = fc.record({
  state: fc.constantFrom('open', 'open', 'open', 'waiting', 'snoozed', 'resolved', 'closed', 'merged'),
  queue: fc.constantFrom('service', 'clinical', 'billing', null),
  assignee: fc.constantFrom('agentId', 'nurseId', null),
  unread: fc.boolean(),
  dueMin: fc.option(fc.integer({ min: -60, max: 60 })),
  labelled: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  hasAlert: fc.boolean(),
  delivery: fc.constantFrom('unknown', 'delivered', 'failed'),
})

type Row = typeof aRow extends fc.Arbitrary<infer R> ? R : never

async function write(clinic: Clinic, rows: Row[], now: Date) {
  const { organizationId } = clinic
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  await database.transaction(asSystem(clinic), async (tx) => {
    for (const [n, row] of rows.entries()) {
      const [id, messageId] = [newId(), newId()]
      const assignee = row.assignee && clinic[row.assignee as 'agentId']
      await tx.run(
        `insert into conversation (organization_id, id, number, state, waiting_on, snoozed_until, queue_id, assignee_id, assignment, unread_since,
           due_at, labels, channel, last_message_at, first_message_at)
         values ($1, $2, upper(left(md5($2::uuid::text), 10)), $3, $4, $5, $6, $7, $8, $9, $10, $11, 'email', $12, $12)`,
        [
          organizationId,
          id,
          row.state,
          row.state === 'waiting' ? 'patient' : null,
          row.state === 'snoozed' ? at(600) : null,
          row.queue && clinic.queueIds[row.queue as 'service'],
          assignee,
          assignee ? 'assigned' : 'unassigned',
          row.unread ? at(-n) : null,
          row.dueMin === null ? null : at(row.dueMin),
          row.labelled ? ['PSY'] : [],
          at(-n),
        ],
      )
      await tx.run(
        `insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, text, received_at)
         values ($1, $2, $3, 1, 'in', 'email', 'unknown', 'words', $4)`,
        [organizationId, messageId, id, at(-n)],
      )
      if (row.hasAlert)
        await tx.run(
          `insert into safety_alert (organization_id, id, conversation_id, message_id, urgency, kind, reason, raised_at)
           values ($1, $2, $3, $4, 'stat', 'triage', 'a sign', $5)`,
          [organizationId, newId(), id, messageId, at(-n)],
        )
      await tx.run(
        `insert into delivery (organization_id, id, message_id, conversation_id, channel, purpose, state, not_before, idempotency_key, changed_at)
         values ($1, $2, $3, $4, 'email', 'reply', $5, $6, $2::uuid::text, $6)`,
        [organizationId, newId(), messageId, id, row.delivery, at(-n)],
      )
    }
  })
}

test('desk-D71 every number of the board equals the list behind it, also for a reader who may not open all', async () => {
  const { clinic, desk, board } = await aFloor()
  const rows = fc.sample(aRow, { numRuns: 120, seed: 20_260_302 })
  await write(clinic, rows, desk.clock.at)
  const shown = await board.read()
  const numbers = numbersOf(shown)
  expect(numbers.filter(([count]) => count > 0).length).toBeGreaterThan(10)
  for (const [count, figure] of numbers) {
    const ids = new Set<string>()
    let cursor: string | undefined
    do {
      const page = await board.conversations({ figure: writeFigure(figure), cursor, limit: 20 })
      for (const { id } of page.items) ids.add(id)
      cursor = page.next ?? undefined
    } while (cursor)
    expect([figure, ids.size]).toEqual([figure, count])
  }
  // What bears a label that is not open to this reader is in no number.
  const open = rows.filter(({ state, unread, labelled }) => state === 'open' && unread && !labelled)
  expect(shown.queues.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(open.length)
})

test('desk-D34, D31 the board says who works, what each has in hand, and what nobody fits until when', async () => {
  const { clinic, desk, board, workload, routeOf } = await aFloor()
  const { organizationId } = clinic
  const deps = { db: database, jobs: desk.jobs, hub: desk.hub, now: () => desk.clock.at }
  await database.transaction(asSystem(clinic), async (tx) => {
    for (const staffId of [clinic.agentId, clinic.otherAgentId])
      await tx.run(`insert into queue_member (organization_id, queue_id, staff_id) values ($1, $2, $3)`, [organizationId, clinic.queueIds.service, staffId]) // prettier-ignore
    await tx.run(`update staff_member set languages = '{en}' where id = $1`, [clinic.agentId])
    await tx.run(`update staff_member set languages = '{vi,en}' where id = $1`, [clinic.otherAgentId])
  })
  const asAdministrator = createRouterClient(
    { workload: workloadRoutes },
    { context: routeOf(clinic.supervisorId, 'administrator') },
  ).workload
  await asAdministrator.saveSettings({ version: 0, isAutomatic: true, policy: DEFAULT_POLICY, queueSkills: {} })
  const start = desk.clock.at.getTime()
  const at = (hours: number) => new Date(start + hours * 3_600_000).toISOString()
  await workload.saveShifts({ staffId: clinic.agentId, from: at(-1), shifts: [{ startsAt: at(-1), endsAt: at(6) }] })
  await workload.saveShifts({
    staffId: clinic.otherAgentId,
    from: at(-1),
    shifts: [{ startsAt: at(3), endsAt: at(9) }],
  })
  await heartbeat(deps, organizationId, clinic.agentId)

  const inEnglish = await desk.receive('When are you open on Saturday?')
  const other = await desk.receive('Toi muon hoi gio mo cua')
  await database.transaction(asSystem(clinic), (tx) =>
    tx.run(`update conversation set language = 'vi', queue_id = $2 where id = $1`, [
      other.conversationId,
      clinic.queueIds.service,
    ]),
  )
  for (const { conversationId } of [inEnglish, other]) await routeConversation(deps, organizationId, conversationId)

  // Work is counted from the moment in which the database gave it.
  desk.clock.at = new Date(Date.now() + 1_000)
  const shown = await board.read()
  const person = (staffId: string) => shown.people.find((one) => one.staffId === staffId)
  expect(person(clinic.agentId)).toMatchObject({ isAtWork: true, offers: 1, load: 3, capacity: 100, isAtCap: false })
  expect(person(clinic.otherAgentId)).toMatchObject({ isAtWork: false, offers: 0, load: 0, nextShiftAt: at(3) })
  expect(shown.unfit).toMatchObject([{ queueName: 'service', language: 'vi', count: 1, nextAt: at(3) }])
  expect(shown.unfit[0]?.missing.map(({ code }) => code)).toEqual(['language'])

  await workload.setOf({ staffId: clinic.agentId, awayReason: 'training' })
  expect((await board.read()).people.find(({ staffId }) => staffId === clinic.agentId)).toMatchObject({
    isAccepting: false,
    awayReason: 'training',
  })
  const [told] = await look<{ actor_id: string }>(
    `select actor_id from journal where event = 'staff.away' and resource_id = $1`,
    [clinic.agentId],
  )
  expect(told?.actor_id).toBe(clinic.supervisorId)
  expect((await refusalOf(workload.setOf({ staffId: newId(), awayReason: null }))).code).toBe('NOT_FOUND')
})

test('desk-D31 who speaks about a patient who died lately carries more and rests after it; a death of long ago weighs nothing; so where somebody tagged one', async () => {
  const { clinic, desk, board } = await aFloor()
  const { agentId, patientId, supervisorId } = clinic
  // Work is counted from the moment in which the database gave it.
  desk.clock.at = new Date()
  const { conversationId } = await desk.receive('Where do I send the form?')
  const supervisor = desk.as(supervisorId, 'supervisor')
  const { version } = await supervisor.conversation.assign({ conversationId, version: 1, staffId: agentId })
  const died = async (days: number) => {
    await database.transaction(asSystem(clinic), async (tx) => {
      await tx.run(`update patient set deceased_on = current_date - $2::int where id = $1`, [patientId, days])
      await tx.run(`update conversation set patient_id = $2 where id = $1`, [conversationId, patientId])
    })
    desk.clock.at = new Date(Date.now() + 1_000)
    return (await board.read()).people.find(({ staffId }) => staffId === agentId)
  }
  expect(await died(40)).toMatchObject({ load: 3, recoveryUntil: null })
  expect(await died(2)).toMatchObject({ load: 4.5, recoveryUntil: null })
  // A death of somebody near the patient, that staff were told of: a tag of the desk in either language, however it is written.
  const tag = (add: string[], remove: string[]) => supervisor.conversation.tag({ conversationId, add, remove })
  await tag(['Death in the family', 'visit'], [])
  expect(await died(40)).toMatchObject({ load: 4.5, recoveryUntil: null })
  await tag(['muerte en la familia'], ['Death in the family'])
  expect(await died(40)).toMatchObject({ load: 4.5, recoveryUntil: null })
  const { version: tagged } = await tag([], ['muerte en la familia'])
  expect(await died(40)).toMatchObject({ load: 3, recoveryUntil: null })
  expect(tagged).toBeGreaterThan(version)
  await supervisor.conversation.assign({ conversationId, version: tagged, staffId: null })
  expect(await died(2)).toMatchObject({ load: 0, recoveryUntil: expect.any(String) })
  expect(await died(40)).toMatchObject({ load: 0, recoveryUntil: null })
  await tag(['death in the family'], [])
  expect(await died(40)).toMatchObject({ load: 0, recoveryUntil: expect.any(String) })
})

test('who is away is asked to come in by mail and text, once in a quarter of an hour, and the board says when; who is here is not', async () => {
  const { clinic, desk, board, workload } = await aFloor()
  const { organizationId, agentId, otherAgentId, supervisorId } = clinic
  const notices = () =>
    look<{ system: string; address: string; language: string }>(
      `select system, address, language from notice where organization_id = $1 and template = 'called-in' order by made_at, system`,
      [organizationId],
    )
  const personNow = async () => (await board.read()).people.find(({ staffId }) => staffId === agentId)
  await look(
    `update staff_member set on_duty = (id = $2), on_call_number = '+12125550142', languages = '{es}' where organization_id = $1`,
    [organizationId, otherAgentId],
  )
  expect(await personNow()).toMatchObject({ isAtWork: false, calledInAt: null, mayBeCalledIn: true })
  expect((await refusalOf(workload.callIn({ staffId: otherAgentId }))).code).toBe('STATE_NOT_ALLOWED')
  expect((await refusalOf(workload.callIn({ staffId: newId() }))).code).toBe('NOT_FOUND')

  const asked = desk.clock.at.toISOString()
  const twice = await Promise.allSettled([workload.callIn({ staffId: agentId }), workload.callIn({ staffId: agentId })])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await notices()).toMatchObject([
    { system: 'email', address: 'ada@clinic.example', language: 'es' },
    { system: 'sms', address: '+12125550142', language: 'es' },
  ])
  desk.clock.at = new Date(Date.parse(asked) + 14 * 60_000)
  expect(await personNow()).toMatchObject({ calledInAt: asked, mayBeCalledIn: false })
  expect((await refusalOf(workload.callIn({ staffId: agentId }))).code).toBe('STATE_NOT_ALLOWED')
  desk.clock.at = new Date(Date.parse(asked) + 15 * 60_000)
  expect(await workload.callIn({ staffId: agentId })).toEqual({ calledInAt: desk.clock.at.toISOString() })
  expect(await notices()).toHaveLength(4)
  const told = await look<{ actor_id: string }>(
    `select actor_id from journal where event = 'staff.called-in' and resource_id = $1`,
    [agentId],
  )
  expect(told).toEqual([{ actor_id: supervisorId }, { actor_id: supervisorId }])

  // Where nothing leaves, nobody was asked.
  await look(`update organization set outbound_on = false where organization_id = $1`, [organizationId])
  desk.clock.at = new Date(Date.parse(asked) + 60 * 60_000)
  expect((await refusalOf(workload.callIn({ staffId: agentId }))).code).toBe('OUTBOUND_OFF')
  desk.clock.at = new Date(Date.parse(asked) + 13 * 60 * 60_000)
  expect(await personNow()).toMatchObject({ calledInAt: null, mayBeCalledIn: true })
})

test("desk-D27 a conversation that is moved to another queue is given back, and its deadline is that queue's", async () => {
  const { clinic, desk } = await aFloor()
  await database.transaction(asSystem(clinic), (tx) =>
    tx.run(`update queue set first_reply_minutes = 60 where id = $1`, [clinic.queueIds.billing]),
  )
  const { conversationId } = await desk.receive('When are you open on Saturday?')
  const supervisor = desk.as(clinic.supervisorId, 'supervisor')
  await supervisor.conversation.assign({ conversationId, version: 1, staffId: clinic.agentId })
  const before = await supervisor.conversation.get({ conversationId })
  await supervisor.conversation.moveToQueue({
    conversationId,
    version: before.version,
    queueId: clinic.queueIds.billing,
  })
  const after = await supervisor.conversation.get({ conversationId })
  expect(after).toMatchObject({ queue: { id: clinic.queueIds.billing }, assignee: null })
  expect(Date.parse(before.dueAt ?? '') - Date.parse(after.dueAt ?? '')).toBe((240 - 60) * 60_000)
  const unknown = supervisor.conversation.moveToQueue({ conversationId, version: after.version, queueId: newId() })
  expect((await refusalOf(unknown)).code).toBe('NOT_FOUND')
})

test('desk-D71 a figure is read as it was written, and nothing else is a figure', () => {
  const part = fc.constantFrom('email', 'en', '2026-03-01T00:00:00.000Z', '2026-03-01')
  const figure = fc.record(
    { name: fc.constantFrom('waiting', 'report'), queue: fc.uuid(), channel: part, from: part },
    { requiredKeys: ['name'] },
  ) as fc.Arbitrary<Figure>
  fc.assert(
    fc.property(figure, (one) => {
      expect(readFigure(writeFigure(one))).toEqual(one)
    }),
  )
  for (const text of [
    '',
    'name=',
    'name=secret',
    'name=waiting&queue=1',
    'name=waiting&other=x',
    `name=waiting&row=${'x'.repeat(61)}`,
  ])
    expect(readFigure(text)).toBeUndefined()
})
